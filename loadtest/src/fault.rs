//! Why a load test could not be carried out. What goes wrong under load is no fault but a figure of the report.

use std::path::PathBuf;

/// Something that keeps the test from starting.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The numbers do not go together.
    #[error("{0}")]
    Settings(String),
    /// The async runtime did not start.
    #[error("the runtime could not be started: {0}")]
    Runtime(std::io::Error),
    /// A file could not be read or written.
    #[error("{}: {error}", file.display())]
    File {
        /// Which.
        file: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// The join codes are not what `roundtable links --json` prints.
    #[error("the join codes are not what `roundtable links --json` prints: {0}")]
    Codes(String),
    /// The server did not let a phone in.
    #[error("{what} was refused: {why}")]
    Refused {
        /// What was asked.
        what: String,
        /// Status and answer.
        why: String,
    },
    /// The server could not be reached or did not speak as expected.
    #[error("{what} failed: {why}")]
    Connection {
        /// What was tried.
        what: String,
        /// What happened instead.
        why: String,
    },
}
