### Det, API'et siger, når en forespørgsel ikke kan besvares. Læses af udviklere og, gennem deres programmer, af klinikere.
### Roligt og hjælpsomt: hvad der skete, hvad der blev gemt, hvad man kan gøre. Det, der blev sendt, gentages aldrig.
### Hvert problem har en overskrift på nogle få ord og en .detail på en eller to sætninger.

## Problemer

problem-malformed-url = Adressen kan ikke læses
    .detail = Dens forespørgselsdel er ikke skrevet rigtigt. Procentkod det, der ikke er almindelige bogstaver eller cifre, som UTF-8.
problem-invalid-parameters = Nogle parametre kan ikke bruges
    .detail = Ret de parametre, der er nævnt her, og send forespørgslen igen.
problem-malformed-json = Indholdet er ikke JSON
    .detail = Indholdet er tomt, eller kan ikke læses som JSON i UTF-8. Intet blev besvaret eller gemt.
problem-malformed-form = Formularen kan ikke læses
    .detail = Indholdet er ikke en formular i UTF-8. Intet blev besvaret eller gemt. Gå tilbage og prøv igen.
problem-missing-host = Forespørgslen angiver ingen vært
    .detail = I HTTP/1.1 har hver forespørgsel en Host-header. Tilføj en, og send forespørgslen igen.
problem-invalid-idempotency-key = Idempotensnøglen kan ikke bruges
    .detail = En Idempotency-Key har 16 til 128 almindelige tegn, for eksempel et UUID, og står én gang. Intet blev besvaret eller gemt.
problem-unauthenticated = Sig, hvem du er
    .detail = Send en API-nøgle eller et token i headeren Authorization: Bearer. Den, der driver tjenesten, udleverer nøgler. Intet blev besvaret eller gemt.
problem-invalid-credential = Nøglen eller tokenet gælder ikke
    .detail = Det er ukendt, er udløbet eller er ikke beregnet til denne tjeneste. Bed den, der driver tjenesten, om et nyt. Intet blev besvaret eller gemt.
problem-forbidden = Nøglen eller tokenet rækker ikke hertil
    .detail = Det gælder, men har ikke den rettighed, der kræves. Henvend dig til den, der driver tjenesten. Intet blev besvaret eller gemt.
problem-idempotency-mismatch = Noget andet er sendt med denne nøgle
    .detail = En Idempotency-Key gælder én forespørgsel. Send samme indhold igen, eller vælg en anden nøgle. Intet nyt blev gemt.
problem-too-many-requests = For mange forespørgsler
    .detail = Der kom flere forespørgsler i dette minut, end der er lov til. Vent så mange sekunder, som Retry-After siger, og send forespørgslen igen. Intet blev besvaret eller gemt.
problem-not-found = Der er ikke noget på denne adresse
    .detail = /openapi.json beskriver alle de adresser, der findes.
problem-answer-not-found = Svaret findes ikke
    .detail = Der er ikke gemt noget svar med dette id. Stil spørgsmålet igen for at få et nyt.
problem-referral-not-found = Svaret anbefaler ingen henvisning
    .detail = Der er et udkast til svar, der siger, hvor patienten henvises til, eller hvad en henvisning indeholder.
problem-trace-not-found = Svaret kan ikke forklares
    .detail = Grundlaget, som svaret bygger på, kan ikke læses af denne version af nordvis. Selve svaret er bevaret og vises, som det blev givet.
problem-conversation-not-found = Samtalen findes ikke
    .detail = Ingen samtale med dette id er gemt; den kan være slettet. Begynd en ny med POST /api/v1/conversations.
problem-conversation-full = Samtalen er fuld
    .detail = En samtale rummer højst 200 beskeder. Intet blev besvaret eller gemt. Begynd en ny med POST /api/v1/conversations.
problem-guideline-not-found = Retningslinjen findes ikke
    .detail = /api/v1/guidelines opregner alle retningslinjer med deres id.
