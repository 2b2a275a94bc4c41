//! Papers and ballots in few words.

use crate::room::command::{Ballot, PollKind, PollPaper};
use crate::room::ids::OptionId;
use crate::room::polls::count::Count;
use crate::room::polls::table::Table;
use crate::room::polls::{kinds, paper};
use crate::room::refusal::{Code, Refusal};
use std::collections::BTreeMap;

pub(super) fn draft(kind: PollKind, options: &[&str]) -> PollPaper {
    PollPaper {
        question: "What now?".to_owned(),
        kind,
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        ..PollPaper::default()
    }
}

/// A draft as it is kept.
pub(super) fn kept(draft: &PollPaper) -> PollPaper {
    paper::checked(draft).unwrap()
}

pub(super) fn choice(options: &[u32]) -> Ballot {
    Ballot {
        choice: options.iter().copied().map(OptionId).collect(),
        ..Ballot::default()
    }
}

pub(super) fn marks(marks: &[(u32, u32)]) -> Ballot {
    Ballot {
        marks: by_option(marks),
        ..Ballot::default()
    }
}

pub(super) fn places(places: &[(u32, [u32; 2])]) -> Ballot {
    Ballot {
        places: by_option(places),
        ..Ballot::default()
    }
}

pub(super) fn texts(texts: &[&str]) -> Ballot {
    Ballot {
        texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        ..Ballot::default()
    }
}

pub(super) fn abstention() -> Ballot {
    Ballot {
        abstain: true,
        ..Ballot::default()
    }
}

pub(super) fn by_option<T: Copy>(values: &[(u32, T)]) -> BTreeMap<OptionId, T> {
    values.iter().map(|(option, value)| (OptionId(*option), *value)).collect()
}

/// The same ballot from several voters.
pub(super) fn times(number: usize, ballot: &Ballot) -> Vec<Ballot> {
    vec![ballot.clone(); number]
}

/// What ballots come to that all fit.
pub(super) fn count(paper: &PollPaper, ballots: &[Ballot]) -> Count {
    let kept: Vec<Ballot> = ballots.iter().map(|ballot| kinds::checked(paper, ballot).unwrap()).collect();
    Count::of(paper, kept.iter())
}

pub(super) fn tables(paper: &PollPaper, count: &Count, base: u32) -> Vec<Table> {
    paper.kind.rules().tables(paper, count, base)
}

/// Why a draft is refused.
#[track_caller]
pub(super) fn assert_unfit(draft: &PollPaper, sentence: &str) {
    assert_eq!(paper::checked(draft), Err(Refusal::new(Code::PollInvalid, sentence)));
}

/// Why a ballot is refused.
#[track_caller]
pub(super) fn assert_refused(paper: &PollPaper, ballot: &Ballot, sentence: &str) {
    assert_eq!(
        kinds::checked(paper, ballot),
        Err(Refusal::new(Code::ChoiceInvalid, sentence))
    );
}

/// The ballot is kept as that one.
#[track_caller]
pub(super) fn assert_kept(paper: &PollPaper, ballot: &Ballot, kept: &Ballot) {
    assert_eq!(kinds::checked(paper, ballot).as_ref(), Ok(kept));
}
