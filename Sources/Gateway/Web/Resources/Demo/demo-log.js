// The live log, and what comes next.
import { now } from "/demo/demo-clock.js";
import { clockTime, currentLanguage, exactTime, timeLeft, word } from "/demo/demo-words.js";

const find = (id) => document.getElementById(id);
const lines = [];
let steps = [];

const looks = [
  [/^(text\.received|call\.received)$/, "is-person"],
  [/^watch\.(help-asked|duress-code|danger-words|text-lost|overdue)$/, "is-alarm"],
  [/^case\.(opened|became-graver|nobody-on-duty|everybody-paged|outside-called)$/, "is-alarm"],
  [/^(watch\.closed|case\.closed|watch\.re-armed)$/, "is-good"],
  [/^case\./, "is-operator"],
  [/^(watch\.attempt|watch\.reminded|call\.)/, "is-call"],
];

const make = (tag, className, text = "") =>
  Object.assign(document.createElement(tag), { className, textContent: text });

function row(line) {
  const look = looks.find(([kinds]) => kinds.test(line.kind))?.[1] ?? "";
  const item = make("li", line.isDetail ? "is-detail" : look);
  item.append(make("time", "", exactTime(line.at)), make("span", "", line.words[currentLanguage()]));
  return item;
}

export function addLine(line) {
  // A stream that begins anew may repeat what was already told.
  if (lines.length && line.sequence <= lines.at(-1).sequence) return false;
  lines.push(line);
  const log = find("log");
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  log.append(row(line));
  if (isAtEnd) log.scrollTop = log.scrollHeight;
  return true;
}

export const told = () => lines;

export function showSteps(next) {
  steps = next;
  tickSteps();
}

/** Rewritten each second, so that the time left is right. */
export function tickSteps() {
  const items = steps.slice(0, 4).map((step) => {
    const item = make("li", "");
    item.append(
      make("time", "", clockTime(step.at)), make("span", "", step.words[currentLanguage()]),
      make("span", "left", timeLeft(step.at - now())));
    return item;
  });
  if (!items.length) {
    const item = make("li", "");
    item.append(make("span", "calm", word("nothing")));
    item.className = "calm";
    items.push(item);
  }
  find("next").replaceChildren(...items);
}

export function translateLog() {
  const log = find("log");
  log.dataset.empty = word("empty");
  log.replaceChildren(...lines.map(row));
  log.scrollTop = log.scrollHeight;
  tickSteps();
}

export function beginLog() {
  find("details").addEventListener("change", (event) => {
    find("log").classList.toggle("shows-details", event.target.checked);
    find("log").scrollTop = find("log").scrollHeight;
  });
}
