// One phone: a card that looks and sounds like one, fed with what the line says about it.
import { CallScreen } from "/call.js";
import { clockTime, national } from "/format.js";
import * as company from "/line.js";
import { messageChime } from "/sound.js";
import { Timeline } from "/timeline.js";
import { word } from "/words.js";

const choices = {
  manual: "manual",
  personOne: { answer: "person", keys: ["1"] },
  person: { answer: "person" },
  voicemail: { answer: "voicemail" },
  noAnswer: { answer: "noAnswer" },
  busy: { answer: "busy" },
  rejectChoice: { answer: "reject" },
  offChoice: { answer: "off" },
};

const template = document.createElement("template");
template.innerHTML = `
  <article class="phone">
    <div class="screen">
      <div class="status"><span class="clock"></span><span class="signal" aria-hidden="true"><i></i><i></i><i></i><i></i></span></div>
      <header class="who">
        <span class="avatar" aria-hidden="true"></span>
        <span class="label"><strong class="name"></strong><span class="number"></span></span>
        <button type="button" class="round dial" data-label="call"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z"/></svg></button>
      </header>
      <ol class="timeline" role="log" aria-live="polite"></ol>
      <div class="chips"></div>
      <form class="composer">
        <input class="draft" autocomplete="off" maxlength="600">
        <button class="round send" data-label="send"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 20.5 21.5 12 3 3.5l-.01 6.6L15 12 2.99 13.9z"/></svg></button>
      </form>
      <div class="dark" hidden><span aria-hidden="true">⏻</span><p></p></div>
    </div>
    <label class="behaviour"><span></span><select></select></label>
  </article>`;

export class Phone {
  #options;
  #timeline;
  #call;
  #view = null;

  constructor(options) {
    this.#options = options;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#find(".number").textContent = national(options.number);
    this.#timeline = new Timeline(this.#find(".timeline"));
    this.#call = new CallScreen(this.#find(".screen"), options);
    this.#find(".composer").addEventListener("submit", (event) => this.#submit(event));
    this.#find(".dial").addEventListener("click", () => this.#dial());
    this.#find("select").addEventListener("change", (event) => this.#choose(event.target.value));
    this.offerChips(options.chips);
    this.translate();
    this.tick();
  }

  #find(selector) { return this.element.querySelector(selector); }

  translate() {
    const name = this.#options.name ?? word("phone");
    this.element.setAttribute("aria-label", `${word("phone")}: ${name}, ${national(this.#options.number)}`);
    this.#find(".name").textContent = name;
    this.#find(".avatar").textContent = name.slice(0, 1);
    this.#find(".draft").placeholder = word("write");
    this.#find(".draft").setAttribute("aria-label", word("write"));
    this.#find(".behaviour span").textContent = word("behaviour");
    this.#find(".dark p").textContent = word("off");
    for (const element of this.element.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", word(element.dataset.label));
      element.title = word(element.dataset.label);
    }
    this.#fillChoices();
    this.#timeline.translate();
    this.#call.translate();
    if (this.#view) this.show(this.#view);
  }

  tick() {
    this.#find(".clock").textContent = clockTime(this.#options.lineTime());
    this.#call.tick();
  }

  /** Shows what the line says about this phone. */
  show(view) {
    const isFirst = this.#view === null;
    this.#view = view;
    const added = this.#timeline.show(view);
    if (added && !isFirst) messageChime();
    this.#call.show(view.calls.findLast((call) => call.prompt));
    this.#find(".dark").hidden = view.behaviour.answer !== "off";
    this.#find("select").value = choiceFor(view.behaviour);
  }

  #fillChoices() {
    const select = this.#find("select");
    const chosen = select.value;
    select.replaceChildren(...[...Object.keys(choices), "custom"].map((key) => new Option(word(key), key)));
    select.lastElementChild.disabled = true;
    select.value = chosen || "manual";
  }

  /** Texts that a click writes into the draft. */
  offerChips(chips) {
    this.#find(".chips").replaceChildren(...chips.map((text) => {
      const chip = Object.assign(document.createElement("button"), { type: "button", textContent: text });
      chip.addEventListener("click", () => this.#propose(text));
      return chip;
    }));
  }

  /** Fills the text in and leaves the sending to whoever holds the phone. */
  #propose(text) {
    this.#find(".draft").value = text;
    this.#find(".draft").focus({ preventScroll: true });
  }

  async #service() { return this.#options.line ?? company.serviceNumber(); }

  async #submit(event) {
    event.preventDefault();
    const draft = this.#find(".draft");
    const text = draft.value.trim();
    if (!text) return;
    draft.value = "";
    await this.#send(text);
  }

  async #send(text) { await company.sendText(this.#options.number, await this.#service(), text); }
  async #dial() { await company.placeCall(this.#options.number, await this.#service()); }
  async #choose(key) { await company.setBehaviour(this.#options.number, choices[key]); }
}

function choiceFor(behaviour) {
  if (behaviour.replies || behaviour.hangUpAfterSeconds) return "custom";
  const keys = (behaviour.keys ?? []).join();
  if (behaviour.answer === "person") return keys === "1" ? "personOne" : keys ? "custom" : "person";
  return { off: "offChoice", reject: "rejectChoice" }[behaviour.answer] ?? behaviour.answer;
}
