### Chatten og søgefeltet på andres sider: læses af sundhedspersonale midt i arbejdet. Roligt, kort og tydeligt.
### Hvad der skete, hvad der er bevaret, hvad man kan gøre. Værdier i klammer indsættes af siden.

## Rammen

widget-heading = Klinisk vejledning
widget-label = Spørg retningslinjerne
widget-help = Enter sender, Skift + Enter giver ny linje. Skriv ingen personoplysninger.
widget-send = Send
widget-close = Luk
widget-log = Spørgsmål og svar
widget-you = Dig:
widget-new-patient = Ny patient
widget-cleared = Samtalen er slettet. Du kan begynde forfra.
widget-facts-given = Oplysninger om patienten
widget-length = { $length } af { $max } tegn
widget-write-first = Skriv et spørgsmål først.
widget-too-long = Teksten er { $length } tegn lang; højst { $max } kan sendes. Forkort den, den bliver stående her.

## Før der er spurgt om noget

widget-empty = Beskriv tilfældet med egne ord, og spørg om næste skridt, henvisning, koder eller behandling. Svaret bygger på den retningslinje, der gælder, hvor du arbejder.
widget-examples = Eksempler på spørgsmål
widget-example-osteoarthritis-1 = Knæartrose, patienten får hjemmepleje. Hvor henviser jeg til træning?
widget-example-osteoarthritis-2 = Hvad skal henvisningen til fysioterapeut indeholde?
widget-example-osteoporosis-1 = Kvinde 71 år, hoftebrud, FRAX 34 %, eGFR 28. Hvilket lægemiddel?
widget-example-osteoporosis-2 = Hvornår skal knogletætheden måles efter et håndledsbrud?
widget-coverage = Retningslinjer, der søges i: { $number }
widget-region-not-covered = Ingen retningslinje her gælder i { $region }. Spørgsmål besvares med afsnit fra andre regioner, mærket som sådan.

## Undervejs

widget-working = Søger i retningslinjerne …
widget-new-answer = Nyt svar.
widget-begun-anew = Den tidligere samtale findes ikke længere, så dette svar bygger kun på det seneste spørgsmål. Angiv patientens oplysninger igen.

## Svaret: hvad der blev forstået

widget-answer = Svar
widget-needs-facts = Der mangler oplysninger
widget-not-covered = Retningslinjerne her besvarer ikke det
widget-understood = Forstået som
widget-change = Ret
widget-remove = Fjern: { $fact }
widget-removed = { $fact } gælder ikke længere
widget-certainty-uncertain = usikker
widget-certainty-conflicting = modsigelse
widget-not-used = Ikke brugt i svaret
widget-read-as = »{ $written }« blev læst som »{ $read }«
widget-not-understood = »{ $words }« blev ikke forstået

## Svaret: hvad der gælder

widget-next-step = Næste skridt
widget-evidence = evidensgrad { $grade }
widget-provisional = Foreløbigt: gælder, hvis der ikke er en undtagelse. Besvar spørgsmålene nedenfor.
widget-details = Hvad retningslinjen tilføjer
widget-referral = Henvisning
widget-referral-content = Henvisningens indhold
widget-copy-referral = Kopiér henvisningsoplysninger
widget-codes = Koder
widget-copy-code = Kopiér { $code }
widget-why = Begrundelse
widget-assumed = Antages, da intet andet er sagt: { $text }

## Svaret: hvad der mangler

widget-missing = Mangler for et mere sikkert svar
widget-more-questions = Flere oplysninger, der kan have betydning: { $number }
widget-yes = Ja
widget-no = Nej
widget-do-not-know = Ved ikke
widget-choose = Vælg …
widget-answer-this = Svar
widget-not-a-value = Skriv et tal, eller vælg en mulighed.
widget-conditional = Afhænger af oplysninger, der mangler: { $number }
widget-applies-if = Gælder, hvis: { $condition }
widget-notes = Værd at vide

## Advarsler: ord foran advarslens tekst

widget-warning = Bemærk:
widget-warning-guideline_expired = Udløbet retningslinje:
widget-warning-guideline_not_yet_valid = Gælder endnu ikke:
widget-warning-guideline_undated = Udateret retningslinje:
widget-warning-guideline_old = Ældre retningslinje:
widget-warning-region_not_stated = Region mangler:
widget-warning-other_region = Anden region:
widget-warning-boundary_not_defined = På grænsen:
widget-warning-source_inconsistent = Kilden modsiger sig selv:
widget-warning-conflicting_facts = Modstridende oplysninger:
widget-warning-uncertain_fact = Usikker oplysning:
widget-warning-identifier_removed = Personoplysning fjernet:
widget-warning-practice_not_decided = Ikke besluttet:

