### Chatten och sökrutan i andras sidor: läses av vårdpersonal mitt i arbetet. Lugnt, kort och tydligt.
### Vad som hände, vad som finns kvar, vad man kan göra. Värden i klamrar sätts in av sidan.

## Ramen

widget-heading = Kunskapsstöd
widget-label = Fråga riktlinjerna
widget-help = Enter skickar, Skift + Enter ger ny rad. Skriv inga personuppgifter.
widget-send = Skicka
widget-close = Stäng
widget-log = Frågor och svar
widget-you = Du:
widget-new-patient = Ny patient
widget-cleared = Samtalet är borttaget. Du kan börja på nytt.
widget-facts-given = Uppgifter om patienten
widget-length = { $length } av { $max } tecken
widget-write-first = Skriv en fråga först.
widget-too-long = Texten är { $length } tecken lång; högst { $max } kan skickas. Korta den, den står kvar här.

## Innan något har frågats

widget-empty = Beskriv fallet med egna ord och fråga om nästa steg, remiss, koder eller behandling. Svaret bygger på den riktlinje som gäller där du arbetar.
widget-examples = Exempel på frågor
widget-example-osteoarthritis-1 = Knäartros, grundbehandling är genomförd utan tillräcklig effekt. Nästa steg?
widget-example-osteoarthritis-2 = Vilka koder registrerar jag vid digital artrosskola?
widget-example-osteoporosis-1 = Kvinna 71 år, höftfraktur, FRAX 34 %, eGFR 28. Vilket läkemedel?
widget-example-osteoporosis-2 = När ska bentätheten mätas efter en handledsfraktur?
widget-coverage = Riktlinjer som söks: { $number }
widget-region-not-covered = Ingen riktlinje här gäller i { $region }. Frågor besvaras med avsnitt från andra regioner, märkta som sådana.

## Under arbetet

widget-working = Söker i riktlinjerna …
widget-new-answer = Nytt svar.
widget-begun-anew = Det tidigare samtalet finns inte kvar, så det här svaret bygger bara på den senaste frågan. Ange patientens uppgifter igen.

## Svaret: vad som förstods

widget-answer = Svar
widget-needs-facts = Det behövs fler uppgifter
widget-not-covered = Riktlinjerna här besvarar inte det
widget-understood = Tolkat som
widget-change = Ändra
widget-remove = Ta bort: { $fact }
widget-removed = { $fact } gäller inte längre
widget-certainty-uncertain = osäker
widget-certainty-conflicting = motsägs
widget-not-used = Inte använt i svaret
widget-read-as = ”{ $written }” lästes som ”{ $read }”
widget-not-understood = ”{ $words }” förstods inte

## Svaret: vad som gäller

widget-next-step = Nästa steg
widget-evidence = evidensgrad { $grade }
widget-provisional = Preliminärt: gäller om inget undantag finns. Svara på frågorna nedan.
widget-details = Vad riktlinjen tillägger
widget-referral = Remiss
widget-referral-content = Remissens innehåll
widget-copy-referral = Kopiera remissuppgifter
widget-codes = Koder
widget-copy-code = Kopiera { $code }
widget-why = Därför
widget-assumed = Antas, eftersom inget annat sagts: { $text }

## Svaret: vad som saknas

widget-missing = Saknas för ett säkrare svar
widget-more-questions = Fler uppgifter som kan påverka: { $number }
widget-yes = Ja
widget-no = Nej
widget-do-not-know = Vet inte
widget-choose = Välj …
widget-answer-this = Svara
widget-not-a-value = Skriv ett tal eller välj ett alternativ.
widget-conditional = Beror på uppgifter som saknas: { $number }
widget-applies-if = Gäller om: { $condition }
widget-notes = Bra att veta

## Varningar: ord framför varningens text

widget-warning = Observera:
widget-warning-guideline_expired = Utgången riktlinje:
widget-warning-guideline_not_yet_valid = Gäller inte än:
widget-warning-guideline_undated = Odaterad riktlinje:
widget-warning-guideline_old = Äldre riktlinje:
widget-warning-region_not_stated = Region saknas:
widget-warning-other_region = Annan region:
widget-warning-boundary_not_defined = På gränsen:
widget-warning-source_inconsistent = Källan säger emot sig själv:
widget-warning-conflicting_facts = Motstridiga uppgifter:
widget-warning-uncertain_fact = Osäker uppgift:
widget-warning-identifier_removed = Personuppgift borttagen:
widget-warning-practice_not_decided = Inte beslutat:

