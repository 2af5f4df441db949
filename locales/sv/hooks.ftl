### Kort och tjänster för journalsystem (CDS Hooks). Läses av kliniker i journalen och av den som ansluter den.
### Sammanfattningen på ett kort har färre än 140 tecken.

## Tjänster

hooks-nordvis-next-step = Riktlinjen: nästa steg
    .detail = Nästa steg enligt de riktlinjer som gäller i regionen, utifrån det som står i patientens journal, med källor och det som saknas för att avgöra mer.
hooks-nordvis-treatment = Riktlinjen: behandling
    .detail = Behandling enligt de riktlinjer som gäller i regionen, utifrån det som står i patientens journal, med källor och det som saknas för att avgöra mer.
hooks-nordvis-codes = Riktlinjen: koder
    .detail = Vilka koder som riktlinjerna i regionen anger, utifrån det som står i patientens journal.
hooks-nordvis-referral = Riktlinjen: remiss
    .detail = Om en remiss som skrivs går dit som riktlinjerna i regionen anger, och om diagnoskoderna är med.
hooks-requirements = Patienten (prefetch-nyckeln patient) ska skickas med. Det som inte skickas räknas som okänt, aldrig som att det inte finns. Tjänsten läser inget själv ur journalen.

## Kort

card-source = { $title } ({ $region })
card-provisional = Preliminärt: { $summary }
# $number (Number) - hur många frågor som är öppna
card-missing =
    { $number ->
        [one] { $number } uppgift saknas för att riktlinjerna ska avgöra mer.
       *[other] { $number } uppgifter saknas för att riktlinjerna ska avgöra mer.
    }
card-link-answer = Hela svaret med källor
card-link-referral = Utkast till remiss
card-strength = Styrka i källan: { $strength }
card-refer = Remittera till { $target }
card-register = Registrera { $code } ({ $text })

override-cds-not-applicable = Gäller inte den här patienten
override-cds-suboptimal-context = Visas vid fel tillfälle eller för fel person
override-recipient-disagrees-evidence = Underlaget övertygar inte
override-recipient-concerns-outcomes = Oro för följderna för patienten
override-does-not-align-preferences = Stämmer inte med patientens önskemål
override-not-convenient-feasible = Går inte att genomföra nu

## Fel

problem-malformed-hook = Anropet är inte skrivet som CDS Hooks anger
    .detail = Rätta det som nämns här och skicka anropet igen. Inget besvarades eller sparades.
problem-hook-token-invalid = Anropet har ingen giltig token
    .detail = Skicka en egen, nyss signerad JWT för varje anrop i Authorization: Bearer, utställd för den adress som anropas.
problem-hook-client-unknown = Journalsystemet står inte på listan
    .detail = Den som driver tjänsten anger vilka journalsystem som får anropa den.
problem-hook-service-not-found = Tjänsten finns inte
    .detail = GET /cds-services räknar upp de tjänster som finns.
problem-data-missing = Patienten saknas i anropet
    .detail = Skicka patienten som prefetch med nyckeln patient. Tjänsten läser inget själv ur journalen.
problem-card-not-found = Kortet finns inte
    .detail = Ett eller flera kort hör inte till något sparat svar. Det som sades om övriga kort är sparat.
problem-resource-not-found = Resursen finns inte
    .detail = GET /fhir/metadata anger vad som finns att läsa.
fault-not-a-uuid = Det här ska vara ett UUID.
fault-other-hook = Tjänsten svarar inte på den hooken. GET /cds-services anger vilken den svarar på.
fault-not-a-bare-id = Det här ska vara ett rent id, utan resursens namn framför.
fault-not-a-resource = Det här ska vara en FHIR-resurs, ett Bundle eller null.
fault-not-a-bundle = Det här ska vara ett Bundle med order.
fault-not-a-list = Det här ska vara en lista med referenser.
fault-not-an-outcome = Det här ska vara accepted eller overridden.
fault-no-such-card = Kortet hör inte till något sparat svar.
