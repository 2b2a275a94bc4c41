//! The table of access, cell by cell.

use super::scene::{
    PEOPLE, asked_by, cast, choosing, close, end, limit, moves, named, next, paper, request, room, seat_id, sentence, skip,
    withdraw,
};
use crate::room::access::{Right, TABLE, may};
use crate::room::command::{
    Anchor, BoardCommand, BoardRule, CardKind, Change, Command, CommentCommand, Entry, FloorCommand, NotesCommand, PollCommand,
    PollKind, ReportCommand, RoomCommand, SeatCommand, SessionCommand, Shows, Verdict, Writers,
};
use crate::room::floor::{Lane, OrderRule};
use crate::room::ids::{CardId, CommentId, PollId, RemarkId, RequestId, SeatId, VersionId};
use crate::room::polls::templates::Template;
use crate::room::refusal::Code;
use crate::room::seat::Role;

/// One command of every kind, under the words of docs/protocol.md.
fn every_command() -> Vec<Command> {
    let seat = seat_id("ana");
    let rest = vec![
        NotesCommand::Writers {
            writers: Writers::Everyone,
        }
        .into(),
        NotesCommand::Allow { seat: seat.clone() }.into(),
        NotesCommand::Disallow { seat }.into(),
        NotesCommand::Name { name: "x".to_owned() }.into(),
        NotesCommand::Unname { version: VersionId(1) }.into(),
        RoomCommand::Close { settle: true }.into(),
        RoomCommand::Reopen.into(),
        SeatCommand::Update { profile: named("x") }.into(),
    ];
    [
        floor_commands(RequestId(1), &seat_id("ana")),
        poll_commands(PollId(1)),
        comment_commands(CommentId(1)),
        board_commands(CardId(1)),
        report_commands(RemarkId(1)),
        session_commands(),
        rest,
    ]
    .concat()
}

fn comment_commands(comment: CommentId) -> Vec<Command> {
    let text = "Why?".to_owned();
    vec![
        CommentCommand::Add {
            anchor: Anchor {
                start: "AAE=".to_owned(),
                end: "AAI=".to_owned(),
            },
            quote: text.clone(),
            text: text.clone(),
        }
        .into(),
        CommentCommand::Reply { comment, text }.into(),
        CommentCommand::Resolve { comment }.into(),
        CommentCommand::Reopen { comment }.into(),
        CommentCommand::Delete { comment }.into(),
    ]
}

fn board_commands(card: CardId) -> Vec<Command> {
    let (kind, text) = (CardKind::Gap, "A gap".to_owned());
    vec![
        BoardCommand::Add {
            kind,
            text: text.clone(),
        }
        .into(),
        BoardCommand::Edit { card, kind, text }.into(),
        BoardCommand::Withdraw { card }.into(),
        BoardCommand::Support { card }.into(),
        BoardCommand::Unsupport { card }.into(),
        BoardCommand::Pass { cards: Vec::new() }.into(),
        BoardCommand::Hold { card }.into(),
        BoardCommand::Merge { card, into: CardId(2) }.into(),
        BoardCommand::Pin { card }.into(),
        BoardCommand::Unpin.into(),
        BoardCommand::Note { card }.into(),
        BoardCommand::Answer { card }.into(),
        BoardCommand::Unanswer { card }.into(),
        BoardCommand::Rule {
            rule: BoardRule::Moderated,
        }
        .into(),
    ]
}

fn session_commands() -> Vec<Command> {
    let (message, label, reason) = ("Lunch".to_owned(), String::new(), String::new());
    vec![
        SessionCommand::Announce { message, for_s: None }.into(),
        SessionCommand::Unannounce.into(),
        SessionCommand::Countdown { seconds: 600, label }.into(),
        SessionCommand::StopCountdown.into(),
        SessionCommand::Extend { minutes: 10, seen: None }.into(),
        SessionCommand::CallForHelp { reason }.into(),
        SessionCommand::AnswerHelp.into(),
        SessionCommand::EndHelp.into(),
        SessionCommand::Screen { shows: Shows::Notes }.into(),
    ]
}

