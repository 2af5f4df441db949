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
page-applies-if = Applies if
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

## Guidelines

page-guidelines-title = Guidelines
page-guidelines-lead = The documents that the answers stand on, in our own edition with headings that can be linked to.
# $number (Number) - how many
page-guidelines-rules =
    { $number ->
        [one] { $number } rule
       *[other] { $number } rules
    }
page-guideline-expired = This guideline has expired. Check what applies today before you use it.
page-contents = On this page
page-guideline-about = About the document
page-guideline-use = For whom and for what
page-guideline-misuse = Not for
page-guideline-rules = Rules
page-guideline-rules-lead = How nordvis reads the guideline: each rule with its conditions in words, the strength of the source, the sections it stands on and the cases that keep it.
page-guideline-notes = Contradictions and limits of the source
page-guideline-edition = Our edition
page-guideline-edition-lead = The content in our own words, section by section. The pages are those of the original.
page-edition-in-sv = It is in Swedish.
page-edition-in-da = It is in Danish.
page-edition-in-en = It is in English.
page-guideline-sections = All sections
page-told-title = Title
page-told-issuer = Issuer
page-told-type = Kind of document
page-told-region = Binds in
page-told-document = Document number
page-told-version = Version
page-told-published = Published
page-told-from = Valid from
page-told-to = Valid until
page-told-revised = Last revised
page-told-dates-of = The dates are of
page-told-pages = Page numbers
page-rule-undecided = A proposal: not decided practice
page-rule-answers = Answers
# $number (Number) - how many
page-rule-cases =
    { $number ->
        [one] { $number } case
       *[other] { $number } cases
    }
page-outcome-recommended = applies
page-outcome-provisional = applies provisionally
page-outcome-conditional = depends on missing information
page-outcome-rejected = does not apply

## Decision paths

page-path = Decision path
page-path-picture = The decision path as a picture
# $recommendation (String) - the bottom line of a rule
page-path-title = The way to: { $recommendation }
page-path-description = The conditions from top to bottom, with the way on and the way out of each. The same stands as a list beside it.
page-path-all = all of these:
page-path-any = at least one of these:
page-path-unless = Exception
page-path-barring = Exception if it is stated
page-path-not-so = does not apply
page-path-holds = true
page-path-fails = false
page-path-unknown = not known
page-path-assumed = not known, taken not to hold
page-path-provisional = not known, so provisional
page-trace = How it was decided
page-trace-rejected = Rules that do not apply
page-trace-gone = This answer was given on another knowledge base than the one in use now. It stands as it was given; the way to it is not shown.

## The search page

page-search-title = Search the guidelines
page-search-hint = Do not write names or personal identity numbers: what you search for shows in the address.
page-search-written = Written in
page-search-written-any = All languages
page-language-sv = Swedish
page-language-da = Danish
page-language-en = English
page-search-hits = Passages
# $number (Number) - how many
page-search-count =
    { $number ->
        [0] No passages. Try other words, or fewer.
        [one] { $number } passage
       *[other] { $number } passages
    }
page-search-correction = Did you mean
page-search-unfiltered = Search all regions and languages
page-search-ask = Ask with these words
page-search-pages = More passages
page-search-previous = Previous
page-search-next = Next

## Embedding

page-embed-title = Embed in your intranet
page-embed-lead = One line gives a chat, another a search box. They read their texts here, take on the colours of your page and send nothing to anybody else.
page-embed-chat = Chat
page-embed-chat-text = What stands inside the element is shown until the chat has loaded, and to those without script.
page-embed-search = Search box
page-embed-search-text = The form inside works without script. With script, what is being written is completed.
page-embed-frame = Frame
page-embed-frame-text = Where scripts may not be added, the chat is shown in a frame.
page-embed-open = Open guideline support
page-embed-copy = Copy the code
page-embed-attribute = Attribute
page-embed-values = Values
page-embed-language = Language of texts and answers; else that of the page
page-embed-region = Whose guidelines bind
page-embed-mode = In the page, floating in a corner, or as a dialog
page-embed-heading = The heading above the chat
page-embed-question = Asked once when the chat loads
page-embed-starters = Example questions, with a vertical bar between
page-embed-history = Whether the tab remembers the conversation; a shared computer should not
page-embed-feedback = Whether it asks if the answer helped
page-embed-theme = Light or dark; else as the page
page-embed-label = The visible label
page-embed-action = Where the results are shown
page-embed-allowed = Which pages may
page-embed-allowed-text = Whoever runs the service names the origins that may ask, and those that may show the frame:
page-embed-policy-text = The content policy of your own page needs only this:
page-embed-preview = Try it here
page-embed-preview-text = The same chat and search box as in your intranet.

## The API

page-docs-title = API reference
page-docs-lead = Everything that the pages do is there as JSON over HTTP too.
page-docs-console = Try the calls in Swagger UI
page-docs-without-script = Swagger UI needs script. The same reference is there without.
page-docs-operations = Operations
page-docs-parameters = Parameters
page-docs-body = Body
page-docs-example = Example
page-docs-responses = Responses
page-docs-types = Types
page-docs-name = Name
page-docs-kind = Type
page-docs-meaning = Meaning
page-docs-required = required

## The accessibility statement

page-accessibility-title = Accessibility statement
page-accessibility-lead = The pages, the chat and the search box are made to meet WCAG 2.2 at level AA, and with it what EN 301 549 asks of websites.
page-accessibility-how = What is done
page-accessibility-how-text = Every page is tested by machine with axe-core in three languages, light and dark, and by hand for what the machine does not see.
page-accessibility-keyboard = Everything can be reached and used by keyboard, and it shows where you are.
page-accessibility-reader = Headings, lists, labels and languages are marked up for screen readers. Every picture of a decision path stands as a list too.
page-accessibility-script = The pages can be read, asked and searched without script.
page-accessibility-size = They can be read at a width of 320 pixels and at 200 per cent without scrolling sideways; wide tables scroll in a box of their own.
page-accessibility-colour = Nothing is said by colour alone. The pages follow the reader’s choice of light, dark, contrast and motion.
page-accessibility-print = Answers can be printed on A4.
page-accessibility-limits = Known limits
page-accessibility-limit-language = Guidelines are shown in the language that they are written in. The names of cases and the descriptions of the API are in English.
page-accessibility-limit-console = Swagger UI is a program of others that does not meet every requirement. The reference beside it holds the same and does.
page-accessibility-limit-tested = The pages have not yet been tried by users with assistive technology of their own.
page-accessibility-contact = Tell us
page-accessibility-contact-text = Have you found something that does not work for you? Turn to whoever runs the service where you are. The comment field under each answer leads the same way.
