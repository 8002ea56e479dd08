// The demo's page: phones in frames, the live log between them, the clock above.
import { beginClock, showClock, showPace } from "/demo/demo-clock.js";
import { addLine, beginLog, showSteps, tickSteps, translateLog } from "/demo/demo-log.js";
import { caseName, noteRinging, showGuide } from "/demo/demo-guide.js";
import { currentLanguage, setLanguage, word } from "/demo/demo-words.js";

const find = (id) => document.getElementById(id);
const chips = {
  person: ["om 10 min möte Folkets hus", "+30", "OK", "HJÄLP", "tyst"],
  operator: ["LISTA", "VEM"],
};
const frames = [];
let stage = null;
let lineAddress = "";
let isSoundOn = false;
/** What an operator who has reached the person writes. */
let closing = [];

function frame(phone, role) {
  const element = document.createElement("iframe");
  const query = new URLSearchParams({
    phones: phone.number, names: phone.name, line: stage.service, chips: chips[role].join(","),
    lang: currentLanguage(), bare: "",
  });
  element.src = `${lineAddress}/?${query.toString().replaceAll("+", "%20")}`;
  // Lets the phones ring once this page has been clicked.
  element.allow = "autoplay";
  frames.push({ element, phone, role });
  element.addEventListener("load", tellFrames);
  return element;
}

function tellFrames() {
  for (const { element, role } of frames) {
    const wish = { language: currentLanguage(), isSoundOn };
    if (role === "operator") wish.chips = [...closing, ...chips.operator];
    element.contentWindow?.postMessage(wish, lineAddress);
  }
}

function showPerson(index) {
  const people = frames.filter(({ role }) => role === "person");
  people.forEach(({ element }, place) => { element.hidden = place !== index; });
  find("codes").hidden = index === 0;
  [...find("people").children].forEach((button, place) =>
    button.setAttribute("aria-pressed", String(place === index)));
}

function personTab(phone, index) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: phone.name });
  button.addEventListener("click", () => showPerson(index));
  return button;
}

function showPhones() {
  lineAddress = `${location.protocol}//${location.hostname}:${stage.linePort}`;
  find("person-phone").replaceChildren(...stage.people.map((phone) => frame(phone, "person")));
  find("operator-phones").replaceChildren(...stage.operators.map((phone) => frame(phone, "operator")));
  find("people").replaceChildren(...stage.people.map(personTab));
  showPerson(0);
}

function turnSound(isOn) {
  isSoundOn = isOn;
  showSound();
  tellFrames();
}

function showSound() {
  find("sound").textContent = word(isSoundOn ? "soundOn" : "soundOff");
  find("sound").setAttribute("aria-pressed", String(isSoundOn));
  find("sound").classList.toggle("is-called", !isSoundOn);
}

function translate() {
  document.title = `${word("title")} – demo`;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
  find("language").textContent = word("other");
  for (const { element, phone } of frames) element.title = `${word("phone")}: ${phone.name}`;
  showSound();
  showPace();
  translateLog();
  showGuide();
  tellFrames();
}

/** A phone tells when it rings. */
function heard(event) {
  if (event.origin !== lineAddress) return;
  const sender = frames.find(({ element }) => element.contentWindow === event.source);
  if (!sender) return;
  const { isRinging, hasSound } = event.data;
  if (hasSound === true && !isSoundOn) turnSound(true);
  if (isRinging === undefined) return;
  sender.isRinging = isRinging;
  if (isRinging && sender.element.hidden) showPerson(frames.indexOf(sender));
  noteRinging(sender.role, frames.some(({ role, isRinging }) => role === sender.role && isRinging));
}

function showLine(line) {
  if (!addLine(line)) return;
  showGuide();
  if (line.kind !== "case.claimed" && line.kind !== "case.closed") return;
  closing = line.kind === "case.claimed" ? [`OK ${caseName()}`] : [];
  tellFrames();
}

function listen() {
  const stream = new EventSource("/demo/events");
  stream.addEventListener("open", () => { find("offline").hidden = true; });
  stream.addEventListener("error", () => { find("offline").hidden = false; });
  stream.addEventListener("line", (event) => showLine(JSON.parse(event.data)));
  stream.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    showClock(state);
    showSteps(state.next);
  });
}

find("language").addEventListener("click", () => {
  setLanguage(currentLanguage() === "sv" ? "en" : "sv");
  localStorage.setItem("language", currentLanguage());
  translate();
});
find("sound").addEventListener("click", () => turnSound(!isSoundOn));
// A page may make sounds only after a click on it: the first one turns them on.
document.addEventListener("pointerdown", (event) => {
  if (!isSoundOn && !event.target.closest("#sound")) turnSound(true);
}, { once: true });
window.addEventListener("message", heard);

setLanguage(localStorage.getItem("language") ?? "sv");
beginClock();
beginLog();
stage = await (await fetch("/demo/stage")).json();
showPhones();
translate();
listen();
setInterval(tickSteps, 1000);
