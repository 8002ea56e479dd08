// A live call over the whole screen: ringing, words, keypad.
import { national } from "/format.js";
import * as company from "/line.js";
import { pressKey, ring, turnSoundOn, Voice } from "/sound.js";
import { word } from "/words.js";

const handset = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z"/></svg>`;

const template = document.createElement("template");
template.innerHTML = `
  <section class="call" role="dialog" hidden>
    <div class="call-head"><p class="call-state"></p><p class="call-peer"></p><p class="call-number"></p><p class="call-time"></p></div>
    <div class="caption" aria-live="polite"><span class="caption-label"></span><p class="caption-words"></p></div>
    <div class="bell" aria-hidden="true">${handset}</div>
    <div class="waves" aria-hidden="true"><i></i><i></i><i></i></div>
    <p class="typed" aria-live="polite"></p>
    <div class="keypad" role="group"></div>
    <div class="call-buttons">
      <button type="button" class="big reject">${handset}<span></span></button>
      <button type="button" class="big answer">${handset}<span></span></button>
    </div>
  </section>`;

const letters = { 2: "ABC", 3: "DEF", 4: "GHI", 5: "JKL", 6: "MNO", 7: "PQRS", 8: "TUV", 9: "WXYZ", 0: "+" };

export class CallScreen {
  #screen;
  #options;
  #call = null;
  #voice = new Voice();
  #lastWords = "";

  constructor(host, options) {
    this.#options = options;
    this.#screen = template.content.firstElementChild.cloneNode(true);
    host.append(this.#screen);
    this.#find(".keypad").append(..."123456789*0#".split("").map((key) => this.#key(key)));
    this.#find(".answer").addEventListener("click", () => this.#answer());
    this.#find(".reject").addEventListener("click", () => company.hangUpCall(this.#call.id));
    this.#screen.addEventListener("keydown", (event) => {
      if (/^[0-9*#]$/.test(event.key) && !event.ctrlKey && !event.metaKey) this.#press(event.key);
    });
  }

  #find(selector) { return this.#screen.querySelector(selector); }

  #key(key) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "key" });
    button.innerHTML = `<b>${key}</b><small>${letters[key] ?? ""}</small>`;
    button.setAttribute("aria-label", key);
    button.addEventListener("click", () => this.#press(key));
    return button;
  }

  async #answer() {
    await turnSoundOn();
    await company.answerCall(this.#call.id);
    this.#find(".key").focus({ preventScroll: true });
  }

  #press(key) {
    if (this.#call?.state !== "answered") return;
    pressKey(key);
    company.pressKeys(this.#call.id, key);
  }

  translate() {
    this.#find(".keypad").setAttribute("aria-label", word("keypad"));
    if (this.#call) this.show(this.#call);
  }

  tick() {
    if (!this.#call?.answeredAt) return;
    const seconds = Math.max(0, Math.floor((this.#options.lineTime() - Date.parse(this.#call.answeredAt)) / 1000));
    this.#find(".call-time").textContent =
      `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  /** The live call, or undefined when there is none. */
  show(call) {
    const isRinging = call?.state === "ringing" && call.direction === "in";
    ring(this, isRinging);
    if (call?.id !== this.#call?.id) this.#lastWords = "";
    this.#call = call ?? null;
    this.#screen.hidden = !call;
    this.#screen.closest(".phone").classList.toggle("is-ringing", isRinging);
    if (!call) return this.#voice.stop();
    this.#screen.className = `call is-${call.state} is-${call.direction} is-${call.prompt.activity}`;
    this.#screen.setAttribute("aria-label", this.#stateWord(call));
    this.#find(".call-state").textContent = this.#stateWord(call);
    this.#find(".call-peer").textContent = word("service");
    this.#find(".call-number").textContent = national(call.peer);
    this.#find(".call-time").textContent = "";
    this.#find(".reject span").textContent = word(isRinging ? "reject" : "hangUp");
    this.#find(".answer span").textContent = word("answer");
    this.#find(".typed").textContent = call.pressed ? call.pressed.slice(-14) : "";
    this.#showWords(call);
    this.#playVoice(call);
    this.tick();
  }

  #stateWord(call) {
    if (call.state === "ringing") return word(call.direction === "in" ? "incoming" : "dialling");
    const activity = call.prompt.activity;
    return word(activity === "connecting" ? "connecting" : activity === "recording" ? "recording" : "talking");
  }

  #showWords(call) {
    const { activity, words, digits } = call.prompt;
    if (words) this.#lastWords = words;
    const isListening = activity === "awaitingKeys" && digits;
    this.#find(".caption").hidden = !this.#lastWords || call.state === "ringing";
    this.#find(".caption-label").textContent = word(isListening ? "listening" : "speaking");
    if (this.#find(".caption-words").textContent !== this.#lastWords) {
      this.#find(".caption-words").textContent = this.#lastWords;
    }
  }

  #playVoice(call) {
    const { activity, audio, turn, round } = call.prompt;
    if (activity !== "playing") return this.#voice.stop();
    if (audio) this.#voice.play(`${call.id}/${turn}/${round}`, audio, this.#options.speed());
  }
}
