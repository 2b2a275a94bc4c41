//! The figures that a scenario is judged by: what was measured, the goal, and the one divided by the other.

use serde_json::{Value, json};
use std::time::Duration;

/// What a figure has to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// The less the better.
    AtMost(f64),
    /// The more the better.
    AtLeast(f64),
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What was measured.
    pub what: String,
    /// How much it is; none where it could not be measured.
    pub value: Option<f64>,
    /// Of what.
    pub unit: &'static str,
    /// What it has to be, where there is a goal for it.
    pub goal: Option<Goal>,
}

impl Figure {
    /// Anything.
    pub fn new(what: impl Into<String>, value: Option<f64>, unit: &'static str, goal: Option<Goal>) -> Self {
        let what = what.into();
        Self { what, value, unit, goal }
    }

    /// A time, told in milliseconds.
    pub fn time(what: impl Into<String>, value: Option<Duration>, goal_ms: Option<f64>) -> Self {
        let value = value.map(|time| time.as_secs_f64() * 1000.0);
        Self::new(what, value, "ms", goal_ms.map(Goal::AtMost))
    }

    /// The figure divided by its goal.
    pub fn ratio(&self) -> Option<f64> {
        let (Goal::AtMost(goal) | Goal::AtLeast(goal)) = self.goal?;
        (goal > 0.0).then_some(self.value? / goal)
    }

    /// Whether the goal is reached; none where there is none or nothing was measured.
    pub fn is_reached(&self) -> Option<bool> {
        let value = self.value?;
        Some(match self.goal? {
            Goal::AtMost(goal) => value <= goal,
            Goal::AtLeast(goal) => value >= goal,
        })
    }

    fn row(&self) -> String {
        let told = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{} {}", number(value), self.unit));
        let goal = match self.goal {
            Some(Goal::AtMost(goal)) => format!("≤ {}", told(Some(goal))),
            Some(Goal::AtLeast(goal)) => format!("≥ {}", told(Some(goal))),
            None => "-".to_owned(),
        };
        let ratio = self.ratio().map_or("-".to_owned(), |ratio| format!("{ratio:.2}"));
        let reached = match self.is_reached() {
            Some(true) => "reached",
            Some(false) => "missed",
            None => "",
        };
        let row = format!("{:<44}{:>18}{goal:>20}{ratio:>12}  {reached}", self.what, told(self.value));
        row.trim_end().to_owned()
    }

    fn json(&self) -> Value {
        let (Some(Goal::AtMost(goal) | Goal::AtLeast(goal)), direction) = (
            self.goal,
            match self.goal {
                Some(Goal::AtLeast(_)) => "at-least",
                _ => "at-most",
            },
        ) else {
            return json!({ "figure": self.what, "value": self.value, "unit": self.unit });
        };
        json!({
            "figure": self.what, "value": self.value, "unit": self.unit, "goal": goal, "direction": direction,
            "ratio": self.ratio(), "reached": self.is_reached(),
        })
    }
}

/// For people; the last lines of a report.
pub fn table(figures: &[Figure]) -> Vec<String> {
    let head = format!("{:<44}{:>18}{:>20}{:>12}", "figure", "measured", "goal", "ratio");
    let rows = figures.iter().map(Figure::row);
    std::iter::once(head).chain(rows).collect()
}

/// For programs.
pub fn json(figures: &[Figure]) -> Value {
    figures.iter().map(Figure::json).collect()
}

/// Three digits are as many as a measurement has.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100_000.0 => format!("{:.0}k", value / 1000.0),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_told_with_its_goal_and_the_ratio() {
        let late = Figure::time("seen by everyone, p99", Some(Duration::from_millis(25)), Some(10.0));
        assert_eq!((late.ratio(), late.is_reached()), (Some(2.5), Some(false)));
        let row = late.row();
        assert!(
            row.contains("25.0 ms") && row.contains("≤ 10.0 ms") && row.contains("2.50"),
            "{row}"
        );
        let many = Figure::new("deliveries", Some(5e6), "/s", Some(Goal::AtLeast(4e6)));
        assert_eq!((many.ratio(), many.is_reached()), (Some(1.25), Some(true)));
        assert!(many.row().contains("5000k /s"), "{}", many.row());
    }

    #[test]
    fn what_was_not_measured_is_neither_reached_nor_missed() {
        let unknown = Figure::new("memory per connection", None, "kB", Some(Goal::AtMost(6.0)));
        assert_eq!((unknown.ratio(), unknown.is_reached()), (None, None));
        assert_eq!(json(&[unknown])[0]["reached"], Value::Null);
        let plain = Figure::new("rooms", Some(3.0), "", None);
        assert_eq!(json(&[plain])[0], json!({"figure": "rooms", "value": 3.0, "unit": ""}));
    }
}
