guideline-se-m-osteoporos = Osteoporosbehandling i primärvården

# Vem som bedöms, och vad FRAX-värdet leder till

ost-frax-screening = Patienten hör till dem som frakturkoordinatorn identifierar och screenar med FRAX.
    .detail = Bilaga 2 riktar sig till patienter över 50 år med lågenergifraktur i handled, höft, kota, axel eller bäcken eller med spontanfraktur, och till yngre med höftfraktur. Hand, finger, fot, tå och skalle undantas vid spontanfraktur; om undantaget även avser lågenergifrakturer framgår inte. Rapporttexten anger i stället patienter över 45 år.
ost-high-risk = Patienten räknas som högriskindivid vid bedömningen av frakturrisken.
    .detail = Enligt bilaga 2 gäller det vid FRAX över 30 % och vid höft- eller kotfraktur, då oavsett FRAX-värdet; multipla kotkompressioner räknas här som kotfraktur. Riktlinjen säger inte att höft- eller kotfrakturen i sig är en indikation för läkemedel. Vilket FRAX-utfall som avses anges inte.
ost-dxa = Bentäthetsmätning (DXA) är indicerad när FRAX är över 15 %.
    .detail = Mätningen görs vanligen av höft och ländrygg, och resultatet anges som T-score (bilaga 2). Enligt rapporttexten beställer frakturkoordinatorn mätningen när risken ligger mellan 15 och 30 %, medan remissen för den som upptäcks på vårdcentral går direkt därifrån. Varken vilket FRAX-utfall som avses eller någon tidsgräns anges.
ost-dxa-unit-malmo = DXA-remisserna från Malmöområdet gick 2019 till enheten i Malmö.
    .detail = Det är praxis som iakttogs i enkäten 2019, inte en remissregel. Området räknas efter den kommun där vårdcentralen ligger: Burlöv, Malmö, Svedala, Trelleborg och Vellinge. Remissvaren från Malmö innehöll både en beskrivning av mätningen och en klinisk rekommendation.
ost-dxa-unit-angelholm = DXA-remisserna från Helsingborgsområdet gick 2019 till enheten i Ängelholm, med enstaka undantag.
    .detail = Det är praxis som iakttogs i enkäten 2019, inte en remissregel; någon enstaka remiss gick till Lund. Området räknas efter den kommun där vårdcentralen ligger: Bjuv, Båstad, Helsingborg, Höganäs, Klippan, Åstorp, Ängelholm och Örkelljunga. Remissvaren från Ängelholm innehöll både en beskrivning av mätningen och en klinisk rekommendation.
ost-dxa-unit-hassleholm = De allra flesta DXA-remisser från nordöstra och östra Skåne gick 2019 till enheten i Hässleholm.
    .detail = Det är praxis som iakttogs i enkäten 2019, inte en remissregel; en del remisser gick till andra enheter. Området räknas efter den kommun där vårdcentralen ligger: Bromölla, Hässleholm, Kristianstad, Osby, Perstorp, Simrishamn, Sjöbo, Skurup, Tomelilla, Ystad och Östra Göinge. Remissvaren från Hässleholm innehöll både en beskrivning av mätningen och en klinisk rekommendation.
ost-dxa-unit-lund = De allra flesta DXA-remisser från Lundaområdet gick 2019 till enheten i Lund.
    .detail = Det är praxis som iakttogs i enkäten 2019, inte en remissregel; en del remisser gick till andra enheter. Området räknas efter den kommun där vårdcentralen ligger: Eslöv, Hörby, Höör, Kävlinge, Landskrona, Lomma, Lund, Staffanstorp och Svalöv. Om remissvaren från Lund innehöll en klinisk rekommendation sägs inte.

# Remiss till osteoporosmottagning

ost-refer-osteoporosis-clinic = Bisfosfonatintolerans, behandlingssvikt/ny fraktur eller multipla kotkompressioner ger remiss till osteoporosmottagning.
    .detail = Bilaga 2 räknar upp tre situationer: intolerans mot bisfosfonat, nya frakturer under behandling eller behandlingssvikt, och multipla kotkompressioner. Vid intolerans anges ingen administreringsväg. Ingen tidsgräns för remissen anges.

# Läkemedelsbehandling

