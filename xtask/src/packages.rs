//! Programs that the tests call, and how a machine without them gets them where that needs nobody's leave: as packages of Debian
//! and its kin.

use crate::places::Places;
use crate::step::Step;
use crate::trouble::Trouble;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that tests call, by the name under which it stands on the search path.
struct Called {
    program: &'static str,
    package: &'static str,
}

/// All of them but the browser, which has more names than one.
const CALLED: &[Called] = &[Called {
    program: "pdftotext",
    package: "poppler-utils",
}];

/// The packages of the programs that are not here.
pub fn missing() -> Vec<&'static str> {
    let search_path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&search_path).collect();
    missing_in(&folders)
}

fn missing_in(folders: &[PathBuf]) -> Vec<&'static str> {
    let is_here = |program: &str| folders.iter().any(|folder| folder.join(program).is_file());
    CALLED
        .iter()
        .filter(|called| !is_here(called.program))
        .map(|called| called.package)
        .collect()
}

/// The steps that install packages, or what the person has to do where this program may not.
pub fn installation(places: &Places, packages: &[&str], otherwise: &str) -> Result<Vec<Step>, Trouble> {
    let prefix = if !Path::new("/usr/bin/apt-get").exists() {
        None
    } else if answers("id", &["-u"]).is_some_and(|user| user.trim() == "0") {
        Some("env")
    } else {
        answers("sudo", &["-n", "true"]).map(|_| "sudo")
    };
    let Some(prefix) = prefix else {
        return Err(Trouble::new(otherwise));
    };
    let install = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--quiet"];
    let install: Vec<&str> = install.iter().chain(packages).copied().collect();
    Ok(vec![
        Step::program("package lists", places, prefix, &["apt-get", "update", "--quiet"]),
        Step::program("packages", places, prefix, &install),
    ])
}

fn answers(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_nowhere_on_the_path_is_missing() {
        let packages: Vec<_> = CALLED.iter().map(|called| called.package).collect();
        assert_eq!(missing_in(&["/no/such/folder".into()]), packages);
    }
}
