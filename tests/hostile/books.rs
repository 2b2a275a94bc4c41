//! What a meeting is asked beside its rooms: commands to its books, changed as JSON and as bytes. What is accepted can be kept, read back
//! and shown.

use crate::asked;
use crate::commands::altered;
use crate::extent::{Chance, extent};
use crate::measured::run;
use crate::mutator::mutated;
use roundtable::book::{Book, Context};
use roundtable::keeping::Keeping;
use roundtable::matchmaking::who::nobody_listed;
use roundtable::matchmaking::{Matchmaking, consented};
use roundtable::meeting::{self, extended::Extended};
use roundtable::people::command::{Codes, Command, Order};
use roundtable::people::day::Around;
use roundtable::people::plan::Plan;
use roundtable::people::{Register, sheet};
use roundtable::plenary::PlenaryBoard;
use roundtable::plenary::gather::gather;
use roundtable::room::event::Stamp;
use roundtable::room::ids::{Millis, SeatId};
use roundtable::room::seat::Role;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// Commands to one book.
const STEPS: u64 = 200;
pub const NOW: Millis = Millis(1_715_356_800_000);
/// Who asks; the first may most.
pub const SEATS: [(&str, Role); 5] = [
    ("organiser", Role::Organiser),
    ("organiser", Role::Organiser),
    ("ana", Role::Participant),
    ("ben", Role::Participant),
    ("screen", Role::Screen),
];

/// A book and how often it was asked: what a command makes is called by the number of the command.
pub struct Kept<B: Book> {
    pub book: B,
    asked: u64,
    /// What of it is kept, as the journal keeps it.
    pub records: Vec<Vec<u8>>,
}

impl<B: Book> Kept<B> {
    pub fn new() -> Self {
        Self {
            book: B::default(),
            asked: 0,
            records: Vec::new(),
        }
    }

    pub fn ask(&mut self, command: &B::Command, (seat, role): (&str, Role)) -> bool {
        self.asked += 1;
        let context = Context {
            now: Millis(NOW.0 + i64::try_from(self.asked).unwrap()),
            seat: SeatId::new(seat).unwrap(),
            role,
            request: numbered(self.asked),
        };
        match self.book.decide(command, &context) {
            Ok(events) => {
                let record = json!({ "at": context.now, "by": context.seat, "request": context.request, "events": events });
                self.records.push(record.to_string().into_bytes());
                let stamp = Stamp {
                    at: context.now,
                    by: Some(context.seat),
                };
                events.iter().for_each(|event| self.write(&stamp, event));
                true
            }
            Err(refusal) => {
                assert!(!refusal.message.is_empty());
                false
            }
        }
    }

    /// An event is made so as the journal gives it back.
    fn write(&mut self, stamp: &Stamp, event: &B::Event) {
        let written = serde_json::to_value(event).unwrap();
        let read: B::Event = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), written, "it is kept otherwise");
        self.book.apply(stamp, &read);
    }
}

/// The name of what the command with this number makes.
pub fn numbered(number: u64) -> Uuid {
    Uuid::from_u128(u128::from(number))
}

