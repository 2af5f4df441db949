guideline-se-t-osteoporos-frakturkedja = Personcentreret og sammenhængende forløb for osteoporose – sekundær forebyggelse efter fraktur

# Tre tilstande, der ikke må blandes sammen: dagens praksis, det anbefalede forløb og regionens eget forslag

sto-current-chain = Dagens praksis: En ortopædkirurg vurderer behandlingsbehovet; henvisning ved behov til DXA samt til primærsektoren.
    .detail = Sådan beskrives situationen i analysen, som er udateret og bruger oplysninger fra 2021. Medicinska vårdadministratörer (lægesekretærer) på Ortopedkirurgiska kliniken (ortopædkirurgisk afdeling) identificerer patienterne ved journalskrivningen; frakturkoordinatorer mangler. DXA-henvisningen går til Medicinska kliniken (medicinsk afdeling), og primærsektoren får henvisning til medicinsk behandling og opfølgning; det fremgår ikke, om »ved behov« også gælder den. Hverken udredning eller behandling sker, mens patienten er indlagt eller tæt på udskrivningen fra akutmodtagelsen.
sto-inpatient-treatment = Anbefalet ifølge forløbet: Indlagte patienter får medicinsk behandling og faldforebyggelse.
    .detail = Det er ikke dagens praksis: Der gives ingen indledende medicinsk behandling under indlæggelsen, men en opstart på afdelingen er ved at blive planlagt. Et foreslået tiltag er at sikre, at fysioterapeuten tager faldforebyggelse op. Dokumentet angiver hverken lægemidler eller doser. Anbefalingen er analysens sammenfatning af forløbet.
sto-coordinator-on-ward = Regionens eget forslag: Frakturkoordinatoren møder patienten på afdelingen og starter udredning og faldrisikovurdering.
    .detail = Det er et forslag, ikke besluttet praksis: Ifølge analysen mangler regionen frakturkoordinatorer. Koordinatoren informerer også om osteoporose og forebyggende tiltag, vurderer frakturrisikoen og henviser ved behov til knogletæthedsmåling og/eller til videre behandling i primærsektoren. Ved behov sker det i samråd med en læge på Ortopedkirurgiska kliniken (ortopædkirurgisk afdeling).
sto-coordinator-after-discharge = Regionens eget forslag: Udredningen starter to uger efter frakturen, via brev og/eller telefon.
    .detail = Det er et forslag, ikke besluttet praksis: Ifølge analysen mangler regionen frakturkoordinatorer. Det gælder patienter, der udskrives direkte til hjemmet. To uger er tidspunktet, hvor udredningen starter, ikke en tidsfrist.
sto-dxa-within-4-weeks = Anbefalet ifølge forløbet: DXA bør være afsluttet senest 4 uger efter beslutningen om måling.
    .detail = Tiden regnes fra beslutningen, ikke fra frakturen. Det er ikke dagens praksis: Målingen udføres ikke inden for 4 uger, først og fremmest fordi patienter, der indkaldes for tidligt efter frakturen, melder afbud. Anbefalingen er analysens sammenfatning af forløbet.
    .deadline = senest 4 uger efter beslutningen om DXA
sto-primary-care-within-4-weeks = Anbefalet ifølge forløbet: supplerende udredning i primærsektoren senest 4 uger efter modtaget henvisning.
    .detail = Tiden regnes fra, at henvisningen er modtaget. Dagens praksis kan være en anden: Lægebesøget kan trække ud, fordi visse vårdcentraler (lægehuse) mangler læger. Anbefalingen er analysens sammenfatning af forløbet.
    .deadline = senest 4 uger efter modtagelsen af henvisningen
sto-drug-need-within-16-weeks = Anbefalet ifølge forløbet, når der foretages DXA: spørgsmålet »Behov for lægemiddel?« senest 16 uger efter diagnosen.
    .detail = Det fremgår ikke, hvilken diagnose der menes, eller om fristen gælder beslutning om lægemiddel eller behandlingsstart. Foretages der ikke DXA, er fristen 8 uger. Dagens praksis kan være en anden: Lægebesøget kan trække ud, fordi visse vårdcentraler (lægehuse) mangler læger. Anbefalingen er analysens sammenfatning af forløbet.
    .deadline = senest 16 uger efter diagnosen
sto-drug-need-within-8-weeks = Anbefalet ifølge forløbet, når der ikke foretages DXA: spørgsmålet »Behov for lægemiddel?« senest 8 uger efter diagnosen.
    .detail = Det fremgår ikke, hvilken diagnose der menes, eller om fristen gælder beslutning om lægemiddel eller behandlingsstart. Foretages der DXA, er fristen 16 uger. Dagens praksis kan være en anden: Lægebesøget kan trække ud, fordi visse vårdcentraler (lægehuse) mangler læger. Anbefalingen er analysens sammenfatning af forløbet.
    .deadline = senest 8 uger efter diagnosen

# Hvorhen

target-medical-clinic-dxa = Medicinska kliniken (medicinsk afdeling) til DXA-scanning
target-primary-care = primærsektoren
