guideline-se-m-osteoporos = Osteoporosebehandling i primærsektoren

# Hvem der vurderes, og hvad FRAX-værdien fører til

ost-frax-screening = Patienten hører til dem, som frakturkoordinatoren identificerer og screener med FRAX.
    .detail = Bilag 2 retter sig mod patienter over 50 år med lavenergifraktur i håndled, hofte, ryghvirvel, skulder eller bækken eller med spontanfraktur, og mod yngre med hoftefraktur. Hånd, finger, fod, tå og kranium er undtaget ved spontanfraktur; det fremgår ikke, om undtagelsen også gælder lavenergifrakturer. Rapportteksten angiver i stedet patienter over 45 år.
ost-high-risk = Patienten regnes som højrisikopatient ved vurderingen af frakturrisikoen.
    .detail = Ifølge bilag 2 gælder det ved FRAX over 30 % og ved hofte- eller hvirvelfraktur, det sidste uanset FRAX-værdien; multiple hvirvelsammenfald regnes her som hvirvelfraktur. Retningslinjen siger ikke, at hofte- eller hvirvelfrakturen i sig selv er en indikation for medicin. Det er ikke angivet, hvilket FRAX-resultat der menes.
ost-dxa = Knogletæthedsmåling (DXA) er indiceret, når FRAX er over 15 %.
    .detail = Målingen foretages normalt af hofte og lænderyg, og resultatet angives som T-score (bilag 2). Ifølge rapportteksten bestiller frakturkoordinatoren målingen, når risikoen ligger mellem 15 og 30 %, mens henvisningen for den, der opdages på en vårdcentral (lægehus), går direkte derfra. Hverken hvilket FRAX-resultat der menes, eller nogen tidsfrist er angivet.
ost-dxa-unit-malmo = DXA-henvisningerne fra Malmøområdet gik i 2019 til enheden i Malmø.
    .detail = Det er praksis, som blev iagttaget i spørgeskemaundersøgelsen i 2019, ikke en henvisningsregel. Området regnes efter den kommune, hvor vårdcentralen (lægehuset) ligger: Burlöv, Malmø, Svedala, Trelleborg og Vellinge. Svarene fra Malmø indeholdt både en beskrivelse af målingen og en klinisk anbefaling.
ost-dxa-unit-angelholm = DXA-henvisningerne fra Helsingborgområdet gik i 2019 til enheden i Ängelholm, med enkelte undtagelser.
    .detail = Det er praksis, som blev iagttaget i spørgeskemaundersøgelsen i 2019, ikke en henvisningsregel; enkelte henvisninger gik til Lund. Området regnes efter den kommune, hvor vårdcentralen (lægehuset) ligger: Bjuv, Båstad, Helsingborg, Höganäs, Klippan, Åstorp, Ängelholm og Örkelljunga. Svarene fra Ängelholm indeholdt både en beskrivelse af målingen og en klinisk anbefaling.
ost-dxa-unit-hassleholm = Langt de fleste DXA-henvisninger fra det nordøstlige og østlige Skåne gik i 2019 til enheden i Hässleholm.
    .detail = Det er praksis, som blev iagttaget i spørgeskemaundersøgelsen i 2019, ikke en henvisningsregel; en del henvisninger gik til andre enheder. Området regnes efter den kommune, hvor vårdcentralen (lægehuset) ligger: Bromölla, Hässleholm, Kristianstad, Osby, Perstorp, Simrishamn, Sjöbo, Skurup, Tomelilla, Ystad og Östra Göinge. Svarene fra Hässleholm indeholdt både en beskrivelse af målingen og en klinisk anbefaling.
ost-dxa-unit-lund = Langt de fleste DXA-henvisninger fra Lundområdet gik i 2019 til enheden i Lund.
    .detail = Det er praksis, som blev iagttaget i spørgeskemaundersøgelsen i 2019, ikke en henvisningsregel; en del henvisninger gik til andre enheder. Området regnes efter den kommune, hvor vårdcentralen (lægehuset) ligger: Eslöv, Hörby, Höör, Kävlinge, Landskrona, Lomma, Lund, Staffanstorp og Svalöv. Det siges ikke, om svarene fra Lund indeholdt en klinisk anbefaling.

# Henvisning til osteoporosmottagning

ost-refer-osteoporosis-clinic = Bisfosfonatintolerans, behandlingssvigt/ny fraktur eller multiple hvirvelsammenfald giver henvisning til osteoporoseambulatorium.
    .detail = Bilag 2 nævner tre situationer: intolerans over for bisfosfonat, nye frakturer under behandling eller behandlingssvigt, og multiple hvirvelsammenfald. Ved intolerans er der ikke angivet nogen administrationsvej. Der er ikke angivet nogen tidsfrist for henvisningen.