ost-drug-indicated = Det finns indikation för läkemedelsbehandling mot osteoporos.
    .detail = Bilaga 2 räknar upp osteoporos, FRAX över 30 % och långvarig steroidbehandling. Punkterna skiljs bara åt med kommatecken och läses här så att en av dem räcker. Osteoporos diagnostiseras när benmassan ligger lägre än 2,5 standarddeviationer under medelvärdet för unga; ”långvarig” definieras inte.
ost-oral-bisphosphonate = I första hand ges peroralt bisfosfonat (alendronat eller risedronsyra) som veckotablett, vid eGFR över 35 ml/min.
    .detail = Rapporttexten kallar detta förstahandsbehandling när inga kontraindikationer finns, men njurgränsen står bara i bilaga 2. Dos anges inte.
ost-zoledronic-acid = Vid dysfagi, kognitiv svikt eller intolerans mot peroralt bisfosfonat är intravenös zoledronsyra (Aclasta) indicerad.
    .detail = Den ges en gång per år och rekvireras via vårdcentralen. Bilaga 2 säger ”indicerat”, bilaga 1 återger samma riktlinje med ”ska” och rapporttexten talar om andrahandsbehandling. Någon eGFR-gräns för zoledronsyra anges inte. Vårdprogrammet förutsätter att behandlingen kan ges på vårdcentral, men 2019 saknade många vårdcentraler rutiner för det.
ost-denosumab-specialist = Denosumab (Prolia) ges via specialiserad vård vid bisfosfonatallergi eller eGFR under 35 ml/min.
    .detail = Läkemedlet ges som subkutan injektion två gånger per år. Bilaga 2 lägger behandling vid bisfosfonatallergi eller nedsatt njurfunktion på osteoporosmottagningen. Rapporttexten har ett annat kriterium, att varken peroralt eller intravenöst bisfosfonat är möjligt, och skriver att specialiserad vård i första hand ska sköta ordinationen. Behandlingstid och utsättning anges inte.
ost-calcium-vitamin-d = Under bisfosfonatbehandling ges kalcium/D-vitamin 500 mg/800 IE, 1 tablett 1 gång dagligen.
    .detail = Tänk på interaktioner; vilka anges inte. Bilaga 2 nämner tillägget bara under bisfosfonatbehandling.

# Frakturkoordinatorns nästa steg

ost-refer-doctor-and-physiotherapist = Frakturkoordinatorn remitterar till läkare och fysioterapeut i primärvården.
    .detail = Enligt bilaga 2 gäller det högriskindivider, efter bentäthetsmätning och eventuell provtagning, och patienter över 80 år med typisk osteoporosfraktur, oavsett FRAX. Vad som är typiskt definieras inte; här avses handled, höft, kota, axel och bäcken. Rapporttexten delar upp det: remiss ska skickas till vårdcentralen vid råd om läkemedel och till fysioterapeut vid råd om träning.
ost-inform-primary-care-by-letter = Primärvården informeras via epikris, med fokus på övriga frakturförebyggande åtgärder.
    .detail = Bilaga 2 anger detta för högriskindivider med begränsad överlevnad, under 2 år, eller när läkemedelsbehandling inte är aktuell. Snedstrecket mellan de två leden läses här som ”eller”.

# Andra åtgärder än läkemedel, och fortsatt utredning

ost-lifestyle-no-drug = Vid FRAX under 20 % ges råd om levnadsvanor men ingen läkemedelsbehandling.
    .detail = Regeln står under bilaga 2:s rubrik om frakturkoordinatorn och gäller FRAX-värdet för sig; osteoporos och långvarig steroidbehandling är egna indikationer för läkemedel. I vissa fall är gränsen i stället under 15 %, men vilka fallen är beskrivs inte.
ost-prevention-measures = Osteoporosprevention omfattar rökstopp, kostråd, fysisk aktivitet, fallprevention och läkemedelsgenomgång.
    .detail = Bilaga 2 nämner allsidig kost med mycket kalcium och fett (fet fisk), viktbelastande träning eller fysisk aktivitet på recept, balansträning, höftskyddsbyxa, stadiga skor och hjälpmedel för gång, syn eller hörsel, försiktighet med sederande och blodtryckssänkande läkemedel, riskgenomgång i hemmet, utevistelse 30 min/dag sommartid och patientutbildning, till exempel osteoporosskola. Vem som gör riskgenomgången i hemmet anges inte. FRAX över 30 % är indikation för frakturförebyggande åtgärder inklusive läkemedel.
