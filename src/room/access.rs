//! Who may ask what: one table, read before any rule. A role that may not ask is told so whatever state the room is in,
//! in one sentence that names what was asked and who may.

use super::command::{
    BoardCommand, Command, CommentCommand, FloorCommand, NotesCommand, PollCommand, ReportCommand, RoomCommand, SeatCommand,
    SessionCommand,
};
use super::refusal::{Code, Refusal};
use super::seat::Role;

/// One thing that a role may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// Get on the list of speakers.
    RequestFloor,
    /// Take a request back: one's own.
    WithdrawRequest,
    /// Take back a request of somebody else.
    WithdrawOthers,
    /// Call the next speaker.
    GiveFloor,
    /// End the speech under way.
    EndSpeech,
    /// Pass over a request.
    SkipRequest,
    /// Change the order of the list.
    MoveRequest,
    /// Open the list.
    OpenList,
    /// Close the list.
    CloseList,
    /// Set the speaking time.
    SetLimit,
    /// Put somebody else on the list.
    QueueSpeaker,
    /// Say anew who speaks: on a request of one's own delegation.
    ChangeSpeaker,
    /// The same on any request.
    ChangeOthers,
    /// Put a request into another lane.
    ChangeLane,
    /// Order the list by another rule.
    SetRule,
    /// Stop the clock of a speech and let it run, give more time, give a private allowance.
    KeepTime,
    /// Write a note beside a request.
    NoteRequest,
    /// Undo the last step.
    UndoStep,
    /// Write a poll.
    DraftPoll,
    /// Change a draft.
    EditPoll,
    /// Throw a draft away.
    DiscardPoll,
    /// Start the voting.
    OpenPoll,
    /// End the voting.
    ClosePoll,
    /// Show a result to all.
    ShowResult,
    /// Take a result off the pages.
    HideResult,
    /// Declare a poll void.
    VoidPoll,
    /// Let texts that voters wrote be seen, or take them off the pages.
    PassTexts,
    /// Vote.
    CastBallot,
    /// Enter the ballot of somebody without a device.
    EnterBallot,
    /// Say who may write the notes.
    SetWriters,
    /// Let one seat write the notes.
    AllowWriter,
    /// Take that leave back.
    DisallowWriter,
    /// Write the notes (a participant: where the writers' rule lets them).
    EditNotes,
    /// Give a version of the notes a name.
    NameVersion,
    /// Comment on the notes, and answer comments.
    Comment,
    /// Settle a comment.
    SettleComment,
    /// Take back a comment: one's own.
    DeleteComment,
    /// Put a card on the board, and say one's own otherwise.
    AddCard,
    /// Take a card off the board: one's own.
    WithdrawCard,
    /// Support a card.
    SupportCard,
    /// Let cards be seen, merge them, pin one, note one, and say who sees a new one.
    KeepBoard,
    /// Circulate a draft of the report, answer remarks, and say that it is final.
    ClearReport,
    /// Remark on a draft, and take one's own remark back.
    Remark,
    /// Tell everybody something.
    Announce,
    /// Count down, and give the session more time.
    CountDown,
    /// Call the organiser to the room.
    CallForHelp,
    /// Say that help is coming.
    AnswerHelp,
    /// Say that no help is needed any more.
    EndHelp,
    /// Say what the screen shows.
    SetScreen,
    /// Close the session.
    CloseRoom,
    /// Open a closed room again.
    ReopenRoom,
    /// Correct one's own name, delegation, class or rank.
    UpdateSeat,
}

/// A line of the table.
pub struct Row {
    /// What is asked.
    pub right: Right,
    /// The same in words, after "may" or "may not".
    pub words: &'static str,
    /// Whether a role may, in the order of [`Role::ALL`].
    pub may: [bool; Role::ALL.len()],
}

