//! What a damaged journal gives back of a meeting's books and of the server's own records: it is read for what it is or refused with
//! the number of the record, and what was read can be shown.

use crate::asked;
use crate::books::{Kept, SEATS, order_with, written};
use crate::extent::{Chance, extent};
use crate::measured::{Meter, run};
use crate::mutator::mutated;
use bytes::Bytes;
use roundtable::book::Book;
use roundtable::hub::fault::Fault;
use roundtable::hub::ledger::{read_book, stream_of};
use roundtable::hub::plans::Origin;
use roundtable::hub::registry::Registry;
use roundtable::journal::memory::MemoryJournal;
use roundtable::journal::{Journal, Stream};
use roundtable::keeping::Keeping;
use roundtable::matchmaking::Matchmaking;
use roundtable::matchmaking::who::nobody_listed;
use roundtable::meeting;
use roundtable::people::Register;
use roundtable::people::plan::Plan;
use roundtable::plenary::PlenaryBoard;
use roundtable::plenary::gather::gather;
use roundtable::room::ids::SeatId;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};

/// Commands to a book before its records are damaged.
const ASKED: u64 = 60;
const MEETING: &str = "global-roundtable";

/// Records as a damaged disk could give them back: one of them changed, doubled, left out or in another's place.
fn damaged(real: &[Vec<u8>], chance: &mut Chance) -> Vec<Vec<u8>> {
    let mut records = real.to_vec();
    let (at, other) = (
        chance.below(real.len() as u64) as usize,
        chance.below(real.len() as u64) as usize,
    );
    match chance.below(8) {
        0 => drop(records.remove(at)),
        1 => records.swap(at, other),
        2 => records.insert(at, real[other].clone()),
        _ => records[at] = mutated(&real[at], real, chance),
    }
    records
}

fn journal_of(runtime: &Runtime, stream: &Stream, records: &[Vec<u8>]) -> MemoryJournal {
    let journal = MemoryJournal::new();
    let records = records.iter().cloned().map(Bytes::from).collect();
    runtime.block_on(journal.append(stream, 0, records)).unwrap();
    journal
}

/// Gives a reader journals with damaged records in one stream. Whatever it refuses, it says which record that is.
fn read_damaged(
    (meter, chance): (&mut Meter, &mut Chance),
    (stream, real): (&Stream, &[Vec<u8>]),
    inputs: u64,
    mut reader: impl FnMut(&Runtime, &MemoryJournal) -> Result<(), Fault>,
) {
    let runtime = Builder::new_current_thread().build().unwrap();
    for number in 0..inputs {
        let records = if number == 0 { real.to_vec() } else { damaged(real, chance) };
        let journal = journal_of(&runtime, stream, &records);
        let accepted = meter.input(&records.concat(), |_| match reader(&runtime, &journal) {
            Ok(()) => true,
            Err(Fault::Unreadable(why)) => {
                assert!(why.starts_with("record "), "no record is named: {why}");
                false
            }
            Err(fault) => panic!("it is no fault of a record: {fault}"),
        });
        assert!(accepted || number > 0, "what is real is refused");
    }
}

fn damage_books<B: Book>(
    what: &'static str,
    real: Vec<Value>,
    as_sent: impl Fn(B::Command, u64) -> B::Command + Send + 'static,
    show: impl Fn(&B) + Send + 'static,
) where
    B::Command: DeserializeOwned,
{
    run(what, move |meter, chance| {
        for _ in 0..extent(4, 40) {
            let mut kept = Kept::<B>::new();
            for number in 0..ASKED {
                if let Ok(command) = serde_json::from_slice(&written(&real, number, chance)) {
                    kept.ask(&as_sent(command, number), *chance.one_of(&SEATS));
                }
            }
            let stream = stream_of(B::NAME, MEETING);
            if kept.records.is_empty() {
                continue;
            }
            read_damaged(
                (meter, chance),
                (&stream, &kept.records),
                extent(100, 2_500),
                |runtime, journal| {
                    let book = runtime.block_on(read_book::<B>(journal, MEETING))?;
                    show(&book);
                    Ok(())
                },
            );
        }
    });
}

#[test]
fn records_of_the_matchmaking() {
    damage_books::<Matchmaking>(
        "records of the matchmaking",
        asked::matchmaking(),
        |command, _| command,
        |book| {
            for (seat, _) in SEATS {
                serde_json::to_value(book.view(&SeatId::new(seat).unwrap(), &nobody_listed)).unwrap();
            }
        },
    );
}

#[test]
fn records_of_the_closing_board() {
    let show = |book: &PlenaryBoard| drop(serde_json::to_value(gather(&[], book)).unwrap());
    damage_books("records of the closing board", asked::board(), |command, _| command, show);
}

#[test]
fn records_of_the_list_of_participants() {
    let plan = Arc::new(Plan::of(&meeting::example()));
    let (real, shown) = (asked::participants(&plan), plan.clone());
    let as_sent = move |order: roundtable::people::command::Order, number| order_with(order.command, &plan, number);
    damage_books::<Register>("records of the list", real, as_sent, move |book| {
        serde_json::to_value(book.listed(&shown)).unwrap();
    });
}

#[test]
fn records_of_the_keeping_of_names() {
    let show = |book: &Keeping| {
        book.due_at("Asia/Kathmandu");
    };
    damage_books("records of the keeping", asked::keeping(), |command, _| command, show);
}

#[test]
fn records_of_the_server_itself() {
    run("records of the server", |meter, chance| {
        let (stream, filed) = (Stream::new("server"), Some((meeting::example(), Origin::File)));
        let runtime = Builder::new_current_thread().build().unwrap();
        let journal = MemoryJournal::new();
        let real: Vec<Vec<u8>> = runtime.block_on(async {
            Registry::open(&journal, filed, "http://localhost").await.unwrap();
            let records = journal.read(&stream, 0, 1_000).await.unwrap();
            records.iter().map(|record| record.payload.to_vec()).collect()
        });
        read_damaged(
            (meter, chance),
            (&stream, &real),
            extent(1_000, 100_000),
            |runtime, journal| {
                let registry = runtime.block_on(Registry::read(journal))?;
                for meeting in registry.meetings() {
                    meeting
                        .rooms
                        .iter()
                        .for_each(|room| drop(registry.definition(&meeting.id, &room.id)));
                }
                Ok(())
            },
        );
    });
}
