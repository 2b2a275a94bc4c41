//! `roundtable verify`

use super::{Failure, print};
use clap::Args;
use roundtable::archive;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Check a sealed outcome folder.
#[derive(Args)]
pub struct Verify {
    /// The folder, as in roundtable-data/outcomes/MEETING/ROOM/revision-1.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Checks it; exit code 1 and the file that was altered, is missing or was added.
pub fn run(verify: &Verify) -> Result<ExitCode, Failure> {
    match archive::verify(&verify.folder, None) {
        Ok(verified) => {
            let manifest = verified.manifest;
            print(&format!(
                "{}: revision {} of {}/{}, sealed at {}, is as it was sealed.\nSigned with the key {}\n",
                verify.folder.display(),
                manifest.revision,
                manifest.meeting,
                manifest.room,
                manifest.sealed_at,
                manifest.public_key,
            ));
            Ok(ExitCode::SUCCESS)
        }
        Err(findings) => {
            let mut text = format!("{} is not as it was sealed:", verify.folder.display());
            for finding in findings {
                let _ = write!(text, "\n  {finding}");
            }
            Err(Failure::failed(text))
        }
    }
}
