//! What is wrong with something that was written of a person: in a sentence, and as a stable code with what it tells of, so that a page can say
//! the same in the language of its reader.

use super::limits::PEOPLE_MAX;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;
use utoipa::ToSchema;

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ParticipantsFaultSaid)]
pub struct Wrong {
    /// What it is.
    pub code: What,
    /// What it tells of, each by its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ParticipantsFaultCode)]
#[ts(rename = "ParticipantsFaultCode")]
pub enum What {
    /// There is no name.
    NameEmpty,
    /// A text has more than `max` characters.
    TextLong,
    /// A text has something in it that cannot be shown beside others.
    TextUnfit,
    /// It is no tag of a language.
    Language,
    /// `written` is no class.
    Class,
    /// `written` is no rank.
    Rank,
    /// The row has a cell, `written`, for which the header has no column.
    MoreCells,
    /// Letters were lost when the file was saved.
    LettersLost,
    /// More than `max` rooms are named.
    RoomsMany,
    /// There is no room `written`; there are `rooms`, and so many `more`.
    RoomUnknown,
    /// `written` is the title of several rooms, as of `one` and `other`.
    RoomSeveral,
    /// The meeting has no rooms yet.
    RoomsNone,
    /// `who` is put into `one` and `other`, which meet in one session.
    TwoGroups,
    /// It cannot be a personal code.
    CodeShape,
    /// The code is that of row `row` as well.
    CodeTwice,
    /// The code opens something else.
    CodeTaken,
    /// The code is that of `other`, and the row of `who`.
    CodeOfOther,
    /// There was no code left.
    CodeNotMade,
    /// `who` is in row `row` already.
    PersonTwice,
    /// The same, there in `there` and here in `here`; empty: in no group.
    PersonInTwo,
    /// The list has room for `max` people.
    ListFull,
}

impl Wrong {
    pub(super) fn new(code: What, message: impl Into<String>) -> Self {
        Self {
            code,
            args: BTreeMap::new(),
            message: message.into(),
        }
    }

    /// What it tells of.
    pub(super) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    pub(super) fn list_full() -> Self {
        let message = format!("The list is full: it has room for {PEOPLE_MAX} people.");
        Self::new(What::ListFull, message).with("max", PEOPLE_MAX)
    }
}
