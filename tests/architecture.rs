//! The walls between the parts: who may import whom, what a pure part may not name, how large a file may get.
//! Every rule here is one of the project's promises to a newcomer: what the tree says is what the code does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that meets a surprise should stop there"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The parts, and what each may import. `main.rs` wires them all; `lib.rs` lists them. A new part needs a line here.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("room", &[]),
    ("book", &["room"]),
    ("matchmaking", &["room", "book", "outcome"]),
    ("meeting", &["room"]),
    ("keeping", &["room", "book", "meeting"]),
    ("outcome", &["room", "meeting"]),
    ("people", &["room", "book", "meeting", "outcome"]),
    ("plenary", &["room", "book", "outcome"]),
    ("annexes", &["room", "outcome", "plenary"]),
    ("protocol", &["room"]),
    ("journal", &[]),
    ("network", &[]),
    ("settings", &["network"]),
    ("clock", &["room"]),
    (
        "hub",
        &["room", "book", "meeting", "people", "keeping", "protocol", "journal", "clock"],
    ),
    ("archive", &["room", "outcome"]),
    ("bundles", &["outcome", "archive"]),
    (
        "http",
        &[
            "room",
            "book",
            "matchmaking",
            "meeting",
            "people",
            "keeping",
            "outcome",
            "plenary",
            "annexes",
            "protocol",
            "hub",
            "archive",
            "bundles",
            "clock",
            "network",
        ],
    ),
    ("sealing", &["room", "outcome", "archive", "hub"]),
    ("server", EVERYTHING),
    ("commands", EVERYTHING),
];

/// For those who bring the parts together: `server.rs`, and the command line that starts it.
const EVERYTHING: &[&str] = &[
    "room",
    "book",
    "matchmaking",
    "meeting",
    "people",
    "keeping",
    "outcome",
    "plenary",
    "annexes",
    "protocol",
    "journal",
    "settings",
    "clock",
    "hub",
    "archive",
    "bundles",
    "http",
    "sealing",
    "server",
    "network",
];

/// Parts that only compute: the same input, the same output, whenever and wherever.
const PURE: &[&str] = &[
    "room",
    "book",
    "matchmaking",
    "meeting",
    "people",
    "keeping",
    "outcome",
    "plenary",
    "annexes",
    "protocol",
];

/// Names that a pure part has no use for: waiting, the network, files, clocks, chance.
const IMPURE_NAMES: [&str; 16] = [
    "async",
    "await",
    "tokio",
    "axum",
    "futures_util",
    "rusqlite",
    "reqwest",
    "hyper",
    "SystemTime",
    "Instant",
    "UNIX_EPOCH",
    "rand",
    "getrandom",
    "new_v4",
    "thread_rng",
    "RandomState",
];

/// Paths that a pure part has no use for.
const IMPURE_PATHS: [&str; 6] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::io::stdin",
    "std::thread::sleep",
];

/// Crates that one place alone may name, so that changing them changes one place: crate, path prefix, why.
const ONLY_IN: [(&str, &str, &str); 3] = [
    (
        "rustworkx_core",
        "src/matchmaking/seating/",
        "one way among several to find out who meets when",
    ),
    ("yrs", "src/room/notes/", "the notes alone know how a shared document is kept"),
    ("rusqlite", "src/journal/sqlite", "one journal among several"),
];

/// Crates that a part does without, so that the web stays in one place: part, crate.
const WITHOUT: [(&str, &str); 5] = [
    ("hub", "axum"),
    ("hub", "hyper"),
    ("hub", "tungstenite"),
    ("journal", "axum"),
    ("archive", "axum"),
];

const LINES_MAX: usize = 500;

/// A source file: its path from the root, with forward slashes, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The part that a file of `src/` belongs to: its folder, or its own name.
    fn part(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let part = inside.split('/').next()?;
        Some(part.strip_suffix(".rs").unwrap_or(part))
    }

    /// How many modules deep it is: 1 for a part's front page.
    fn depth(&self) -> usize {
        self.path.trim_end_matches("/mod.rs").matches('/').count()
    }

    /// The code alone: no comments, no texts, no tests.
    fn code(&self) -> String {
        without_comments_and_texts(&self.text)
    }

    fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder whose name ends so; none where the folder does not exist.
fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), endings, &mut found);
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "node_modules" && name != "target" {
            collect(&path, endings, found);
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let short = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(Source {
                path: short,
                text: fs::read_to_string(&path).unwrap(),
            });
        }
    }
}

/// Every Rust file of the workspace.
fn rust_sources() -> Vec<Source> {
    ["src", "tests", "loadtest", "xtask", "pdf"]
        .iter()
        .flat_map(|folder| sources(folder, &[".rs"]))
        .collect()
}

