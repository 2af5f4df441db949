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
page-applies-if = Gäller om:
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
