guideline-dk-81-knaeartrose = Modell för arbetsfördelning, remittering till och kvalitetssäkring av träningserbjudanden för personer med knäartros

dk-model-not-applicable = Modellen omfattar varken förebyggande insatser eller rehabiliterande träning (genoptræning).
    .detail = Den gäller bara träningserbjudanden till invånare. Bilagan nämner ändå förebyggande erbjudanden (KRAM) och specialiserad rehabiliterande träning, och dokumentet förklarar inte hur det hänger ihop.

dk-model-applies = Modellen gäller för träningserbjudanden till personer med knäartros.
    .detail = Den binder bara kommuner som bilateralt har anslutit sig, och dokumentet anger inte vilka.

dk-refer-hospital-specialised = Vid behov av en specialiserad insats skickas remissen till sjukhus.
    .detail = Bilagan låter behovet bero på beskrivningen och tidsplanen i den kliniska riktlinjen, som dokumentet inte återger. Sjukhuset erbjuder operation, utredning av annan sjukdom och specialiserad rehabiliterande träning (genoptræning). Dokumentet ger varken kriterier eller tidsgräns.

dk-refer-rheumatology = Vid misstanke om annan sjukdom hör utredningen hemma hos reumatologin på sjukhuset.
    .detail = Grunden är figurens fält ”Hospital, IM: Reumatologi” med texten ”Udredning af sygdom” (utredning av sjukdom), där ett ord kan ha fallit bort; bilagan har ”Udredning for anden lidelse” (utredning av annan sjukdom) under sjukhus. Figurens pilar är inte bevarade, och dokumentet ger inga kriterier.

dk-nonsurgical-first = Med enstaka undantag ska icke-kirurgisk behandling i största möjliga utsträckning erbjudas först, i primärsektorn.
    .detail = Erbjudandet ska komma innan patienten remitteras till sjukhus för bedömning av eventuell kirurgi. Dokumentet anger inte vilka undantagen är.

dk-orthopaedic-assessment = När icke-kirurgisk behandling inte har lindrat tillräckligt kan patienten remitteras för ortopedkirurgisk bedömning.
    .detail = På sjukhuset bedömer ortopedkirurgin operationsindikationen. Dokumentet anger bara ordningen, icke-kirurgisk behandling före remiss till sjukhus; figurens pilar har gått förlorade. Det har inga kriterier för remiss eller operation.

dk-consider-municipality = Det bör övervägas att remittera till träning i kommunal regi i stället för hos praktiserande fysioterapeut.
    .detail = En av tre situationer räcker: hemtjänst (hjemmepleje) eller hemsjukvård (hjemmesygepleje); så låg egenvårdsförmåga att det blir svårt att delta hos en praktiserande fysioterapeut; eller ett läge där svårighetsgrad eller stadium och eventuell samsjuklighet kräver att flera samtidiga (kommunala) insatser samordnas. Enbart samsjuklighet eller svårighetsgrad räcker inte. Modellen binder bara kommuner som bilateralt har anslutit sig, och enstaka kommuner har inget erbjudande.

dk-municipality-for-vulnerable = Kommunens erbjudande rekommenderas när patienten hör till den beskrivna målgruppen av sårbara patienter.
    .detail = Målgruppen är patienter som är starkt beroende av vård och/eller sociala insatser och patienter som har svårt med ändamålsenligt beteende och egenvård, t.ex. på grund av begränsade personliga resurser. Den står inte som en fjärde situation vid sidan av de tre där kommunal regi bör övervägas. Modellen binder bara kommuner som bilateralt har anslutit sig, och enstaka kommuner har inget erbjudande.

dk-refer-practising-physiotherapist = Utgångspunkten är att patienten remitteras till träning eller behandling hos praktiserande fysioterapeut.
    .detail = Kommunal regi bör övervägas i stället om patienten har hemtjänst (hjemmepleje) eller hemsjukvård (hjemmesygepleje), har så låg egenvårdsförmåga att det blir svårt att delta, eller är i ett komplicerat läge där flera samtidiga (kommunala) insatser måste samordnas.

dk-shared-decision = Allmänläkaren ska tillsammans med patienten besluta var träningen eller behandlingen ska ske.
    .detail = Utgångspunkten (praktiserande fysioterapeut) och de tre situationer där kommunal regi bör övervägas vägs in i beslutet.

dk-training = Vid lindrig och måttlig knäartros rekommenderas konditions- och/eller styrketräning 2–3 gånger per vecka i minst 6 veckor.
    .detail = Syftet är att minska smärta och förbättra den fysiska funktionen. De 6 veckorna är ett minimum; dokumentet anger inte hur långt varje träningspass ska vara.

dk-supervised-start = Det rekommenderas att hemträning och egenträning alltid inleds med en handledd period.
    .detail = Rekommendationen gäller lindrig och måttlig knäartros. Allmänläkaren kan själv sätta i gång perioden eller remittera till en privatpraktiserande fysioterapeut eller till kommunen. Dokumentet anger inte hur länge den handledda delen ska pågå.

dk-patient-education = Behandlingen av knäartros bör omfatta patientinformation, undervisning och individuellt överenskomna egenvårdsstrategier.
    .detail = Informationen bör vara både skriftlig och muntlig. Strategierna bör ha relevanta mål för smärtbehandling, fysisk träning, ändamålsenliga förändringar av aktiviteter och, vid övervikt, viktnedgång. Graden gäller dessa två punkter; den inledande rekommendationen om patientundervisning är inte graderad.

