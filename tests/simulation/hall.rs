//! What outlives a crash: the disk, the clock on the wall, and the outcomes that were sealed. And the way to a hub on top of them.

use crate::disk::{Disk, Habits};
use crate::extent::Chance;
use futures_util::FutureExt;
use roundtable::clock::Clock;
use roundtable::hub::extended::Known;
use roundtable::hub::metrics::HubMetrics;
use roundtable::hub::news::News;
use roundtable::hub::plans::Origin;
use roundtable::hub::registry::Registry;
use roundtable::hub::seal::{NotSealed, Prepared, Records, Sealer, Turns};
use roundtable::hub::storage::Storage;
use roundtable::hub::{Hub, Services};
use roundtable::journal::memory::MemoryJournal;
use roundtable::journal::{Journal, Stream};
use roundtable::meeting;
use roundtable::room::Room;
use roundtable::room::event::Definition;
use roundtable::room::ids::{Millis, Seq};
use serde_json::json;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// The meeting's id.
pub const MEETING: &str = "simulation";
/// Its rooms.
pub const ROOMS: [&str; 2] = ["open", "veiled"];
/// When it takes place.
const NOON: i64 = 1_715_356_800_000;
/// A room without connections rests after this.
pub const IDLE_AFTER: Duration = Duration::from_secs(60);

/// The same join codes in every run: they are in the views.
static REGISTRY: LazyLock<Arc<Registry>> = LazyLock::new(|| {
    let registry = registry().now_or_never();
    Arc::new(registry.expect("a journal in memory never waits"))
});

async fn registry() -> Registry {
    let journal = MemoryJournal::new();
    let grant = |room: &str| json!([{ "meeting": MEETING, "room": room, "role": "participant" }, format!("CODE{}", room.len())]);
    let codes = json!({ "type": "codes-made", "codes": ROOMS.map(grant) });
    let record = codes.to_string().into_bytes().into();
    journal.append(&Stream::new("server"), 0, vec![record]).await.unwrap();
    let meeting = meeting::parse(include_str!("meeting.toml")).unwrap();
    Registry::open(&journal, Some((meeting, Origin::File)), "http://localhost")
        .await
        .unwrap()
}

/// A clock that goes with the runtime's, which stands still unless everybody waits.
struct WallClock(Instant);

impl Clock for WallClock {
    fn now(&self) -> Millis {
        Millis(NOON + i64::try_from(self.0.elapsed().as_millis()).unwrap())
    }

    fn not_before(&self, moment: Millis) {
        assert!(moment <= self.now(), "something is on record that has not happened yet");
    }
}

/// A hub, and what looks after its disk beside it.
pub struct Running {
    hub: Arc<Hub>,
    mending: JoinHandle<()>,
}

impl Deref for Running {
    type Target = Hub;

    fn deref(&self) -> &Hub {
        &self.hub
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.mending.abort();
    }
}

/// What outlives a crash.
pub struct Hall {
    pub disk: Disk,
    pub archive: Archive,
    pub room: &'static str,
    clock: Arc<WallClock>,
}

impl Hall {
    pub fn new(chance: &mut Chance) -> Self {
        let habits = Habits {
            slow: *chance.one_of(&[0, 10, 40]),
            fails: *chance.one_of(&[0, 0, 2, 6]),
        };
        Self {
            disk: Disk::new(Chance::with(chance.number()), habits),
            archive: Archive::new(Chance::with(chance.number())),
            room: ROOMS[usize::from(chance.percent(40))],
            clock: Arc::new(WallClock(Instant::now())),
        }
    }

    /// A server that starts.
    pub fn hub(&self) -> Running {
        let journal: Arc<dyn Journal> = Arc::new(self.disk.clone());
        let services = Services {
            storage: Storage::of(journal.clone()),
            journal,
            clock: self.clock.clone(),
            sealer: Arc::new(self.archive.clone()),
            sealing: Turns::default(),
            idle_after: IDLE_AFTER,
            metrics: HubMetrics::default(),
            news: News::default(),
            extended: Known::default(),
        };
        let hub = Arc::new(Hub::new(services, REGISTRY.clone()));
        let mended = hub.clone();
        Running {
            hub,
            mending: tokio::spawn(async move { mended.mend().await }),
        }
    }

    pub fn stream(&self) -> Stream {
        Stream::new(&format!("{MEETING}/{}", self.room))
    }

    /// How many records of the room are stored.
    pub async fn stored_seq(&self) -> u64 {
        let streams = self.disk.stored().streams().await.unwrap_or_default();
        let of_room = streams.into_iter().find(|(stream, _)| *stream == self.stream());
        of_room.map_or(0, |(_, seq)| seq)
    }

    /// All that is stored of the room.
    pub async fn records(&self) -> Vec<roundtable::journal::Record> {
        self.disk.stored().read(&self.stream(), 0, usize::MAX).await.unwrap()
    }
}

/// Where outcomes are sealed: it reads all that it is given, and keeps nothing but that it did.
#[derive(Clone)]
pub struct Archive(Arc<Mutex<Shelf>>);

struct Shelf {
    chance: Chance,
    fails_percent: u64,
    sealed: BTreeSet<u32>,
    /// What was wrong with what it was given. It is asked on another thread, where a test cannot stop.
    faults: Vec<String>,
}

impl Archive {
    fn new(chance: Chance) -> Self {
        Self(Arc::new(Mutex::new(Shelf {
            chance,
            fails_percent: 15,
            sealed: BTreeSet::new(),
            faults: Vec::new(),
        })))
    }

    /// From now on it does what it should.
    pub fn calm(&self) {
        self.0.lock().unwrap().fails_percent = 0;
    }

    /// The revisions that are sealed.
    pub fn sealed(&self) -> BTreeSet<u32> {
        self.0.lock().unwrap().sealed.clone()
    }

    /// What was wrong with what was to be sealed.
    pub fn faults(&self) -> Vec<String> {
        self.0.lock().unwrap().faults.clone()
    }

    fn fails(&self) -> Result<(), NotSealed> {
        let Shelf {
            chance, fails_percent, ..
        } = &mut *self.0.lock().unwrap();
        match chance.percent(*fails_percent) {
            true => Err(NotSealed::NotWritten("chance".to_owned())),
            false => Ok(()),
        }
    }
}

impl Sealer for Archive {
    fn prepare(&self, room: &Room, seq: Seq, records: &mut Records<'_>) -> Result<Box<dyn Prepared>, NotSealed> {
        self.fails()?;
        let positions: Result<Vec<Seq>, String> = records.map(|record| Ok(record?.0)).collect();
        let all: Vec<Seq> = (1..=seq.0).map(Seq).collect();
        if positions.as_ref() != Ok(&all) || room.closed_at.is_none() {
            let fault = format!("revision {} at {seq:?} from {positions:?}", room.revision);
            self.0.lock().unwrap().faults.push(fault);
        }
        Ok(Box::new(Folder {
            archive: self.clone(),
            revision: room.revision,
        }))
    }

    fn is_sealed(&self, _: &Definition, revision: u32) -> bool {
        self.sealed().contains(&revision)
    }
}

/// An outcome that is not in its place yet.
struct Folder {
    archive: Archive,
    revision: u32,
}

impl Prepared for Folder {
    fn commit(self: Box<Self>) -> Result<(), NotSealed> {
        self.archive.fails()?;
        self.archive.0.lock().unwrap().sealed.insert(self.revision);
        Ok(())
    }
}
