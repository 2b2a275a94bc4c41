//! The polls as HTML.

use super::{element, escaped, table};
use crate::outcome::contents::{Outcome, Poll};
use crate::outcome::wording::{polls, tallies};
use crate::room::polls::table::Table;

/// Most columns of a table that fits a phone as it is.
const COLUMNS_MAX_OF_A_PHONE: usize = 3;

/// The section from its heading on; empty where there was no poll.
pub(super) fn render(outcome: &Outcome) -> String {
    if let Some(kept_back) = polls::kept_back(outcome) {
        return format!("<h2>Polls</h2>\n{}", element("p", &kept_back));
    }
    if outcome.polls.is_empty() {
        return String::new();
    }
    let told = outcome.polls.iter().enumerate();
    let told: String = told.map(|(at, one)| poll(outcome, at + 1, one)).collect();
    format!("<h2>Polls</h2>\n{told}")
}

fn poll(outcome: &Outcome, number: usize, poll: &Poll) -> String {
    let mut html = format!("<h3>Poll {number}: <bdi>{}</bdi></h3>\n", escaped(&poll.question));
    for paragraph in polls::paragraphs(outcome, poll) {
        html += &element("p", &paragraph);
    }
    if poll.result.is_none() && !poll.answers.is_empty() {
        let items: String = poll.answers.iter().map(|answer| element("li", &answer.text)).collect();
        html += &format!("<ul>\n{items}</ul>\n");
    }
    html.extend(tallies::tables(outcome, poll).iter().map(written));
    html + &tallies::beside_the_groups(poll)
        .map(|sentence| element("p", &sentence))
        .unwrap_or_default()
}

/// A table; one with more columns than a phone has room for becomes a few lines for each row there.
fn written(of_poll: &Table) -> String {
    let caption = if of_poll.caption.is_empty() {
        "Result"
    } else {
        &of_poll.caption
    };
    let class = |column| {
        if tallies::is_of_figures(of_poll, column) {
            " class=\"number\""
        } else {
            ""
        }
    };
    let heading = |(at, head): (usize, &String)| format!("<th scope=\"col\" dir=\"auto\"{}>{}</th>", class(at), escaped(head));
    let header: String = of_poll.header.iter().enumerate().map(heading).collect();
    let cell = |(at, text): (usize, &String)| {
        if at == 0 {
            return format!("<th scope=\"row\" dir=\"auto\">{}</th>", escaped(text));
        }
        let label = of_poll.header.get(at).map(|head| escaped(head)).unwrap_or_default();
        let class = class(at);
        format!("<td dir=\"auto\"{class} data-label=\"{label}\">{}</td>", escaped(text))
    };
    let row = |cells: &Vec<String>| format!("<tr>{}</tr>\n", cells.iter().enumerate().map(cell).collect::<String>());
    let rows: String = of_poll.rows.iter().map(row).collect();
    let written = table(caption, &format!("<tr>{header}</tr>"), &rows);
    if of_poll.header.len() > COLUMNS_MAX_OF_A_PHONE {
        format!("<div class=\"wide\">\n{written}</div>\n")
    } else {
        written
    }
}
