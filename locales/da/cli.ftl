### Kommandolinjen.

cli-about = Svarer på, hvad den retningslinje siger, der gælder i regionen
cli-serve = Svarer over HTTP (det sker også uden kommando)
cli-serve-listen = Adresse, der lyttes på
cli-serve-public-url = Adressen, som klienter når tjenesten på, uden sti; links i kort og FHIR-ressourcer begynder sådan
cli-serve-trusted-proxies = Omvendte proxyer, der må sige, hvor en forespørgsel kommer fra: adresser eller net, flere med komma; ingen, hvis intet angives
cli-serve-allowed-origins = Oprindelser hvis sider må kalde API'et, for eksempel https://intranet.example; flere adskilles med komma, ellers ingen
cli-serve-frame-ancestors = Oprindelser hvis sider må vise chatten i en ramme; flere adskilles med komma, ellers ingen
cli-serve-hook-clients = Filen med de journalsystemer, der må kalde med CDS Hooks; uden den kræves intet token
cli-any-data = Mappe til det, der gemmes
cli-any-database = Database; uden flaget SQLite i datamappen
cli-ask = Svarer på ét spørgsmål; intet gemmes
cli-ask-question = Spørgsmålet med egne ord
cli-ask-intent = Hvad der spørges om: next_step, referral_target, required_codes, treatment, eligibility, follow_up, referral_content, documentation, work_up eller lookup
cli-ask-as-of = Dagen, svaret gælder (ÅÅÅÅ-MM-DD); ellers i dag
cli-ask-referral = Udskriv også de henvisninger, som svaret anbefaler, som udkast
cli-chat = Fører en samtale: en linje, et svar; intet gemmes
cli-chat-as-of = Den dag svarene gælder (ÅÅÅÅ-MM-DD); ellers i dag
cli-search = Søger i retningslinjernes afsnit
cli-search-query = Hvad der skal findes
cli-search-limit = Højeste antal træf
cli-check = Viser hver fejl i corpus og tekster med fil, linje og hvad der skal gøres
cli-check-dir = Mappe med corpus og locales, eller en corpus; ellers det indbyggede
cli-explain = Viser hver regel i en retningslinje med udfaldet af hver betingelse
cli-explain-guideline = Retningslinjens id, for eksempel dk-81/knaeartrose
cli-audit = Gennemgår revisionsloggen: verify finder enhver ændring, fjernelse og tilføjelse og siger hvor
cli-audit-task = Hvad der skal gøres: verify
cli-audit-checkpoint = Række, som man ved har været i loggen, sådan som en tidligere gennemgang skrev den; kan gentages
cli-bad-checkpoint = Et kontrolpunkt skrives KÆDE:NUMMER:HASH, sådan som »nordvis audit verify« skriver det.
cli-audit-verified =
    { $rows ->
        [one] { $rows } række
       *[other] { $rows } rækker
    }, { $faults } fejl.
cli-audit-head = Kædens ende, som bør gemmes et andet sted: { $checkpoint }
cli-audit-missing = Kæde { $chain }: rækker fra og med { $number } mangler.
cli-audit-changed = Kæde { $chain }, række { $number }: den er ændret, flyttet eller tilføjet.
cli-audit-earlier = Kæde { $chain }, række { $number }: den er tidligere end rækken før.
cli-audit-added = Kæde { $chain }, række { $number }: den er tilføjet, hvor rækker var slettet efter fristen.
cli-audit-purge-untold = Kæde { $chain }: rækkerne til og med { $number } er fjernet, og ingen sletning efter fristen fortæller om det.
cli-audit-cut-off = Kæde { $chain }, række { $number }: den var kendt og findes ikke længere, som den var; loggen er kortet af eller skrevet om.
cli-purge = Sletter det, der er ældre, end det må være, og siger hvor meget
cli-purge-dry-run = Siger kun, hvor meget der ville blive slettet
cli-purge-rewrite = Skriver derefter hele databasen om, så intet slettet ligger tilbage i dens filer
cli-any-keep-conversations = Dage, samtaler gemmes efter deres sidste besked; 1 til 730
cli-any-keep-answers = Dage, svar uden for samtaler gemmes; mindst 1
cli-any-keep-feedback = Dage, tilbagemeldinger gemmes; mindst 1
cli-any-keep-audit = Dage, revisionsloggen gemmes; mindst 1826, hvilket er fem år
cli-purged = Slettet: { $conversations ->
        [one] { $conversations } samtale
       *[other] { $conversations } samtaler
    }, { $answers } svar, { $feedback ->
        [one] { $feedback } tilbagemelding
       *[other] { $feedback } tilbagemeldinger
    }, { $audit ->
        [one] { $audit } række i revisionsloggen
       *[other] { $audit } rækker i revisionsloggen
    }.
