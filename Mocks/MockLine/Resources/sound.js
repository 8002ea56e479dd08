// The sounds of a phone: its ringing, its keys, and the voice in a call.
let context = null;
let isOn = false;
const ringing = new Set();
let ringTimer = null;

const keyTones = {
  1: [697, 1209], 2: [697, 1336], 3: [697, 1477], 4: [770, 1209], 5: [770, 1336], 6: [770, 1477],
  7: [852, 1209], 8: [852, 1336], 9: [852, 1477], "*": [941, 1209], 0: [941, 1336], "#": [941, 1477],
};

export const soundIsOn = () => isOn;

/** Browsers allow sound only after a click: call this from one. */
export async function turnSoundOn() {
  context ??= new AudioContext();
  await context.resume();
  const wasOn = isOn;
  isOn = context.state === "running";
  if (isOn && !wasOn && ringing.size) ringOnce();
  document.dispatchEvent(new Event("soundchange"));
}

export function turnSoundOff() {
  isOn = false;
  context?.suspend();
  document.dispatchEvent(new Event("soundchange"));
}

function tone(frequency, start, seconds, volume, kind = "sine") {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = kind;
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + seconds + 0.05);
}

function ringOnce() {
  if (!isOn) return;
  const start = context.currentTime + 0.02;
  const melody = [659, 784, 988, 784, 659, 784, 988, 1319];
  melody.forEach((note, index) => {
    tone(note, start + index * 0.13, 0.45, 0.16);
    tone(note * 2, start + index * 0.13, 0.25, 0.05, "triangle");
  });
}

export function ring(phone, shouldRing) {
  if (shouldRing === ringing.has(phone)) return;
  shouldRing ? ringing.add(phone) : ringing.delete(phone);
  clearInterval(ringTimer);
  ringTimer = null;
  if (!ringing.size) return;
  ringOnce();
  ringTimer = setInterval(ringOnce, 2200);
}

export function pressKey(key) {
  if (!isOn || !keyTones[key]) return;
  for (const frequency of keyTones[key]) tone(frequency, context.currentTime, 0.16, 0.08);
}

export function messageChime() {
  if (!isOn) return;
  tone(880, context.currentTime, 0.25, 0.08);
  tone(1175, context.currentTime + 0.11, 0.35, 0.08);
}

/** Plays the prompts of one phone's calls. */
export class Voice {
  #audio = new Audio();
  #playing = "";

  play(key, audioKey, speed) {
    if (this.#playing === key) return;
    this.#playing = key;
    this.#audio.src = `/page/audio/${audioKey}`;
    this.#audio.playbackRate = Math.min(Math.max(speed, 0.5), 4);
    this.#audio.play().catch(() => {});
  }

  stop() {
    if (!this.#playing) return;
    this.#playing = "";
    this.#audio.pause();
  }
}
