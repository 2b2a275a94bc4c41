//! What the phones do, and the frame around it: get everyone in, let them, count.

mod author;
mod chair;
mod command_ids;
mod entrance;
mod floor;
mod idle;
mod meter;
mod notes;
mod onlooker;
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
use crate::phone::{Phone, Way};
use crate::report::Report;
use crate::settings::{Scenario, Settings};
use entrance::Entrance;
use meter::Meter;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};
use tokio::task::JoinSet;

/// How many phones join at the same moment: a full room coming in, below the backlog of any server.
const ENTERING_AT_ONCE: usize = 128;

/// How often the end of a run is looked for.
const LOOK: Duration = Duration::from_millis(20);

/// A room with its phones in it.
struct FullRoom {
    phones: Vec<Phone>,
    /// The chair's device, where the scenario needs one and there is a code for it.
    chair: Option<Phone>,
}

/// What all scenarios share.
struct Stage<'a> {
    settings: &'a Settings,
    door: Door,
    venue: Venue,
    links: Links,
    run: u32,
}

/// Gets everyone in and plays the scenario.
pub async fn perform(settings: &Settings) -> Result<Report, Fault> {
    let door = Door::new(&settings.url);
    let links = match (&settings.codes, &settings.organiser) {
        (Some(file), _) => codes::read(file)?,
        (None, Some(code)) => door.links(code).await?,
        (None, None) => return Err(Fault::Settings("give --codes or --organiser".into())),
    };
    let links = links.take(settings.rooms)?;
    let venue = Venue::find(&settings.url).await?;
    let seed = settings.seed.unwrap_or_else(seed_of_the_moment);
    let run = u32::try_from(seed % u64::from(marker::NUMBER_MAX)).unwrap_or_default();
    let stage = Stage {
        settings,
        door,
        venue,
        links,
        run,
    };
    let mut report = Report::new(settings, seed);
    let meter = Meter::new(settings.pid);
    report.memory_before = meter.memory();
    let started = Instant::now();
    let rooms = stage.fill().await?;
    report.entering = started.elapsed();
    report.memory_connected = meter.memory();
    match settings.scenario {
        Scenario::Notes => notes::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Floor => floor::play(&stage, rooms, &meter, &mut report).await,
        Scenario::Vote => vote::play(&stage, rooms, &meter, &mut report).await?,
        Scenario::Idle => idle::play(&stage, rooms, &meter, &mut report).await,
    }
    report.memory_after = meter.memory();
    Ok(report)
}

fn seed_of_the_moment() -> u64 {
    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() as u64)
}

impl Stage<'_> {
    /// All phones of all rooms come in, a room's crowd at a time mixed with the others'.
    async fn fill(&self) -> Result<Vec<FullRoom>, Fault> {
        let entrance = Arc::new(Entrance::new(self.settings.phones * self.links.rooms.len()));
        let mut entering = JoinSet::new();
        for phone in 0..self.settings.phones {
            for (index, room) in self.links.rooms.iter().enumerate() {
                let (door, venue, room) = (self.door.clone(), self.venue.clone(), room.clone());
                let (entrance, meeting) = (Arc::clone(&entrance), self.links.meeting.clone());
                let number = u32::try_from(phone * self.links.rooms.len() + index).unwrap_or(u32::MAX);
                entering.spawn(async move {
                    let way = Way {
                        door: &door,
                        venue: &venue,
                        meeting: &meeting,
                        room: &room,
                    };
                    (index, entrance.let_in(&way, number).await)
                });
            }
        }
        let mut rooms: Vec<FullRoom> = self
            .links
            .rooms
            .iter()
            .map(|_| FullRoom {
                phones: Vec::new(),
                chair: None,
            })
            .collect();
        while let Some(entered) = entering.join_next().await {
            let (index, phone) = entered.map_err(|error| Fault::Connection {
                what: "a phone".into(),
                why: error.to_string(),
            })?;
            rooms[index].phones.push(phone?);
        }
        if matches!(self.settings.scenario, Scenario::Floor | Scenario::Vote) {
            self.seat_chairs(&mut rooms).await?;
        }
        Ok(rooms)
    }

    async fn seat_chairs(&self, rooms: &mut [FullRoom]) -> Result<(), Fault> {
        let phones = self.settings.phones * self.links.rooms.len();
        for (index, (full, room)) in rooms.iter_mut().zip(&self.links.rooms).enumerate() {
            let Some(code) = &room.chair else { continue };
            let way = Way {
                door: &self.door,
                venue: &self.venue,
                meeting: &self.links.meeting,
                room,
            };
            let number = u32::try_from(phones + index).unwrap_or(u32::MAX);
            full.chair = Some(Phone::enter_with(&way, &code.code, number).await?);
        }
        Ok(())
    }

    /// Waits until `progress` reaches `wanted`, or stands still for as long as the settings' patience goes.
    async fn wait_for(&self, wanted: u64, progress: impl Fn() -> u64) {
        let mut last = (progress(), Instant::now());
        while last.0 < wanted && last.1.elapsed() < Duration::from_secs(self.settings.patience) {
            tokio::time::sleep(LOOK).await;
            let now = progress();
            if now != last.0 {
                last = (now, Instant::now());
            }
        }
    }
}
