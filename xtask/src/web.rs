//! The web client: its packages and its build, both skipped where they are up to date.

use crate::freshness;
use crate::node;
use crate::places::Places;
use crate::step::Step;
use crate::trouble::Trouble;
use std::fs;
use std::path::Path;

/// What lies in `web/` without being a source of the pages.
const NOT_SOURCES: &[&str] = &[
    "node_modules",
    "dist",
    "e2e",
    "interop",
    "test-results",
    "playwright-report",
    "coverage",
];

/// The lock file as it was when the packages were installed.
const STAMP: &str = ".installed-package-lock.json";

/// Installs the packages that the lock file names, unless exactly those are installed. None where there was nothing to do.
pub fn install(places: &Places) -> Result<Option<Step>, Trouble> {
    if packages_fresh(&places.web()) {
        return Ok(None);
    }
    node::need()?;
    let step = Step::npm("web packages", places, &["ci", "--no-audit", "--no-fund"]);
    // A browser of the system is used; Playwright's own would be a download of hundreds of megabytes.
    Ok(Some(step.with_env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
}

/// Notes what has been installed; call it when the step of [`install`] has passed.
pub fn remember_install(places: &Places) -> Result<(), Trouble> {
    let web = places.web();
    let copied = fs::copy(web.join("package-lock.json"), web.join("node_modules").join(STAMP));
    copied
        .map(drop)
        .map_err(|error| Trouble::new(format!("cannot write into web/node_modules: {error}.")))
}

/// Builds the pages into `web/dist`, unless that is newer than all sources. None where there was nothing to do.
pub fn build(places: &Places) -> Result<Option<Step>, Trouble> {
    let fresh = pages_fresh(&places.web()).map_err(|error| Trouble::new(format!("cannot read the folder web: {error}.")))?;
    if fresh {
        return Ok(None);
    }
    node::need()?;
    Ok(Some(Step::npm("web build", places, &["run", "build"])))
}

fn packages_fresh(web: &Path) -> bool {
    freshness::same_content(&web.join("package-lock.json"), &web.join("node_modules").join(STAMP))
}

/// The page itself is what a finished build leaves; an empty folder or half a build has none.
fn pages_fresh(web: &Path) -> std::io::Result<bool> {
    if !web.join("dist/index.html").exists() {
        return Ok(false);
    }
    let built = freshness::newest(&web.join("dist"), &[])?;
    let mut changed = None;
    for entry in fs::read_dir(web)? {
        let entry = entry?;
        if NOT_SOURCES.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        changed = changed.max(freshness::newest(&entry.path(), NOT_SOURCES)?);
    }
    Ok(built >= changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use std::time::{Duration, SystemTime};

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-web-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder to work in");
        folder
    }

    /// Writes a file and dates it into the future, where no folder's own time interferes.
    fn write(web: &Path, name: &str, changed_s: u64) {
        let file = web.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("its folder");
        fs::write(&file, name).expect("the file");
        let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(8_000_000_000 + changed_s);
        let opened = fs::File::options().write(true).open(&file).expect("the file again");
        opened.set_modified(moment).expect("its time");
    }

    #[test]
    fn pages_without_an_index_are_never_fresh() {
        let web = scratch("no-index");
        write(&web, "src/main.ts", 10);
        write(&web, "dist/assets/main.js", 20);
        assert!(!pages_fresh(&web).expect("readable"));
    }

    #[test]
    fn a_changed_source_makes_the_pages_stale() {
        let web = scratch("stale");
        write(&web, "src/main.ts", 10);
        write(&web, "dist/index.html", 20);
        assert!(pages_fresh(&web).expect("readable"));
        write(&web, "src/views/Floor.svelte", 30);
        assert!(!pages_fresh(&web).expect("readable"));
    }

    #[test]
    fn browser_tests_and_packages_are_no_sources() {
        let web = scratch("not-sources");
        write(&web, "src/main.ts", 10);
        write(&web, "dist/index.html", 20);
        write(&web, "e2e/join.spec.ts", 30);
        write(&web, "node_modules/svelte/index.js", 30);
        assert!(pages_fresh(&web).expect("readable"));
    }

    #[test]
    fn packages_are_fresh_only_for_the_lock_file_they_were_installed_by() {
        let web = scratch("packages");
        write(&web, "package-lock.json", 10);
        assert!(!packages_fresh(&web), "nothing is installed yet");
        fs::create_dir_all(web.join("node_modules")).expect("the folder");
        fs::copy(web.join("package-lock.json"), web.join("node_modules").join(STAMP)).expect("the stamp");
        assert!(packages_fresh(&web));
        fs::write(web.join("package-lock.json"), "another").expect("a new lock file");
        assert!(!packages_fresh(&web));
    }
}
