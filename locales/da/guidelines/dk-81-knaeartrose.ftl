guideline-dk-81-knaeartrose = Model for arbejdsdeling, henvisning til og kvalitetssikring af træningstilbud til borgere med knæartrose

dk-model-not-applicable = Modellen omfatter hverken forebyggelse eller genoptræning.
    .detail = Den gælder kun træningstilbud til borgere. Bilaget nævner alligevel forebyggelsestilbud (KRAM) og specialiseret genoptræning, og dokumentet forklarer ikke, hvordan det hænger sammen.

dk-model-applies = Modellen gælder for træningstilbud til borgere med knæartrose.
    .detail = Den binder kun kommuner, der bilateralt har tilsluttet sig, og dokumentet oplyser ikke hvilke.

dk-refer-hospital-specialised = Ved behov for specialiseret indsats sendes henvisningen til sygehus.
    .detail = Bilaget lader behovet afhænge af beskrivelsen og tidsplanen i den kliniske retningslinje, som dokumentet ikke gengiver. Sygehusets tilbud er operation, udredning for anden lidelse og specialiseret genoptræning. Dokumentet giver hverken kriterier eller frist.

dk-refer-rheumatology = Ved mistanke om anden sygdom hører udredningen til under reumatologi på hospitalet.
    .detail = Grundlaget er figurens felt »Hospital, IM: Reumatologi« med teksten »Udredning af sygdom«, hvor et ord kan være gået tabt; bilaget har »Udredning for anden lidelse« under sygehus. Figurens pile er ikke bevaret, og dokumentet giver ingen kriterier.

dk-nonsurgical-first = Med enkelte undtagelser skal ikke-kirurgisk behandling i videst muligt omfang tilbydes først, i primærsektoren.
    .detail = Tilbuddet skal komme, inden patienten henvises til hospital for at blive vurderet til mulig kirurgi. Dokumentet angiver ikke, hvilke undtagelser der er tale om.

dk-orthopaedic-assessment = Når ikke-kirurgisk behandling ikke har lindret nok, kan der henvises til ortopædkirurgisk vurdering.
    .detail = På hospitalet vurderer ortopædkirurgien operationsindikationen. Dokumentet angiver kun rækkefølgen, ikke-kirurgisk behandling før henvisning til hospital; figurens pile er gået tabt. Det har ingen kriterier for henvisning eller operation.

dk-consider-municipality = Det bør overvejes at henvise til træning i kommunalt regi i stedet for hos den praktiserende fysioterapeut.
    .detail = Én af tre situationer er nok: hjemmepleje eller hjemmesygepleje; så lav egenomsorgsevne, at det bliver svært at deltage hos en praktiserende fysioterapeut; eller en situation, hvor sværhedsgrad eller stadium og eventuel komorbiditet kræver, at flere samtidige (kommunale) indsatser koordineres. Komorbiditet eller sværhedsgrad alene er ikke nok. Modellen binder kun kommuner, der bilateralt har tilsluttet sig, og enkelte kommuner har intet tilbud.

dk-municipality-for-vulnerable = Kommunens tilbud anbefales, når patienten hører til den beskrevne målgruppe af sårbare patienter.
    .detail = Målgruppen er patienter, der er stærkt afhængige af sundhedsydelser og/eller sociale ydelser, og patienter, der har svært ved hensigtsmæssig adfærd og egenomsorg, f.eks. på grund af begrænsede personlige ressourcer. Den står ikke som en fjerde situation ved siden af de tre, hvor kommunalt regi bør overvejes. Modellen binder kun kommuner, der bilateralt har tilsluttet sig, og enkelte kommuner har intet tilbud.

dk-refer-practising-physiotherapist = Som udgangspunkt henvises patienten til træning eller behandling hos den praktiserende fysioterapeut.
    .detail = Kommunalt regi bør overvejes i stedet, hvis patienten får hjemmepleje eller hjemmesygepleje, har så lav egenomsorgsevne, at deltagelse bliver svær, eller er i en kompliceret situation, hvor flere samtidige (kommunale) indsatser skal koordineres.

dk-shared-decision = Den praktiserende læge skal sammen med patienten beslutte, hvor træningen eller behandlingen skal finde sted.
    .detail = Udgangspunktet (den praktiserende fysioterapeut) og de tre situationer, hvor kommunalt regi bør overvejes, indgår i beslutningen.

dk-training = Ved mild og moderat knæartrose anbefales konditions- og/eller styrketræning 2–3 gange om ugen i mindst 6 uger.
    .detail = Formålet er at mindske smerter og forbedre den fysiske funktion. De 6 uger er et minimum; dokumentet angiver ikke, hvor længe hver træningsgang skal vare.

dk-supervised-start = Det anbefales, at hjemmetræning og selvtræning altid begynder med et superviseret forløb.
    .detail = Anbefalingen gælder mild og moderat knæartrose. Almen praksis kan selv sætte forløbet i gang eller henvise til en privat praktiserende fysioterapeut eller til kommunen. Dokumentet angiver ikke, hvor længe den superviserede del skal vare.

dk-patient-education = Behandlingen af knæartrose bør omfatte patientinformation, undervisning og individuelt aftalte strategier for egenomsorg.
    .detail = Informationen bør være både skriftlig og mundtlig. Strategierne bør have relevante mål for smertebehandling, fysisk træning, hensigtsmæssige ændringer af aktiviteter og, ved overvægt, vægttab. Graden gælder disse to punkter; den indledende anbefaling af patientundervisning er ikke graderet.

