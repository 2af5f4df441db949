### The command line.

cli-about = Tells what the guideline that applies in the region says
cli-serve = Serves over HTTP (also done without a command)
cli-serve-listen = Address to listen on
cli-serve-public-url = The address at which clients reach the service, without a path; links in cards and FHIR resources begin so
cli-serve-trusted-proxies = Reverse proxies that may say where a request comes from: addresses or networks, several with commas, none by default
cli-serve-allowed-origins = Origins whose pages may call the API, such as https://intranet.example; several with commas, none by default
cli-serve-frame-ancestors = Origins whose pages may show the chat in a frame; several with commas, none by default
cli-serve-hook-clients = The file with the journal systems that may call by CDS Hooks; without it no token is needed
cli-any-data = Folder for what is kept
cli-any-database = Database; without the flag SQLite in the data folder
cli-ask = Answers one question; nothing is stored
cli-ask-question = The question in your own words
cli-ask-intent = What is asked: next_step, referral_target, required_codes, treatment, eligibility, follow_up, referral_content, documentation, work_up or lookup
cli-ask-as-of = Day the answer is given for (YYYY-MM-DD); otherwise today
cli-ask-referral = Print the referrals that the answer recommends too, as drafts
cli-chat = Holds a conversation: one line, one answer; nothing is stored
cli-chat-as-of = The day that the answers are given for (YYYY-MM-DD); otherwise today
cli-search = Searches the sections of the guidelines
cli-search-query = What to find
cli-search-limit = Highest number of hits
cli-check = Shows every fault of corpus and texts, with file, line and what to do
cli-check-dir = Folder with corpus and locales, or a corpus; otherwise what is embedded
cli-explain = Shows every rule of a guideline with the verdict of each condition
cli-explain-guideline = Id of the guideline, for example se-m/osteoporos
cli-audit = Looks at the audit log: verify finds every change, removal and insertion, and says where
cli-audit-task = What to do: verify
cli-audit-checkpoint = Row that is known to have been in the log, as an earlier verification printed it; may be repeated
cli-bad-checkpoint = A checkpoint is written CHAIN:NUMBER:HASH, as “nordvis audit verify” prints it.
cli-audit-verified =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $faults ->
        [one] { $faults } fault
       *[other] { $faults } faults
    }.
cli-audit-head = End of the chain, to be kept elsewhere: { $checkpoint }
cli-audit-missing = Chain { $chain }: rows from { $number } on are missing.
cli-audit-changed = Chain { $chain }, row { $number }: it was changed, moved or added.
cli-audit-earlier = Chain { $chain }, row { $number }: it is earlier than the row before it.
cli-audit-added = Chain { $chain }, row { $number }: it was added where rows had been purged.
cli-audit-purge-untold = Chain { $chain }: the rows up to { $number } were removed, and no purge tells of it.
cli-audit-cut-off = Chain { $chain }, row { $number }: it was known and is not there as it was; the log was cut off or rewritten.
cli-purge = Deletes what is older than it may be, and tells how much
cli-purge-dry-run = Only tells how much would be deleted
cli-purge-rewrite = Then writes the whole database anew, so that nothing deleted is left in its files
cli-any-keep-conversations = Days that conversations are kept after their last message; from 1 to 730
cli-any-keep-answers = Days that answers outside conversations are kept; at least 1
cli-any-keep-feedback = Days that feedback is kept; at least 1
cli-any-keep-audit = Days that the audit log is kept; at least 1826, which are five years
cli-purged = Deleted: { $conversations ->
        [one] { $conversations } conversation
       *[other] { $conversations } conversations
    }, { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }, { $feedback ->
        [one] { $feedback } piece of feedback
       *[other] { $feedback } pieces of feedback
    }, { $audit ->
        [one] { $audit } row of the audit log
       *[other] { $audit } rows of the audit log
    }.
cli-overdue = To be deleted: { $conversations ->
        [one] { $conversations } conversation
       *[other] { $conversations } conversations
    }, { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }, { $feedback ->
        [one] { $feedback } piece of feedback
       *[other] { $feedback } pieces of feedback
    }, { $audit ->
        [one] { $audit } row of the audit log
       *[other] { $audit } rows of the audit log
    }.
cli-backup = Writes everything that is kept to a file while the service runs
cli-restore = Reads a backup into an empty database
cli-any-file = File of the backup
cli-backed-up = { $file } holds { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } and was read again; its audit log has { $faults ->
        [one] { $faults } fault
       *[other] { $faults } faults
    }.
cli-restored = Restored from { $file }: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }; the audit log has { $faults ->
        [one] { $faults } fault
       *[other] { $faults } faults
    }.