dk-weight-loss = Överviktiga med symtom på knäartros rekommenderas att gå ner i vikt och behålla viktnedgången.
    .detail = Dokumentet anger varken någon BMI-gräns eller någon evidensgrad.

dk-short-term-drugs = Vid knäartros rekommenderas läkemedelsbehandling under kortare perioder.
    .detail = Syftet är att undvika biverkningar av långvarig medicinering. Dokumentet nämner varken läkemedel, dos, periodens längd eller evidensgrad.

dk-exclude-red-flags = Fysioterapeuten utesluter röda flaggor genom anamnes och klinisk undersökning.
    .detail = Enligt gällande kliniska riktlinjer bedöms också patientens behov av träning och behandling, och en tränings- och behandlingsplan läggs upp. Dokumentet räknar inte upp de röda flaggorna och säger inte vad som ska ske om en hittas.

dk-return-to-work = Läkare och fysioterapeut ska stödja en sjukskriven patient att så snart som möjligt komma tillbaka till arbetet.
    .detail = Det gäller allmänläkaren, den praktiserande fysioterapeuten och den kommunala fysioterapeuten, eventuellt i samarbete med kommunens jobcenter. Vid behov av ett mer formaliserat samarbete kan det i många fall bäst ske när träningen ges i kommunal regi.

dk-referral-text = I remissen anges ”henvises til behandling for den pågældende lidelse” följt av ”jf. kliniske retningslinjer”.
    .detail = På svenska: remitteras för behandling av den aktuella sjukdomen, enligt kliniska riktlinjer. Innehållet är i princip detsamma till kommunal och praktiserande fysioterapeut, men det finns två olika elektroniska blanketter.

dk-referral-phrases = Remissen har högst 8 fraser, t.ex. om genomgången fysioterapi, smärtlindrande behandling, BMI och röntgen.
    .detail = De fyra exemplen är från bilagan: om den rekommenderade fysioterapin är genomgången, om smärtlindrande behandling är genomgången, BMI och röntgen. Fraserna formuleras av en arbetsgrupp eller en sakkunnig referensgrupp; dokumentet ger ingen samlad lista för knäartros.

dk-dynamic-referral = Vid dynamisk remiss (dynamisk henvisning) ska läkaren ta ställning till de remissfraser som systemet visar.
    .detail = Läkaren klickar på ”Kommunepakke” (kommunpaket) och väljer ämne; när fraserna är besvarade hämtas uppgifterna automatiskt, och remissen levereras i kommunens omsorgssystem. Ordningen bygger på lokala avtal mellan läkare och kommun. Dokumentets exempel är diabetes; det säger inte om det finns något paket för knäartros.

dk-referral-sundhed-dk = Utan dynamisk remiss kan motsvarande fraser ingå i uppgifterna på sundhed.dk.
    .detail = Det gäller läkare vars system ännu inte är förberett för dynamiska remisser till kommunala erbjudanden. Fraserna kan stå där erbjudandet och remitteringen till det beskrivs.

dk-discharge-letter = När behandlingen är avslutad ska en epikris skickas till patientens allmänläkare.
    .detail = Fysioterapeuten skickar den. Dokumentet anger ingen tidsgräns.

note-dk-red-flags = Röda flaggor har uppgetts. Enligt dokumentet utesluts röda flaggor vid fysioterapeutens undersökning, men det säger inte vad som ska ske när en har hittats; uppgiften ändrar därför inte svaret.
note-dk-municipality-joined = Kommunen uppges ha anslutit sig till modellen. Den binder bara kommuner som bilateralt har anslutit sig; dokumentet anger inte vilka, så anslutningen kan inte bekräftas här.
note-dk-municipality-not-joined = Kommunen uppges stå utanför modellen. Modellen binder bara kommuner som bilateralt har anslutit sig, och dokumentet säger inte vad som gäller i de övriga.
note-dk-severe-knee = Rekommendationerna om träning gäller lindrig och måttlig knäartros. Om träning vid svår knäartros säger dokumentet ingenting, och det anger ingen skala för svårighetsgraden.
note-dk-no-municipal-offer = Kommunen uppges sakna träningserbjudande. Dokumentet nämner att det är så i enstaka kommuner, men inte vad som då gäller. Praktiserande fysioterapeut är den allmänna utgångspunkten, inte ett alternativ som dokumentet anger för detta fall.

target-hospital = sjukhus
target-hospital-rheumatology = sjukhus, reumatologi
target-hospital-orthopaedics = sjukhus, ortopedkirurgi
target-municipality = kommunen (träning i kommunal regi)
target-practising-physiotherapist = praktiserande fysioterapeut (privat)

# Utkast till remiss: de danska orden ska stå som de är
referral-dk-words = Text som ska stå i remissen
    .says = henvises til behandling for den pågældende lidelse, jf. kliniske retningslinjer
referral-dk-physiotherapy = Har patienten genomgått den rekommenderade fysioterapin?
referral-dk-pain-relief = Har patienten fått smärtlindrande behandling?
referral-dk-bmi = BMI
referral-dk-x-ray = Röntgen
