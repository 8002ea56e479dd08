/// Every word that the grammar obeys, in one place, to be reviewed by people who know both languages.
///
/// Words are compared without dots and accents, so `hjalp` needs no line of its own. A word in
/// `polite` may stand in a text that closes a watch: keep that list short. Never add names.
enum WordLists {
  static let kinds: [(kind: WordKind, words: String)] = [
    (.close, "ok okej okay klar klart hemma framme trygg safe done home arrived"),
    (.closeAlone, "okk oki okey 👍 ✅ 👌"),
    (
      .polite,
      """
      jag vi är allt väl lugnt gått gick det nu redan tack hej då mvh och har här med hälsning
      hälsningar hejdå tackar i im ive am is are we were weve all well went it its now already
      thanks thx hi hello bye goodbye and have has here with regards safely 👍 ✅ 👌
      """
    ),
    (.thanks, "tack tackar tackartackar thanks thx thank ty 🙏"),
    (
      .courtesy,
      """
      tack tackar hej hejdå hejhej då så mycket snälla nu mvh hälsning hälsningar thanks thx thank
      you ty hi hello bye please very much now sms larm tusen bästa 🙏
      """
    ),
    (
      .negation,
      """
      inte ej icke not nej kanske knappt osäker än ännu aldrig ingen inget inga ikke nä nää näe
      knappast tveksam snart nästan no never none dont isnt arent cant cannot wont maybe perhaps
      unsure yet hardly nearly almost soon nope utan without nog troligen tror int itne inet
      """
    ),
    (.yes, "ja jaa japp jadå jajamen jo joo jodå yes yep yeah yup"),
    (.no, "nej nejdå nä nää näe nix nope no"),
    (
      .sos,
      """
      hjälp help sos larm nöd nödläge akut 112 överfall rädda emergency danger alarm mayday 🆘
      hjälpa hlep hepl ehlp helpp larma överfallen överfallet överföll nödsituation
      """
    ),
    (.quiet, "tyst quiet"),
    (
      .late,
      """
      mer förläng förlänga förlänger sen senare försenad försenade förseningar försening
      dröjer dröja delay delayed delaying extend late later ytterligare extra plus another more
      """
    ),
    (.more, "till more mer extra längre later"),
    (
      .lateFiller,
      """
      tid tiden time jag vi det är blir bli behöver vill kan få får skulle ha ge mig kommer att lite
      litet ca cirka ungefär runt about around tyvärr sorry förlåt ursäkta snälla please med by
      i im we are am is running need can could get have give me a bit with på för
      """
    ),
    (.request, "kan får skulle can could may"),
    (
      .stop,
      "stop stopp end cancel quit unsubscribe avregistrera avsluta avbryt sluta"
    ),
    (.me, "mig mej me"),
    (.keyword, "start starta bevaka möte resa meeting trip journey watch"),
    (.clockLead, "kl klockan clock"),
    (.towardLead, "till until til tills to"),
    (.nearLead, "vid ca cirka runt omkring ungefär senast at by around about before"),
    (.hours, "h tim timma timme timmar timmars hour hours hr hrs t"),
    (.minutes, "m min mins minut minuter minuters minute minutes"),
    (.status, "status tid när when time"),
    (.info, "info meny hur menu how"),
    (.test, "test provlarm"),
    (.call, "ring call ringa"),
    (
      .callFiller,
      "mig mej me upp tillbaka back snälla please kan ni du can you vill could gärna us oss"
    ),
    (.english, "english engelska"),
    (.swedish, "svenska swedish"),
    (.languageFiller, "på in i please snälla tack thanks"),
    (.asking, "är går gick har blev is are am has have did was were"),
    (.asked, "det allt jag vi du ni it all everything i we you"),
    (.code, "kod koden code pin pinkod min my är"),
    (
      .numbered,
      """
      buss bussen linje spår sal rum rummet lokal lokalen hus nr nummer bil tåg tåget spårvagn
      våning plan gate bus line room platform train tram floor no number väg e rv riksväg port
      trappa lägenhet flyg nämnd
      """
    ),
    (
      .reaction,
      """
      gillade ogillade älskade hjärtade betonade skrattade ifrågasatte frågade reagerade tog
      liked loved disliked laughed emphasized emphasised questioned reacted removed hearted
      """
    ),
  ]

  /// Phrases that close, together with nothing but polite words.
  static let closing: [String] = [
    "allt bra", "allt väl", "allt lugnt", "allt är ok", "allt är bra", "allt är väl",
    "allt är lugnt", "det gick bra", "allt gick bra", "har gått bra", "kommit hem", "kommit fram",
    "all good", "all well", "all fine", "all is well", "all is good", "all is fine",
    "everything ok", "everything okay", "everything is ok", "everything is okay",
    "everything is fine", "everything is good", "everything is well", "everything went well",
    "all went well", "it went well", "it all went well", "went fine", "im fine", "i am fine",
    "made it home", "got home", "came home",
  ]

  /// Phrases that are polite though their words are not.
  static let courtesies: [String] = ["thank you", "tack så mycket", "tack så hemskt mycket"]

  /// Phrases that allow a later time beside them, in addition to the lateness words.
  static let lateness: [String] = ["ny tid", "new time", "drar ut på tiden"]

  /// Friendly emoji and signs that change nothing.
  static let fillerSigns: Set<String> = [
    ".", ",", "-", ":", ";", ")", "🙂", "😊", "😀", "😃", "😄", "😁", "☺", "😉", "❤", "👋", "🌟",
  ]

  /// Emoji that are words.
  static let pictograms: Set<Unicode.Scalar> = ["👍", "✅", "👌", "🆘", "🙏"]
}
