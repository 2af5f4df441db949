guideline-se-m-osteoporos = Osteoporosis treatment in primary care

# Who is assessed, and what the FRAX value leads to

ost-frax-screening = The patient is among those whom the fracture coordinator identifies and screens with FRAX.
    .detail = Annex 2 addresses patients over 50 with a low-energy fracture of the wrist, hip, vertebra, shoulder or pelvis or with a spontaneous fracture, and younger patients with a hip fracture. Hand, finger, foot, toe and skull are excepted for spontaneous fractures; whether the exception also covers low-energy fractures is not clear. The report text gives patients over 45 instead.
ost-high-risk = In the fracture risk assessment, the patient counts as a high-risk individual.
    .detail = According to annex 2 this holds for FRAX above 30% and for a hip or vertebral fracture, the latter regardless of the FRAX value; multiple vertebral compressions are counted here as vertebral fracture. The guideline does not say that the hip or vertebral fracture is in itself an indication for a drug. Which FRAX result is meant is not stated.
ost-dxa = Bone density measurement (DXA) is indicated when FRAX is above 15%.
    .detail = The measurement is usually of the hip and lumbar spine, and the result is given as a T-score (annex 2). According to the report text the fracture coordinator orders it when the risk is between 15 and 30%, while for a patient detected at a vårdcentral (primary care centre) the referral goes directly from there. Neither the FRAX result that is meant nor any time limit is stated.
ost-dxa-unit-malmo = In 2019 the DXA referrals from the Malmö area went to the unit in Malmö.
    .detail = This is practice observed in the 2019 survey, not a referral rule. The area follows the municipality in which the vårdcentral (primary care centre) lies: Burlöv, Malmö, Svedala, Trelleborg and Vellinge. Replies from Malmö contained both a description of the measurement and a clinical recommendation.
ost-dxa-unit-angelholm = In 2019 the DXA referrals from the Helsingborg area went to the unit in Ängelholm, with occasional exceptions.
    .detail = This is practice observed in the 2019 survey, not a referral rule; an occasional referral went to Lund. The area follows the municipality in which the vårdcentral (primary care centre) lies: Bjuv, Båstad, Helsingborg, Höganäs, Klippan, Åstorp, Ängelholm and Örkelljunga. Replies from Ängelholm contained both a description of the measurement and a clinical recommendation.
ost-dxa-unit-hassleholm = In 2019 the great majority of DXA referrals from north-eastern and eastern Skåne went to the unit in Hässleholm.
    .detail = This is practice observed in the 2019 survey, not a referral rule; some referrals went to other units. The area follows the municipality in which the vårdcentral (primary care centre) lies: Bromölla, Hässleholm, Kristianstad, Osby, Perstorp, Simrishamn, Sjöbo, Skurup, Tomelilla, Ystad and Östra Göinge. Replies from Hässleholm contained both a description of the measurement and a clinical recommendation.
ost-dxa-unit-lund = In 2019 the great majority of DXA referrals from the Lund area went to the unit in Lund.
    .detail = This is practice observed in the 2019 survey, not a referral rule; some referrals went to other units. The area follows the municipality in which the vårdcentral (primary care centre) lies: Eslöv, Hörby, Höör, Kävlinge, Landskrona, Lomma, Lund, Staffanstorp and Svalöv. Whether replies from Lund contained a clinical recommendation is not said.

# Referral to the osteoporosis clinic

ost-refer-osteoporosis-clinic = Bisphosphonate intolerance, treatment failure/new fracture or multiple vertebral compressions: referral to an osteoporosis clinic.
    .detail = Annex 2 lists three situations: intolerance to bisphosphonate, new fractures during treatment or treatment failure, and multiple vertebral compressions. For intolerance no route of administration is given. No time limit for the referral is given.

# Drug treatment

ost-drug-indicated = There is an indication for drug treatment of osteoporosis.
    .detail = Annex 2 lists osteoporosis, FRAX above 30% and long-term steroid treatment. The items are separated only by commas and are read here as any one being enough. Osteoporosis is diagnosed when bone mass is lower than 2.5 standard deviations below the mean for young people; “long-term” is not defined.
ost-oral-bisphosphonate = First choice is an oral bisphosphonate (alendronate or risedronate) as a weekly tablet when eGFR is above 35 mL/min.
    .detail = The report text calls this first-line treatment when there are no contraindications, but the renal limit is printed only in annex 2. No dose is given.
ost-zoledronic-acid = With dysphagia, cognitive impairment or intolerance to oral bisphosphonate, intravenous zoledronic acid (Aclasta) is indicated.
    .detail = It is given once a year and requisitioned via the vårdcentral (primary care centre). Annex 2 says “indicated”, annex 1 renders the same guideline with “must”, and the report text speaks of second-line treatment. No eGFR limit for zoledronic acid is given. The regional care programme presupposes that it can be given at the vårdcentral, but in 2019 many of them had no routines for it.
