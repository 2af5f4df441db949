guideline-dk-81-knaeartrose = Model for the division of work, referral and quality assurance in training services for people with knee osteoarthritis

dk-model-not-applicable = The model covers neither prevention nor rehabilitation (genoptræning).
    .detail = It applies only to training services. The annex nevertheless mentions preventive services (KRAM) and specialised rehabilitation, and the document does not explain how this fits together.

dk-model-applies = The model applies to training services for people with knee osteoarthritis.
    .detail = It binds only municipalities that have joined bilaterally, and the document does not say which they are.

dk-refer-hospital-specialised = When specialised care is needed, the referral is sent to hospital.
    .detail = The annex makes the need depend on the description and timetable in the clinical guideline, which the document does not reproduce. What the hospital provides is surgery, investigation of another condition and specialised rehabilitation (genoptræning). The document gives neither criteria nor a time limit.

dk-refer-rheumatology = When another disease is suspected, the investigation belongs with hospital rheumatology.
    .detail = The basis is the figure’s field “Hospital, IM: Reumatologi” with the text “Udredning af sygdom” (investigation of disease), where a word may be missing; the annex has “Udredning for anden lidelse” (investigation of another condition) under hospital. The figure’s arrows are lost, and the document gives no criteria.

dk-nonsurgical-first = With a few exceptions, non-surgical treatment in the primary sector must be offered first, as far as possible.
    .detail = It must be offered before the patient is referred to hospital to be assessed for possible surgery. The document does not say what the exceptions are.

dk-orthopaedic-assessment = When non-surgical treatment has not given enough relief, the patient may be referred for orthopaedic assessment.
    .detail = At the hospital, orthopaedic surgery assesses whether surgery is indicated. The document gives only the order, non-surgical treatment before referral to hospital; the figure’s arrows are lost. It has no criteria for referral or for surgery.

dk-consider-municipality = Referral to municipal training, instead of to the practising physiotherapist, should be considered.
    .detail = One of three situations is enough: home care (hjemmepleje) or home nursing (hjemmesygepleje); self-care ability so low that taking part with a practising physiotherapist is difficult; or a situation where severity or stage and any comorbidity require several simultaneous (municipal) services to be coordinated. Comorbidity or severity alone is not enough. The model binds only municipalities that have joined bilaterally, and a few municipalities have no such service.

dk-municipality-for-vulnerable = The municipality’s service is recommended when the patient belongs to the described target group of vulnerable patients.
    .detail = The target group is patients who depend heavily on health and/or social services, and patients who find appropriate behaviour and self-care difficult, for example because of limited personal resources. It is not a fourth situation beside the three in which municipal training should be considered. The model binds only municipalities that have joined bilaterally, and a few municipalities have no such service.

dk-refer-practising-physiotherapist = As a starting point, the patient is referred to a practising (private) physiotherapist for training or treatment.
    .detail = Municipal training should be considered instead if the patient receives home care (hjemmepleje) or home nursing (hjemmesygepleje), has self-care ability so low that taking part is difficult, or is in a complicated situation where several simultaneous (municipal) services need to be coordinated.

dk-shared-decision = The GP must decide together with the patient where the training or treatment is to take place.
    .detail = The starting point (the practising physiotherapist) and the three situations in which municipal training should be considered are taken into account in the decision.

dk-training = In mild and moderate knee osteoarthritis, aerobic and/or strength training is recommended 2–3 times a week for at least 6 weeks.
    .detail = The aim is to reduce pain and improve physical function. The 6 weeks are a minimum; the document does not say how long each session should last.

dk-supervised-start = It is recommended that home training and self-training always begin with a supervised course.
    .detail = The recommendation covers mild and moderate knee osteoarthritis. General practice may start the course itself or refer to a physiotherapist in private practice or to the municipality. The document does not say how long the supervised part should last.

dk-patient-education = Treatment of knee osteoarthritis should include patient information, teaching and individually agreed self-care strategies.
    .detail = Information should be both written and oral. The strategies should have relevant goals for pain treatment, physical training, appropriate changes of activity and, if the patient is overweight, weight loss. The grade applies to these two items; the introductory recommendation of patient education is not graded.

