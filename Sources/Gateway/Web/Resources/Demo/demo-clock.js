// The demo's clock: what it shows, how fast it goes, and skipping.
import { exactTime, word } from "/demo/demo-words.js";

const find = (id) => document.getElementById(id);
let state = null;
/** Our clock may differ from the machine's that runs the demo; only differences are used. */
let shownAt = 0;
let refusal = "";

export function now() {
  if (!state) return Date.now();
  return state.demo + (Date.now() - shownAt + state.lag) * state.speed;
}

export function showClock(next) {
  const lag = Math.max(0, Date.now() - next.real);
  // On another machine the difference means nothing; then the time begins when it is told.
  state = { ...next, lag: lag < 3_600_000 ? lag : 0 };
  shownAt = Date.now();
  refusal = "";
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === state.chosenSpeed));
  }
  find("skip").disabled = !state.canSkip;
  showPace();
  tick();
}

export function showPace() {
  const isSlowed = state && state.speed !== state.chosenSpeed;
  find("pace").textContent =
    refusal ? word(refusal) : state?.isCallLive ? word("paceCall") : isSlowed && state.speed > 1 ? word("paceCase") : isSlowed ? word("paceSlow") : "";
}

export function tick() {
  find("clock").textContent = exactTime(now());
}

async function post(path, body) {
  const answer = await fetch(`/demo/${path}`, {
    method: "POST", headers: { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return answer.status === 204 ? null : answer.json();
}

export function beginClock() {
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.addEventListener("click", () => post("clock", { speed: Number(button.dataset.speed) }));
  }
  find("skip").addEventListener("click", async () => {
    const { result } = await post("skip");
    refusal = result === "skipped" ? "" : `skip_${result}`;
    showPace();
  });
  setInterval(tick, 200);
}
