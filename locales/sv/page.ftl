### Tjänstens egna sidor i webbläsaren. Läses av kliniker, ofta mitt i arbetet, och av den som förvaltar ett intranät.
### Lugnt, kort och sakligt. Rubriker på några ord, knappar som säger vad som händer.

## Ram kring varje sida

page-about = Svar ur de riktlinjer som gäller där du arbetar, med källa för varje mening.
page-skip = Till innehållet
page-nav = Sidor
page-nav-ask = Fråga
page-nav-guidelines = Riktlinjer
page-nav-search = Sök
page-nav-embed = Bädda in
page-nav-docs = API
page-nav-accessibility = Tillgänglighet
page-languages = Språk
page-responsibility = nordvis återger vad riktlinjerna säger. Det ställer inga diagnoser och ersätter varken dokumenten eller din bedömning.
page-corpus = Kunskapsunderlag

## Första sidan

page-home-title = Vad säger riktlinjen?
page-home-lead = Skriv som du skulle fråga en kollega. Du får nästa steg, vart remissen ska, vilka koder som registreras och vad som saknas – med källa för varje mening.
page-ask-question = Din fråga
page-ask-hint = Ålder, kön, provsvar och åtgärder hjälper. Skriv inte namn eller personnummer.
page-ask-region = Region
page-ask-region-any = Alla regioner
page-ask-send = Fråga
page-ask-again = Frågan gick inte att besvara än. Det du skrev står kvar.
page-ask-empty = Skriv en fråga först.
page-ask-new = Ny fråga
page-examples = Exempel
page-example-1 = Kvinna 72 år, handledsfraktur efter fall i samma plan, FRAX 22 %. Nästa steg?
page-example-2 = Vilka koder registrerar jag vid grundbehandling för knäartros?
page-example-3 = Patient med knäartros får hemsjukvård. Vart hänvisar jag för träning?
page-example-4 = Höftfraktur, FRAX 34 %, eGFR 28. Vilket läkemedel?
page-example-5 = Vad föreslås att frakturkoordinatorn gör efter en lågenergifraktur?
page-example-6 = Vem kan gå digital artrosskola?
page-covered = Riktlinjer som besvarar frågor
page-limits = Vad tjänsten inte gör
page-limits-text = nordvis gissar aldrig. Det som är okänt frågas det efter, det som en riktlinje lämnar öppet sägs vara öppet, och en riktlinje som har gått ut visas som utgången. Doser och råd som dokumenten inte ger finns inte här.

## Hur en riktlinje står sig

page-validity-expired = Gällde till och med { $date }
page-validity-coming = Gäller från { $date }
page-validity-undated = Utan datum
page-validity-to = Gäller till och med { $date }
page-validity-old = Senast daterad { $date }
page-validity-from = Daterad { $date }

## Fält för uppgifter

page-yes = Ja
page-no = Nej
page-not-known = Vet inte
page-not-said = Ej angivet

## Svaret

page-answer-title = Svar
page-understood = Tolkat som
page-fact-uncertain = osäkert, används inte
page-fact-conflicting = motsägs, används inte
page-warnings = Observera
page-from = { $place }: { $name }
page-provisional = Preliminärt, tills de uppgifter som saknas är kända
page-strength = Styrka i källan
page-evidence = evidensgrad
page-targets = Till
page-deadline = Tid
page-codes = Koder
page-because = Därför att
page-assumed = Förutsatt
page-missing = Uppgifter som saknas
page-missing-more = Fler uppgifter som kan ändra svaret
page-change = Ändra uppgifter
page-change-known = Rätta det som tolkades
page-update = Svara igen
page-conditional = Beror på uppgifter som saknas
page-applies-if = Gäller om
page-sources = Källor
page-source = Källa
page-source-in-sv = källan är på svenska
page-source-in-da = källan är på danska
page-source-in-en = källan är på engelska
page-page = s.
page-passages = Avsnitt som kan hjälpa
page-then = Fråga vidare om samma fall
page-then-next_step = Vad är nästa steg?
page-then-referral_target = Vart ska remissen?
page-then-required_codes = Vilka koder registreras?
page-then-treatment = Vilken behandling?
page-then-eligibility = Vem kan komma i fråga?
page-then-follow_up = Hur följs det upp?
page-then-referral_content = Vad ska remissen innehålla?
page-then-documentation = Vad ska dokumenteras?
page-then-work_up = Vilken utredning?
page-copy = Kopiera för journalen
page-copy-code = Kopiera
page-copy-link = Kopiera länk
page-copied = Kopierat
page-print = Skriv ut
page-as-text = Svaret som ren text
page-feedback = Var svaret till hjälp?
page-feedback-comment = Kommentar (frivilligt)
page-feedback-hint = Skriv inget som kan peka ut en patient.
page-feedback-yes = Ja, det hjälpte
page-feedback-no = Nej, det hjälpte inte
page-feedback-thanks = Tack. Det du skrev är sparat.
page-answer-as-of = Gäller för
page-answer-given = Lämnat
page-answer-id = Svarets id

