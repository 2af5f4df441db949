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
page-applies-if = Gælder, hvis
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

## Retningslinjer

page-guidelines-title = Retningslinjer
page-guidelines-lead = De dokumenter, som svarene står på, i vores egen udgave med overskrifter, der kan linkes til.
page-guidelines-rules =
    { $number ->
        [one] { $number } regel
       *[other] { $number } regler
    }
page-guideline-expired = Retningslinjen er udløbet. Kontrollér, hvad der gælder i dag, før du bruger den.
page-contents = På denne side
page-guideline-about = Om dokumentet
page-guideline-use = For hvem og til hvad
page-guideline-misuse = Ikke til
page-guideline-rules = Regler
page-guideline-rules-lead = Sådan læser nordvis retningslinjen: hver regel med sine betingelser i ord, kildens styrke, de afsnit, den står på, og de tilfælde, der holder den på plads.
page-guideline-notes = Modsigelser og grænser i kilden
page-guideline-edition = Vores udgave
page-guideline-edition-lead = Indholdet med vores egne ord, afsnit for afsnit. Siderne er originalens.
page-edition-in-sv = Den er på svensk.
page-edition-in-da = Den er på dansk.
page-edition-in-en = Den er på engelsk.
page-guideline-sections = Alle afsnit
page-told-title = Titel
page-told-issuer = Udgiver
page-told-type = Dokumenttype
page-told-region = Gælder i
page-told-document = Dokumentnummer
page-told-version = Version
page-told-published = Udgivet
page-told-from = Gyldig fra
page-told-to = Gyldig til og med
page-told-revised = Senest revideret
page-told-dates-of = Datoerne gælder
page-told-pages = Sidetal
page-rule-undecided = Et forslag: ikke besluttet praksis
page-rule-answers = Besvarer
page-rule-cases =
    { $number ->
        [one] { $number } tilfælde
       *[other] { $number } tilfælde
    }
page-outcome-recommended = gælder
page-outcome-provisional = gælder foreløbigt
page-outcome-conditional = afhænger af oplysninger, der mangler
page-outcome-rejected = gælder ikke

## Beslutningsveje

page-path = Beslutningsvej
page-path-picture = Beslutningsvejen som billede
page-path-title = Vejen til: { $recommendation }
page-path-description = Betingelserne oppefra og ned, med vejen videre og vejen ud for hver. Det samme står som liste ved siden af.
page-path-all = alle disse:
page-path-any = mindst én af disse:
page-path-unless = Undtagelse
page-path-barring = Undtagelse, hvis det er kendt
page-path-not-so = gælder ikke
page-path-holds = passer
page-path-fails = passer ikke
page-path-unknown = ikke kendt
page-path-assumed = ikke kendt, antages ikke at gælde
page-path-provisional = ikke kendt, derfor foreløbigt
page-trace = Sådan blev det afgjort
page-trace-rejected = Regler, der ikke gælder
page-trace-gone = Svaret blev givet på et andet vidensgrundlag end det, der bruges nu. Svaret står, som det blev givet; vejen dertil vises ikke.

## Søgesiden

page-search-title = Søg i retningslinjerne
page-search-hint = Skriv ikke navn eller CPR-nummer: det, du søger efter, kan ses i adressen.
page-search-written = Skrevet på
page-search-written-any = Alle sprog
page-language-sv = svensk
page-language-da = dansk
page-language-en = engelsk
page-search-hits = Afsnit
page-search-count =
    { $number ->
        [0] Ingen afsnit. Prøv andre ord eller færre.
        [one] { $number } afsnit
       *[other] { $number } afsnit
    }
page-search-correction = Mente du
page-search-unfiltered = Søg i alle regioner og på alle sprog
page-search-ask = Spørg med disse ord
page-search-pages = Flere afsnit
page-search-previous = Forrige
page-search-next = Næste

## Indlejring