# Medicinsk behandling

ost-drug-indicated = Der er indikation for medicinsk behandling af osteoporose.
    .detail = Bilag 2 nævner osteoporose, FRAX over 30 % og langvarig steroidbehandling. Punkterne er kun adskilt af kommaer og læses her sådan, at ét af dem er nok. Osteoporose diagnosticeres, når knoglemassen ligger lavere end 2,5 standardafvigelser under gennemsnittet for unge; »langvarig« er ikke defineret.
ost-oral-bisphosphonate = Førstevalg er peroralt bisfosfonat (alendronat eller risedronat) som ugetablet ved eGFR over 35 ml/min.
    .detail = Rapportteksten kalder dette førstehåndsbehandling, når der ingen kontraindikationer er, men nyregrænsen står kun i bilag 2. Dosis er ikke angivet.
ost-zoledronic-acid = Ved dysfagi, kognitiv svækkelse eller intolerans over for peroralt bisfosfonat er intravenøs zoledronsyre (Aclasta) indiceret.
    .detail = Den gives én gang om året og rekvireres via vårdcentralen (lægehuset). Bilag 2 siger »indiceret«, bilag 1 gengiver samme retningslinje med »skal«, og rapportteksten taler om andetvalg. Der er ikke angivet nogen eGFR-grænse for zoledronsyre. Det regionale behandlingsprogram forudsætter, at behandlingen kan gives på vårdcentralen, men i 2019 manglede mange vårdcentraler rutiner for det.
ost-denosumab-specialist = Denosumab (Prolia) gives via det specialiserede sundhedsvæsen ved bisfosfonatallergi eller eGFR under 35 ml/min.
    .detail = Lægemidlet gives som subkutan injektion to gange om året. Bilag 2 placerer behandling ved bisfosfonatallergi eller nedsat nyrefunktion hos osteoporosmottagningen (osteoporoseambulatoriet). Rapportteksten har et andet kriterium, nemlig at hverken peroralt eller intravenøst bisfosfonat er muligt, og skriver, at det specialiserede sundhedsvæsen i første række skal stå for ordinationen. Behandlingsvarighed og seponering er ikke angivet.
ost-calcium-vitamin-d = Under bisfosfonatbehandling gives calcium/D-vitamin 500 mg/800 IE, 1 tablet 1 gang dagligt.
    .detail = Tænk på interaktioner; det er ikke angivet hvilke. Bilag 2 nævner tilskuddet kun ved bisfosfonatbehandling.

# Frakturkoordinatorens næste skridt

ost-refer-doctor-and-physiotherapist = Frakturkoordinatoren henviser til læge og fysioterapeut i primærsektoren.
    .detail = Ifølge bilag 2 gælder det højrisikopatienter, efter knogletæthedsmåling og eventuel prøvetagning, og patienter over 80 år med typisk osteoporosefraktur, uanset FRAX. Hvad der er typisk, er ikke defineret; her menes håndled, hofte, ryghvirvel, skulder og bækken. Rapportteksten deler det op: Henvisning skal sendes til vårdcentralen (lægehuset) ved råd om medicin og til fysioterapeut ved råd om træning.
ost-inform-primary-care-by-letter = Primærsektoren informeres via epikrise med fokus på øvrige frakturforebyggende tiltag.
    .detail = Bilag 2 angiver dette for højrisikopatienter med begrænset overlevelse, under 2 år, eller når medicinsk behandling ikke er aktuel. Skråstregen mellem de to led læses her som »eller«.

# Andre tiltag end medicin, og videre udredning

ost-lifestyle-no-drug = Ved FRAX under 20 % gives der råd om levevaner, men ingen medicinsk behandling.
    .detail = Reglen står under bilag 2’s overskrift om frakturkoordinatoren og gælder FRAX-værdien for sig; osteoporose og langvarig steroidbehandling er selvstændige indikationer for medicin. I visse tilfælde er grænsen i stedet under 15 %, men det beskrives ikke hvilke.
ost-prevention-measures = Osteoporoseforebyggelse omfatter rygestop, kostråd, fysisk aktivitet, faldforebyggelse og medicingennemgang.
    .detail = Bilag 2 nævner alsidig kost rig på calcium og fedt (fed fisk), vægtbærende træning eller fysisk aktivitet på recept, balancetræning, hoftebeskyttere, solide sko og hjælpemidler til gang, syn eller hørelse, forsigtighed med sederende og blodtrykssænkende lægemidler, risikogennemgang i hjemmet, udeophold 30 min/dag om sommeren og patientundervisning, for eksempel osteoporoseskole. Det er ikke angivet, hvem der foretager risikogennemgangen i hjemmet. FRAX over 30 % er indikation for frakturforebyggende tiltag inklusive medicin.
