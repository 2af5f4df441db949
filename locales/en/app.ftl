### The frame of an answer: what is said round the guidelines' own sentences.

## How far the guidelines answer

answer-from = { $region }, “{ $guideline }”:
answer-from-expired = { $region }, “{ $guideline }” (valid until { $date }):
answer-not-covered = The guidelines here do not answer that question.
answer-not-covered-region = No guideline that applies in { $region } answers that question.
answer-needs-facts = This cannot be decided yet. The answer depends on missing information.
answer-lookup = This is what the guidelines say:
answer-new-patient = New patient: what was said before no longer counts.
answer-undone = Taken back: your last message no longer counts.
answer-nothing-asked = What would you like to know? Write a question about osteoarthritis, osteoporosis or fractures, with the facts of the patient if you like.

## The parts of an answer

label-provisional = Provisional, until the information below is known: { $statement }
label-targets = To: { $targets }
label-codes = Codes: { $codes }
label-deadline = Time: { $deadline }
label-evidence = Evidence grade: { $grade }
label-because = Because: { $reasons }
label-assumed = Assuming: { $conditions }
label-more = • … and { $count } more
label-missing = Missing information:
label-conditional = Depends on missing information:
label-understood = Understood from the question: { $facts }
label-not-used = Not used: { $mentions }
label-repaired = Assumed spelling: { $repairs }
label-not-understood = Not understood, beside a fact that matters for safety: { $words }
label-no-answer = Not an answer to what was asked: { $words }
label-warnings = Note:
label-notes = Good to know:
label-hits = Sections that may help:
label-sources = Sources:
conditional-when = { $statement } Applies if: { $condition }.
chapter = { $chapter }: { $heading }
part = { $guideline }: { $part }
source = { $title }, “{ $heading }” ({ $place })
source-page = { $title }, “{ $heading }”, p. { $page } ({ $place })

## Why something that was spoken of is not used

mention-relative = { $fact } (a relative)
mention-earlier = { $fact } (earlier)
mention-supposed = { $fact } (only supposed)
mention-planned = { $fact } (planned)
mention-uncertain = { $fact } (not certain)
mention-asked = { $fact } (asked, not stated)
mention-not_known = { $fact } (not known)
mention-implausible = { $fact } (not a plausible value)
mention-denied = { $fact } (denied)

## Conditions and values in words

list-and = { $items } and { $last }
list-or = { $items } or { $last }
in-brackets = ({ $text })
compare-less = { $fact } below { $value }
compare-at-most = { $fact } at most { $value }
compare-more = { $fact } above { $value }
compare-at-least = { $fact } at least { $value }
compare-equal = { $fact } exactly { $value }
compare-not-equal = { $fact } other than { $value }
compare-between = { $fact } { $low }–{ $high }
compare-not-between = { $fact } outside { $low }–{ $high }
not-any-of = not ({ $options })
not-this = not { $option }
not-so = not: { $condition }
stated = { $fact } stated
not-stated = { $fact } not stated
always = always
value-below = below { $value }
value-above = above { $value }
value-at-most = at most { $value }
value-at-least = at least { $value }
value-range = { $low }–{ $high }
fact-value = { $fact } { $value }
fact-not-known = { $fact }: not known
reason-number = { $value } ({ $condition })
yes = yes
no = no

## Dates

date = { $day } { $month } { $year }
month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## What is asked

intent-next_step = next step
intent-referral_target = where to refer
intent-required_codes = codes to register
intent-treatment = treatment
intent-eligibility = who is eligible
intent-follow_up = follow-up
intent-referral_content = content of the referral
intent-documentation = documentation
intent-work_up = work-up
intent-lookup = lookup

## Strength: the source's modal verb

strength-must = must
strength-should = should
strength-recommended = is recommended
strength-may = may
strength-states = is stated
strength-proposed = is proposed

## Kinds of section

kind-guidance = guidance
kind-background = background
kind-document = about the document
kind-foreword = foreword
kind-survey = survey answers, not guidance
kind-reflection = reflection, not guidance
kind-analysis = analysis of the current state
kind-proposal = proposal, not decided
kind-cost = cost estimate
kind-practice = observed practice

## Regions

region-DK-81 = North Denmark Region
region-DK-82 = Central Denmark Region
region-DK-83 = Region of Southern Denmark
region-DK-84 = Capital Region of Denmark
region-DK-85 = Region Zealand
region-SE-AB = Region Stockholm
region-SE-AC = Region Västerbotten
region-SE-BD = Region Norrbotten
region-SE-C = Region Uppsala
region-SE-D = Region Sörmland
region-SE-E = Region Östergötland
region-SE-F = Region Jönköping County
region-SE-G = Region Kronoberg
region-SE-H = Region Kalmar County
region-SE-I = Region Gotland
region-SE-K = Region Blekinge
region-SE-M = Region Skåne
region-SE-N = Region Halland
region-SE-O = Region Västra Götaland
region-SE-S = Region Värmland
region-SE-T = Region Örebro County
region-SE-U = Region Västmanland
region-SE-W = Region Dalarna
region-SE-X = Region Gävleborg
region-SE-Y = Region Västernorrland
region-SE-Z = Region Jämtland Härjedalen

## Draft of a referral

referral-draft = Draft of a referral: review it, complete it and send it yourself.
referral-to = To
referral-patient = Patient
    .missing = name and identity number
referral-reason = Reason
referral-known = Known facts
referral-note = Note
referral-sender = Sender
    .missing = unit, name and date
referral-missing = [Fill in: { $what }]
