//! The kinds of poll: which ballots fit, and what of a ballot counts. One file per kind; what holds for all is here:
//! only answers that are offered, none twice, kept in the paper's order.

mod multiple;
mod single;

use super::paper;
use crate::room::command::{PollKind, PollPaper};
use crate::room::ids::OptionId;
use crate::room::refusal::{Code, Refusal};

/// The choice as it is kept, or the refusal that says why it does not fit the poll.
pub fn checked(paper: &PollPaper, choice: &[OptionId]) -> Result<Vec<OptionId>, Refusal> {
    // The length comes first: a hostile choice of a million answers is not worth sorting.
    match paper.kind {
        PollKind::Single => single::check(choice)?,
        PollKind::Multiple => multiple::check(paper::bounds(paper), choice)?,
    }
    let mut kept = choice.to_vec();
    kept.sort_unstable();
    if let Some(pair) = kept.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(invalid(format!("The ballot names {} twice.", pair[0])));
    }
    match kept.iter().find(|option| !is_offered(paper, **option)) {
        Some(option) => Err(invalid(format!("The poll offers no answer {option}."))),
        None => Ok(kept),
    }
}

/// The answers of a kept ballot that count.
pub fn counted(kind: PollKind, ballot: &[OptionId]) -> &[OptionId] {
    match kind {
        PollKind::Single => single::counted(ballot),
        PollKind::Multiple => multiple::counted(ballot),
    }
}

fn is_offered(paper: &PollPaper, option: OptionId) -> bool {
    paper::options(paper).any(|(offered, _)| offered == option)
}

fn invalid(sentence: String) -> Refusal {
    Refusal::new(Code::ChoiceInvalid, sentence)
}
