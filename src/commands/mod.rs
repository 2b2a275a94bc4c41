//! One file for each word of the command line.

pub mod check;
pub mod erase;
pub mod export;
pub mod links;
mod logging;
pub mod serve;
pub mod verify;

use std::io::Write;
use std::process::ExitCode;

/// Stack of the threads that touch notes: their library recurses as deep as a document is nested.
const STACK_BYTES: usize = 16 << 20;

/// Why a command ended early, and with which exit code: 1 failed, 2 wrong use.
pub struct Failure {
    code: u8,
    message: String,
}

impl Failure {
    /// The machine or the data failed.
    pub fn failed(reason: impl ToString) -> Self {
        Self {
            code: 1,
            message: reason.to_string(),
        }
    }

    /// It was asked for something that is not there to be asked for.
    pub fn wrong_use(reason: impl ToString) -> Self {
        Self {
            code: 2,
            message: reason.to_string(),
        }
    }

    /// Whether it was asked for something that is not there.
    pub fn is_wrong_use(&self) -> bool {
        self.code == 2
    }

    /// Says it and gives the exit code.
    pub fn report(self) -> ExitCode {
        // Nobody reads it where standard error is closed; the exit code still tells.
        let _ = writeln!(std::io::stderr(), "roundtable: {}", self.message);
        ExitCode::from(self.code)
    }
}

/// Prints to standard output; a reader that went away is no failure.
pub fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// The runtime that everything asynchronous runs on.
pub fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .thread_stack_size(STACK_BYTES)
        .enable_all()
        .build()
        .map_err(Failure::failed)
}