dk-weight-loss = Overvægtige med symptomer på knæartrose anbefales at tabe sig og at holde vægttabet ved lige.
    .detail = Dokumentet angiver hverken en BMI-grænse eller en evidensgrad.

dk-short-term-drugs = Ved knæartrose anbefales farmakologisk behandling i kortere perioder.
    .detail = Formålet er at undgå bivirkninger ved langvarig medicinering. Dokumentet nævner hverken lægemiddel, dosis, periodens længde eller evidensgrad.

dk-exclude-red-flags = Fysioterapeuten udelukker røde flag ved anamnese og objektiv undersøgelse.
    .detail = Efter gældende kliniske retningslinjer vurderes også patientens behov for træning og behandling, og der udarbejdes en træningsbehandlingsplan. Dokumentet opregner ikke de røde flag og siger ikke, hvad der skal ske, hvis et findes.

dk-return-to-work = Læge og fysioterapeut skal støtte en sygemeldt patient i at komme tilbage til arbejdet hurtigst muligt.
    .detail = Det gælder den praktiserende læge, den praktiserende fysioterapeut og den kommunale fysioterapeut, eventuelt i samarbejde med kommunens jobcenter. Ved behov for et mere formaliseret samarbejde kan det i mange tilfælde bedst ske, når træningen foregår i kommunalt regi.

dk-referral-text = I henvisningen anføres »henvises til behandling for den pågældende lidelse« efterfulgt af »jf. kliniske retningslinjer«.
    .detail = Indholdet er i princippet det samme, uanset om der henvises til en kommunal eller en praktiserende fysioterapeut, men der er to forskellige elektroniske blanketter.

dk-referral-phrases = Henvisningen har højst 8 fraser, f.eks. om gennemgået fysioterapi, smertestillende behandling, BMI og røntgen.
    .detail = De fire eksempler er fra bilaget: om den anbefalede fysioterapi er gennemgået, om smertestillende behandling er gennemgået, BMI og røntgen. Fraserne formuleres af en arbejdsgruppe eller faglig referencegruppe; dokumentet giver ingen samlet liste for knæartrose.

dk-dynamic-referral = Ved dynamisk henvisning skal lægen forholde sig til de visitationsfraser, som systemet viser.
    .detail = Lægen klikker på »Kommunepakke« og vælger emne; når fraserne er besvaret, hentes oplysningerne automatisk, og henvisningen leveres i kommunens omsorgssystem. Ordningen bygger på lokale aftaler mellem læger og kommune. Dokumentets eksempel er diabetes; det siger ikke, om der findes en pakke for knæartrose.

dk-referral-sundhed-dk = Uden dynamisk henvisning kan tilsvarende fraser indgå i oplysningerne på sundhed.dk.
    .detail = Det gælder læger, hvis system endnu ikke er klar til dynamiske henvisninger til kommunale tilbud. Fraserne kan stå dér, hvor tilbuddet og henvisningen til det er beskrevet.

dk-discharge-letter = Når behandlingsforløbet er slut, skal patientens praktiserende læge have tilsendt en epikrise.
    .detail = Fysioterapeuten sender den. Dokumentet angiver ingen frist.

note-dk-red-flags = Der er oplyst røde flag. Ifølge dokumentet udelukkes røde flag ved fysioterapeutens undersøgelse, men det siger ikke, hvad der skal ske, når et er fundet; oplysningen ændrer derfor ikke svaret.
note-dk-municipality-joined = Det er oplyst, at kommunen har tilsluttet sig modellen. Den binder kun kommuner, der bilateralt har tilsluttet sig; dokumentet oplyser ikke hvilke, så tilslutningen kan ikke bekræftes her.
note-dk-municipality-not-joined = Det er oplyst, at kommunen ikke har tilsluttet sig modellen. Modellen binder kun kommuner, der bilateralt har tilsluttet sig, og dokumentet siger ikke, hvad der gælder i de øvrige.
note-dk-severe-knee = Anbefalingerne om træning gælder mild og moderat knæartrose. Om træning ved svær knæartrose siger dokumentet intet, og det angiver ingen skala for sværhedsgraden.
note-dk-no-municipal-offer = Det er oplyst, at kommunen ikke har noget træningstilbud. Dokumentet nævner, at det er sådan i enkelte kommuner, men ikke, hvad der så gælder. Den praktiserende fysioterapeut er det almindelige udgangspunkt, ikke et alternativ, som dokumentet angiver for dette tilfælde.

target-hospital = sygehus
target-hospital-rheumatology = hospital, reumatologi
target-hospital-orthopaedics = hospital, ortopædkirurgi
target-municipality = kommunen (træning i kommunalt regi)
target-practising-physiotherapist = praktiserende fysioterapeut

# Udkast til henvisning
referral-dk-words = Tekst, der skal stå i henvisningen
    .says = henvises til behandling for den pågældende lidelse, jf. kliniske retningslinjer
referral-dk-physiotherapy = Har patienten gennemgået den anbefalede fysioterapi?
referral-dk-pain-relief = Har patienten gennemgået smertestillende behandling?
referral-dk-bmi = BMI
referral-dk-x-ray = Røntgen
