//! The report for programs. Durations are milliseconds, memory is bytes; what was not measured is null.

use super::{Report, as_millis};
use crate::ballots::Ballots;
use crate::figures;
use crate::goals;
use crate::growth::Growth;
use crate::latency::Latencies;
use serde_json::{Map, Value, json};

impl Report {
    /// One object.
    pub fn json(&self) -> String {
        format!("{:#}\n", self.value())
    }

    /// The same to be put into something else.
    pub fn value(&self) -> Value {
        let parts = [self.run(), self.content(), self.times(), self.costs()];
        let mut fields = Map::new();
        for part in parts {
            if let Value::Object(its) = part {
                fields.extend(its);
            }
        }
        Value::Object(fields)
    }

    fn run(&self) -> Value {
        json!({
            "scenario": self.scenario, "server": self.server, "seed": self.seed, "rooms": self.rooms, "phones": self.phones,
            "writers": self.writers, "rate": self.rate, "clean": self.is_clean(),
            "figures": figures::json(&goals::figures(self)), "own_limit": self.own_limit(),
            "growth": self.growth.as_ref().map(Growth::json),
            "vote": self.ballots.as_ref().map(Ballots::json),
        })
    }

    fn content(&self) -> Value {
        json!({
            "sent": self.sent, "expected": self.expected, "deliveries": self.deliveries, "lost": self.lost,
            "differing": self.differing, "lost_to_latecomers": self.lost_to_latecomers, "unanswered": self.unanswered,
            "compared": self.compared, "other_notes": self.other_notes, "other_views": self.other_views,
            "refused": self.refusals.count, "refusals": self.refusals.first,
            "ended": self.endings.count, "endings": self.endings.first,
            "messages": self.messages, "bytes": self.bytes,
        })
    }

    fn times(&self) -> Value {
        json!({
            "seating_ms": as_millis(self.seating), "connecting_ms": as_millis(self.connecting),
            "entering_ms": as_millis(self.entering), "window_ms": as_millis(self.window),
            "seeing": latency_json(&self.seeing), "everyone": latency_json(&self.everyone),
            "deciding": latency_json(&self.deciding), "saving": latency_json(&self.saving),
            "lateness": latency_json(&self.lateness), "catching_up": latency_json(&self.catching_up),
            "returning": latency_json(&self.returning),
            "opening": self.ballots.as_ref().map(|ballots| latency_json(&ballots.opening)),
            "closing": self.ballots.as_ref().map(|ballots| latency_json(&ballots.closing)),
        })
    }

    fn costs(&self) -> Value {
        json!({
            "server_cpu_ms": self.server_cpu.map(as_millis), "server_cpu_per_delivery_us": self.server_cpu_per_delivery_us(),
            "own_cpu_ms": self.own_cpu.map(as_millis), "memory_before": self.memory_before, "memory_seated": self.memory_seated,
            "memory_connected": self.memory_connected, "memory_after": self.memory_after,
            "memory_per_connection": self.memory_per_connection(),
        })
    }
}

fn latency_json(latencies: &Latencies) -> Value {
    let at = |share| latencies.quantile(share).map(as_millis);
    json!({"count": latencies.count(), "p50_ms": at(0.5), "p99_ms": at(0.99), "max_ms": latencies.max().map(as_millis)})
}
