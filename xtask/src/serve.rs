//! `cargo xtask run`: from a fresh clone to a running server.

use crate::places::Places;
use crate::step::Step;
use crate::trouble::Trouble;
use crate::web;
use std::process::{Command, ExitCode};

/// Brings pages and server up to date and becomes `roundtable serve` with the given arguments.
pub fn build_and_serve(places: &Places, arguments: &[&str]) -> Result<ExitCode, Trouble> {
    if let Some(build) = web::build(places)? {
        if let Some(install) = web::install(places)? {
            install.perform()?;
            web::remember_install(places)?;
        }
        build.perform()?;
    }
    Step::cargo(
        "server",
        places,
        &["build", "--release", "--package", "roundtable", "--bin", "roundtable"],
    )
    .perform()?;
    let mut server = Command::new(places.server("release"));
    server.arg("serve").args(arguments);
    become_program(server)
}

/// The server takes this process's place: Ctrl-C, other signals and the exit code are its own.
#[cfg(unix)]
fn become_program(mut program: Command) -> Result<ExitCode, Trouble> {
    use std::os::unix::process::CommandExt;
    let error = program.exec();
    Err(Trouble::new(format!(
        "{} could not be started: {error}.",
        program.get_program().display()
    )))
}

/// Ctrl-C reaches every program of the console; the server's exit code is handed on.
#[cfg(not(unix))]
fn become_program(mut program: Command) -> Result<ExitCode, Trouble> {
    let name = program.get_program().display().to_string();
    let status = program
        .status()
        .map_err(|error| Trouble::new(format!("{name} could not be started: {error}.")))?;
    Ok(ExitCode::from(u8::try_from(status.code().unwrap_or(1)).unwrap_or(1)))
}
