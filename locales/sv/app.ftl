### Svarets ramar: vad som sägs runt riktlinjernas egna meningar.

## Hur långt riktlinjerna svarar

answer-from = { $region }, ”{ $guideline }”:
answer-from-expired = { $region }, ”{ $guideline }” (gällde till och med { $date }):
answer-not-covered = Riktlinjerna här svarar inte på den frågan.
answer-not-covered-region = Ingen riktlinje som gäller i { $region } svarar på den frågan.
answer-needs-facts = Det går inte att avgöra ännu. Svaret hänger på uppgifter som saknas.
answer-lookup = Så här står det i riktlinjerna:
answer-new-patient = Ny patient: det som sades tidigare räknas inte längre.
answer-undone = Ångrat: ditt senaste meddelande räknas inte längre.
answer-nothing-asked = Vad vill du veta? Skriv en fråga om artros, osteoporos eller frakturer, gärna med patientens uppgifter.

## Svarets delar

label-provisional = Preliminärt, tills uppgifterna nedan är kända: { $statement }
label-targets = Till: { $targets }
label-codes = Koder: { $codes }
label-deadline = Tid: { $deadline }
label-evidence = Evidensgrad: { $grade }
label-because = Därför att: { $reasons }
label-assumed = Förutsatt: { $conditions }
label-more = • … och { $count } till
label-missing = Uppgifter som saknas:
label-conditional = Beror på uppgifter som saknas:
label-understood = Uppfattat ur frågan: { $facts }
label-not-used = Inte använt: { $mentions }
label-repaired = Förmodad stavning: { $repairs }
label-not-understood = Inte uppfattat, intill en uppgift av betydelse för säkerheten: { $words }
label-no-answer = Svarar inte på det som efterfrågades: { $words }
label-warnings = Observera:
label-notes = Att veta:
label-hits = Avsnitt som kan hjälpa:
label-sources = Källor:
conditional-when = { $statement } Gäller om: { $condition }.
chapter = { $chapter }: { $heading }
part = { $guideline }: { $part }
source = { $title }, ”{ $heading }” ({ $place })
source-page = { $title }, ”{ $heading }”, s. { $page } ({ $place })

## Varför något som nämndes inte används

mention-relative = { $fact } (anhörig)
mention-earlier = { $fact } (tidigare)
mention-supposed = { $fact } (hypotetiskt)
mention-planned = { $fact } (planerat)
mention-uncertain = { $fact } (osäkert)
mention-asked = { $fact } (efterfrågat, inte uppgett)
mention-not_known = { $fact } (inte känt)
mention-implausible = { $fact } (inget rimligt värde)
mention-denied = { $fact } (uteslutet)

## Villkor och värden i ord

list-and = { $items } och { $last }
list-or = { $items } eller { $last }
in-brackets = ({ $text })
compare-less = { $fact } under { $value }
compare-at-most = { $fact } högst { $value }
compare-more = { $fact } över { $value }
compare-at-least = { $fact } minst { $value }
compare-equal = { $fact } exakt { $value }
compare-not-equal = { $fact } annat än { $value }
compare-between = { $fact } { $low }–{ $high }
compare-not-between = { $fact } utanför { $low }–{ $high }
not-any-of = varken { $options }
not-this = inte { $option }
not-so = inte: { $condition }
stated = uppgift om { $fact }
not-stated = ingen uppgift om { $fact }
always = alltid
value-below = under { $value }
value-above = över { $value }
value-at-most = högst { $value }
value-at-least = minst { $value }
value-range = { $low }–{ $high }
fact-value = { $fact } { $value }
fact-not-known = { $fact }: inte känt
reason-number = { $value } ({ $condition })
yes = ja
no = nej

## Datum

date = { $day } { $month } { $year }
month = { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

## Vad som frågas

intent-next_step = nästa steg
intent-referral_target = vart remissen ska
intent-required_codes = koder att registrera
intent-treatment = behandling
intent-eligibility = vem som kan komma i fråga
intent-follow_up = uppföljning
intent-referral_content = remissens innehåll
intent-documentation = dokumentation
intent-work_up = utredning
intent-lookup = uppslag

## Styrka: källans modalverb

strength-must = ska
strength-should = bör
strength-recommended = rekommenderas
strength-may = kan
strength-states = anges
strength-proposed = föreslås

## Avsnittens art

kind-guidance = vägledning
kind-background = bakgrund
kind-document = om dokumentet
kind-foreword = förord
kind-survey = enkätsvar, inte vägledning
kind-reflection = reflektion, inte vägledning
kind-analysis = nulägesanalys
kind-proposal = förslag, inte beslutat
kind-cost = kostnadsberäkning
kind-practice = observerad praxis

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

## Utkast till remiss

referral-draft = Utkast till remiss: granska, komplettera och skicka själv.
referral-to = Till
referral-patient = Patient
    .missing = namn och personnummer
referral-reason = Orsak
referral-known = Kända uppgifter
referral-note = Observera
referral-sender = Avsändare
    .missing = enhet, namn och datum
referral-missing = [Fyll i: { $what }]
