//! Notes that a room has beforehand, of any length: somebody comes, writes them and leaves.

use super::attendee::Attendee;
use super::author::{Author, OwnEdits};
use super::entrance;
use super::onlooker::Onlooker;
use super::site::Guest;
use super::stage::Stage;
use super::witness::Witness;
use crate::connection::Buffers;
use crate::fault::Fault;
use crate::ledger::Ledger;
use crate::marker;
use crate::phone::Weather;
use crate::schedule::Schedule;
use crate::story::{Audience, Diary};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// A paste of this length is the most that is written at once.
const PASTE_MAX: usize = 5_000;

/// One paste follows the other so soon.
const INTERVAL: Duration = Duration::from_millis(2);

/// A number of its own, so that nobody is taken for this phone.
const NUMBER: u32 = 3 << 22;

/// Writes so many characters into the notes of a room, and waits until they are on disk.
pub async fn write(stage: &Stage<'_>, room: usize, characters: usize) -> Result<(), Fault> {
    let pastes = characters.div_ceil(PASTE_MAX).max(1);
    let length = (characters / pastes).max(marker::LENGTH);
    let edits = u32::try_from(pastes).unwrap_or(u32::MAX);
    let guest = Guest {
        room,
        audience: Audience::Participant,
        number: NUMBER,
        buffers: Buffers::Usual,
    };
    let phone = entrance::let_in(&stage.site, vec![guest], 1).await?.phones.remove(0).1;
    let (ledger, own) = (Arc::new(Ledger::new(edits)), OwnEdits::new(edits));
    let witness = Witness::new(NUMBER, Arc::clone(&ledger), Arc::clone(&own));
    let attendee = Attendee::new(
        room,
        Diary::new(&stage.stories[room], guest.audience),
        witness,
        Onlooker::default(),
    );
    let (stop, stopped) = watch::channel(false);
    let (ear, mouth) = phone.split();
    let attending = tokio::spawn(attendee.attend(ear, Weather::fair(), stopped));
    let author = Author {
        number: NUMBER,
        // Its markers are none of the run's edits.
        run: stage.run ^ 1,
        characters: length,
        ledger: Arc::clone(&ledger),
        own,
    };
    author
        .write(mouth, Schedule::new(Instant::now(), INTERVAL, edits, 0, 1))
        .await;
    if stage.site.says_saved() {
        stage.wait_for(u64::from(edits), || ledger.answered()).await;
    }
    stage.wait_for_quiet().await;
    let _ = stop.send(true);
    // What it saw is no figure; whether all of it is there shows in what the others get.
    let _ = attending.await;
    Ok(())
}
