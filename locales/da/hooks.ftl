### Kort og tjenester til journalsystemer (CDS Hooks). Læses af klinikere i journalen og af den, som tilslutter den.
### Sammenfatningen på et kort har færre end 140 tegn.

## Tjenester

hooks-nordvis-next-step = Vejledningen: næste skridt
    .detail = Næste skridt efter de vejledninger, der gælder i regionen, ud fra det, der står i patientens journal, med kilder og det, der mangler for at afgøre mere.
hooks-nordvis-treatment = Vejledningen: behandling
    .detail = Behandling efter de vejledninger, der gælder i regionen, ud fra det, der står i patientens journal, med kilder og det, der mangler for at afgøre mere.
hooks-nordvis-codes = Vejledningen: koder
    .detail = Hvilke koder vejledningerne i regionen angiver, ud fra det, der står i patientens journal.
hooks-nordvis-referral = Vejledningen: henvisning
    .detail = Om en henvisning, der er ved at blive skrevet, sendes derhen, som vejledningerne i regionen angiver, og om diagnosekoderne er med.
hooks-requirements = Patienten (prefetch-nøglen patient) skal sendes med. Det, der ikke sendes, regnes som ukendt, aldrig som at det ikke findes. Tjenesten læser ikke selv noget i journalen.

## Kort

card-source = { $title } ({ $region })
card-provisional = Foreløbigt: { $summary }
# $number (Number) - hvor mange spørgsmål der er åbne
card-missing =
    { $number ->
        [one] { $number } oplysning mangler, før vejledningerne kan afgøre mere.
       *[other] { $number } oplysninger mangler, før vejledningerne kan afgøre mere.
    }
card-link-answer = Hele svaret med kilder
card-link-referral = Udkast til henvisning
card-strength = Styrke i kilden: { $strength }
card-refer = Henvis til { $target }
card-register = Registrér { $code } ({ $text })

override-cds-not-applicable = Gælder ikke denne patient
override-cds-suboptimal-context = Vises på et forkert tidspunkt eller for en forkert person
override-recipient-disagrees-evidence = Grundlaget overbeviser ikke
override-recipient-concerns-outcomes = Bekymring for følgerne for patienten
override-does-not-align-preferences = Stemmer ikke med patientens ønsker
override-not-convenient-feasible = Kan ikke gennemføres nu

## Fejl

problem-malformed-hook = Kaldet er ikke skrevet, som CDS Hooks angiver
    .detail = Ret det, der nævnes her, og send kaldet igen. Intet blev besvaret eller gemt.
problem-hook-token-invalid = Kaldet har intet gyldigt token
    .detail = Send et eget, nyligt signeret JWT for hvert kald i Authorization: Bearer, udstedt til den adresse, der kaldes.
problem-hook-client-unknown = Journalsystemet står ikke på listen
    .detail = Den, der driver tjenesten, angiver, hvilke journalsystemer der må kalde den.
problem-hook-service-not-found = Tjenesten findes ikke
    .detail = GET /cds-services opregner de tjenester, der findes.
problem-data-missing = Patienten mangler i kaldet
    .detail = Send patienten som prefetch med nøglen patient. Tjenesten læser ikke selv noget i journalen.
problem-card-not-found = Kortet findes ikke
    .detail = Et eller flere kort hører ikke til noget gemt svar. Det, der blev sagt om de øvrige kort, er gemt.
problem-resource-not-found = Ressourcen findes ikke
    .detail = GET /fhir/metadata angiver, hvad der kan læses.
fault-not-a-uuid = Dette skal være et UUID.
fault-other-hook = Tjenesten svarer ikke på den hook. GET /cds-services angiver, hvilken den svarer på.
fault-not-a-bare-id = Dette skal være et rent id uden ressourcens navn foran.
fault-not-a-resource = Dette skal være en FHIR-ressource, et Bundle eller null.
fault-not-a-bundle = Dette skal være et Bundle med ordrer.
fault-not-a-list = Dette skal være en liste med referencer.
fault-not-an-outcome = Dette skal være accepted eller overridden.
fault-no-such-card = Kortet hører ikke til noget gemt svar.
