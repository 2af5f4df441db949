//! Do documents and examples of deployment speak of the program as it is? Every flag and every variable that they name.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use nordvis::config::Call;

fn texts() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("README.md")];
    for folder in ["deploy", "docs"] {
        files.extend(fs::read_dir(root.join(folder)).unwrap().map(|file| file.unwrap().path()));
    }
    // Images are no texts.
    files.into_iter().filter_map(|file| fs::read_to_string(&file).ok().map(|text| (file, text))).collect()
}

/// Every flag and variable of every command.
fn known() -> (BTreeSet<String>, BTreeSet<String>) {
    fn gather(command: &clap::Command, flags: &mut BTreeSet<String>, variables: &mut BTreeSet<String>) {
        for argument in command.get_arguments() {
            flags.extend(argument.get_long().map(|flag| format!("--{flag}")));
            variables.extend(argument.get_env().map(|name| name.to_str().unwrap().to_owned()));
        }
        command.get_subcommands().for_each(|command| gather(command, flags, variables));
    }
    let (mut flags, mut variables) = (BTreeSet::from(["--help".into(), "--version".into()]), BTreeSet::new());
    gather(&Call::command(), &mut flags, &mut variables);
    (flags, variables)
}

/// The words of a text that begin so and go on with these.
fn words<'a>(text: &'a str, begin: &str, with: fn(char) -> bool) -> Vec<&'a str> {
    let places = text.match_indices(begin).map(|(place, _)| &text[place..]);
    places
        .map(|rest| &rest[..rest[begin.len()..].find(|c| !with(c)).map_or(rest.len(), |end| begin.len() + end)])
        .collect()
}

/// What is written of calls of nordvis: from its name to the end of the line or of the quoted words, and a flag that is
/// quoted alone.
fn calls(text: &str) -> Vec<&str> {
    let quoted =
        text.split('`').skip(1).step_by(2).filter(|quoted| quoted.starts_with("--") || quoted.contains("nordvis "));
    let shown = text.lines().filter(|line| line.starts_with("    ")).filter_map(|line| {
        let place = line.find("nordvis ").or_else(|| line.find("cargo run").and_then(|_| line.find(" -- ")))?;
        line[place..].split('#').next()
    });
    quoted.chain(shown).collect()
}

