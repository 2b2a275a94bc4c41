//! Why the rules said no. The code is stable and for programs; the message is one sentence for the person.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// The reason, as programs and translations know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The frame is no command: not JSON, or a field is missing or of the wrong kind.
    BadCommand,
    /// The role may not ask this.
    NotAllowed,
    /// The room is closed; nothing in it changes any more.
    RoomClosed,
    /// The room is open; there is nothing to reopen.
    RoomOpen,
    /// The room cannot close yet: somebody speaks or a poll is open.
    StillOpen,
    /// The list of speakers is closed.
    ListClosed,
    /// The list of speakers is open already.
    ListOpen,
    /// The seat is on the list already.
    AlreadyOnList,
    /// The seat has the floor already.
    AlreadySpeaking,
    /// The seat is not on the list.
    NotOnList,
    /// The list is empty.
    NobodyWaiting,
    /// Nobody has the floor.
    NobodySpeaking,
    /// No such request on the list.
    UnknownRequest,
    /// The speech that is to end has ended.
    AlreadyEnded,
    /// The list has changed: somebody else is next.
    ListChanged,
    /// The clock stands already.
    AlreadyPaused,
    /// The clock runs already.
    NotPaused,
    /// There is no speech to ask about.
    NothingToAsk,
    /// There is no speech to reply to.
    NothingToReply,
    /// The lane is not the asker's to choose, or the two requests are in different lanes.
    WrongLane,
    /// The seat is of another delegation.
    OtherDelegation,
    /// The imported list has a fault; nothing of it was taken.
    ImportInvalid,
    /// The step cannot be undone any more.
    TooLate,
    /// No such poll, or it is not the asker's to see.
    UnknownPoll,
    /// No such seat.
    UnknownSeat,
    /// The poll is not a draft any more.
    NotADraft,
    /// The poll is not open.
    PollNotOpen,
    /// The poll is not closed yet.
    PollNotClosed,
    /// The poll's wording does not hold up: no question, too few options …
    PollInvalid,
    /// The ballot does not fit the poll.
    ChoiceInvalid,
    /// The voter's ballot is in, and it is final.
    AlreadyVoted,
    /// The seat is not among those who may vote in the poll.
    NotEntitled,
    /// Nobody who may vote in the poll has joined.
    NobodyEntitled,
    /// No such text in the poll.
    UnknownText,
    /// A number is outside its bounds.
    OutOfBounds,
    /// A text is empty, too long, or has characters that cannot be shown.
    TextInvalid,
    /// A bound of the room is reached: seats, requests, polls.
    TooMany,
    /// The seat may read the notes, not write them.
    MayNotWrite,
    /// The notes update is malformed or not of this document's form.
    NotesInvalid,
    /// The notes have reached their largest size.
    NotesFull,
    /// The report is final, and with it the notes, until it is taken up again.
    ReportFinal,
    /// The report is not final; there is nothing to take up again.
    ReportNotFinal,
    /// Another version of the notes has that name.
    NameTaken,
    /// No such version of the notes.
    UnknownVersion,
    /// No such comment on the notes, or it is not the asker's to change.
    UnknownComment,
    /// No such card on the board, or it is not the asker's to see or change.
    UnknownCard,
    /// The board takes no cards.
    BoardClosed,
    /// The card is in the notes, or others support it: it can't be changed or taken back any more.
    CardInUse,
    /// The card is the asker's own: support is for those of others.
    OwnCard,
    /// No draft takes remarks now, or another one than the asker has read.
    NoDraft,
    /// A draft takes remarks still: it has to end first.
    DraftUnderWay,
    /// The draft has no such paragraph.
    UnknownParagraph,
    /// No such remark, or it is not the asker's.
    UnknownRemark,
    /// Remarks wait for an answer.
    RemarksUnanswered,
    /// The notes are empty: there is nothing to circulate.
    NothingWritten,
    /// Other seats would learn who said what, which the room's attribution rule forbids.
    AttributionForbids,
    /// The room's history has reached its largest size, or what one seat may add to it.
    HistoryFull,
    /// The room goes without the tool that the command is for.
    NoSuchTool,
    /// Nothing is announced.
    NothingAnnounced,
    /// There is no countdown.
    NoCountdown,
    /// The room has called for help already, or help is coming already.
    HelpCalled,
    /// The room does not call for help.
    NoHelpCalled,
    /// Nobody has said yet who has the seat, which posting needs.
    IntroductionMissing,
    /// The matchmaking takes nothing new.
    MatchmakingClosed,
    /// No such need or offer, or it is not the asker's to see or change.
    UnknownPost,
    /// Somebody has said yes to the post: it can't be changed any more.
    PostInUse,
    /// The offer was chosen for the need already.
    AlreadyChosen,
    /// Both have said yes already.
    AlreadyAgreed,
    /// Nothing of the kind is between the asker and anybody.
    UnknownPairing,
    /// The two have not both said yes.
    NotAgreed,
    /// The text that is consented to has changed.
    TextChanged,
    /// There are no tables, or no slots that lie ahead.
    NoPlaces,
    /// No rule said no: the outcome could not be written, and the room stays open.
    OutcomeNotWritten,
    /// No rule said no: a document of the outcome could not be made, and the room stays open.
    OutcomeNotMade,
    /// No rule said no: the disk failed.
    StorageFault,
    /// Nobody on the list of participants is meant by this, or not any more.
    UnknownPerson,
    /// No such session or group in the meeting.
    UnknownGroup,
    /// Somebody is in another group of the same session already.
    InAnotherGroup,
    /// As many as fit are in the group.
    GroupFull,
    /// People may not choose their groups of this session now.
    ChoiceClosed,
    /// Another person, or a link, has the code already.
    CodeTaken,
    /// The same person is on the list already.
    AlreadyListed,
    /// No such point on the plenary's board.
    UnknownPoint,
    /// The plenary's board is closed.
    PlenaryClosed,
    /// The plenary's support is not being taken.
    SupportClosed,
    /// No report is being read out to the plenary.
    NoReadOut,
    /// Another organiser has changed the same part of the plan, or the tables and times of the matchmaking, meanwhile.
    ChangedMeanwhile,
    /// Somebody is in another group than whoever moves them has seen.
    MovedMeanwhile,
    /// Somebody else has given the session time, or taken it back, since it was looked at.
    ExtendedMeanwhile,
    /// The list of participants has changed since a file was weighed against it.
    ParticipantsChanged,
    /// Somebody else has changed the same thing of the plenary's board since it was seen.
    ArrangedMeanwhile,
    /// The plan would break a rule of the meeting file.
    PlanInvalid,
    /// Another meeting, session or room has that id.
    IdTaken,
    /// The room holds what people have done in it.
    RoomInUse,
}

/// A rule said no. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// The stable code.
    pub code: Code,
    /// What happened, to what, and what to do.
    pub message: String,
}

impl Refusal {
    /// A refusal with its sentence.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}
