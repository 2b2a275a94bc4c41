//! The polls as Markdown.

use super::{escaped, table};
use crate::outcome::contents::{Outcome, Poll};
use crate::outcome::wording::{polls, tallies};
use crate::room::polls::table::Table;

/// The section from its heading on; none where there was no poll.
pub(super) fn render(outcome: &Outcome) -> Option<String> {
    if let Some(kept_back) = polls::kept_back(outcome) {
        return Some(format!("## Polls\n\n{}", escaped(&kept_back)));
    }
    let told = outcome.polls.iter().enumerate();
    let told: Vec<String> = told.map(|(at, one)| poll(outcome, at + 1, one)).collect();
    (!told.is_empty()).then(|| format!("## Polls\n\n{}", told.join("\n\n")))
}

fn poll(outcome: &Outcome, number: usize, poll: &Poll) -> String {
    let mut parts = vec![format!("### Poll {number}: {}", escaped(&poll.question))];
    parts.extend(polls::paragraphs(outcome, poll).iter().map(|paragraph| escaped(paragraph)));
    if poll.result.is_none() && !poll.answers.is_empty() {
        let answers: Vec<String> = poll
            .answers
            .iter()
            .map(|answer| format!("- {}", escaped(&answer.text)))
            .collect();
        parts.push(answers.join("\n"));
    }
    parts.extend(tallies::tables(outcome, poll).iter().map(written));
    parts.extend(tallies::beside_the_groups(poll).as_deref().map(escaped));
    parts.join("\n\n")
}

fn written(of_poll: &Table) -> String {
    let header: Vec<String> = of_poll.header.iter().map(|head| escaped(head)).collect();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let rule = |column| {
        if tallies::is_of_figures(of_poll, column) {
            "---:"
        } else {
            "---"
        }
    };
    let rules: Vec<&str> = (0..of_poll.header.len()).map(rule).collect();
    // Figures have no letter that would mean something, and are read more easily without a backslash before their point.
    let cell = |(column, cell): (usize, &String)| {
        if tallies::is_of_figures(of_poll, column) {
            cell.clone()
        } else {
            escaped(cell)
        }
    };
    let escape = |row: &Vec<String>| row.iter().enumerate().map(cell).collect();
    let rows: Vec<Vec<String>> = of_poll.rows.iter().map(escape).collect();
    let written = table(&header, &format!("|{}|", rules.join("|")), &rows);
    if of_poll.caption.is_empty() {
        written
    } else {
        format!("{}\n\n{written}", escaped(&of_poll.caption))
    }
}
