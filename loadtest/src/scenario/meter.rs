//! Measures the server's process and this one over the window in which the phones are at work.

use crate::process::Process;
use crate::report::Report;
use std::time::{Duration, Instant};

/// The processes that are looked at.
#[derive(Debug)]
pub struct Meter {
    server: Option<Process>,
    own: Process,
}

/// The readings when the window began.
#[derive(Debug)]
pub struct Window {
    began: Instant,
    server_cpu: Option<Duration>,
    own_cpu: Option<Duration>,
}

impl Meter {
    /// With the server's process where its id is known.
    pub fn new(server: Option<u32>) -> Self {
        Self {
            server: server.map(Process::with_id),
            own: Process::this(),
        }
    }

    /// The server's memory now.
    pub fn memory(&self) -> Option<u64> {
        self.server.as_ref()?.memory()
    }

    /// Begins a window.
    pub fn begin(&self) -> Window {
        Window {
            began: Instant::now(),
            server_cpu: self.server_cpu(),
            own_cpu: self.own.cpu(),
        }
    }

    /// Ends it and writes what was used into the report.
    pub fn end(&self, window: &Window, report: &mut Report) {
        let used = |before: Option<Duration>, now: Option<Duration>| Some(now?.saturating_sub(before?));
        report.window = window.began.elapsed();
        report.server_cpu = used(window.server_cpu, self.server_cpu());
        report.own_cpu = used(window.own_cpu, self.own.cpu());
    }

    fn server_cpu(&self) -> Option<Duration> {
        self.server.as_ref()?.cpu()
    }
}
