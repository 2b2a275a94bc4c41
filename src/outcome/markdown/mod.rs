//! `outcome.md`: CommonMark with tables. What people wrote is escaped, so that it stays text: it cannot make a heading, a
//! table, a link or markup that the document did not mean.

mod floor;
mod inline;
mod passages;

use super::contents::{Outcome, Poll};
use super::text::line;
use super::wording;
use inline::escaped;

/// The whole document.
pub(super) fn render(outcome: &Outcome) -> String {
    let mut sections = vec![format!("# {}", escaped(&outcome.room.title))];
    sections.extend(wording::draft(outcome).map(|draft| format!("> **{}**", escaped(&draft))));
    sections.push(format!("*{}*", escaped(&outcome.nature)));
    sections.push(facts(outcome));
    sections.extend(questions(outcome));
    sections.push(format!("## Participation\n\n{}", participation(outcome)));
    if !outcome.notes.is_empty() {
        sections.push(format!("## Notes\n\n{}", passages::render(&outcome.notes)));
    }
    sections.extend(polls(outcome));
    sections.push(floor::render(outcome));
    let mut document = sections.join("\n\n");
    document.push('\n');
    document
}

fn facts(outcome: &Outcome) -> String {
    let facts = wording::facts(outcome);
    let lines: Vec<String> = facts
        .iter()
        .map(|(label, text)| format!("- **{label}:** {}", escaped(text)))
        .collect();
    lines.join("\n")
}

fn questions(outcome: &Outcome) -> Option<String> {
    let numbered = outcome.room.questions.iter().enumerate();
    let lines: Vec<String> = numbered
        .map(|(at, question)| format!("{}. {}", at + 1, escaped(question)))
        .collect();
    (!lines.is_empty()).then(|| format!("## Guiding questions\n\n{}", lines.join("\n")))
}

fn participation(outcome: &Outcome) -> String {
    let rows = wording::participation(outcome).map(|(label, figure)| vec![label.to_owned(), figure.to_string()]);
    table(&["Who took part", "Number"], "|---|---:|", &rows)
}

fn polls(outcome: &Outcome) -> Option<String> {
    if let Some(kept_back) = wording::polls_kept_back(outcome) {
        return Some(format!("## Polls\n\n{}", escaped(&kept_back)));
    }
    let polls: Vec<String> = outcome.polls.iter().enumerate().map(|(at, one)| poll(at + 1, one)).collect();
    (!polls.is_empty()).then(|| format!("## Polls\n\n{}", polls.join("\n\n")))
}

fn poll(number: usize, poll: &Poll) -> String {
    let heading = format!(
        "### Poll {number}: {}\n\n{}",
        escaped(&poll.question),
        escaped(&wording::basis(poll))
    );
    if poll.result.is_none() {
        let answers: Vec<String> = poll
            .answers
            .iter()
            .map(|answer| format!("- {}", escaped(&answer.text)))
            .collect();
        return format!("{heading}\n\n{}", answers.join("\n"));
    }
    let rows: Vec<Vec<String>> = poll
        .answers
        .iter()
        .map(|answer| {
            let share = answer
                .percent
                .map_or_else(|| "\u{2013}".to_owned(), |percent| format!("{percent} %"));
            vec![escaped(&answer.text), answer.ballots.unwrap_or(0).to_string(), share]
        })
        .collect();
    format!(
        "{heading}\n\n{}",
        table(&["Answer", "Ballots", "Share"], "|---|---:|---:|", &rows)
    )
}

/// A table whose cells are escaped already.
fn table(header: &[&str], rule: &str, rows: &[Vec<String>]) -> String {
    let mut lines = vec![format!("| {} |", header.join(" | ")), rule.to_owned()];
    lines.extend(rows.iter().map(|cells| line(&format!("| {} |", cells.join(" | ")))));
    lines.join("\n")
}
