### Warnings: what the reader must know before using the answer.

warning-guideline_expired = “{ $guideline }” was valid until { $date } and has expired. Check what applies today.
warning-guideline_not_yet_valid = “{ $guideline }” is valid only from { $date } and has therefore not been used.
warning-guideline_undated = “{ $guideline }” gives no date, so it is not possible to say how current it is.
warning-guideline_old = The latest date in “{ $guideline }” is { $date }, and no end date is given. Check that the document still applies.
warning-region_not_stated = No region is stated. The answer shows what applies in each region that has a guideline; follow your own.
warning-other_region = Sections from { $regions } are shown for information. They do not apply in the region the question is about.
warning-boundary_not_defined = The value is exactly on the limit: { $fact } { $value }. The guideline speaks of { $conditions } but does not say what applies on the limit itself.
warning-practice_not_decided = “{ $guideline }” sets today’s practice, what the pathway recommends and the region’s own proposal side by side. What is recommended or proposed is not decided practice.
warning-conflicting_facts = The information on { $fact } is contradictory ({ $values }). None of it has been used.
warning-uncertain_fact = The information on { $fact } is uncertain and has not been used. Confirm it or rule it out.
warning-identifier_removed = A personal identifier was removed from the question before it was handled. Do not write personal identity numbers, telephone numbers or e-mail addresses here.
