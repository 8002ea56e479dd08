extension Phrasebook {
  public static let swedish = Phrasebook(
    language: .swedish,
    // A watch begins and goes on
    started: """
      {t} Du är bevakad till {tid}. OK när allt gått bra, +30 om du blir sen, HJÄLP vid fara. \
      Inget svar: vi ringer. Tel {tfn}.
      """,
    opened: """
      {t} Som sagt: bevakad till {tid}. OK när allt gått bra, +30 om du blir sen, HJÄLP vid \
      fara. Inget svar: vi ringer. Tel {tfn}.
      """,
    reminder: """
      {t} Sluttid {tid}, om {min} min. Är allt bra: svara OK. Behöver du mer tid: +30. Vid \
      fara: HJÄLP eller ring 112.
      """,
    due: """
      {t} Sluttiden {tid} har passerat. Vi ringer dig nu. Svara OK om allt är bra, eller +30. \
      Vid fara: ring 112.
      """,
    missed: """
      {t} Vi har ringt utan att nå dig. Svara OK eller ring {tfn} genast. Når vi dig inte kan \
      vi larma polis.
      """,
    extended: """
      {t} Ny sluttid: {tid}. Svara OK när allt gått bra, +30 om du blir sen igen, HJÄLP vid \
      fara.
      """,
    earlier: """
      {t} Sluttiden är flyttad fram till {tid}, tidigare än förut. Fel? Svara med rätt tid, \
      t.ex. 21.30.
      """,
    extensionLimit: """
      {t} Så lång förlängning behöver vi prata om. {tid} gäller än. Ring {tfn} eller svara RING \
      så ringer vi.
      """,
    nextLeg: """
      {t} Etappen är klar. Nästa etapp bevakas till {tid}. OK när allt gått bra, +30 om du blir \
      sen, HJÄLP vid fara.
      """,
    statusOn: """
      {t} Bevakning pågår till {tid}. Svara OK när allt är bra, +30 för mer tid, HJÄLP vid \
      fara.
      """,
    note: """
      {t} Vidare till operatör. Bevakningen till {tid} pågår. Är allt bra: svara bara OK. Mer \
      tid: +30. Fara: HJÄLP.
      """,
    ambiguous: """
      {t} Är allt bra nu: svara bara OK. Behöver du mer tid: svara bara t.ex. +30. Till dess \
      gäller {tid}.
      """,
    stopKept: """
      {t} Bevakningen till {tid} pågår än. Är allt bra: svara OK. Vill du slippa våra sms: ring \
      {tfn}.
      """,
    callMe: """
      {t} En operatör ringer dig så snart det går. Vid fara: ring 112. Din sluttid {tid} gäller \
      som förut.
      """,
    okAgain: "{t} Är allt bra redan nu? Svara OK en gång till. Till dess är du bevakad till {tid}.",
    wrongCode: """
      {t} Koden stämde inte. Bevakningen till {tid} pågår. Svara OK och din kod, eller ring \
      {tfn}.
      """,
    needCode: """
      {t} Skriv OK och din kod, t.ex. OK 1234. Bevakningen till {tid} pågår tills koden kommit. \
      Eller ring {tfn}.
      """,
    outage: """
      {t} Störning hos oss. Ring {tfn} när allt gått bra eller om du blir sen. En operatör har \
      din sluttid {tid}.
      """,
    // A watch ends, or an alarm goes on
    closed: "{t} Tack, ditt OK kom {kl}. Bevakningen är avslutad.",
    closedLate: """
      {t} Tack, ditt OK kom {kl}. Larmet har hunnit gå vidare. En operatör ringer dig för att \
      stämma av, svara gärna.
      """,
    byOperator: """
      {t} Bevakningen avslutades {kl} efter samtal med oss. Stämmer det inte: ring {tfn} \
      genast.
      """,
    help: """
      {t} Larm mottaget {kl}. Vi söker en operatör nu. Vid akut fara: ring 112. Skriv var du \
      är. Svara TYST om vi inte ska ringa.
      """,
    caseOpen: """
      {t} Larmet har redan gått vidare. Ditt sms visas för operatörerna. Svara TYST om vi inte \
      ska ringa. Vid akut fara: ring 112. Tel {tfn}.
      """,
    extensionDuringCase: """
      {t} Larmet har redan gått vidare, så sluttiden ändras inte. Ditt sms visas för \
      operatörerna. Svara gärna när vi ringer. Vid fara: ring 112.
      """,
    // No watch
    statusOff: """
      {t} Du är INTE bevakad nu. Starta: skriv sluttid och plats, t.ex. 21.30 möte Folkets hus. \
      Eller ring {tfn}.
      """,
    unknown: """
      {t} Vi förstod inte. Du är INTE bevakad. Skriv sluttid och plats, t.ex. 21.30 möte \
      Folkets hus. Eller ring {tfn}.
      """,
    unknownDanger: """
      {t} Du är INTE bevakad, men ditt sms visas för operatörerna. Behöver du hjälp: svara \
      HJÄLP eller ring {tfn}. Vid akut fara: ring 112.
      """,
    past: """
      {t} {kl} har redan passerat. Du är INTE bevakad. Skriv en ny sluttid, t.ex. om 2 tim, \
      eller ring {tfn}.
      """,
    tooSoon: """
      {t} Sluttiden måste vara minst 5 min bort. Du är INTE bevakad. Vid fara: ring 112. Annars \
      skriv en senare tid.
      """,
    tooLong: """
      {t} Via sms går högst {h} tim. Du är INTE bevakad. Skriv en tidigare sluttid eller ring \
      {tfn}.
      """,
    askTime: """
      {t} När ska vi höra av dig? Svara med sluttid, t.ex. 21.30 eller om 2 tim. Du är INTE \
      bevakad än. Tel {tfn}.
      """,
    askDay: """
      {t} Menar du {tid}? Svara då med dag och tid, t.ex. i morgon 18.00. Du är INTE bevakad \
      än. Tel {tfn}.
      """,
    nothing: """
      {t} Ingen bevakning pågår. Du är INTE bevakad. Starta: skriv sluttid och plats, t.ex. \
      21.30 möte. Fel? Ring {tfn}.
      """,
    callMeOff: """
      {t} En operatör ringer dig så snart det går. Du är INTE bevakad nu. Vid fara: ring 112.
      """,
    stranger: """
      {t} Numret är inte anslutet. Du är INTE bevakad. Ring {tfn}. Vid akut fara: ring 112.
      """,
    paused: """
      {t} Tjänsten är pausad för dig. Du är INTE bevakad. Kontakta säkerhetsansvarig. Vid akut \
      fara: ring 112.
      """,
    optOutAsk: """
      {t} Vill du lämna tjänsten och slippa våra sms? Ring {tfn}. Till dess är du ansluten som \
      förut. Du är INTE bevakad nu.
      """,
    // Apart from any watch
    test: "{t} Testet fungerar, räksmörgås. Ingen bevakning har startats eller ändrats.",
    info: """
      {t} 21.30 möte X = starta. OK = klar. +30 = mer tid. STATUS. RING = vi ringer. HJÄLP = \
      larm. Tel {tfn}. ENGLISH.
      """,
    welcome: """
      {t} Välkommen. Spara numret. Starta: skriv sluttid och plats. Klar: OK. Sen: +30. Fara: \
      HJÄLP. Svara JA {kod} för att bekräfta.
      """,
    enrolled: """
      {t} Tack, ditt nummer är anslutet. Ingen bevakning har startats. Starta: skriv sluttid \
      och plats, t.ex. 21.30 möte. Frågor: ring {tfn}.
      """,
    languageChanged: """
      {t} Nu skriver vi på svenska. Inget annat har ändrats. Svara STATUS om du vill veta om du \
      är bevakad. HJÄLP vid fara. Tel {tfn}.
      """,
    // To operators
    pageNotReached: """
      LARM {ref} prio 1: ingen återkoppling sedan {kl}. Svara {kod} för att ta larmet. Öppna \
      konsolen eller ring {tfn}.
      """,
    pageSOS: """
      LARM {ref} prio 1: HJÄLP {kl}. Svara {kod} för att ta larmet. Öppna konsolen eller ring \
      {tfn}.
      """,
    pageSilent: """
      LARM {ref} prio 1: TYST LARM {kl}. RING INTE och sms:a INTE personen. Svara {kod} för att \
      ta larmet. Tel {tfn}.
      """,
    pageDanger: """
      LARM {ref} prio 1: OROANDE SMS {kl}. Svara {kod} för att ta larmet. Öppna konsolen eller \
      ring {tfn}.
      """,
    pageCallback: "Ärende {ref}: ring upp {nr}, sökte oss {kl}. Svara {kod} för att ta det.",
    pageHiddenCallback: """
      Ärende {ref}: okänt nummer sökte oss {kl}. Svara {kod} för att ta det. Öppna konsolen \
      eller ring {tfn}.
      """,
    pageUnclear: """
      Ärende {ref}: oklart svar {kl}, bevakning till {tid}. Svara {kod} för att ta det. Öppna \
      konsolen eller ring {tfn}.
      """,
    pageUnclearWithoutWatch: """
      Ärende {ref}: oklart svar {kl}, ingen bevakning. Svara {kod} för att ta det. Öppna \
      konsolen eller ring {tfn}.
      """,
    pageFault: "DRIFT {ref}: {fel}. Svara {kod} för att ta det. Öppna konsolen eller ring {tfn}.",
    unknownFault: "fel i tjänsten",
    claimed: """
      Du har larm {ref} sedan {kl}. Ring eller öppna konsolen inom {min} min, annars söks \
      nästa.
      """,
    alreadyTaken: "Larm {ref} togs {kl} av {namn}. Du behöver inte göra något.",
    // To those who must be told
    inform: """
      LARM {ref}: det gäller en person i din verksamhet, sedan {kl}. Ring {tfn} för besked. \
      Svara {kod} för att bekräfta att du är nådd.
      """,
    standDown: "Larm {ref} återkallades {kl}. Du behöver inte göra mer. Frågor: ring {tfn}.",
    afterSafe: """
      Trygghetstjänsten användes {dat} av en person i din verksamhet. Avslutad utan larm. \
      Ärende {ref} finns i portalen.
      """,
    afterAlarm: """
      Trygghetstjänsten användes {dat} av en person i din verksamhet. Avslutad efter larm. \
      Ärende {ref} finns i portalen.
      """
  )
}