problem-method-not-allowed = Adressen tager ikke imod den metode
    .detail = Headeren Allow opregner de metoder, den tager imod.
problem-not-acceptable = Svaret findes ikke i den form
    .detail = Headeren Accept nævner ingen form, som adressen kan give. Udelad den, eller tilføj application/json. Intet blev besvaret eller gemt.
problem-body-timeout = Indholdet kom for langsomt
    .detail = Hele indholdet skal komme inden for få sekunder. Intet blev besvaret eller gemt. Send forespørgslen igen.
problem-body-too-large = Indholdet er for stort
    .detail = Indholdet må højst fylde 64 KiB, i et CDS Hooks-kald højst 2 MiB. Intet blev besvaret eller gemt. Send mindre.
problem-url-too-long = Adressen er for lang
    .detail = En adresse må højst fylde 4.096 byte. Lange spørgsmål sendes som indhold, til /api/v1/answers.
problem-headers-too-large = Headerne er for mange eller for store
    .detail = En forespørgsel må højst have 64 headere på tilsammen 16 KiB. Fjern cookies og headere, der ikke er brug for.
problem-not-json = Indholdet er ikke sendt som JSON
    .detail = Send indholdet som JSON i UTF-8 med headeren Content-Type: application/json.
problem-not-form = Indholdet er ikke sendt som en formular
    .detail = Send formularen fra siden, eller JSON til adresserne under /api/v1/.
problem-invalid-fields = Nogle felter kan ikke bruges
    .detail = Intet blev besvaret eller gemt. Ret de felter, der er nævnt her, og send forespørgslen igen.
problem-internal = Noget gik galt her
    .detail = Fejlen er vores, ikke din. Regn ikke med, at noget blev gemt. Prøv igen, og giv os nummeret under »instance«, hvis det sker på ny.
problem-overloaded = For mange spørgsmål lige nu
    .detail = Intet blev besvaret eller gemt. Vent nogle sekunder, og send forespørgslen igen.
problem-unavailable = Svar kan ikke gemmes lige nu
    .detail = Et svar gives først, når det er sikkert gemt. Intet blev gemt. Vent nogle sekunder, og send forespørgslen igen.
problem-unreadable = Det, der er gemt, kan ikke læses lige nu
    .detail = Intet er ændret. Vent nogle sekunder, og send forespørgslen igen.

## Felter

fault-not-an-object = Indholdet skal være et JSON-objekt.
fault-unknown-field = Feltet findes ikke. Felterne er: { $fields }.
fault-unknown-parameter = Parameteren findes ikke. Parametrene er: { $parameters }.
fault-no-parameters = Adressen tager ikke imod parametre.
fault-twice = Dette står mere end én gang. Angiv det én gang.
fault-missing = Dette skal angives.
fault-not-text = Dette skal være tekst.
fault-not-true-or-false = Dette skal være true eller false.
fault-nothing-asked = Der er ikke spurgt om noget. Angiv question, intent eller begge.
fault-text-or-facts = Angiv text eller facts, og ikke begge.
fault-empty = Der er ingen ord her. Skriv mindst ét, eller udelad feltet.
fault-nothing-sought = Skriv, hvad der skal søges efter: mindst ét ord.
# $number (Number) - det største antal tegn, som feltet tager imod
fault-too-long = Dette må højst have { $number } tegn.
fault-not-a-number-between = Dette skal være et helt tal fra { $low } til { $high }.
fault-unknown-intent = Spørgsmålstypen findes ikke. Spørgsmålstyperne er: { $intents }.
fault-unknown-format = Formatet findes ikke. Formaterne er: json, text, fhir.
fault-unknown-region = Dette er ikke et svensk len eller en dansk region. Skriv dens ISO 3166-2-kode, for eksempel SE-M eller DK-81.
fault-unknown-language = Sproget kan ikke bruges her. Skriv et af: { $languages }.
fault-not-a-code = Dette er ikke en kode. Skriv kun bogstaver, tal, punktummer og bindestreger, for eksempel icd-10-se og M81.9.
fault-not-a-day = Dette er ikke en dag. Skriv år-måned-dag, for eksempel 2026-11-21.
fault-facts-not-an-object = facts skal være et JSON-objekt: id og værdi for hver oplysning.
fault-unknown-fact = Der findes ikke en sådan oplysning. /api/v1/facts opregner alle.
# $near (String) - id på den oplysning, der sandsynligvis var ment
fault-unknown-fact-near = Der findes ikke en sådan oplysning. Mente du »{ $near }«? /api/v1/facts opregner alle.

