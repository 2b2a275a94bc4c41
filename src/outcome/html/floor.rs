//! The floor as HTML.

use super::{element, escaped, table};
use crate::outcome::contents::Outcome;
use crate::outcome::wording::floor::{self, Column, Holds, Table};

/// The section from its heading on.
pub(super) fn render(outcome: &Outcome) -> String {
    let mut html = format!(
        "<h2>{}</h2>\n{}",
        floor::heading(outcome),
        element("p", &floor::summary(outcome))
    );
    html += &floor::speeches(outcome, marked).as_ref().map(wide).unwrap_or_default();
    html += &balance(outcome);
    if let Some(rulings) = floor::rulings(outcome, marked) {
        html += &format!("<h3>Decisions of the chair</h3>\n{}", wide(&rulings));
    }
    html + &not_heard(outcome)
}

fn balance(outcome: &Outcome) -> String {
    let tables: String = floor::balance(outcome).iter().map(written).collect();
    if tables.is_empty() {
        return String::new();
    }
    let beside = floor::beside_the_balance(outcome).map(|sentence| element("p", &sentence));
    format!(
        "<h3>Balance</h3>\n<div class=\"balance\">\n{tables}</div>\n{}",
        beside.unwrap_or_default()
    )
}

fn not_heard(outcome: &Outcome) -> String {
    let items: String = floor::not_heard(outcome, marked)
        .iter()
        .map(|item| format!("<li>{item}</li>\n"))
        .collect();
    if items.is_empty() {
        String::new()
    } else {
        format!("<h3>{}</h3>\n<ul>\n{items}</ul>\n", floor::not_heard_heading(outcome))
    }
}

/// A text of people inside a sentence: harmless, and in its own direction.
fn marked(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("<bdi>{}</bdi>", escaped(text))
    }
}

/// A table with more columns than a phone has room for: there, each row becomes a few lines, with the headings as labels.
fn wide(of_floor: &Table) -> String {
    format!("<div class=\"wide\">\n{}</div>\n", written(of_floor))
}

fn written(of_floor: &Table) -> String {
    let heading = |column: &Column| format!("<th scope=\"col\"{}>{}</th>", class(column), column.label);
    let header: String = of_floor.columns.iter().map(heading).collect();
    let rows: String = of_floor.rows.iter().map(|cells| row(of_floor, cells)).collect();
    table(&of_floor.caption, &format!("<tr>{header}</tr>"), &rows)
}

fn row(of_floor: &Table, cells: &[String]) -> String {
    let cell = |(at, (column, text)): (usize, (&Column, &String))| {
        if at == of_floor.named_by {
            format!("<th scope=\"row\">{text}</th>")
        } else {
            format!("<td{} data-label=\"{}\">{text}</td>", class(column), column.label)
        }
    };
    let cells: String = of_floor.columns.iter().zip(cells).enumerate().map(cell).collect();
    format!("<tr>{cells}</tr>\n")
}

fn class(column: &Column) -> &'static str {
    match column.holds {
        Holds::Text => "",
        Holds::Figure => " class=\"number\"",
        Holds::Time => " class=\"time\"",
    }
}
