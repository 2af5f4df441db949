### Varningar: vad läsaren måste veta innan svaret används.

warning-guideline_expired = ”{ $guideline }” gällde till och med { $date } och har gått ut. Kontrollera vad som gäller i dag.
warning-guideline_not_yet_valid = ”{ $guideline }” gäller först från { $date } och har därför inte använts.
warning-guideline_undated = I ”{ $guideline }” anges inget datum. Det går inte att säga hur aktuellt dokumentet är.
warning-guideline_old = Det senaste datumet i ”{ $guideline }” är { $date }, och inget slutdatum anges. Kontrollera att dokumentet fortfarande gäller.
warning-region_not_stated = Regionen är inte angiven. Svaret visar vad som gäller i varje region som har en riktlinje; följ den egna.
warning-other_region = Avsnitt från { $regions } visas för kännedom. De gäller inte i den region frågan handlar om.
warning-boundary_not_defined = Värdet ligger på själva gränsen: { $fact } { $value }. Riktlinjen talar om { $conditions } men säger inte vad som gäller exakt där.
warning-practice_not_decided = ”{ $guideline }” ställer dagens praxis, vårdförloppets rekommenderade läge och regionens eget förslag bredvid varandra. Det som rekommenderas eller föreslås är inte beslutad praxis.
warning-conflicting_facts = Uppgifterna om { $fact } säger emot varandra ({ $values }). Ingen av dem har använts.
warning-uncertain_fact = Uppgiften om { $fact } är osäker och har inte använts. Bekräfta eller avfärda den.
warning-identifier_removed = En personuppgift togs bort ur frågan innan den behandlades. Skriv inte personnummer, telefonnummer eller e-postadress här.