const fn row(may: [u8; Role::ALL.len()], right: Right, words: &'static str) -> Row {
    Row {
        right,
        words,
        may: [may[0] == 1, may[1] == 1, may[2] == 1, may[3] == 1, may[4] == 1],
    }
}

/// The table. An organiser may do whatever a chair may but vote, because votes are of seats; and reopen. A screen nothing.
pub const TABLE: [Row; 52] = [
    // Participant, chair, rapporteur, screen, organiser.
    row([1, 0, 1, 0, 0], Right::RequestFloor, "ask for the floor"),
    row([1, 1, 1, 0, 1], Right::WithdrawRequest, "withdraw a request"),
    row([0, 1, 0, 0, 1], Right::WithdrawOthers, "withdraw another's request"),
    row([0, 1, 0, 0, 1], Right::GiveFloor, "give the floor"),
    row([0, 1, 0, 0, 1], Right::EndSpeech, "end a speech"),
    row([0, 1, 0, 0, 1], Right::SkipRequest, "skip a request"),
    row([0, 1, 0, 0, 1], Right::MoveRequest, "change the order of the list"),
    row([0, 1, 0, 0, 1], Right::OpenList, "open the list of speakers"),
    row([0, 1, 0, 0, 1], Right::CloseList, "close the list of speakers"),
    row([0, 1, 0, 0, 1], Right::SetLimit, "set the speaking time"),
    row([0, 1, 0, 0, 1], Right::QueueSpeaker, "put others on the list"),
    row([1, 1, 1, 0, 1], Right::ChangeSpeaker, "change the speaker of a request"),
    row(
        [0, 1, 0, 0, 1],
        Right::ChangeOthers,
        "change the speaker of another's request",
    ),
    row([0, 1, 0, 0, 1], Right::ChangeLane, "change the lane of a request"),
    row([0, 1, 0, 0, 1], Right::SetRule, "change the rule of the list"),
    row([0, 1, 0, 0, 1], Right::KeepTime, "keep the time"),
    row([0, 1, 0, 0, 1], Right::NoteRequest, "write notes beside requests"),
    row([0, 1, 0, 0, 1], Right::UndoStep, "undo a step"),
    row([0, 1, 0, 0, 1], Right::DraftPoll, "write a poll"),
    row([0, 1, 0, 0, 1], Right::EditPoll, "change a poll"),
    row([0, 1, 0, 0, 1], Right::DiscardPoll, "discard a poll"),
    row([0, 1, 0, 0, 1], Right::OpenPoll, "open a poll"),
    row([0, 1, 0, 0, 1], Right::ClosePoll, "close a poll"),
    row([0, 1, 0, 0, 1], Right::ShowResult, "show a result"),
    row([0, 1, 0, 0, 1], Right::HideResult, "hide a result"),
    row([0, 1, 0, 0, 1], Right::VoidPoll, "declare a poll void"),
    row([0, 1, 0, 0, 1], Right::PassTexts, "let texts be seen"),
    row([1, 1, 1, 0, 0], Right::CastBallot, "vote"),
    row([0, 0, 0, 0, 1], Right::EnterBallot, "enter a ballot for somebody else"),
    row([0, 1, 0, 0, 1], Right::SetWriters, "say who writes the notes"),
    row([0, 1, 0, 0, 1], Right::AllowWriter, "let others write the notes"),
    row([0, 1, 0, 0, 1], Right::DisallowWriter, "stop others from writing"),
    row([1, 1, 1, 0, 1], Right::EditNotes, "write the notes"),
    row([0, 1, 1, 0, 1], Right::NameVersion, "name a version of the notes"),
    row([1, 1, 1, 0, 1], Right::Comment, "comment on the notes"),
    row([0, 1, 1, 0, 1], Right::SettleComment, "settle a comment"),
    row([1, 1, 1, 0, 1], Right::DeleteComment, "take back a comment"),
    row([1, 1, 1, 0, 0], Right::AddCard, "put a card on the board"),
    row([1, 1, 1, 0, 1], Right::WithdrawCard, "take a card off the board"),
    row([1, 1, 1, 0, 0], Right::SupportCard, "support a card"),
    row([0, 1, 1, 0, 1], Right::KeepBoard, "keep the board"),
    row([0, 1, 1, 0, 1], Right::ClearReport, "clear the report"),
    row([1, 1, 1, 0, 0], Right::Remark, "remark on a draft"),
    row([0, 1, 0, 0, 1], Right::Announce, "make announcements"),
    row([0, 1, 0, 0, 1], Right::CountDown, "set the countdown or extend the session"),
    row([0, 1, 1, 0, 0], Right::CallForHelp, "call the organiser"),
    row([0, 0, 0, 0, 1], Right::AnswerHelp, "answer a call for help"),
    row([0, 1, 1, 0, 1], Right::EndHelp, "end a call for help"),
    row([0, 1, 0, 0, 1], Right::SetScreen, "say what the screen shows"),
    row([0, 1, 0, 0, 1], Right::CloseRoom, "close the room"),
    row([0, 0, 0, 0, 1], Right::ReopenRoom, "reopen the room"),
    row([1, 1, 1, 0, 1], Right::UpdateSeat, "change a seat"),
];

