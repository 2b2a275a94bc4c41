//! The hub's figures for `/metrics`. They count; they never hold a name, a text or a ballot.

use metrics::{Counter, Gauge, Histogram, counter, gauge, histogram};
use std::time::Duration;

/// Handles, looked up once, because the room's task counts at every batch.
#[derive(Clone)]
pub struct HubMetrics {
    append_seconds: Histogram,
    answers: Counter,
    frames: Counter,
    deliveries: Counter,
    refreshes: Counter,
    rooms: Gauge,
    connections: Gauge,
}

impl Default for HubMetrics {
    fn default() -> Self {
        Self {
            append_seconds: histogram!("roundtable_append_seconds"),
            answers: counter!("roundtable_answers_total"),
            frames: counter!("roundtable_frames_total"),
            deliveries: counter!("roundtable_deliveries_total"),
            refreshes: counter!("roundtable_refreshes_total"),
            rooms: gauge!("roundtable_rooms_open"),
            connections: gauge!("roundtable_connections"),
        }
    }
}

impl HubMetrics {
    /// A batch is on disk.
    pub fn appended(&self, took: Duration, answers: usize) {
        self.append_seconds.record(took.as_secs_f64());
        self.answers.increment(answers as u64);
    }

    /// A frame was put before so many connections.
    pub fn told(&self, connections: usize) {
        self.frames.increment(1);
        self.deliveries.increment(connections as u64);
    }

    /// A client has something else than it was sent, and asks for a fresh view.
    pub fn refreshed(&self) {
        self.refreshes.increment(1);
    }

    /// Counts a room in memory, until what is returned is dropped.
    pub fn count_room(&self) -> Counted {
        Counted::new(&self.rooms)
    }

    /// Counts a connection, until what is returned is dropped.
    pub fn count_connection(&self) -> Counted {
        Counted::new(&self.connections)
    }
}

/// One of something that a gauge counts, however it ends.
pub struct Counted(Gauge);

impl Counted {
    fn new(gauge: &Gauge) -> Self {
        gauge.increment(1.0);
        Self(gauge.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.decrement(1.0);
    }
}
