### Cards and services for journal systems (CDS Hooks). Read by clinicians in the journal and by whoever connects it.
### A card's summary has fewer than 140 characters.

## Services

hooks-nordvis-next-step = The guideline: next step
    .detail = The next step by the guidelines that bind in the region, from what the patient's record says, with sources and what is missing to decide more.
hooks-nordvis-treatment = The guideline: treatment
    .detail = Treatment by the guidelines that bind in the region, from what the patient's record says, with sources and what is missing to decide more.
hooks-nordvis-codes = The guideline: codes
    .detail = Which codes the guidelines of the region ask for, from what the patient's record says.
hooks-nordvis-referral = The guideline: referral
    .detail = Whether a referral that is being written goes where the guidelines of the region send it, and whether its diagnosis codes are there.
hooks-requirements = The patient (prefetch key patient) must be sent along. What is not sent counts as unknown, never as absent. The service reads nothing from the record itself.

## Cards

card-source = { $title } ({ $region })
card-provisional = Provisional: { $summary }
# $number (Number) - how many questions are open
card-missing =
    { $number ->
        [one] { $number } fact is missing for the guidelines to decide more.
       *[other] { $number } facts are missing for the guidelines to decide more.
    }
card-link-answer = The whole answer with its sources
card-link-referral = Draft of the referral
card-strength = Strength in the source: { $strength }
card-refer = Refer to { $target }
card-register = Register { $code } ({ $text })

override-cds-not-applicable = Does not apply to this patient
override-cds-suboptimal-context = Shown at the wrong time or to the wrong person
override-recipient-disagrees-evidence = The evidence does not convince
override-recipient-concerns-outcomes = Concern about the outcome for the patient
override-does-not-align-preferences = Does not fit the patient's wishes
override-not-convenient-feasible = Cannot be done now

## Errors

problem-malformed-hook = The call is not written as CDS Hooks has it
    .detail = Correct what is named here and send the call again. Nothing was answered or stored.
problem-hook-token-invalid = The call has no token that holds
    .detail = Send a JWT of its own with each call in Authorization: Bearer, freshly signed and made for the address that is called.
problem-hook-client-unknown = The journal system is not on the list
    .detail = Whoever runs the service says which journal systems may call it.
problem-hook-service-not-found = There is no such service
    .detail = GET /cds-services lists the services that there are.
problem-data-missing = The patient is missing from the call
    .detail = Send the patient as prefetch under the key patient. The service reads nothing from the record itself.
problem-card-not-found = There is no such card
    .detail = One or more cards belong to no answer that is kept. What was said of the others is kept.
problem-resource-not-found = There is no such resource
    .detail = GET /fhir/metadata says what can be read.
fault-not-a-uuid = This must be a UUID.
fault-other-hook = The service does not answer that hook. GET /cds-services says which one it answers.
fault-not-a-bare-id = This must be a bare id, without the resource's name before it.
fault-not-a-resource = This must be a FHIR resource, a Bundle or null.
fault-not-a-bundle = This must be a Bundle of orders.
fault-not-a-list = This must be a list of references.
fault-not-an-outcome = This must be accepted or overridden.
fault-no-such-card = The card belongs to no answer that is kept.
