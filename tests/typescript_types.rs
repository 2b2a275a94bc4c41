//! The web client's `protocol.gen.ts` says what the Rust types say. `cargo xtask types` writes it anew.

use roundtable::protocol::{client, server};
use roundtable::room::{command, event, ids, refusal, seat, view};
use std::fs;
use std::path::Path;
use ts_rs::{Config, TS};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/web/src/protocol.gen.ts");
const HEAD: &str = "// Generated from the Rust types by `cargo test`; do not edit.\n";

/// Every type that travels, in the order in which one would read them.
macro_rules! declarations {
    ($($wire_type:ty),+ $(,)?) => {{
        let config = Config::default();
        vec![$(<$wire_type as TS>::decl(&config)),+]
    }};
}

fn names() -> Vec<String> {
    declarations![ids::Millis, ids::Seq, ids::SeatId, ids::RequestId, ids::PollId, ids::OptionId]
}

fn asked() -> Vec<String> {
    declarations![
        seat::Role,
        seat::Class,
        seat::Rank,
        seat::Profile,
        refusal::Code,
        command::PollKind,
        command::PollPaper,
        command::Writers,
        command::FloorCommand,
        command::PollCommand,
        command::NotesCommand,
        command::RoomCommand,
        command::SeatCommand,
        command::Command,
        client::CommandFrame,
        client::ControlFrame,
    ]
}

fn shown() -> Vec<String> {
    declarations![
        event::Attribution,
        view::RoomState,
        view::RoomView,
        view::SeatView,
        view::PeopleView,
        view::ListState,
        view::RequestView,
        view::SpeakingView,
        view::FloorView,
        view::PollState,
        view::PollView,
        view::PollsView,
        view::NotesView,
        view::View,
        view::You,
        server::Presence,
        server::ServerFrame,
    ]
}

fn generated() -> String {
    let declarations = [names(), asked(), shown()].concat();
    let file = declarations
        .iter()
        .fold(HEAD.to_owned(), |file, declaration| file + "\nexport " + declaration + "\n");
    // A comment of one sentence on one line.
    file.replace("/**\n * ", "/** ").replace("\n */", " */")
}

#[test]
fn typescript_types_say_what_the_rust_types_say() {
    let wanted = generated();
    if std::env::var_os("UPDATE_TYPES").is_some() {
        fs::create_dir_all(Path::new(FILE).parent().expect("a folder")).expect("the folder of the web client's sources");
        fs::write(FILE, &wanted).expect("the file can be written");
    }
    let found = fs::read_to_string(FILE).unwrap_or_default();
    let differs = wanted.lines().zip(found.lines()).find(|(wanted, found)| wanted != found);
    assert!(
        wanted == found,
        "web/src/protocol.gen.ts is not up to date, run `cargo xtask types`; first difference: {differs:?}"
    );
}
