//! The table at the end of `cargo xtask test`.

use crate::step::Outcome;
use crate::tally::Tally;
use std::time::Duration;

/// Every step's result and the closing line `N passed, N failed`.
pub fn table(outcomes: &[Outcome], not_reached: &[String]) -> String {
    let names = outcomes.iter().map(|outcome| &outcome.name).chain(not_reached);
    let width = names.map(String::len).max().unwrap_or(0).max("step".len());
    let mut lines = vec![format!(
        "{:width$}  {:>7}  {:>7}  {:>9}",
        "step", "passed", "failed", "seconds"
    )];
    let mut sum = Tally::default();
    let mut took = Duration::ZERO;
    for outcome in outcomes {
        lines.push(row(&outcome.name, width, outcome.tally, outcome.took));
        sum += outcome.tally;
        took += outcome.took;
    }
    lines.extend(not_reached.iter().map(|name| format!("{name:width$}  not run")));
    lines.push(row("", width, sum, took));
    lines.push(String::new());
    lines.push(format!("{} passed, {} failed", sum.passed, sum.failed));
    lines.join("\n")
}

fn row(name: &str, width: usize, tally: Tally, took: Duration) -> String {
    format!(
        "{name:width$}  {:>7}  {:>7}  {:>9.1}",
        tally.passed,
        tally.failed,
        took.as_secs_f64()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(name: &str, passed: u64, failed: u64) -> Outcome {
        Outcome {
            name: name.to_owned(),
            tally: Tally { passed, failed },
            took: Duration::from_millis(1500),
        }
    }

    #[test]
    fn the_last_line_adds_everything_up() {
        let text = table(&[outcome("format", 1, 0), outcome("tests", 200, 0)], &[]);
        assert_eq!(text.lines().last(), Some("201 passed, 0 failed"));
        assert!(text.contains("tests       200"), "{text}");
    }

    #[test]
    fn steps_that_were_not_reached_are_named() {
        let text = table(&[outcome("format", 0, 1)], &["clippy", "tests"].map(str::to_owned));
        assert!(text.contains("clippy  not run") && text.contains("tests   not run"), "{text}");
        assert_eq!(text.lines().last(), Some("0 passed, 1 failed"));
    }
}
