//! `outcome.md`: a sheet as CommonMark with tables. What people wrote is escaped, so that it stays text: it cannot make a
//! heading, a table, a link or markup that the document did not mean. Parts are lists of lines; a container puts its prefix in
//! front of each. Drawings are left out: the table after each says the same.

mod inline;
mod table;

use super::sheet::{Fact, Part, Role, Sheet, Words};
use inline::escaped;

/// The whole document.
pub(super) fn render(sheet: &Sheet) -> String {
    let mut document = lines(&sheet.parts).join("\n");
    document.push('\n');
    document
}

fn lines(parts: &[Part]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut list_before = false;
    let mut other_marker = false;
    for part in parts {
        let is_list = matches!(part, Part::List { .. } | Part::Facts { .. });
        // Two lists in a row would become one; the second gets the other kind of marker.
        other_marker = is_list && list_before && !other_marker;
        let of_part = part_lines(part, other_marker);
        if of_part.is_empty() {
            continue;
        }
        list_before = is_list;
        if !all.is_empty() {
            all.push(String::new());
        }
        all.extend(of_part);
    }
    all
}

fn part_lines(part: &Part, other_marker: bool) -> Vec<String> {
    match part {
        Part::Heading { level, words } => vec![format!("{} {}", "#".repeat(usize::from(*level)), inline::runs(&words.runs))],
        Part::Paragraph { role, words } => paragraph(*role, words),
        Part::Point { number, labels, words } => point(*number, labels, words),
        Part::Facts { facts } => self::facts(facts, if other_marker { "* " } else { "- " }),
        Part::List { ordered, start, items } => list(*ordered, *start, items, other_marker),
        Part::Quote { parts } => quoted(&lines(parts)),
        Part::Table {
            caption, columns, rows, ..
        } => table::lines(caption, columns, rows),
        Part::Drawing { .. } => Vec::new(),
        // Underscores, because hyphens or asterisks behind a list's marker would be a line across with it.
        Part::Rule => vec!["___".to_owned()],
    }
}

fn paragraph(role: Role, words: &Words) -> Vec<String> {
    match role {
        Role::Body | Role::Note => split(&inline::runs(&words.runs)),
        Role::Warning => vec![format!("> **{}**", escaped(&words.text()))],
        Role::Nature => vec![format!("*{}*", escaped(&words.text()))],
    }
}

/// `**3. Gap · convergence · people and skills.** Its text`.
fn point(number: u32, labels: &[String], words: &Words) -> Vec<String> {
    let labels: Vec<String> = labels.iter().map(|label| escaped(label)).collect();
    split(&format!(
        "**{number}. {}.** {}",
        labels.join(" · "),
        inline::runs_inside(&words.runs)
    ))
}

fn facts(facts: &[Fact], marker: &str) -> Vec<String> {
    let line = |fact: &Fact| format!("{marker}**{}:** {}", escaped(&fact.name), escaped(&fact.value.text()));
    facts.iter().map(line).collect()
}

fn split(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn quoted(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| format!("> {line}").trim_end().to_owned()).collect()
}

fn list(ordered: bool, start: u32, items: &[Vec<Part>], other_marker: bool) -> Vec<String> {
    /// The largest number that CommonMark takes for a list's.
    const NUMBER_MAX: u32 = 999_999_999;
    let is_tight = items
        .iter()
        .all(|item| matches!(item.as_slice(), [] | [Part::Paragraph { .. }]));
    let mut all = Vec::new();
    for (number, item) in (start..).zip(items) {
        let marker = match (ordered, other_marker) {
            (true, false) => format!("{}. ", number.min(NUMBER_MAX)),
            (true, true) => format!("{}) ", number.min(NUMBER_MAX)),
            (false, false) => "- ".to_owned(),
            (false, true) => "* ".to_owned(),
        };
        if !all.is_empty() && !is_tight {
            all.push(String::new());
        }
        all.extend(hung(&marker, &lines(item)));
    }
    all
}

/// The lines of an item, the first behind its marker and the others indented by as much.
fn hung(marker: &str, lines: &[String]) -> Vec<String> {
    let indent = " ".repeat(marker.len());
    let first = lines.first().map_or("", String::as_str);
    let mut all = vec![format!("{marker}{first}").trim_end().to_owned()];
    let rest = lines.iter().skip(1);
    all.extend(rest.map(|line| format!("{indent}{line}").trim_end().to_owned()));
    all
}
