// The page around the phones: which ones are shown, language, sound, contact.
import { listen } from "/line.js";
import { Phone } from "/phone.js";
import { soundIsOn, turnSoundOff, turnSoundOn } from "/sound.js";
import { currentLanguage, setLanguage, word } from "/words.js";

const query = new URLSearchParams(location.search.replaceAll("+", "%2B"));
const list = (name) => (query.get(name) ?? "").split(",").map((part) => part.trim()).filter(Boolean);
const find = (id) => document.getElementById(id);

const numbers = list("phones").length ? list("phones") : ["+46701740605", "+46701740606"];
const names = list("names").length ? list("names") : list("phones").length ? [] : ["Ada", "Bo"];
const options = { line: query.get("line"), chips: list("chips") };
const line = { speed: 1, startedAt: Date.now(), shownAt: performance.now() };
const phones = new Map();
let stopListening = () => {};

export const lineTime = () =>
  new Date(line.startedAt + (performance.now() - line.shownAt) * line.speed);

function addPhone(number, name) {
  const phone = new Phone({ number, name, lineTime, speed: () => line.speed, ...options });
  phones.set(number, phone);
  find("phones").append(phone.element);
}

function connect() {
  stopListening();
  stopListening = listen([...phones.keys()], {
    onLine: ({ speed, now }) =>
      Object.assign(line, { speed, startedAt: Date.parse(now), shownAt: performance.now() }),
    onPhone: (view) => {
      phones.get(view.number)?.show(view);
      const isRinging = view.calls.some((call) => call.state === "ringing" && call.direction === "in");
      tellFrame({ isRinging });
    },
    onContact: (isUp) => { find("offline").hidden = isUp; },
  });
}

/** Whoever shows this page in a frame may want to know what its phone does. */
function tellFrame(news) {
  if (parent !== window) parent.postMessage(news, "*");
}

/** What the page around the frame wishes: a language, sound, texts to offer. */
function heedFrame({ language, isSoundOn, chips }) {
  if (language && language !== currentLanguage()) { setLanguage(language); translate(); }
  if (chips) for (const phone of phones.values()) phone.offerChips(chips);
  if (isSoundOn === true && !soundIsOn()) turnSoundOn();
  if (isSoundOn === false && soundIsOn()) turnSoundOff();
}

function translate() {
  document.title = word("title");
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  find("language").textContent = word("other");
  find("add").textContent = `+ ${word("add")}`;
  find("offline").textContent = word("offline");
  showSound();
  for (const phone of phones.values()) phone.translate();
}

function showSound() {
  find("sound").textContent = word(soundIsOn() ? "soundOn" : "soundOff");
  find("sound").setAttribute("aria-pressed", String(soundIsOn()));
  find("sound").classList.toggle("is-calling", !soundIsOn());
}

function nextNumber() {
  for (let last = 605; last < 700; last += 1) {
    const number = `+46701740${last}`;
    if (!phones.has(number)) return number;
  }
  return null;
}

find("language").addEventListener("click", () => {
  setLanguage(currentLanguage() === "sv" ? "en" : "sv");
  localStorage.setItem("language", currentLanguage());
  translate();
});
find("add").addEventListener("click", () => {
  const number = nextNumber();
  if (!number) return;
  addPhone(number, ["Ada", "Bo", "Cleo"][phones.size]);
  connect();
});
find("sound").addEventListener("click", () => (soundIsOn() ? turnSoundOff() : turnSoundOn()));
document.addEventListener("soundchange", () => {
  showSound();
  tellFrame({ hasSound: soundIsOn() });
});
window.addEventListener("message", (event) => {
  if (parent !== window && event.source === parent) heedFrame(event.data);
});
// The first click anywhere may turn the sound on, which no page may do by itself.
document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest("#sound")) turnSoundOn();
}, { once: true });

setLanguage(query.get("lang") ?? localStorage.getItem("language") ?? "sv");
document.body.classList.toggle("is-bare", query.has("bare"));
numbers.forEach((number, index) => addPhone(number, names[index]));
translate();
connect();
setInterval(() => { for (const phone of phones.values()) phone.tick(); }, 500);
