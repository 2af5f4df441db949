### What the API says when a request cannot be answered, read by developers and, through their programs, by clinicians.
### Calm and helpful: what happened, what was kept, what to do. What was sent is never repeated.
### Each problem has a title of a few words and a .detail of one or two sentences.

## Problems

problem-malformed-url = The address cannot be read
    .detail = Its query is not well-formed. Percent-encode what is not plain letters or digits, as UTF-8.
problem-invalid-parameters = Some query parameters cannot be used
    .detail = Correct the parameters named here and send the request again.
problem-malformed-json = The body is not JSON
    .detail = The body is empty, or cannot be read as JSON in UTF-8. Nothing was answered or stored.
problem-malformed-form = The form cannot be read
    .detail = The content is not a form in UTF-8. Nothing was answered or kept. Go back and try again.
problem-missing-host = The request names no host
    .detail = HTTP/1.1 requests carry a Host header. Add one and send the request again.
problem-invalid-idempotency-key = The idempotency key cannot be used
    .detail = An Idempotency-Key has 16 to 128 plain characters, such as a UUID, and stands once. Nothing was answered or stored.
problem-unauthenticated = Say who you are
    .detail = Send an API key or a token in the header Authorization: Bearer. Whoever runs this service gives keys. Nothing was answered or stored.
problem-invalid-credential = The key or token does not hold
    .detail = It is not known, has ended, or is not meant for this service. Ask whoever runs the service for another. Nothing was answered or stored.
problem-forbidden = The key or token does not reach this far
    .detail = It holds, but it does not have the scope that this takes. Ask whoever runs the service. Nothing was answered or stored.
problem-idempotency-mismatch = Something else was sent under this key
    .detail = An Idempotency-Key names one request. Send the same body again, or choose another key. Nothing new was stored.
problem-too-many-requests = Too many requests
    .detail = More was asked in this minute than may be. Wait for as many seconds as Retry-After says, and send the request again. Nothing was answered or stored.
problem-not-found = There is nothing at this address
    .detail = /openapi.json describes every address that there is.
problem-answer-not-found = There is no such answer
    .detail = No answer with this id is kept. Ask the question again to get a new one.
problem-referral-not-found = The answer recommends no referral
    .detail = There is a draft for answers that say where the patient is referred or what a referral contains.
problem-trace-not-found = The answer cannot be explained
    .detail = This version of nordvis cannot read the corpus that the answer stands on. The answer itself is kept and shown as it was given.
problem-conversation-not-found = There is no such conversation
    .detail = No conversation with this id is kept; it may have been deleted. Begin a new one with POST /api/v1/conversations.
problem-conversation-full = This conversation is full
    .detail = A conversation takes at most 200 messages. Nothing was answered or stored. Begin a new one with POST /api/v1/conversations.
problem-guideline-not-found = There is no such guideline
    .detail = /api/v1/guidelines lists every guideline with its id.
problem-method-not-allowed = This address does not take that method
    .detail = The Allow header lists the methods that it takes.
problem-not-acceptable = The reply cannot be given in that form
    .detail = The Accept header names no form that there is at this address. Leave it out, or add application/json to it. Nothing was answered or stored.
problem-body-timeout = The body took too long
    .detail = The whole body must arrive within a few seconds. Nothing was answered or stored. Send the request again.
problem-body-too-large = The body is too large
    .detail = A body is at most 64 KiB, in a call by CDS Hooks at most 2 MiB. Nothing was answered or stored. Send less.
problem-url-too-long = The address is too long
    .detail = An address is at most 4,096 bytes. Long questions are sent in a body, to /api/v1/answers.
problem-headers-too-large = The headers are too many or too large
    .detail = A request has at most 64 headers of 16 KiB together. Leave out cookies and headers that are not needed.
problem-not-json = The body is not sent as JSON
    .detail = Send the body as JSON in UTF-8 with the header Content-Type: application/json.
problem-not-form = The content is not sent as a form
    .detail = Send the form from the page, or JSON to the addresses under /api/v1/.
problem-invalid-fields = Some fields cannot be used
    .detail = Nothing was answered or stored. Correct the fields named here and send the request again.
problem-internal = Something went wrong here
    .detail = The fault is ours, not yours. Nothing can be relied on to have been stored. Try again, and give us the number under “instance” if it happens again.
problem-overloaded = Too many questions at the moment
    .detail = Nothing was answered or stored. Wait a few seconds and send the request again.
