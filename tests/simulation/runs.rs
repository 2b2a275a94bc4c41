//! Runs of seeds: many, each of which prints itself when it fails, and some twice.

use crate::extent::{Chance, extent};
use crate::ledger;
use crate::story::{Figures, Story};
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, Once};
use std::time::{Duration, Instant};

/// Seeds of the two forms.
const SEEDS: (u64, u64) = (120, 20_000);
/// Seeds that every thread runs, to be compared.
const TWICE: (u64, u64) = (8, 200);
/// Runs at once.
const THREADS: u64 = 2;
/// Stack of a thread that touches notes, as in the real server.
const STACK_BYTES: usize = 16 << 20;

thread_local! {
    static PANICS: Cell<u64> = const { Cell::new(0) };
}

/// A panic in a room's task ends the room and nothing else; here it is a failure.
fn count_panics() {
    static COUNTING: Once = Once::new();
    COUNTING.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |told| {
            PANICS.set(PANICS.get() + 1);
            before(told);
        }));
    });
}

/// One run, from its seed to its judgement.
fn run(seed: u64) -> Result<Figures, String> {
    PANICS.set(0);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    let story = async { Story::begin(seed).await.play().await };
    let figures = panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(story)));
    match figures {
        Ok(figures) if PANICS.get() == 0 => Ok(figures),
        _ => Err(format!(
            "{}TEST_SEED={seed} TEST_SEEDS=1 runs it again\n",
            ledger::last_events()
        )),
    }
}

fn number(name: &str) -> Option<u64> {
    Some(std::env::var(name).ok()?.parse().expect("it is a whole number"))
}

/// On a thread like those of the server.
fn on_threads(work: impl Fn() + Sync) {
    std::thread::scope(|scope| {
        let spawn = |_| {
            std::thread::Builder::new()
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, &work)
                .unwrap()
        };
        (0..THREADS)
            .map(spawn)
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|thread| thread.join().unwrap());
    });
}

#[test]
#[allow(clippy::disallowed_methods, reason = "how long it took is told, and decides nothing")]
fn whatever_happens_in_a_room_what_anybody_was_told_is_what_is_stored() {
    count_panics();
    let first = Chance::of("simulation").seed();
    let seeds = number("TEST_SEEDS").unwrap_or(extent(SEEDS.0, SEEDS.1));
    let (next, failed) = (AtomicU64::new(0), AtomicBool::new(false));
    let total = Mutex::new(Figures::default());
    let began = Instant::now();
    on_threads(|| {
        while !failed.load(Ordering::Relaxed) {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= seeds {
                return;
            }
            match run(first.wrapping_add(number)) {
                Ok(figures) => total.lock().unwrap().add(figures),
                Err(events) => {
                    failed.store(true, Ordering::Relaxed);
                    println!("after {number} seeds:\n{events}");
                }
            }
        }
    });
    assert!(!failed.into_inner(), "a seed failed; its last events are above");
    println!("{}", told(seeds, began.elapsed(), &total.into_inner().unwrap()));
}

fn told(seeds: u64, took: Duration, total: &Figures) -> String {
    let per_minute = seeds * 60_000 / u64::try_from(took.as_millis()).unwrap().max(1);
    let Figures {
        commands,
        frames,
        records,
        ballots,
        crashes,
        lost,
        failed_writes,
        ..
    } = total;
    format!(
        "simulation: {seeds} seeds in {:.1} s, {per_minute} per minute: {commands} commands, {ballots} ballots, {records} records, {frames} frames read, \
         {crashes} crashes, {failed_writes} failed writes, {lost} connections lost; nothing else than what is stored was told",
        took.as_secs_f64()
    )
}

#[test]
fn a_seed_is_the_same_run_every_time() {
    count_panics();
    let mut chance = Chance::of("simulation twice");
    let seeds: Vec<u64> = (0..extent(TWICE.0, TWICE.1)).map(|_| chance.number()).collect();
    let fingerprints = Mutex::new(Vec::new());
    on_threads(|| {
        let run = |seed: &u64| run(*seed).unwrap_or_else(|events| panic!("{events}")).fingerprint;
        let of_thread: Vec<u64> = seeds.iter().map(run).collect();
        fingerprints.lock().unwrap().push(of_thread);
    });
    for of_thread in fingerprints.lock().unwrap().windows(2) {
        let differs = (0..seeds.len()).find(|index| of_thread[0][*index] != of_thread[1][*index]);
        assert_eq!(
            differs.map(|index| seeds[index]),
            None,
            "a seed was another run on another thread"
        );
    }
}

impl Figures {
    fn add(&mut self, other: Figures) {
        self.commands += other.commands;
        self.frames += other.frames;
        self.records += other.records;
        self.ballots += other.ballots;
        self.crashes += other.crashes;
        self.lost += other.lost;
        self.failed_writes += other.failed_writes;
    }
}
