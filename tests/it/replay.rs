//! Stored answers decided again: the same bytes from the same corpus, and told apart from another.

use serde_json::{Value, json};

use crate::replica::json as told;
use crate::replica::{Replica, call, replays, write_edited};
use crate::server::Server;
use crate::store::bed::Bed;
use crate::vignettes::vignettes;

const CASE: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true,"egfr_ml_min":28},"region":"SE-M",
    "language":"en","asOf":"2021-03-01"}"#;

fn database(server: &Server) -> String {
    format!("sqlite:{}", server.folder().join("nordvis.db").display())
}

fn post(server: &Server, path: &str, body: &Value) -> Value {
    let response = server.post_in(path, "da;q=0.5", &body.to_string());
    assert!([200, 201].contains(&response.status), "{}", response.body);
    response.json()
}

/// Every worked case, and messages with identifiers, in facts and words, alone and in turns.
fn answer_everything(server: &Server) -> usize {
    let mut answers = 0;
    for case in vignettes("structured").into_iter().chain(vignettes("free_text")) {
        post(server, "/api/v1/answers", &case.request);
        answers += 1;
    }
    for case in vignettes("conversation") {
        let settings: serde_json::Map<_, _> = ["region", "language", "asOf"]
            .into_iter()
            .filter_map(|field| Some((field.to_owned(), case.request.get(field)?.clone())))
            .collect();
        let begun = post(server, "/api/v1/conversations", &settings.into());
        let path = format!("/api/v1/conversations/{}/messages", begun["id"].as_str().unwrap());
        for turn in case.request["turns"].as_array().unwrap() {
            let body = if turn.is_string() { json!({"text": turn}) } else { turn.clone() };
            post(server, &path, &body);
            answers += 1;
        }
    }
    for text in ["Kvinna 19900101-2385 i Malmö, 72 år, FRAX 34 %: läkemedel?", "hej", "Knæartrose i Aalborg, hvad nu?"]
    {
        post(server, "/api/v1/answers", &json!({"question": text}));
        answers += 1;
    }
    let begun = post(server, "/api/v1/conversations", &json!({}));
    let path = format!("/api/v1/conversations/{}/messages", begun["id"].as_str().unwrap());
    for body in
        [json!({"text": "Anna, 900101-2385, osteoporos i Skåne. Läkemedel?"}), json!({"facts": {"egfr_ml_min": 28}})]
    {
        post(server, &path, &body);
        answers += 1;
    }
    answers
}