problem-unavailable = Answers cannot be kept at the moment
    .detail = An answer is given only when it has been safely kept. Nothing was stored. Wait a few seconds and send the request again.
problem-unreadable = What is kept cannot be read at the moment
    .detail = Nothing was changed. Wait a few seconds and send the request again.

## Fields

fault-not-an-object = The body must be a JSON object.
fault-unknown-field = There is no such field. The fields are: { $fields }.
fault-unknown-parameter = There is no such parameter. The parameters are: { $parameters }.
fault-no-parameters = This address takes no parameters.
fault-twice = This stands more than once. Give it once.
fault-missing = This must be given.
fault-not-text = This must be text.
fault-not-true-or-false = This must be true or false.
fault-nothing-asked = Nothing is asked. Give a question, an intent, or both.
fault-text-or-facts = Give text or facts, and not both.
fault-empty = There are no words in this. Write at least one, or leave the field out.
fault-nothing-sought = Write what to look for: at least one word.
# $number (Number) - the most characters that the field takes
fault-too-long =
    { $number ->
        [one] This must be at most { $number } character long.
       *[other] This must be at most { $number } characters long.
    }
fault-not-a-number-between = This must be a whole number from { $low } to { $high }.
fault-unknown-intent = There is no such intent. The intents are: { $intents }.
fault-unknown-format = There is no such format. The formats are: json, text, fhir.
fault-unknown-region = This is not a Swedish county or a Danish region. Write its ISO 3166-2 code, such as SE-M or DK-81.
fault-unknown-language = This is not a language that can be used here. Write one of: { $languages }.
fault-not-a-code = This is not a code. Write letters, digits, dots and hyphens only, such as icd-10-se and M81.9.
fault-not-a-day = This is not a day. Write it as year-month-day, such as 2026-11-21.
fault-facts-not-an-object = facts must be a JSON object: the id of each fact with its value.
fault-unknown-fact = There is no such fact. /api/v1/facts lists every fact.
# $near (String) - the id of the fact that was probably meant
fault-unknown-fact-near = There is no such fact. Did you mean “{ $near }”? /api/v1/facts lists every fact.

## Values of facts; $fact is the fact's name in the reader's language

fault-fact-boolean = “{ $fact }” must be true, false, or null when it is not known.
# $low (String) - the least value; $high (String) - the greatest value with its unit
fault-fact-number = “{ $fact }” must be a number from { $low } to { $high }, or null when it is not known.
fault-fact-integer = “{ $fact }” must be a whole number from { $low } to { $high }, or null when it is not known.
# $options (String) - the ids of the options, with commas between them
fault-fact-choice = “{ $fact }” must be one of { $options }, or null when it is not known.
fault-fact-choice-many = “{ $fact }” must be one of its options, or null when it is not known. /api/v1/facts lists them.

## The search as browsers and intranets show it: at most 16 and 1,024 characters

opensearch-name = Guidelines
opensearch-description = Search the clinical guidelines of Swedish and Danish regions.

## What the API says of itself, in its OpenAPI document and at /api/v1/terms

openapi-language = English
openapi-contact = Whoever runs this service
openapi-purpose = Answers clinicians’ questions from the guideline that binds where they work, with the reasons and the sections that each recommendation stands on, in Swedish, Danish and English.
openapi-behaviour = A recommendation is given only when its conditions are true of the facts. What is unknown is asked for, never assumed to be false. The same question, facts, day and corpus give the same decision in every language. Fields may be added to replies, and words to lists such as warnings: clients pass over what they do not know. Requests with fields that are not described here are refused. Version 1 of the API only grows; a successor stands beside it for at least twelve months, and what is to go is announced by the headers Deprecation and Sunset.
openapi-beside = Beside the API, journal systems get the same answers as cards by CDS Hooks 2.0.1 (GET /cds-services lists the services), and programs read the guidelines, their logic as CQL and answers as FHIR R4 (GET /fhir/metadata lists what there is). The chat and the search box for pages of one’s own are described at /embed.
openapi-limitations = Limitations: the service repeats what its guidelines say. It makes no diagnosis, and it replaces neither the guidelines nor the clinician’s judgement. Patient identities are not wanted here: what looks like one in free text is removed before anything is kept, and errors never repeat what was sent. A question is at most 4,000 characters, a body 64 KiB, an address 4,096 bytes.
openapi-service-level = Service level: whoever runs the service decides when it is available; /readyz tells how it is. When it has too much to do it says so with 429 or 503 and the header Retry-After, and nothing is half done. An answer is sent only when it has been safely kept.