## Sök

page-search-label = Sök i riktlinjerna
page-search-send = Sök

## När något inte finns

page-problem-number = Nummer:
page-problem-not-found = Sidan finns inte
    .detail = Adressen kan ha ändrats eller vara felskriven. Sök i riktlinjerna, eller börja om från en av sidorna här.
page-problem-guideline-not-found = Riktlinjen finns inte
    .detail = Den kan ha bytt namn eller tagits bort. Under Riktlinjer finns alla som besvarar frågor.

## Riktlinjer

page-guidelines-title = Riktlinjer
page-guidelines-lead = De dokument som svaren står på, i vår egen utgåva med rubriker som går att länka till.
page-guidelines-rules =
    { $number ->
        [one] { $number } regel
       *[other] { $number } regler
    }
page-guideline-expired = Riktlinjen har gått ut. Kontrollera vad som gäller i dag innan du använder den.
page-contents = På den här sidan
page-guideline-about = Om dokumentet
page-guideline-use = För vem och till vad
page-guideline-misuse = Inte för
page-guideline-rules = Regler
page-guideline-rules-lead = Så här läser nordvis riktlinjen: varje regel med sina villkor i ord, källans styrka, avsnitten den står på och fallen som håller den på plats.
page-guideline-notes = Motsägelser och gränser i källan
page-guideline-edition = Vår utgåva
page-guideline-edition-lead = Innehållet med våra egna ord, avsnitt för avsnitt. Sidorna är originalets.
page-edition-in-sv = Den är på svenska.
page-edition-in-da = Den är på danska.
page-edition-in-en = Den är på engelska.
page-guideline-sections = Alla avsnitt
page-told-title = Titel
page-told-issuer = Utgivare
page-told-type = Dokumenttyp
page-told-region = Gäller i
page-told-document = Dokumentnummer
page-told-version = Version
page-told-published = Publicerad
page-told-from = Giltig från
page-told-to = Giltig till och med
page-told-revised = Senast reviderad
page-told-dates-of = Datumen gäller
page-told-pages = Sidnummer
page-rule-undecided = Ett förslag: inte beslutad praxis
page-rule-answers = Besvarar
page-rule-cases =
    { $number ->
        [one] { $number } fall
       *[other] { $number } fall
    }
page-outcome-recommended = gäller
page-outcome-provisional = gäller preliminärt
page-outcome-conditional = beror på uppgifter som saknas
page-outcome-rejected = gäller inte

## Beslutsvägar

page-path = Beslutsväg
page-path-picture = Beslutsvägen som bild
page-path-title = Vägen till: { $recommendation }
page-path-description = Villkoren uppifrån och ned, med vägen vidare och vägen ut för vart och ett. Samma sak står som lista intill.
page-path-all = alla dessa:
page-path-any = minst ett av dessa:
page-path-unless = Undantag
page-path-barring = Undantag om det är känt
page-path-not-so = gäller inte
page-path-holds = stämmer
page-path-fails = stämmer inte
page-path-unknown = inte känt
page-path-assumed = inte känt, antas inte gälla
page-path-provisional = inte känt, därför preliminärt
page-trace = Så avgjordes det
page-trace-rejected = Regler som inte gäller
page-trace-gone = Svaret gavs på ett annat kunskapsunderlag än det som används nu. Svaret står kvar som det lämnades; vägen dit visas inte.

## Söksidan

page-search-title = Sök i riktlinjerna
page-search-hint = Skriv inte namn eller personnummer: det du söker efter syns i adressen.
page-search-written = Skrivet på
page-search-written-any = Alla språk
page-language-sv = svenska
page-language-da = danska
page-language-en = engelska
page-search-hits = Avsnitt
page-search-count =
    { $number ->
        [0] Inga avsnitt. Prova andra ord eller färre.
        [one] { $number } avsnitt
       *[other] { $number } avsnitt
    }
