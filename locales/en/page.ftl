### The service's own pages in the browser. Read by clinicians, often in the middle of work, and by those who run an intranet.
### Calm, short, factual. Headings of a few words, buttons that say what happens.

## Round every page

page-about = Answers from the guidelines that bind where you work, with a source for every sentence.
page-skip = Skip to content
page-nav = Pages
page-nav-ask = Ask
page-nav-guidelines = Guidelines
page-nav-search = Search
page-nav-embed = Embed
page-nav-docs = API
page-nav-accessibility = Accessibility
page-languages = Language
page-responsibility = nordvis repeats what the guidelines say. It makes no diagnosis and replaces neither the documents nor your judgement.
page-corpus = Knowledge base

## The first page

page-home-title = What does the guideline say?
page-home-lead = Write as you would ask a colleague. You get the next step, where to refer, which codes to register and what is missing – with a source for every sentence.
page-ask-question = Your question
page-ask-hint = Age, sex, test results and treatments help. Do not write names or personal identity numbers.
page-ask-region = Region
page-ask-region-any = All regions
page-ask-send = Ask
page-ask-again = The question could not be answered yet. What you wrote is still here.
page-ask-empty = Write a question first.
page-ask-new = New question
page-examples = Examples
page-example-1 = Woman aged 72, wrist fracture after a fall from standing height, FRAX 22%. Next step?
page-example-2 = Which codes do I register for core treatment of knee osteoarthritis?
page-example-3 = A patient with knee osteoarthritis has home nursing. Where do I refer for training?
page-example-4 = Hip fracture, FRAX 34%, eGFR 28. Which drug?
page-example-5 = What is the fracture coordinator proposed to do after a low-energy fracture?
page-example-6 = Who can attend the digital osteoarthritis school?
page-covered = Guidelines that answer questions
page-limits = What the service does not do
page-limits-text = nordvis never guesses. What is unknown is asked for, what a guideline leaves open is said to be open, and a guideline that has expired is shown as expired. Doses and advice that the documents do not give are not found here.

## How a guideline stands

# $date (String) - the last day it was valid
page-validity-expired = Was valid until { $date }
# $date (String) - the first day it will be valid
page-validity-coming = Valid from { $date }
page-validity-undated = Undated
# $date (String) - the last day it is valid
page-validity-to = Valid until { $date }
# $date (String) - the newest date that it prints
page-validity-old = Last dated { $date }
# $date (String) - the newest date that it prints
page-validity-from = Dated { $date }

## Fields for facts

page-yes = Yes
page-no = No
page-not-known = Do not know
page-not-said = Not stated

## The answer

page-answer-title = Answer
page-understood = Understood as
page-fact-uncertain = uncertain, not used
page-fact-conflicting = contradicted, not used
page-warnings = Note
# $place (String) - the region's name; $name (String) - the guideline's name
page-from = { $place }: { $name }
page-provisional = Provisional, until what is missing is known
page-strength = Strength in the source
page-evidence = grade of evidence
page-targets = To
page-deadline = Time
page-codes = Codes
page-because = Because
page-assumed = Assuming
page-missing = Missing information
page-missing-more = More that can change the answer
page-change = Change what is known
page-change-known = Correct what was understood
page-update = Answer again
page-conditional = Depends on missing information
page-applies-if = Applies if:
page-sources = Sources
page-source = Source
page-source-in-sv = the source is in Swedish
page-source-in-da = the source is in Danish
page-source-in-en = the source is in English
page-page = p.
page-passages = Passages that may help
page-then = Ask on about the same case
page-then-next_step = What is the next step?
page-then-referral_target = Where to refer?
page-then-required_codes = Which codes to register?
page-then-treatment = Which treatment?
page-then-eligibility = Who is eligible?
page-then-follow_up = How to follow up?
page-then-referral_content = What must the referral contain?
page-then-documentation = What must be documented?
page-then-work_up = Which investigations?
page-copy = Copy for the record
page-copy-code = Copy
page-copy-link = Copy link
page-copied = Copied
page-print = Print
page-as-text = The answer as plain text
page-feedback = Did the answer help?
page-feedback-comment = Comment (optional)
page-feedback-hint = Write nothing that could identify a patient.
page-feedback-yes = Yes, it helped
page-feedback-no = No, it did not help
page-feedback-thanks = Thank you. What you wrote is kept.
page-answer-as-of = Holds for
page-answer-given = Given
page-answer-id = Id of the answer

## Search

page-search-label = Search the guidelines
page-search-send = Search

## When something is not there

page-problem-number = Number:
page-problem-not-found = This page does not exist
    .detail = The address may have changed or be misspelt. Search the guidelines, or begin from one of the pages here.
page-problem-guideline-not-found = This guideline does not exist
    .detail = It may have been renamed or removed. Guidelines lists all that answer questions.