## Källor

widget-sources = Källor ({ $number })
widget-source = Källa { $number }
widget-opens-new = öppnas i ny flik
widget-page = s. { $page }
widget-expired = Utgången
widget-valid-to = gällde till och med { $date }
widget-valid-from = gäller från { $date }
widget-revised = reviderad { $date }
widget-undated = odaterad
widget-only-in-sv = källan finns bara på svenska
widget-only-in-da = källan finns bara på danska
widget-only-in-en = källan finns bara på engelska
widget-hits = Avsnitt som kan hjälpa

## Vad man kan göra med svaret

widget-copy = Kopiera till journal
widget-copied = Kopierat.
widget-not-copied = Det gick inte att kopiera. Markera texten och kopiera med tangentbordet.
widget-copied-foot = Svar-id { $id }, hämtat { $date }. { $url }
widget-print = Skriv ut
widget-link = Kopiera länk
widget-feedback = Var svaret till hjälp?
widget-helpful = Till hjälp
widget-not-helpful = Inte till hjälp
widget-comment = Vill du berätta mer? (frivilligt)
widget-comment-warning = Skriv inget som kan kopplas till en patient.
widget-send-comment = Skicka kommentar
widget-thanks = Tack, det är sparat.
widget-follow-ups = Fråga vidare
widget-follow-up-next_step = Vad är nästa steg?
widget-follow-up-referral_target = Vart remitterar jag?
widget-follow-up-required_codes = Vilka koder registrerar jag?
widget-follow-up-treatment = Vilken behandling gäller?
widget-follow-up-eligibility = Uppfyller patienten kriterierna?
widget-follow-up-follow_up = Hur följs patienten upp?
widget-follow-up-referral_content = Vad ska remissen innehålla?
widget-follow-up-documentation = Vad ska dokumenteras?
widget-follow-up-work_up = Vilken utredning behövs?
widget-whole-answer = Visa svaret med hela beslutsvägen
widget-meta = Besvarat för { $date } · underlag { $corpus } · svar { $id }
widget-responsibility = Återger riktlinjen. Den kliniska bedömningen är din.

## Personuppgifter och fel

widget-identifier = Texten ser ut att innehålla ett personnummer, telefonnummer eller en e-postadress. Det behövs inte för svaret. Inget har skickats, och texten står kvar.
widget-identifier-remove = Ta bort det ur texten
widget-identifier-send = Skicka ändå
widget-error-offline = Kunskapsstödet kan inte nås just nu. Din text är kvar. Kontrollera anslutningen och försök igen.
widget-error-timeout = Svaret dröjer för länge. Din text är kvar. Försök igen.
widget-error-refused = Kunskapsstödet tar inte emot frågor från den här webbplatsen. Den som förvaltar webbplatsen kan be om att den läggs till. Din text är kvar.
widget-error-address = Adressen till kunskapsstödet stämmer inte. Den som förvaltar sidan behöver rätta den. Din text är kvar.
widget-error-denied = Du har inte tillgång till kunskapsstödet härifrån. Logga in igen eller kontakta den som förvaltar sidan. Din text är kvar.
widget-error-limited = Det har ställts många frågor på kort tid. Din text är kvar.
widget-error-busy = Kunskapsstödet kan inte svara just nu. Din text är kvar.
widget-error-fields = Något i frågan kan inte användas. Din text är kvar.
widget-error-gone = Samtalet finns inte kvar. Din text är kvar. Skicka den igen för att börja ett nytt.
widget-error-fault = Något gick fel hos oss. Din text är kvar. Försök igen.
widget-retry = Försök igen
widget-wait = Du kan försöka igen om { $seconds } s.
widget-wait-over = Du kan försöka igen nu.
widget-read-guidelines = Läs riktlinjerna
widget-trace = Felnummer { $id }

## Sökrutan

widget-search-label = Sök i riktlinjerna
widget-search-button = Sök
widget-search-suggestions = Förslag
widget-search-found = Förslag: { $number }. Välj med piltangenterna.
widget-search-none = Inga förslag.
