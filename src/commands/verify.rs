//! x
use super::Failure;
use clap::Args;
use std::process::ExitCode;
/// X
#[derive(Args)]
pub struct Verify {}
/// x
pub fn run(_x: &Verify) -> Result<ExitCode, Failure> {
    Err(Failure::failed("no"))
}
