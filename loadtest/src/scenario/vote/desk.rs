//! The chair's desk: one command after the other, each answered before the next.

use crate::fault::Fault;
use crate::scenario::commands::{Commands, Undone};
use serde_json::Value;
use tokio::time::Instant;

/// A chair at work.
#[derive(Debug)]
pub struct Desk(pub Commands);

impl Desk {
    /// Has something done; answers with when it was asked and what it made.
    pub async fn has_done(&self, command: Value) -> Result<(Instant, Option<String>), Fault> {
        let what = command["do"].as_str().unwrap_or_default().to_owned();
        let asked = Instant::now();
        let why = match self.0.ask(command).await {
            Ok(done) => return Ok((asked, done.made)),
            Err(Undone::Refused(message)) => message,
            Err(Undone::Unanswered) => "not answered".into(),
        };
        Err(Fault::Connection {
            what: format!("the chair's {what}"),
            why,
        })
    }
}
