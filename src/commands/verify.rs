//! `roundtable verify`

use super::{Failure, print};
use clap::Args;
use roundtable::archive;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Check a sealed outcome folder.
#[derive(Args)]
pub struct Verify {
    /// The folder, as in roundtable-data/outcomes/MEETING/ROOM/revision-1.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The key that it has to be signed with, as the server printed it at its start; left out: whichever the folder names.
    #[arg(long, value_name = "HEX")]
    key: Option<String>,
}

/// Checks it; exit code 1 and the file that was altered, is missing or was added.
pub fn run(verify: &Verify) -> Result<ExitCode, Failure> {
    refuse_unsealed(&verify.folder)?;
    let key = verify.key.as_deref().map(trusted).transpose()?;
    match archive::verify(&verify.folder, key.as_ref()) {
        Ok(verified) => {
            let manifest = verified.manifest;
            for (name, reason) in &manifest.not_made {
                print(&format!(
                    "{name} is not in it: it could not be made at the close ({reason}).\n"
                ));
            }
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

/// What was never sealed is not altered: a path that leads nowhere, and a folder without a manifest and its signature.
fn refuse_unsealed(folder: &Path) -> Result<(), Failure> {
    let has = |name: &str| folder.join(name).symlink_metadata().is_ok();
    if has(archive::MANIFEST) || has(archive::SIGNATURE) {
        return Ok(());
    }
    let why = if folder.is_dir() {
        "it has no manifest.json"
    } else {
        "there is no such folder"
    };
    Err(Failure::failed(format!("{} is no sealed folder: {why}", folder.display())))
}

fn trusted(digits: &str) -> Result<[u8; 32], Failure> {
    let key = archive::read_public_key(&digits.trim().to_ascii_lowercase());
    key.ok_or_else(|| Failure::wrong_use("a key is 64 hexadecimal digits, as the server prints them at its start"))
}
