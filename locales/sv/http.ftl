### Det API:et säger när en begäran inte kan besvaras. Läses av utvecklare och, genom deras program, av kliniker.
### Lugnt och hjälpsamt: vad som hände, vad som sparades, vad man kan göra. Det som skickades upprepas aldrig.
### Varje problem har en rubrik på några ord och en .detail på en eller två meningar.

## Problem

problem-malformed-url = Adressen går inte att läsa
    .detail = Frågedelen är inte rätt skriven. Procentkoda det som inte är vanliga bokstäver eller siffror, som UTF-8.
problem-invalid-parameters = Vissa parametrar går inte att använda
    .detail = Rätta de parametrar som nämns här och skicka begäran igen.
problem-malformed-json = Innehållet är inte JSON
    .detail = Innehållet är tomt, eller går inte att läsa som JSON i UTF-8. Inget besvarades eller sparades.
problem-malformed-form = Formuläret går inte att läsa
    .detail = Innehållet är inte ett formulär i UTF-8. Inget besvarades eller sparades. Gå tillbaka och försök igen.
problem-missing-host = Begäran anger ingen värd
    .detail = I HTTP/1.1 har varje begäran ett Host-huvud. Lägg till ett och skicka begäran igen.
problem-invalid-idempotency-key = Idempotensnyckeln går inte att använda
    .detail = En Idempotency-Key har 16 till 128 vanliga tecken, till exempel ett UUID, och står en gång. Inget besvarades eller sparades.
problem-unauthenticated = Säg vem du är
    .detail = Skicka en API-nyckel eller ett intyg i huvudet Authorization: Bearer. Den som driver tjänsten lämnar ut nycklar. Inget besvarades eller sparades.
problem-invalid-credential = Nyckeln eller intyget gäller inte
    .detail = Det är okänt, har upphört eller är inte avsett för den här tjänsten. Be den som driver tjänsten om ett nytt. Inget besvarades eller sparades.
problem-forbidden = Nyckeln eller intyget räcker inte hit
    .detail = Det gäller, men har inte den behörighet som krävs. Vänd dig till den som driver tjänsten. Inget besvarades eller sparades.
problem-idempotency-mismatch = Något annat har skickats med den här nyckeln
    .detail = En Idempotency-Key gäller en enda begäran. Skicka samma innehåll igen, eller välj en annan nyckel. Inget nytt sparades.
problem-too-many-requests = För många frågor
    .detail = Fler begäranden kom under den här minuten än som är tillåtet. Vänta så många sekunder som Retry-After säger och skicka begäran igen. Inget besvarades eller sparades.
problem-not-found = Det finns inget på den här adressen
    .detail = /openapi.json beskriver alla adresser som finns.
problem-answer-not-found = Svaret finns inte
    .detail = Inget svar med detta id är sparat. Ställ frågan igen för att få ett nytt.
problem-referral-not-found = Svaret rekommenderar ingen remiss
    .detail = Ett utkast finns för svar som säger vart patienten remitteras eller vad en remiss innehåller.
problem-trace-not-found = Svaret kan inte förklaras
    .detail = Underlaget som svaret bygger på kan inte läsas av den här versionen av nordvis. Svaret självt finns kvar och visas som det gavs.
problem-conversation-not-found = Samtalet finns inte
    .detail = Inget samtal med detta id är sparat; det kan ha tagits bort. Börja ett nytt med POST /api/v1/conversations.
problem-conversation-full = Samtalet är fullt
    .detail = Ett samtal rymmer högst 200 meddelanden. Inget besvarades eller sparades. Börja ett nytt med POST /api/v1/conversations.
problem-guideline-not-found = Riktlinjen finns inte
    .detail = /api/v1/guidelines räknar upp alla riktlinjer med deras id.
problem-method-not-allowed = Adressen tar inte emot den metoden
    .detail = Huvudet Allow räknar upp de metoder som den tar emot.
problem-not-acceptable = Svaret finns inte i den formen
    .detail = Huvudet Accept nämner ingen form som adressen kan ge. Utelämna det, eller lägg till application/json. Inget besvarades eller sparades.
problem-body-timeout = Innehållet kom för långsamt
    .detail = Hela innehållet måste komma inom några sekunder. Inget besvarades eller sparades. Skicka begäran igen.
problem-body-too-large = Innehållet är för stort
    .detail = Innehållet får vara högst 64 KiB, i ett CDS Hooks-anrop högst 2 MiB. Inget besvarades eller sparades. Skicka mindre.
problem-url-too-long = Adressen är för lång
    .detail = En adress får vara högst 4 096 byte lång. Långa frågor skickas som innehåll, till /api/v1/answers.
problem-headers-too-large = Huvudena är för många eller för stora
    .detail = En begäran får ha högst 64 huvuden på tillsammans 16 KiB. Ta bort kakor och huvuden som inte behövs.
problem-not-json = Innehållet är inte skickat som JSON
    .detail = Skicka innehållet som JSON i UTF-8 med huvudet Content-Type: application/json.
problem-not-form = Innehållet är inte skickat som ett formulär
    .detail = Skicka formuläret från sidan, eller JSON till adresserna under /api/v1/.
problem-invalid-fields = Vissa fält går inte att använda
    .detail = Inget besvarades eller sparades. Rätta de fält som nämns här och skicka begäran igen.
problem-internal = Något gick fel här
    .detail = Felet är vårt, inte ditt. Räkna inte med att något sparades. Försök igen, och ge oss numret under ”instance” om det händer på nytt.