cli-backup-unknown = { $file } is not a backup that this version of nordvis knows.
cli-backup-damaged = { $file } is damaged from line { $line } on. Nothing was restored.
cli-backup-file = { $file } cannot be written or read: { $reason }.
cli-restore-not-empty = The database at { $place } is not empty. Restore into a new one; nothing was changed.
cli-store-none = There is no database at { $place }, and none was made. Name the right one with --data or --database; nordvis serve makes a new one.
cli-store-damaged = The database at { $place } is damaged. Nothing was changed. Stop what uses it, set it aside and restore the latest backup with “nordvis restore”.
cli-store-full = There is no room left for the database at { $place }. Make room and start again.
cli-store-not-ours = The database at { $place } belongs to another program. Nothing was changed.
cli-store-newer = The database at { $place } was written by another version of nordvis (migration { $version }). Nothing was changed; use that version or a later one.
cli-store-too-old = { $library } is too old. Version { $oldest } or later is needed.
cli-publish = Checks a corpus, keeps it and lets it answer from now on
cli-publish-dir = Folder with corpus and locales, or a corpus; otherwise what is embedded
cli-corpora = Shows the corpora that are kept, or goes back to one of them
cli-corpora-action = list shows them, rollback goes back
cli-corpora-to = The corpus to go back to: its fingerprint or the beginning of it, or embedded; otherwise the one that answered before
cli-corpora-count = Counts the answers that stand on each of them, which may take a while
cli-replay = Decides stored answers again with the corpus they stand on, and compares them byte for byte
cli-replay-id = Id of the answer
cli-replay-all = Every stored answer
cli-changes = Shows which stored answers become others with another corpus, and how
cli-changes-old = The one corpus: fingerprint, folder, embedded or active
cli-changes-new = The other corpus
cli-changes-words = Also tells where only the wording changes; without it such answers are counted
cli-completions = Prints a script for tab completion
cli-completions-shell = The shell
cli-any-config = Configuration file; flags and variables go before it
cli-any-language = Language of everything that is read: sv, da or en
cli-any-corpus = Folder to read the corpus from instead of the embedded one
cli-any-locales = Folder to read the texts from instead of the embedded ones
cli-any-default-region = Region that applies when the question names none, for example SE-F
cli-any-region = Code of the region by ISO 3166-2, for example SE-F
cli-any-fact = A fact of the case, for example egfr_ml_min=48; may be repeated
cli-any-json = Prints the result as JSON
cli-unknown-argument = There is no flag { $argument }.
cli-argument-surplus = “{ $argument }” is one word too many here.
cli-unknown-command = There is no command “{ $argument }”.
cli-missing-argument = This is missing: { $argument }.
cli-invalid-value = The value of { $argument } cannot be used. { $help }.
cli-value-among = { $argument } is one of: { $values }.
cli-argument-twice = { $argument } cannot be given like that.
cli-see-help = Write nordvis --help to see what there is.
cli-config-unreadable = the configuration file cannot be read: { $reason }
cli-config-malformed = the configuration file is not TOML: { $reason }
cli-config-unknown = there is no setting “{ $key }”
cli-config-did-you-mean = there is no setting “{ $key }”; was “{ $near }” meant?
cli-bad-language = There is no such language. Choose sv, da or en.
cli-bad-region = There is no such region. Write the ISO 3166-2 code of a Swedish or Danish region, for example SE-F or DK-81.
cli-bad-intent = There is no such intent. Choose among { $intents }.
cli-bad-date = The date cannot be read. Write it like 2026-11-21.
cli-nothing-asked = Write a question, or say what is asked with --intent.
cli-chat-full = A conversation takes at most 200 messages. Begin a new one.
cli-question-long = The question is longer than 4,000 characters. Shorten it.
cli-fact-form = “{ $fact }” is not a fact. Write it as id=value, for example egfr_ml_min=48.
cli-fact-unknown = There is no fact called “{ $fact }”.
cli-fact-did-you-mean = There is no fact called “{ $fact }”. Was “{ $near }” meant?
cli-fact-boolean = { $fact } is yes or no. Write true, false, or null for “not known”.
cli-fact-choice = { $fact } is one of { $options }.
cli-fact-whole = { $fact } is a whole number.
cli-fact-number = { $fact } is a number from { $low } to { $high } ({ $unit }).
cli-no-guideline = There is no such guideline. There is: { $near }.
cli-serving = nordvis answers at http://{ $address }
cli-not-listening = Cannot listen on { $address }: { $reason }.
cli-store-closed = The database at { $place } cannot be used: { $reason }.
cli-bad-hook-clients = The list of journal systems cannot be read: { $reason }
cli-bad-database = The database is given as sqlite:PATH or postgres://USER@HOST/DATABASE.
cli-bad-origin = “{ $origin }” is not an origin. Write scheme and host, and the port if it is not the usual one: https://intranet.example. Patterns and * are not taken.
cli-bad-proxy = “{ $address }” is neither an IP address nor a network such as 10.1.0.0/16.
cli-password-shown = Everybody on this machine can read the password in --database in the list of processes. Give the address in the variable NORDVIS_DATABASE or in a file for --config.
cli-beyond-loopback = nordvis listens beyond this machine only when it knows whom to let in, and { $address } reaches further. Give a client a key with nordvis clients create NAME, or name an issuer of tokens in a file for --access; docs/access.md shows how.
cli-nothing-found = No section was found.
cli-searched-for = Searched for “{ $query }”.
cli-hit = { $heading } ({ $place }): { $text }
cli-search-failed = The search could not be done.
cli-checked =
    { $guidelines ->
        [one] { $guidelines } guideline
       *[other] { $guidelines } guidelines
    }, { $rules ->
        [one] { $rules } rule
       *[other] { $rules } rules
    }, { $cases ->
        [one] { $cases } case
       *[other] { $cases } cases
    }: { $faults ->
        [one] { $faults } fault
       *[other] { $faults } faults
    }.
