//! `cargo xtask run | test | long | types | format`: what a fresh machine with Rust, Node and git needs, and nothing else.
//!
//! Only the standard library, so that it compiles in seconds and never needs what it is there to install.

// Talking to the person at the terminal and timing the steps is what this program is for.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods)]

mod chromium;
mod freshness;
mod long;
mod node;
mod packages;
mod places;
mod python;
mod report;
mod scenarios;
mod serve;
mod step;
mod suite;
mod tally;
mod trouble;
mod version;
mod web;

use places::Places;
use std::process::ExitCode;
use step::Step;
use trouble::Trouble;

const USAGE: &str = "\
usage: cargo xtask <task>

  run [-- ARGUMENTS]   build the pages and the server, then `roundtable serve` with the arguments
  test [--quick]       every check and test, the pages in Chromium among them; --quick leaves out documentation,
                       the browser and the other programs that open our documents
  long [NAME]          every harness for minutes instead of seconds, then the conformance runs and the dependencies; or one of
                       them; a step that fails does not keep the next from running
  types                write web/src/protocol.gen.ts anew from the Rust types
  format               format the Rust sources";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match perform(&arguments) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("xtask: {trouble}");
            trouble.exit_code()
        }
    }
}

fn perform(arguments: &[String]) -> Result<ExitCode, Trouble> {
    let places = Places::find()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run", rest @ ..] => serve::build_and_serve(&places, rest.strip_prefix(&["--"]).unwrap_or(rest)),
        ["test"] => suite::run(&places, suite::Extent::Everything),
        ["test", "--quick"] => suite::run(&places, suite::Extent::Quick),
        ["long"] => long::run(&places, None),
        ["long", name] => long::run(&places, Some(name)),
        ["types"] => types(&places),
        ["format"] => format(&places),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        [] => Err(Trouble::wrong_use(format!("name a task.\n{USAGE}"))),
        _ => Err(Trouble::wrong_use(format!("`{}` is not known.\n{USAGE}", words.join(" ")))),
    }
}

/// The test that compares the generated file with the Rust types writes it where it is told to.
fn types(places: &Places) -> Result<ExitCode, Trouble> {
    let step = Step::cargo(
        "types",
        places,
        &["test", "--quiet", "--package", "roundtable", "--test", "typescript_types"],
    );
    step.with_env("UPDATE_TYPES", "1").perform()?;
    println!("web/src/protocol.gen.ts says what the Rust types say.");
    Ok(ExitCode::SUCCESS)
}

fn format(places: &Places) -> Result<ExitCode, Trouble> {
    suite::need_component("fmt", "rustfmt")?;
    Step::cargo("format", places, &["fmt", "--all"]).perform()?;
    Ok(ExitCode::SUCCESS)
}