/// Commands written down one a line.
pub fn lines(text: &str) -> Vec<Value> {
    text.trim().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Puts the name of something that may have been made where a command names it by `#`.
fn named(command: &mut Value, asked: u64, chance: &mut Chance) {
    match command {
        Value::String(text) if text == "#" => *text = numbered(1 + chance.below(asked + 1)).to_string(),
        Value::Array(items) => items.iter_mut().for_each(|item| named(item, asked, chance)),
        Value::Object(fields) => fields.values_mut().for_each(|field| named(field, asked, chance)),
        _ => {}
    }
}

/// A command as it is, or changed as JSON or as bytes.
pub fn written(real: &[Value], asked: u64, chance: &mut Chance) -> Vec<u8> {
    let mut command = chance.one_of(real).clone();
    named(&mut command, asked, chance);
    match chance.below(10) {
        0..5 => command.to_string().into_bytes(),
        5..9 => {
            (0..=chance.below(2)).for_each(|_| altered(&mut command, chance));
            command.to_string().into_bytes()
        }
        _ => mutated(command.to_string().as_bytes(), &[real[0].to_string().into_bytes()], chance),
    }
}

/// Asks books of one kind: `as_sent` makes of a command what the server makes of it, `assert_whole` looks at what became of them.
fn ask_books<B: Book>(
    what: &'static str,
    real: Vec<Value>,
    as_sent: impl Fn(B::Command, u64) -> B::Command + Send + 'static,
    assert_whole: impl Fn(&B) + Send + 'static,
) where
    B::Command: DeserializeOwned,
{
    let figures = run(what, move |meter, chance| {
        while meter.inputs() < extent(4_000, 200_000) {
            let mut kept = Kept::<B>::new();
            for _ in 0..STEPS {
                let text = written(&real, kept.asked, chance);
                let seat = *chance.one_of(&SEATS);
                meter.input(&text, |text| match serde_json::from_slice(text) {
                    Ok(command) => {
                        let command = as_sent(command, kept.asked);
                        kept.ask(&command, seat)
                    }
                    Err(_) => false,
                });
            }
            assert_whole(&kept.book);
        }
    });
    assert!(figures.accepted * 100 / figures.inputs >= 5, "nothing is tried that way");
}

#[test]
fn whatever_is_asked_of_the_matchmaking_it_stays_whole() {
    ask_books::<Matchmaking>(
        "matchmaking",
        asked::matchmaking(),
        |command, _| command,
        |book| {
            for (seat, _) in SEATS {
                serde_json::to_value(book.view(&SeatId::new(seat).unwrap(), &nobody_listed)).unwrap();
            }
            serde_json::to_value(book.organiser_view(NOW, &nobody_listed)).unwrap();
            serde_json::to_value(consented(book, &nobody_listed)).unwrap();
        },
    );
}

#[test]
fn whatever_is_asked_of_the_closing_board_it_stays_whole() {
    ask_books::<PlenaryBoard>(
        "closing board",
        asked::board(),
        |command, _| command,
        |book| drop(serde_json::to_value(gather(&[], book)).unwrap()),
    );
}

#[test]
fn whatever_is_asked_of_the_list_of_participants_it_stays_whole() {
    let plan = Arc::new(Plan::of(&meeting::example()));
    let shown = plan.clone();
    ask_books::<Register>(
        "list of participants",
        asked::participants(&plan),
        move |order, asked| order_with(order.command, &plan, asked),
        move |book| {
            serde_json::to_value(book.listed(&shown)).unwrap();
            let (example, extended) = (meeting::example(), Extended::default());
            let around = Around {
                meeting: &example,
                plan: &shown,
                extended: &extended,
                now: NOW,
            };
            for (seat, _) in SEATS {
                serde_json::to_value(book.day(&SeatId::new(seat).unwrap(), around)).unwrap();
            }
            sheet::read(&sheet::write(book, &shown)).map_or_else(|_| assert!(book.people().is_empty()), drop);
        },
    );
}

/// A command with what the server adds to it.
pub fn order_with(command: Command, plan: &Arc<Plan>, asked: u64) -> Order {
    let fresh = (0..64).map(|number| code(asked * 64 + number)).collect();
    Order {
        command,
        plan: plan.clone(),
        codes: Codes {
            fresh,
            ..Codes::default()
        },
    }
}

/// A personal code that belongs to this number.
fn code(number: u64) -> String {
    const LETTERS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
    (0..8_u32)
        .map(|place| {
            let digit = number / 30_u64.pow(place) % 30;
            char::from(LETTERS[usize::try_from(digit).unwrap()])
        })
        .collect()
}

#[test]
fn whatever_is_asked_of_the_keeping_of_names_it_stays_whole() {
    ask_books::<Keeping>(
        "keeping",
        asked::keeping(),
        |command, _| command,
        |book| {
            book.due_at("Asia/Kathmandu");
            book.is_due(NOW, "nowhere/at-all");
        },
    );
}
