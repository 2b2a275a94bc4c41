//! The kinds of poll. A kind says in one file what its paper must have, which ballots fit, how they are counted, and how the
//! count is shown in documents; a new kind is that file and its line in the list below. What holds for all kinds is here.

mod needs;

use super::count::Count;
use super::table::Table;
use super::texts;
use crate::room::command::{Ballot, PollPaper};
use crate::room::ids::OptionId;
use crate::room::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;
use utoipa::ToSchema;

/// The list of kinds: the file of each, its name in Rust and what it is.
macro_rules! kinds {
    ($($(#[$doc:meta])* $file:ident => $name:ident,)*) => {
        $(mod $file;)*

        /// What a ballot of a poll looks like.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS, ToSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum PollKind {
            $($(#[$doc])* $name,)*
        }

        impl PollKind {
            /// Every kind.
            pub const ALL: &[PollKind] = &[$(Self::$name),*];

            /// Its rules.
            pub fn rules(self) -> &'static dyn KindRules {
                match self {
                    $(Self::$name => &$file::Rules,)*
                }
            }
        }
    };
}

kinds! {
    /// Exactly one of the answers.
    #[default]
    single => Single,
    /// From `min` to `max` of the answers.
    multiple => Multiple,
    /// Yes, no or abstention: a show of hands.
    yes_no => YesNo,
    /// How far one agrees, on a scale whose steps are the options, with a reason if one likes.
    agreement => Agreement,
    /// Each item on a scale; items may be skipped.
    grid => Grid,
    /// The answers in order of preference, counted in two ways.
    ranking => Ranking,
    /// Points shared out among the answers.
    points => Points,
    /// Each item placed on two axes.
    matrix => Matrix,
    /// In one's own words.
    text => Text,
    /// Ideas, and support for those of others.
    ideas => Ideas,
}

/// A part of a ballot that a kind may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Answers chosen.
    Choice,
    /// A number for each item.
    Marks,
    /// Two numbers for each item.
    Places,
    /// Own words.
    Texts,
    /// Support for the words of others.
    Supports,
}

/// A part of a ballot paper that a kind may have beside question and answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Steps on which items are rated.
    Scale,
    /// What two axes measure.
    Axes,
    /// Points to share out.
    Points,
}

/// How documents draw a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// A bar for each answer.
    Bars,
    /// One bar of the answers, which are the steps of a scale.
    Scale,
    /// A grid of items and steps.
    Heat,
    /// Items on two axes.
    Scatter,
    /// What was written, the larger the more wrote it.
    Words,
    /// A bar for each text, by its support.
    Support,
}

/// What a kind decides.
pub trait KindRules: Sync {
    /// Which parts of a ballot it takes; a ballot with another one is refused before it is looked at.
    fn takes(&self) -> &'static [Part];

    /// Which parts its paper has beside question and answers; others that a paper has are taken out of it.
    fn form(&self) -> &'static [Form] {
        &[]
    }

    /// Checks what of the paper is the kind's own and writes out what was left to it (bounds, labels, options); the question, the
    /// lengths of texts and the rules of the vote have been seen to (`polls/paper.rs`).
    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal>;

    /// The ballot as it is kept, or why it does not fit. Abstentions, foreign parts, unknown options and options named twice
    /// never come here.
    fn ballot(&self, paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal>;

    /// Counts kept ballots, abstentions left out, into a count that has every option at 0.
    fn count(&self, paper: &PollPaper, ballots: &[&Ballot], count: &mut Count);

    /// How a ballot is answered, in a sentence for documents.
    fn method(&self, paper: &PollPaper) -> String;

    /// The count as tables for documents. `base` is the number that percentages are of. Every text in the count is printed: the
    /// caller has taken out of `detail.texts` what the chair has not let through.
    fn tables(&self, paper: &PollPaper, count: &Count, base: u32) -> Vec<Table>;

    /// Whether its paper has such a part.
    fn has(&self, part: Form) -> bool {
        self.form().contains(&part)
    }

    /// Whether voters write texts, which the chair lets through one by one.
    fn is_written(&self) -> bool {
        self.takes().contains(&Part::Texts)
    }

    /// Whether voters support what others wrote: then a ballot comes after the texts and cannot be final, and the texts with most
    /// support can be put to a vote of their own.
    fn is_supported(&self) -> bool {
        self.takes().contains(&Part::Supports)
    }

    /// Whether it lets people judge any answers, so that a shortlist of ideas can be put to it.
    fn judges_any_answers(&self) -> bool {
        !self.is_written()
    }

    /// How documents draw its count.
    fn picture(&self) -> Picture {
        Picture::Bars
    }

    /// What the first figure of an answer counts, for documents.
    fn figure(&self) -> &'static str {
        "Ballots"
    }
}