page-embed-title = Indlejr på dit intranet
page-embed-lead = Én linje giver en chat, en anden et søgefelt. De henter deres tekster her, arver sidens farver og sender intet til andre.
page-embed-chat = Chat
page-embed-chat-text = Det, der står inde i elementet, vises, til chatten er indlæst, og for den, der ikke har script.
page-embed-search = Søgefelt
page-embed-search-text = Formularen indeni virker uden script. Med script bliver det, man skriver, fuldført.
page-embed-frame = Ramme
page-embed-frame-text = Hvor der ikke må tilføjes script, vises chatten i en ramme.
page-embed-open = Åbn vidensstøtten
page-embed-copy = Kopiér koden
page-embed-attribute = Attribut
page-embed-values = Værdier
page-embed-language = Sprog for tekster og svar; ellers sidens
page-embed-region = Hvis retningslinjer der gælder
page-embed-mode = På siden, svævende i et hjørne eller som dialogboks
page-embed-heading = Overskriften over chatten
page-embed-question = Stilles én gang, når chatten indlæses
page-embed-starters = Eksempler på spørgsmål, med lodret streg imellem
page-embed-history = Om fanen husker samtalen; en delt computer bør ikke
page-embed-feedback = Om den spørger, om svaret hjalp
page-embed-theme = Lyst eller mørkt; ellers som siden
page-embed-label = Den synlige etiket
page-embed-action = Hvor resultaterne vises
page-embed-allowed = Hvilke sider der må
page-embed-allowed-text = Den, der driver tjenesten, angiver, hvilke oprindelser der må spørge, og hvilke der må vise rammen:
page-embed-policy-text = Sidens egen indholdspolitik behøver kun dette:
page-embed-preview = Prøv her
page-embed-preview-text = Samme chat og søgefelt som på dit intranet.

## API'et

page-docs-title = API-reference
page-docs-lead = Alt, hvad siderne gør, findes også som JSON over HTTP. Beskrivelserne er på engelsk.
page-docs-console = Prøv kaldene i Swagger UI
page-docs-without-script = Swagger UI kræver script. Den samme reference findes uden.
page-docs-operations = Kald
page-docs-parameters = Parametre
page-docs-body = Indhold
page-docs-example = Eksempel
page-docs-responses = Svar
page-docs-types = Typer
page-docs-name = Navn
page-docs-kind = Type
page-docs-meaning = Betydning
page-docs-required = påkrævet

## Tilgængelighedserklæringen

page-accessibility-title = Tilgængelighedserklæring
page-accessibility-lead = Siderne, chatten og søgefeltet er lavet, så de følger WCAG 2.2 på niveau AA og dermed de krav, som EN 301 549 stiller til websteder.
page-accessibility-how = Hvad der er gjort
page-accessibility-how-text = Hver side afprøves maskinelt med axe-core på tre sprog, lyst og mørkt, og i hånden mod det, maskinen ikke ser.
page-accessibility-keyboard = Alt kan nås og bruges med tastatur, og det ses, hvor man er.
page-accessibility-reader = Overskrifter, lister, etiketter og sprog er opmærket til skærmlæsere. Hvert billede af en beslutningsvej står også som liste.
page-accessibility-script = Siderne kan læses, bruges til at spørge og søge uden script.
page-accessibility-size = De kan læses ved en bredde på 320 pixel og 200 procents forstørrelse uden at rulle sidelæns; brede tabeller ruller i deres egen ramme.
page-accessibility-colour = Intet siges med farve alene. Siderne følger læserens valg af lyst, mørkt, kontrast og bevægelse.
page-accessibility-print = Svar kan udskrives på A4.
page-accessibility-limits = Kendte mangler
page-accessibility-limit-language = Retningslinjerne gengives på det sprog, de er skrevet på. Tilfældenes navne og API-beskrivelserne er på engelsk.
page-accessibility-limit-console = Swagger UI er et program fra en anden leverandør, som ikke opfylder alle krav. Referencen ved siden af indeholder det samme og gør det.
page-accessibility-limit-tested = Siderne er endnu ikke afprøvet af brugere med egne hjælpemidler.
page-accessibility-contact = Sig til
page-accessibility-contact-text = Finder du noget, der ikke virker for dig? Henvend dig til den, der driver tjenesten hos dig. Kommentarfeltet under hvert svar går samme vej.
