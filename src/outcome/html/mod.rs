//! `outcome.html`: one page that needs nothing else, readable by everyone and printable. No script; what people wrote is
//! escaped and finds its own direction of writing.

mod floor;
mod passages;
mod polls;

use super::contents::Outcome;
use super::text::cleaned;
use super::wording;

const STYLE: &str = include_str!("style.css");

/// The whole document.
pub(super) fn render(outcome: &Outcome) -> String {
    let title = escaped(&format!("{}: {}", outcome.room.title, outcome.meeting.title));
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    let body = [
        head(outcome),
        questions(outcome),
        participation(outcome),
        notes(outcome),
        polls::render(outcome),
        floor::render(outcome),
    ]
    .concat();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

fn head(outcome: &Outcome) -> String {
    let mut html = element("h1", &outcome.room.title);
    if let Some(draft) = wording::draft(outcome) {
        html += &format!("<p class=\"draft\" role=\"note\">{}</p>\n", escaped(&draft));
    }
    html += &format!("<p class=\"nature\"><em>{}</em></p>\n<dl>\n", escaped(&outcome.nature));
    for (label, text) in wording::facts(outcome) {
        html += &format!("<dt>{label}</dt><dd dir=\"auto\">{}</dd>\n", escaped(&text));
    }
    html + "</dl>\n"
}

fn questions(outcome: &Outcome) -> String {
    if outcome.room.questions.is_empty() {
        return String::new();
    }
    let items: String = outcome
        .room
        .questions
        .iter()
        .map(|question| element("li", question))
        .collect();
    format!("<h2>Guiding questions</h2>\n<ol>\n{items}</ol>\n")
}

fn participation(outcome: &Outcome) -> String {
    let rows: String = wording::participation(outcome)
        .iter()
        .map(|(label, figure)| format!("<tr><th scope=\"row\">{label}</th><td class=\"number\">{figure}</td></tr>\n"))
        .collect();
    let header = "<tr><th scope=\"col\">Who</th><th scope=\"col\" class=\"number\">Number</th></tr>";
    format!(
        "<h2>Participation</h2>\n{}",
        table("Who took part, in figures", header, &rows)
    )
}

fn notes(outcome: &Outcome) -> String {
    if outcome.notes.is_empty() {
        String::new()
    } else {
        format!("<h2>Notes</h2>\n{}", passages::render(&outcome.notes))
    }
}

fn table(caption: &str, header: &str, rows: &str) -> String {
    let caption = escaped(caption);
    format!("<table>\n<caption dir=\"auto\">{caption}</caption>\n<thead>{header}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// An element that holds a text.
fn element(tag: &str, text: &str) -> String {
    format!("<{tag} dir=\"auto\">{}</{tag}>\n", escaped(text))
}

/// The text with everything escaped that means something in HTML, in elements and in quoted attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in cleaned(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
