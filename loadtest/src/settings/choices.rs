//! What can be chosen by name on the command line.

use clap::ValueEnum;

/// What the phones do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Scenario {
    /// Writers write the shared notes; everyone reads along.
    Notes,
    /// Writers ask for the floor and withdraw; everyone watches the list.
    Floor,
    /// Everyone votes within a moment.
    Vote,
    /// Everyone is connected and nothing happens.
    Idle,
    /// All phones of one room lose their connection and come back at once, with nothing.
    Storm,
    /// The server is killed and started again.
    Recover,
    /// More and more is written in one room, until it is too much.
    Saturate,
    /// The work of notes at many points, to see how cost grows.
    Grow,
    /// A whole meeting: notes, floor and votes in all rooms and a plenary.
    Mixed,
}

/// What is voted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PollKind {
    /// One of four answers.
    Single,
    /// Two of four answers.
    Multiple,
    /// Yes or no.
    YesNo,
    /// Four answers in an order.
    Ranking,
}

/// Who learns who voted how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Secrecy {
    /// Everybody.
    Named,
    /// The chair.
    Chair,
    /// Nobody is shown it.
    Undisclosed,
    /// Nobody at all.
    Secret,
}

/// When everybody sees the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Results {
    /// While people vote: measured until every phone shows the tally of all ballots.
    Live,
    /// The chair closes as soon as every ballot is answered: measured until every phone shows the result.
    AtClose,
}

/// What the protocol calls it.
pub fn word(value: &impl ValueEnum) -> String {
    value
        .to_possible_value()
        .map(|value| value.get_name().to_owned())
        .unwrap_or_default()
}

impl PollKind {
    /// What the protocol calls it.
    pub fn word(&self) -> String {
        word(self)
    }
}

impl Secrecy {
    /// What the protocol calls it.
    pub fn word(&self) -> String {
        word(self)
    }
}

impl Results {
    /// What the protocol calls it.
    pub fn word(&self) -> String {
        word(self)
    }
}

/// What the notes' room has before anybody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prepared {
    /// Nothing.
    #[default]
    Nothing,
    /// A document.
    Document,
    /// Records in the journal.
    History,
}
