//! What all scenarios share: the site, the numbers of the run, the stories of the rooms, and the ways in and out.

use super::entrance::{self, Entered};
use super::site::{Guest, Site};
use super::{FullRoom, LOOK};
use crate::connection::Buffers;
use crate::fault::Fault;
use crate::phone::Weather;
use crate::report::Report;
use crate::settings::{Scenario, Settings};
use crate::story::{Audience, Story};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// So long nothing comes before everything is taken to have come.
const QUIET: Duration = Duration::from_millis(500);

/// In a whole meeting, how many phones of a room ask for the floor; those after the writers.
pub const ASKERS: usize = 1;

/// What all scenarios share.
pub struct Stage<'a> {
    /// The command line.
    pub settings: &'a Settings,
    /// Where it plays.
    pub site: Arc<Site>,
    /// Marks the edits of this run.
    pub run: u32,
    /// One for each room.
    pub stories: Vec<Arc<Story>>,
}

impl<'a> Stage<'a> {
    /// For the rooms of a site.
    pub fn new(settings: &'a Settings, site: Site, run: u32) -> Self {
        let stories = site.links.rooms.iter().map(|_| Story::new(run)).collect();
        Self {
            settings,
            site: Arc::new(site),
            run,
            stories,
        }
    }

    /// How many rooms there are.
    pub fn rooms(&self) -> usize {
        self.stories.len()
    }

    /// How many phones come into a room.
    pub fn phones_in(&self, room: usize) -> usize {
        match (self.settings.scenario, room) {
            (Scenario::Mixed, 0) => self.settings.plenary,
            _ => self.settings.phones,
        }
    }

    /// How many phones of a room have something to do, and so fair weather.
    fn busy(&self) -> usize {
        match self.settings.scenario {
            Scenario::Mixed => self.settings.writers + ASKERS,
            _ => self.settings.writers,
        }
    }

    /// All phones of all rooms come in, a room's crowd mixed with the others', and a chair into each where the scenario needs one.
    pub async fn fill(&self, report: &mut Report) -> Result<Vec<FullRoom>, Fault> {
        let most = (0..self.rooms()).map(|room| self.phones_in(room)).max().unwrap_or_default();
        let mut guests = Vec::new();
        for nth in 0..most {
            let rooms = (0..self.rooms()).filter(|room| nth < self.phones_in(*room));
            guests.extend(rooms.map(|room| (room, Audience::Participant, self.buffers(room, nth))));
        }
        if matches!(self.settings.scenario, Scenario::Floor | Scenario::Vote | Scenario::Mixed) {
            let chaired = (0..self.rooms()).filter(|room| self.site.admits(*room, Audience::Chair));
            guests.extend(chaired.map(|room| (room, Audience::Chair, Buffers::Usual)));
        }
        let guests = guests
            .into_iter()
            .enumerate()
            .map(|(number, (room, audience, buffers))| Guest {
                room,
                audience,
                number: u32::try_from(number).unwrap_or(u32::MAX),
                buffers,
            });
        let entered = entrance::let_in(&self.site, guests.collect(), self.settings.entering).await?;
        (report.connections, report.memory_seated) = (entered.phones.len(), entered.memory_seated);
        (report.seating, report.connecting, report.entering) = (entered.seated, entered.connected, entered.welcomed);
        Ok(self.by_room(entered))
    }

    fn by_room(&self, entered: Entered) -> Vec<FullRoom> {
        let mut rooms: Vec<FullRoom> = (0..self.rooms()).map(|_| FullRoom::default()).collect();
        for (guest, phone) in entered.phones {
            match guest.audience {
                Audience::Participant => rooms[guest.room].phones.push(phone),
                Audience::Chair => rooms[guest.room].chair = Some(phone),
            }
        }
        // Who is in by chance first is no matter; the first ones are those that write, and have the usual buffers.
        rooms
            .iter_mut()
            .for_each(|room| room.phones.sort_unstable_by_key(|phone| phone.number));
        rooms
    }

    /// The weather of a room's `nth` phone, from `start` on for so long. Those that write have none.
    pub fn weather(&self, room: usize, nth: usize, start: Instant, lasting: Duration) -> Weather {
        match self.among_listeners(room, nth) {
            Some((nth, of)) => Weather::of(self.settings, nth, of, start, lasting),
            None => Weather::fair(),
        }
    }

    fn buffers(&self, room: usize, nth: usize) -> Buffers {
        let stalls = |(nth, of)| Weather::stalls(self.settings, nth, of);
        match self.among_listeners(room, nth).is_some_and(stalls) {
            true => Buffers::Small,
            false => Buffers::Usual,
        }
    }

    /// Which of all phones that only listen it is, and how many there are.
    fn among_listeners(&self, room: usize, nth: usize) -> Option<(usize, usize)> {
        let listeners = |room| self.phones_in(room).saturating_sub(self.busy());
        let before: usize = (0..room).map(listeners).sum();
        let all: usize = before + (room..self.rooms()).map(listeners).sum::<usize>();
        nth.checked_sub(self.busy()).map(|nth| (before + nth, all))
    }

    /// Waits until `progress` reaches `wanted`, or stands still for as long as the settings' patience goes.
    pub async fn wait_for(&self, wanted: u64, progress: impl Fn() -> u64) {
        let patience = Duration::from_secs(self.settings.patience);
        wait(patience, || (progress(), progress() >= wanted)).await;
    }

    /// Waits until nothing more comes to any phone.
    pub async fn wait_for_quiet(&self) {
        let heard = || self.stories.iter().map(|story| story.heard()).sum();
        wait(QUIET, || (heard(), false)).await;
    }
}

/// Looks again and again, until it is over or nothing has moved for so long.
async fn wait(patience: Duration, look: impl Fn() -> (u64, bool)) {
    let (mut last, mut is_over) = look();
    let mut moved_at = Instant::now();
    while !is_over && moved_at.elapsed() < patience {
        tokio::time::sleep(LOOK).await;
        let now;
        (now, is_over) = look();
        if now != last {
            (last, moved_at) = (now, Instant::now());
        }
    }
}