ost-denosumab-specialist = Denosumab (Prolia) is given via specialised care for bisphosphonate allergy or when eGFR is below 35 mL/min.
    .detail = It is given as a subcutaneous injection twice a year. Annex 2 places treatment for bisphosphonate allergy or reduced kidney function at the osteoporosmottagning (osteoporosis clinic). The report text has another criterion, that neither oral nor intravenous bisphosphonate is possible, and says that specialised care must primarily handle the prescription. Duration and discontinuation are not stated.
ost-calcium-vitamin-d = Calcium/vitamin D 500 mg/800 IU, 1 tablet once daily, is given during bisphosphonate treatment.
    .detail = Keep interactions in mind; which ones is not stated. Annex 2 mentions the supplement only during bisphosphonate treatment.

# The fracture coordinator’s next step

ost-refer-doctor-and-physiotherapist = The fracture coordinator refers to a doctor and a physiotherapist in primary care.
    .detail = According to annex 2 this holds for high-risk individuals, after bone density measurement and any blood tests, and for patients over 80 with a typical osteoporotic fracture, regardless of FRAX. What is typical is not defined; here it means wrist, hip, vertebra, shoulder and pelvis. The report text divides it: a referral must be sent to the vårdcentral (primary care centre) when a drug is advised and to a physiotherapist when training is advised.
ost-inform-primary-care-by-letter = Primary care is informed by discharge letter (epikris), with a focus on other measures to prevent fractures.
    .detail = Annex 2 gives this for high-risk individuals with limited survival, under 2 years, or when drug treatment is not relevant. The slash between the two parts is read here as “or”.

# Measures other than drugs, and further work-up

ost-lifestyle-no-drug = With FRAX below 20%, lifestyle advice is given but no drug treatment.
    .detail = The rule stands under the heading on the fracture coordinator in annex 2 and concerns the FRAX value on its own; osteoporosis and long-term steroid treatment are separate indications for a drug. In certain cases the limit is below 15% instead, but which cases is not described.
ost-prevention-measures = Osteoporosis prevention covers smoking cessation, dietary advice, physical activity, fall prevention and medication review.
    .detail = Annex 2 names a varied diet rich in calcium and fat (oily fish), weight-bearing exercise or physical activity on prescription, balance training, hip protectors, steady shoes and aids for walking, sight or hearing, caution with sedating and blood-pressure-lowering drugs, a risk review of the home, 30 min/day outdoors in summer, and patient education such as an osteoporosis school. Who does the risk review of the home is not stated. FRAX above 30% is an indication for measures to prevent fractures, including drugs.
ost-secondary-cause-work-up = When a secondary cause of osteoporosis is suspected, the work-up is supplemented via specialised care.
    .detail = As secondary osteoporosis the FRAX history in annex 2 names anorexia, antiepileptics, hyperthyroidism, hypogonadism and inflammatory bowel disease. Which unit does the work-up is not stated.
ost-work-up = The work-up covers history according to FRAX, examination, laboratory tests and bone density measurement.
    .detail = Tests according to annex 2: Hb, ESR, ionised calcium, creatinine/eGFR, ALP and TSH; consider PTH, 25-OH vitamin D3, testosterone, ALT and GT (presumably gamma-GT). FRAX history: previous osteoporotic fracture, a parent with hip fracture, rheumatoid arthritis, secondary osteoporosis, oral cortisone for more than 3 months, smoking, alcohol (3 or more units a day) and femoral neck bone density, which is not needed for the calculation. Other history and examination: other risk factors, diseases and drugs, social circumstances, general condition, height, weight and balance. Bone density measurement is indicated when FRAX is above 15%.

# What the fracture coordinator’s referral contains

ost-referral-content-doctor = The referral to the doctor contains a recommendation on lifestyle measures and drug treatment.
    .detail = Annex 2 says no more than that. In the survey the vårdcentraler (primary care centres) wished for clear background information and a recommended treatment strategy based on the FRAX value and any bone density measurement; these are wishes, not requirements.
ost-referral-content-physiotherapist = The referral to the physiotherapist concerns balance training and fall-preventing exercise.
    .detail = Annex 2 says no more than that.

# Follow-up

ost-duration-oral = The duration of treatment with oral bisphosphonate is 5 years.
    .detail = For older patients one round of treatment is often enough, but no age is given (annex 2). The treatment is evaluated, preferably with compliance and side effects too.
    .deadline = 5 years from the start of treatment
ost-duration-iv = The duration of treatment with intravenous bisphosphonate is 3 years.
    .detail = For older patients one round of treatment is often enough, but no age is given (annex 2). The treatment is evaluated, preferably with compliance and side effects too.
    .deadline = 3 years from the start of treatment
