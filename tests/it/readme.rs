//! The question of the README gets the answer of the README.

use std::process::Command;

/// The words of a command line, with double quotes round words that hold spaces.
fn words(line: &str) -> Vec<String> {
    line.split('"')
        .enumerate()
        .flat_map(|(place, part)| {
            let quoted = place % 2 == 1;
            if quoted { vec![part.to_owned()] } else { part.split_whitespace().map(str::to_owned).collect() }
        })
        .collect()
}

#[test]
fn the_answer_shown_is_the_answer_given() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let block = readme.split("```console\n").nth(1).unwrap().split("```").next().unwrap();
    let (command, shown) = block.split_once('\n').unwrap();
    let arguments = words(command.strip_prefix("$ nordvis ").unwrap());
    let output = Command::new(env!("CARGO_BIN_EXE_nordvis")).args(arguments).output().unwrap();
    let given = String::from_utf8(output.stdout).unwrap();
    assert_eq!(given.trim_end(), shown.trim_end(), "README.md shows another answer");
}
