//! Node and npm: are they here, are they new enough, how are they called.

use crate::trouble::Trouble;
use crate::version::Version;
use std::process::{Command, Stdio};

/// The oldest Node that the web client's tools run on.
const NODE_MIN: Version = Version { major: 20, minor: 19 };

/// npm is a script, which Windows finds only under its full name.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Says in a sentence what is missing to build the web client.
pub fn need() -> Result<(), Trouble> {
    judge_node(printed("node").as_deref())?;
    match printed(NPM).as_deref().and_then(Version::read) {
        Some(_) => Ok(()),
        None => Err(Trouble::new(
            "npm is missing; it comes with Node.js, on some systems as a package `npm` of its own.",
        )),
    }
}

fn judge_node(printed: Option<&str>) -> Result<(), Trouble> {
    match printed.and_then(Version::read) {
        Some(version) if version >= NODE_MIN => Ok(()),
        Some(version) => Err(Trouble::new(format!(
            "Node.js {version} is too old: the web client needs {NODE_MIN} or newer (https://nodejs.org)."
        ))),
        None => Err(Trouble::new(format!(
            "Node.js is missing: install {NODE_MIN} or newer (https://nodejs.org)."
        ))),
    }
}

fn printed(program: &str) -> Option<String> {
    let output = Command::new(program)
        .arg("--version")
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
    fn a_new_enough_node_is_taken() {
        assert_eq!(judge_node(Some("v20.19.0")), Ok(()));
        assert_eq!(judge_node(Some("v24.1.0")), Ok(()));
    }

    #[test]
    fn an_old_or_missing_node_is_told_in_a_sentence() {
        let told = |printed| judge_node(printed).map_err(|trouble| trouble.to_string());
        assert!(told(Some("v18.20.1")).is_err_and(|sentence| sentence.contains("18.20 is too old")));
        assert!(told(None).is_err_and(|sentence| sentence.contains("missing")));
    }
}
