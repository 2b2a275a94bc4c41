//! The programs of others that the long form runs. They come as Python packages, into a folder of their own under Cargo's, by the versions
//! and hashes of `tests/conformance/requirements.txt`.

use crate::freshness;
use crate::places::Places;
use crate::step::Step;
use crate::trouble::Trouble;
use crate::version::Version;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The variable by which tests are told where the programs are.
pub const VARIABLE: &str = "CONFORMANCE_TOOLS";

/// The oldest Python that they run on.
const PYTHON_MIN: Version = Version { major: 3, minor: 11 };
/// What names them all.
const REQUIREMENTS: &str = "tests/conformance/requirements.txt";
/// A copy of it in the folder, that is there once they are installed.
const STAMP: &str = "installed-requirements.txt";
/// Installs, and notes what: the second argument to the first.
const INSTALL: &str = "\
import shutil, subprocess, sys
subprocess.check_call([sys.executable, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--require-hashes', '-r', sys.argv[1]])
shutil.copyfile(sys.argv[1], sys.argv[2])";

/// The folder that they are in.
pub fn programs(places: &Places) -> PathBuf {
    folder(places).join(if cfg!(windows) { "Scripts" } else { "bin" })
}

/// The steps that install them; none where exactly those are here.
pub fn installation(places: &Places) -> Result<Vec<Step>, Trouble> {
    let stamp = folder(places).join(STAMP);
    if freshness::same_content(&places.root.join(REQUIREMENTS), &stamp) {
        return Ok(Vec::new());
    }
    let python = find()?;
    let inside = programs(places).join(format!("python{}", std::env::consts::EXE_SUFFIX));
    let (folder, stamp) = (text_of(&folder(places))?, text_of(&stamp)?);
    Ok(vec![
        Step::program("python environment", places, python, &["-m", "venv", "--clear", &folder]),
        Step::program(
            "conformance tools",
            places,
            &text_of(&inside)?,
            &["-c", INSTALL, REQUIREMENTS, &stamp],
        ),
    ])
}

fn folder(places: &Places) -> PathBuf {
    places.built().join("conformance-tools")
}

fn text_of(path: &Path) -> Result<String, Trouble> {
    let text = path.to_str().map(str::to_owned);
    text.ok_or_else(|| Trouble::new(format!("{} is no path that can be handed on.", path.display())))
}

fn find() -> Result<&'static str, Trouble> {
    let known = ["python3", "python"].into_iter().map(|name| (name, version_of(name)));
    judge(known)
}

fn judge(known: impl Iterator<Item = (&'static str, Option<Version>)>) -> Result<&'static str, Trouble> {
    let mut fitting = known.filter(|(_, version)| version.is_some_and(|version| version >= PYTHON_MIN));
    fitting.next().map(|(name, _)| name).ok_or_else(|| {
        Trouble::new(format!(
            "no Python was found for the conformance runs: install {PYTHON_MIN} or newer, with its module venv."
        ))
    })
}

fn version_of(program: &str) -> Option<Version> {
    let mut command = Command::new(program);
    let output = command
        .arg("--version")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    Version::read(&String::from_utf8_lossy(&output.stdout))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_python_that_is_new_enough_is_taken() {
        let version = |minor| Some(Version { major: 3, minor });
        let here = [("python3", version(9)), ("python", version(12))];
        assert_eq!(judge(here.into_iter()), Ok("python"));
        let sentence = judge([("python3", version(9)), ("python", None)].into_iter()).expect_err("too old");
        assert!(sentence.to_string().contains("3.11"), "{sentence}");
    }

    #[test]
    fn what_is_installed_is_pinned_by_its_hash() {
        let places = Places::find().expect("the workspace");
        let pinned = std::fs::read_to_string(places.root.join(REQUIREMENTS)).expect("the requirements");
        let packages = pinned.lines().filter(|line| line.contains("==")).count();
        assert!(packages > 3 && pinned.matches("--hash=sha256:").count() >= packages);
    }
}
