// The guide: which of its steps has been done is read from the log, never from the clicks.
import { told } from "/demo/demo-log.js";
import { word } from "/demo/demo-words.js";

const find = (id) => document.getElementById(id);
const milestones = ["watch.armed", "case.opened", "case.claimed", "case.closed"];
let startsAfter = 0;
const ringing = new Set();

const make = (tag, className, text = "") =>
  Object.assign(document.createElement(tag), { className, textContent: text });

/** How many steps are done, each after the one before it; a watch that ends well begins anew. */
function stepsDone() {
  let done = 0;
  for (const line of told()) {
    if (line.sequence <= startsAfter) continue;
    if (line.kind === milestones[done]) done += 1;
    else if (line.kind === "watch.closed" && done === 1) done = 0;
  }
  return done;
}

const attempts = () =>
  told().filter((line) => line.sequence > startsAfter && line.kind === "watch.attempt-planned").length;

function hint(index, step) {
  if (index === 1) {
    if (ringing.has("person")) return step.ringing;
    if (attempts() === 1) return step.between;
    if (attempts() > 1) return step.last;
  }
  if (index === 2 && ringing.has("operator")) return step.ringing;
  return step.how;
}

/** The latest case, as an operator writes it. */
export const caseName = () => told().findLast((line) => line.reference)?.reference ?? "L…";

function stepRow(step, index, done) {
  const isNow = index === done;
  const item = make("li", index < done ? "is-done" : isNow ? "is-now" : "");
  if (isNow) item.setAttribute("aria-current", "step");
  const text = make("div", "", step.title.replace("{case}", caseName()));
  text.append(make("small", "how", hint(index, step)));
  item.append(make("b", "", index < done ? "✓" : String(index + 1)), text);
  return item;
}

function endRow() {
  const item = make("li", "is-now");
  const text = make("div", "", word("end"));
  const again = make("button", "", word("again"));
  again.type = "button";
  again.addEventListener("click", () => {
    startsAfter = told().at(-1)?.sequence ?? 0;
    showGuide();
  });
  text.append(make("br", ""), again);
  item.append(make("b", "", "★"), text);
  return item;
}

let shown = "";

export function showGuide() {
  const done = stepsDone();
  const steps = word("steps");
  const rows = done < steps.length
    ? steps.map((step, index) => stepRow(step, index, done)) : [endRow()];
  const text = rows.map((item) => item.className + item.textContent).join("|");
  // Only a change is written, so that a screen reader and the focus are left alone.
  if (text !== shown) find("guide").replaceChildren(...rows);
  shown = text;
  find("skip").classList.toggle("is-called", done === 1 && !ringing.size);
}

/** A phone has begun or stopped ringing. `role` is person or operator. */
export function noteRinging(role, isRinging) {
  if (isRinging) ringing.add(role); else ringing.delete(role);
  showGuide();
}
