// Every word of the demo's page, in both languages. The log's sentences come from the service.
const words = {
  sv: {
    title: "Trygghetstjänsten", banner: "Demo – allt är påhittat. Inga riktiga sms eller samtal.",
    clock: "Demons klocka", speed: "Tidens fart", skip: "Hoppa till nästa händelse", other: "English",
    soundOn: "Ljud på", soundOff: "Sätt på ljud", person: "Den som skyddas", choosePerson: "Vems telefon",
    codes: "Bo har kod 4711 och hotkod 5822", operators: "Operatörer i jour",
    next: "Om ingen gör något", nothing: "Ingen är bevakad just nu. Tjänsten väntar på ett sms eller ett samtal.",
    story: "Det här händer", details: "Visa även hur meddelandena går", empty: "Här berättas allt som tjänsten gör.",
    offline: "Ingen kontakt med demon. Är den avslutad? Försöker igen …", phone: "Telefon",
    paceCall: "Samtal pågår: tiden går som i verkligheten tills det är slut.",
    paceCase: "Ett larm är öppet: tiden går högst tio gånger så fort.",
    paceSlow: "Något är på väg: tiden går som i verkligheten en kort stund.",
    skip_callIsLive: "Först måste samtalet ta slut: svara, avvisa eller låt det ringa ut.",
    skip_somethingIsLeaving: "Ett meddelande är på väg. Prova igen om ett ögonblick.",
    skip_comesAtOnce: "Det händer nu.", skip_nothingIsComing: "Inget är på väg. Skicka ett sms först.",
    soon: "nu", inMinutes: (n) => `om ${n} min`, inSeconds: (n) => `om ${n} s`,
    steps: [
      { title: "Ada ska på möte. Skicka ”om 10 min möte Folkets hus” från hennes telefon.",
        how: "Tryck på förslaget i telefonen till vänster och sedan på den gröna pilen. Tjänsten svarar." },
      { title: "Ada svarar inte. Hoppa fram i tiden och hör hennes telefon ringa.",
        how: "Tryck ”Hoppa till nästa händelse” här ovanför.",
        ringing: "Det ringer hos Ada! Låt det ringa ut, eller avvisa. Bara en tangent räknas som svar.",
        between: "Inget svar. Tjänsten försöker en gång till. Hoppa till nästa händelse.",
        last: "Strax larmas en operatör." },
      { title: "Olga larmas. Låt henne ta larmet: svara i hennes telefon och tryck 4.",
        how: "Lyssna på rösten i Olgas telefon. Missade du samtalet: hoppa fram, så ringer det igen.",
        ringing: "Det ringer hos Olga: svara, lyssna och tryck 4." },
      { title: "Olga har nått Ada, och allt är bra. Skicka ”OK {case}” från Olgas telefon.",
        how: "I verkligheten ringer hon Ada först. Sedan avslutas larmet, och alla kan andas ut." },
    ],
    end: "Klart! Prova nu själv: ”HJÄLP” eller ”tyst” från Ada, ring tjänsten med gröna luren, eller byt till Bo, som har koder.",
    again: "Börja om guiden",
  },
  en: {
    title: "The safety check-in service", banner: "Demo – everything is made up. No real texts or calls.",
    clock: "The demo's clock", speed: "Speed of time", skip: "Skip to the next event", other: "Svenska",
    soundOn: "Sound on", soundOff: "Turn sound on", person: "The person protected", choosePerson: "Whose phone",
    codes: "Bo's code is 4711, the duress code 5822", operators: "Operators on duty",
    next: "If nobody does anything", nothing: "Nobody is watched just now. The service waits for a text or a call.",
    story: "What happens", details: "Also show how messages travel", empty: "Everything that the service does is told here.",
    offline: "No contact with the demo. Has it ended? Trying again …", phone: "Phone",
    paceCall: "A call is live: time passes as in life until it is over.",
    paceCase: "An alarm is open: time passes ten times as fast at most.",
    paceSlow: "Something is on its way: time passes as in life for a moment.",
    skip_callIsLive: "The call must end first: answer, decline, or let it ring out.",
    skip_somethingIsLeaving: "A message is on its way. Try again in a moment.",
    skip_comesAtOnce: "It happens now.", skip_nothingIsComing: "Nothing is coming. Send a text first.",
    soon: "now", inMinutes: (n) => `in ${n} min`, inSeconds: (n) => `in ${n} s`,
    steps: [
      { title: "Ada is going to a meeting. Send “om 10 min möte Folkets hus” from her phone.",
        how: "Press the suggestion in the phone to the left, then the green arrow. The service replies." },
      { title: "Ada does not answer. Skip ahead in time and hear her phone ring.",
        how: "Press “Skip to the next event” above.",
        ringing: "Ada's phone rings! Let it ring out, or decline. Only a key counts as an answer.",
        between: "No answer. The service tries once more. Skip to the next event.",
        last: "An operator is about to be paged." },
      { title: "Olga is paged. Let her take the alarm: answer her phone and press 4.",
        how: "Listen to the voice in Olga's phone. Missed the call? Skip ahead and it rings again.",
        ringing: "Olga's phone rings: answer, listen and press 4." },
      { title: "Olga has reached Ada, and all is well. Send “OK {case}” from Olga's phone.",
        how: "In life she rings Ada first. Then the alarm is closed, and everybody can breathe out." },
    ],
    end: "Done! Now try yourself: “HJÄLP” or “tyst” from Ada, ring the service with the green handset, or change to Bo, who has codes.",
    again: "Start the guide again",
  },
};

let language = "sv";

export function setLanguage(name) {
  language = words[name] ? name : "sv";
  document.documentElement.lang = language;
}

export const currentLanguage = () => language;
export const word = (key) => words[language][key] ?? key;

const zone = "Europe/Stockholm";
const shortTime = new Intl.DateTimeFormat("sv-SE", { hour: "2-digit", minute: "2-digit", timeZone: zone });
const longTime = new Intl.DateTimeFormat("sv-SE", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: zone });
const written = (text) => (language === "sv" ? text.replaceAll(":", ".") : text);

export const clockTime = (milliseconds) => written(shortTime.format(milliseconds));
export const exactTime = (milliseconds) => written(longTime.format(milliseconds));

export function timeLeft(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds <= 0) return word("soon");
  return seconds < 90 ? word("inSeconds")(seconds) : word("inMinutes")(Math.round(seconds / 60));
}
