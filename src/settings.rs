//! Every knob of the server, with its unit and the reason for its default. Each is a flag of `roundtable serve` and an
//! environment variable.

use crate::network::Network;
use axum::http::Uri;
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
    /// Where people reach the server, as in `https://meeting.example`. Goes into join links and QR codes; only pages from
    /// there may change anything.
    #[arg(long, env = "ROUNDTABLE_PUBLIC_URL", value_name = "URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// A proxy in front of the server, as in `127.0.0.1` or `10.0.0.0/8`; may be given several times, or with commas. Wrong join
    /// codes are counted by the address that it passes on in X-Forwarded-For; from anybody else that header counts for nothing.
    #[arg(
        long,
        env = "ROUNDTABLE_TRUSTED_PROXY",
        value_name = "ADDRESS_OR_CIDR",
        value_delimiter = ','
    )]
    pub trusted_proxy: Vec<Network>,
    /// Minutes after which a room without connections leaves memory; it is read back when somebody comes.
    #[arg(long, env = "ROUNDTABLE_IDLE_MINUTES", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=1_440))]
    pub idle_minutes: u64,
    /// How many times the usual one seat may ask for, and one address at the door, before it is slowed. People never come near the
    /// usual; a load test does.
    #[arg(long, env = "ROUNDTABLE_ALLOWANCE", value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub allowance: u32,
}

impl Settings {
    /// Where people reach the server when nothing else is known.
    pub fn base_url(&self, listening: SocketAddr) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{listening}"))
    }
}

/// Brings the address into the form in which browsers name an origin: a page says `Origin: https://meeting.example`, and
/// that is compared letter by letter.
fn public_url(text: &str) -> Result<String, String> {
    let wrong = || "it starts with https:// or http:// and names a host, as in https://meeting.example".to_owned();
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let (Some(scheme @ ("https" | "http")), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err(wrong());
    };
    let port_unread = authority.port_u16().is_none() && authority.as_str() != authority.host();
    if authority.host().is_empty() || port_unread || authority.as_str().contains('@') {
        return Err(wrong());
    }
    if uri.path_and_query().is_some_and(|rest| rest.as_str() != "/") || text.contains('#') {
        return Err("it ends after the host: Roundtable needs a host name of its own and cannot live under a path".into());
    }
    let own_port = if scheme == "https" { 443 } else { 80 };
    let port = authority.port_u16().filter(|port| *port != own_port);
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    Ok(format!("{scheme}://{}{port}", authority.host().to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::public_url;

    #[test]
    fn an_address_becomes_the_origin_that_browsers_send() {
        for (given, origin) in [
            ("https://meeting.example", "https://meeting.example"),
            ("https://meeting.example/", "https://meeting.example"),
            ("HTTPS://Meeting.Example:443/", "https://meeting.example"),
            ("http://10.0.0.7:8080", "http://10.0.0.7:8080"),
            ("http://meeting.example:80", "http://meeting.example"),
            ("https://meeting.example:80", "https://meeting.example:80"),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(public_url(given).as_deref(), Ok(origin), "{given}");
        }
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for given in [
            "",
            "meeting.example",
            "ftp://meeting.example",
            "https://",
            "https://somebody@meeting.example",
            "https://meeting.example/rt",
            "https://meeting.example/?a",
            "https://meeting.example/#a",
            "https://meeting example",
            "https://meeting.example:99999",
        ] {
            assert!(public_url(given).is_err(), "{given}");
        }
    }
}
