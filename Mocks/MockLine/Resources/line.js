// The way to the telephone company: its control interface and its stream of changes.
const encoded = (number) => encodeURIComponent(number);

async function send(method, path, body) {
  const answer = await fetch(`/control/${path}`, {
    method, headers: { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return answer.status === 204 ? null : answer.json();
}

export const sendText = (number, to, text) =>
  send("POST", `phones/${encoded(number)}/texts`, { to, text });
export const placeCall = (number, to) => send("POST", `phones/${encoded(number)}/calls`, { to });
export const setBehaviour = (number, behaviour) =>
  send("PUT", `phones/${encoded(number)}/behaviour`, behaviour);
export const answerCall = (id) => send("POST", `calls/${id}/answer`);
export const hangUpCall = (id) => send("POST", `calls/${id}/hangup`);
export const pressKeys = (id, keys) => send("POST", `calls/${id}/keys`, { keys });

/** The number of the service: the one with an address for texts, else any that was used. */
export async function serviceNumber() {
  const { numbers } = await send("GET", "numbers");
  return numbers.find((entry) => entry.isConfigured)?.number ?? numbers[0]?.number ?? "+46701740699";
}

/** Calls back with every change of these phones, and reconnects for ever. */
export function listen(numbers, { onLine, onPhone, onContact }) {
  const stream = new EventSource(`/page/events?phones=${numbers.map(encoded).join(",")}`);
  stream.addEventListener("open", () => onContact(true));
  stream.addEventListener("error", () => onContact(false));
  stream.addEventListener("line", (event) => onLine(JSON.parse(event.data)));
  stream.addEventListener("phone", (event) => onPhone(JSON.parse(event.data)));
  return () => stream.close();
}
