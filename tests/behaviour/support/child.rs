//! The real binary as a process of its own: to be killed, to be told to stop, and for its command line.

use super::door::Door;
use super::server::MEETING_FILE;
#[cfg(target_os = "linux")]
use super::shim::Shim;
use roundtable::journal::sqlite::SqliteJournal;
use roundtable::journal::{Journal, Recovered, Stream};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::JoinHandle;

/// The binary, without any settings of whoever runs the tests.
pub fn roundtable() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roundtable"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("ROUNDTABLE_")) {
        command.env_remove(name);
    }
    command
}

/// Runs the binary to its end.
pub fn run<const COUNT: usize>(arguments: [&str; COUNT]) -> Output {
    roundtable().args(arguments).output().unwrap()
}

/// What a finished process said on one of its two outputs.
pub fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What the journal of a data directory has of room alpha, while a server writes it or after it has ended.
pub async fn recovered(data: &Path) -> Recovered {
    let journal = SqliteJournal::open_read_only(&data.join("journal.db")).unwrap();
    journal.recover(&Stream::new("tests/alpha")).await.unwrap()
}

/// A server process.
pub struct ChildServer {
    pub door: Door,
    pub data: PathBuf,
    process: Child,
    log: Option<JoinHandle<String>>,
}

impl ChildServer {
    /// Starts `roundtable serve` on a data directory and waits until it listens.
    pub fn start(data: &Path) -> Self {
        Self::start_with(data, &["--listen", "127.0.0.1:0"])
    }

    /// The same with settings of one's own; `--listen` has to be among them.
    pub fn start_with(data: &Path, settings: &[&str]) -> Self {
        Self::start_meeting(data, MEETING_FILE, settings)
    }

    /// The same with a meeting file of one's own.
    pub fn start_meeting(data: &Path, file: &str, settings: &[&str]) -> Self {
        Self::spawn(data, file, settings, "info", |_| {})
    }

    /// Starts a server for which something stands between it and its machine.
    #[cfg(target_os = "linux")]
    pub fn start_behind(data: &Path, shim: &Shim) -> Self {
        let settings = ["--listen", "127.0.0.1:0"];
        Self::spawn(data, MEETING_FILE, &settings, "info", |command| shim.put_before(command))
    }

    /// The same with a meeting file of one's own.
    #[cfg(target_os = "linux")]
    pub fn start_meeting_behind(data: &Path, file: &str, shim: &Shim) -> Self {
        let settings = ["--listen", "127.0.0.1:0"];
        Self::spawn(data, file, &settings, "info", |command| shim.put_before(command))
    }

    /// Starts a server that logs everything it can.
    pub fn start_talkative(data: &Path) -> Self {
        Self::spawn(data, MEETING_FILE, &["--listen", "127.0.0.1:0"], "trace", |_| {})
    }

    /// The same with a meeting file of one's own.
    pub fn start_talkative_meeting(data: &Path, file: &str) -> Self {
        Self::spawn(data, file, &["--listen", "127.0.0.1:0"], "trace", |_| {})
    }

    /// Starts a server on data that may not do; what it said where it ended at once.
    pub fn try_start(data: &Path) -> Result<Self, String> {
        Self::try_spawn(data, MEETING_FILE, &["--listen", "127.0.0.1:0"], "info", |_| {})
    }

    fn spawn(data: &Path, file: &str, settings: &[&str], log: &str, prepare: impl FnOnce(&mut Command)) -> Self {
        let spawned = Self::try_spawn(data, file, settings, log, prepare);
        spawned.unwrap_or_else(|said| panic!("the server ended at once: {said}"))
    }

    fn try_spawn(
        data: &Path,
        file: &str,
        settings: &[&str],
        log: &str,
        prepare: impl FnOnce(&mut Command),
    ) -> Result<Self, String> {
        let meeting = data.with_extension("toml");
        std::fs::write(&meeting, file).unwrap();
        let mut command = roundtable();
        prepare(&mut command);
        let mut process = command
            .arg("serve")
            .arg(&meeting)
            .args(settings)
            .arg("--data")
            .arg(data)
            .env("ROUNDTABLE_LOG", log)
            .stdout(File::create(output_of(data)).unwrap())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap());
        let mut first = String::new();
        let address = loop {
            let start = first.len();
            let read = lines.read_line(&mut first).unwrap();
            if read == 0 {
                process.wait().unwrap();
                return Err(first);
            }
            let line: Value = serde_json::from_str(&first[start..]).unwrap_or_default();
            if line["message"] == "listening" {
                break line["address"].as_str().unwrap().parse().unwrap();
            }
        };
        // Somebody has to read on, or the server would wait for its log to be taken.
        let log = std::thread::spawn(move || {
            let mut all = first;
            let _ = lines.read_to_string(&mut all);
            all
        });
        Ok(Self {
            door: Door::new(address),
            data: data.to_owned(),
            process,
            log: Some(log),
        })
    }

    /// The process's id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// The links, as `roundtable links --json` prints them beside the running server.
    pub fn links(&self) -> Value {
        links(&self.data)
    }

    /// The code of a role, as it is named in the links, in room alpha.
    pub fn code(&self, role: &str) -> String {
        let links = self.links();
        let link = if role == "organiser" {
            &links[role]
        } else {
            &links["rooms"][0][role]
        };
        link["code"].as_str().unwrap().to_owned()
    }

    /// Ends the process at once, as a power cut does.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Asks the process to stop, waits for its end, and answers with its exit and all that it logged.
    pub fn terminate(&mut self) -> (ExitStatus, String) {
        let id = self.process.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(sent.success());
        let exit = self.process.wait().unwrap();
        (exit, self.log())
    }

    /// All that the process said on its standard output; waits for nothing.
    pub fn output(&self) -> String {
        std::fs::read_to_string(output_of(&self.data)).unwrap()
    }

    /// All that the process logged; waits for its end.
    pub fn log(&mut self) -> String {
        self.log.take().unwrap().join().unwrap()
    }
}

impl Drop for ChildServer {
    fn drop(&mut self) {
        // It has ended already where the test went well.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Where the standard output of a server on this data directory goes.
fn output_of(data: &Path) -> PathBuf {
    data.with_extension("stdout")
}

/// What `roundtable links --json` prints.
pub fn links(data: &Path) -> Value {
    let output = run(["links", "--json", "--data", data.to_str().unwrap()]);
    assert!(output.status.success(), "{}", said(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}