problem-overloaded = För många frågor just nu
    .detail = Inget besvarades eller sparades. Vänta några sekunder och skicka begäran igen.
problem-unavailable = Svar kan inte sparas just nu
    .detail = Ett svar lämnas först när det är säkert sparat. Inget sparades. Vänta några sekunder och skicka begäran igen.
problem-unreadable = Det som är sparat kan inte läsas just nu
    .detail = Inget har ändrats. Vänta några sekunder och skicka begäran igen.

## Fält

fault-not-an-object = Innehållet ska vara ett JSON-objekt.
fault-unknown-field = Fältet finns inte. Fälten är: { $fields }.
fault-unknown-parameter = Parametern finns inte. Parametrarna är: { $parameters }.
fault-no-parameters = Adressen tar inte emot några parametrar.
fault-twice = Det här står mer än en gång. Ange det en gång.
fault-missing = Det här måste anges.
fault-not-text = Det här ska vara text.
fault-not-true-or-false = Det här ska vara true eller false.
fault-nothing-asked = Inget är frågat. Ange question, intent eller båda.
fault-text-or-facts = Ange text eller facts, och inte båda.
fault-empty = Det finns inga ord här. Skriv minst ett, eller utelämna fältet.
fault-nothing-sought = Skriv vad som ska sökas: minst ett ord.
# $number (Number) - det största antal tecken som fältet tar emot
fault-too-long = Det här får ha högst { $number } tecken.
fault-not-a-number-between = Det här ska vara ett heltal från { $low } till { $high }.
fault-unknown-intent = Frågetypen finns inte. Frågetyperna är: { $intents }.
fault-unknown-format = Formatet finns inte. Formaten är: json, text, fhir.
fault-unknown-region = Det här är inte ett svenskt län eller en dansk region. Skriv ISO 3166-2-koden, till exempel SE-M eller DK-81.
fault-unknown-language = Språket går inte att använda här. Skriv ett av: { $languages }.
fault-not-a-code = Det här är ingen kod. Skriv bara bokstäver, siffror, punkter och bindestreck, till exempel icd-10-se och M81.9.
fault-not-a-day = Det här är inte en dag. Skriv år-månad-dag, till exempel 2026-11-21.
fault-facts-not-an-object = facts ska vara ett JSON-objekt: id och värde för varje uppgift.
fault-unknown-fact = Det finns ingen sådan uppgift. /api/v1/facts räknar upp alla.
# $near (String) - id för den uppgift som troligen avsågs
fault-unknown-fact-near = Det finns ingen sådan uppgift. Menade du ”{ $near }”? /api/v1/facts räknar upp alla.

## Värden; $fact är uppgiftens namn på läsarens språk

fault-fact-boolean = ”{ $fact }” ska vara true, false eller, när det inte är känt, null.
# $low (String) - det minsta värdet; $high (String) - det största värdet med enhet
fault-fact-number = ”{ $fact }” ska vara ett tal från { $low } till { $high } eller, när det inte är känt, null.
fault-fact-integer = ”{ $fact }” ska vara ett heltal från { $low } till { $high } eller, när det inte är känt, null.
# $options (String) - alternativens id, med komma emellan
fault-fact-choice = ”{ $fact }” ska vara något av { $options } eller, när det inte är känt, null.
fault-fact-choice-many = ”{ $fact }” ska vara något av sina alternativ eller, när det inte är känt, null. /api/v1/facts räknar upp dem.

## Sökningen som webbläsare och intranät visar den: högst 16 och 1 024 tecken

opensearch-name = Riktlinjer
opensearch-description = Sök i kliniska riktlinjer från svenska och danska regioner.

## Det API:et säger om sig självt, i sitt OpenAPI-dokument och på /api/v1/terms

openapi-language = Svenska
openapi-contact = Den som driver tjänsten
openapi-purpose = Besvarar klinikers frågor ur den riktlinje som gäller där de arbetar, med skälen och de avsnitt som varje rekommendation vilar på, på svenska, danska och engelska.
openapi-behaviour = En rekommendation ges bara när dess villkor är sanna för uppgifterna. Det som är okänt efterfrågas och antas aldrig vara falskt. Samma fråga, uppgifter, dag och kunskapsmassa ger samma beslut på alla språk. Fält kan komma till i svaren, och ord i listor som varningar: klienter går förbi det de inte känner till. En begäran med fält som inte beskrivs här avvisas. Version 1 av API:et bara växer; en efterföljare finns bredvid den i minst tolv månader, och det som ska bort aviseras med huvudena Deprecation och Sunset.
openapi-beside = Vid sidan av API:et får journalsystem samma svar som kort genom CDS Hooks 2.0.1 (GET /cds-services listar tjänsterna), och program läser riktlinjerna, deras logik som CQL och svaren som FHIR R4 (GET /fhir/metadata listar vad som finns). Chatten och sökrutan för egna sidor beskrivs på /embed.
openapi-limitations = Begränsningar: tjänsten återger det som riktlinjerna säger. Den ställer ingen diagnos och ersätter varken riktlinjerna eller klinikerns bedömning. Patientidentiteter hör inte hemma här: det som ser ut som en i fritext tas bort innan något sparas, och fel upprepar aldrig det som skickades. En fråga är högst 4 000 tecken, ett innehåll högst 64 KiB och en adress högst 4 096 byte.
openapi-service-level = Servicenivå: den som driver tjänsten bestämmer när den är tillgänglig; /readyz berättar hur den mår. När den har för mycket att göra säger den det med 429 eller 503 och huvudet Retry-After, och inget blir halvgjort. Ett svar skickas först när det är säkert sparat.
