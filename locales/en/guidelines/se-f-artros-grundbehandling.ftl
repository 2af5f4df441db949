guideline-se-f-artros-grundbehandling = Osteoarthritis – core treatment, Region Jönköpings län

oa-offer-core-treatment = The patient should be offered core treatment, as early in the course of the disease as possible.
    .detail = Core treatment should consist of patient education, individually adapted physical exercise and, when needed, support for weight control. The instruction gives no time limit, no limit for weight or BMI, and does not say how often or for how long the patient is to exercise.
oa-additional-treatment = Additional treatment may be needed when core treatment has not had sufficient effect.
    .detail = Examples are drugs, other pain-relieving treatment and assistive devices. The instruction names no drugs and no doses.
oa-surgery-may-be-relevant = Surgery may become relevant when relief is insufficient despite adequate core treatment and adequate additional treatment.
    .detail = This concerns a small number of patients and most often means joint replacement. It applies mainly to people who have both severe symptoms and severe osteoarthritic changes verified by X-ray; “mainly” is a description and rules nobody out. The instruction gives no grading scale, no referral criteria and no recipient for a referral.
oa-care-forms = Core treatment may be given as an in-person osteoarthritis school, a digital one, or a combination of the two.
    .detail = The in-person school is held individually or in groups. One example of a combination is digital patient education with in-person exercise. Whatever the form, it is essential to adapt the measures to the patient’s needs, circumstances and wishes. The instruction does not say which form suits whom.
oa-patient-information = While the patient waits for treatment to start, 1177.se is a suitable source of information on osteoarthritis.
    .detail = Suggested search words are Höftledsartros (hip osteoarthritis), Knäledsartros (knee osteoarthritis) and Artros i handen och fingrarna (osteoarthritis of the hand and fingers). With Region Jönköpings län selected, the hip and knee pages also show films with introductory exercises; no films are mentioned for the hand. Artrosportalen at Lund University is recommended for patients who want to know more.
oa-code-gb020 = KVÅ code GB020 must be used when core treatment is offered and, with ZV044, at four events of the digital school.
    .detail = Core treatment here covers assessment before core treatment, patient education and exercise, both individually and in groups. The events of the digital osteoarthritis school are assignment, completed school, messages with the patient and closing of the treatment round. The instruction gives no code for contacts where core treatment is not offered, and no ICD-10 codes.
oa-code-zv044 = KVÅ code ZV044 must be used together with GB020 at assignment, message, completion and closing in the digital school.
    .detail = The code applies to patients taking part in the digital osteoarthritis school. A completed school and the closing of the treatment round are two separate events. The instruction does not say whether the code is used at other contacts, such as supplementary visits, and has no separate rule for combined treatment.
oa-staff-course-first = Before the digital school can be offered, the therapist must have completed the course in Lärandekalendern.
    .detail = Search for “artrosskola” in the course catalogue of Lärandekalendern (LoK, the region’s course calendar). The course takes about two hours and consists of a couple of instruction films. After the course, the programme can be tried in the practice environment, in both the therapist’s and the patient’s role.
oa-closing-reason-interrupted = “Invånare avbryter momentet” is recommended as the closing reason if the school was completed only in part or not at all.
    .detail = The Swedish label means that the resident interrupts the module. “Momentet slutfört” is an administrative closing and does not necessarily show that the patient went through the school. Which reason to choose when the whole school has been completed is not stated expressly.

note-oa-practice-environment = The documents give two ways into the practice environment: according to the instruction on core treatment (För dig som vårdgivare), one contacts IT-kundservice (the IT service desk) after the course; according to the therapist guide (Övningsmiljön), one adds it oneself under Mina system och program on the intranet. Neither says which way applies.

code-kva-GB020 = Artrosskola (osteoarthritis school)
code-kva-ZV044 = Behandling administrerad via internet (treatment administered via the internet)
