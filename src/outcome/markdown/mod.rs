//! `outcome.md`: CommonMark with tables. What people wrote is escaped, so that it stays text: it cannot make a heading, a
//! table, a link or markup that the document did not mean.

mod floor;
mod inline;
mod passages;
mod polls;

use super::contents::Outcome;
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
    sections.extend(polls::render(outcome));
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

/// A table whose cells are escaped already.
fn table(header: &[&str], rule: &str, rows: &[Vec<String>]) -> String {
    let mut lines = vec![format!("| {} |", header.join(" | ")), rule.to_owned()];
    lines.extend(rows.iter().map(|cells| line(&format!("| {} |", cells.join(" | ")))));
    lines.join("\n")
}