## Kilder

widget-sources = Kilder ({ $number })
widget-source = Kilde { $number }
widget-opens-new = åbnes i ny fane
widget-page = s. { $page }
widget-expired = Udløbet
widget-valid-to = gældende til og med { $date }
widget-valid-from = gælder fra { $date }
widget-revised = revideret { $date }
widget-undated = udateret
widget-only-in-sv = kilden findes kun på svensk
widget-only-in-da = kilden findes kun på dansk
widget-only-in-en = kilden findes kun på engelsk
widget-hits = Afsnit, der kan hjælpe

## Hvad man kan gøre med svaret

widget-copy = Kopiér til journal
widget-copied = Kopieret.
widget-not-copied = Det kunne ikke kopieres. Markér teksten, og kopiér med tastaturet.
widget-copied-foot = Svar-id { $id }, hentet { $date }. { $url }
widget-print = Udskriv
widget-link = Kopiér link
widget-feedback = Var svaret til hjælp?
widget-helpful = Til hjælp
widget-not-helpful = Ikke til hjælp
widget-comment = Vil du fortælle mere? (valgfrit)
widget-comment-warning = Skriv intet, der kan knyttes til en patient.
widget-send-comment = Send kommentar
widget-thanks = Tak, det er gemt.
widget-follow-ups = Spørg videre
widget-follow-up-next_step = Hvad er næste skridt?
widget-follow-up-referral_target = Hvor henviser jeg?
widget-follow-up-required_codes = Hvilke koder registrerer jeg?
widget-follow-up-treatment = Hvilken behandling gælder?
widget-follow-up-eligibility = Opfylder patienten kriterierne?
widget-follow-up-follow_up = Hvordan følges der op?
widget-follow-up-referral_content = Hvad skal henvisningen indeholde?
widget-follow-up-documentation = Hvad skal dokumenteres?
widget-follow-up-work_up = Hvilken udredning er der behov for?
widget-whole-answer = Vis svaret med hele beslutningsvejen
widget-meta = Besvaret for { $date } · grundlag { $corpus } · svar { $id }
widget-responsibility = Gengiver retningslinjen. Den kliniske vurdering er din.

## Personoplysninger og fejl

widget-identifier = Teksten ser ud til at indeholde et CPR-nummer, et telefonnummer eller en e-mailadresse. Det er ikke nødvendigt for svaret. Intet er sendt, og teksten står her endnu.
widget-identifier-remove = Fjern det fra teksten
widget-identifier-send = Send alligevel
widget-error-offline = Tjenesten kan ikke nås lige nu. Din tekst er bevaret. Kontrollér forbindelsen, og prøv igen.
widget-error-timeout = Svaret lader vente på sig. Din tekst er bevaret. Prøv igen.
widget-error-refused = Tjenesten tager ikke imod spørgsmål fra dette websted. Den, der forvalter webstedet, kan bede om at få det tilføjet. Din tekst er bevaret.
widget-error-address = Adressen til tjenesten er forkert. Den, der forvalter siden, skal rette den. Din tekst er bevaret.
widget-error-denied = Du har ikke adgang til tjenesten herfra. Log ind igen, eller kontakt den, der forvalter siden. Din tekst er bevaret.
widget-error-limited = Der er stillet mange spørgsmål på kort tid. Din tekst er bevaret.
widget-error-busy = Tjenesten kan ikke svare lige nu. Din tekst er bevaret.
widget-error-fields = Noget i spørgsmålet kan ikke bruges. Din tekst er bevaret.
widget-error-gone = Samtalen findes ikke længere. Din tekst er bevaret. Send den igen for at begynde en ny.
widget-error-fault = Noget gik galt hos os. Din tekst er bevaret. Prøv igen.
widget-retry = Prøv igen
widget-wait = Du kan prøve igen om { $seconds } s.
widget-wait-over = Du kan prøve igen nu.
widget-read-guidelines = Læs retningslinjerne
widget-trace = Fejlnummer { $id }

## Søgefeltet

widget-search-label = Søg i retningslinjerne
widget-search-button = Søg
widget-search-suggestions = Forslag
widget-search-found = Forslag: { $number }. Vælg med piletasterne.
widget-search-none = Ingen forslag.
