//! The two ends of a socket. The WebSocket library reads from one and knows nothing of the other: what is to be written goes through the
//! hub's outlet, put into its envelope beforehand, and what the library itself has to say, a pong or the echo of a goodbye, takes its
//! turn there.

use crate::hub::connection::Connection;
use crate::hub::outlet::Outlet;
use crate::protocol::disconnect::Disconnect;
use bytes::Bytes;
use std::io::{self, IoSlice, Read, Write};
use std::sync::Arc;
use tokio::net::TcpStream;
use tungstenite::error::{CapacityError, Error};
use tungstenite::protocol::{Role, WebSocket, WebSocketConfig};

/// Bytes read from a socket at a time, and held as long as it is open: what a phone sends is mostly shorter.
const READ_BUFFER_BYTES: usize = 512;
/// The largest message taken: a notes update at its bound, and its envelope.
const MESSAGE_BYTES_MAX: usize = 320 * 1_024;

/// The sending end.
#[derive(Debug)]
pub struct Socket(pub Arc<TcpStream>);

impl Outlet for Socket {
    fn take(&self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        match slices {
            [single] => self.0.try_write(single),
            [first, rest] if rest.is_empty() => self.0.try_write(first),
            [rest, second] if rest.is_empty() => self.0.try_write(second),
            several => self.0.try_write_vectored(several),
        }
    }
}

/// The receiving end, as the WebSocket library wants it.
pub struct Inlet {
    stream: Arc<TcpStream>,
    connection: Arc<Connection>,
}

impl Read for Inlet {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.try_read(buffer)
    }
}

impl Write for Inlet {
    fn write(&mut self, frame: &[u8]) -> io::Result<usize> {
        self.connection.control(Bytes::copy_from_slice(frame));
        Ok(frame.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What comes from the other side.
pub struct Incoming(WebSocket<Inlet>);

pub use tungstenite::Message;

impl Incoming {
    /// From a socket of which something has been read already.
    pub fn new(stream: Arc<TcpStream>, connection: Arc<Connection>, read: &Bytes) -> Self {
        let settings = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER_BYTES)
            .write_buffer_size(0)
            .max_message_size(Some(MESSAGE_BYTES_MAX))
            .max_frame_size(Some(MESSAGE_BYTES_MAX));
        let inlet = Inlet { stream, connection };
        Self(WebSocket::from_partially_read(
            inlet,
            read.to_vec(),
            Role::Server,
            Some(settings),
        ))
    }

    /// The next message; waits for it.
    pub async fn next(&mut self) -> Result<Message, Disconnect> {
        loop {
            // A flood of frames must not keep the thread from others.
            tokio::task::coop::consume_budget().await;
            match self.0.read() {
                Ok(Message::Close(_)) => {
                    // Lets the library say that it has understood.
                    let _ = self.0.flush();
                    return Err(Disconnect::Gone);
                }
                Ok(message) => return Ok(message),
                Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => self.readable().await?,
                Err(error) => return Err(reason_of(&error)),
            }
        }
    }

    async fn readable(&self) -> Result<(), Disconnect> {
        self.0.get_ref().stream.readable().await.map_err(|_| Disconnect::Gone)
    }
}

fn reason_of(error: &Error) -> Disconnect {
    match error {
        Error::Capacity(CapacityError::MessageTooLong { .. }) => Disconnect::TooLarge,
        Error::Utf8(_) => Disconnect::NotUnderstood,
        Error::Protocol(_) | Error::AttackAttempt => Disconnect::BadFrame,
        _ => Disconnect::Gone,
    }
}
