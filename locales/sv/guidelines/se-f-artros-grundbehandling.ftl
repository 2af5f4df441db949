guideline-se-f-artros-grundbehandling = Artros – grundbehandling, Region Jönköpings län

oa-offer-core-treatment = Patienten bör erbjudas grundbehandling, så tidigt i sjukdomsförloppet som möjligt.
    .detail = Grundbehandlingen bör innehålla patientutbildning, individuellt anpassad fysisk träning och, vid behov, stöd till viktkontroll. Instruktionen anger ingen tidsgräns, ingen gräns för vikt eller BMI och inte hur ofta eller hur länge patienten ska träna.
oa-additional-treatment = Tilläggsbehandling kan behövas när grundbehandlingen inte har gett tillräcklig effekt.
    .detail = Exempel är läkemedel, annan smärtlindrande behandling och hjälpmedel. Instruktionen nämner inga preparat eller doser.
oa-surgery-may-be-relevant = Kirurgi kan bli aktuell när lindringen är otillräcklig trots fullgod grundbehandling och fullgod tilläggsbehandling.
    .detail = Det rör ett fåtal patienter och oftast en protesoperation. Främst gäller det personer som har både svåra symtom och grava artrosförändringar som är verifierade med röntgen; ”främst” är en beskrivning och utesluter ingen. Instruktionen anger ingen graderingsskala, inga remisskriterier och ingen remissmottagare.
oa-care-forms = Grundbehandling kan ges som fysisk artrosskola, som digital artrosskola eller som en kombination av dem.
    .detail = Den fysiska skolan ges individuellt eller i grupp. Ett exempel på kombination är digital patientutbildning och träning på plats. I alla vårdformer är det avgörande att insatserna anpassas till patientens behov, förutsättningar och önskemål. Instruktionen säger inte vilken vårdform som passar vem.
oa-patient-information = I väntan på behandlingsstart är informationen om artros på 1177.se lämplig att hänvisa patienten till.
    .detail = Sökord som föreslås är Höftledsartros, Knäledsartros och Artros i handen och fingrarna. Med Region Jönköpings län vald visas på sidorna om höft- och knäartros även filmer med inledande träningsövningar; för handartros nämns inga filmer. Artrosportalen vid Lunds universitet rekommenderas för patienter som vill veta mer.
oa-code-gb020 = KVÅ-koden GB020 ska användas när grundbehandling erbjuds och, med ZV044, vid fyra händelser i digital artrosskola.
    .detail = Grundbehandling omfattar här bedömning inför grundbehandling, patientutbildning och träning, både individuellt och i grupp. Händelserna i den digitala artrosskolan är tilldelning, genomförd skola, meddelande med patienten och avslutad behandlingsomgång. Instruktionen anger ingen kod för kontakter där grundbehandling inte erbjuds, och inga ICD-10-koder.
oa-code-zv044 = KVÅ-koden ZV044 ska användas tillsammans med GB020 vid tilldelning, meddelande, genomförd skola och avslut i digital artrosskola.
    .detail = Koden gäller patienter som deltar i den digitala artrosskolan. Genomförd skola och avslut av behandlingsomgången är två skilda händelser. Instruktionen anger inte om koden ska användas vid andra kontakter, till exempel kompletterande besök, och har ingen särskild regel för kombinerad behandling.
oa-staff-course-first = Innan digital artrosskola kan erbjudas behöver behandlaren ha gått utbildningen i Lärandekalendern.
    .detail = Sök på ”artrosskola” i Lärandekalenderns (LoK) kurskatalog. Utbildningen tar cirka två timmar och består av ett par instruktionsfilmer. Efter utbildningen kan programmet prövas i övningsmiljön, både i behandlarens och i patientens roll.
oa-closing-reason-interrupted = ”Invånare avbryter momentet” rekommenderas som avslutningsorsak om skolan inte har genomförts, eller bara delvis.
    .detail = ”Momentet slutfört” är en administrativ avslutning och visar inte nödvändigtvis att patienten har gått igenom skolan. Vilken orsak som ska väljas när hela skolan är genomförd sägs inte uttryckligen.

note-oa-practice-environment = Dokumenten anger två vägar till övningsmiljön: enligt instruktionen om grundbehandling (För dig som vårdgivare) kontaktar man IT-kundservice efter utbildningen, enligt behandlarguiden (Övningsmiljön) lägger man själv till den under Mina system och program på intranätet. Inget av dem säger vilket sätt som gäller.

code-kva-GB020 = Artrosskola
code-kva-ZV044 = Behandling administrerad via internet
