//! The report for people.

use super::{Report, millis};
use crate::ballots::Ballots;
use crate::figures;
use crate::goals;
use crate::growth::Growth;
use crate::latency::Latencies;

impl Report {
    /// For people.
    pub fn table(&self) -> String {
        let mut lines = vec![format!(
            "{} on {}: {} rooms of {} phones, {} writers each at {}/s, seed {}",
            self.scenario, self.server, self.rooms, self.phones, self.writers, self.rate, self.seed
        )];
        lines.push(format!(
            "{:<28}{:.3} s, all connected {:.3} s later, all in {:.3} s later",
            "everyone seated after",
            self.seating.as_secs_f64(),
            self.connecting.as_secs_f64(),
            self.entering.as_secs_f64()
        ));
        lines.extend(self.ballots.iter().flat_map(Ballots::rows));
        if self.sent > 0 || self.returning.count() > 0 {
            lines.push(format!("{:<28}{:>12}{:>12}{:>12}{:>12}", "", "count", "p50", "p99", "max"));
            lines.extend(self.latency_rows());
            lines.push(format!("{:<28}{} of {}", "deliveries", self.deliveries, self.expected));
            lines.push(format!("{:<28}{} messages, {} bytes", "received", self.messages, self.bytes));
        }
        lines.extend(self.process_rows());
        lines.extend(self.growth.iter().flat_map(Growth::table));
        lines.push(format!(
            "{:<28}{} on phones, {} to latecomers; {} phones differ; {} never answered",
            "lost", self.lost, self.lost_to_latecomers, self.differing, self.unanswered
        ));
        if self.compared > 0 {
            lines.push(format!(
                "{:<28}{} phones compared by content; {} have other notes, {} another page",
                "same as the server", self.compared, self.other_notes, self.other_views
            ));
        }
        for (what, sentences) in [("refused", &self.refusals), ("connections ended", &self.endings)] {
            if sentences.count > 0 {
                lines.push(format!("{what:<28}{}: {}", sentences.count, sentences.first.join(" | ")));
            }
        }
        lines.extend(figures::table(&goals::figures(self)));
        lines.extend(self.own_limit().map(|limit| format!("note: {limit}")));
        lines.push(if self.is_clean() { "clean".into() } else { "NOT clean".into() });
        lines.join("\n")
    }

    fn latency_rows(&self) -> Vec<String> {
        let rows = match &self.ballots {
            Some(ballots) => vec![
                ("opening to each phone", &ballots.opening),
                ("last ballot to final tally", &self.seeing),
                ("closing to final tally", &ballots.closing),
            ],
            None => vec![
                ("sending to seeing", &self.seeing),
                ("sending to the last phone", &self.everyone),
                ("decision to each phone", &self.deciding),
            ],
        };
        let always = [
            ("seeing in bad weather", &self.catching_up),
            ("dropping to caught up", &self.returning),
            ("sending to saved", &self.saving),
            ("schedule late by", &self.lateness),
        ];
        let measured = rows.into_iter().chain(always).filter(|(_, latencies)| latencies.count() > 0);
        measured.map(|(name, latencies)| latency_row(name, latencies)).collect()
    }

    fn process_rows(&self) -> Vec<String> {
        let mut rows = Vec::new();
        if let Some(cpu) = self.server_cpu {
            let each = self
                .server_cpu_per_delivery_us()
                .map_or(String::new(), |each| format!(", {each:.2} µs per delivery"));
            rows.push(format!(
                "{:<28}{:.2} s in {:.1} s{each}",
                "server CPU",
                cpu.as_secs_f64(),
                self.window.as_secs_f64()
            ));
        }
        if let (Some(seated), Some(connected), Some(after)) = (self.memory_seated, self.memory_connected, self.memory_after) {
            let each = self.memory_per_connection().unwrap_or_default() / 1000.0;
            let megabytes = |bytes: u64| bytes as f64 / 1e6;
            rows.push(format!(
                "{:<28}{:.1} MB with all seats taken, connected {:.1} MB ({each:.1} kB per connection), at the end {:.1} MB",
                "server memory",
                megabytes(seated),
                megabytes(connected),
                megabytes(after)
            ));
        }
        rows.extend(self.own_cpu.map(|cpu| format!("{:<28}{:.2} s", "own CPU", cpu.as_secs_f64())));
        rows
    }
}

fn latency_row(name: &str, latencies: &Latencies) -> String {
    let (p50, p99, max) = (latencies.quantile(0.5), latencies.quantile(0.99), latencies.max());
    format!(
        "{name:<28}{:>12}{:>12}{:>12}{:>12}",
        latencies.count(),
        millis(p50),
        millis(p99),
        millis(max)
    )
}
