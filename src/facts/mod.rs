//! What did the clinician tell us? Words → facts with spans, intent, place and topic; deterministic, nothing guessed.
