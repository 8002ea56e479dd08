// Every word on the page of phones, in both languages.
const words = {
  sv: {
    title: "Låtsastelefoner",
    lead: "Skriv eller ring till tjänsten som om du höll i telefonen. Ringer den: svara, lyssna och tryck.",
    sound: "Ljud", soundOn: "Ljud på", soundOff: "Sätt på ljud", add: "Fler telefoner",
    other: "English", phone: "Telefon", offline: "Ingen kontakt med teleoperatören. Försöker igen …",
    write: "Skriv ett sms …", send: "Skicka", call: "Ring", answer: "Svara", reject: "Avvisa",
    hangUp: "Lägg på", incoming: "Inkommande samtal", dialling: "Ringer …", connecting: "Kopplar …",
    talking: "I samtal", recording: "Spelar in", listening: "Väntar på att du trycker",
    speaking: "Rösten säger", ended: "Samtalet är slut", noTexts: "Inga meddelanden än.",
    hint: "Skriv här nedanför, eller ring med den gröna luren.",
    off: "Telefonen är avstängd", service: "Tjänsten", keypad: "Knappsats", pressed: "Du tryckte",
    status_sent: "Skickat", status_delivered: "Levererat", status_failed: "Kom inte fram",
    status_created: "Skickas", call_completed: "Samtal", call_noAnswer: "Missat samtal",
    call_busy: "Upptaget", call_rejected: "Avvisat samtal", call_failed: "Samtalet kom inte fram",
    behaviour: "När det ringer", manual: "Jag svarar själv", person: "Någon svarar, trycker inget",
    personOne: "Någon svarar och trycker 1", voicemail: "Röstbrevlådan svarar", busy: "Upptaget",
    noAnswer: "Ingen svarar", rejectChoice: "Samtalet avvisas", offChoice: "Telefonen är avstängd",
    custom: "Styrs utifrån", from: "från", to: "till",
  },
  en: {
    title: "Make-believe phones",
    lead: "Text or ring the service as if you held the phone. When it rings: answer, listen, press.",
    sound: "Sound", soundOn: "Sound on", soundOff: "Turn sound on", add: "More phones",
    other: "Svenska", phone: "Phone", offline: "No contact with the telephone company. Trying again …",
    write: "Write a text …", send: "Send", call: "Call", answer: "Answer", reject: "Decline",
    hangUp: "Hang up", incoming: "Incoming call", dialling: "Ringing …", connecting: "Connecting …",
    talking: "In a call", recording: "Recording", listening: "Waiting for you to press",
    speaking: "The voice says", ended: "Call ended", noTexts: "No messages yet.",
    hint: "Write below, or call with the green button.",
    off: "The phone is switched off", service: "The service", keypad: "Keypad", pressed: "You pressed",
    status_sent: "Sent", status_delivered: "Delivered", status_failed: "Not delivered",
    status_created: "Sending", call_completed: "Call", call_noAnswer: "Missed call",
    call_busy: "Busy", call_rejected: "Declined call", call_failed: "The call did not get through",
    behaviour: "When it rings", manual: "I answer myself", person: "Somebody answers, presses nothing",
    personOne: "Somebody answers and presses 1", voicemail: "Voicemail answers", busy: "Busy",
    noAnswer: "Nobody answers", rejectChoice: "The call is declined", offChoice: "The phone is switched off",
    custom: "Controlled from outside", from: "from", to: "to",
  },
};

let language = "sv";

export function setLanguage(name) {
  language = words[name] ? name : "sv";
  document.documentElement.lang = language;
}

export const currentLanguage = () => language;

export const word = (key) => words[language][key] ?? key;
