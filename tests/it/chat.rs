//! `nordvis chat` in a pipe: a reply for each line, over all that was said.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn chat(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nordvis"));
    command.arg("chat").args(arguments).env_clear().env("LANG", "sv_SE.UTF-8");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn each_line_is_answered_over_all_that_was_said() {
    let input = "Konstaterad osteoporos. Vilket läkemedel?\n\n   \neGFR 28\nnej förlåt, 52\nNy patient".as_bytes();
    let output = chat(&["--region", "SE-M", "--as-of", "2026-11-21", "--json"], input);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let replies: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(replies.len(), 4, "a blank line is passed over, the last needs no line end");
    let ids = |reply: &Value| reply["recommendations"].to_string();
    assert!(!ids(&replies[0]).contains("ost-denosumab-specialist"));
    assert!(ids(&replies[1]).contains("ost-denosumab-specialist"));
    assert!(!ids(&replies[2]).contains("ost-denosumab-specialist"), "eGFR is corrected to 52");
    assert!(replies.iter().all(|reply| reply["language"] == "sv" && reply["region"] == "SE-M"));
    assert_eq!((&replies[3]["facts"], &replies[3]["intent"]), (&Value::Array(vec![]), &Value::Null));
}

#[test]
fn a_line_is_taken_back_in_every_language() {
    for (language, undo) in [("sv", "ångra"), ("da", "fortryd"), ("en", "undo that")] {
        let input = format!("Konstaterad osteoporos. Vilket läkemedel?\neGFR 28\n{undo}\n");
        let output = chat(&["--region", "SE-M", "--language", language, "--json"], input.as_bytes());
        let replies: Vec<Value> =
            text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let known = |reply: &Value| reply["facts"].to_string().contains("egfr_ml_min");
        assert_eq!(replies.iter().map(known).collect::<Vec<_>>(), [false, true, false], "{undo}");
    }
}

#[test]
fn a_conversation_ends_where_it_is_full() {
    let mut input = "eGFR 48\n".repeat(200);
    input.push_str("FRAX 22 %\n");
    let output = chat(&["--json"], input.as_bytes());
    assert_eq!((text(&output.stdout).lines().count(), text(&output.stderr).lines().count()), (200, 1));
}

#[test]
fn the_text_is_that_of_ask() {
    let question = "Konstaterad osteoporos, eGFR 28. Vilket läkemedel?";
    let arguments = ["--region", "SE-M", "--as-of", "2026-11-21"];
    let mut ask = Command::new(env!("CARGO_BIN_EXE_nordvis"));
    ask.arg("ask").arg(question).args(arguments).env_clear().env("LANG", "sv_SE.UTF-8");
    let asked = ask.output().unwrap();
    let chatted = chat(&arguments, question.as_bytes());
    assert_eq!(text(&chatted.stdout), text(&asked.stdout));
}

#[test]
fn what_cannot_be_used_is_refused_and_the_rest_answered() {
    let refused = chat(&["--region", "Skåne", "--as-of", "i dag"], b"hej");
    assert_eq!((refused.status.code(), refused.stdout.as_slice()), (Some(1), &b""[..]));
    assert_eq!(text(&refused.stderr).lines().count(), 2);
    let mut input = "å".repeat(4001).into_bytes();
    input.extend(b"\n\xff\xfe 19900101-2385 DXA?\r\n");
    let output = chat(&["--region", "SE-M"], &input);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stderr).contains("4"), "{}", text(&output.stderr));
    assert!(!output.stdout.is_empty() && !text(&output.stdout).contains("2385"));
    assert_eq!(chat(&[], b"").stdout, b"");
}