ost-dxa-after-two-years = Bone density is measured after 2 years of treatment to assess the effect.
    .detail = Annex 2 gives no later measurements, and no duration of treatment for denosumab or teriparatide.
    .deadline = after 2 years of treatment
ost-new-round-after-pause = In selected cases a new round of oral bisphosphonate may be given after a break of 2 years.
    .detail = Annex 2 does not describe which cases. For older patients one round of treatment is often enough, but no age is given.

# Codes

ost-code-m80 = The guideline gives code M80- for osteoporosis with fracture.
    .detail = Annex 2 prints the code with a hyphen, without a subcategory, and does not say that it must be registered.
ost-code-m81 = The guideline gives code M81- for osteoporosis without fracture.
    .detail = Annex 2 prints the code with a hyphen, without a subcategory, and does not say that it must be registered.

# Where the document contradicts itself

note-ost-age-46-50 = The age limit differs within the document. The report text (Vårdprogram osteoporos) addresses patients over 45 with a current low-energy fracture, which includes those aged 46–50. The guideline in annex 2 has the limit over 50 and includes younger patients only with a hip fracture, which leaves out those aged 46–50 without one.
note-ost-frax-over-30-dxa = Whether DXA is needed when FRAX is above 30% is stated differently. According to the report text (DEXA-mätningsenheterna) no supplementary measurement is needed in some cases, but the cases are not described. According to annex 2 (Bentäthetsmätning) anything above 15% is an indication for DXA, and high-risk individuals are referred to primary care after the measurement (Remiss från frakturkoordinator till primärvård).
note-ost-frax-15-20 = With FRAX above 15% but below 20%, two statements of annex 2 hold at once. The section Bentäthetsmätning gives an indication for DXA above 15%. The section Frakturkoordinator på sjukhus gives lifestyle advice and no drug treatment below 20% (in certain cases below 15%). So the FRAX value on its own is an indication for DXA but not for a drug.
note-ost-frax-under-20-hip-vertebra = Annex 2 (Frakturkoordinator på sjukhus) says two things here. FRAX below 20% means lifestyle advice and no drug treatment. A hip or vertebral fracture makes the patient a high-risk individual regardless of the FRAX value. It is not said that high-risk individuals with a low FRAX are to have a drug.
note-ost-egfr-under-35-oral-obstacle = Annex 2 points two ways when eGFR is below 35 mL/min and something stands in the way of tablets. Läkemedelsbehandling: zoledronic acid is indicated for cognitive impairment, dysphagia or intolerance to oral bisphosphonate, and no renal limit is given. Läkemedelsbehandling via specialiserad vård: denosumab when eGFR is below 35 mL/min. No precedence is stated. Denosumab is shown here, because the osteoporosmottagning (osteoporosis clinic) treats patients with reduced kidney function; the document does not say that zoledronic acid is safe at this kidney function.
note-ost-over-80-short-survival = Annex 2 (Remiss från frakturkoordinator till primärvård) gives two answers. Patients over 80 with a typical osteoporotic fracture are referred to a doctor and a physiotherapist, regardless of FRAX. For high-risk individuals with survival under 2 years, or when drug treatment is not relevant, primary care is informed by discharge letter (epikris). Which takes precedence when both fit is not stated.
note-ost-intolerance-route = Annex 2 has two answers when it is not clear whether it is tablets or infusion that the patient does not tolerate. Remiss till osteoporosmottagning: intolerance to bisphosphonate, with no route given, is a reason for referral there. Läkemedelsbehandling: intolerance to oral bisphosphonate (gastrointestinal side effect) is an indication for intravenous zoledronic acid, requisitioned via the vårdcentral (primary care centre). So what decides is whether the intolerance is to the tablet.

# To be said beside the answer

note-ost-glucocorticoid-duration = The time on cortisone is recorded, but whether it counts as long-term cannot be decided from the document: annex 2 does not define “long-term steroid treatment”. The limit of more than 3 months belongs to the risk factors and the FRAX history and concerns oral cortisone.

# Where to

target-fracture-coordinator = fracture coordinator at the hospital
target-dxa-unit = bone density measurement (DXA) unit
target-dxa-malmo = the DXA unit in Malmö
target-dxa-angelholm = the DXA unit in Ängelholm
target-dxa-hassleholm = the DXA unit in Hässleholm
target-dxa-lund = the DXA unit in Lund
target-osteoporosis-clinic = osteoporosmottagning (osteoporosis clinic)
target-primary-care-doctor = doctor in primary care
target-primary-care-physiotherapist = physiotherapist in primary care
target-specialised-care = specialised care

# The codes in words

code-icd-10-se-M80 = osteoporosis with fracture
code-icd-10-se-M81 = osteoporosis without fracture

# Draft of a referral
referral-ost-lifestyle = Recommendation on lifestyle measures
referral-ost-drug = Recommendation on drug treatment
referral-ost-training = It concerns
    .says = balance training and fall-preventing exercise
