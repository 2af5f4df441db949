### Tjenestens egne sider i browseren. Læses af klinikere, ofte midt i arbejdet, og af den, der driver et intranet.
### Roligt, kort og sagligt. Overskrifter på få ord, knapper, der siger, hvad der sker.

## Ramme om hver side

page-about = Svar fra de retningslinjer, der gælder, hvor du arbejder, med kilde til hver sætning.
page-skip = Til indholdet
page-nav = Sider
page-nav-ask = Spørg
page-nav-guidelines = Retningslinjer
page-nav-search = Søg
page-nav-embed = Indlejr
page-nav-docs = API
page-nav-accessibility = Tilgængelighed
page-languages = Sprog
page-responsibility = nordvis gengiver, hvad retningslinjerne siger. Det stiller ingen diagnoser og erstatter hverken dokumenterne eller din vurdering.
page-corpus = Vidensgrundlag

## Første side

page-home-title = Hvad siger retningslinjen?
page-home-lead = Skriv, som du ville spørge en kollega. Du får næste skridt, hvor henvisningen skal hen, hvilke koder der registreres, og hvad der mangler – med kilde til hver sætning.
page-ask-question = Dit spørgsmål
page-ask-hint = Alder, køn, prøvesvar og indgreb hjælper. Skriv ikke navn eller CPR-nummer.
page-ask-region = Region
page-ask-region-any = Alle regioner
page-ask-send = Spørg
page-ask-again = Spørgsmålet kunne ikke besvares endnu. Det, du skrev, står her stadig.
page-ask-empty = Skriv et spørgsmål først.
page-ask-new = Nyt spørgsmål
page-examples = Eksempler
page-example-1 = Kvinde på 72 år, håndledsbrud efter fald i samme plan, FRAX 22 %. Næste skridt?
page-example-2 = Hvilke koder registrerer jeg ved grundbehandling af knæartrose?
page-example-3 = Patient med knæartrose får hjemmesygepleje. Hvor henviser jeg til træning?
page-example-4 = Hoftebrud, FRAX 34 %, eGFR 28. Hvilket lægemiddel?
page-example-5 = Hvad foreslås frakturkoordinatoren at gøre efter et lavenergibrud?
page-example-6 = Hvem kan gå på digital artroseskole?
page-covered = Retningslinjer, der besvarer spørgsmål
page-limits = Hvad tjenesten ikke gør
page-limits-text = nordvis gætter aldrig. Det, der er ukendt, bliver der spurgt om, det, en retningslinje lader stå åbent, siges at være åbent, og en retningslinje, der er udløbet, vises som udløbet. Doser og råd, som dokumenterne ikke giver, findes ikke her.

## Hvordan en retningslinje står

page-validity-expired = Gjaldt til og med { $date }
page-validity-coming = Gælder fra { $date }
page-validity-undated = Uden dato
page-validity-to = Gælder til og med { $date }
page-validity-old = Senest dateret { $date }
page-validity-from = Dateret { $date }

## Felter til oplysninger

page-yes = Ja
page-no = Nej
page-not-known = Ved ikke
page-not-said = Ikke angivet

## Svaret

page-answer-title = Svar
page-understood = Forstået som
page-fact-uncertain = usikkert, bruges ikke
page-fact-conflicting = modsiges, bruges ikke
page-warnings = Bemærk
page-from = { $place }: { $name }
page-provisional = Foreløbigt, indtil de manglende oplysninger er kendt
page-strength = Styrke i kilden
page-evidence = evidensgrad
page-targets = Til
page-deadline = Tid
page-codes = Koder
page-because = Fordi
page-assumed = Forudsat
page-missing = Oplysninger, der mangler
page-missing-more = Flere oplysninger, der kan ændre svaret
page-change = Ret oplysninger
page-change-known = Ret det, der blev forstået
page-update = Svar igen
page-conditional = Afhænger af oplysninger, der mangler
page-applies-if = Gælder, hvis:
page-sources = Kilder
page-source = Kilde
page-source-in-sv = kilden er på svensk
page-source-in-da = kilden er på dansk
page-source-in-en = kilden er på engelsk
page-page = s.
page-passages = Afsnit, der kan hjælpe
page-then = Spørg videre om samme tilfælde
page-then-next_step = Hvad er næste skridt?
page-then-referral_target = Hvor skal henvisningen hen?
page-then-required_codes = Hvilke koder registreres?
page-then-treatment = Hvilken behandling?
page-then-eligibility = Hvem kan komme i betragtning?
page-then-follow_up = Hvordan følges der op?
page-then-referral_content = Hvad skal henvisningen indeholde?
page-then-documentation = Hvad skal dokumenteres?
page-then-work_up = Hvilken udredning?
page-copy = Kopiér til journalen
page-copy-code = Kopiér
page-copy-link = Kopiér link
page-copied = Kopieret
page-print = Udskriv
page-as-text = Svaret som ren tekst
page-feedback = Var svaret til hjælp?
page-feedback-comment = Kommentar (valgfri)
page-feedback-hint = Skriv ikke noget, der kan pege på en patient.
page-feedback-yes = Ja, det hjalp
page-feedback-no = Nej, det hjalp ikke
page-feedback-thanks = Tak. Det, du skrev, er gemt.
page-answer-as-of = Gælder for
page-answer-given = Givet
page-answer-id = Svarets id

## Søg

page-search-label = Søg i retningslinjerne
page-search-send = Søg

## Når noget ikke findes

page-problem-number = Nummer:
page-problem-not-found = Siden findes ikke
    .detail = Adressen kan være ændret eller skrevet forkert. Søg i retningslinjerne, eller begynd fra en af siderne her.
page-problem-guideline-not-found = Retningslinjen findes ikke
    .detail = Den kan have skiftet navn eller være fjernet. Under Retningslinjer står alle, der besvarer spørgsmål.
