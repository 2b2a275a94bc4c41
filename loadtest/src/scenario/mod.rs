//! What the phones do, and the frame around it: get everyone in, let them, count, compare.

mod attendee;
mod author;
mod chair;
mod commands;
mod entrance;
mod equality;
mod floor;
mod idle;
mod meter;
mod notes;
mod onlooker;
mod site;
mod stage;
mod vote;
mod witness;

#[cfg(test)]
mod fake_polls;
#[cfg(test)]
mod fake_server;
#[cfg(test)]
mod tests;

use crate::codes::{self, Links};
use crate::connection::Venue;
use crate::fault::Fault;
use crate::join::Door;
use crate::marker;
use crate::phone::Phone;
use crate::report::Report;
use crate::settings::{Scenario, Settings};
use meter::Meter;
use site::Site;
use stage::Stage;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// How often the end of a run is looked for.
const LOOK: Duration = Duration::from_millis(20);

/// A room with its phones in it.
#[derive(Debug, Default)]
struct FullRoom {
    phones: Vec<Phone>,
    /// The chair's device, where the scenario needs one and there is a code for it.
    chair: Option<Phone>,
}

/// Gets everyone in and plays the scenario.
pub async fn perform(settings: &Settings) -> Result<Report, Fault> {
    let seed = settings.seed.unwrap_or_else(seed_of_the_moment);
    let run = u32::try_from(seed % u64::from(marker::NUMBER_MAX)).unwrap_or_default();
    let stage = Stage::new(settings, site(settings).await?, run);
    let mut report = Report::new(settings, seed);
    let meter = Meter::new(settings.pid);
    report.memory_before = meter.memory();
    let rooms = stage.fill(&mut report).await?;
    report.memory_connected = meter.memory();
    match settings.scenario {
        Scenario::Notes => notes::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Floor => floor::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Vote => vote::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Idle => idle::play(&stage, rooms, &meter, &mut report).await?,
    }
    report.memory_after = meter.memory();
    Ok(report)
}

/// Where the settings say that it plays.
async fn site(settings: &Settings) -> Result<Site, Fault> {
    let door = Door::new(&settings.url);
    Ok(Site {
        links: links(settings, &door).await?.take(settings.rooms)?,
        venue: Arc::new(Venue::find(&settings.url).await?),
        door,
    })
}

async fn links(settings: &Settings, door: &Door) -> Result<Links, Fault> {
    match (&settings.codes, &settings.organiser) {
        (Some(file), _) => codes::read(file),
        (None, Some(code)) => door.links(code).await,
        (None, None) => Err(Fault::Settings("give --codes or --organiser".into())),
    }
}

fn seed_of_the_moment() -> u64 {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() as u64)
}