impl Right {
    /// The right that a command needs.
    pub fn needed(command: &Command) -> Self {
        match command {
            Command::Floor(command) => Self::needed_on_the_floor(command),
            Command::Polls(command) => Self::needed_for_polls(command),
            Command::Notes(NotesCommand::Writers { .. }) => Self::SetWriters,
            Command::Notes(NotesCommand::Allow { .. }) => Self::AllowWriter,
            Command::Notes(NotesCommand::Disallow { .. }) => Self::DisallowWriter,
            Command::Notes(NotesCommand::Name { .. } | NotesCommand::Unname { .. }) => Self::NameVersion,
            Command::Comments(command) => match command {
                CommentCommand::Add { .. } | CommentCommand::Reply { .. } => Self::Comment,
                CommentCommand::Resolve { .. } | CommentCommand::Reopen { .. } => Self::SettleComment,
                CommentCommand::Delete { .. } => Self::DeleteComment,
            },
            Command::Board(command) => Self::needed_for_the_board(command),
            Command::Report(command) => match command {
                ReportCommand::Remark { .. } | ReportCommand::Withdraw { .. } => Self::Remark,
                _ => Self::ClearReport,
            },
            Command::Session(command) => Self::needed_for_the_session(command),
            Command::Room(RoomCommand::Close { .. }) => Self::CloseRoom,
            Command::Room(RoomCommand::Reopen) => Self::ReopenRoom,
            Command::Seat(SeatCommand::Update { .. }) => Self::UpdateSeat,
        }
    }

    fn needed_on_the_floor(command: &FloorCommand) -> Self {
        match command {
            FloorCommand::Request(_) => Self::RequestFloor,
            FloorCommand::Queue(_) | FloorCommand::Import { .. } => Self::QueueSpeaker,
            FloorCommand::Change(_) => Self::ChangeSpeaker,
            FloorCommand::Withdraw { .. } => Self::WithdrawRequest,
            FloorCommand::Give { .. } => Self::GiveFloor,
            FloorCommand::End { .. } => Self::EndSpeech,
            FloorCommand::Skip { .. } | FloorCommand::Restore { .. } => Self::SkipRequest,
            FloorCommand::Move { .. } => Self::MoveRequest,
            FloorCommand::Open => Self::OpenList,
            FloorCommand::Close { .. } => Self::CloseList,
            FloorCommand::Lane { .. } => Self::ChangeLane,
            FloorCommand::Rule { .. } => Self::SetRule,
            FloorCommand::Limit { .. } => Self::SetLimit,
            FloorCommand::More { .. }
            | FloorCommand::Pause { .. }
            | FloorCommand::Resume { .. }
            | FloorCommand::Allowance { .. } => Self::KeepTime,
            FloorCommand::Note { .. } => Self::NoteRequest,
            FloorCommand::Undo { .. } => Self::UndoStep,
        }
    }

