//! A server in this process: on a free port, with a clock that stands still and a journal that fails when it is told to.

use super::door::{Door, MEETING, Participant};
use super::faulty_journal::FaultyJournal;
use super::within;
use roundtable::clock::ManualClock;
use roundtable::hub::Hub;
use roundtable::journal::memory::MemoryJournal;
use roundtable::meeting::{self, Meeting};
use roundtable::room::ids::Millis;
use roundtable::room::seat::Role;
use roundtable::server::{Parts, Server};
use roundtable::settings::Settings;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// The text of the tests' meeting file.
pub const MEETING_FILE: &str = include_str!("meeting.toml");
/// When the tests take place.
const NOON: Millis = Millis(1_715_356_800_000);
/// Longer than any test.
const NEVER: Duration = Duration::from_secs(3_600);

/// The meeting of the tests.
pub fn meeting() -> Meeting {
    meeting::parse(MEETING_FILE).unwrap()
}

/// What outlives a run of the server.
#[derive(Clone)]
pub struct Kept {
    pub memory: MemoryJournal,
    pub journal: Arc<FaultyJournal>,
    pub clock: Arc<ManualClock>,
    pub folder: Arc<TempDir>,
    meeting: Meeting,
}

impl Kept {
    fn new() -> Self {
        let memory = MemoryJournal::new();
        Self {
            journal: Arc::new(FaultyJournal::around(Arc::new(memory.clone()))),
            memory,
            clock: Arc::new(ManualClock::at(NOON)),
            folder: Arc::new(tempfile::tempdir().unwrap()),
            meeting: meeting(),
        }
    }

    /// Where sealed outcomes go.
    pub fn outcomes(&self) -> PathBuf {
        self.folder.path().join("outcomes")
    }
}

/// A server that answers.
pub struct TestServer {
    pub kept: Kept,
    pub hub: Arc<Hub>,
    door: Door,
    stop: oneshot::Sender<()>,
    running: JoinHandle<()>,
}

impl Deref for TestServer {
    type Target = Door;

    fn deref(&self) -> &Door {
        &self.door
    }
}

impl TestServer {
    /// With an empty journal.
    pub async fn start() -> Self {
        Self::start_with(Kept::new(), |_| {}, NEVER).await
    }

    /// With an empty journal and another meeting file.
    pub async fn start_meeting(file: &str) -> Self {
        let kept = Kept {
            meeting: meeting::parse(file).unwrap(),
            ..Kept::new()
        };
        Self::start_with(kept, |_| {}, NEVER).await
    }

    /// Stops and starts on the same data with a meeting file that was changed.
    pub async fn restart_with(self, file: &str) -> Self {
        let mut kept = self.stop().await;
        kept.memory.reopen();
        kept.meeting = meeting::parse(file).unwrap();
        Self::start_with(kept, |_| {}, NEVER).await
    }

    /// With an empty journal, told where people reach it.
    pub async fn start_at(public_url: &str) -> Self {
        Self::start_with(
            Kept::new(),
            |settings| settings.public_url = Some(public_url.to_owned()),
            NEVER,
        )
        .await
    }

    /// With an empty journal, and proxies whose word counts.
    pub async fn start_behind(proxies: &[&str]) -> Self {
        let trusted = proxies.iter().map(|proxy| proxy.parse().unwrap()).collect();
        Self::start_with(Kept::new(), |settings| settings.trusted_proxy = trusted, NEVER).await
    }

    /// With an empty journal, and seats that may ask for so many times as much as elsewhere.
    pub async fn start_allowing(times: u32) -> Self {
        Self::start_with(Kept::new(), |settings| settings.allowance = times, NEVER).await
    }

    /// With an empty journal and rooms that leave memory soon.
    pub async fn start_resting_after(idle_after: Duration) -> Self {
        Self::start_with(Kept::new(), |_| {}, idle_after).await
    }

    async fn start_with(kept: Kept, set: impl FnOnce(&mut Settings), idle_after: Duration) -> Self {
        let mut settings = Settings {
            meeting: None,
            listen: "127.0.0.1:0".parse().unwrap(),
            data: kept.folder.path().to_owned(),
            public_url: None,
            trusted_proxy: Vec::new(),
            idle_minutes: 5,
            allowance: 1,
        };
        set(&mut settings);
        let parts = Parts {
            journal: kept.journal.clone(),
            clock: kept.clock.clone(),
            data: kept.folder.path().to_owned(),
            idle_after,
            directory: None,
        };
        let server = Server::start(&settings, kept.meeting.clone(), parts).await.unwrap();
        let (door, hub) = (Door::new(server.address), server.hub.clone());
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(server.run(async move { drop(stopped.await) }));
        Self {
            kept,
            hub,
            door,
            stop,
            running,
        }
    }

    /// Stops as on SIGTERM and waits for the end.
    pub async fn stop(self) -> Kept {
        drop(self.stop);
        within("the server's end", self.running).await.unwrap();
        self.kept
    }

    /// Starts on the data of an earlier run, with rooms that leave memory soon.
    pub async fn start_again(kept: Kept, idle_after: Duration) -> Self {
        kept.memory.reopen();
        Self::start_with(kept, |_| {}, idle_after).await
    }

    /// Stops and starts on the same data.
    pub async fn restart(self) -> Self {
        let kept = self.stop().await;
        kept.memory.reopen();
        Self::start_with(kept, |_| {}, NEVER).await
    }

    /// The code of a role in a room.
    pub fn code(&self, room: &str, role: Role) -> String {
        let room = (role != Role::Organiser).then_some(room);
        self.hub.registry.code(MEETING, room, role).unwrap()
    }

    /// Somebody who joins a room in a role, called by the role and the room.
    pub async fn seat(&self, room: &str, role: Role) -> Participant {
        let joined = self.join(&self.code(room, role), &format!("{role:?} of {room}")).await;
        joined.in_room(room)
    }

    /// A participant of room alpha.
    pub async fn participant(&self, name: &str) -> Participant {
        self.join(&self.code("alpha", Role::Participant), name).await
    }

    /// The chair of room alpha.
    pub async fn chair(&self) -> Participant {
        self.seat("alpha", Role::Chair).await
    }
}
