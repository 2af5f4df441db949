### One question per fact, as a colleague would ask it. For yes-or-no facts, yes means that the fact is true.

## General

ask-age_years = Hvor gammel er patienten (år)?
ask-sex = Hvilket køn har patienten?
ask-municipality = Hvilken kommune i Skåne drejer det sig om (hvor patienten bor, eller du arbejder)?
ask-care_setting = Hvor arbejder du: primærsektoren, en frakturbehandlende enhed, et osteoporoseambulatorium, en sengeafdeling eller en kommune?

## Osteoarthritis and its treatment

ask-osteoarthritis = Har patienten fået diagnosen artrose?
ask-oa_joint = Hvilket led generer patienten mest: hofte, knæ, hånd eller et andet led?
ask-severity = Hvor svær er artrosen eller dens symptomer: mild, moderat eller svær (retningslinjen angiver ingen skala)?
ask-has_xray = Er der taget røntgen af leddet?
ask-xray_severe = Viser røntgen svære artroseforandringer (retningslinjen angiver ingen gradering)?
ask-core_treatment_done = Har patienten fået fyldestgørende basisbehandling for sin artrose (retningslinjen definerer ikke fyldestgørende)?
ask-additional_treatment_done = Har patienten fået fyldestgørende supplerende behandling for sin artrose (retningslinjen definerer ikke fyldestgørende)?
ask-sufficient_relief = Har behandlingen indtil nu givet tilstrækkelig symptomlindring (retningslinjen angiver ingen skala)?
ask-waiting_for_start = Venter patienten på, at behandlingen skal begynde?
ask-core_treatment_offered = Tilbydes der basisbehandling for artrose ved denne kontakt?
ask-care_form = Hvilken form for artroseskole drejer det sig om: fysisk, digital eller kombineret?
ask-contact_type = Hvilken kontakt skal kodes (f.eks. vurdering, træning eller en hændelse i den digitale artroseskole)?

## The digital osteoarthritis school

ask-school_phase = Hvor i den digitale artroseskole er patienten: første besøg, igangværende behandling eller tremånedersopfølgning?
ask-school_completion = Hvor meget af artroseskolen har patienten gennemført: det hele, en del eller intet?
ask-inactive = Er patienten inaktiv i artroseskolen (retningslinjen angiver intet antal dage)?
ask-speaks_swedish = Behersker patienten svensk godt?
ask-has_eid = Har patienten svensk e-legitimation (f.eks. BankID)?
ask-has_digital_device = Har patienten adgang til mobil, tablet eller computer med internet?
ask-therapist_profession = Hvilken autoriseret profession har behandleren: fysioterapeut, ergoterapeut eller en anden?
ask-staff_course_done = Har behandleren gennemført det to timer lange kursus i digital artroseskole?

## Knee osteoarthritis: provider and referral

ask-home_care = Får patienten kommunal hjemmepleje og/eller hjemmesygepleje?
ask-low_self_care = Er egenomsorgsevnen så lav, at det bliver svært at følge et tilbud hos en praktiserende fysioterapeut?
ask-needs_municipal_coordination = Kræver sværhedsgrad eller komorbiditet, at flere (kommunale) indsatser koordineres?
ask-vulnerable = Tilhører patienten målgruppen af sårbare (stærkt afhængig af sundhedsydelser og/eller sociale ydelser eller med få egne ressourcer)?
ask-municipality_joined = Har kommunen tilsluttet sig modellen for træning ved knæartrose?
ask-municipality_has_offer = Har kommunen et træningstilbud til knæartrose?
ask-training_purpose = Hvad er formålet med indsatsen: træning, forebyggelse eller genoptræning?
ask-nonsurgical_tried = Har patienten gennemført et ikke-kirurgisk forløb i primærsektoren?
ask-tried_physiotherapy = Har patienten gennemført den anbefalede fysioterapi?
ask-tried_pain_relief = Er smertestillende behandling afprøvet?
ask-needs_specialised_care = Har patienten behov for en specialiseret indsats på sygehus?
ask-suspected_other_disease = Er der mistanke om en anden (reumatologisk) sygdom?
ask-red_flags = Er der fundet røde flag ved undersøgelsen (retningslinjen opregner dem ikke)?
ask-sick_listed = Er patienten sygemeldt?
ask-overweight = Er patienten overvægtig (retningslinjen angiver ingen BMI-grænse)?
ask-bmi = Hvad er patientens BMI (kg/m²)?
ask-gp_system_dynamic_referral = Understøtter lægesystemet dynamisk henvisning?

## Osteoporosis and fractures

ask-osteoporosis = Har patienten fået diagnosen osteoporose?
ask-low_energy_fracture = Har patienten en aktuel lavenergifraktur (fragilitetsfraktur)?
ask-spontaneous_fracture = Har patienten en spontanfraktur (fraktur uden traume)?
ask-fracture_site = Hvor sidder patientens aktuelle fraktur?
ask-frax_percent = Hvad er FRAX-værdien, tiårsrisikoen i procent (retningslinjen angiver ikke, hvilket mål der menes, eller om knogletæthed indgår)?
ask-t_score = Hvad er den laveste T-score ved DXA (SD)?
ask-egfr_ml_min = Hvad er eGFR (ml/min)?
ask-dysphagia = Har patienten dysfagi?
ask-cognitive_impairment = Har patienten kognitiv svækkelse?
ask-oral_bisphosphonate_intolerance = Har patienten intolerans over for peroralt bisfosfonat (mave-tarm-bivirkninger)?
ask-bisphosphonate_intolerance = Har patienten intolerans over for bisfosfonat (retningslinjen angiver ikke, om tabletter eller infusion menes)?
ask-bisphosphonate_allergy = Har patienten allergi over for bisfosfonat?
ask-long_term_oral_glucocorticoid = Får patienten langvarig steroidbehandling (retningslinjen angiver ingen grænse)?
ask-glucocorticoid_months = Hvor længe har patienten fået peroralt kortison (måneder)?
ask-new_fracture_on_treatment = Har patienten fået en ny fraktur under osteoporosebehandlingen, eller har behandlingen svigtet?
ask-multiple_vertebral_compressions = Har patienten multiple hvirvelsammenfald (retningslinjen angiver intet antal)?
ask-expected_survival_years = Hvor lang vurderes patientens restlevetid at være (år)?
ask-drug_treatment_not_relevant = Er medicinsk behandling vurderet som ikke aktuel for patienten?
ask-secondary_cause_suspected = Er der mistanke om en sekundær årsag til osteoporose?
ask-current_drug = Hvilket osteoporoselægemiddel får patienten nu: intet, peroralt eller intravenøst bisfosfonat, denosumab eller teriparatid?
ask-treatment_years = Hvor længe har patienten fået det aktuelle osteoporoselægemiddel (år)?
ask-hospitalised = Er patienten indlagt på sygehus nu (nej: udskrevet til hjemmet)?
ask-dxa_done = Er knogletætheden målt med DXA?
ask-dxa_planned = Er en DXA-scanning besluttet, men endnu ikke udført?
ask-completed_oral_course = Har patienten afsluttet en hel behandlingsomgang med peroralt bisfosfonat?
