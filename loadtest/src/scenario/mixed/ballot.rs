//! One room's vote in a meeting in which everything else goes on: the chair drafts and opens, everybody votes once, and whoever has
//! no answer asks again with the same id.

use crate::fault::Fault;
use crate::latency::Latencies;
use crate::scenario::commands::{Commands, Undone};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// How often a phone asks whose network is bad.
const TRIES_MAX: u32 = 5;

/// How long a phone waits that could not even send.
const AGAIN: Duration = Duration::from_millis(500);

/// A phone that is to vote.
#[derive(Debug)]
pub struct Ballot {
    /// Which of the room it is.
    pub nth: usize,
    /// Its commands.
    pub commands: Arc<Commands>,
    /// Whether its network is.
    pub is_fair: bool,
}

/// What a room's vote came to.
#[derive(Debug, Default)]
pub struct Vote {
    /// The index of the room.
    pub room: usize,
    /// Ballots.
    pub sent: u64,
    /// Ballots that were never answered.
    pub unanswered: u64,
    /// What the server refused, in its words.
    pub refused: Vec<String>,
    /// From sending to the answer, in fair weather.
    pub answering: Latencies,
    /// When the last one went out.
    pub last_sent: Option<Instant>,
    /// The position from which on everyone shows them all.
    pub last_seq: Option<u64>,
}

/// One ballot's way.
struct Cast {
    /// When it last went out.
    at: Instant,
    is_fair: bool,
    outcome: Result<(u64, Instant), Undone>,
}

/// Opens at a moment, and lets everybody vote within a time.
pub async fn vote(room: usize, chair: Arc<Commands>, ballots: Vec<Ballot>, at: Instant, within: Duration) -> Result<Vote, Fault> {
    tokio::time::sleep_until(at).await;
    let options = ["Answer 1", "Answer 2", "Answer 3", "Answer 4"];
    let draft = json!({
        "tool": "polls", "do": "draft", "question": "Which of these comes first?", "kind": "single",
        "secrecy": "undisclosed", "results": "live", "options": options,
    });
    let poll = decide(&chair, draft).await?.unwrap_or_default();
    decide(&chair, json!({ "tool": "polls", "do": "open", "poll": poll })).await?;
    let (start, count) = (Instant::now(), ballots.len().max(1));
    let mut casting = JoinSet::new();
    for ballot in ballots {
        let due = start + within.mul_f64(ballot.nth as f64 / count as f64);
        casting.spawn(cast(ballot, poll.clone(), due));
    }
    let mut vote = Vote {
        room,
        sent: count as u64,
        ..Vote::default()
    };
    casting.join_all().await.into_iter().for_each(|cast| vote.note(cast));
    Ok(vote)
}

async fn decide(chair: &Commands, command: Value) -> Result<Option<String>, Fault> {
    let what = command["do"].as_str().unwrap_or_default().to_owned();
    let done = chair.ask(command).await.map_err(|undone| Fault::Connection {
        what: format!("the chair's {what}"),
        why: format!("{undone:?}"),
    })?;
    Ok(done.made)
}

async fn cast(ballot: Ballot, poll: String, due: Instant) -> Cast {
    tokio::time::sleep_until(due).await;
    let (id, mut at) = (ballot.commands.id(), Instant::now());
    let command = json!({ "tool": "polls", "do": "cast", "poll": poll, "choice": [format!("o{}", ballot.nth % 4 + 1)] });
    let mut outcome = Err(Undone::Unanswered);
    for _ in 0..TRIES_MAX {
        at = Instant::now();
        outcome = ballot
            .commands
            .ask_as(&id, command.clone())
            .await
            .map(|done| (done.seq, done.at));
        if outcome != Err(Undone::Unanswered) {
            break;
        }
        tokio::time::sleep(AGAIN).await;
    }
    Cast {
        at,
        is_fair: ballot.is_fair,
        outcome,
    }
}

impl Vote {
    fn note(&mut self, cast: Cast) {
        self.last_sent = self.last_sent.max(Some(cast.at));
        match cast.outcome {
            Ok((seq, answered)) => {
                self.last_seq = self.last_seq.max(Some(seq));
                if cast.is_fair {
                    self.answering.record(answered.saturating_duration_since(cast.at));
                }
            }
            Err(Undone::Refused(message)) => self.refused.push(message),
            Err(Undone::Unanswered) => self.unanswered += 1,
        }
    }
}
