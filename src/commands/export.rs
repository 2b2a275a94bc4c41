//! x
use super::Failure;
use clap::Args;
use std::process::ExitCode;
/// X
#[derive(Args)]
pub struct Export {}
/// x
pub fn run(_x: &Export) -> Result<ExitCode, Failure> {
    Err(Failure::failed("no"))
}
