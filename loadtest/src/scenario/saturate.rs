//! More and more is written in a room until it is too much: the most deliveries per second at which all have everything soon, and
//! whether a room that was given too much is as before afterwards. Each step has a room of its own where there are enough, because
//! a document only grows.

use super::meter::Meter;
use super::notes::{self, Work};
use super::search::Search;
use super::site::Site;
use super::stage::Stage;
use crate::fault::Fault;
use crate::figures::{Figure, Goal};
use crate::marker;
use crate::report::Report;
use crate::settings::Settings;
use std::time::Duration;

/// What is soon.
const P99_MAX: Duration = Duration::from_millis(250);

/// Deliveries per second, of a room of 200.
const DELIVERIES_PER_S: f64 = 4_000_000.0;

/// Edits per second of each writer on a day like any other.
const NORMAL_RATE: f64 = 5.0;

/// After too much it has to be as before, but for chance: so many times as slow, and so much more, is still the same.
const NORMAL_RATIO: f64 = 2.0;
const NORMAL_MORE_MS: f64 = 5.0;

/// How it went at one rate.
struct Step {
    report: Report,
    per_second: f64,
}

impl Step {
    fn went_well(&self) -> bool {
        let in_time = |latency: Option<Duration>| latency.is_some_and(|latency| latency <= P99_MAX);
        self.report.is_clean() && in_time(self.report.seeing.quantile(0.99)) && in_time(self.report.lateness.quantile(0.99))
    }

    fn p99_ms(&self) -> f64 {
        self.report.seeing.quantile(0.99).unwrap_or_default().as_secs_f64() * 1000.0
    }
}

/// Searches from the rate of the settings on.
pub async fn play(settings: &Settings, site: &Site, run: u32, meter: &Meter, report: &mut Report) -> Result<(), Fault> {
    let mut steps = Steps {
        settings,
        site,
        meter,
        run,
    };
    let before = steps.take(0, NORMAL_RATE).await?;
    let mut search = Search::from(settings.rate, settings.steps);
    let (mut best, mut overloaded): (Option<Step>, Option<usize>) = (None, None);
    let (mut room, mut limit) = (0, None);
    while let Some(rate) = search.next() {
        room = (room + 1) % site.links.rooms.len();
        let step = steps.take(room, rate).await?;
        let went_well = step.went_well();
        tell(rate, &step, went_well);
        search.note(went_well);
        if !went_well {
            overloaded = Some(room);
            limit = step.report.own_limit();
            // Too much may be late, but never lost.
            report.take_losses(step.report);
        } else if best.as_ref().is_none_or(|best| step.per_second > best.per_second) {
            best = Some(step);
        }
    }
    let after = match overloaded {
        Some(room) => Some(steps.take(room, NORMAL_RATE).await?),
        None => None,
    };
    conclude(before, best, after, report);
    report.search_limit = limit.map(|limit| format!("at the rate that was too much, {limit}"));
    Ok(())
}

/// What takes the steps.
struct Steps<'a> {
    settings: &'a Settings,
    site: &'a Site,
    meter: &'a Meter,
    /// Each step has marks and authors of its own, because several may be in one room.
    run: u32,
}

impl Steps<'_> {
    /// One rate in one room, with phones that come for it and go afterwards.
    async fn take(&mut self, room: usize, rate: f64) -> Result<Step, Fault> {
        self.run = (self.run + 1) % marker::NUMBER_MAX;
        let mut its = self.settings.clone();
        (its.rooms, its.rate) = (1, rate);
        let stage = Stage::new(&its, self.site.only(room), self.run);
        let mut report = Report::new(&its, u64::from(self.run));
        let rooms = stage.fill(&mut report).await?;
        let work = Work {
            writers: its.writers,
            interval: its.interval(),
            edits: (its.step_seconds * rate).ceil() as u32,
            characters: its.characters,
        };
        let span = notes::write(&stage, rooms, work, self.meter, &mut report).await?;
        let per_second = report.deliveries as f64 / span.as_secs_f64().max(f64::EPSILON);
        Ok(Step { report, per_second })
    }
}

fn tell(rate: f64, step: &Step, went_well: bool) {
    eprintln!(
        "  {rate:.0} edits/s of each writer: {:.0} deliveries/s, p99 {:.1} ms, {} lost, {}{}",
        step.per_second,
        step.p99_ms(),
        step.report.lost,
        if went_well { "well" } else { "too much" },
        step.report.own_limit().map_or(String::new(), |limit| format!("; {limit}")),
    );
}

fn conclude(before: Step, best: Option<Step>, after: Option<Step>, report: &mut Report) {
    let most = best.as_ref().map(|best| best.per_second);
    let p99 = best.as_ref().map(Step::p99_ms);
    let normal = before.p99_ms();
    let normal_again = after.as_ref().map(Step::p99_ms);
    let figures = [
        Figure::new("deliveries per second", most, "/s", Some(Goal::AtLeast(DELIVERIES_PER_S))),
        Figure::new(
            "seen at that rate, p99",
            p99,
            "ms",
            Some(Goal::AtMost(P99_MAX.as_secs_f64() * 1000.0)),
        ),
        Figure::new("seen at 5 edits/s before, p99", Some(normal), "ms", None),
        Figure::new(
            "the same after too much, p99",
            normal_again,
            "ms",
            Some(Goal::AtMost(normal * NORMAL_RATIO + NORMAL_MORE_MS)),
        ),
    ];
    if let Some(best) = best {
        let losses = std::mem::replace(report, best.report);
        (report.seed, report.memory_before) = (losses.seed, losses.memory_before);
        report.take_losses(losses);
    }
    after
        .into_iter()
        .chain([before])
        .for_each(|step| report.take_losses(step.report));
    report.own_figures.extend(figures);
}
