### The chat and the search box in other people's pages: read by clinicians at work. Calm, short and clear.
### What happened, what was kept, what to do. The page puts in the values.

## The frame

widget-heading = Clinical guidance
widget-label = Ask the guidelines
widget-help = Enter sends, Shift + Enter makes a new line. Leave out personal details.
widget-send = Send
widget-close = Close
widget-log = Questions and answers
widget-you = You:
widget-new-patient = New patient
widget-cleared = The conversation has been deleted. You can start again.
widget-facts-given = Facts about the patient
widget-length = { $length } of { $max } characters
widget-write-first = Write a question first.
widget-too-long = The text is { $length } characters long; at most { $max } can be sent. Shorten it; it stays here.

## Before anything is asked

widget-empty = Describe the case in your own words and ask about the next step, referral, codes or treatment. The answer rests on the guideline that applies where you work.
widget-examples = Example questions
widget-example-osteoarthritis-1 = Knee osteoarthritis, core treatment done without enough relief. Next step?
widget-example-osteoarthritis-2 = Which codes do I register in the digital osteoarthritis school?
widget-example-osteoporosis-1 = Woman 71, hip fracture, FRAX 34%, eGFR 28. Which drug?
widget-example-osteoporosis-2 = When should bone density be measured after a wrist fracture?
widget-coverage = Guidelines searched: { $number }
widget-region-not-covered = No guideline here applies in { $region }. Questions are met with sections from other regions, marked as such.

## While it works

widget-working = Looking in the guidelines …
widget-new-answer = New answer.
widget-begun-anew = The earlier conversation is no longer kept, so this answer rests on the last question alone. Give the patient's facts again.

## The answer: what was understood

widget-answer = Answer
widget-needs-facts = More information is needed
widget-not-covered = The guidelines here do not answer that
widget-understood = Understood as
widget-change = Change
widget-remove = Remove: { $fact }
widget-removed = { $fact } no longer applies
widget-certainty-uncertain = uncertain
widget-certainty-conflicting = conflicting
widget-not-used = Not used in the answer
widget-read-as = “{ $written }” was read as “{ $read }”
widget-not-understood = “{ $words }” was not understood

## The answer: what applies

widget-next-step = Next step
widget-evidence = evidence grade { $grade }
widget-provisional = Provisional: applies if there is no exception. Answer the questions below.
widget-details = What the guideline adds
widget-referral = Referral
widget-referral-content = Content of the referral
widget-copy-referral = Copy referral details
widget-codes = Codes
widget-copy-code = Copy { $code }
widget-why = Why
widget-assumed = Assumed, as nothing else was said: { $text }

## The answer: what is missing

widget-missing = Missing for a more certain answer
widget-more-questions = More facts that may matter: { $number }
widget-yes = Yes
widget-no = No
widget-do-not-know = Do not know
widget-choose = Choose …
widget-answer-this = Answer
widget-not-a-value = Write a number or choose an option.
widget-conditional = Depends on missing information: { $number }
widget-applies-if = Applies if: { $condition }
widget-notes = Good to know

## Warnings: words before the warning's text

widget-warning = Note:
widget-warning-guideline_expired = Expired guideline:
widget-warning-guideline_not_yet_valid = Not yet valid:
widget-warning-guideline_undated = Undated guideline:
widget-warning-guideline_old = Old guideline:
widget-warning-region_not_stated = No region:
widget-warning-other_region = Other region:
widget-warning-boundary_not_defined = On the threshold:
widget-warning-source_inconsistent = The source contradicts itself:
widget-warning-conflicting_facts = Conflicting facts:
widget-warning-uncertain_fact = Uncertain fact:
widget-warning-identifier_removed = Identifier removed:
widget-warning-practice_not_decided = Not decided:

## Sources

widget-sources = Sources ({ $number })
widget-source = Source { $number }
widget-opens-new = opens in a new tab
widget-page = p. { $page }
widget-expired = Expired
widget-valid-to = valid until { $date }
widget-valid-from = valid from { $date }
widget-revised = revised { $date }
widget-undated = undated
widget-only-in-sv = the source is in Swedish only
widget-only-in-da = the source is in Danish only
widget-only-in-en = the source is in English only
widget-hits = Sections that may help

## What can be done with the answer

widget-copy = Copy for the record
widget-copied = Copied.
widget-not-copied = It could not be copied. Select the text and copy it with the keyboard.
widget-copied-foot = Answer { $id }, fetched { $date }. { $url }
widget-print = Print
widget-link = Copy link
widget-feedback = Was the answer helpful?
widget-helpful = Helpful
widget-not-helpful = Not helpful
widget-comment = Would you like to tell more? (optional)
widget-comment-warning = Write nothing that could be tied to a patient.
widget-send-comment = Send comment
widget-thanks = Thank you, it has been saved.
widget-follow-ups = Ask on
widget-follow-up-next_step = What is the next step?
widget-follow-up-referral_target = Where do I refer?
widget-follow-up-required_codes = Which codes do I register?
widget-follow-up-treatment = Which treatment applies?
widget-follow-up-eligibility = Is the patient eligible?
widget-follow-up-follow_up = How is the patient followed up?
widget-follow-up-referral_content = What should the referral contain?
widget-follow-up-documentation = What must be documented?
widget-follow-up-work_up = Which work-up is needed?
widget-whole-answer = Show the answer with its whole decision path
widget-meta = As of { $date } · corpus { $corpus } · answer { $id }
widget-responsibility = This repeats the guideline. The clinical judgement is yours.

## Identifiers and errors

widget-identifier = The text seems to contain a personal identity number, phone number or e-mail address. The answer does not need it. Nothing has been sent, and the text is still here.
widget-identifier-remove = Remove it from the text
widget-identifier-send = Send anyway
widget-error-offline = The service cannot be reached right now. Your text is kept. Check the connection and try again.
widget-error-timeout = The answer is taking too long. Your text is kept. Try again.
widget-error-refused = The service does not take questions from this website. Whoever runs the website can ask to have it added. Your text is kept.
widget-error-address = The address of the service is wrong. Whoever runs the page needs to correct it. Your text is kept.
widget-error-denied = You have no access to the service from here. Sign in again or contact whoever runs the page. Your text is kept.
widget-error-limited = Many questions have been asked in a short time. Your text is kept.
widget-error-busy = The service cannot answer right now. Your text is kept.
widget-error-fields = Something in the question cannot be used. Your text is kept.
widget-error-gone = The conversation is no longer kept. Your text is. Send it again to begin a new one.
widget-error-fault = Something went wrong on our side. Your text is kept. Try again.
widget-retry = Try again
widget-wait = You can try again in { $seconds } s.
widget-wait-over = You can try again now.
widget-read-guidelines = Read the guidelines
widget-trace = Error number { $id }

## The search box

widget-search-label = Search the guidelines
widget-search-button = Search
widget-search-suggestions = Suggestions
widget-search-found = Suggestions: { $number }. Choose with the arrow keys.
widget-search-none = No suggestions.
