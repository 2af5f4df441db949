### Kommandoraden.

cli-about = Svarar på vad riktlinjen som gäller i regionen säger
cli-serve = Svarar över HTTP (detta görs också utan kommando)
cli-serve-listen = Adress att lyssna på
cli-serve-public-url = Adressen som klienter når tjänsten på, utan sökväg; länkar i kort och FHIR-resurser börjar så
cli-serve-trusted-proxies = Omvända proxyer som får säga varifrån en begäran kommer: adresser eller nät, flera med komma; ingen om inget anges
cli-serve-allowed-origins = Ursprung vars sidor får anropa API:t, till exempel https://intranet.example; flera skiljs med komma, annars inga
cli-serve-frame-ancestors = Ursprung vars sidor får visa chatten i en ram; flera skiljs med komma, annars inga
cli-serve-hook-clients = Filen med de journalsystem som får anropa med CDS Hooks; utan den behövs ingen token
cli-any-data = Mapp för det som sparas
cli-any-database = Databas; utan flaggan SQLite i datamappen
cli-ask = Svarar på en fråga; inget sparas
cli-ask-question = Frågan med egna ord
cli-ask-intent = Vad som frågas: next_step, referral_target, required_codes, treatment, eligibility, follow_up, referral_content, documentation, work_up eller lookup
cli-ask-as-of = Dagen som svaret gäller (ÅÅÅÅ-MM-DD); annars i dag
cli-ask-referral = Skriv också ut remisserna som svaret rekommenderar, som utkast
cli-chat = Håller ett samtal: en rad, ett svar; inget sparas
cli-chat-as-of = Dagen som svaren gäller (ÅÅÅÅ-MM-DD); annars i dag
cli-search = Söker i riktlinjernas avsnitt
cli-search-query = Vad som ska hittas
cli-search-limit = Högsta antal träffar
cli-check = Visar varje fel i corpus och texter, med fil, rad och vad som ska göras
cli-check-dir = Mapp med corpus och locales, eller en corpus; annars det inbyggda
cli-explain = Visar varje regel i en riktlinje med utfallet för varje villkor
cli-explain-guideline = Riktlinjens id, till exempel se-m/osteoporos
cli-audit = Granskar revisionsloggen: verify hittar varje ändring, borttagning och tillägg, och säger var
cli-audit-task = Vad som ska göras: verify
cli-audit-checkpoint = Rad som man vet har funnits i loggen, så som en tidigare granskning skrev den; kan upprepas
cli-bad-checkpoint = En kontrollpunkt skrivs KEDJA:NUMMER:HASH, så som ”nordvis audit verify” skriver den.
cli-audit-verified =
    { $rows ->
        [one] { $rows } rad
       *[other] { $rows } rader
    }, { $faults } fel.
cli-audit-head = Kedjans slut, att spara på annan plats: { $checkpoint }
cli-audit-missing = Kedja { $chain }: rader från och med { $number } saknas.
cli-audit-changed = Kedja { $chain }, rad { $number }: den har ändrats, flyttats eller lagts till.
cli-audit-earlier = Kedja { $chain }, rad { $number }: den är tidigare än raden före.
cli-audit-added = Kedja { $chain }, rad { $number }: den har lagts till där rader hade gallrats.
cli-audit-purge-untold = Kedja { $chain }: raderna till och med { $number } har tagits bort, och ingen gallring berättar om det.
cli-audit-cut-off = Kedja { $chain }, rad { $number }: den var känd och finns inte kvar som den var; loggen har kortats av eller skrivits om.
cli-purge = Gallrar det som är äldre än det får vara, och säger hur mycket
cli-purge-dry-run = Säger bara hur mycket som skulle gallras
cli-purge-rewrite = Skriver sedan om hela databasen, så att inget borttaget finns kvar i dess filer
cli-any-keep-conversations = Dagar som samtal sparas efter sitt sista meddelande; 1 till 730
cli-any-keep-answers = Dagar som svar utanför samtal sparas; minst 1
cli-any-keep-feedback = Dagar som återkoppling sparas; minst 1
cli-any-keep-audit = Dagar som revisionsloggen sparas; minst 1826, vilket är fem år
cli-purged = Gallrat: { $conversations } samtal, { $answers } svar, { $feedback ->
        [one] { $feedback } återkoppling
       *[other] { $feedback } återkopplingar
    }, { $audit ->
        [one] { $audit } rad i revisionsloggen
       *[other] { $audit } rader i revisionsloggen
    }.
