//! An answer in one's own words, or several short ones, for a list and for a cloud of words. The paper offers nothing to choose;
//! it says how many texts a ballot may hold, one where it says nothing, five at most. All wait for the chair to let them through.

use super::needs::{bound_texts, need_no_options};
use super::{KindRules, Part, Picture, invalid};
use crate::room::command::{Ballot, PollPaper};
use crate::room::polls::count::Count;
use crate::room::limits::TEXTS_MAX;
use crate::room::polls::paper;
use crate::room::polls::table::{self, Table};
use crate::room::polls::texts;
use crate::room::refusal::Refusal;

pub(super) struct Rules;

impl KindRules for Rules {
    fn takes(&self) -> &'static [Part] {
        &[Part::Texts]
    }

    fn paper(&self, paper: &mut PollPaper) -> Result<(), Refusal> {
        need_no_options(paper)?;
        bound_texts(paper, 1, TEXTS_MAX)
    }

    fn ballot(&self, paper: &PollPaper, ballot: &Ballot) -> Result<Ballot, Refusal> {
        let (_, max) = paper::bounds(paper);
        match ballot.texts.len() {
            0 => Err(invalid("The ballot is empty: write an answer.")),
            written if u32::try_from(written).is_ok_and(|written| written <= max) => Ok(ballot.clone()),
            written if max == 1 => Err(invalid(format!("This poll takes one text; the ballot has {written}."))),
            written => Err(invalid(format!("This poll takes at most {max} texts; the ballot has {written}."))),
        }
    }

    fn count(&self, _paper: &PollPaper, ballots: &[&Ballot], count: &mut Count) {
        let written = ballots.iter().flat_map(|ballot| &ballot.texts);
        count.detail.texts = texts::counted(written.map(|text| (text.as_str(), None)));
    }

    fn method(&self, paper: &PollPaper) -> String {
        match paper::bounds(paper) {
            (_, 1) => "Answers in one's own words, one each; shown are those that the chair let through.".to_owned(),
            (_, max) => format!("Answers in one's own words, up to {max} each; shown are those that the chair let through."),
        }
    }

    fn tables(&self, _paper: &PollPaper, count: &Count, _base: u32) -> Vec<Table> {
        let texts = texts::ordered(&count.detail.texts).into_iter();
        vec![Table {
            caption: String::new(),
            header: table::row(["Text", "Ballots"]),
            rows: texts.map(|text| vec![text.text.clone(), text.written.to_string()]).collect(),
        }]
    }

    fn picture(&self) -> Picture {
        Picture::Words
    }
}
