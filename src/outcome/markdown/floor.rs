//! The floor as Markdown.

use super::{escaped, table};
use crate::outcome::contents::Outcome;
use crate::outcome::wording::floor::{self, Holds, Table};

/// The section from its heading on.
pub(super) fn render(outcome: &Outcome) -> String {
    let mut parts = vec![format!("## {}", floor::heading(outcome)), escaped(&floor::summary(outcome))];
    parts.extend(floor::speeches(outcome, escaped).as_ref().map(written));
    let balance = floor::balance(outcome);
    if !balance.is_empty() {
        parts.push("### Balance".to_owned());
        parts.extend(balance.iter().map(written));
        parts.extend(floor::beside_the_balance(outcome).as_deref().map(escaped));
    }
    if let Some(rulings) = floor::rulings(outcome, escaped) {
        parts.push("### Decisions of the chair".to_owned());
        parts.push(written(&rulings));
    }
    let not_heard = floor::not_heard(outcome, escaped);
    if !not_heard.is_empty() {
        let items: Vec<String> = not_heard.iter().map(|item| format!("- {item}")).collect();
        parts.push(format!("### {}", floor::not_heard_heading(outcome)));
        parts.push(items.join("\n"));
    }
    parts.join("\n\n")
}

fn written(of_floor: &Table) -> String {
    let labels: Vec<&str> = of_floor.columns.iter().map(|column| column.label).collect();
    let rules: Vec<&str> = of_floor
        .columns
        .iter()
        .map(|column| if column.holds == Holds::Figure { "---:" } else { "---" })
        .collect();
    let rule = format!("|{}|", rules.join("|"));
    format!("{}\n\n{}", escaped(&of_floor.caption), table(&labels, &rule, &of_floor.rows))
}