cli-overdue = Ska gallras: { $conversations } samtal, { $answers } svar, { $feedback ->
        [one] { $feedback } återkoppling
       *[other] { $feedback } återkopplingar
    }, { $audit ->
        [one] { $audit } rad i revisionsloggen
       *[other] { $audit } rader i revisionsloggen
    }.
cli-backup = Skriver allt som sparats till en fil medan tjänsten är igång
cli-restore = Läser tillbaka en säkerhetskopia till en tom databas
cli-any-file = Säkerhetskopians fil
cli-backed-up = { $file } innehåller { $rows ->
        [one] { $rows } rad
       *[other] { $rows } rader
    } och har lästs igen; dess revisionslogg har { $faults } fel.
cli-restored = Återställt ur { $file }: { $rows ->
        [one] { $rows } rad
       *[other] { $rows } rader
    }; revisionsloggen har { $faults } fel.
cli-backup-unknown = { $file } är inte en säkerhetskopia som den här versionen av nordvis känner till.
cli-backup-damaged = { $file } är skadad från rad { $line }. Inget har återställts.
cli-backup-file = { $file } kan inte skrivas eller läsas: { $reason }.
cli-restore-not-empty = Databasen på { $place } är inte tom. Återställ till en ny; inget har ändrats.
cli-store-none = Det finns ingen databas på { $place }, och ingen har skapats. Ange den rätta med --data eller --database; nordvis serve skapar en ny.
cli-store-damaged = Databasen på { $place } är skadad. Inget har ändrats. Stoppa det som använder den, lägg den åt sidan och återställ den senaste säkerhetskopian med ”nordvis restore”.
cli-store-full = Det finns inget utrymme kvar för databasen på { $place }. Frigör utrymme och starta igen.
cli-store-not-ours = Databasen på { $place } tillhör ett annat program. Inget har ändrats.
cli-store-newer = Databasen på { $place } har skrivits av en annan version av nordvis (migrering { $version }). Inget har ändrats; använd den versionen eller en senare.
cli-store-too-old = { $library } är för gammal. Version { $oldest } eller senare behövs.
cli-publish = Kontrollerar ett underlag, sparar det och låter det svara från och med nu
cli-publish-dir = Mapp med corpus och locales, eller ett underlag; annars det inbyggda
cli-corpora = Visar de sparade underlagen, eller går tillbaka till ett av dem
cli-corpora-action = list visar dem, rollback går tillbaka
cli-corpora-to = Underlaget att gå tillbaka till: dess fingeravtryck eller början på det, eller embedded; annars det som svarade förut
cli-corpora-count = Räknar svaren som bygger på vart och ett av dem, vilket kan ta en stund
cli-replay = Avgör sparade svar på nytt med det underlag de bygger på, och jämför dem tecken för tecken
cli-replay-id = Svarets id
cli-replay-all = Alla sparade svar
cli-changes = Visar vilka sparade svar som blir andra med ett annat underlag, och hur
cli-changes-old = Det ena underlaget: fingeravtryck, mapp, embedded eller active
cli-changes-new = Det andra underlaget
cli-changes-words = Visar också var bara ordvalet ändras; annars räknas de svaren
cli-completions = Skriver ett skript för tabbkomplettering
cli-completions-shell = Skalet
cli-any-config = Konfigurationsfil; flaggor och variabler går före
cli-any-language = Språk för allt som läses: sv, da eller en
cli-any-corpus = Mapp att läsa corpus ur i stället för den inbyggda
cli-any-locales = Mapp att läsa texter ur i stället för de inbyggda
cli-any-default-region = Region som gäller när frågan inte nämner någon, till exempel SE-F
cli-any-region = Regionens kod enligt ISO 3166-2, till exempel SE-F
cli-any-fact = En uppgift om fallet, till exempel egfr_ml_min=48; kan upprepas
cli-any-json = Skriver resultatet som JSON
cli-unknown-argument = Det finns ingen flagga { $argument }.
cli-argument-surplus = ”{ $argument }” är ett ord för mycket här.
cli-unknown-command = Det finns inget kommando ”{ $argument }”.
cli-missing-argument = Detta saknas: { $argument }.
cli-invalid-value = Värdet för { $argument } går inte att använda. { $help }.
cli-value-among = { $argument } är något av: { $values }.
cli-argument-twice = { $argument } kan inte anges så.
cli-see-help = Skriv nordvis --help för att se vad som finns.
cli-config-unreadable = konfigurationsfilen kan inte läsas: { $reason }
cli-config-malformed = konfigurationsfilen är inte TOML: { $reason }
cli-config-unknown = det finns ingen inställning ”{ $key }”
cli-config-did-you-mean = det finns ingen inställning ”{ $key }”; menades ”{ $near }”?
cli-bad-language = Språket finns inte. Välj sv, da eller en.
cli-bad-region = Regionen finns inte. Skriv koden för en svensk eller dansk region enligt ISO 3166-2, till exempel SE-F eller DK-81.
cli-bad-intent = Den frågan finns inte. Välj bland { $intents }.
cli-bad-date = Datumet går inte att läsa. Skriv det som 2026-11-21.
cli-nothing-asked = Skriv en fråga, eller ange vad som frågas med --intent.
cli-chat-full = Ett samtal rymmer högst 200 meddelanden. Börja ett nytt.
cli-question-long = Frågan är längre än 4 000 tecken. Korta den.
cli-fact-form = ”{ $fact }” är inte en uppgift. Skriv den som id=värde, till exempel egfr_ml_min=48.
cli-fact-unknown = Det finns ingen uppgift som heter ”{ $fact }”.
cli-fact-did-you-mean = Det finns ingen uppgift som heter ”{ $fact }”. Menades ”{ $near }”?
cli-fact-boolean = { $fact } är ja eller nej. Skriv true, false eller null för ”vet inte”.
cli-fact-choice = { $fact } är ett av { $options }.
cli-fact-whole = { $fact } är ett heltal.
cli-fact-number = { $fact } är ett tal från { $low } till { $high } ({ $unit }).
cli-no-guideline = Den riktlinjen finns inte. Finns: { $near }.
cli-serving = nordvis svarar på http://{ $address }
cli-not-listening = Det går inte att lyssna på { $address }: { $reason }.
cli-store-closed = Databasen på { $place } kan inte användas: { $reason }.
cli-bad-hook-clients = Listan över journalsystem går inte att läsa: { $reason }
cli-bad-database = Databasen anges som sqlite:SÖKVÄG eller postgres://ANVÄNDARE@VÄRD/DATABAS.
cli-bad-origin = ”{ $origin }” är inget ursprung. Skriv schema och värd, och port om den inte är den vanliga: https://intranet.example. Mönster och * godtas inte.
cli-bad-proxy = ”{ $address }” är varken en IP-adress eller ett nät som 10.1.0.0/16.
cli-password-shown = Lösenordet i --database syns för alla på maskinen i listan över processer. Ange adressen i variabeln NORDVIS_DATABASE eller i en fil för --config.
cli-beyond-loopback = nordvis lyssnar utanför den här maskinen bara när det vet vilka som ska släppas in, och { $address } når längre. Ge en klient en nyckel med nordvis clients create NAMN, eller ange en utfärdare av intyg i en fil för --access; docs/access.md visar hur.
cli-nothing-found = Inget avsnitt hittades.
cli-searched-for = Sökte efter ”{ $query }”.
cli-hit = { $heading } ({ $place }): { $text }
cli-search-failed = Sökningen gick inte att göra.
cli-checked =
    { $guidelines ->
        [one] { $guidelines } riktlinje
       *[other] { $guidelines } riktlinjer
    }, { $rules ->
        [one] { $rules } regel
       *[other] { $rules } regler
    }, { $cases } fall: { $faults } fel.