cli-outcome-recommended = applies
cli-outcome-provisional = applies provisionally
cli-outcome-conditional = depends on missing information
cli-outcome-rejected = does not apply
cli-verdict-holds = true
cli-verdict-fails = false
cli-verdict-unknown = unknown
cli-clients = Who may ask: programs with API keys
cli-clients-create = Lets a new client in and prints its key, once
cli-clients-list = Shows every client with its keys, but no secrets
cli-clients-revoke = Lets a client in no more, or not with one of its keys
cli-clients-rotate = Gives a client a new key; the old ones hold for a while
cli-clients-create-name = The client’s name: letters, digits, dots, hyphens
cli-clients-create-scope = What it may do: ask, search, feedback, audit.read, content.publish or metrics.read; may be repeated. Without it ask, search and feedback
cli-clients-create-region = Region that applies when its questions name none
cli-clients-create-reply-language = Language of replies when its requests name none
cli-clients-create-per-minute = How many requests it may make in a minute; from 1 to 1,000,000
cli-clients-revoke-name = The client’s name
cli-clients-revoke-key = Only this key, as the list shows it
cli-clients-rotate-name = The client’s name
cli-clients-rotate-overlap-hours = For how many hours the old keys still hold; at most 8760, which are a year
cli-client-taken = There is already a client called “{ $client }”. Give it another key with nordvis clients rotate.
cli-client-unknown = There is no client called “{ $client }”. nordvis clients list shows those that there are.
cli-client-no-key = “{ $client }” has no key to revoke: none, or not that one, still holds. nordvis clients list shows the keys.
cli-client-revoked = “{ $client }” is let in no more with what was revoked; a running service knows within a few seconds.
cli-client-keep-key = This is shown once. Keep it where secrets are kept, and send it in the header Authorization: Bearer.
cli-client-others-end = The client’s other keys end at { $time }.
cli-client-bad-name = A client’s name has at most 64 letters, digits, dots, hyphens and underscores.
cli-client-bad-scope = There is no such scope. Choose among { $scopes }.
cli-client-key = { "  " }{ $key }, made { $made }
cli-client-key-ends = { "  " }{ $key }, made { $made }, ends { $end }
cli-client-key-ended = { "  " }{ $key }, made { $made }, ended { $end }
cli-serve-access = File that says whose tokens are believed and how often anybody may ask
cli-serve-contact = Where weaknesses are reported: an address by mailto: or https:
cli-bad-access = { $file } cannot be used: { $reason }
cli-bad-contact = The contact is an address that begins with mailto: or https:.
cli-published = { $corpus } answers from now on.
cli-not-published = Nothing was published: the corpus has { $faults ->
        [one] { $faults } fault
       *[other] { $faults } faults
    }.