fn report_commands(remark: RemarkId) -> Vec<Command> {
    vec![
        ReportCommand::Circulate { for_s: 600 }.into(),
        ReportCommand::Deadline { in_s: None }.into(),
        ReportCommand::Remark {
            draft: None,
            paragraph: 1,
            text: "Why?".to_owned(),
        }
        .into(),
        ReportCommand::Withdraw { remark }.into(),
        ReportCommand::Answer {
            remark,
            verdict: Verdict::Taken,
            word: String::new(),
        }
        .into(),
        ReportCommand::Finish.into(),
        ReportCommand::Resume {
            reason: "why".to_owned(),
        }
        .into(),
    ]
}

fn floor_commands(r1: RequestId, seat: &SeatId) -> Vec<Command> {
    vec![
        request(),
        withdraw(None).into(),
        withdraw(Some(r1)).into(),
        next(),
        end(),
        skip(r1).into(),
        FloorCommand::Restore { request: r1 }.into(),
        moves(r1, None).into(),
        FloorCommand::Open.into(),
        close(),
        limit(60).into(),
        FloorCommand::Queue(Entry::default()).into(),
        FloorCommand::Import { csv: String::new() }.into(),
        FloorCommand::Change(Change::default()).into(),
        FloorCommand::Lane {
            request: r1,
            lane: Lane::Precedence,
            reason: None,
        }
        .into(),
        FloorCommand::Rule {
            rule: OrderRule::Protocol,
        }
        .into(),
        FloorCommand::More {
            seconds: 60,
            request: None,
        }
        .into(),
        FloorCommand::Pause { request: None }.into(),
        FloorCommand::Resume { request: None }.into(),
        FloorCommand::Allowance {
            seat: seat.clone(),
            seconds: 60,
        }
        .into(),
        FloorCommand::Note {
            request: r1,
            note: String::new(),
        }
        .into(),
        FloorCommand::Undo { step: 1 }.into(),
    ]
}

fn poll_commands(poll: PollId) -> Vec<Command> {
    let paper = paper(PollKind::Single, &["a", "b"]);
    vec![
        PollCommand::Draft {
            paper: Box::new(paper.clone()),
        }
        .into(),
        PollCommand::Template {
            template: Template::ShowOfHands,
        }
        .into(),
        PollCommand::Edit {
            poll,
            paper: Box::new(paper),
        }
        .into(),
        PollCommand::Discard { poll }.into(),
        PollCommand::Open { poll }.into(),
        PollCommand::Deadline { poll, in_s: None }.into(),
        PollCommand::Close { poll }.into(),
        PollCommand::Void {
            poll,
            reason: "why".to_owned(),
        }
        .into(),
        PollCommand::Again { poll }.into(),
        PollCommand::Shortlist {
            poll,
            ideas: 2,
            kind: PollKind::Single,
        }
        .into(),
        PollCommand::Pass { poll, texts: Vec::new() }.into(),
        PollCommand::Hold { poll, texts: Vec::new() }.into(),
        PollCommand::Show { poll }.into(),
        PollCommand::Hide { poll }.into(),
        cast(poll, &[1]),
        PollCommand::Enter {
            poll,
            voter: named("Ana"),
            again: false,
            ballot: choosing(&[1]),
        }
        .into(),
    ]
}

