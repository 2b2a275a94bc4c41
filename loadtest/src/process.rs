//! CPU time and memory of a process, from /proc. Elsewhere than on Linux there are no such figures.

use std::fs;
use std::time::Duration;

/// The unit of CPU times in /proc: Linux shows hundredths of a second to every program, whatever the kernel's own tick.
const TICKS_PER_SECOND: u64 = 100;

/// A process that is measured.
#[derive(Debug, Clone)]
pub struct Process {
    folder: String,
}

impl Process {
    /// The process with this id.
    pub fn with_id(id: u32) -> Self {
        Self {
            folder: format!("/proc/{id}"),
        }
    }

    /// This process.
    pub fn this() -> Self {
        Self {
            folder: "/proc/self".into(),
        }
    }

    /// CPU time so far, of all threads, in user and kernel mode. The process's own count has threads that are gone, but in
    /// hundredths of a second; that of its threads is to the nanosecond. Neither ever says too much, so the larger is nearer.
    pub fn cpu(&self) -> Option<Duration> {
        let whole = cpu_in(&fs::read_to_string(format!("{}/stat", self.folder)).ok()?)?;
        Some(whole.max(self.cpu_of_threads().unwrap_or_default()))
    }

    fn cpu_of_threads(&self) -> Option<Duration> {
        let threads = fs::read_dir(format!("{}/task", self.folder)).ok()?;
        let times = threads.filter_map(|thread| run_time_in(&fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?));
        Some(times.sum())
    }

    /// Resident memory, bytes.
    pub fn memory(&self) -> Option<u64> {
        memory_in(&fs::read_to_string(format!("{}/status", self.folder)).ok()?)
    }
}

/// The program's name stands in brackets and may hold anything; the fields are counted from behind it.
fn cpu_in(stat: &str) -> Option<Duration> {
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let user: u64 = fields.get(11)?.parse().ok()?;
    let kernel: u64 = fields.get(12)?.parse().ok()?;
    Some(Duration::from_millis((user + kernel) * 1000 / TICKS_PER_SECOND))
}

/// The first of a thread's numbers: how long it ran, in nanoseconds.
fn run_time_in(schedstat: &str) -> Option<Duration> {
    Some(Duration::from_nanos(schedstat.split_whitespace().next()?.parse().ok()?))
}

fn memory_in(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cpu_time_is_user_and_kernel_time_even_if_the_name_has_brackets() {
        let stat = "42 (a) b) S 1 42 42 0 -1 4194560 100 0 0 0 250 50 7 7 20 0 4 0 1000 1 1";
        assert_eq!(cpu_in(stat), Some(Duration::from_secs(3)));
    }

    #[test]
    fn a_threads_time_is_exact() {
        assert_eq!(run_time_in("123456789 42 7\n"), Some(Duration::from_nanos(123_456_789)));
        assert_eq!(run_time_in(""), None);
    }

    #[test]
    fn memory_is_the_resident_size() {
        assert_eq!(memory_in("Name:\tx\nVmSize:\t 9 kB\nVmRSS:\t  2048 kB\n"), Some(2_097_152));
        assert_eq!(memory_in("Name:\tx\n"), None);
    }

    #[test]
    fn a_process_that_is_not_there_has_no_figures() {
        assert_eq!(Process::with_id(u32::MAX).cpu(), None);
    }
}
