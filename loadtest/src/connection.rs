//! One live socket.

use crate::fault::Fault;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderValue, Request, header};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

/// The socket of one phone.
pub type Socket = WebSocketStream<TcpStream>;

/// The library fills its read buffer with zeros on every read; with its own default of 128 KiB that would be most of this
/// program's work.
const READ_BUFFER_BYTES: usize = 4096;

/// One local address has about 28,000 ports; beyond that, connections to this machine start from its other addresses.
const CONNECTIONS_PER_ADDRESS: usize = 20_000;

/// Where the live sockets are.
#[derive(Debug, Clone)]
pub struct Venue {
    authority: String,
    address: SocketAddr,
}

impl Venue {
    /// Finds the server of an `http://…` address. The test speaks plain HTTP: it measures the server, not a proxy's TLS.
    pub async fn find(url: &str) -> Result<Self, Fault> {
        let authority = url.strip_prefix("http://").map(|rest| rest.trim_end_matches('/').to_owned());
        let authority = authority.ok_or_else(|| Fault::Settings(format!("{url} does not begin with http://")))?;
        let with_port = if authority.contains(':') {
            authority.clone()
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
        Ok(Self { authority, address })
    }

    /// Opens the live socket of a room; `number` is the connection's among all of this test.
    pub async fn connect(&self, meeting: &str, room: &str, token: &str, number: usize) -> Result<Socket, Fault> {
        let failed = |why: String| Fault::Connection {
            what: "connecting".into(),
            why,
        };
        let request = self.request(meeting, room, token).map_err(failed)?;
        let stream = self.open(number).await.map_err(|error| failed(explain(&error)))?;
        stream.set_nodelay(true).map_err(|error| failed(error.to_string()))?;
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER_BYTES)
            .write_buffer_size(0);
        let connected = client_async_with_config(request, stream, Some(config)).await;
        connected.map(|(socket, _)| socket).map_err(|error| failed(error.to_string()))
    }

    fn request(&self, meeting: &str, room: &str, token: &str) -> Result<Request<()>, String> {
        let url = format!("ws://{}/api/meetings/{meeting}/rooms/{room}/live", self.authority);
        let mut request = url.into_client_request().map_err(|error| error.to_string())?;
        let bearer = HeaderValue::from_str(&format!("Bearer {token}")).map_err(|error| error.to_string())?;
        request.headers_mut().insert(header::AUTHORIZATION, bearer);
        request
            .headers_mut()
            .insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static("roundtable.v1"));
        Ok(request)
    }

    async fn open(&self, number: usize) -> std::io::Result<TcpStream> {
        let block = u8::try_from(number / CONNECTIONS_PER_ADDRESS).unwrap_or(u8::MAX);
        match self.address.ip() {
            IpAddr::V4(ip) if ip.is_loopback() && block > 0 => {
                let socket = TcpSocket::new_v4()?;
                socket.bind((Ipv4Addr::new(127, 0, 1, block), 0).into())?;
                socket.connect(self.address).await
            }
            _ => TcpStream::connect(self.address).await,
        }
    }
}

fn explain(error: &std::io::Error) -> String {
    const TOO_MANY_FILES: i32 = 24;
    match error.raw_os_error() {
        Some(TOO_MANY_FILES) => "this shell allows too few open files for so many phones; raise it: ulimit -n 200000".into(),
        _ => error.to_string(),
    }
}