ost-secondary-cause-work-up = Ved mistanke om sekundær årsag til osteoporose suppleres udredningen via det specialiserede sundhedsvæsen.
    .detail = Som sekundær osteoporose nævner FRAX-anamnesen i bilag 2 anoreksi, antiepileptika, hypertyreose, hypogonadisme og inflammatorisk tarmsygdom. Det er ikke angivet, hvilken enhed der udreder.
ost-work-up = Udredningen omfatter anamnese efter FRAX, objektiv undersøgelse, laboratorieprøver og knogletæthedsmåling.
    .detail = Prøver ifølge bilag 2: Hb, SR, calciumion, kreatinin/eGFR, ALP og TSH; overvej PTH, 25-OH-vitamin D3, testosteron, ALAT og GT (formentlig gamma-GT). FRAX-anamnese: tidligere osteoporosefraktur, forælder med hoftefraktur, reumatoid artritis, sekundær osteoporose, peroralt kortison i mere end 3 måneder, rygning, alkohol (3 eller flere enheder om dagen) og knogletæthed i lårbenshalsen, som ikke er nødvendig for beregningen. Øvrig anamnese og undersøgelse: andre risikofaktorer, sygdomme og lægemidler, sociale forhold, almentilstand, højde, vægt og balance. Knogletæthedsmåling er indiceret ved FRAX over 15 %.

# Hvad frakturkoordinatorens henvisning indeholder

ost-referral-content-doctor = Henvisningen til læge indeholder en anbefaling om livsstilstiltag og medicinsk behandling.
    .detail = Mere end det angiver bilag 2 ikke. I spørgeskemaundersøgelsen ønskede vårdcentralerne (lægehusene) tydelige baggrundsoplysninger og en anbefalet behandlingsstrategi ud fra FRAX-værdi og eventuel knogletæthedsmåling; det er ønsker, ikke krav.
ost-referral-content-physiotherapist = Henvisningen til fysioterapeut gælder balancetræning og faldforebyggende træning.
    .detail = Mere end det angiver bilag 2 ikke.

# Opfølgning

ost-duration-oral = Behandlingsvarigheden for peroralt bisfosfonat er 5 år.
    .detail = For ældre patienter er én behandlingsrunde ofte nok, men der er ikke angivet nogen alder (bilag 2). Behandlingen evalueres, gerne også komplians og bivirkninger.
    .deadline = 5 år fra behandlingsstart
ost-duration-iv = Behandlingsvarigheden for intravenøst bisfosfonat er 3 år.
    .detail = For ældre patienter er én behandlingsrunde ofte nok, men der er ikke angivet nogen alder (bilag 2). Behandlingen evalueres, gerne også komplians og bivirkninger.
    .deadline = 3 år fra behandlingsstart
ost-dxa-after-two-years = Knogletætheden måles efter 2 års behandling for at vurdere effekten.
    .detail = Bilag 2 angiver ingen senere målinger og ingen behandlingsvarighed for denosumab eller teriparatid.
    .deadline = efter 2 års behandling
ost-new-round-after-pause = I udvalgte tilfælde kan en ny runde peroralt bisfosfonat gives efter 2 års pause.
    .detail = Bilag 2 beskriver ikke, hvilke tilfælde det er. For ældre patienter er én behandlingsrunde ofte nok, men der er ikke angivet nogen alder.

# Koder

ost-code-m80 = Retningslinjen angiver koden M80- for osteoporose med fraktur.
    .detail = Bilag 2 skriver koden med bindestreg, uden undergruppe, og siger ikke, at den skal registreres.
ost-code-m81 = Retningslinjen angiver koden M81- for osteoporose uden fraktur.
    .detail = Bilag 2 skriver koden med bindestreg, uden undergruppe, og siger ikke, at den skal registreres.

# Hvor dokumentet modsiger sig selv

