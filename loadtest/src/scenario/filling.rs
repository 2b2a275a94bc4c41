//! Many records in the journal, soon: phones ask for the floor and withdraw, many commands on their way at once, so that the server
//! puts many into one write.

use super::entrance;
use super::site::Guest;
use super::stage::Stage;
use crate::connection::Buffers;
use crate::fault::Fault;
use crate::phone::{Ear, Listener, Mouth, Phone, Weather};
use crate::story::Audience;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

/// Commands of one phone that are on their way; the server takes no more than 64 unanswered ones from a connection.
const ON_THEIR_WAY: u64 = 48;

/// Hears the answers alone.
struct Counter {
    answers: mpsc::UnboundedSender<bool>,
}

impl Listener for Counter {
    fn take(&mut self, message: &Message, _: Instant) {
        let Message::Text(text) = message else { return };
        let is_done = text.starts_with(r#"{"type":"done""#);
        if is_done || text.starts_with(r#"{"type":"refused""#) {
            // As many wait here as are on their way.
            let _ = self.answers.send(is_done);
        }
    }
}

/// Makes so many records, spread over the rooms; the answer is how long it took.
pub async fn fill(stage: &Stage<'_>, records: u64) -> Result<Duration, Fault> {
    let guests = (0..stage.settings.phones * stage.rooms()).map(|number| Guest {
        room: number % stage.rooms(),
        audience: Audience::Participant,
        number: u32::try_from(number).unwrap_or(u32::MAX),
        buffers: Buffers::Usual,
    });
    let entered = entrance::let_in(&stage.site, guests.collect(), stage.settings.entering).await?;
    let (left, started) = (Arc::new(AtomicU64::new(records)), Instant::now());
    let (stop, stopped) = watch::channel(false);
    let (mut asking, mut listening) = (JoinSet::new(), JoinSet::new());
    let patience = Duration::from_secs(stage.settings.patience);
    for (_, phone) in entered.phones {
        let number = phone.number;
        let (answers, answered) = mpsc::unbounded_channel();
        let (ear, mouth) = Phone::split(phone);
        listening.spawn(listen(ear, Counter { answers }, stopped.clone()));
        asking.spawn(ask(mouth, answered, Arc::clone(&left), (stage.run, number), patience));
    }
    let outcomes = asking.join_all().await;
    let took = started.elapsed();
    let _ = stop.send(true);
    listening.join_all().await;
    outcomes.into_iter().collect::<Result<Vec<()>, Fault>>()?;
    Ok(took)
}

async fn listen(ear: Ear, mut counter: Counter, stop: watch::Receiver<bool>) {
    // Whoever waits for an answer notices that there is none any more.
    let _ = ear.listen(stop, Weather::fair(), &mut counter).await;
}

/// Asks and withdraws until nothing is left to do, a bundle at a time.
async fn ask(
    mouth: Mouth,
    mut answered: mpsc::UnboundedReceiver<bool>,
    left: Arc<AtomicU64>,
    (run, number): (u32, u32),
    patience: Duration,
) -> Result<(), Fault> {
    let failed = |why: &str| Fault::Connection {
        what: "filling the journal".into(),
        why: why.to_owned(),
    };
    let mut next = 0_u64;
    loop {
        let take = |left: u64| (left > 0).then(|| left.saturating_sub(ON_THEIR_WAY));
        let Ok(before) = left.fetch_update(Ordering::AcqRel, Ordering::Acquire, take) else {
            return Ok(());
        };
        // Asking and withdrawing come in pairs, or the next to ask would be on the list already.
        let bundle = before.min(ON_THEIR_WAY).next_multiple_of(2);
        let commands = (next..next + bundle).map(|nth| command(run, number, nth));
        mouth
            .send_texts(commands.collect())
            .await
            .map_err(|error| failed(&error.to_string()))?;
        next += bundle;
        for _ in 0..bundle {
            match timeout(patience, answered.recv()).await {
                Ok(Some(true)) => {}
                Ok(Some(false)) => return Err(failed("a command was refused")),
                _ => return Err(failed("a command was not answered")),
            }
        }
    }
}

fn command(run: u32, phone: u32, nth: u64) -> String {
    let what = if nth.is_multiple_of(2) { "request" } else { "withdraw" };
    let id = format!("{run:08x}-0001-4000-8000-{:04x}{nth:08x}", phone & 0xffff);
    json!({ "id": id, "tool": "floor", "do": what }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_come_in_pairs_and_each_has_an_id_of_its_own() {
        let commands: Vec<String> = (0..4).map(|nth| command(7, 3, nth)).collect();
        let asks = commands.iter().filter(|command| command.contains("request")).count();
        assert_eq!(asks, 2);
        let ids: std::collections::BTreeSet<&String> = commands.iter().collect();
        assert_eq!(ids.len(), 4);
        assert!(
            commands[0].contains("00000007-0001-4000-8000-000300000000"),
            "{}",
            commands[0]
        );
    }
}
