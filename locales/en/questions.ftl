### One question per fact, as a colleague would ask it. For yes-or-no facts, yes means that the fact is true.

## General

ask-age_years = How old is the patient (in years)?
ask-sex = What is the patient’s sex?
ask-municipality = Which municipality in Skåne does this concern (where the patient lives or you work)?
ask-care_setting = Where do you work: primary care, a fracture unit, an osteoporosis clinic, a hospital ward or a municipality?

## Osteoarthritis and its treatment

ask-osteoarthritis = Has the patient been diagnosed with osteoarthritis?
ask-oa_joint = Which joint troubles the patient most: hip, knee, hand or another joint?
ask-severity = How severe is the osteoarthritis or its symptoms: mild, moderate or severe (the guideline gives no scale)?
ask-has_xray = Has the joint been X-rayed?
ask-xray_severe = Does X-ray show severe osteoarthritic changes (the guideline gives no grading)?
ask-core_treatment_done = Has the patient had adequate core treatment for osteoarthritis (the guideline does not define adequate)?
ask-additional_treatment_done = Has the patient had adequate additional treatment for osteoarthritis (the guideline does not define adequate)?
ask-sufficient_relief = Has treatment so far given sufficient symptom relief (the guideline gives no scale)?
ask-waiting_for_start = Is the patient waiting for treatment to start?
ask-core_treatment_offered = Is core treatment for osteoarthritis offered at this contact?
ask-care_form = Which form of osteoarthritis school is this: in-person, digital or combined?
ask-contact_type = Which contact is to be coded (for example assessment, exercise or an event in the digital osteoarthritis school)?

## The digital osteoarthritis school

ask-school_phase = Where is the patient in the digital osteoarthritis school: first visit, treatment under way or three-month follow-up?
ask-school_completion = How much of the osteoarthritis school has the patient gone through: all, part or none?
ask-inactive = Is the patient inactive in the osteoarthritis school (the guideline gives no number of days)?
ask-speaks_swedish = Does the patient have a good command of Swedish?
ask-has_eid = Does the patient have a Swedish electronic ID (such as BankID)?
ask-has_digital_device = Does the patient have access to a phone, tablet or computer with internet?
ask-therapist_profession = What is the therapist’s licensed profession: physiotherapist, occupational therapist or another?
ask-staff_course_done = Has the therapist taken the two-hour course on the digital osteoarthritis school?

## Knee osteoarthritis: provider and referral

ask-home_care = Does the patient receive municipal home care and/or home nursing (hjemmepleje, hjemmesygepleje)?
ask-low_self_care = Is self-care ability so low that taking part in what a practising physiotherapist offers would be difficult?
ask-needs_municipal_coordination = Does severity or comorbidity mean that several (municipal) services must be coordinated?
ask-vulnerable = Does the patient belong to the target group of vulnerable patients (heavily dependent on health and/or social services, or with few resources of their own)?
ask-municipality_joined = Has the municipality joined the training model for knee osteoarthritis?
ask-municipality_has_offer = Does the municipality offer training for knee osteoarthritis?
ask-training_purpose = What is the purpose: training, prevention or rehabilitation (genoptræning)?
ask-nonsurgical_tried = Has the patient gone through a non-surgical course of treatment in the primary sector?
ask-tried_physiotherapy = Has the patient gone through the recommended physiotherapy?
ask-tried_pain_relief = Has pain-relieving treatment been tried?
ask-needs_specialised_care = Does the patient need specialised hospital care?
ask-suspected_other_disease = Is another (rheumatological) disease suspected?
ask-red_flags = Were any red flags found at the examination (the guideline does not list them)?
ask-sick_listed = Is the patient on sick leave?
ask-overweight = Is the patient overweight (the guideline gives no BMI limit)?
ask-bmi = What is the patient’s BMI (kg/m²)?
ask-gp_system_dynamic_referral = Does the practice’s system support dynamic referral (dynamisk henvisning)?

## Osteoporosis and fractures

ask-osteoporosis = Has the patient been diagnosed with osteoporosis?
ask-low_energy_fracture = Does the patient have a current low-energy (fragility) fracture?
ask-spontaneous_fracture = Does the patient have a spontaneous fracture (one without trauma)?
ask-fracture_site = Where is the patient’s current fracture?
ask-frax_percent = What is the FRAX 10-year risk in per cent (the guideline does not say which output is meant, or whether bone density is included)?
ask-t_score = What is the lowest T-score by DXA (SD)?
ask-egfr_ml_min = What is the eGFR (mL/min)?
ask-dysphagia = Does the patient have dysphagia?
ask-cognitive_impairment = Does the patient have cognitive impairment?
ask-oral_bisphosphonate_intolerance = Does the patient have intolerance to oral bisphosphonate (gastrointestinal side effects)?
ask-bisphosphonate_intolerance = Does the patient have intolerance to bisphosphonate (the guideline does not say whether oral or intravenous)?
ask-bisphosphonate_allergy = Is the patient allergic to bisphosphonate?
ask-long_term_oral_glucocorticoid = Is the patient on long-term steroid treatment (the guideline gives no limit)?
ask-glucocorticoid_months = How long has the patient been on oral cortisone (months)?
ask-new_fracture_on_treatment = Has the patient had a new fracture during osteoporosis treatment, or has the treatment failed?
ask-multiple_vertebral_compressions = Does the patient have multiple vertebral compression fractures (the guideline gives no number)?
ask-expected_survival_years = What is the patient’s expected survival (years)?
ask-drug_treatment_not_relevant = Has drug treatment been judged not relevant for the patient?
ask-secondary_cause_suspected = Is a secondary cause of osteoporosis suspected?
ask-current_drug = Which osteoporosis drug is the patient on now: none, oral or intravenous bisphosphonate, denosumab or teriparatide?
ask-treatment_years = How long has the patient been on the current osteoporosis drug (years)?
ask-hospitalised = Is the patient in hospital now (no: discharged home)?
ask-dxa_done = Has bone density been measured by DXA?
ask-dxa_planned = Has a DXA measurement been decided on but not yet done?
ask-completed_oral_course = Has the patient completed a full course of oral bisphosphonate?