## Værdier; $fact er oplysningens navn på læserens sprog

fault-fact-boolean = »{ $fact }« skal være true, false eller, når det ikke vides, null.
# $low (String) - den mindste værdi; $high (String) - den største værdi med enhed
fault-fact-number = »{ $fact }« skal være et tal fra { $low } til { $high } eller, når det ikke vides, null.
fault-fact-integer = »{ $fact }« skal være et helt tal fra { $low } til { $high } eller, når det ikke vides, null.
# $options (String) - mulighedernes id, med komma imellem
fault-fact-choice = »{ $fact }« skal være en af { $options } eller, når det ikke vides, null.
fault-fact-choice-many = »{ $fact }« skal være en af sine muligheder eller, når det ikke vides, null. /api/v1/facts opregner dem.

## Søgningen, som browsere og intranet viser den: højst 16 og 1.024 tegn

opensearch-name = Retningslinjer
opensearch-description = Søg i kliniske retningslinjer fra svenske og danske regioner.

## Det, API’et siger om sig selv, i sit OpenAPI-dokument og på /api/v1/terms

openapi-language = Dansk
openapi-contact = Den, der driver tjenesten
openapi-purpose = Besvarer klinikeres spørgsmål ud fra den retningslinje, der gælder, hvor de arbejder, med begrundelserne og de afsnit, som hver anbefaling bygger på, på svensk, dansk og engelsk.
openapi-behaviour = En anbefaling gives kun, når dens betingelser er sande for oplysningerne. Det, der er ukendt, bliver der spurgt om; det antages aldrig at være falsk. Samme spørgsmål, oplysninger, dag og vidensgrundlag giver samme beslutning på alle sprog. Der kan komme felter til i svarene og ord til i lister som advarsler: klienter går forbi det, de ikke kender. En forespørgsel med felter, der ikke er beskrevet her, afvises. Version 1 af API’et vokser kun; en efterfølger står ved siden af den i mindst tolv måneder, og det, der skal væk, varsles med headerne Deprecation og Sunset.
openapi-beside = Ved siden af API’et får journalsystemer de samme svar som kort gennem CDS Hooks 2.0.1 (GET /cds-services viser tjenesterne), og programmer læser vejledningerne, deres logik som CQL og svarene som FHIR R4 (GET /fhir/metadata viser, hvad der findes). Chatten og søgefeltet til egne sider er beskrevet på /embed.
openapi-limitations = Begrænsninger: tjenesten gengiver det, som retningslinjerne siger. Den stiller ingen diagnose og erstatter hverken retningslinjerne eller klinikerens vurdering. Patientidentiteter hører ikke hjemme her: det, der ligner en i fritekst, fjernes, før noget gemmes, og fejl gentager aldrig det, der blev sendt. Et spørgsmål må højst være 4.000 tegn, et indhold 64 KiB og en adresse 4.096 byte.
openapi-service-level = Serviceniveau: den, der driver tjenesten, bestemmer, hvornår den er tilgængelig; /readyz fortæller, hvordan den har det. Når den har for meget at gøre, siger den det med 429 eller 503 og headeren Retry-After, og intet bliver gjort halvt. Et svar sendes først, når det er sikkert gemt.
