//! What the journal has after a kill, against what people were shown before it.

use super::workers::Log;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::journal::{Journal, Stream};
use roundtable::room::Room;
use roundtable::room::ids::Seq;
use roundtable::room::record::Record;
use roundtable::room::touched::Section;
use roundtable::room::view::Audience;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// A short name of what a view says.
pub fn fingerprint(view: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    view.hash(&mut hasher);
    hasher.finish()
}

/// Follows the journal of room alpha without any server: what it shows is what is on disk.
pub struct Follower {
    room: Room,
    seq: u64,
    /// Commands by their ids: where each took effect, and what it made.
    done: HashMap<String, (u64, Option<String>)>,
}

impl Follower {
    pub fn new() -> Self {
        Self {
            room: Room::new(),
            seq: 0,
            done: HashMap::new(),
        }
    }

    /// Reads on to the end. On the way everything that was shown has to be found as it was shown.
    pub async fn follow(&mut self, data: &Path, logs: &[Log]) {
        let shown = gathered(logs);
        let journal = SqliteJournal::open_read_only(&data.join("journal.db")).unwrap();
        let records = journal.read(&Stream::new("tests/alpha"), self.seq, usize::MAX).await.unwrap();
        self.compare(&shown);
        for record in records {
            self.take(record.seq, &Record::decode(&record.payload).unwrap());
            self.compare(&shown);
        }
        let latest = shown.keys().map(|(_, seq)| *seq).max().unwrap_or(0);
        assert!(
            latest <= self.seq,
            "record {latest} was shown, and the journal ends at {}",
            self.seq
        );
    }

    fn take(&mut self, seq: u64, record: &Record) {
        self.seq = seq;
        self.room.begin_record(Seq(seq));
        for event in &record.events {
            self.room.apply(&record.stamp(), event);
        }
        self.room.notes.flush();
        if let Some(id) = record.request {
            let twice = self.done.insert(id.to_string(), (seq, record.made.clone()));
            assert_eq!(twice, None, "the command {id} was done twice");
        }
    }

    fn compare(&self, shown: &BTreeMap<(usize, u64), u64>) {
        for audience in Audience::ALL {
            if let Some(view) = shown.get(&(audience as usize, self.seq)) {
                assert_eq!(
                    self.now(audience).1,
                    *view,
                    "{audience:?} was shown something else at {}",
                    self.seq
                );
            }
        }
    }

    /// Where it stands, and what it shows to an audience.
    pub fn now(&self, audience: Audience) -> (u64, u64) {
        let sections = Section::ALL.map(|section| (section.key().to_owned(), self.room.render(audience, section)));
        (self.seq, fingerprint(&Value::Object(Map::from_iter(sections))))
    }

    /// Whatever was answered with `done` is there, once, where the answer said.
    pub fn has_done(&self, log: &Log) {
        for (command, answer) in &log.done {
            let found = self.done.get(command["id"].as_str().unwrap());
            let promised = (answer["seq"].as_u64().unwrap(), answer["made"].as_str().map(str::to_owned));
            assert_eq!(found, Some(&promised), "{command} was acknowledged with {answer}");
        }
    }
}

/// All views by audience and position; two who stand at the same must have been shown the same.
fn gathered(logs: &[Log]) -> BTreeMap<(usize, u64), u64> {
    let mut all = BTreeMap::new();
    for log in logs {
        for (seq, view) in &log.shown {
            let known = all.insert((log.audience as usize, *seq), *view);
            assert!(
                known.is_none_or(|known| known == *view),
                "two were shown different rooms at {seq}"
            );
        }
    }
    all
}
