//! A server that the test starts itself, with a meeting of as many rooms as it needs, and can kill.

use crate::codes::Links;
use crate::fault::Fault;
use crate::settings::Settings;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

/// How long a server may take until it listens.
const LISTENING_MAX: Duration = Duration::from_secs(120);

/// How long its codes may take, and how often they are asked for.
const LINKS_MAX: Duration = Duration::from_secs(10);
const AGAIN: Duration = Duration::from_millis(100);

/// How often it is tried.
const TRY: Duration = Duration::from_millis(1);

/// A running server.
#[derive(Debug)]
pub struct Server {
    program: Vec<String>,
    data: PathBuf,
    meeting: PathBuf,
    port: u16,
    child: Child,
}

impl Server {
    /// Starts the program (its words may begin with another program that starts it, as `taskset -c 0 …`) on a free port, and
    /// waits until it listens. Where no meeting is given, it is one of so many rooms.
    pub async fn start(program: &str, data: &Path, meeting: Option<&Path>, rooms: usize) -> Result<Self, Fault> {
        let program: Vec<String> = program.split_whitespace().map(str::to_owned).collect();
        fs::create_dir_all(data).map_err(|error| failed_with(data, error))?;
        let made = meeting_file(data);
        if meeting.is_none() && !made.exists() {
            fs::write(&made, meeting_of(rooms)).map_err(|error| failed_with(&made, error))?;
        }
        let meeting = meeting.map_or(made, Path::to_owned);
        let port = free_port()?;
        let child = spawn(&program, data, &meeting, port)?;
        let mut server = Self {
            program,
            data: data.to_owned(),
            meeting,
            port,
            child,
        };
        server.wait_until_it_listens().await?;
        Ok(server)
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The codes of its rooms, as the program prints them. It is asked again where it fails while the server starts.
    pub async fn links(&self) -> Result<Links, Fault> {
        let started = Instant::now();
        loop {
            let mut command = command(&self.program)?;
            command.args(["links", "--json", "--data"]).arg(&self.data);
            let printed = command.output().map_err(|error| failed(&error.to_string()))?;
            if printed.status.success() || started.elapsed() > LINKS_MAX {
                let why = |error: serde_json::Error| format!("{error} {}", String::from_utf8_lossy(&printed.stderr));
                return serde_json::from_slice(&printed.stdout).map_err(|error| Fault::Codes(why(error)));
            }
            sleep(AGAIN).await;
        }
    }

    /// Kills it in the middle of whatever it does, and starts it again at the same place. The answer is when it was started.
    pub async fn kill_and_start(&mut self) -> Result<Instant, Fault> {
        self.kill();
        let started = Instant::now();
        self.child = spawn(&self.program, &self.data, &self.meeting, self.port)?;
        Ok(started)
    }

    /// Waits until it takes connections.
    pub async fn wait_until_it_listens(&mut self) -> Result<(), Fault> {
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
            let ended = self.child.try_wait().map_err(|error| failed(&error.to_string()))?;
            if let Some(status) = ended {
                return Err(failed(&format!(
                    "it ended with {status}; its output is in {}",
                    log_file(&self.data).display()
                )));
            }
            if started.elapsed() > LISTENING_MAX {
                return Err(failed("it does not listen"));
            }
            sleep(TRY).await;
        }
        Ok(())
    }

    fn kill(&mut self) {
        // It may have ended by itself, which whoever waits for it finds out.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Where a server keeps its data; gone afterwards, with what stands beside it, where nobody chose it.
#[derive(Debug)]
pub struct DataFolder {
    /// The data directory.
    pub path: PathBuf,
    is_kept: bool,
}

impl DataFolder {
    /// As the settings say.
    pub fn of(settings: &Settings) -> Self {
        match &settings.data {
            Some(path) => Self {
                path: path.clone(),
                is_kept: true,
            },
            None => Self {
                path: std::env::temp_dir().join(format!("loadtest-data-{}", std::process::id())),
                is_kept: false,
            },
        }
    }
}

impl Drop for DataFolder {
    fn drop(&mut self) {
        if !self.is_kept {
            // What cannot be taken away stays among the system's temporary files.
            let _ = fs::remove_dir_all(&self.path);
            let _ = fs::remove_file(meeting_file(&self.path));
            let _ = fs::remove_file(log_file(&self.path));
        }
    }
}

/// Beside the data directory, which is the server's alone.
fn meeting_file(data: &Path) -> PathBuf {
    data.with_extension("toml")
}

fn log_file(data: &Path) -> PathBuf {
    data.with_extension("log")
}

fn spawn(program: &[String], data: &Path, meeting: &Path, port: u16) -> Result<Child, Fault> {
    let log = log_file(data);
    let out = File::create(&log).map_err(|error| failed_with(&log, error))?;
    let also = out.try_clone().map_err(|error| failed_with(&log, error))?;
    let mut command = command(program)?;
    command.arg("serve").arg(meeting).arg("--data").arg(data);
    command.args(["--listen", &format!("127.0.0.1:{port}")]);
    // Few of its phones do what a thousand people would.
    command.env("ROUNDTABLE_ALLOWANCE", "10000");
    command.stdin(Stdio::null()).stdout(out).stderr(also);
    command.spawn().map_err(|error| failed(&error.to_string()))
}

fn command(program: &[String]) -> Result<Command, Fault> {
    let (first, rest) = program
        .split_first()
        .ok_or_else(|| Fault::Settings("--server needs a program".into()))?;
    let mut command = Command::new(first);
    command.args(rest);
    Ok(command)
}

fn free_port() -> Result<u16, Fault> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener
        .map(|address| address.port())
        .map_err(|error| failed(&error.to_string()))
}

fn failed(why: &str) -> Fault {
    Fault::Connection {
        what: "starting the server".into(),
        why: why.to_owned(),
    }
}

fn failed_with(file: &Path, error: std::io::Error) -> Fault {
    Fault::File {
        file: file.to_owned(),
        error,
    }
}

/// A meeting file of so many rooms in which everybody may write.
pub fn meeting_of(rooms: usize) -> String {
    let head = "id = \"load\"\ntitle = \"Load test\"\ndate = \"2026-01-01\"\ntimezone = \"UTC\"\n".to_owned();
    let room = |n| format!("\n[[rooms]]\nid = \"room-{n}\"\ntitle = \"Room {n}\"\nwriters = \"everyone\"\n");
    head + &(1..=rooms).map(room).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_has_as_many_rooms_as_are_needed() {
        let meeting = meeting_of(3);
        assert_eq!(meeting.matches("[[rooms]]").count(), 3);
        assert!(meeting.contains("id = \"room-3\"") && meeting.starts_with("id = \"load\""));
    }

    #[tokio::test]
    async fn a_server_that_ends_at_once_is_told_with_its_log() {
        let data = std::env::temp_dir().join(format!("loadtest-server-{}", std::process::id()));
        let fault = Server::start("false", &data, None, 1).await.expect_err("it does not listen");
        assert!(fault.to_string().contains("it ended with"), "{fault}");
        for file in [meeting_file(&data), log_file(&data)] {
            fs::remove_file(file).expect("it was written");
        }
        fs::remove_dir(&data).expect("it was made");
    }
}