page-search-correction = Menade du
page-search-unfiltered = Sök i alla regioner och på alla språk
page-search-ask = Fråga med dessa ord
page-search-pages = Fler avsnitt
page-search-previous = Föregående
page-search-next = Nästa

## Inbäddning

page-embed-title = Bädda in på ditt intranät
page-embed-lead = En rad ger en chatt, en annan en sökruta. De läser sina texter här, ärver sidans färger och skickar inget till någon annan.
page-embed-chat = Chatt
page-embed-chat-text = Det som står inuti elementet visas tills chatten har laddats, och för den som inte har skript.
page-embed-search = Sökruta
page-embed-search-text = Formuläret inuti fungerar utan skript. Med skript kompletteras det man skriver.
page-embed-frame = Ram
page-embed-frame-text = Där skript inte får läggas till visas chatten i en ram.
page-embed-open = Öppna kunskapsstödet
page-embed-copy = Kopiera koden
page-embed-attribute = Attribut
page-embed-values = Värden
page-embed-language = Språk för texter och svar; annars sidans
page-embed-region = Vems riktlinjer som gäller
page-embed-mode = I sidan, flytande i ett hörn, eller som dialogruta
page-embed-heading = Rubriken ovanför chatten
page-embed-question = Ställs en gång när chatten laddas
page-embed-starters = Exempelfrågor, med lodstreck emellan
page-embed-history = Om fliken minns samtalet; en delad dator bör inte göra det
page-embed-feedback = Om den frågar ifall svaret hjälpte
page-embed-theme = Ljust eller mörkt; annars som sidan
page-embed-label = Den synliga etiketten
page-embed-action = Var träffarna visas
page-embed-allowed = Vilka sidor som får
page-embed-allowed-text = Den som driver tjänsten anger vilka ursprung som får fråga, och vilka som får visa ramen:
page-embed-policy-text = Sidans egen innehållspolicy behöver bara detta:
page-embed-preview = Prova här
page-embed-preview-text = Samma chatt och sökruta som på ditt intranät.

## API:et

page-docs-title = API-referens
page-docs-lead = Allt som sidorna gör finns även som JSON över HTTP. Beskrivningarna är på engelska.
page-docs-console = Prova anropen i Swagger UI
page-docs-without-script = Swagger UI behöver skript. Samma referens finns utan.
page-docs-operations = Anrop
page-docs-parameters = Parametrar
page-docs-body = Innehåll
page-docs-example = Exempel
page-docs-responses = Svar
page-docs-types = Typer
page-docs-name = Namn
page-docs-kind = Typ
page-docs-meaning = Betydelse
page-docs-required = krävs

## Tillgänglighetsredogörelsen

page-accessibility-title = Tillgänglighetsredogörelse
page-accessibility-lead = Sidorna, chatten och sökrutan är gjorda för att följa WCAG 2.2 på nivå AA, och därmed de krav som EN 301 549 ställer på webbplatser.
page-accessibility-how = Vad som är gjort
page-accessibility-how-text = Varje sida prövas maskinellt med axe-core i tre språk, ljust och mörkt, och för hand mot det som maskinen inte ser.
page-accessibility-keyboard = Allt går att nå och använda med tangentbord, och det syns var man är.
page-accessibility-reader = Rubriker, listor, etiketter och språk är uppmärkta för skärmläsare. Varje bild av en beslutsväg står även som lista.
page-accessibility-script = Sidorna går att läsa, fråga på och söka på utan skript.
page-accessibility-size = De går att läsa vid 320 bildpunkters bredd och 200 procents förstoring utan att rulla i sidled; breda tabeller rullar i sin egen ruta.
page-accessibility-colour = Inget sägs med enbart färg. Sidorna följer läsarens val av ljust, mörkt, kontrast och rörelse.
page-accessibility-print = Svar går att skriva ut på A4.
page-accessibility-limits = Kända brister
page-accessibility-limit-language = Riktlinjerna återges på det språk de är skrivna på. Fallens namn och API-beskrivningarna är på engelska.
page-accessibility-limit-console = Swagger UI är ett program från annan leverantör som inte uppfyller alla krav. Referensen intill innehåller samma sak och gör det.
page-accessibility-limit-tested = Sidorna är ännu inte prövade av användare med egna hjälpmedel.
page-accessibility-contact = Säg till
page-accessibility-contact-text = Hittar du något som inte fungerar för dig? Vänd dig till den som driver tjänsten hos dig. Kommentarsfältet under varje svar går samma väg.
