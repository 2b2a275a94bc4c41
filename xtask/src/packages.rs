//! Programs that tests run beside the browser: found where they are, or installed where that needs nobody's leave.

use crate::places::Places;
use crate::step::Step;
use crate::trouble::Trouble;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that tests run.
#[derive(Debug, PartialEq, Eq)]
pub struct Needed {
    /// Its name on the search path.
    program: &'static str,
    /// The variable that names it where it is kept elsewhere.
    variable: &'static str,
    /// The package of Debian and its relatives that brings it.
    package: &'static str,
    /// How people call it.
    known_as: &'static str,
}

/// Every one. The smallest package that brings each: LibreOffice's has no windows.
pub const NEEDED: &[Needed] = &[
    Needed {
        program: "soffice",
        variable: "SOFFICE",
        package: "libreoffice-writer-nogui",
        known_as: "LibreOffice Writer",
    },
    // Its other program, pdfinfo, is looked for beside this one.
    Needed {
        program: "pdftotext",
        variable: "PDFTOTEXT",
        package: "poppler-utils",
        known_as: "poppler",
    },
];

/// Those that are not here.
pub fn missing() -> Vec<&'static Needed> {
    let search_path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&search_path).collect();
    let is_named = |needed: &Needed| std::env::var_os(needed.variable).is_some_and(|file| Path::new(&file).is_file());
    NEEDED
        .iter()
        .filter(|needed| !is_named(needed) && !is_in(&folders, needed.program))
        .collect()
}

fn is_in(folders: &[PathBuf], program: &str) -> bool {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    folders.iter().any(|folder| folder.join(&file).is_file())
}

/// The steps that install those that are missing, or what the person has to do.
pub fn installation(places: &Places, missing: &[&Needed]) -> Result<Vec<Step>, Trouble> {
    let mut packages = vec!["--no-install-recommends"];
    packages.extend(missing.iter().map(|needed| needed.package));
    steps(places, "other programs", &packages).ok_or_else(|| by_hand(missing))
}

fn by_hand(missing: &[&Needed]) -> Trouble {
    let sentences: Vec<String> = missing
        .iter()
        .map(|needed| {
            format!(
                "{} was not found: install it, or name `{}` in the variable {}.",
                needed.known_as, needed.program, needed.variable
            )
        })
        .collect();
    Trouble::new(sentences.join(" "))
}

/// The steps that install packages with the system's package manager; none where that is another one or asks for a password.
pub fn steps(places: &Places, name: &'static str, packages: &[&str]) -> Option<Vec<Step>> {
    let prefix = prefix()?;
    let mut install = vec!["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--quiet"];
    install.extend(packages);
    Some(vec![
        Step::program("package lists", places, prefix, &["apt-get", "update", "--quiet"]),
        Step::program(name, places, prefix, &install),
    ])
}

/// The program that runs the package manager with the rights that it needs.
fn prefix() -> Option<&'static str> {
    if !Path::new("/usr/bin/apt-get").exists() {
        None
    } else if answers("id", &["-u"]).is_some_and(|user| user.trim() == "0") {
        Some("env")
    } else {
        answers("sudo", &["-n", "true"]).map(|_| "sudo")
    }
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
    fn a_program_is_found_in_the_folders_of_the_search_path_alone() {
        let here = std::env::current_exe().expect("a file that exists");
        let folder = here.parent().expect("its folder").to_path_buf();
        let program = here.file_stem().expect("its name").to_string_lossy().into_owned();
        assert!(is_in(&[folder], &program));
        assert!(!is_in(&["/no/such/folder".into()], &program));
    }

    #[test]
    fn who_has_to_install_it_by_hand_is_told_what() {
        let sentence = by_hand(&[&NEEDED[0]]).to_string();
        assert!(sentence.contains("LibreOffice") && sentence.contains("SOFFICE"), "{sentence}");
    }
}
