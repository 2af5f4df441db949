### One question per fact, as a colleague would ask it. For yes-or-no facts, yes means that the fact is true.

## General

ask-age_years = Hur gammal är patienten (år)?
ask-sex = Vilket kön har patienten?
ask-municipality = Vilken kommun i Skåne gäller det (där patienten bor eller du arbetar)?
ask-care_setting = Var arbetar du: primärvård, frakturbehandlande enhet, osteoporosmottagning, vårdavdelning eller kommun?

## Osteoarthritis and its treatment

ask-osteoarthritis = Har patienten fått diagnosen artros?
ask-oa_joint = Vilken led besvärar patienten mest: höft, knä, hand eller en annan led?
ask-severity = Hur svår är artrosen eller dess symtom: lindrig, måttlig eller svår (riktlinjen anger ingen skala)?
ask-has_xray = Är leden röntgad?
ask-xray_severe = Visar röntgen grava artrosförändringar (riktlinjen anger ingen gradering)?
ask-core_treatment_done = Har patienten fått fullgod grundbehandling för sin artros (riktlinjen definierar inte fullgod)?
ask-additional_treatment_done = Har patienten fått fullgod tilläggsbehandling för sin artros (riktlinjen definierar inte fullgod)?
ask-sufficient_relief = Har behandlingen hittills gett tillräcklig symtomlindring (riktlinjen anger ingen skala)?
ask-waiting_for_start = Väntar patienten på att behandlingen ska börja?
ask-core_treatment_offered = Erbjuds grundbehandling för artros vid den här kontakten?
ask-care_form = Vilken form av artrosskola gäller det: fysisk, digital eller kombinerad?
ask-contact_type = Vilken kontakt ska kodas (till exempel bedömning, träning eller en händelse i den digitala artrosskolan)?

## The digital osteoarthritis school

ask-school_phase = Var i den digitala artrosskolan är patienten: första besöket, pågående behandling eller tremånadersuppföljning?
ask-school_completion = Hur mycket av artrosskolan har patienten gått igenom: hela, delar eller inget?
ask-inactive = Är patienten inaktiv i artrosskolan (riktlinjen anger inget antal dagar)?
ask-speaks_swedish = Behärskar patienten svenska väl?
ask-has_eid = Har patienten e-legitimation (till exempel BankID)?
ask-has_digital_device = Har patienten tillgång till mobil, surfplatta eller dator med internet?
ask-therapist_profession = Vilket legitimerat yrke har behandlaren: fysioterapeut, arbetsterapeut eller annat?
ask-staff_course_done = Har behandlaren gått den två timmar långa kursen om digital artrosskola?

## Knee osteoarthritis: provider and referral

ask-home_care = Har patienten kommunal hemtjänst och/eller hemsjukvård (hjemmepleje, hjemmesygepleje)?
ask-low_self_care = Är egenvårdsförmågan så låg att det blir svårt att delta i erbjudandet hos en praktiserande fysioterapeut?
ask-needs_municipal_coordination = Kräver svårighetsgrad eller samsjuklighet att flera (kommunala) insatser samordnas?
ask-vulnerable = Tillhör patienten målgruppen sårbara (starkt beroende av vård och/eller sociala insatser, eller med små egna resurser)?
ask-municipality_joined = Har kommunen anslutit sig till modellen för träning vid knäartros?
ask-municipality_has_offer = Har kommunen ett träningserbjudande för knäartros?
ask-training_purpose = Vad är syftet med insatsen: träning, prevention eller rehabiliterande träning (genoptræning)?
ask-nonsurgical_tried = Har patienten gått igenom en icke-kirurgisk behandling i primärsektorn?
ask-tried_physiotherapy = Har patienten gått igenom den rekommenderade fysioterapin?
ask-tried_pain_relief = Har smärtlindrande behandling prövats?
ask-needs_specialised_care = Behöver patienten en specialiserad insats på sjukhus?
ask-suspected_other_disease = Misstänks en annan (reumatologisk) sjukdom?
ask-red_flags = Har röda flaggor framkommit vid undersökningen (riktlinjen räknar inte upp dem)?
ask-sick_listed = Är patienten sjukskriven?
ask-overweight = Har patienten övervikt (riktlinjen anger ingen BMI-gräns)?
ask-bmi = Vilket är patientens BMI (kg/m²)?
ask-gp_system_dynamic_referral = Stöder mottagningens läkarsystem dynamisk remiss (dynamisk henvisning)?

## Osteoporosis and fractures

ask-osteoporosis = Har patienten fått diagnosen osteoporos?
ask-low_energy_fracture = Har patienten en aktuell lågenergifraktur (fragilitetsfraktur)?
ask-spontaneous_fracture = Har patienten en spontanfraktur (fraktur utan trauma)?
ask-fracture_site = Var sitter patientens aktuella fraktur?
ask-frax_percent = Vilket är FRAX-värdet, tioårsrisken i procent (riktlinjen anger inte vilket mått eller om bentäthet ingår)?
ask-t_score = Vilket är lägsta T-score vid DXA (SD)?
ask-egfr_ml_min = Vilket är eGFR (ml/min)?
ask-dysphagia = Har patienten dysfagi?
ask-cognitive_impairment = Har patienten kognitiv svikt?
ask-oral_bisphosphonate_intolerance = Har patienten intolerans mot peroralt bisfosfonat (magbiverkan)?
ask-bisphosphonate_intolerance = Har patienten intolerans mot bisfosfonat (riktlinjen anger inte om tabletter eller infusion avses)?
ask-bisphosphonate_allergy = Har patienten allergi mot bisfosfonat?
ask-long_term_oral_glucocorticoid = Har patienten långvarig steroidbehandling (riktlinjen anger ingen gräns)?
ask-glucocorticoid_months = Hur länge har patienten behandlats med peroralt kortison (månader)?
ask-new_fracture_on_treatment = Har patienten fått en ny fraktur under osteoporosbehandlingen, eller har behandlingen sviktat?
ask-multiple_vertebral_compressions = Har patienten multipla kotkompressioner (riktlinjen anger inget antal)?
ask-expected_survival_years = Hur lång bedöms patientens överlevnad vara (år)?
ask-drug_treatment_not_relevant = Har läkemedelsbehandling bedömts som inte aktuell för patienten?
ask-secondary_cause_suspected = Misstänks en sekundär orsak till osteoporos?
ask-current_drug = Vilket osteoporosläkemedel har patienten nu: inget, peroralt eller intravenöst bisfosfonat, denosumab eller teriparatid?
ask-treatment_years = Hur länge har patienten stått på det pågående osteoporosläkemedlet (år)?
ask-hospitalised = Är patienten inneliggande på sjukhus nu (nej: utskriven till hemmet)?
ask-dxa_done = Har bentätheten mätts med DXA?
ask-dxa_planned = Är en DXA-mätning beslutad men ännu inte utförd?
ask-completed_oral_course = Har patienten avslutat en hel behandlingsomgång med peroralt bisfosfonat?
