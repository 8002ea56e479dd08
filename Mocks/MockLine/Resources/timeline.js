// What has passed between a phone and the world: texts as bubbles, calls as lines.
import { clockTime } from "/format.js";
import { word } from "/words.js";

const marks = { created: "◌", sent: "✓", delivered: "✓✓", failed: "⚠" };

export class Timeline {
  #list;
  #shown = new Map();
  #view = null;

  constructor(list) { this.#list = list; }

  /** Returns whether a text has come in since the last time. */
  show(view) {
    this.#view = view;
    const items = [...view.texts.filter(isVisible), ...view.calls.filter((call) => !call.prompt)]
      .sort((one, other) => when(one).localeCompare(when(other)));
    const wasAtEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 40;
    const isEmptied = this.#shown.size > items.length;
    if (isEmptied) { this.#list.replaceChildren(); this.#shown.clear(); }
    let hasNewText = false;
    for (const item of items) hasNewText = this.#place(item) || hasNewText;
    this.#list.classList.toggle("is-empty", items.length === 0);
    if (wasAtEnd || hasNewText) this.#list.scrollTop = this.#list.scrollHeight;
    return hasNewText;
  }

  translate() {
    this.#list.dataset.empty = word("noTexts");
    this.#list.dataset.hint = word("hint");
    this.#shown.clear();
    this.#list.replaceChildren();
    if (this.#view) this.show(this.#view);
  }

  #place(item) {
    const known = this.#shown.get(item.id);
    const look = item.text === undefined ? item.state : item.status;
    if (known?.look === look) return false;
    const row = item.text === undefined ? callRow(item) : textRow(item);
    if (known) known.row.replaceWith(row); else this.#list.append(row);
    this.#shown.set(item.id, { row, look });
    return !known && item.text !== undefined && item.direction === "in";
  }
}

/** A text on its way to the phone is not on the phone yet. */
const isVisible = (text) => text.direction === "out" || text.status === "delivered";
const when = (item) => item.deliveredAt ?? item.at;

function textRow(text) {
  const row = make("li", `bubble ${text.direction}${text.status === "failed" ? " is-failed" : ""}`);
  const meta = make("span", "meta", clockTime(new Date(when(text))));
  if (text.direction === "out") {
    const mark = make("span", "mark", marks[text.status]);
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", word(`status_${text.status}`));
    mark.title = word(`status_${text.status}`);
    meta.append(" ", mark);
  }
  row.append(make("p", "", text.text), meta);
  return row;
}

function callRow(call) {
  const row = make("li", `past-call ${call.state}`);
  const seconds = call.answeredAt ? Math.round((Date.parse(call.endedAt) - Date.parse(call.answeredAt)) / 1000) : 0;
  const parts = [word(`call_${call.state}`)];
  if (call.answeredAt) parts.push(`${seconds} s`);
  if (call.pressed) parts.push(`${word("pressed")} ${call.pressed.replace(/\d{4,}/g, "••••")}`);
  row.append(
    make("span", "arrow", call.direction === "in" ? "↙" : "↗"), make("span", "", parts.join(" · ")),
    make("span", "meta", clockTime(new Date(call.at))));
  return row;
}

function make(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
