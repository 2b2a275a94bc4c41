//! Gives a decoder many inputs on a thread like the server's, and measures: inputs, how many were accepted, the slowest, and memory.

use crate::extent::Chance;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

/// Stack of the server's threads.
const STACK_BYTES: usize = 16 << 20;
/// An input that takes longer than this hangs.
const HANGS_AFTER: Duration = Duration::from_secs(30);
/// Processor time that one input may take, in a build without optimisation.
const SLOWEST: Duration = Duration::from_millis(250);
/// The system counts a thread's time in pieces of this length.
const TICK: Duration = Duration::from_millis(10);
/// Memory by which the process may grow while one decoder is at work: the room at hand, and some slack.
const GROWTH_KIB_MAX: u64 = 192 << 10;
/// Inputs between two looks at the memory.
const LOOK_EVERY: u64 = 512;

/// Harnesses take turns, so that the memory of one is not blamed on another.
static TURN: Mutex<()> = Mutex::new(());

/// What was measured.
#[derive(Debug, Default)]
pub struct Figures {
    pub inputs: u64,
    pub accepted: u64,
    slowest: Duration,
    slowest_is: String,
    growth_kib: u64,
}

/// Counts and times inputs.
pub struct Meter {
    what: &'static str,
    figures: Figures,
    watch: Stopwatch,
    heart: Arc<AtomicU64>,
    resident_kib: u64,
}

impl Meter {
    /// Gives one input to a decoder, which says whether it took it. A panic is shown with its input.
    pub fn input(&mut self, bytes: &[u8], decoder: impl FnOnce(&[u8]) -> bool) -> bool {
        self.heart.fetch_add(1, Ordering::Relaxed);
        let (begun, before) = (Instant::now(), self.watch.now());
        let accepted = catch_unwind(AssertUnwindSafe(|| decoder(bytes)));
        let took = begun.elapsed().min(self.watch.now().saturating_sub(before) + TICK);
        let accepted = accepted.unwrap_or_else(|panic| {
            println!("{}: panics at input {}: {}", self.what, self.figures.inputs, shown(bytes));
            resume_unwind(panic)
        });
        self.figures.inputs += 1;
        self.figures.accepted += u64::from(accepted);
        if took > self.figures.slowest {
            self.figures.slowest = took;
            self.figures.slowest_is = shown(bytes);
        }
        if self.figures.inputs.is_multiple_of(LOOK_EVERY) {
            self.look_at_memory();
        }
        accepted
    }

    /// How many there were.
    pub fn inputs(&self) -> u64 {
        self.figures.inputs
    }

    fn look_at_memory(&mut self) {
        let peak = memory_kib("VmHWM:").saturating_sub(self.resident_kib);
        self.figures.growth_kib = self.figures.growth_kib.max(peak);
    }
}

/// Runs a harness on a thread like the server's, in its turn, and prints its figures.
pub fn run(what: &'static str, harness: impl FnOnce(&mut Meter, &mut Chance) + Send + 'static) -> Figures {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut chance = Chance::of(what);
    // Not by way of the test's own output, which is lost when the process aborts.
    let _ = writeln!(std::io::stderr(), "{what}: begins with {chance:?}");
    forget_peak();
    let heart = Arc::new(AtomicU64::new(0));
    let beating = heart.clone();
    let (done, waiting) = mpsc::channel::<()>();
    let started = Instant::now();
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || {
        let _done = done;
        let mut meter = Meter {
            what,
            figures: Figures::default(),
            watch: Stopwatch::of_this_thread(),
            heart: beating,
            resident_kib: memory_kib("VmRSS:"),
        };
        harness(&mut meter, &mut chance);
        meter.look_at_memory();
        meter.figures
    });
    let mut beats = 0;
    while let Err(mpsc::RecvTimeoutError::Timeout) = waiting.recv_timeout(HANGS_AFTER) {
        let now = heart.load(Ordering::Relaxed);
        assert_ne!(now, beats, "{what}: input {now} hangs");
        beats = now;
    }
    let figures = thread.unwrap().join().unwrap_or_else(|panic| resume_unwind(panic));
    println!(
        "{what}: {} inputs in {:.1} s, {:.1} % accepted, slowest {:.1} ms, memory grew by {} kB",
        figures.inputs,
        started.elapsed().as_secs_f64(),
        100.0 * figures.accepted as f64 / figures.inputs.max(1) as f64,
        figures.slowest.as_secs_f64() * 1_000.0,
        figures.growth_kib,
    );
    assert!(
        figures.slowest < SLOWEST,
        "{what}: {:?} for {}",
        figures.slowest,
        figures.slowest_is
    );
    assert!(
        figures.growth_kib < GROWTH_KIB_MAX,
        "{what}: grew by {} kB",
        figures.growth_kib
    );
    figures
}

/// The bytes as digits, or the head of them where they are many.
fn shown(bytes: &[u8]) -> String {
    let head: String = bytes.iter().take(400).map(|byte| format!("{byte:02x}")).collect();
    format!("{} bytes {head}", bytes.len())
}

/// Processor time of this thread, so that a busy machine does not count; time of the clock where the system does not tell it.
pub struct Stopwatch {
    file: Option<File>,
    started: Instant,
}

impl Stopwatch {
    /// Of the thread that asks.
    pub fn of_this_thread() -> Self {
        Self {
            file: File::open("/proc/thread-self/schedstat").ok(),
            started: Instant::now(),
        }
    }

    /// Time so far.
    pub fn now(&self) -> Duration {
        let mut text = [0; 64];
        let read = self.file.as_ref().and_then(|file| file.read_at(&mut text, 0).ok());
        let on_processor = read
            .and_then(|length| std::str::from_utf8(&text[..length]).ok())
            .and_then(|text| text.split_whitespace().next()?.parse().ok());
        on_processor.map_or_else(|| self.started.elapsed(), Duration::from_nanos)
    }
}

/// One line of the process's own status.
fn memory_kib(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|text| text.strip_prefix(line));
    found
        .and_then(|rest| rest.split_whitespace().next()?.parse().ok())
        .unwrap_or_default()
}

/// From now on the peak is counted anew, where the system lets us.
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