cli-overdue = Skal slettes: { $conversations ->
        [one] { $conversations } samtale
       *[other] { $conversations } samtaler
    }, { $answers } svar, { $feedback ->
        [one] { $feedback } tilbagemelding
       *[other] { $feedback } tilbagemeldinger
    }, { $audit ->
        [one] { $audit } række i revisionsloggen
       *[other] { $audit } rækker i revisionsloggen
    }.
cli-backup = Skriver alt, der er gemt, til en fil, mens tjenesten kører
cli-restore = Læser en sikkerhedskopi ind i en tom database
cli-any-file = Sikkerhedskopiens fil
cli-backed-up = { $file } indeholder { $rows ->
        [one] { $rows } række
       *[other] { $rows } rækker
    } og er læst igen; dens revisionslog har { $faults } fejl.
cli-restored = Gendannet fra { $file }: { $rows ->
        [one] { $rows } række
       *[other] { $rows } rækker
    }; revisionsloggen har { $faults } fejl.
cli-backup-unknown = { $file } er ikke en sikkerhedskopi, som denne version af nordvis kender.
cli-backup-damaged = { $file } er beskadiget fra linje { $line }. Intet er gendannet.
cli-backup-file = { $file } kan ikke skrives eller læses: { $reason }.
cli-restore-not-empty = Databasen på { $place } er ikke tom. Gendan i en ny; intet er ændret.
cli-store-none = Der er ingen database på { $place }, og ingen er oprettet. Angiv den rigtige med --data eller --database; nordvis serve opretter en ny.
cli-store-damaged = Databasen på { $place } er beskadiget. Intet er ændret. Stop det, der bruger den, læg den til side, og gendan den seneste sikkerhedskopi med »nordvis restore«.
cli-store-full = Der er ikke mere plads til databasen på { $place }. Skaf plads, og start igen.
cli-store-not-ours = Databasen på { $place } tilhører et andet program. Intet er ændret.
cli-store-newer = Databasen på { $place } er skrevet af en anden version af nordvis (migrering { $version }). Intet er ændret; brug den version eller en senere.
cli-store-too-old = { $library } er for gammel. Version { $oldest } eller senere er nødvendig.
cli-publish = Kontrollerer et grundlag, gemmer det og lader det svare fra nu af
cli-publish-dir = Mappe med corpus og locales, eller et grundlag; ellers det indbyggede
cli-corpora = Viser de gemte grundlag, eller går tilbage til et af dem
cli-corpora-action = list viser dem, rollback går tilbage
cli-corpora-to = Grundlaget at gå tilbage til: dets fingeraftryk eller begyndelsen på det, eller embedded; ellers det, der svarede før
cli-corpora-count = Tæller de svar, der bygger på hvert af dem, hvilket kan tage lidt tid
cli-replay = Afgør gemte svar på ny med det grundlag, de bygger på, og sammenligner dem tegn for tegn
cli-replay-id = Svarets id
cli-replay-all = Alle gemte svar
cli-changes = Viser, hvilke gemte svar der bliver andre med et andet grundlag, og hvordan
cli-changes-old = Det ene grundlag: fingeraftryk, mappe, embedded eller active
cli-changes-new = Det andet grundlag
cli-changes-words = Viser også, hvor kun ordvalget ændres; ellers tælles de svar
cli-completions = Skriver et script til tabulatorfuldførelse
cli-completions-shell = Skallen
cli-any-config = Konfigurationsfil; flag og variabler går forud
cli-any-language = Sprog for alt, der læses: sv, da eller en
cli-any-corpus = Mappe, corpus læses fra i stedet for den indbyggede
cli-any-locales = Mappe, tekster læses fra i stedet for de indbyggede
cli-any-default-region = Region, der gælder, når spørgsmålet ikke nævner nogen, for eksempel DK-81
cli-any-region = Regionens kode efter ISO 3166-2, for eksempel DK-81
cli-any-fact = En oplysning om tilfældet, for eksempel egfr_ml_min=48; kan gentages
cli-any-json = Skriver resultatet som JSON
cli-unknown-argument = Der findes intet flag { $argument }.
cli-argument-surplus = »{ $argument }« er et ord for meget her.
cli-unknown-command = Der findes ingen kommando »{ $argument }«.
cli-missing-argument = Dette mangler: { $argument }.
cli-invalid-value = Værdien for { $argument } kan ikke bruges. { $help }.
cli-value-among = { $argument } er en af: { $values }.
cli-argument-twice = { $argument } kan ikke angives sådan.
cli-see-help = Skriv nordvis --help for at se, hvad der findes.
cli-config-unreadable = konfigurationsfilen kan ikke læses: { $reason }
cli-config-malformed = konfigurationsfilen er ikke TOML: { $reason }
cli-config-unknown = der findes ingen indstilling »{ $key }«
cli-config-did-you-mean = der findes ingen indstilling »{ $key }«; mentes »{ $near }«?
cli-bad-language = Sproget findes ikke. Vælg sv, da eller en.
cli-bad-region = Regionen findes ikke. Skriv koden for en svensk eller dansk region efter ISO 3166-2, for eksempel SE-F eller DK-81.
cli-bad-intent = Det spørgsmål findes ikke. Vælg mellem { $intents }.
cli-bad-date = Datoen kan ikke læses. Skriv den som 2026-11-21.
cli-nothing-asked = Skriv et spørgsmål, eller angiv med --intent, hvad der spørges om.
cli-chat-full = En samtale rummer højst 200 beskeder. Begynd en ny.
cli-question-long = Spørgsmålet er længere end 4.000 tegn. Gør det kortere.
cli-fact-form = »{ $fact }« er ikke en oplysning. Skriv den som id=værdi, for eksempel egfr_ml_min=48.
cli-fact-unknown = Der findes ingen oplysning med navnet »{ $fact }«.
cli-fact-did-you-mean = Der findes ingen oplysning med navnet »{ $fact }«. Mentes »{ $near }«?
cli-fact-boolean = { $fact } er ja eller nej. Skriv true, false eller null for »ved ikke«.
cli-fact-choice = { $fact } er en af { $options }.
cli-fact-whole = { $fact } er et helt tal.
cli-fact-number = { $fact } er et tal fra { $low } til { $high } ({ $unit }).
cli-no-guideline = Den retningslinje findes ikke. Findes: { $near }.
cli-serving = nordvis svarer på http://{ $address }
cli-not-listening = Der kan ikke lyttes på { $address }: { $reason }.
cli-store-closed = Databasen på { $place } kan ikke bruges: { $reason }.
cli-bad-hook-clients = Listen over journalsystemer kan ikke læses: { $reason }
cli-bad-database = Databasen angives som sqlite:STI eller postgres://BRUGER@VÆRT/DATABASE.
cli-bad-origin = »{ $origin }« er ikke en oprindelse. Skriv skema og vært, og port hvis den ikke er den sædvanlige: https://intranet.example. Mønstre og * kan ikke bruges.
cli-bad-proxy = »{ $address }« er hverken en IP-adresse eller et net som 10.1.0.0/16.
cli-password-shown = Adgangskoden i --database kan ses af alle på maskinen i listen over processer. Angiv adressen i variablen NORDVIS_DATABASE eller i en fil til --config.
cli-beyond-loopback = nordvis lytter kun uden for denne maskine, når det ved, hvem der skal lukkes ind, og { $address } når længere. Giv en klient en nøgle med nordvis clients create NAVN, eller angiv en udsteder af tokens i en fil til --access; docs/access.md viser hvordan.
cli-nothing-found = Intet afsnit blev fundet.
cli-searched-for = Søgte efter »{ $query }«.
cli-hit = { $heading } ({ $place }): { $text }
cli-search-failed = Søgningen kunne ikke udføres.
cli-checked =
    { $guidelines ->
        [one] { $guidelines } retningslinje
       *[other] { $guidelines } retningslinjer
    }, { $rules ->
        [one] { $rules } regel
       *[other] { $rules } regler
    }, { $cases } tilfælde: { $faults } fejl.
