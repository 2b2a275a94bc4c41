//! Finds the browser for the end-to-end tests, or installs it where that needs nobody's leave.

use crate::packages;
use crate::places::Places;
use crate::step::Step;
use crate::trouble::Trouble;
use std::path::PathBuf;

/// Names on the search path, then the places of systems that keep programs elsewhere.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const PLACES: &[&str] = &[
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// The browser that is here, if one is. The variable CHROMIUM goes before everything.
pub fn find() -> Result<Option<PathBuf>, Trouble> {
    let named = std::env::var_os("CHROMIUM")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from);
    let search_path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&search_path).collect();
    look(named, &folders, PLACES)
}

fn look(named: Option<PathBuf>, folders: &[PathBuf], places: &[&str]) -> Result<Option<PathBuf>, Trouble> {
    if let Some(file) = named {
        return match file.is_file() {
            true => Ok(Some(file)),
            false => Err(Trouble::new(format!("CHROMIUM names {}, which is no file.", file.display()))),
        };
    }
    let on_path = NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let elsewhere = places.iter().map(PathBuf::from);
    Ok(on_path.chain(elsewhere).find(|file| file.is_file()))
}

/// The steps that install the browser with the system's package manager, or what the person has to do.
pub fn installation(places: &Places) -> Result<Vec<Step>, Trouble> {
    packages::steps(places, "chromium", &["chromium"]).ok_or_else(|| {
        Trouble::new(
            "no Chromium was found for the browser tests: install Chromium or Chrome, or name one in the variable CHROMIUM.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_that_is_named_goes_before_those_on_the_path() {
        let named = std::env::current_exe().expect("a file that exists");
        assert_eq!(look(Some(named.clone()), &[], &[]), Ok(Some(named)));
    }

    #[test]
    fn a_named_browser_that_is_not_there_is_an_error_and_not_passed_over() {
        let trouble = look(Some("/no/such/browser".into()), &[], &[]).expect_err("no such file");
        assert!(trouble.to_string().contains("/no/such/browser"));
    }

    #[test]
    fn without_any_browser_there_is_none() {
        assert_eq!(look(None, &["/no/such/folder".into()], &["/no/such/browser"]), Ok(None));
    }
}
