//! What the phones do, and the frame around it: get everyone in, let them, count, compare.

mod attendee;
mod author;
mod chair;
mod commands;
mod document;
mod entrance;
mod equality;
mod filling;
mod floor;
mod grow;
mod idle;
mod meter;
mod mixed;
mod notes;
mod onlooker;
mod recover;
mod saturate;
mod search;
mod site;
mod stage;
mod storm;
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
use crate::peer::Peer;
use crate::phone::Phone;
use crate::report::Report;
use crate::server::{DataFolder, Server};
use crate::settings::{Prepared, Scenario, Settings};
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

/// Gets everyone in and plays the scenario, on a server of its own where the settings have one.
pub async fn perform(settings: &Settings) -> Result<Report, Fault> {
    if settings.scenario == Scenario::Grow {
        return grow::perform(settings).await;
    }
    let seed = settings.seed.unwrap_or_else(seed_of_the_moment);
    let Some(program) = &settings.server else {
        let links = links(settings, seed).await?;
        return play(settings, seed, links, None).await;
    };
    let folder = DataFolder::of(settings);
    let mut server = Server::start(program, &folder.path, settings.meeting.as_deref(), rooms_of(settings)).await?;
    let links = server.links().await?;
    let mut settings = settings.clone();
    settings.url = server.url();
    settings.pid = Some(server.id());
    play(&settings, seed, links, Some(&mut server)).await
}

async fn play(settings: &Settings, seed: u64, links: Links, server: Option<&mut Server>) -> Result<Report, Fault> {
    let run = run_of(seed);
    let site = Site {
        links: links.take(rooms_of(settings))?,
        venue: Arc::new(Venue::find(&settings.url).await?),
        door: Door::new(&settings.url),
        peer: settings.peer,
        process: settings.pid,
    };
    let (mut report, meter) = (Report::new(settings, seed), Meter::new(settings.pid));
    report.memory_before = meter.memory();
    if settings.scenario == Scenario::Saturate {
        saturate::play(settings, &site, run, &meter, &mut report).await?;
        return Ok(report);
    }
    let stage = Stage::new(settings, site, run);
    if settings.scenario == Scenario::Recover {
        recover::play(&stage, server, &mut report).await?;
        return Ok(report);
    }
    prepare(&stage).await?;
    let rooms = stage.fill(&mut report).await?;
    report.memory_connected = meter.memory();
    match settings.scenario {
        Scenario::Floor => floor::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Vote => vote::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Idle => idle::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Storm => storm::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Mixed => mixed::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Notes | Scenario::Recover | Scenario::Saturate | Scenario::Grow => {
            notes::play(&stage, rooms, &meter, &mut report).await?
        }
    }
    report.memory_after = meter.memory();
    Ok(report)
}

/// What has to be there before anybody comes.
async fn prepare(stage: &Stage<'_>) -> Result<(), Fault> {
    let settings = stage.settings;
    let has_document = settings.scenario == Scenario::Storm || settings.prepared == Prepared::Document;
    if has_document && settings.document > 0 {
        document::write(stage, 0, settings.document).await?;
    }
    if settings.prepared == Prepared::History && settings.records > 0 {
        filling::fill(stage, settings.records).await?;
    }
    Ok(())
}

/// How many rooms the scenario needs.
fn rooms_of(settings: &Settings) -> usize {
    match settings.scenario {
        Scenario::Mixed => settings.rooms + 1,
        Scenario::Saturate if settings.server.is_some() || settings.peer.is_some() => settings.rooms.max(settings.steps + 1),
        _ => settings.rooms,
    }
}

async fn links(settings: &Settings, seed: u64) -> Result<Links, Fault> {
    match (settings.peer, &settings.codes, &settings.organiser) {
        (Some(_), ..) => Ok(Peer::rooms(rooms_of(settings), run_of(seed))),
        (None, Some(file), _) => codes::read(file),
        (None, None, Some(code)) => Door::new(&settings.url).links(code).await,
        (None, None, None) => Err(Fault::Settings("give --codes, --organiser or --server".into())),
    }
}

/// The mark of a run's edits.
fn run_of(seed: u64) -> u32 {
    u32::try_from(seed % u64::from(marker::NUMBER_MAX)).unwrap_or_default()
}

fn seed_of_the_moment() -> u64 {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() as u64)
}
