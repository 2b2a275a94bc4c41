//! `cargo xtask test`: every check and test in an order that fails early, and a table at the end.

use crate::chromium;
use crate::node;
use crate::packages;
use crate::places::Places;
use crate::report;
use crate::scenarios;
use crate::step::{Outcome, Step};
use crate::trouble::Trouble;
use crate::web;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// Modules whose tests run a program that a machine may not have.
const WITH_OTHER_PROGRAMS: [&str; 2] = ["libreoffice::", "poppler::"];

/// How much is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What a change must pass before it is taken.
    Everything,
    /// What one runs while working: no documentation, no load, no browser, no other program.
    Quick,
}

/// Runs the steps one after the other, stops at the first that fails and prints the table.
pub fn run(places: &Places, extent: Extent) -> Result<ExitCode, Trouble> {
    need_component("fmt", "rustfmt")?;
    need_component("clippy", "clippy")?;
    node::need()?;
    let mut suite = Suite {
        places,
        extent,
        outcomes: Vec::new(),
        not_reached: Vec::new(),
    };
    let ended = suite.perform_everything();
    println!("\n{}", report::table(&suite.outcomes, &suite.not_reached));
    ended.map(|()| ExitCode::SUCCESS)
}

/// Says in a sentence which component of the Rust toolchain is missing.
pub fn need_component(subcommand: &str, component: &str) -> Result<(), Trouble> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let status = cargo
        .args([subcommand, "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        _ => Err(Trouble::new(format!(
            "the Rust component {component} is missing: run `rustup component add {component}`, or install it from your system's packages."
        ))),
    }
}

struct Suite<'a> {
    places: &'a Places,
    extent: Extent,
    outcomes: Vec<Outcome>,
    not_reached: Vec<String>,
}

impl Suite<'_> {
    /// The browser, the other programs and the packages come first: what is missing is told before minutes of compiling.
    fn perform_everything(&mut self) -> Result<(), Trouble> {
        let browser = match self.extent {
            Extent::Everything => {
                self.other_programs()?;
                Some(self.browser()?)
            }
            Extent::Quick => None,
        };
        if let Some(step) = web::install(self.places)? {
            self.perform(step)?;
            web::remember_install(self.places)?;
        }
        let mut steps = steps(self.places, self.extent, browser.as_deref()).into_iter();
        for step in steps.by_ref() {
            if let Err(trouble) = self.perform(step) {
                self.not_reached.extend(steps.map(|step| step.name));
                return Err(trouble);
            }
        }
        Ok(())
    }

    fn perform(&mut self, step: Step) -> Result<(), Trouble> {
        let (outcome, result) = step.watch();
        self.outcomes.push(outcome);
        result
    }

    fn other_programs(&mut self) -> Result<(), Trouble> {
        let missing = packages::missing();
        if missing.is_empty() {
            return Ok(());
        }
        for step in packages::installation(self.places, &missing)? {
            self.perform(step)?;
        }
        Ok(())
    }

    fn browser(&mut self) -> Result<PathBuf, Trouble> {
        if let Some(browser) = chromium::find()? {
            return Ok(browser);
        }
        for step in chromium::installation(self.places)? {
            self.perform(step)?;
        }
        chromium::find()?
            .ok_or_else(|| Trouble::new("Chromium was installed but is not found: name it in the variable CHROMIUM."))
    }
}

/// Cheap steps first; the pages before the server, because it embeds them; the browser last.
fn steps(places: &Places, extent: Extent, browser: Option<&Path>) -> Vec<Step> {
    let server = places.server("debug");
    let mut tests = vec!["test", "--workspace", "--no-fail-fast"];
    if extent == Extent::Quick {
        tests.push("--");
        tests.extend(WITH_OTHER_PROGRAMS.iter().flat_map(|module| ["--skip", module]));
    }
    let mut steps = vec![
        Step::cargo("format", places, &["fmt", "--all", "--check"]),
        Step::npm("web checks", places, &["run", "check"]),
        Step::npm("web tests", places, &["run", "test"]),
        Step::npm("web build", places, &["run", "build"]),
        Step::cargo(
            "clippy",
            places,
            &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
        ),
        // Also makes the server's program for the steps after it, with the same features as its tests.
        Step::cargo("build", places, &["build", "--workspace", "--all-targets"]),
        Step::cargo("tests", places, &tests),
    ];
    if extent == Extent::Everything {
        let documentation = Step::cargo("documentation", places, &["doc", "--workspace", "--no-deps"]);
        steps.push(documentation.with_env("RUSTDOCFLAGS", "-D warnings"));
        steps.extend(scenarios::steps(places));
    }
    steps.push(
        Step::npm("interoperation", places, &["run", "e2e", "--", "--project=interop"]).with_env("ROUNDTABLE_BIN", &server),
    );
    if let Some(browser) = browser {
        let pages = Step::npm("browser tests", places, &["run", "e2e", "--", "--project=pages"]);
        steps.push(pages.with_env("ROUNDTABLE_BIN", &server).with_env("CHROMIUM", browser));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(extent: Extent, browser: Option<&Path>) -> Vec<String> {
        let places = Places::find().expect("the workspace");
        steps(&places, extent, browser).into_iter().map(|step| step.name).collect()
    }

    #[test]
    fn the_pages_are_built_before_the_server_that_embeds_them() {
        let names = names(Extent::Everything, Some(Path::new("/usr/bin/chromium")));
        let at = |wanted| names.iter().position(|name| name == wanted).expect("a step");
        assert!(at("web build") < at("clippy") && at("clippy") < at("build") && at("build") < at("interoperation"));
        assert_eq!(names.last().map(String::as_str), Some("browser tests"));
    }

    #[test]
    fn the_quick_way_leaves_out_documentation_load_and_browser_alone() {
        let everything = names(Extent::Everything, Some(Path::new("/usr/bin/chromium")));
        let quick = names(Extent::Quick, None);
        let is_left_out = |name: &String| !quick.contains(name) && !name.starts_with("load: ");
        let left_out: Vec<_> = everything.into_iter().filter(is_left_out).collect();
        assert!(!quick.iter().any(|name| name.starts_with("load: ")));
        assert_eq!(left_out, ["documentation", "browser tests"]);
    }
}