/// The table as docs/protocol.md has it. A change of rights shows here first.
const GOLDEN: &str = "\
RequestFloor     participant rapporteur
WithdrawRequest  participant chair rapporteur organiser
WithdrawOthers   chair organiser
GiveFloor        chair organiser
EndSpeech        chair organiser
SkipRequest      chair organiser
MoveRequest      chair organiser
OpenList         chair organiser
CloseList        chair organiser
SetLimit         chair organiser
QueueSpeaker     chair organiser
ChangeSpeaker    participant chair rapporteur organiser
ChangeOthers     chair organiser
ChangeLane       chair organiser
SetRule          chair organiser
KeepTime         chair organiser
NoteRequest      chair organiser
UndoStep         chair organiser
DraftPoll        chair organiser
EditPoll         chair organiser
DiscardPoll      chair organiser
OpenPoll         chair organiser
ClosePoll        chair organiser
ShowResult       chair organiser
HideResult       chair organiser
VoidPoll         chair organiser
PassTexts        chair organiser
CastBallot       participant chair rapporteur
EnterBallot      organiser
SetWriters       chair organiser
AllowWriter      chair organiser
DisallowWriter   chair organiser
EditNotes        participant chair rapporteur organiser
NameVersion      chair rapporteur organiser
Comment          participant chair rapporteur organiser
SettleComment    chair rapporteur organiser
DeleteComment    participant chair rapporteur organiser
AddCard          participant chair rapporteur
WithdrawCard     participant chair rapporteur organiser
SupportCard      participant chair rapporteur
KeepBoard        chair rapporteur organiser
ClearReport      chair rapporteur organiser
Remark           participant chair rapporteur
Announce         chair organiser
CountDown        chair organiser
CallForHelp      chair rapporteur
AnswerHelp       organiser
EndHelp          chair rapporteur organiser
SetScreen        chair organiser
CloseRoom        chair organiser
ReopenRoom       organiser
UpdateSeat       participant chair rapporteur organiser
";

#[test]
fn the_table_is_the_one_of_the_protocol() {
    let line = |right: Right| {
        let roles = Role::ALL
            .into_iter()
            .filter(|role| may(*role, right))
            .map(|role| format!("{role:?}").to_lowercase());
        format!("{:<16} {}\n", format!("{right:?}"), roles.collect::<Vec<_>>().join(" "))
    };
    let table: String = TABLE.iter().map(|row| line(row.right)).collect();
    assert_eq!(table, GOLDEN);
}

#[test]
fn every_right_has_one_line() {
    let rights: std::collections::BTreeSet<Right> = TABLE.iter().map(|row| row.right).collect();
    assert_eq!(rights.len(), TABLE.len());
    for command in every_command() {
        assert!(
            rights.contains(&Right::needed(&command)),
            "{command:?} needs a right that the table lacks"
        );
    }
}

#[test]
fn every_cell_of_the_table_is_what_decide_does() {
    let room = room();
    for command in every_command() {
        for name in PEOPLE.iter().map(|(name, _)| *name).chain(["organiser"]) {
            let context = asked_by(name, 1);
            let turned_away = room
                .decide(&command, &context)
                .is_err_and(|refusal| refusal.code == Code::NotAllowed);
            assert_eq!(
                turned_away,
                !may(context.role, Right::needed(&command)),
                "{name} asks {command:?}"
            );
        }
    }
}

#[test]
fn an_organiser_may_whatever_a_chair_may_but_what_is_of_a_seat_and_a_screen_nothing() {
    let of_a_seat = [
        Right::CastBallot,
        Right::AddCard,
        Right::SupportCard,
        Right::Remark,
        Right::CallForHelp,
    ];
    for row in &TABLE {
        let is_the_chairs_alone = may(Role::Chair, row.right) && !may(Role::Organiser, row.right);
        assert!(!is_the_chairs_alone || of_a_seat.contains(&row.right), "{:?}", row.right);
        assert!(!may(Role::Screen, row.right), "{:?}", row.right);
    }
}

#[test]
fn the_refusal_names_what_was_asked_and_who_may() {
    let answer = room().decide(&end(), &asked_by("ana", 1));
    assert_eq!(
        sentence(answer),
        "Here a participant may not end a speech; the chair or an organiser may."
    );
    let answer = room().decide(&RoomCommand::Reopen.into(), &asked_by("chair", 1));
    assert_eq!(sentence(answer), "Here the chair may not reopen the room; an organiser may.");
}
