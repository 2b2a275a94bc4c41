//! Ideas, and support for those of others. The paper offers nothing to choose; it says how many ideas a ballot may hold, three
//! where it says nothing, ten at most. A ballot holds ideas, each short enough to become an answer of a later poll, and names ideas
//! of others that it supports; it needs one or the other. Whoever writes an idea supports it, once; support for an idea that
//! its writer took back counts for nothing. All ideas wait for the chair to let them through.

use super::needs::{bound_texts, need_no_options};
use super::{KindRules, Part, Picture, figure, invalid};
use crate::room::command::{Ballot, PollPaper};
use crate::room::limits::{BALLOT_TEXTS_MAX, OPTION_CHARACTERS_MAX, SUPPORTS_MAX};
use crate::room::polls::count::Count;
use crate::room::polls::paper;
use crate::room::polls::table::{self, Table};
use crate::room::polls::texts::{self, TextId};
use crate::room::refusal::{Code, Refusal};

pub(super) struct Rules;

/// How many ideas a ballot may hold where the paper does not say.
const USUAL: u32 = 3;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Texts, Part::Supports]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        need_no_options(paper)?;
        bound_texts(paper, USUAL, figure(BALLOT_TEXTS_MAX))
    }

    fn ballot(&self, paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        let (written, supported) = (ballot.texts.len(), ballot.supports.len());
        let (_, max) = paper::bounds(paper);
        if written == 0 && supported == 0 {
            return Err(invalid("The ballot is empty: write an idea, or support one."));
        }
        if figure(written) > max {
            let taken = at_most(max);
            return Err(invalid(format!("This poll takes {taken}; the ballot has {written}.")));
        }
        if supported > SUPPORTS_MAX {
            return Err(invalid(format!(
                "A ballot supports at most {SUPPORTS_MAX} ideas, not {supported}."
            )));
        }
        refuse_long(ballot)?;
        let mut kept = ballot.clone();
        for own in &ballot.texts {
            kept.supports.remove(&TextId::of(own, None));
        }
        Ok(kept)
    }

    fn count(&self, _paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        let written = ballots.iter().flat_map(|ballot| &ballot.texts);
        let mut ideas = texts::counted(written.map(|idea| (idea.as_str(), None)));
        for supported in ballots.iter().flat_map(|ballot| &ballot.supports) {
            ideas.entry(supported.clone()).and_modify(|idea| idea.support += 1);
        }
        count.detail.texts = ideas;
    }

    fn method(&self, paper: &PollPaper) -> String {
        let (_, max) = paper::bounds(paper);
        let ideas = at_most(max);
        format!("Each ballot could hold {ideas} and support ideas of others; shown are those that the chair let through.")
    }

    fn tables(&self, _paper: &PollPaper, count: &Count, base: u32) -> Vec<Table> {
        let ideas = texts::ordered(&count.detail.texts).into_iter();
        let line = |idea: &texts::TextCount| {
            vec![
                idea.text.clone(),
                idea.support.to_string(),
                table::percent(idea.support, base),
                idea.written.to_string(),
            ]
        };
        vec![Table {
            caption: String::new(),
            header: table::row(["Idea", "Support", "Share", "Written by"]),
            rows: ideas.map(line).collect(),
        }]
    }

    fn picture(&self) -> Picture {
        Picture::Support
    }
}

fn at_most(ideas: u32) -> String {
    match ideas {
        1 => "one idea".to_owned(),
        _ => format!("at most {ideas} ideas"),
    }
}

/// An idea that is too long to be an answer.
fn refuse_long(ballot: &Ballot) -> Result<(), Refusal> {
    let long = ballot.texts.iter().find(|idea| idea.chars().count() > OPTION_CHARACTERS_MAX);
    match long {
        Some(idea) => Err(Refusal::new(
            Code::TextInvalid,
            format!(
                "An idea has at most {OPTION_CHARACTERS_MAX} characters, so that it can be voted on; one has {}.",
                idea.chars().count()
            ),
        )),
        None => Ok(()),
    }
}