/// The sources of `src/` with their code, up to each file's own tests.
fn parts() -> Vec<(Source, String)> {
    let sources = sources("src", &[".rs"]).into_iter().filter(|source| !source.is_test());
    sources
        .map(|source| {
            let code = source.code();
            let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
            (source, code)
        })
        .collect()
}

/// Takes out `//` comments, block comments and what stands between quotation marks, keeping the line breaks.
fn without_comments_and_texts(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first == '"' {
            text_length(rest)
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.find("\"#").map_or(rest.len(), |end| end + 5)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest[1..].find("'").map_or(rest.len(), |end| end + 2)
        } else {
            code.push(first);
            first.len_utf8()
        };
        if skipped != first.len_utf8() || first == '"' {
            code.extend(rest[..skipped].chars().filter(|character| *character == '\n'));
        }
        rest = &rest[skipped..];
    }
    code
}

/// The length of a quoted text with its marks.
fn text_length(rest: &str) -> usize {
    let mut escaped = false;
    for (place, character) in rest.char_indices().skip(1) {
        match character {
            '"' if !escaped => return place + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|character: char| !character.is_alphanumeric() && character != '_')
}

/// The parts that the code reaches from the crate's root: by `crate::…`, or by as many `super::` as its module is deep.
fn imported(code: &str, depth: usize) -> BTreeSet<String> {
    let mut imported = BTreeSet::new();
    for start in ["crate::".to_owned(), "roundtable::".to_owned(), "super::".repeat(depth)] {
        for (place, _) in code.match_indices(&start) {
            let rest = &code[place + start.len()..];
            match rest.strip_prefix('{') {
                Some(group) => imported.extend(group_heads(group)),
                None => imported.extend(words(rest).next().map(str::to_owned)),
            }
        }
    }
    imported
}

/// The first names inside a group: of `room::{a, b}, hub}` it is `room` and `hub`.
fn group_heads(group: &str) -> Vec<String> {
    let mut heads = vec![String::new()];
    let mut depth = 0;
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(String::new()),
            character if depth == 0 => heads.last_mut().unwrap().push(character),
            _ => {}
        }
    }
    heads
        .iter()
        .filter_map(|head| words(head.trim()).next().map(str::to_owned))
        .filter(|head| !head.is_empty())
        .collect()
}

fn assert_none(broken: &[String], rule: &str) {
    assert!(broken.is_empty(), "{rule}:\n  {}", broken.join("\n  "));
}

#[test]
fn each_part_imports_only_what_lies_below_it() {
    let known: BTreeSet<&str> = MAY_IMPORT.iter().map(|(part, _)| *part).collect();
    let mut broken = Vec::new();
    for (source, code) in parts() {
        let Some(part) = source.part().filter(|part| !["main", "lib"].contains(part)) else {
            continue;
        };
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(known, _)| *known == part) else {
            broken.push(format!("{}: {part} is no part that MAY_IMPORT knows", source.path));
            continue;
        };
        let others = imported(&code, source.depth())
            .into_iter()
            .filter(|other| other != part && known.contains(other.as_str()));
        broken.extend(
            others
                .filter(|other| !allowed.contains(&other.as_str()))
                .map(|other| format!("{} imports {other}", source.path)),
        );
    }
    assert_none(&broken, "a part imports what it must not know");
}

#[test]
fn what_is_pure_names_no_clock_no_chance_no_file_and_no_network() {
    let mut broken = Vec::new();
    for (source, code) in parts() {
        if !source.part().is_some_and(|part| PURE.contains(&part)) {
            continue;
        }
        let names: BTreeSet<&str> = words(&code).filter(|word| IMPURE_NAMES.contains(word)).collect();
        let paths = IMPURE_PATHS.iter().copied().filter(|path| code.contains(path));
        broken.extend(
            names
                .into_iter()
                .chain(paths)
                .map(|name| format!("{} names {name}", source.path)),
        );
    }
    assert_none(&broken, "a pure part reaches outside");
}

#[test]
fn what_is_kept_in_one_place_is_named_in_one_place() {
    let mut broken = Vec::new();
    for (source, code) in parts() {
        for (name, place, why) in ONLY_IN {
            if !source.path.starts_with(place) && words(&code).any(|word| word == name) {
                broken.push(format!("{} names {name}: {why}", source.path));
            }
        }
        for (part, name) in WITHOUT {
            if source.part() == Some(part) && words(&code).any(|word| word == name) {
                broken.push(format!("{} names {name}, which is for http alone", source.path));
            }
        }
    }
    assert_none(&broken, "a crate is named outside its place");
}

#[test]
fn only_the_connection_opens_a_socket_in_the_browser() {
    let elsewhere = sources("web/src", &[".ts", ".svelte"])
        .into_iter()
        .filter(|source| !source.path.ends_with("web/src/connection.ts"));
    let broken: Vec<String> = elsewhere
        .filter(|source| source.text.contains("new WebSocket"))
        .map(|source| source.path)
        .collect();
    assert_none(&broken, "a page opens a socket of its own");
}

