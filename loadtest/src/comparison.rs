//! What another server's run came to, for the ratio of the two.

use crate::fault::Fault;
use crate::figures::{Figure, Goal};
use crate::peer::Peer;
use crate::report::Report;
use serde::Deserialize;
use std::path::Path;

/// Another run, as `--json` wrote it.
#[derive(Debug, Deserialize)]
pub struct Other {
    server: String,
    scenario: String,
    rooms: u64,
    phones: u64,
    writers: u64,
    rate: f64,
    server_cpu_per_delivery_us: Option<f64>,
}

impl Other {
    /// Reads it.
    pub fn read(file: &Path) -> Result<Self, Fault> {
        let failed = |error| Fault::File {
            file: file.to_owned(),
            error,
        };
        let text = std::fs::read_to_string(file).map_err(failed)?;
        serde_json::from_str(&text)
            .map_err(|error| Fault::Settings(format!("{} is not what --json writes: {error}", file.display())))
    }

    /// The figure that this run is held against it by; an error where the work was another.
    pub fn figure(&self, report: &Report) -> Result<Figure, Fault> {
        let work = (report.rooms as u64, report.phones as u64, report.writers as u64);
        let is_same =
            (self.rooms, self.phones, self.writers) == work && self.rate == report.rate && self.scenario == report.scenario;
        let Some(theirs) = self.server_cpu_per_delivery_us.filter(|_| is_same) else {
            return Err(Fault::Settings(format!(
                "the run on {} did other work, or without --pid",
                self.server
            )));
        };
        let goal = Peer::share(&self.server, self.rooms).map(|share| Goal::AtMost(theirs * share));
        let what = format!("CPU per delivery; {} has {theirs:.2} µs", self.server);
        Ok(Figure::new(what, report.server_cpu_per_delivery_us(), "µs", goal))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_third_of_the_other_servers_cost_is_the_goal_where_the_work_was_the_same() {
        let text = r#"{"server":"hocuspocus","scenario":"notes","rooms":1,"phones":200,"writers":5,"rate":5.0,
            "server_cpu_per_delivery_us":18.0,"clean":true}"#;
        let other: Other = serde_json::from_str(text).expect("what --json writes");
        let mut report = Report {
            scenario: "notes".into(),
            rooms: 1,
            phones: 200,
            writers: 5,
            rate: 5.0,
            deliveries: 100,
            server_cpu: Some(Duration::from_micros(300)),
            ..Report::default()
        };
        let figure = other.figure(&report).expect("the same work");
        assert_eq!((figure.value, figure.ratio()), (Some(3.0), Some(0.5)));
        report.rate = 6.0;
        assert!(other.figure(&report).is_err());
    }
}
