//! Every knob of the server, with its unit and the reason for its default. Each is a flag of `roundtable serve` and an
//! environment variable.

use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;

/// How `roundtable serve` runs.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// The meeting file. Left out: the embedded example, the Global Roundtable on ICT security capacity-building.
    #[arg(env = "ROUNDTABLE_MEETING", value_name = "MEETING.toml")]
    pub meeting: Option<PathBuf>,
    /// Address and port to listen on. This machine alone by default: a proxy with TLS stands in front for everybody else.
    #[arg(long, env = "ROUNDTABLE_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The data directory: journal and sealed outcomes. This is what to back up.
    #[arg(long, env = "ROUNDTABLE_DATA", default_value = "roundtable-data", value_name = "DIR")]
    pub data: PathBuf,
    /// Where people reach the server, as in `https://meeting.example`. Goes into join links and QR codes.
    #[arg(long, env = "ROUNDTABLE_PUBLIC_URL", value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// Minutes after which a room without connections leaves memory; it is read back when somebody comes.
    #[arg(long, env = "ROUNDTABLE_IDLE_MINUTES", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=1_440))]
    pub idle_minutes: u64,
}

impl Settings {
    /// Where people reach the server when nothing else is known.
    pub fn base_url(&self, listening: SocketAddr) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{listening}"))
    }
}

fn public_url(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match rest {
        Some(host) if !host.is_empty() && !host.contains(char::is_whitespace) => Ok(text.trim_end_matches('/').to_owned()),
        _ => Err("it starts with https:// or http:// and names a host, as in https://meeting.example".into()),
    }
}
