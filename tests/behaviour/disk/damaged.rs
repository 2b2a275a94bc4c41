//! A journal that was damaged while no server ran: bits that flipped, pages that were zeroed or swapped, files that were cut. Whatever is
//! served afterwards is what it was; where it can't be, the file or the room is named, with what to do.

use super::limit;
use crate::extent::{Chance, extent};
use crate::support::author::Author;
use crate::support::child::{ChildServer, run as command, said};
use crate::support::door::{Participant, ask};
use crate::support::run;
use reqwest::Method;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const PAGE_BYTES: usize = 4_096;

/// What is done to the journal.
#[derive(Debug, Clone, Copy)]
enum Damage {
    FlippedBits,
    ZeroedPage,
    SwappedPages,
    CutFile,
    /// Of the log, which holds what was written last, the middle.
    FlippedLog,
}

const DAMAGES: [Damage; 5] = [
    Damage::FlippedBits,
    Damage::ZeroedPage,
    Damage::SwappedPages,
    Damage::CutFile,
    Damage::FlippedLog,
];

impl Damage {
    fn is_done_to(self, data: &Path, chance: &mut Chance) {
        let path = self.file(data);
        let mut file = fs::read(&path).unwrap();
        let mut below = |end: usize| usize::try_from(chance.below(end as u64)).unwrap();
        let pages = file.len() / PAGE_BYTES;
        match self {
            Self::FlippedBits => {
                let page = below(pages) * PAGE_BYTES;
                for _ in 0..8 {
                    file[page + below(PAGE_BYTES)] ^= 1 << below(8);
                }
            }
            Self::ZeroedPage => {
                let page = below(pages) * PAGE_BYTES;
                file[page..page + PAGE_BYTES].fill(0);
            }
            Self::SwappedPages => {
                let (one, other) = (below(pages) * PAGE_BYTES, below(pages) * PAGE_BYTES);
                let kept = file[one..one + PAGE_BYTES].to_vec();
                file.copy_within(other..other + PAGE_BYTES, one);
                file[other..other + PAGE_BYTES].copy_from_slice(&kept);
            }
            Self::CutFile => file.truncate(below(file.len())),
            Self::FlippedLog => {
                // The commit that was the last of all can't be told from one that was under way.
                let used = file.iter().rposition(|byte| *byte != 0).unwrap();
                let at = below(used * 3 / 4);
                file[at] ^= 1 << below(8);
            }
        }
        fs::write(path, file).unwrap();
    }

    fn file(self, data: &Path) -> PathBuf {
        data.join(match self {
            Self::FlippedLog => "journal.db-wal",
            _ => "journal.db",
        })
    }
}

/// Two rooms with something in them, seen as somebody saw them, in a data directory that nobody has open.
struct Scene {
    chairs: Vec<Participant>,
    seen: Vec<(Value, String)>,
}

impl Scene {
    async fn at(data: &Path) -> Self {
        let mut child = ChildServer::start(data);
        let links = child.links();
        let mut chairs = Vec::new();
        for room in 0..2 {
            let code = links["rooms"][room]["chair"]["code"].as_str().unwrap();
            chairs.push(child.door.join(code, "Chair").await);
        }
        for (chair, client) in chairs.iter().zip(1..) {
            for number in 0..15 {
                chair.order(limit(30 + number)).await;
                let question = format!("What of {}? {}", number, "x".repeat(300));
                let draft =
                    json!({ "tool": "polls", "do": "draft", "question": question, "kind": "single", "options": ["a", "b"] });
                chair.order(draft).await;
            }
            let mut author = Author::live(chair, client).await;
            author.write("Said before the damage").await;
            author.wait_for_answers().await;
        }
        let seen = Self::seen(&chairs).await;
        child.kill();
        Self { chairs, seen }
    }

    async fn seen(chairs: &[Participant]) -> Vec<(Value, String)> {
        let mut seen = Vec::new();
        for (chair, client) in chairs.iter().zip(90..) {
            let view = chair.look().await["view"].clone();
            seen.push((view, Author::live(chair, client).await.text()));
        }
        seen
    }

    /// Each room is as it was, or it says that it can't be read and the server's log says which and why.
    async fn is_served_or_named(&self, mut child: ChildServer, what: &str) -> usize {
        let mut damaged = Vec::new();
        for (chair, seen) in self.chairs.iter().zip(&self.seen) {
            let chair = chair.at(&child.door);
            let answer = ask(chair.request(Method::GET, &chair.path(""))).await;
            if answer.status == 200 {
                assert_eq!(answer.body["view"], seen.0, "{what}: {} shows something else", chair.room);
                assert_eq!(
                    Author::live(&chair, 95).await.text(),
                    seen.1,
                    "{what}: other notes in {}",
                    chair.room
                );
            } else {
                assert_eq!((answer.status, answer.code()), (503, "storage-fault"), "{what}: {answer:?}");
                damaged.push(format!("'tests/{}' is damaged", chair.room));
            }
        }
        child.kill();
        let log = child.log();
        for named in &damaged {
            assert!(
                log.contains(named) && log.contains("restore a backup"),
                "{what}: no “{named}” in {log}"
            );
        }
        damaged.len()
    }
}

fn copy_of(data: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(data).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
}

/// Folds the log into the file, as a server does that stops.
fn settled(data: &Path) {
    ChildServer::start(data).terminate();
}

/// What became of the journals.
#[derive(Default)]
struct Tally {
    refused: usize,
    rooms_named: usize,
    harmless: usize,
}

/// Every kind of damage, each to a copy of the same data.
async fn every_damage(chance: &mut Chance, tally: &mut Tally) {
    let folder = tempfile::tempdir().unwrap();
    let (torn, whole) = (folder.path().join("torn"), folder.path().join("whole"));
    let scene = Scene::at(&torn).await;
    copy_of(&torn, &whole);
    settled(&whole);
    for damage in DAMAGES {
        let data = folder.path().join(format!("{damage:?}"));
        copy_of(if matches!(damage, Damage::FlippedLog) { &torn } else { &whole }, &data);
        damage.is_done_to(&data, chance);
        let what = format!("{damage:?}");
        let looked = said(&command(["links", "--data", data.to_str().unwrap()]).stderr);
        assert!(!looked.contains("panicked"), "{what}: {looked}");
        match ChildServer::try_start(&data) {
            Err(said) => {
                tally.refused += 1;
                let is_named = said.contains("journal.db") || said.contains("'server' is damaged");
                assert!(is_named && said.contains("restore a backup"), "{what}: {said}");
                assert!(!said.contains("panicked"), "{what}: {said}");
            }
            Ok(child) => match scene.is_served_or_named(child, &what).await {
                0 => tally.harmless += 1,
                rooms => tally.rooms_named += rooms,
            },
        }
    }
}

#[test]
fn a_damaged_journal_is_named_and_never_served_as_true() {
    let mut chance = Chance::of("damaged");
    let mut tally = Tally::default();
    let rounds = extent(1, 30);
    for _ in 0..rounds {
        run(every_damage(&mut chance, &mut tally));
    }
    let Tally {
        refused,
        rooms_named,
        harmless,
    } = tally;
    let damaged = rounds * DAMAGES.len();
    println!(
        "{damaged} damaged journals: {refused} refused at the start, {rooms_named} rooms named, {harmless} harmless, none served wrongly"
    );
    assert!(refused + rooms_named > 0, "nothing was found");
}
