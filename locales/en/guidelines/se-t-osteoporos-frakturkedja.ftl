guideline-se-t-osteoporos-frakturkedja = Person-centred and integrated care pathway for osteoporosis – secondary prevention after fracture

# Three states that must not be mixed: today’s practice, the recommended state of the pathway, and the region’s own proposal

sto-current-chain = Today’s practice: an orthopaedic doctor assesses the need for treatment; referral when needed for DXA and to primary care.
    .detail = This is the current state in the analysis, which is undated and uses data from 2021. Medicinska vårdadministratörer (medical administrators) at Ortopedkirurgiska kliniken (the orthopaedic surgery department) identify the patients when writing records; there are no fracture coordinators. The DXA referral goes to Medicinska kliniken (the department of internal medicine), and primary care receives a referral for drug treatment and follow-up; whether “when needed” covers that one too is not clear. Neither work-up nor treatment takes place while the patient is an inpatient or close to discharge from the emergency department.
sto-inpatient-treatment = Recommended by the pathway: inpatients receive drug treatment and fall prevention.
    .detail = This is not today’s practice: no initial drug treatment is given during the stay, but a start on the ward is being planned. One proposed measure is to ensure that the physiotherapist brings up fall prevention. The document names no drugs and no doses. The recommendation is the analysis’s summary of the pathway.
sto-coordinator-on-ward = The region’s own proposal: the fracture coordinator meets the patient on the ward and starts work-up and fall-risk assessment.
    .detail = This is a proposal, not decided practice: according to the analysis the region has no fracture coordinators. The coordinator also informs about osteoporosis and preventive measures, assesses the fracture risk and, when needed, refers for bone density measurement and/or to further treatment in primary care. When needed this is done in consultation with a doctor at Ortopedkirurgiska kliniken (the orthopaedic surgery department).
sto-coordinator-after-discharge = The region’s own proposal: the work-up starts two weeks after the fracture, by letter and/or telephone.
    .detail = This is a proposal, not decided practice: according to the analysis the region has no fracture coordinators. It concerns patients discharged directly home. Two weeks is when the work-up starts, not a deadline.
sto-dxa-within-4-weeks = Recommended by the pathway: DXA should be completed no later than 4 weeks after the decision to measure.
    .detail = The time is counted from the decision, not from the fracture. This is not today’s practice: the measurement is not done within 4 weeks, mainly because patients who are called too early after the fracture cancel. The recommendation is the analysis’s summary of the pathway.
    .deadline = no later than 4 weeks after the decision on DXA
sto-primary-care-within-4-weeks = Recommended by the pathway: supplementary work-up in primary care no later than 4 weeks after the referral is received.
    .detail = The time is counted from when the referral was received. Today’s practice may differ: the doctor’s appointment may be delayed, because some vårdcentraler (primary care centres) are short of doctors. The recommendation is the analysis’s summary of the pathway.
    .deadline = no later than 4 weeks after the referral was received
sto-drug-need-within-16-weeks = Recommended by the pathway when DXA is done: the question “Need for a drug?” no later than 16 weeks after diagnosis.
    .detail = Which diagnosis is meant, and whether the limit concerns the decision on a drug or the start of treatment, is not clear. Without DXA the limit is 8 weeks. Today’s practice may differ: the doctor’s appointment may be delayed, because some vårdcentraler (primary care centres) are short of doctors. The recommendation is the analysis’s summary of the pathway.
    .deadline = no later than 16 weeks after diagnosis
sto-drug-need-within-8-weeks = Recommended by the pathway when DXA is not done: the question “Need for a drug?” no later than 8 weeks after diagnosis.
    .detail = Which diagnosis is meant, and whether the limit concerns the decision on a drug or the start of treatment, is not clear. With DXA the limit is 16 weeks. Today’s practice may differ: the doctor’s appointment may be delayed, because some vårdcentraler (primary care centres) are short of doctors. The recommendation is the analysis’s summary of the pathway.
    .deadline = no later than 8 weeks after diagnosis

# Where to

target-medical-clinic-dxa = Medicinska kliniken (the department of internal medicine) for DXA
target-primary-care = primary care