cli-outcome-recommended = gäller
cli-outcome-provisional = gäller preliminärt
cli-outcome-conditional = hänger på uppgifter som saknas
cli-outcome-rejected = gäller inte
cli-verdict-holds = sant
cli-verdict-fails = falskt
cli-verdict-unknown = okänt
cli-clients = Vilka som får fråga: program med API-nycklar
cli-clients-create = Släpper in en ny klient och skriver ut dess nyckel, en gång
cli-clients-list = Visar alla klienter med deras nycklar, men inga hemligheter
cli-clients-revoke = Släpper inte längre in en klient, eller inte med en av dess nycklar
cli-clients-rotate = Ger en klient en ny nyckel; de gamla gäller en tid
cli-clients-create-name = Klientens namn: bokstäver, siffror, punkter, bindestreck
cli-clients-create-scope = Vad den får göra: ask, search, feedback, audit.read, content.publish eller metrics.read; kan upprepas. Annars ask, search och feedback
cli-clients-create-region = Region som gäller när dess frågor inte anger någon
cli-clients-create-reply-language = Svarens språk när dess begäranden inte anger något
cli-clients-create-per-minute = Hur många anrop den får göra på en minut; 1 till 1 000 000
cli-clients-revoke-name = Klientens namn
cli-clients-revoke-key = Bara den här nyckeln, så som listan visar den
cli-clients-rotate-name = Klientens namn
cli-clients-rotate-overlap-hours = Hur många timmar de gamla nycklarna fortfarande gäller; högst 8760, vilket är ett år
cli-client-taken = Det finns redan en klient som heter ”{ $client }”. Ge den en ny nyckel med nordvis clients rotate.
cli-client-unknown = Det finns ingen klient som heter ”{ $client }”. nordvis clients list visar dem som finns.
cli-client-no-key = ”{ $client }” har ingen nyckel att dra in: ingen, eller inte den, gäller ännu. nordvis clients list visar nycklarna.
cli-client-revoked = ”{ $client }” släpps inte längre in med det som drogs in; en tjänst som är i gång vet det inom några sekunder.
cli-client-keep-key = Den visas en gång. Förvara den där hemligheter förvaras och skicka den i huvudet Authorization: Bearer.
cli-client-others-end = Klientens andra nycklar upphör { $time }.
cli-client-bad-name = En klients namn har högst 64 bokstäver (a–z), siffror, punkter, bindestreck och understreck.
cli-client-bad-scope = Behörigheten finns inte. Välj bland { $scopes }.
cli-client-key = { "  " }{ $key }, skapad { $made }
cli-client-key-ends = { "  " }{ $key }, skapad { $made }, upphör { $end }
cli-client-key-ended = { "  " }{ $key }, skapad { $made }, upphörde { $end }
cli-serve-access = Fil som säger vems intyg som godtas och hur ofta någon får fråga
cli-serve-contact = Dit svagheter anmäls: en adress med mailto: eller https:
cli-bad-access = { $file } går inte att använda: { $reason }
cli-bad-contact = Kontakten är en adress som börjar med mailto: eller https:.
cli-published = { $corpus } svarar från och med nu.
cli-not-published = Inget publicerades: underlaget har { $faults } fel.
cli-nothing-published = Det finns inget att gå tillbaka till: inget annat underlag har publicerats.
cli-no-corpus = Det finns inget underlag, eller mer än ett, som börjar på “{ $corpus }”. nordvis corpora visar dem.
cli-corpus-unusable = { $corpus } kan inte användas: { $reason }.
cli-corpus-kept = { $corpus }, sparat { $time }
cli-corpus-unkept = { $corpus }, sparas först när det svarar
cli-corpus-answers = , svar: { $answers }
cli-corpus-embedded = (inbyggt)
cli-no-answer = Inget svar med detta id är sparat.
cli-bad-id = Det är inget id för ett svar. Ett id är siffror och bokstäver i fem grupper, som 0199c4b2-7f3e-7a51-9c0d-2b6f8e1a4d37; det står som id i svaret.
cli-replay-differs = { $answer } blir ett annat svar (då version { $program }): { $fields }
cli-replay-unusable = { $answer } kan inte avgöras på nytt: { $reason }.
cli-replayed = Lika: { $identical }. Olika: { $different }. Inte avgjorda: { $undecided }.
cli-replay-others = { $answers } av dem gavs av ett annat bygge av programmet än det här, { $program }.
cli-changed = Svar: { $answers }. Blir andra: { $different }. Bara ordvalet ändras: { $reworded }. Inte avgjorda: { $undecided }.
cli-change-undecided = { $answer } kan inte avgöras med båda underlagen.
cli-change-status = status
cli-change-intent = vad som frågas
cli-change-region = region
cli-change-facts = uppfattat
cli-change-mentions = inte använt
cli-change-repairs = läst som ett annat ord
cli-change-notUnderstood = inte förstått
cli-change-recommendations = rekommendation
cli-change-conditional = beror på uppgifter
cli-change-assumptions = antagande
cli-change-questions = fråga
cli-change-warnings = varning
cli-change-notes = anmärkning
cli-change-hits = ställe
cli-change-strength = styrka
cli-change-provisional = preliminär
cli-change-intents = svarar på
cli-change-targets = till
cli-change-codes = kod
cli-change-deadline = tidsgräns
cli-change-evidence = evidens
cli-change-because = därför att
cli-change-citations = bygger på
cli-change-missing = saknas
cli-change-when = villkor
cli-change-certainty = hur säkert
cli-change-value = värde
cli-change-values = värden
cli-change-unit = enhet
cli-change-options = alternativ
cli-change-text = siffror i texten
cli-change-order = annan ordning
cli-change-wording = ordval
cli-reason-file =
    { $kind ->
        [missing] filen eller mappen finns inte
        [denied] operativsystemet tillåter det inte
        [read-only] det går inte att skriva där
        [full] det finns inget utrymme kvar
        [folder] det är en mapp
        [no-folder] en del av sökvägen är ingen mapp
        [no-text] den innehåller inte det som väntades
       *[other] operativsystemet vägrar ({ $code })
    }
