//! Why a task stopped.

use std::fmt;
use std::process::ExitCode;

/// A sentence for the person at the terminal: what happened and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Trouble {
    sentence: String,
    code: u8,
}

impl Trouble {
    /// Something failed or is missing on this machine.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            code: 1,
        }
    }

    /// The command line is not one that this program knows.
    pub fn wrong_use(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            code: 2,
        }
    }

    /// 1 for a failure, 2 for wrong use, as with the server's own command line.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence)
    }
}
