//! What is read out of clinicians' messages, against what a clinician would say that they tell.