dk-weight-loss = Losing weight and keeping it off is recommended for overweight people with symptoms of knee osteoarthritis.
    .detail = The document gives neither a BMI limit nor a grade of evidence.

dk-short-term-drugs = In knee osteoarthritis, drug treatment is recommended for shorter periods.
    .detail = The aim is to avoid the side effects of long-term medication. The document names no drug, dose, length of period or grade of evidence.

dk-exclude-red-flags = The physiotherapist excludes red flags through the history and physical examination.
    .detail = According to current clinical guidelines, the patient’s need for training and treatment is also assessed and a training and treatment plan drawn up. The document does not list the red flags or say what is to happen if one is found.

dk-return-to-work = The GP and the physiotherapist must support a patient on sick leave in returning to work as soon as possible.
    .detail = This applies to the GP, the practising physiotherapist and the municipal physiotherapist, possibly in cooperation with the municipal job centre (jobcenter). Where more formalised cooperation is needed, it can in many cases best take place when the training is municipal.

dk-referral-text = The referral states “henvises til behandling for den pågældende lidelse” followed by “jf. kliniske retningslinjer”.
    .detail = In English: referred for treatment of the condition in question, according to clinical guidelines. The content is in principle the same for a municipal and a practising physiotherapist, but there are two different electronic forms.

dk-referral-phrases = The referral has at most 8 phrases, for example on completed physiotherapy, pain-relieving treatment, BMI and X-ray.
    .detail = The four examples are from the annex: whether the patient has completed the recommended physiotherapy, whether the patient has had pain-relieving treatment, BMI and X-ray. The phrases are worded by a working group or a professional reference group; the document gives no complete list for knee osteoarthritis.

dk-dynamic-referral = In a dynamic referral (dynamisk henvisning), the doctor must address the referral phrases that the system shows.
    .detail = The doctor clicks on “Kommunepakke” (municipal package) and chooses a topic; once the phrases have been answered, the information is fetched automatically and the referral is delivered in the municipality’s care system. The arrangement rests on local agreements between doctors and municipality. The document’s example is diabetes; it does not say whether there is a package for knee osteoarthritis.

dk-referral-sundhed-dk = Without dynamic referral, corresponding phrases may be part of the information on sundhed.dk.
    .detail = This applies to doctors whose system is not yet ready for dynamic referrals to municipal services. The phrases may stand where the service and the referral to it are described.

dk-discharge-letter = When the course of treatment has ended, a discharge letter (epikrise) must be sent to the patient’s GP.
    .detail = The physiotherapist sends it. The document gives no time limit.

note-dk-red-flags = Red flags have been reported. According to the document they are excluded at the physiotherapist’s examination, but it does not say what is to happen when one is found; the answer is therefore not changed by them.
note-dk-municipality-joined = The municipality is said to have joined the model. The model binds only municipalities that have joined bilaterally; the document does not say which they are, so this cannot be confirmed here.
note-dk-municipality-not-joined = The municipality is said not to have joined the model. The model binds only municipalities that have joined bilaterally, and the document does not say what applies in the others.
note-dk-severe-knee = The recommendations on training cover mild and moderate knee osteoarthritis. On training in severe knee osteoarthritis the document is silent, and it gives no scale of severity.
note-dk-no-municipal-offer = The municipality is said to have no training service. The document mentions that this is so in a few municipalities, but not what then applies. The practising physiotherapist is the general starting point, not an alternative that the document gives for this case.

target-hospital = hospital
target-hospital-rheumatology = hospital, rheumatology
target-hospital-orthopaedics = hospital, orthopaedic surgery
target-municipality = municipality (municipal training)
target-practising-physiotherapist = practising physiotherapist (private practice)

# Draft of a referral: the Danish words are to stand as they are
referral-dk-words = Text that the referral must carry
    .says = henvises til behandling for den pågældende lidelse, jf. kliniske retningslinjer
referral-dk-physiotherapy = Has the patient completed the recommended physiotherapy?
referral-dk-pain-relief = Has the patient had pain-relieving treatment?
referral-dk-bmi = BMI
referral-dk-x-ray = X-ray
