//! The wire's TypeScript types are generated from the Rust ones, so that page and server never disagree in silence.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that meets a surprise should stop there"
)]

use roundtable::meeting::{schedule, wrong};
use roundtable::people;
use roundtable::protocol::{client, server};
use roundtable::room::notes::point;
use roundtable::room::polls::{breakdown, count, templates, texts};
use roundtable::room::{command, event, floor, ids, polls, refusal, seat, sittings, tools, view};
use std::path::Path;
use ts_rs::{Config, TS};

const FILE: &str = "web/src/protocol.gen.ts";

/// The declarations of some types.
macro_rules! declared {
    ($($type:ty),* $(,)?) => {{
        let config = Config::new().with_large_int("number");
        [$( format!("\nexport {}\n", <$type as TS>::decl(&config)) ),*].concat()
    }};
}

fn declarations() -> String {
    let head = "// Generated from the Rust types; `cargo xtask types` writes it anew.\n".to_owned();
    let text = [head, names(), wording(), commands(), points(), views(), wrong()].concat();
    // Lines end without spaces, whatever the generator leaves there.
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

/// Ids, people and refusals.
fn names() -> String {
    declared!(
        ids::Millis,
        ids::Seq,
        ids::SeatId,
        ids::RequestId,
        ids::PollId,
        ids::OptionId,
        ids::CardId,
        ids::CommentId,
        ids::RemarkId,
        ids::VersionId,
        seat::Role,
        seat::Class,
        seat::Rank,
        seat::Profile,
        refusal::Code,
        refusal::Refusal,
    )
}

/// What a poll and a ballot say.
fn wording() -> String {
    declared!(
        command::PollKind,
        command::Secrecy,
        command::Per,
        command::Voters,
        command::Results,
        command::Base,
        command::Axes,
        command::Translation,
        command::PaperForm,
        command::VotingRules,
        command::PollPaper,
        texts::TextId,
        templates::Template,
        command::Ballot,
    )
}

/// What is asked.
fn commands() -> String {
    declared!(
        command::Writers,
        floor::Lane,
        floor::Scope,
        floor::Group,
        floor::OrderRule,
        floor::Why,
        floor::Step,
        command::Wish,
        command::Change,
        command::Entry,
        command::FloorCommand,
        command::PollCommand,
        command::NotesCommand,
        command::Anchor,
        command::CommentCommand,
        command::CardKind,
        command::BoardRule,
        tools::Tool,
        command::BoardCommand,
        command::Verdict,
        command::ReportCommand,
        command::Shows,
        command::SessionCommand,
        command::RoomCommand,
        command::SeatCommand,
        command::Command,
    )
}

/// What a paragraph of the notes is marked with.
fn points() -> String {
    declared!(
        point::PointKind,
        point::Standing,
        point::Component,
        point::Reach,
        point::RegionalGroup,
        point::Point,
    )
}

/// What is seen.
fn views() -> String {
    declared!(
        event::Attribution,
        event::Gathering,
        event::Sitting,
        sittings::SittingTimes,
        sittings::Extension,
        view::RoomState,
        view::RoomView,
        view::SeatView,
        view::PeopleView,
        view::ListState,
        view::RequestView,
        view::SpeakingView,
        view::PaceView,
        view::HeardView,
        view::UndoView,
        view::DeskView,
        view::FloorView,
        view::PollState,
        polls::Round,
        view::QuorumView,
        count::RunoffRound,
        count::CountDetail,
        breakdown::GroupResult,
        view::CountView,
        view::RollLine,
        view::TextView,
        view::TranslationView,
        view::PollView,
        view::PollsView,
        view::VersionView,
        view::NotesView,
        view::Written,
        view::ReplyView,
        view::CommentView,
        view::CommentsView,
        view::CardView,
        view::OwnCard,
        view::BoardView,
        view::ReportState,
        view::RemarkView,
        view::DraftView,
        view::ReportView,
        view::AnnouncementView,
        view::CountdownView,
        view::HelpView,
        view::SessionView,
        view::View,
        view::You,
        client::CommandFrame,
        client::ControlFrame,
        server::StorageTrouble,
        server::Presence,
        server::ServerFrame,
    )
}

/// What can be wrong with a plan or a participants' file, and what can be said of a programme's file.
fn wrong() -> String {
    declared!(
        wrong::Hint,
        wrong::UnknownName,
        wrong::UnknownWord,
        wrong::Found,
        wrong::Wanted,
        wrong::OtherKind,
        wrong::PollText,
        wrong::OfFile,
        wrong::OfValue,
        wrong::OfPart,
        wrong::OfPoll,
        wrong::OfChange,
        wrong::Wrong,
        schedule::Right,
        schedule::Made,
        schedule::Extra,
        schedule::Said,
        people::wrong::What,
    )
}

#[test]
fn typescript_types_are_those_of_the_server() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let now = declarations();
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(stored == now, "{FILE} is stale: run `cargo xtask types` and commit it");
}