note-ost-age-46-50 = Aldersgrænsen er forskellig i dokumentets to dele. Rapportteksten (Vårdprogram osteoporos) retter sig mod patienter over 45 år med aktuel lavenergifraktur; det omfatter den, der er 46–50 år. Retningslinjen i bilag 2 har grænsen over 50 år og tager kun yngre med ved hoftefraktur; det omfatter ikke den, der er 46–50 år uden hoftefraktur.
note-ost-frax-over-30-dxa = Dokumentet giver forskellige svar på, om DXA er nødvendig ved FRAX over 30 %. Ifølge rapportteksten (DEXA-mätningsenheterna) er der i en del tilfælde ikke brug for en supplerende måling, men tilfældene beskrives ikke. Ifølge bilag 2 (Bentäthetsmätning) er alt over 15 % indikation for DXA, og højrisikopatienter henvises til primærsektoren efter målingen (Remiss från frakturkoordinator till primärvård).
note-ost-frax-15-20 = Ved FRAX over 15 %, men under 20 %, gælder to oplysninger i bilag 2 samtidig. Afsnittet Bentäthetsmätning angiver indikation for DXA over 15 %. Afsnittet Frakturkoordinator på sjukhus angiver råd om levevaner og ingen medicinsk behandling under 20 % (i visse tilfælde under 15 %). FRAX-værdien i sig selv er altså indikation for DXA, men ikke for medicin.
note-ost-frax-under-20-hip-vertebra = Bilag 2 (Frakturkoordinator på sjukhus) siger to ting her. FRAX under 20 % betyder råd om levevaner og ingen medicinsk behandling. Hofte- eller hvirvelfraktur gør patienten til højrisikopatient uanset FRAX-værdien. Det siges ikke, at højrisikopatienter med lav FRAX skal have medicin.
note-ost-egfr-under-35-oral-obstacle = Bilag 2 peger i to retninger ved eGFR under 35 ml/min og hindring for tabletter. Läkemedelsbehandling: Zoledronsyre er indiceret ved kognitiv svækkelse, dysfagi eller intolerans over for peroralt bisfosfonat, og der er ikke angivet nogen nyregrænse. Läkemedelsbehandling via specialiserad vård: denosumab ved eGFR under 35 ml/min. Det er ikke angivet, hvad der har forrang. Her vises denosumab, fordi osteoporosmottagningen (osteoporoseambulatoriet) behandler ved nedsat nyrefunktion; dokumentet siger ikke, at zoledronsyre er sikkert ved denne nyrefunktion.
note-ost-over-80-short-survival = Bilag 2 (Remiss från frakturkoordinator till primärvård) giver to svar. Patienter over 80 år med typisk osteoporosefraktur henvises til læge og fysioterapeut, uanset FRAX. For højrisikopatienter med overlevelse under 2 år, eller når medicinsk behandling ikke er aktuel, informeres primærsektoren via epikrise. Det er ikke angivet, hvad der har forrang, når begge dele passer.
note-ost-intolerance-route = Bilag 2 har to svar, når det ikke fremgår, om det er tabletter eller infusion, patienten ikke tåler. Remiss till osteoporosmottagning: intolerans over for bisfosfonat uden angivet administrationsvej giver henvisning til osteoporoseambulatoriet. Läkemedelsbehandling: Intolerans over for peroralt bisfosfonat (mavebivirkning) er indikation for intravenøs zoledronsyre, som rekvireres via vårdcentralen (lægehuset). Det afgørende er altså, om intoleransen gælder tabletten.

# At sige ved siden af svaret

note-ost-glucocorticoid-duration = Varigheden af kortisonbehandlingen er noteret, men om den regnes som langvarig, kan ikke afgøres ud fra dokumentet: Bilag 2 definerer ikke »langvarig steroidbehandling«. Grænsen over 3 måneder hører til risikofaktorerne og FRAX-anamnesen og gælder peroralt kortison.

# Hvorhen

target-fracture-coordinator = frakturkoordinator på sygehus
target-dxa-unit = enhed for knogletæthedsmåling (DXA)
target-dxa-malmo = DXA-enheden i Malmø
target-dxa-angelholm = DXA-enheden i Ängelholm
target-dxa-hassleholm = DXA-enheden i Hässleholm
target-dxa-lund = DXA-enheden i Lund
target-osteoporosis-clinic = osteoporosmottagning (osteoporoseambulatorium)
target-primary-care-doctor = læge i primærsektoren
target-primary-care-physiotherapist = fysioterapeut i primærsektoren
target-specialised-care = det specialiserede sundhedsvæsen

# Koder i klartekst

code-icd-10-se-M80 = osteoporose med fraktur
code-icd-10-se-M81 = osteoporose uden fraktur

# Udkast til henvisning
referral-ost-lifestyle = Anbefaling om livsstilstiltag
referral-ost-drug = Anbefaling om medicinsk behandling
referral-ost-training = Det gælder
    .says = balancetræning og faldforebyggende træning