ost-secondary-cause-work-up = Vid misstänkt sekundär orsak till osteoporos kompletteras utredningen via specialiserad vård.
    .detail = Som sekundär osteoporos tar FRAX-anamnesen i bilaga 2 upp anorexi, antiepileptika, hypertyreoidism, hypogonadism och inflammatorisk tarmsjukdom. Vilken enhet som utreder anges inte.
ost-work-up = Utredningen omfattar anamnes enligt FRAX, status, laboratorieprover och bentäthetsmätning.
    .detail = Prover enligt bilaga 2: Hb, SR, calciumjon, kreatinin/eGFR, ALP och TSH; överväg PTH, 25-OH vitamin D3, testosteron, ALAT och GT (troligen gamma-GT). FRAX-anamnes: tidigare osteoporosfraktur, förälder med höftfraktur, reumatoid artrit, sekundär osteoporos, peroralt kortison i mer än 3 månader, rökning, alkohol (3 eller fler enheter per dag) och bentäthet i lårbenshalsen, som inte är nödvändig för beräkningen. Övrig anamnes och status: andra riskfaktorer, sjukdomar och läkemedel, sociala förhållanden, allmäntillstånd, längd, vikt och balans. Bentäthetsmätning är indicerad vid FRAX över 15 %.

# Vad frakturkoordinatorns remiss innehåller

ost-referral-content-doctor = Remissen till läkare innehåller en rekommendation om livsstilsåtgärder och läkemedelsbehandling.
    .detail = Mer än så anger bilaga 2 inte. I enkäten önskade vårdcentralerna tydlig bakgrundsinformation och en rekommenderad behandlingsstrategi utifrån FRAX-värde och eventuell bentäthetsmätning; det är önskemål, inte krav.
ost-referral-content-physiotherapist = Remissen till fysioterapeut gäller balansträning och fallförebyggande träning.
    .detail = Mer än så anger bilaga 2 inte.

# Uppföljning

ost-duration-oral = Behandlingstiden för peroralt bisfosfonat är 5 år.
    .detail = För äldre patienter räcker det ofta med en behandlingsomgång, men ingen ålder anges (bilaga 2). Behandlingen utvärderas, gärna även följsamhet och biverkningar.
    .deadline = 5 år från behandlingsstart
ost-duration-iv = Behandlingstiden för intravenöst bisfosfonat är 3 år.
    .detail = För äldre patienter räcker det ofta med en behandlingsomgång, men ingen ålder anges (bilaga 2). Behandlingen utvärderas, gärna även följsamhet och biverkningar.
    .deadline = 3 år från behandlingsstart
ost-dxa-after-two-years = Bentätheten mäts efter 2 års behandling för att bedöma effekten.
    .detail = Bilaga 2 anger inga senare mätningar och ingen behandlingstid för denosumab eller teriparatid.
    .deadline = efter 2 års behandling
ost-new-round-after-pause = I utvalda fall kan en ny omgång peroralt bisfosfonat ges efter 2 års uppehåll.
    .detail = Bilaga 2 beskriver inte vilka fallen är. För äldre patienter räcker det ofta med en behandlingsomgång, men ingen ålder anges.

# Koder

ost-code-m80 = Riktlinjen anger koden M80- för osteoporos med fraktur.
    .detail = Bilaga 2 skriver koden med bindestreck, utan undergrupp, och säger inte att den måste registreras.
ost-code-m81 = Riktlinjen anger koden M81- för osteoporos utan fraktur.
    .detail = Bilaga 2 skriver koden med bindestreck, utan undergrupp, och säger inte att den måste registreras.

# Där dokumentet säger emot sig självt

