//! What has to be so when a run is over: everything that anybody was told is what a replay of the journal gives.

mod answers;
mod ballots;
mod replay;

use crate::author::Author;
use crate::client::Client;
use crate::hall::Hall;
use crate::ledger::Ledger;
use replay::Replay;
use roundtable::hub::load;
use roundtable::journal::Journal;
use roundtable::room::Room;
use roundtable::room::ids::PollId;
use roundtable::room::record::Record;
use roundtable::room::view::PollState;

/// Judges a run; how many ballots were cast in it.
pub async fn judge(ledger: &Ledger, hall: &Hall, clients: &[Client]) -> u64 {
    let mut records = Vec::new();
    let mut replay = Replay::default();
    for stored in hall.records().await {
        let record = Record::decode(&stored.payload).expect("what is stored can be read");
        replay.take(stored.seq, &record, hall.disk.secret(stored.seq));
        replay.compare(stored.seq, ledger);
        records.push(record);
    }
    replay.finish(ledger);
    answers::check(ledger, &records, hall);
    check_notes(ledger, &replay.room, clients);
    check_stored(hall, &replay.room).await;
    ballots::check(&records, hall)
}

/// Everybody's notes are the room's, and hold all that was said to be stored.
fn check_notes(ledger: &Ledger, room: &Room, clients: &[Client]) {
    let reader = Author::new(1);
    reader.apply(&room.notes.diff(&[0]).expect("the notes can be handed out"));
    let (text, paragraphs) = (reader.text(), reader.paragraphs());
    for author in clients
        .iter()
        .filter_map(|client| Some((&client.seat, client.author.as_ref()?)))
    {
        assert_eq!(author.1.text(), text, "the notes of {} are not the room's", author.0);
    }
    for saved in ledger.saved.difference(&ledger.taken_out) {
        assert!(
            paragraphs.contains(saved),
            "'{saved}' was said to be stored, and is not: {text}"
        );
    }
}

/// What is loaded is what is replayed, every close was sealed, and of secret ballots nothing is left but of open polls.
async fn check_stored(hall: &Hall, room: &Room) {
    let loaded = load::load(&hall.disk, &hall.stream()).await.expect("the room can be loaded");
    replay::assert_same_state("loaded", &loaded.room.snapshot(), &room.snapshot());
    let closes: Vec<u32> = (1..=room.closes()).collect();
    assert_eq!(
        hall.archive.sealed().into_iter().collect::<Vec<_>>(),
        closes,
        "not every close was sealed"
    );
    assert_eq!(hall.archive.faults(), Vec::<String>::new());
    for slip in hall.disk.stored().recover(&hall.stream()).await.unwrap().slips {
        let (poll, _) = slip.bag.as_str().split_once('-').expect("a bag is of a poll");
        let poll: PollId = poll.parse().unwrap();
        let is_open = room
            .polls
            .get(poll)
            .is_some_and(|poll| poll.state == PollState::Open && poll.is_secret());
        assert!(is_open, "a ballot of {poll} is kept");
    }
}
