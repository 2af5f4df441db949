guideline-se-t-osteoporos-frakturkedja = Personcentrerat och sammanhållet vårdförlopp Osteoporos – sekundärprevention efter fraktur

# Tre lägen som inte får blandas ihop: dagens praxis, vårdförloppets rekommenderade läge och regionens eget förslag

sto-current-chain = Dagens praxis: ortopedläkare bedömer behandlingsbehovet; remiss skickas vid behov för DXA samt till primärvården.
    .detail = Så beskrivs nuläget i analysen, som är odaterad och använder uppgifter från 2021. Medicinska vårdadministratörer på Ortopedkirurgiska kliniken identifierar patienterna vid journalskrivningen; frakturkoordinatorer saknas. DXA-remissen går till Medicinska kliniken, och primärvården får remiss för läkemedelsbehandling och uppföljning; om ”vid behov” gäller även den framgår inte. Varken utredning eller behandling sker medan patienten är inneliggande eller nära utskrivningen från akutmottagningen.
sto-inpatient-treatment = Vårdförloppets rekommenderade läge: inneliggande patienter får läkemedelsbehandling och fallprevention.
    .detail = Det är inte dagens praxis: någon inledande läkemedelsbehandling ges inte under vårdtiden, men en start på avdelning planeras. En föreslagen åtgärd är att säkerställa att fysioterapeuten tar upp fallprevention. Dokumentet anger varken läkemedel eller doser. Det rekommenderade läget är analysens sammanfattning av vårdförloppet.
sto-coordinator-on-ward = Regionens eget förslag: frakturkoordinatorn träffar patienten på avdelningen och startar utredning och fallriskbedömning.
    .detail = Det är ett förslag, inte beslutad praxis: regionen saknar frakturkoordinatorer enligt analysen. Koordinatorn informerar också om osteoporos och förebyggande åtgärder, bedömer frakturrisken och remitterar vid behov till bentäthetsmätning och/eller fortsatt behandling i primärvården. Vid behov sker det i samråd med läkare på Ortopedkirurgiska kliniken.
sto-coordinator-after-discharge = Regionens eget förslag: utredningen startar två veckor efter frakturen, via brev och/eller telefon.
    .detail = Det är ett förslag, inte beslutad praxis: regionen saknar frakturkoordinatorer enligt analysen. Det gäller patienter som skrivs ut direkt till hemmet. Två veckor är när utredningen startar, inte en tidsgräns.
sto-dxa-within-4-weeks = Vårdförloppets rekommenderade läge: DXA bör vara slutförd senast 4 veckor efter beslutet om mätning.
    .detail = Tiden räknas från beslutet, inte från frakturen. Det är inte dagens praxis: mätningen görs inte inom 4 veckor, främst för att patienter som kallas för tidigt efter frakturen lämnar återbud. Det rekommenderade läget är analysens sammanfattning av vårdförloppet.
    .deadline = senast 4 veckor efter beslutet om DXA
sto-primary-care-within-4-weeks = Vårdförloppets rekommenderade läge: kompletterande utredning i primärvården senast 4 veckor efter inkommen remiss.
    .detail = Tiden räknas från att remissen har kommit in. Dagens praxis kan vara en annan: läkarbesöket kan dröja, eftersom vissa vårdcentraler har läkarbrist. Det rekommenderade läget är analysens sammanfattning av vårdförloppet.
    .deadline = senast 4 veckor efter att remissen har kommit in
sto-drug-need-within-16-weeks = Vårdförloppets rekommenderade läge när DXA görs: frågan ”Behov läkemedel?” senast 16 veckor efter diagnos.
    .detail = Vilken diagnos som avses, och om gränsen gäller beslut om läkemedel eller behandlingsstart, framgår inte. Görs ingen DXA är gränsen 8 veckor. Dagens praxis kan vara en annan: läkarbesöket kan dröja, eftersom vissa vårdcentraler har läkarbrist. Det rekommenderade läget är analysens sammanfattning av vårdförloppet.
    .deadline = senast 16 veckor efter diagnos
sto-drug-need-within-8-weeks = Vårdförloppets rekommenderade läge när DXA inte görs: frågan ”Behov läkemedel?” senast 8 veckor efter diagnos.
    .detail = Vilken diagnos som avses, och om gränsen gäller beslut om läkemedel eller behandlingsstart, framgår inte. Görs DXA är gränsen 16 veckor. Dagens praxis kan vara en annan: läkarbesöket kan dröja, eftersom vissa vårdcentraler har läkarbrist. Det rekommenderade läget är analysens sammanfattning av vårdförloppet.
    .deadline = senast 8 veckor efter diagnos

# Vart

target-medical-clinic-dxa = Medicinska kliniken för DXA-mätning
target-primary-care = primärvården
