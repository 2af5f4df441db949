guideline-se-f-artros-grundbehandling = Artrose – basisbehandling, Region Jönköpings län

oa-offer-core-treatment = Patienten bør tilbydes basisbehandling så tidligt i sygdomsforløbet som muligt.
    .detail = Basisbehandlingen bør bestå af patientundervisning, individuelt tilpasset fysisk træning og, ved behov, støtte til vægtkontrol. Instruksen angiver ingen tidsfrist, ingen grænse for vægt eller BMI og ikke, hvor ofte eller hvor længe patienten skal træne.
oa-additional-treatment = Supplerende behandling kan være nødvendig, når basisbehandlingen ikke har haft tilstrækkelig effekt.
    .detail = Eksempler er lægemidler, anden smertelindrende behandling og hjælpemidler. Instruksen nævner ingen præparater eller doser.
oa-surgery-may-be-relevant = Kirurgi kan blive aktuel ved utilstrækkelig lindring trods fyldestgørende basisbehandling og supplerende behandling.
    .detail = Det drejer sig om få patienter og oftest om en proteseoperation. Det gælder især personer, der har både svære symptomer og svære artroseforandringer, som er verificeret med røntgen; »især« er en beskrivelse og udelukker ingen. Instruksen angiver ingen graderingsskala, ingen henvisningskriterier og ingen modtager af henvisningen.
oa-care-forms = Basisbehandling kan gives som fysisk artroseskole, som digital artroseskole eller som en kombination af de to.
    .detail = Den fysiske skole foregår individuelt eller i gruppe. Et eksempel på en kombination er digital patientundervisning og træning med fysisk fremmøde. I alle former er det afgørende, at indsatsen tilpasses patientens behov, forudsætninger og ønsker. Instruksen siger ikke, hvilken form der passer til hvem.
oa-patient-information = Mens patienten venter på behandlingsstart, er informationen om artrose på 1177.se velegnet at henvise til.
    .detail = De foreslåede søgeord er Höftledsartros (hofteartrose), Knäledsartros (knæartrose) og Artros i handen och fingrarna (artrose i hånd og fingre). Når Region Jönköpings län er valgt, vises der på siderne om hofte og knæ også film med indledende træningsøvelser; for håndartrose nævnes ingen film. Artrosportalen ved Lunds universitet anbefales til patienter, der vil vide mere.
oa-code-gb020 = KVÅ-koden GB020 skal bruges, når basisbehandling tilbydes, og, med ZV044, ved fire hændelser i digital artroseskole.
    .detail = Basisbehandling omfatter her vurdering forud for basisbehandling, patientundervisning og træning, både individuelt og i gruppe. Hændelserne i den digitale artroseskole er tildeling, gennemført skole, besked mellem patient og behandler og afsluttet behandlingsomgang. Instruksen angiver ingen kode for kontakter, hvor basisbehandling ikke tilbydes, og ingen ICD-10-koder.
oa-code-zv044 = KVÅ-koden ZV044 skal bruges sammen med GB020 ved tildeling, besked, gennemført skole og afslutning i digital artroseskole.
    .detail = Koden gælder patienter, der deltager i den digitale artroseskole. Gennemført skole og afslutning af behandlingsomgangen er to forskellige hændelser. Instruksen angiver ikke, om koden skal bruges ved andre kontakter, for eksempel supplerende besøg, og har ingen særskilt regel for kombineret behandling.
oa-staff-course-first = Før digital artroseskole kan tilbydes, skal behandleren have gennemført kurset i Lärandekalendern.
    .detail = Søg på »artrosskola« i kursuskataloget i Lärandekalendern (LoK, regionens kursuskalender). Kurset tager cirka to timer og består af et par instruktionsfilm. Efter kurset kan programmet afprøves i øvemiljøet, både i behandlerens og i patientens rolle.
oa-closing-reason-interrupted = Afslutningsårsagen »Invånare avbryter momentet« anbefales, hvis skolen slet ikke eller kun delvist er gennemført.
    .detail = Betegnelsen betyder, at borgeren afbryder momentet (forløbet). »Momentet slutfört« er en administrativ afslutning og viser ikke nødvendigvis, at patienten har gennemført skolen. Det siges ikke udtrykkeligt, hvilken årsag der skal vælges, når hele skolen er gennemført.

note-oa-practice-environment = Dokumenterne angiver to veje til øvemiljøet: ifølge instruksen om basisbehandling (För dig som vårdgivare) kontakter man IT-kundservice (it-support) efter kurset, ifølge behandlerguiden (Övningsmiljön) tilføjer man det selv under Mina system och program på intranettet. Ingen af dem siger, hvilken måde der gælder.

code-kva-GB020 = Artrosskola (artroseskole)
code-kva-ZV044 = Behandling administrerad via internet (behandling givet via internettet)