/// Takes out of a paper what its kind does not use, or pages and documents would take the figures for others than they are.
pub fn take_out_foreign(paper: &mut PollPaper) {
    let rules = paper.kind.rules();
    if !rules.has(Form::Scale) {
        paper.form.scale.clear();
        paper.translations.values_mut().for_each(|texts| texts.scale.clear());
    }
    if !rules.has(Form::Axes) {
        paper.form.axes = None;
        paper.translations.values_mut().for_each(|texts| texts.axes = None);
    }
    if !rules.has(Form::Points) {
        paper.form.points = None;
    }
}

/// The ballot as it is kept, or the refusal that says why it does not fit the poll.
pub fn checked(paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
    let rules = paper.kind.rules();
    if ballot.abstain {
        return abstention(paper, ballot);
    }
    // Sizes come first: a hostile ballot of a million answers is not worth sorting.
    refuse_foreign(rules, ballot)?;
    refuse_too_long(paper, ballot)?;
    refuse_unknown(paper, ballot)?;
    let ballot = Ballot {
        texts: texts::checked(&ballot.texts)?,
        ..ballot.clone()
    };
    rules.ballot(paper, &ballot)
}

fn abstention(paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
    let alone = Ballot {
        abstain: true,
        ..Ballot::default()
    };
    if !paper.form.abstain {
        Err(invalid("This poll takes no abstentions."))
    } else if *ballot == alone {
        Ok(alone)
    } else {
        Err(invalid("A ballot that abstains says nothing else."))
    }
}

fn refuse_foreign(rules: &dyn KindRules, ballot: &Ballot) -> Result<(), Refusal> {
    let parts = [
        (Part::Choice, ballot.choice.is_empty(), "answers to choose"),
        (Part::Marks, ballot.marks.is_empty(), "numbers for its items"),
        (Part::Places, ballot.places.is_empty(), "places on two axes"),
        (Part::Texts, ballot.texts.is_empty(), "texts"),
        (Part::Supports, ballot.supports.is_empty(), "support for ideas"),
    ];
    let foreign = parts
        .into_iter()
        .find(|(part, empty, _)| !empty && !rules.takes().contains(part));
    foreign.map_or(Ok(()), |(_, _, words)| {
        Err(invalid(format!("The ballot does not fit: this poll takes no {words}.")))
    })
}

fn refuse_too_long(paper: &PollPaper, ballot: &Ballot) -> Result<(), Refusal> {
    let offered = paper.options.len();
    let named = ballot.choice.len().max(ballot.marks.len()).max(ballot.places.len());
    if named <= offered {
        return Ok(());
    }
    let max = paper.max.unwrap_or(figure(offered));
    Err(invalid(format!(
        "The poll takes at most {max} answers; the ballot names {named}."
    )))
}

fn refuse_unknown(paper: &PollPaper, ballot: &Ballot) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = ballot.choice.iter().find(|option| !seen.insert(**option)) {
        return Err(invalid(format!("The ballot names {twice} twice.")));
    }
    let mut named = ballot.choice.iter().chain(ballot.marks.keys()).chain(ballot.places.keys());
    match named.find(|option| !is_offered(paper, **option)) {
        Some(option) => Err(invalid(format!("The poll offers no answer {option}."))),
        None => Ok(()),
    }
}

fn is_offered(paper: &PollPaper, option: OptionId) -> bool {
    usize::try_from(option.0).is_ok_and(|number| (1..=paper.options.len()).contains(&number))
}

/// A ballot does not fit.
pub(super) fn invalid(sentence: impl Into<String>) -> Refusal {
    Refusal::new(Code::ChoiceInvalid, sentence)
}

/// The words of an option between quotation marks, for a refusal.
pub(super) fn quoted(paper: &PollPaper, option: OptionId) -> String {
    let words = super::paper::options(paper).find(|(id, _)| *id == option);
    words.map_or_else(|| option.to_string(), |(_, words)| format!("“{words}”"))
}

/// A number of things that are in memory.
pub(super) fn figure(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
