// Numbers and times as people in Sweden write them.

/** +46701740605 becomes 070-174 06 05. */
export function national(number) {
  const parts = number.match(/^\+46(\d{2})(\d{3})(\d{2})(\d{2})$/);
  return parts ? `0${parts[1]}-${parts[2]} ${parts[3]} ${parts[4]}` : number;
}

export const clockTime = (date) =>
  date.toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" });