#[test]
fn every_stored_answer_is_decided_again_to_the_same_bytes() {
    let server = Server::start();
    let answers = answer_everything(&server);
    assert_eq!(replays(&database(&server)), answers);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_would_not_be_given_again_is_told_with_its_fields() {
    use sqlx::{ConnectOptions, sqlite::SqliteConnectOptions};
    let server = Server::start();
    let (id, other) =
        (post(&server, "/api/v1/answers", &serde_json::from_str(CASE).unwrap()), CASE.replace("28", "52"));
    post(&server, "/api/v1/answers", &serde_json::from_str(&other).unwrap());
    let file = server.folder().join("nordvis.db");
    let mut connection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    let change = "UPDATE answers SET reply = replace(reply, '\"value\":28', '\"value\":29'), checksum = NULL";
    sqlx::query(change).execute(&mut connection).await.unwrap();
    let replayed = call(&["replay", "--all", "--json", "--database", &database(&server)]);
    assert_eq!(replayed.status.code(), Some(1));
    let replayed: Value = serde_json::from_slice(&replayed.stdout).unwrap();
    assert_eq!(replayed["identical"], 1);
    assert_eq!(replayed["different"][0]["id"], id["id"]);
    let place = id["facts"].as_array().unwrap().iter().position(|fact| fact["id"] == "egfr_ml_min").unwrap();
    assert_eq!(replayed["different"][0]["fields"], json!([format!("/facts/{place}/value")]));
    let id = id["id"].as_str().unwrap();
    let one = call(&["replay", id, "--database", &database(&server)]);
    assert_eq!(one.status.code(), Some(1));
    let said = String::from_utf8(one.stdout).unwrap();
    assert!(said.contains(&format!("{id} comes out different")), "{said}");
    sqlx::query("UPDATE corpora SET archive = zeroblob(9)").execute(&mut connection).await.unwrap();
    // What the program brings needs no archive; what it does not bring does.
    sqlx::query("UPDATE answers SET corpus = 'sha256:unknown'").execute(&mut connection).await.unwrap();
    let unknown = call(&["replay", id, "--json", "--database", &database(&server)]);
    assert_eq!(unknown.status.code(), Some(1));
    let unknown: Value = serde_json::from_slice(&unknown.stdout).unwrap();
    assert_eq!(unknown["undecided"][0]["id"], id);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_damaged_answer_is_named_and_hides_no_other() {
    for bed in [Bed::sqlite(), Bed::postgres().await] {
        let url = bed.url();
        let replica = Replica::start(&url);
        let answer = || replica.post("/api/v1/answers", CASE).json()["id"].as_str().unwrap().to_owned();
        let [owned, whole, undecodable, _] = [answer(), answer(), answer(), answer()];
        let talk = || {
            let begun = replica.post("/api/v1/conversations", r#"{"region":"SE-M"}"#).json();
            let begun = begun["id"].as_str().unwrap().to_owned();
            let said = replica.post(&format!("/api/v1/conversations/{begun}/messages"), r#"{"text":"Osteoporos"}"#);
            (begun, said.json()["id"].as_str().unwrap().to_owned())
        };
        let [misheard, set_otherwise, orphaned, _] = [talk(), talk(), talk(), talk()];
        assert_eq!(replays(&url), 8);
        let mut raw = bed.raw().await;
        let file = raw.is_file();
        let id = |id: &str| if file { format!("x'{}'", id.replace('-', "")) } else { format!("'{id}'") };
        let words = |hex: &str| if file { format!("CAST(x'{hex}' AS TEXT)") } else { format!(r"'\x{hex}'") };
        let unguarded = if file { "PRAGMA foreign_keys = OFF" } else { "SET session_replication_role = replica" };
        for damage in [
            format!("UPDATE answers SET owner = 'somebody' WHERE id = {}", id(&owned)),
            // No text, and another than was said.
            format!("UPDATE answers SET request = {} WHERE id = {}", words("ff"), id(&undecodable)),
            format!("UPDATE answers SET input = {} WHERE id = {}", words("7b7d"), id(&misheard.1)),
            format!("UPDATE conversations SET settings = {} WHERE id = {}", words("7b7d"), id(&set_otherwise.0)),
            unguarded.to_owned(),
            format!("DELETE FROM conversations WHERE id = {}", id(&orphaned.0)),
        ] {
            raw.run(&damage).await;
        }
        let replayed = call(&["replay", "--all", "--json", "--database", &url]);
        assert_eq!(replayed.status.code(), Some(1));
        let replayed: Value = serde_json::from_slice(&replayed.stdout).unwrap();
        let undecided: Vec<_> = replayed["undecided"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
        assert_eq!(json!(undecided), json!([owned, undecodable, misheard.1, set_otherwise.1, orphaned.1]));
        assert_eq!((&replayed["identical"], &replayed["different"]), (&json!(3), &json!([])));
        for (id, exit) in [(&owned, 1), (&whole, 0)] {
            let one = call(&["replay", id, "--json", "--database", &url]);
            assert_eq!(one.status.code(), Some(exit), "{id}");
            let one: Value = serde_json::from_slice(&one.stdout).unwrap();
            assert_eq!(
                (&one["identical"], one["undecided"].as_array().unwrap().len()),
                (&json!(1 - exit), exit as usize)
            );
        }
        // Of what could not be compared nobody is told that it stays as it is.
        let compared = call(&["changes", "embedded", "embedded", "--json", "--database", &url]);
        assert_eq!(compared.status.code(), Some(1));
        let compared: Value = serde_json::from_slice(&compared.stdout).unwrap();
        let missed: Vec<_> = compared["undecided"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
        assert_eq!((&compared["answers"], json!(missed)), (&json!(8), json!(undecided)));
        let said = call(&["changes", "embedded", "embedded", "--database", &url]);
        assert_eq!(said.status.code(), Some(1));
        let said = String::from_utf8(said.stdout).unwrap();
        assert!(undecided.iter().all(|id| said.contains(&format!("{} cannot be", id.as_str().unwrap()))), "{said}");
    }
}

#[test]
fn calls_that_name_no_answer_are_refused() {
    let server = Server::start();
    let database = database(&server);
    for (arguments, exit) in [
        (&["replay"][..], 2),
        (&["replay", "--all", "019356f0-0000-7000-8000-000000000000"], 2),
        (&["replay", "nothing"], 2),
        (&["replay", "019356f0-0000-7000-8000-000000000000"], 1),
        (&["changes", "embedded", "sha256:0123"], 1),
        (&["corpora", "rollback"], 1),
        (&["corpora", "rollback", "sha256:"], 1),
        (&["corpora", "erase"], 2),
    ] {
        let output = call(&[arguments, &["--database", &database]].concat());
        assert_eq!(output.status.code(), Some(exit), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
    let output = call(&["replay", "nothing", "--language", "sv", "--database", &database]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("fem grupper"), "what an id looks like is not said");
}

#[test]
fn a_trace_tells_of_every_rule_what_it_came_to_and_why() {
    let server = Server::start();
    let answer = post(&server, "/api/v1/answers", &serde_json::from_str(CASE).unwrap());
    let path = format!("/api/v1/answers/{}/trace", answer["id"].as_str().unwrap());
    let response = server.get(&path);
    assert_eq!((response.status, response.header("content-language")), (200, "en"));
    let trace = response.json();
    assert_eq!(
        (&trace["id"], &trace["corpus"], &trace["intent"]),
        (&answer["id"], &answer["corpus"], &json!("treatment"))
    );
    let guidelines = trace["guidelines"].as_array().unwrap();
    assert_eq!(guidelines.iter().map(|one| &one["id"]).collect::<Vec<_>>(), ["se-m/osteoporos"]);
    let rules = guidelines[0]["rules"].as_array().unwrap();
    let recommended: Vec<_> = rules
        .iter()
        .filter(|rule| {
            rule["asked"] == true && ["recommended", "provisional"].contains(&rule["outcome"].as_str().unwrap())
        })
        .map(|rule| &rule["id"])
        .collect();
    let given: Vec<_> = answer["recommendations"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(recommended, given);
    let denosumab = rules.iter().find(|rule| rule["id"] == "ost-denosumab-specialist").unwrap();
    let when = &denosumab["conditions"][0];
    assert_eq!((&when["role"], &when["verdict"]), (&json!("when"), &json!("holds")));
    fn find<'a>(part: &'a Value, condition: &str) -> Option<&'a Value> {
        if part["condition"] == condition {
            return Some(part);
        }
        part["parts"].as_array().unwrap().iter().find_map(|inner| find(inner, condition))
    }
    let egfr = find(when, "egfr_ml_min < 35").unwrap();
    assert_eq!((&egfr["verdict"], &egfr["value"]), (&json!("holds"), &json!("eGFR 28 mL/min")));
    assert!(egfr["text"].as_str().unwrap().contains("35 mL/min"), "{egfr}");
    assert_eq!(server.get("/api/v1/answers/019356f0-0000-7000-8000-000000000000/trace").status, 404);
}

#[test]
fn what_another_corpus_would_change_is_told_answer_by_answer() {
    let folder = tempfile::tempdir().unwrap();
    write_edited(folder.path(), |path, text| match path {
        "corpus/guidelines/se-m/osteoporos/rules.toml" => text.replace("egfr_ml_min < 35", "egfr_ml_min < 25"),
        "locales/en/app.ftl" => text.replace("Because:", "Grounds:"),
        _ => text.to_owned(),
    });
    let data = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", data.path().join("nordvis.db").display());
    let replica = Replica::start(&database);
    let touched = replica.post("/api/v1/answers", CASE).json();
    let same = replica.post("/api/v1/answers", &CASE.replace("28", "52").replace("SE-M", "SE-F")).json();
    let edited = folder.path().to_str().unwrap();
    let changed = told(&["changes", "embedded", edited, "--json", "--database", &database]);
    assert_eq!((&changed["answers"], &changed["undecided"]), (&json!(2), &json!([])));
    assert_eq!(changed["different"].as_array().unwrap().len(), 1, "{changed}");
    assert_eq!(changed["different"][0]["id"], touched["id"]);
    let gone = json!({"at": ["recommendations", "ost-denosumab-specialist"], "change": "removed"});
    assert!(changed["different"][0]["changes"].as_array().unwrap().contains(&gone), "{changed}");
    let words = told(&["changes", "active", edited, "--words", "--json", "--database", &database]);
    let ids: Vec<_> = words["reworded"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert!(ids.contains(&&touched["id"]), "{words}");
    assert_eq!(ids.contains(&&same["id"]), same["text"].as_str().unwrap().contains("Because:"), "{words}");
    let said = call(&["changes", "embedded", edited, "--database", &database]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.contains("  - recommendation: ost-denosumab-specialist\n"), "{said}");
}

#[test]
fn the_same_rules_with_other_duties_places_limits_and_sections_are_other_decisions() {
    let folder = tempfile::tempdir().unwrap();
    write_edited(folder.path(), |path, text| match path {
        "corpus/guidelines/se-m/osteoporos/rules.toml" => {
            let (before, rule) = text.split_once("id = \"ost-denosumab-specialist\"").unwrap();
            let (rule, after) = rule.split_once("[[rule]]").unwrap();
            let rule = rule
                .replace("strength = \"states\"", "strength = \"must\"")
                .replace("targets = [\"osteoporosis-clinic\"]\n", "")
                .replace("\"bilaga-2-osteoporosmottagning\", ", "")
                .replace(
                    "alternatives",
                    "evidence = \"Ia (A)\"\ndeadline = { weeks = 4, from = \"diagnosis\" }\nalternatives",
                );
            format!("{before}id = \"ost-denosumab-specialist\"{rule}[[rule]]{after}")
        }
        path if path.ends_with("/guidelines/se-m-osteoporos.ftl") => {
            text.replace("\nost-calcium-vitamin-d = ", "\n    .deadline = 4\nost-calcium-vitamin-d = ")
        }
        _ => text.to_owned(),
    });
    let data = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", data.path().join("nordvis.db").display());
    let replica = Replica::start(&database);
    assert_eq!(replica.post("/api/v1/answers", CASE).status, 200);
    let said = call(&["changes", "embedded", folder.path().to_str().unwrap(), "--database", &database]);
    let told = String::from_utf8(said.stdout).unwrap();
    for line in [
        "  ~ recommendation: ost-denosumab-specialist: strength: states → must\n",
        "  - recommendation: ost-denosumab-specialist: to: osteoporosis-clinic\n",
        "  - recommendation: ost-denosumab-specialist: stands on: se-m/osteoporos bilaga-2-osteoporosmottagning\n",
        "  ~ recommendation: ost-denosumab-specialist: evidence: null → Ia (A)\n",
        "  ~ recommendation: ost-denosumab-specialist: time limit: weeks: null → 4\n",
        "Answers: 1. Become others: 1. Only the wording changes: 0. Not decided: 0.",
    ] {
        assert!(told.contains(line), "{line} is not in {told}{}", String::from_utf8_lossy(&said.stderr));
    }
}