cli-outcome-recommended = gælder
cli-outcome-provisional = gælder foreløbigt
cli-outcome-conditional = afhænger af oplysninger, der mangler
cli-outcome-rejected = gælder ikke
cli-verdict-holds = sandt
cli-verdict-fails = falsk
cli-verdict-unknown = ukendt
cli-clients = Hvem der må spørge: programmer med API-nøgler
cli-clients-create = Lukker en ny klient ind og udskriver dens nøgle, én gang
cli-clients-list = Viser alle klienter med deres nøgler, men ingen hemmeligheder
cli-clients-revoke = Lukker ikke længere en klient ind, eller ikke med en af dens nøgler
cli-clients-rotate = Giver en klient en ny nøgle; de gamle gælder en tid
cli-clients-create-name = Klientens navn: bogstaver, tal, punktummer, bindestreger
cli-clients-create-scope = Hvad den må: ask, search, feedback, audit.read, content.publish eller metrics.read; kan gentages. Ellers ask, search og feedback
cli-clients-create-region = Region, der gælder, når dens spørgsmål ikke nævner nogen
cli-clients-create-reply-language = Svarenes sprog, når dens forespørgsler ikke nævner noget
cli-clients-create-per-minute = Hvor mange forespørgsler den må sende på et minut; 1 til 1.000.000
cli-clients-revoke-name = Klientens navn
cli-clients-revoke-key = Kun denne nøgle, som listen viser den
cli-clients-rotate-name = Klientens navn
cli-clients-rotate-overlap-hours = Hvor mange timer de gamle nøgler stadig gælder; højst 8760, hvilket er et år
cli-client-taken = Der er allerede en klient, der hedder »{ $client }«. Giv den en ny nøgle med nordvis clients rotate.
cli-client-unknown = Der er ingen klient, der hedder »{ $client }«. nordvis clients list viser dem, der er.
cli-client-no-key = »{ $client }« har ingen nøgle at inddrage: ingen, eller ikke den, gælder endnu. nordvis clients list viser nøglerne.
cli-client-revoked = »{ $client }« lukkes ikke længere ind med det, der blev inddraget; en tjeneste, der kører, ved det inden for få sekunder.
cli-client-keep-key = Den vises én gang. Gem den, hvor hemmeligheder gemmes, og send den i headeren Authorization: Bearer.
cli-client-others-end = Klientens andre nøgler udløber { $time }.
cli-client-bad-name = En klients navn har højst 64 bogstaver (a–z), tal, punktummer, bindestreger og understregninger.
cli-client-bad-scope = Rettigheden findes ikke. Vælg mellem { $scopes }.
cli-client-key = { "  " }{ $key }, oprettet { $made }
cli-client-key-ends = { "  " }{ $key }, oprettet { $made }, udløber { $end }
cli-client-key-ended = { "  " }{ $key }, oprettet { $made }, udløb { $end }
cli-serve-access = Fil, der siger, hvis tokens der godtages, og hvor ofte nogen må spørge
cli-serve-contact = Hvor svagheder anmeldes: en adresse med mailto: eller https:
cli-bad-access = { $file } kan ikke bruges: { $reason }
cli-bad-contact = Kontakten er en adresse, der begynder med mailto: eller https:.
cli-published = { $corpus } svarer fra nu af.
cli-not-published = Intet blev udgivet: grundlaget har { $faults } fejl.
cli-nothing-published = Der er intet at gå tilbage til: intet andet grundlag er offentliggjort.
cli-no-corpus = Der er intet grundlag, eller mere end ét, der begynder med “{ $corpus }”. nordvis corpora viser dem.
cli-corpus-unusable = { $corpus } kan ikke bruges: { $reason }.
cli-corpus-kept = { $corpus }, gemt { $time }
cli-corpus-unkept = { $corpus }, gemmes først, når det svarer
cli-corpus-answers = , svar: { $answers }
cli-corpus-embedded = (indbygget)
cli-no-answer = Der er ikke gemt noget svar med dette id.
cli-bad-id = Det er ikke et svars id. Et id er tal og bogstaver i fem grupper, som 0199c4b2-7f3e-7a51-9c0d-2b6f8e1a4d37; det står som id i svaret.
cli-replay-differs = { $answer } bliver et andet svar (dengang version { $program }): { $fields }
cli-replay-unusable = { $answer } kan ikke afgøres på ny: { $reason }.
cli-replayed = Ens: { $identical }. Forskellige: { $different }. Ikke afgjort: { $undecided }.
cli-replay-others = { $answers } af dem blev givet af et andet build af programmet end dette, { $program }.
cli-changed = Svar: { $answers }. Bliver andre: { $different }. Kun ordvalget ændres: { $reworded }. Ikke afgjort: { $undecided }.
cli-change-undecided = { $answer } kan ikke afgøres med begge grundlag.
cli-change-status = status
cli-change-intent = hvad der spørges om
cli-change-region = region
cli-change-facts = opfattet
cli-change-mentions = ikke brugt
cli-change-repairs = læst som et andet ord
cli-change-notUnderstood = ikke forstået
cli-change-recommendations = anbefaling
cli-change-conditional = afhænger af oplysninger
cli-change-assumptions = antagelse
cli-change-questions = spørgsmål
cli-change-warnings = advarsel
cli-change-notes = bemærkning
cli-change-hits = sted
cli-change-strength = styrke
cli-change-provisional = foreløbig
cli-change-intents = svarer på
cli-change-targets = til
cli-change-codes = kode
cli-change-deadline = tidsfrist
cli-change-evidence = evidens
cli-change-because = fordi
cli-change-citations = bygger på
cli-change-missing = mangler
cli-change-when = betingelse
cli-change-certainty = hvor sikkert
cli-change-value = værdi
cli-change-values = værdier
cli-change-unit = enhed
cli-change-options = valgmulighed
cli-change-text = tal i teksten
cli-change-order = anden rækkefølge
cli-change-wording = ordvalg
cli-reason-file =
    { $kind ->
        [missing] filen eller mappen findes ikke
        [denied] operativsystemet tillader det ikke
        [read-only] der kan ikke skrives
        [full] der er ikke mere plads
        [folder] det er en mappe
        [no-folder] en del af stien er ikke en mappe
        [no-text] den indeholder ikke det ventede
       *[other] operativsystemet afviser det ({ $code })
    }