cli-nothing-published = There is nothing to go back to: no other corpus has been published.
cli-no-corpus = There is no corpus, or more than one, that begins with “{ $corpus }”. nordvis corpora shows them.
cli-corpus-unusable = { $corpus } cannot be used: { $reason }.
cli-corpus-kept = { $corpus }, kept { $time }
cli-corpus-unkept = { $corpus }, not kept before it answers
cli-corpus-answers = , answers: { $answers }
cli-corpus-embedded = (embedded)
cli-no-answer = No answer with this id is kept.
cli-bad-id = That is no answer’s id. An id is digits and letters in five groups, such as 0199c4b2-7f3e-7a51-9c0d-2b6f8e1a4d37; the answer gives it as its id.
cli-replay-differs = { $answer } comes out different (then version { $program }): { $fields }
cli-replay-unusable = { $answer } cannot be decided again: { $reason }.
cli-replayed = The same: { $identical }. Different: { $different }. Not decided: { $undecided }.
cli-replay-others =
    { $answers ->
        [one] { $answers } of them was given by another build of the program than this one, { $program }.
       *[other] { $answers } of them were given by another build of the program than this one, { $program }.
    }
cli-changed = Answers: { $answers }. Become others: { $different }. Only the wording changes: { $reworded }. Not decided: { $undecided }.
cli-change-undecided = { $answer } cannot be decided with both corpora.
cli-change-status = status
cli-change-intent = what is asked
cli-change-region = region
cli-change-facts = understood
cli-change-mentions = not used
cli-change-repairs = taken for another word
cli-change-notUnderstood = not understood
cli-change-recommendations = recommendation
cli-change-conditional = depends on information
cli-change-assumptions = assumption
cli-change-questions = question
cli-change-warnings = warning
cli-change-notes = note
cli-change-hits = passage
cli-change-strength = strength
cli-change-provisional = provisional
cli-change-intents = answers
cli-change-targets = to
cli-change-codes = code
cli-change-deadline = time limit
cli-change-evidence = evidence
cli-change-because = because
cli-change-citations = stands on
cli-change-missing = missing
cli-change-when = condition
cli-change-certainty = how sure
cli-change-value = value
cli-change-values = values
cli-change-unit = unit
cli-change-options = option
cli-change-text = numbers in the text
cli-change-order = another order
cli-change-wording = wording
cli-reason-file =
    { $kind ->
        [missing] there is no such file or folder
        [denied] the operating system does not allow it
        [read-only] nothing can be written there
        [full] there is no room left
        [folder] it is a folder
        [no-folder] a part of its path is no folder
        [no-text] it does not hold what was expected
       *[other] the operating system refuses it ({ $code })
    }
cli-reason-connection =
    { $kind ->
        [refused] nothing answers there; is the server running?
        [late] it did not answer in time
        [in-use] another program listens there
        [not-ours] it is no address of this machine
        [denied] the operating system does not allow it
       *[other] there is no connection ({ $code })
    }
cli-reason-store =
    { $kind ->
        [overloaded] too much is waiting to be written
        [full] there is no room left
        [damaged] it is damaged
        [overtaken] another program came between; try again
        [too-old] its program is too old
        [newer] another version of nordvis wrote it
        [not-ours] it belongs to another program
        [not-encrypted] the connection cannot be encrypted as asked
        [no-log] its file system cannot share a write-ahead log, as network drives cannot; keep it on a disk of this machine
        [late] it did not respond in time
        [moved] its file was moved, replaced or removed while it was open
        [orphan] the file is gone, but its write-ahead log is there: put the file back, or set -wal and -shm aside as well
       *[other] it is closed
    }
cli-reason-sqlite =
    { $kind ->
        [denied] the operating system does not allow it (SQLite { $code })
        [locked] another program holds it locked (SQLite { $code })
        [read-only] it cannot be written to; look at the permissions of the file and its folder (SQLite { $code })
        [disk] the disk does not give or take what it should; was a file moved while it was in use? (SQLite { $code })
        [not-opened] the file cannot be opened (SQLite { $code })
       *[other] it refused (SQLite { $code })
    }
cli-reason-postgres =
    { $kind ->
        [no-database] the server has no database with this name (SQLSTATE { $code })
        [login] the server does not let this user in; look at name, password and pg_hba.conf (SQLSTATE { $code })
        [denied] the user lacks a right that nordvis needs (SQLSTATE { $code })
        [crowded] the server has too many connections (SQLSTATE { $code })
        [read-only] the server only lets it be read (SQLSTATE { $code })
        [stopping] the server is stopping or starting (SQLSTATE { $code })
        [connection] the connection broke (SQLSTATE { $code })
       *[other] the server refused (SQLSTATE { $code })
    }
cli-reason-corpus =
    { $kind ->
        [unknown] no corpus with this fingerprint is kept
        [damaged] the kept corpus is damaged; publish it again
       *[other] this version of nordvis finds { $faults ->
            [one] { $faults } fault
           *[other] { $faults } faults
        } in it
    }
cli-reason-unreadable = what was kept of the answer is damaged
