### Advarsler: hvad læseren skal vide, før svaret bruges.

warning-guideline_expired = »{ $guideline }« gjaldt til og med { $date } og er udløbet. Undersøg, hvad der gælder i dag.
warning-guideline_not_yet_valid = »{ $guideline }« gælder først fra { $date } og er derfor ikke brugt.
warning-guideline_undated = Der står ingen dato i »{ $guideline }«. Det kan ikke siges, hvor aktuelt dokumentet er.
warning-guideline_old = Den seneste dato i »{ $guideline }« er { $date }, og der er ingen slutdato. Undersøg, om dokumentet stadig gælder.
warning-region_not_stated = Regionen er ikke angivet. Svaret viser, hvad der gælder i hver region med en retningslinje; følg din egen.
warning-other_region = Afsnit fra { $regions } vises til orientering. De gælder ikke i den region, spørgsmålet handler om.
warning-boundary_not_defined = Værdien ligger på selve grænsen: { $fact } { $value }. Retningslinjen taler om { $conditions }, men siger ikke, hvad der gælder præcis dér.
warning-practice_not_decided = »{ $guideline }« stiller dagens praksis, forløbets anbefaling og regionens eget forslag side om side. Det, der anbefales eller foreslås, er ikke besluttet praksis.
warning-conflicting_facts = Oplysningerne om { $fact } modsiger hinanden ({ $values }). Ingen af dem er brugt.
warning-uncertain_fact = Oplysningen om { $fact } er usikker og er ikke brugt. Bekræft eller afkræft den.
warning-identifier_removed = En personoplysning blev fjernet fra spørgsmålet, før det blev behandlet. Skriv ikke cpr-nummer, telefonnummer eller e-mailadresse her.