note-ost-age-46-50 = Åldersgränsen skiljer sig inom dokumentet. Rapporttexten (Vårdprogram osteoporos) riktar sig till patienter över 45 år med aktuell lågenergifraktur; dit hör den som är 46–50 år. Riktlinjen i bilaga 2 har gränsen över 50 år och tar med yngre bara vid höftfraktur; dit hör inte den som är 46–50 år utan höftfraktur.
note-ost-frax-over-30-dxa = Dokumentet ger olika besked om huruvida DXA behövs vid FRAX över 30 %. Enligt rapporttexten (DEXA-mätningsenheterna) behövs i en del fall ingen kompletterande mätning, men fallen beskrivs inte. Enligt bilaga 2 (Bentäthetsmätning) är allt över 15 % indikation för DXA, och högriskindivider remitteras till primärvården efter mätningen (Remiss från frakturkoordinator till primärvård).
note-ost-frax-15-20 = Vid FRAX över 15 % men under 20 % gäller två uppgifter i bilaga 2 samtidigt. Avsnittet Bentäthetsmätning anger indikation för DXA över 15 %. Avsnittet Frakturkoordinator på sjukhus anger råd om levnadsvanor och ingen läkemedelsbehandling under 20 % (i vissa fall under 15 %). FRAX-värdet för sig är alltså indikation för DXA men inte för läkemedel.
note-ost-frax-under-20-hip-vertebra = Bilaga 2 (Frakturkoordinator på sjukhus) säger två saker här. FRAX under 20 % innebär råd om levnadsvanor och ingen läkemedelsbehandling. Höft- eller kotfraktur gör patienten till högriskindivid oavsett FRAX-värdet. Det sägs inte att högriskindivider med lågt FRAX ska ha läkemedel.
note-ost-egfr-under-35-oral-obstacle = Bilaga 2 pekar åt två håll vid eGFR under 35 ml/min och hinder för tabletter. Läkemedelsbehandling: zoledronsyra är indicerat vid kognitiv svikt, dysfagi eller intolerans mot peroralt bisfosfonat, och ingen njurgräns anges. Läkemedelsbehandling via specialiserad vård: denosumab vid eGFR under 35 ml/min. Företräde anges inte. Här visas denosumab, eftersom osteoporosmottagningen behandlar vid nedsatt njurfunktion; att zoledronsyra är säkert vid denna njurfunktion säger dokumentet inte.
note-ost-over-80-short-survival = Bilaga 2 (Remiss från frakturkoordinator till primärvård) ger två svar. Patienter över 80 år med typisk osteoporosfraktur remitteras till läkare och fysioterapeut, oavsett FRAX. För högriskindivider med överlevnad under 2 år, eller när läkemedelsbehandling inte är aktuell, informeras primärvården via epikris. Vilket som har företräde när båda stämmer anges inte.
note-ost-intolerance-route = Bilaga 2 har två svar när det inte framgår om det är tabletter eller infusion som patienten inte tål. Remiss till osteoporosmottagning: intolerans mot bisfosfonat, utan angiven administreringsväg, är skäl för remiss dit. Läkemedelsbehandling: intolerans mot peroralt bisfosfonat (magbiverkan) är indikation för intravenös zoledronsyra, som rekvireras via vårdcentralen. Avgörande är alltså om intoleransen gäller tabletten.

# Att säga vid sidan av svaret

note-ost-glucocorticoid-duration = Tiden med kortison är noterad, men om den räknas som långvarig går inte att avgöra av dokumentet: bilaga 2 definierar inte ”långvarig steroidbehandling”. Gränsen över 3 månader hör till riskfaktorerna och FRAX-anamnesen och gäller peroralt kortison.

# Vart

target-fracture-coordinator = frakturkoordinator på sjukhus
target-dxa-unit = enhet för bentäthetsmätning (DXA)
target-dxa-malmo = DXA-enheten i Malmö
target-dxa-angelholm = DXA-enheten i Ängelholm
target-dxa-hassleholm = DXA-enheten i Hässleholm
target-dxa-lund = DXA-enheten i Lund
target-osteoporosis-clinic = osteoporosmottagning
target-primary-care-doctor = läkare i primärvården
target-primary-care-physiotherapist = fysioterapeut i primärvården
target-specialised-care = specialiserad vård

# Koder i klartext

code-icd-10-se-M80 = osteoporos med fraktur
code-icd-10-se-M81 = osteoporos utan fraktur

# Utkast till remiss
referral-ost-lifestyle = Rekommendation om livsstilsåtgärder
referral-ost-drug = Rekommendation om läkemedelsbehandling
referral-ost-training = Det gäller
    .says = balansträning och fallförebyggande träning
