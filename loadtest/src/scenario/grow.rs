//! How cost grows: the work of `notes`, short, on a fresh server for each point, with one thing larger than at the point before.

use crate::fault::Fault;
use crate::growth::{Axis, Growth, Points, Row};
use crate::report::Report;
use crate::settings::{Prepared, Scenario, Settings};

/// Edits per second of all writers of a room together; few enough that ten thousand phones can be told of them.
const EDITS_PER_S: f64 = 10.0;
const WRITERS: usize = 5;

/// A room of those of which there are many.
const PHONES_OF_MANY_ROOMS: usize = 4;

/// Edits per second of all rooms together, where there are many.
const EDITS_PER_S_OF_ALL: f64 = 100.0;

/// The room in which a document or a history grows.
const PHONES_OF_ONE_ROOM: usize = 100;

/// Measures all points.
pub async fn perform(settings: &Settings) -> Result<Report, Fault> {
    let lines = match settings.points.is_empty() {
        true => Points::all(),
        false => settings.points.clone(),
    };
    let mut whole = Report::new(settings, 0);
    let mut growth = Growth::default();
    for (axis, value) in lines
        .iter()
        .flat_map(|line| line.values.iter().map(|value| (line.axis, *value)))
    {
        let report = Box::pin(super::perform(&of_point(settings, axis, value))).await?;
        let row = row(axis, value, &report);
        eprintln!(
            "  {value} {}: {:.1} µs per delivery",
            axis.what(),
            row.cpu_per_delivery_us.unwrap_or_default()
        );
        growth.0.push(row);
        whole.take_losses(report);
    }
    if let Some(file) = &settings.plot {
        std::fs::write(file, growth.svg()).map_err(|error| Fault::File {
            file: file.clone(),
            error,
        })?;
    }
    whole.own_figures = growth.figures();
    whole.growth = Some(growth);
    Ok(whole)
}

/// The work at one point.
fn of_point(settings: &Settings, axis: Axis, value: u64) -> Settings {
    let mut its = settings.clone();
    let count = usize::try_from(value).unwrap_or(usize::MAX);
    its.scenario = Scenario::Notes;
    (its.rooms, its.phones) = (1, PHONES_OF_ONE_ROOM);
    match axis {
        Axis::Phones => its.phones = count,
        Axis::Rooms => (its.rooms, its.phones) = (count, PHONES_OF_MANY_ROOMS),
        Axis::Document => (its.document, its.prepared) = (count, Prepared::Document),
        Axis::History => (its.records, its.prepared) = (value, Prepared::History),
    }
    its.writers = if axis == Axis::Rooms { 1 } else { WRITERS.min(its.phones) };
    let per_room = if axis == Axis::Rooms {
        EDITS_PER_S_OF_ALL / value as f64
    } else {
        EDITS_PER_S
    };
    // Each writer writes at least once.
    its.rate = (per_room / its.writers as f64).clamp(1.0 / its.step_seconds, 1_000.0);
    its.seconds = its.step_seconds.ceil() as u64;
    its
}

fn row(axis: Axis, value: u64, report: &Report) -> Row {
    let cpu = report.server_cpu.map(|cpu| cpu.as_secs_f64() * 1e6);
    Row {
        axis,
        value,
        cpu_per_delivery_us: report.server_cpu_per_delivery_us(),
        cpu_per_edit_us: cpu.map(|cpu| cpu / report.sent.max(1) as f64),
        p99_ms: report.seeing.quantile(0.99).map(|p99| p99.as_secs_f64() * 1000.0),
        memory_mb: report.memory_after.map(|bytes| bytes as f64 / 1e6),
        is_clean: report.is_clean(),
        own_limit: report.own_limit(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[test]
    fn at_every_point_each_writer_writes_and_the_work_is_a_test() {
        let settings = Settings::parse_from(["loadtest", "--server", "roundtable", "--scenario", "grow"]);
        assert!(settings.check().is_ok());
        for line in Points::all() {
            for value in line.values {
                let its = of_point(&settings, line.axis, value);
                assert!(its.check().is_ok() && its.edits_per_writer() >= 1, "{its:?}");
            }
        }
        let many = of_point(&settings, Axis::Rooms, 5_000);
        assert_eq!((many.rooms, many.phones, many.writers), (5_000, 4, 1));
        let crowd = of_point(&settings, Axis::Phones, 10_000);
        assert!((crowd.rate * crowd.writers as f64 - 10.0).abs() < 1e-9);
    }
}