#[test]
fn no_file_is_too_long_to_read() {
    let web = sources("web/src", &[".ts", ".svelte", ".css"])
        .into_iter()
        .filter(|source| !source.path.contains(".gen."));
    let files = rust_sources().into_iter().chain(web);
    let long = files
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > LINES_MAX);
    let broken: Vec<String> = long.map(|(lines, path)| format!("{path} has {lines} lines")).collect();
    assert_none(&broken, "a file has more than 500 lines");
}

#[test]
fn every_file_begins_by_saying_what_it_is_for() {
    let silent = rust_sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    let broken: Vec<String> = silent.map(|source| source.path).collect();
    assert_none(&broken, "a file does not begin with //!");
}

#[test]
fn a_folders_front_page_is_its_mod_rs() {
    let files = sources("src", &[".rs"]);
    let twins = files
        .iter()
        .filter(|source| root().join(source.path.trim_end_matches(".rs")).is_dir());
    let broken: Vec<String> = twins.map(|source| source.path.clone()).collect();
    assert_none(&broken, "a file stands beside the folder of its name");
}

/// Where modules begin: crates, and the programs below `bin`.
fn is_root(path: &str) -> bool {
    path.ends_with("src/lib.rs") || path.ends_with("src/main.rs") || path.contains("/src/bin/") || path.starts_with("src/bin/")
}

/// The files in one of which a file's module has to stand, and the module's name.
fn declared_in(path: &str) -> (Vec<String>, String) {
    let file = path.strip_suffix("/mod.rs").unwrap_or(path.trim_end_matches(".rs"));
    let (folder, name) = file.rsplit_once('/').unwrap();
    let fronts = ["mod.rs", "lib.rs", "main.rs"].map(|front| format!("{folder}/{front}"));
    (fronts.into_iter().chain([format!("{folder}.rs")]).collect(), name.to_owned())
}

/// Whether the code declares a module, by itself or in the list of a macro: `mod $file;` with `grid => Grid,`.
fn declares(code: &str, name: &str) -> bool {
    let (by_itself, in_a_list) = (format!("mod {name};"), format!("{name} => "));
    let mut lines = code.lines().map(str::trim);
    lines.any(|line| line.ends_with(&by_itself) || code.contains("mod $") && line.starts_with(&in_a_list))
}

/// A file that no module declares is not compiled, and nothing else says so.
#[test]
fn every_file_is_a_module_of_its_crate() {
    for folder in ["src", "pdf/src", "loadtest/src", "xtask/src"] {
        let files = sources(folder, &[".rs"]);
        assert!(files.iter().any(|file| is_root(&file.path)), "{folder} has no crate");
        let codes: BTreeMap<&str, String> = files.iter().map(|file| (file.path.as_str(), file.code())).collect();
        let declares = |front: &String, name: &str| codes.get(front.as_str()).is_some_and(|code| declares(code, name));
        let modules = files.iter().filter(|file| !is_root(&file.path));
        let lost = modules.filter(|file| {
            let (fronts, name) = declared_in(&file.path);
            !fronts.iter().any(|front| declares(front, &name))
        });
        let broken: Vec<String> = lost.map(|file| file.path.clone()).collect();
        assert_none(&broken, "a file is declared as a module nowhere, so it is not compiled");
    }
}

/// The page says which test shows a defence; one that was renamed or given up would be a promise without proof.
#[test]
fn every_test_that_the_threat_model_names_is_there() {
    let page = fs::read_to_string(root().join("docs/threat-model.md")).unwrap();
    let named: Vec<&str> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.ends_with(".rs"))
        .collect();
    assert!(named.len() > 10, "the page names {} files", named.len());
    let places = ["", "tests/behaviour"].map(|place| root().join(place));
    let lost = named
        .into_iter()
        .filter(|name| !places.iter().any(|place| place.join(name).is_file()));
    let broken: Vec<String> = lost.map(str::to_owned).collect();
    assert_none(&broken, "the threat model names a file that is not there");
}

#[test]
fn the_walls_see_through_comments_texts_and_groups() {
    let code = without_comments_and_texts("use a; // tokio\n/* axum */ let x = \"rand \\\" Instant\"; let y = r#\"async\"#; z");
    assert_eq!(words(&code).filter(|word| IMPURE_NAMES.contains(word)).count(), 0, "{code}");
    assert!(code.contains("use a;") && code.ends_with('z'));
    let names = imported(
        "use crate::{room::{ids, seat}, hub}; use crate::journal::Seq; fn f(x: crate::http::X) {}",
        1,
    );
    assert_eq!(names, ["http", "hub", "journal", "room"].map(str::to_owned).into());
    assert_eq!(
        imported("use super::super::hub::Hub; use super::ids;", 2),
        ["hub".to_owned()].into()
    );
}
