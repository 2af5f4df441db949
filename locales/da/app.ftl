### Svarets rammer: hvad der siges omkring retningslinjernes egne sætninger.

## Hvor langt retningslinjerne svarer

answer-from = { $region }, »{ $guideline }«:
answer-from-expired = { $region }, »{ $guideline }« (gældende til og med { $date }):
answer-not-covered = Retningslinjerne her svarer ikke på det spørgsmål.
answer-not-covered-region = Ingen retningslinje, der gælder i { $region }, svarer på det spørgsmål.
answer-needs-facts = Det kan ikke afgøres endnu. Svaret afhænger af oplysninger, der mangler.
answer-lookup = Det står der i retningslinjerne:
answer-new-patient = Ny patient: det, der blev sagt før, tæller ikke længere.
answer-undone = Fortrudt: din seneste besked tæller ikke længere.
answer-nothing-asked = Hvad vil du vide? Skriv et spørgsmål om artrose, osteoporose eller brud, gerne med patientens oplysninger.

## Svarets dele

label-provisional = Foreløbigt, indtil oplysningerne nedenfor foreligger: { $statement }
label-targets = Til: { $targets }
label-codes = Koder: { $codes }
label-deadline = Tid: { $deadline }
label-evidence = Evidensgrad: { $grade }
label-because = Fordi: { $reasons }
label-assumed = Forudsat: { $conditions }
label-more = • … og { $count } til
label-missing = Oplysninger, der mangler:
label-conditional = Afhænger af oplysninger, der mangler:
label-understood = Opfattet af spørgsmålet: { $facts }
label-not-used = Ikke brugt: { $mentions }
label-repaired = Formodet stavemåde: { $repairs }
label-not-understood = Ikke forstået, ved siden af en oplysning af betydning for sikkerheden: { $words }
label-no-answer = Svarer ikke på det, der blev spurgt om: { $words }
label-warnings = Vær opmærksom på:
label-notes = Værd at vide:
label-hits = Afsnit, der kan hjælpe:
label-sources = Kilder:
conditional-when = { $statement } Gælder, hvis: { $condition }.
chapter = { $chapter }: { $heading }
part = { $guideline }: { $part }
source = { $title }, »{ $heading }« ({ $place })
source-page = { $title }, »{ $heading }«, s. { $page } ({ $place })

## Hvorfor noget, der blev nævnt, ikke bruges

mention-relative = { $fact } (pårørende)
mention-earlier = { $fact } (tidligere)
mention-supposed = { $fact } (hypotetisk)
mention-planned = { $fact } (planlagt)
mention-uncertain = { $fact } (usikkert)
mention-asked = { $fact } (spurgt om, ikke oplyst)
mention-not_known = { $fact } (ikke kendt)
mention-implausible = { $fact } (ingen rimelig værdi)
mention-denied = { $fact } (udelukket)

## Betingelser og værdier i ord

list-and = { $items } og { $last }
list-or = { $items } eller { $last }
in-brackets = ({ $text })
compare-less = { $fact } under { $value }
compare-at-most = { $fact } højst { $value }
compare-more = { $fact } over { $value }
compare-at-least = { $fact } mindst { $value }
compare-equal = { $fact } præcis { $value }
compare-not-equal = { $fact } andet end { $value }
compare-between = { $fact } { $low }–{ $high }
compare-not-between = { $fact } uden for { $low }–{ $high }
not-any-of = hverken { $options }
not-this = ikke { $option }
not-so = ikke: { $condition }
stated = oplysning om { $fact }
not-stated = ingen oplysning om { $fact }
always = altid
value-below = under { $value }
value-above = over { $value }
value-at-most = højst { $value }
value-at-least = mindst { $value }
value-range = { $low }–{ $high }
fact-value = { $fact } { $value }
fact-not-known = { $fact }: ikke kendt
reason-number = { $value } ({ $condition })
yes = ja
no = nej

## Datoer

date = { $day }. { $month } { $year }
month = { $month } { $year }
month-1 = januar
month-2 = februar
month-3 = marts
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

## Hvad der spørges om

intent-next_step = næste skridt
intent-referral_target = hvor der henvises til
intent-required_codes = koder, der skal registreres
intent-treatment = behandling
intent-eligibility = hvem der kan komme i betragtning
intent-follow_up = opfølgning
intent-referral_content = henvisningens indhold
intent-documentation = dokumentation
intent-work_up = udredning
intent-lookup = opslag

## Styrke: kildens modalverbum

strength-must = skal
strength-should = bør
strength-recommended = anbefales
strength-may = kan
strength-states = angives
strength-proposed = foreslås

## Afsnittenes art

kind-guidance = vejledning
kind-background = baggrund
kind-document = om dokumentet
kind-foreword = forord
kind-survey = spørgeskemasvar, ikke vejledning
kind-reflection = refleksion, ikke vejledning
kind-analysis = analyse af den nuværende situation
kind-proposal = forslag, ikke besluttet
kind-cost = omkostningsberegning
kind-practice = observeret praksis

## Regioner

region-DK-81 = Region Nordjylland
region-DK-82 = Region Midtjylland
region-DK-83 = Region Syddanmark
region-DK-84 = Region Hovedstaden
region-DK-85 = Region Sjælland
region-SE-AB = Region Stockholm
region-SE-AC = Region Västerbotten
region-SE-BD = Region Norrbotten
region-SE-C = Region Uppsala
region-SE-D = Region Sörmland
region-SE-E = Region Östergötland
region-SE-F = Region Jönköpings län
region-SE-G = Region Kronoberg
region-SE-H = Region Kalmar län
region-SE-I = Region Gotland
region-SE-K = Region Blekinge
region-SE-M = Region Skåne
region-SE-N = Region Halland
region-SE-O = Västra Götalandsregionen
region-SE-S = Region Värmland
region-SE-T = Region Örebro län
region-SE-U = Region Västmanland
region-SE-W = Region Dalarna
region-SE-X = Region Gävleborg
region-SE-Y = Region Västernorrland
region-SE-Z = Region Jämtland Härjedalen

## Udkast til henvisning

referral-draft = Udkast til henvisning: gennemse, udfyld og send selv.
referral-to = Til
referral-patient = Patient
    .missing = navn og CPR-nummer
referral-reason = Årsag
referral-known = Kendte oplysninger
referral-note = Bemærk
referral-sender = Afsender
    .missing = enhed, navn og dato
referral-missing = [Udfyld: { $what }]