cli-reason-connection =
    { $kind ->
        [refused] ingen svarer dér; kører serveren?
        [late] den svarede ikke i tide
        [in-use] et andet program lytter dér
        [not-ours] det er ikke en adresse på denne maskine
        [denied] operativsystemet tillader det ikke
       *[other] der er ingen forbindelse ({ $code })
    }
cli-reason-store =
    { $kind ->
        [overloaded] for meget venter på at blive skrevet
        [full] der er ikke mere plads
        [damaged] den er beskadiget
        [overtaken] et andet program kom imellem; prøv igen
        [too-old] dens program er for gammelt
        [newer] en anden version af nordvis har skrevet den
        [not-ours] den tilhører et andet program
        [not-encrypted] forbindelsen kan ikke krypteres som ønsket
        [no-log] filsystemet kan ikke dele en skrivelog, hvilket netværksdrev ikke kan; læg den på en disk i denne maskine
        [late] den svarede ikke i tide
        [moved] filen er blevet flyttet, erstattet eller fjernet, mens den var åben
        [orphan] filen mangler, men dens skrivelog er der stadig: læg filen tilbage, eller læg også -wal og -shm til side
       *[other] den er lukket
    }
cli-reason-sqlite =
    { $kind ->
        [denied] operativsystemet tillader det ikke (SQLite { $code })
        [locked] et andet program holder den låst (SQLite { $code })
        [read-only] der kan ikke skrives til den; se på rettighederne til filen og dens mappe (SQLite { $code })
        [disk] disken giver eller tager ikke imod det, den skal; er en fil blevet flyttet, mens den var i brug? (SQLite { $code })
        [not-opened] filen kan ikke åbnes (SQLite { $code })
       *[other] den afviste det (SQLite { $code })
    }
cli-reason-postgres =
    { $kind ->
        [no-database] serveren har ingen database med det navn (SQLSTATE { $code })
        [login] serveren lukker ikke brugeren ind; se på navn, adgangskode og pg_hba.conf (SQLSTATE { $code })
        [denied] brugeren mangler en rettighed, som nordvis har brug for (SQLSTATE { $code })
        [crowded] serveren har for mange forbindelser (SQLSTATE { $code })
        [read-only] serveren tillader kun læsning (SQLSTATE { $code })
        [stopping] serveren er ved at stoppe eller starte (SQLSTATE { $code })
        [connection] forbindelsen blev afbrudt (SQLSTATE { $code })
       *[other] serveren afviste det (SQLSTATE { $code })
    }
cli-reason-corpus =
    { $kind ->
        [unknown] der er ikke gemt noget grundlag med det fingeraftryk
        [damaged] det gemte grundlag er beskadiget; udgiv det igen
       *[other] denne version af nordvis finder { $faults } fejl i det
    }
cli-reason-unreadable = det, der blev gemt af svaret, er beskadiget