cli-reason-connection =
    { $kind ->
        [refused] ingen svarar där; är servern igång?
        [late] den svarade inte i tid
        [in-use] ett annat program lyssnar där
        [not-ours] det är ingen adress på den här maskinen
        [denied] operativsystemet tillåter det inte
       *[other] det finns ingen förbindelse ({ $code })
    }
cli-reason-store =
    { $kind ->
        [overloaded] för mycket väntar på att skrivas
        [full] det finns inget utrymme kvar
        [damaged] den är skadad
        [overtaken] ett annat program kom emellan; försök igen
        [too-old] dess program är för gammalt
        [newer] en annan version av nordvis har skrivit den
        [not-ours] den tillhör ett annat program
        [not-encrypted] förbindelsen kan inte krypteras som begärt
        [no-log] filsystemet kan inte dela en skrivlogg, vilket nätverksdiskar inte kan; lägg den på en disk i den här maskinen
        [late] den svarade inte i tid
        [moved] filen har flyttats, ersatts eller tagits bort medan den var öppen
        [orphan] filen saknas men dess skrivlogg finns kvar: lägg tillbaka filen, eller lägg även -wal och -shm åt sidan
       *[other] den är stängd
    }
cli-reason-sqlite =
    { $kind ->
        [denied] operativsystemet tillåter det inte (SQLite { $code })
        [locked] ett annat program håller den låst (SQLite { $code })
        [read-only] det går inte att skriva till den; se över rättigheterna till filen och dess mapp (SQLite { $code })
        [disk] disken ger eller tar inte emot det den ska; har en fil flyttats medan den användes? (SQLite { $code })
        [not-opened] filen kan inte öppnas (SQLite { $code })
       *[other] den vägrade (SQLite { $code })
    }
cli-reason-postgres =
    { $kind ->
        [no-database] servern har ingen databas med det namnet (SQLSTATE { $code })
        [login] servern släpper inte in användaren; se över namn, lösenord och pg_hba.conf (SQLSTATE { $code })
        [denied] användaren saknar en rättighet som nordvis behöver (SQLSTATE { $code })
        [crowded] servern har för många förbindelser (SQLSTATE { $code })
        [read-only] servern tillåter bara läsning (SQLSTATE { $code })
        [stopping] servern håller på att stanna eller starta (SQLSTATE { $code })
        [connection] förbindelsen bröts (SQLSTATE { $code })
       *[other] servern vägrade (SQLSTATE { $code })
    }
cli-reason-corpus =
    { $kind ->
        [unknown] inget underlag med det fingeravtrycket är sparat
        [damaged] det sparade underlaget är skadat; publicera det igen
       *[other] den här versionen av nordvis hittar { $faults } fel i det
    }
cli-reason-unreadable = det som sparades av svaret är skadat
