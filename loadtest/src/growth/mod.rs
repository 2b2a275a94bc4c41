//! How cost grows with one thing at a time: what was measured at each point, as a table, as figures and as drawings. `points` says
//! what grows, `plot` draws.

mod plot;
mod points;

pub use points::{Axis, Points};

use crate::figures::{Figure, Goal};
use plot::{Chart, Mark};
use serde_json::{Value, json};

/// A power as small as this is chance.
const CHANCE: f64 = 0.1;

/// One point.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What grew.
    pub axis: Axis,
    /// How far.
    pub value: u64,
    /// Server CPU for each delivery, microseconds.
    pub cpu_per_delivery_us: Option<f64>,
    /// Server CPU for each edit, microseconds.
    pub cpu_per_edit_us: Option<f64>,
    /// From sending to seeing.
    pub p99_ms: Option<f64>,
    /// The server's memory at the end.
    pub memory_mb: Option<f64>,
    /// Whether nothing was lost and all phones had the same.
    pub is_clean: bool,
    /// Whether the test itself was the limit, and why.
    pub own_limit: Option<String>,
}

/// One of the things that a row has.
type Cost = fn(&Row) -> Option<f64>;

/// All points, in the order in which they were measured.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Growth(pub Vec<Row>);

impl Growth {
    /// For people.
    pub fn table(&self) -> Vec<String> {
        let mut lines = vec![format!(
            "{:<24}{:>16}{:>16}{:>12}{:>12}",
            "", "CPU/delivery", "CPU/edit", "p99", "memory"
        )];
        for row in &self.0 {
            let told = |value: Option<f64>, unit| value.map_or("-".to_owned(), |value| format!("{value:.2} {unit}"));
            let lost = if row.is_clean { "" } else { "  NOT clean" };
            let limit = if row.own_limit.is_some() {
                "  (this program was the limit)"
            } else {
                ""
            };
            lines.push(format!(
                "{:<24}{:>16}{:>16}{:>12}{:>12}{lost}{limit}",
                format!("{} {}", row.value, row.axis.what()),
                told(row.cpu_per_delivery_us, "µs"),
                told(row.cpu_per_edit_us, "µs"),
                told(row.p99_ms, "ms"),
                told(row.memory_mb, "MB"),
            ));
        }
        lines
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let row = |row: &Row| {
            json!({
                "axis": row.axis.what(), "value": row.value, "cpu_per_delivery_us": row.cpu_per_delivery_us,
                "cpu_per_edit_us": row.cpu_per_edit_us, "p99_ms": row.p99_ms, "memory_mb": row.memory_mb,
                "clean": row.is_clean, "own_limit": row.own_limit,
            })
        };
        self.0.iter().map(row).collect()
    }

    /// With which power of what grows the cost of a delivery grows: 0 is not at all, 1 is linear.
    pub fn figures(&self) -> Vec<Figure> {
        let figure = |axis: Axis| {
            let what = format!("CPU per delivery: power of {}", axis.what());
            Figure::new(what, self.power(axis), "", Some(Goal::AtMost(axis.power_max() + CHANCE)))
        };
        let mut axes: Vec<Axis> = self.0.iter().map(|row| row.axis).collect();
        axes.dedup();
        axes.into_iter().map(figure).collect()
    }

    /// From the smallest to the largest point at which anything was delivered and the test was not the limit.
    fn power(&self, axis: Axis) -> Option<f64> {
        let rows = self.0.iter().filter(|row| row.axis == axis && row.own_limit.is_none());
        let known = rows.filter_map(|row| Some((row.value.max(1) as f64, row.cpu_per_delivery_us.filter(|cpu| *cpu > 0.0)?)));
        let points: Vec<(f64, f64)> = known.collect();
        let (first, last) = (points.first()?, points.last()?);
        (last.0 > first.0).then(|| (last.1 / first.1).ln() / (last.0 / first.0).ln())
    }

    /// The drawings: a row for what grows, a column for what it costs.
    pub fn svg(&self) -> String {
        let mut axes: Vec<Axis> = self.0.iter().map(|row| row.axis).collect();
        axes.dedup();
        plot::svg(&axes.into_iter().map(|axis| self.charts(axis)).collect::<Vec<_>>())
    }

    fn charts(&self, axis: Axis) -> Vec<Chart> {
        let costs: [(&str, Cost); 3] = [
            ("server CPU per delivery, µs", |row| row.cpu_per_delivery_us),
            ("seen, p99, ms", |row| row.p99_ms),
            ("server memory, MB", |row| row.memory_mb),
        ];
        let rows = || self.0.iter().filter(|row| row.axis == axis);
        let chart = |(title, cost): (&str, Cost)| Chart {
            title: title.to_owned(),
            along: axis.what().to_owned(),
            marks: rows()
                .filter_map(|row| {
                    Some(Mark {
                        x: row.value as f64,
                        y: cost(row)?,
                        is_sure: row.own_limit.is_none(),
                    })
                })
                .collect(),
        };
        costs.into_iter().map(chart).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(axis: Axis, value: u64, cpu: f64) -> Row {
        Row {
            axis,
            value,
            cpu_per_delivery_us: (cpu > 0.0).then_some(cpu),
            cpu_per_edit_us: Some(cpu * 10.0),
            p99_ms: Some(4.0),
            memory_mb: Some(30.0),
            is_clean: true,
            own_limit: None,
        }
    }

    #[test]
    fn a_cost_that_stays_has_power_zero_and_one_that_grows_alike_has_one() {
        let same = Growth(vec![
            row(Axis::Phones, 1, 0.0),
            row(Axis::Phones, 10, 5.0),
            row(Axis::Phones, 1000, 5.0),
        ]);
        let [figure] = &same.figures()[..] else { panic!("one axis") };
        assert_eq!((figure.value, figure.is_reached()), (Some(0.0), Some(true)));
        let worse = Growth(vec![row(Axis::Rooms, 1, 5.0), row(Axis::Rooms, 100, 500.0)]);
        let [figure] = &worse.figures()[..] else { panic!("one axis") };
        assert!(figure.value.is_some_and(|power| (power - 1.0).abs() < 1e-9) && figure.is_reached() == Some(false));
        let linear = Growth(vec![row(Axis::Document, 1, 5.0), row(Axis::Document, 100, 500.0)]);
        assert_eq!(linear.figures()[0].is_reached(), Some(true));
    }

    #[test]
    fn where_the_test_was_the_limit_is_said_and_not_counted() {
        let mut rows = vec![
            row(Axis::Rooms, 1, 5.0),
            row(Axis::Rooms, 10, 5.0),
            row(Axis::Rooms, 100, 90.0),
        ];
        rows[2].own_limit = Some("its cores".into());
        let growth = Growth(rows);
        assert_eq!(growth.figures()[0].value, Some(0.0));
        assert!(growth.table().join("\n").contains("this program was the limit"));
        assert_eq!(growth.json()[2]["own_limit"], "its cores");
        assert_eq!(growth.svg().matches("<svg").count(), 1);
    }
}