    fn needed_for_the_session(command: &SessionCommand) -> Self {
        match command {
            SessionCommand::Announce { .. } | SessionCommand::Unannounce => Self::Announce,
            SessionCommand::Countdown { .. }
            | SessionCommand::StopCountdown
            | SessionCommand::Extend { .. }
            | SessionCommand::EndAsPlanned { .. } => Self::CountDown,
            SessionCommand::CallForHelp { .. } => Self::CallForHelp,
            SessionCommand::AnswerHelp => Self::AnswerHelp,
            SessionCommand::EndHelp => Self::EndHelp,
            SessionCommand::Screen { .. } => Self::SetScreen,
        }
    }

    fn needed_for_the_board(command: &BoardCommand) -> Self {
        match command {
            BoardCommand::Add { .. } | BoardCommand::Edit { .. } => Self::AddCard,
            BoardCommand::Withdraw { .. } => Self::WithdrawCard,
            BoardCommand::Support { .. } | BoardCommand::Unsupport { .. } => Self::SupportCard,
            BoardCommand::Pass { .. }
            | BoardCommand::Hold { .. }
            | BoardCommand::Merge { .. }
            | BoardCommand::Pin { .. }
            | BoardCommand::Unpin
            | BoardCommand::Note { .. }
            | BoardCommand::Answer { .. }
            | BoardCommand::Unanswer { .. }
            | BoardCommand::Rule { .. } => Self::KeepBoard,
        }
    }

    fn needed_for_polls(command: &PollCommand) -> Self {
        match command {
            PollCommand::Draft { .. }
            | PollCommand::Template { .. }
            | PollCommand::Again { .. }
            | PollCommand::Shortlist { .. } => Self::DraftPoll,
            PollCommand::Edit { .. } => Self::EditPoll,
            PollCommand::Discard { .. } => Self::DiscardPoll,
            PollCommand::Open { .. } => Self::OpenPoll,
            PollCommand::Close { .. } | PollCommand::Deadline { .. } => Self::ClosePoll,
            PollCommand::Void { .. } => Self::VoidPoll,
            PollCommand::Pass { .. } | PollCommand::Hold { .. } => Self::PassTexts,
            PollCommand::Show { .. } => Self::ShowResult,
            PollCommand::Hide { .. } => Self::HideResult,
            PollCommand::Cast { .. } => Self::CastBallot,
            PollCommand::Enter { .. } => Self::EnterBallot,
        }
    }
}

/// Whether the role has the right.
pub fn may(role: Role, right: Right) -> bool {
    line(right).is_some_and(|row| column(role).is_some_and(|column| row.may[column]))
}

/// Refuses where the role has not the right.
pub fn require(role: Role, right: Right) -> Result<(), Refusal> {
    if may(role, right) {
        Ok(())
    } else {
        Err(not_allowed(role, right))
    }
}

fn not_allowed(role: Role, right: Right) -> Refusal {
    let words = line(right).map_or("do this", |row| row.words);
    let those_who_may: Vec<&str> = Role::ALL.into_iter().filter(|&other| may(other, right)).map(name).collect();
    let who = match those_who_may.split_last() {
        None => "nobody".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    };
    Refusal::new(Code::NotAllowed, format!("Here {} may not {words}; {who} may.", name(role)))
}

fn line(right: Right) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.right == right)
}

fn column(role: Role) -> Option<usize> {
    Role::ALL.iter().position(|&other| other == role)
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Participant => "a participant",
        Role::Chair => "the chair",
        Role::Rapporteur => "the rapporteur",
        Role::Screen => "a screen",
        Role::Organiser => "an organiser",
    }
}
