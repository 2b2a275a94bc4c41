//! One live socket.

use crate::fault::Fault;
use crate::handshake;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

/// The socket of one phone.
pub type Socket = WebSocketStream<TcpStream>;

/// The library fills its read buffer with zeros on every read; with its own default of 128 KiB that would be most of this
/// program's work.
const READ_BUFFER_BYTES: usize = 4096;

/// One local address has about 28,000 ports, and those of closed connections are not free at once; beyond this number, connections
/// to this machine start from its other addresses.
const CONNECTIONS_PER_ADDRESS: usize = 10_000;

/// What the system keeps of a stalled phone's messages: as little as it can, so that the server meets the stall and not the system.
const STALLED_BUFFER_BYTES: u32 = 4096;

/// How large the system's own buffer of a connection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Buffers {
    /// As the system has it.
    Usual,
    /// As small as it can be.
    Small,
}

/// Where the sockets are.
#[derive(Debug, Clone)]
pub struct Venue {
    authority: String,
    /// What stands before each path.
    folder: String,
    address: SocketAddr,
}

impl Venue {
    /// Finds the server of an `http://…` or `ws://…` address. The test speaks without TLS: it measures the server, not a proxy.
    pub async fn find(url: &str) -> Result<Self, Fault> {
        let rest = url.strip_prefix("http://").or_else(|| url.strip_prefix("ws://"));
        let rest = rest.ok_or_else(|| Fault::Settings(format!("{url} does not begin with http:// or ws://")))?;
        let (authority, folder) = rest
            .trim_end_matches('/')
            .split_once('/')
            .unwrap_or((rest.trim_end_matches('/'), ""));
        let with_port = if authority.contains(':') {
            authority.to_owned()
        } else {
            format!("{authority}:80")
        };
        let failed = |why: String| Fault::Connection {
            what: format!("finding {authority}"),
            why,
        };
        let mut found = tokio::net::lookup_host(with_port)
            .await
            .map_err(|error| failed(error.to_string()))?;
        let address = found.next().ok_or_else(|| failed("it has no address".into()))?;
        Ok(Self {
            authority: authority.to_owned(),
            folder: if folder.is_empty() {
                String::new()
            } else {
                format!("/{folder}")
            },
            address,
        })
    }

    /// Opens a socket; `number` is the connection's among all of this test.
    pub async fn connect(&self, path: &str, token: Option<&str>, number: usize, buffers: Buffers) -> Result<Socket, Fault> {
        let failed = |why: String| Fault::Connection {
            what: "connecting".into(),
            why,
        };
        let mut stream = self.open(number, buffers).await.map_err(|error| failed(explain(&error)))?;
        stream.set_nodelay(true).map_err(|error| failed(error.to_string()))?;
        let request = handshake::request(&self.path(path), &self.authority, token);
        let first = handshake::shake_hands(&mut stream, &request).await.map_err(failed)?;
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER_BYTES)
            .write_buffer_size(0);
        Ok(WebSocketStream::from_partially_read(stream, first, Role::Client, Some(config)).await)
    }

    fn path(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    async fn open(&self, number: usize, buffers: Buffers) -> std::io::Result<TcpStream> {
        let socket = match self.address {
            SocketAddr::V4(_) => TcpSocket::new_v4()?,
            SocketAddr::V6(_) => TcpSocket::new_v6()?,
        };
        if buffers == Buffers::Small {
            socket.set_recv_buffer_size(STALLED_BUFFER_BYTES)?;
        }
        if let Some(source) = source(self.address.ip(), number) {
            socket.bind((source, 0).into())?;
        }
        socket.connect(self.address).await
    }
}

/// The address from which the connection of this number starts; none where the system may choose.
fn source(server: IpAddr, number: usize) -> Option<Ipv4Addr> {
    let block = u8::try_from(number / CONNECTIONS_PER_ADDRESS).unwrap_or(u8::MAX - 1);
    let is_here = matches!(server, IpAddr::V4(ip) if ip.is_loopback());
    (is_here && block > 0).then(|| Ipv4Addr::new(127, 0, 0, block.saturating_add(1)))
}

fn explain(error: &std::io::Error) -> String {
    const TOO_MANY_FILES: i32 = 24;
    match error.raw_os_error() {
        Some(TOO_MANY_FILES) => "this shell allows too few open files for so many phones; raise it: ulimit -n 200000".into(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_hundred_thousand_connections_start_from_ten_addresses_of_this_machine() {
        let server = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let mut of_each = BTreeMap::new();
        for number in 0..100_000 {
            let from = source(server, number).unwrap_or(Ipv4Addr::LOCALHOST);
            *of_each.entry(from).or_insert(0) += 1;
        }
        assert_eq!(of_each.len(), 10);
        assert!(of_each.values().all(|count| *count == CONNECTIONS_PER_ADDRESS));
        assert!(of_each.keys().all(Ipv4Addr::is_loopback));
        assert_eq!(source("192.0.2.1".parse().expect("an address"), 50_000), None);
    }

    #[tokio::test]
    async fn a_connection_of_a_high_number_starts_from_another_address() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let venue = Venue::find(&url).await.expect("an address");
        for (number, from) in [(9_999, "127.0.0.1"), (10_000, "127.0.0.2"), (99_999, "127.0.0.10")] {
            let _stream = venue.open(number, Buffers::Small).await.expect("a connection");
            let (_, peer) = listener.accept().await.expect("somebody");
            assert_eq!(peer.ip().to_string(), from);
        }
    }

    #[tokio::test]
    async fn an_address_may_have_a_folder() {
        let venue = Venue::find("ws://127.0.0.1:9/collaboration/").await.expect("an address");
        assert_eq!(venue.path("/room"), "/collaboration/room");
        assert!(Venue::find("https://127.0.0.1").await.is_err());
    }
}