#[test]
fn every_flag_that_is_written_of_exists() {
    let (flags, _) = known();
    let (mut missing, mut found) = (Vec::new(), BTreeSet::new());
    for (file, text) in texts().iter().filter(|(file, _)| file.extension().is_some_and(|ending| ending == "md")) {
        for call in calls(text).into_iter().filter(|call| !call.starts_with("cargo ") && !call.starts_with("--nordvis"))
        {
            for flag in
                words(call, "--", |c| c.is_ascii_lowercase() || c == '-').into_iter().filter(|flag| flag.len() > 2)
            {
                found.insert(flag.to_owned());
                if !flags.contains(flag) {
                    missing.push(format!("{}: {flag} in {call}", file.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(found.len() >= 20, "they are not found: {found:?}");
}

#[test]
fn every_variable_that_is_written_of_exists() {
    let (_, variables) = known();
    let (mut missing, mut found) = (Vec::new(), BTreeSet::new());
    for (file, text) in texts() {
        for name in words(&text, "NORDVIS_", |c| c.is_ascii_uppercase() || c == '_') {
            // Those of tests and benchmarks, and two that an example of a client chooses for itself.
            let others = ["NORDVIS_TEST_", "NORDVIS_BENCH_"].iter().any(|start| name.starts_with(start));
            if others || ["NORDVIS_KEY", "NORDVIS_URL"].contains(&name) {
                continue;
            }
            found.insert(name.to_owned());
            if !variables.contains(name) {
                missing.push(format!("{}: {name}", file.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(
        ["NORDVIS_LISTEN", "NORDVIS_DATABASE", "NORDVIS_DATA"].iter().all(|name| found.contains(*name)),
        "{found:?}"
    );
}

/// What one location sets, its sisters do not inherit; what a location sets anew hides all that the server sets.
#[test]
fn the_reverse_proxy_decides_for_every_location_alike() {
    let written = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/nginx.conf")).unwrap();
    let (server, locations) = written.split_at(written.find("location ").unwrap());
    assert!(server.contains("# Who may come in is decided here"), "where no location is entered yet");
    let headers =
        server.lines().chain(locations.lines()).filter_map(|line| line.trim().strip_prefix("proxy_set_header "));
    let headers: BTreeSet<&str> = headers.collect();
    for header in ["X-Forwarded-For $remote_addr;", "Forwarded \"\";"] {
        assert!(headers.contains(header), "a client could say where it comes from: {headers:?}");
    }
    let blocks: Vec<(&str, &str)> = written
        .lines()
        .filter_map(|line| line.trim().strip_prefix("location ")?.strip_suffix(" }")?.split_once(" { "))
        .collect();
    assert_eq!(blocks.len(), written.lines().filter(|line| line.trim().starts_with("location")).count());
    for (path, said) in &blocks {
        let known = ["proxy_pass http://nordvis;", "return 404;"].iter().any(|end| said.ends_with(end));
        assert!(known && !said.contains("auth") && !said.contains("header"), "{path} {said}");
        assert!(path.starts_with("= ") || path.ends_with('/'), "{path} begins other addresses too");
    }
    assert!(blocks.iter().any(|(path, said)| *path == "/cds-services/" && said.contains("client_max_body_size 2m;")));
}

fn deployed(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(file)).unwrap()
}

/// Paths in a compose file begin where it lies, paths in its recipe where the recipe is followed.
#[test]
fn the_recipe_makes_every_file_that_the_containers_are_given() {
    let (compose, proxy) = (deployed("compose.yaml"), deployed("nginx.conf"));
    let recipe: Vec<&str> = compose.lines().filter_map(|line| line.strip_prefix("#   ")).collect();
    let recipe = recipe.join("\n");
    let given = compose.lines().filter(|line| !line.trim_start().starts_with('#'));
    let mut given: BTreeSet<String> = given
        .flat_map(|line| words(line, "./secrets/", |c| c.is_ascii_alphanumeric() || "/.-_".contains(c)))
        .map(|path| path.replacen("./", "deploy/", 1))
        .collect();
    assert!(given.remove("deploy/secrets/tls") && given.len() == 2, "{given:?}");
    let tls = words(&proxy, "/etc/nginx/tls/", |c| c.is_ascii_alphanumeric() || "/.-_".contains(c));
    let tls = tls.into_iter().filter(|path| !path.contains("region"));
    given.extend(tls.map(|path| path.replacen("/etc/nginx", "deploy/secrets", 1)));
    assert_eq!(given.len(), 4, "{given:?}");
    for path in &given {
        let made = [format!("> {path}\n"), format!(" {path} &&"), format!(" {path}\n")];
        assert!(made.iter().any(|made| recipe.contains(made)), "{path} is not made by the recipe:\n{recipe}");
    }
    assert_eq!(recipe.matches("secrets/").count(), recipe.matches("deploy/secrets/").count(), "{recipe}");
    let user = deployed("Dockerfile").lines().find_map(|line| line.strip_prefix("USER ").map(str::to_owned)).unwrap();
    assert!(recipe.contains(&format!("chown {user} deploy/secrets/pgpass")), "{recipe}");
    assert!(deployed("Dockerfile.dockerignore").lines().any(|line| line == "deploy/secrets"), "they are in the image");
}

/// A hospital comes from one address.
#[test]
fn the_reverse_proxy_s_limit_lets_a_hospital_in() {
    let proxy = deployed("nginx.conf");
    let rate = words(&proxy, "rate=", |c| c.is_ascii_digit())[0]["rate=".len()..].parse::<u32>().unwrap();
    // Clinicians, questions of each in eight hours, the busiest minute against the mean, requests of a page.
    let busiest = 10_000 * 10 * 6 / (8 * 60 * 60) * 10;
    assert!(rate >= 2 * busiest, "{rate} requests in a second, {busiest} are expected");
}
