### What the facts are called, read by clinicians. The value is the label; .yes, .no and the options are phrases that
### stand in lists ("because: …, …", "applies if: … or …"); .value is how a number is written.

## General

fact-age_years = age
    .value =
        { $number ->
            [one] { $number } year
           *[other] { $number } years
        }
fact-sex = sex
    .female = woman
    .male = man
fact-municipality = municipality
    .angelholm = Ängelholm Municipality
    .astorp = Åstorp Municipality
    .bastad = Båstad Municipality
    .bjuv = Bjuv Municipality
    .bromolla = Bromölla Municipality
    .burlov = Burlöv Municipality
    .eslov = Eslöv Municipality
    .hassleholm = Hässleholm Municipality
    .helsingborg = Helsingborg Municipality
    .hoganas = Höganäs Municipality
    .hoor = Höör Municipality
    .horby = Hörby Municipality
    .kavlinge = Kävlinge Municipality
    .klippan = Klippan Municipality
    .kristianstad = Kristianstad Municipality
    .landskrona = Landskrona Municipality
    .lomma = Lomma Municipality
    .lund = Lund Municipality
    .malmo = Malmö Municipality
    .orkelljunga = Örkelljunga Municipality
    .osby = Osby Municipality
    .ostra-goinge = Östra Göinge Municipality
    .perstorp = Perstorp Municipality
    .simrishamn = Simrishamn Municipality
    .sjobo = Sjöbo Municipality
    .skurup = Skurup Municipality
    .staffanstorp = Staffanstorp Municipality
    .svalov = Svalöv Municipality
    .svedala = Svedala Municipality
    .tomelilla = Tomelilla Municipality
    .trelleborg = Trelleborg Municipality
    .vellinge = Vellinge Municipality
    .ystad = Ystad Municipality
fact-care_setting = care setting
    .primary_care = working in primary care
    .fracture_unit = working in a fracture unit
    .osteoporosis_clinic = working in an osteoporosis clinic
    .ward = working on a hospital ward
    .municipality = working in municipal care

## Osteoarthritis and its treatment

fact-osteoarthritis = osteoarthritis
    .yes = osteoarthritis
    .no = no diagnosis of osteoarthritis
fact-oa_joint = most troublesome joint
    .hip = hip osteoarthritis
    .knee = knee osteoarthritis
    .hand = hand osteoarthritis
    .other = osteoarthritis of another joint
fact-severity = severity of the osteoarthritis
    .mild = mild osteoarthritis
    .moderate = moderate osteoarthritis
    .severe = severe osteoarthritis
fact-has_xray = X-ray
    .yes = X-ray taken
    .no = no X-ray taken
fact-xray_severe = severe changes on X-ray
    .yes = severe osteoarthritic changes verified by X-ray
    .no = no severe osteoarthritic changes verified by X-ray
fact-core_treatment_done = adequate core treatment
    .yes = adequate core treatment given
    .no = adequate core treatment not given
fact-additional_treatment_done = adequate additional treatment
    .yes = adequate additional treatment given
    .no = adequate additional treatment not given
fact-sufficient_relief = sufficient symptom relief
    .yes = sufficient symptom relief
    .no = insufficient symptom relief
fact-waiting_for_start = waiting for treatment to start
    .yes = waiting for treatment to start
    .no = not waiting for treatment to start
fact-core_treatment_offered = offer of core treatment
    .yes = core treatment offered at the contact
    .no = core treatment not offered at the contact
fact-care_form = form of osteoarthritis school
    .physical = in-person osteoarthritis school
    .digital = digital osteoarthritis school
    .combined = combined digital/in-person osteoarthritis school
fact-contact_type = type of contact
    .assessment = assessment before core treatment
    .education = patient education contact
    .exercise = exercise contact
    .individual_visit = individual visit
    .group_visit = group visit
    .assignment = assignment in the digital osteoarthritis school
    .message = message in the digital osteoarthritis school
    .completed = digital osteoarthritis school completed
    .closed = treatment round closed in the digital osteoarthritis school
    .other = another type of contact

## The digital osteoarthritis school

fact-school_phase = phase of the digital osteoarthritis school
    .first_visit = first visit in the digital osteoarthritis school
    .ongoing = digital osteoarthritis school under way
    .three_month_follow_up = three-month follow-up in the digital osteoarthritis school
fact-school_completion = completion of the osteoarthritis school
    .completed = osteoarthritis school completed in full
    .partly = osteoarthritis school partly completed
    .none = osteoarthritis school not completed at all
fact-inactive = inactivity in the osteoarthritis school
    .yes = inactive in the osteoarthritis school
    .no = active in the osteoarthritis school
fact-speaks_swedish = knowledge of Swedish
    .yes = good command of Swedish
    .no = no good command of Swedish
fact-has_eid = Swedish electronic ID
    .yes = has a Swedish electronic ID
    .no = has no Swedish electronic ID
fact-has_digital_device = digital device with internet
    .yes = has a digital device with internet
    .no = has no digital device with internet
fact-therapist_profession = therapist’s profession
    .physiotherapist = the therapist is a licensed physiotherapist
    .occupational_therapist = the therapist is a licensed occupational therapist
    .other = the therapist has another profession
fact-staff_course_done = therapist course
    .yes = the therapist has taken the course
    .no = the therapist has not taken the course

## Knee osteoarthritis: provider and referral

fact-home_care = home care/home nursing
    .yes = receives municipal home care/home nursing
    .no = does not receive municipal home care/home nursing
fact-low_self_care = low self-care ability
    .yes = low self-care ability
    .no = self-care ability is not low
