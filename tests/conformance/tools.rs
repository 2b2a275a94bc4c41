//! The programs of others, as `cargo xtask long` installs them.

use std::path::PathBuf;
use std::process::Command;

/// Where they are: the folder of programs of a Python environment.
const VARIABLE: &str = "CONFORMANCE_TOOLS";

/// One of them.
pub fn tool(name: &str) -> Command {
    let folder = std::env::var_os(VARIABLE).unwrap_or_else(|| panic!("{VARIABLE} names no folder: run `cargo xtask long`"));
    let mut command = Command::new(PathBuf::from(folder).join(name));
    // What it prints is read and told: no colours, no progress.
    command.env("NO_COLOR", "1").env("PYTHONIOENCODING", "utf-8");
    command
}

/// Runs it to its end, and answers with all that it said.
pub async fn run(mut command: Command) -> (bool, String) {
    let running = tokio::task::spawn_blocking(move || command.output().expect("it can be started"));
    let output = running.await.unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}