fact-needs_municipal_coordination = need for coordinated services
    .yes = need to coordinate several services
    .no = no need to coordinate several services
fact-vulnerable = vulnerable patient
    .yes = belongs to the target group of vulnerable patients
    .no = does not belong to the target group of vulnerable patients
fact-municipality_joined = municipality’s participation in the model
    .yes = the municipality has joined the model
    .no = the municipality has not joined the model
fact-municipality_has_offer = municipal training offer
    .yes = the municipality offers training
    .no = the municipality offers no training
fact-training_purpose = purpose of the intervention
    .training = training intervention
    .prevention = preventive intervention
    .rehabilitation = rehabilitation (genoptræning)
fact-nonsurgical_tried = non-surgical course in the primary sector
    .yes = non-surgical course in the primary sector completed
    .no = non-surgical course in the primary sector not completed
fact-tried_physiotherapy = completed physiotherapy
    .yes = recommended physiotherapy completed
    .no = recommended physiotherapy not completed
fact-tried_pain_relief = pain relief tried
    .yes = pain-relieving treatment tried
    .no = pain-relieving treatment not tried
fact-needs_specialised_care = need for specialised hospital care
    .yes = need for specialised hospital care
    .no = no need for specialised hospital care
fact-suspected_other_disease = suspicion of another disease
    .yes = suspicion of another (rheumatological) disease
    .no = no suspicion of another (rheumatological) disease
fact-red_flags = red flags
    .yes = red flags
    .no = no red flags
fact-sick_listed = sick leave
    .yes = on sick leave
    .no = not on sick leave
fact-overweight = overweight
    .yes = overweight
    .no = not overweight
fact-bmi = BMI
    .value = { $number } kg/m²
fact-gp_system_dynamic_referral = support for dynamic referral
    .yes = the practice’s system supports dynamic referral
    .no = the practice’s system does not support dynamic referral

## Osteoporosis and fractures

fact-osteoporosis = osteoporosis
    .yes = osteoporosis
    .no = no diagnosis of osteoporosis
fact-low_energy_fracture = low-energy (fragility) fracture
    .yes = current low-energy fracture
    .no = no current low-energy fracture
fact-spontaneous_fracture = spontaneous fracture
    .yes = spontaneous fracture
    .no = no spontaneous fracture
fact-fracture_site = fracture site
    .hip = hip fracture
    .vertebra = vertebral fracture
    .wrist = wrist fracture
    .shoulder = shoulder fracture
    .pelvis = pelvic fracture
    .hand = hand fracture
    .finger = finger fracture
    .foot = foot fracture
    .toe = toe fracture
    .skull = skull fracture
    .other = fracture at another site
    .none = no fracture
fact-frax_percent = FRAX
    .value = { $number }%
fact-t_score = T-score
    .value = { $number } SD
fact-egfr_ml_min = eGFR
    .value = { $number } mL/min
fact-dysphagia = dysphagia
    .yes = dysphagia
    .no = no dysphagia
fact-cognitive_impairment = cognitive impairment
    .yes = cognitive impairment
    .no = no cognitive impairment
fact-oral_bisphosphonate_intolerance = intolerance to oral bisphosphonate
    .yes = intolerance to oral bisphosphonate
    .no = no intolerance to oral bisphosphonate
fact-bisphosphonate_intolerance = intolerance to bisphosphonate (route not stated)
    .yes = intolerance to bisphosphonate (route not stated)
    .no = no intolerance to bisphosphonate (route not stated)
fact-bisphosphonate_allergy = allergy to bisphosphonate
    .yes = allergy to bisphosphonate
    .no = no allergy to bisphosphonate
fact-long_term_oral_glucocorticoid = long-term steroid treatment
    .yes = long-term steroid treatment
    .no = no long-term steroid treatment
fact-glucocorticoid_months = duration of oral cortisone treatment
    .value =
        { $number ->
            [one] { $number } month
           *[other] { $number } months
        }
fact-new_fracture_on_treatment = new fracture/treatment failure
    .yes = new fracture/treatment failure during treatment
    .no = no new fracture/treatment failure during treatment
fact-multiple_vertebral_compressions = multiple vertebral compression fractures
    .yes = multiple vertebral compression fractures
    .no = no multiple vertebral compression fractures
fact-expected_survival_years = expected survival
    .value =
        { $number ->
            [one] { $number } year
           *[other] { $number } years
        }
fact-drug_treatment_not_relevant = drug treatment not relevant
    .yes = drug treatment not relevant
    .no = drug treatment relevant
fact-secondary_cause_suspected = suspected secondary cause of osteoporosis
    .yes = suspected secondary cause of osteoporosis
    .no = no suspected secondary cause of osteoporosis
fact-current_drug = current osteoporosis drug
    .none = no current osteoporosis drug
    .oral_bisphosphonate = current oral bisphosphonate treatment
    .iv_bisphosphonate = current intravenous bisphosphonate treatment
    .denosumab = current denosumab treatment
    .teriparatide = current teriparatide treatment
fact-treatment_years = time on the osteoporosis drug
    .value =
        { $number ->
            [one] { $number } year
           *[other] { $number } years
        }
fact-hospitalised = inpatient stay
    .yes = hospital inpatient
    .no = not an inpatient (discharged home)
fact-dxa_done = DXA measurement
    .yes = DXA done
    .no = DXA not done
fact-dxa_planned = DXA measurement decided on
    .yes = DXA decided on
    .no = no DXA decided on
fact-completed_oral_course = completed oral bisphosphonate course
    .yes = full course of oral bisphosphonate completed
    .no = no full course of oral bisphosphonate completed
