//! The two ends of a socket. The WebSocket library reads from one and knows nothing of the other: what is to be written goes through the
//! hub's outlet, put into its envelope beforehand, and what the library itself has to say, a pong or the echo of a goodbye, takes its
//! turn there.

use crate::hub::connection::Connection;
use crate::hub::outlet::Outlet;
use crate::protocol::disconnect::Disconnect;
use bytes::Bytes;
use socket2::SockRef;
use std::io::{self, IoSlice, Read, Write};
use std::sync::Arc;
use tokio::net::TcpStream;
use tungstenite::error::{CapacityError, Error, ProtocolError};
use tungstenite::protocol::{Role, WebSocket, WebSocketConfig};

/// Bytes read from a socket at a time, and held as long as it is open: what a phone sends is mostly shorter.
const READ_BUFFER_BYTES: usize = 512;
/// Reads before others have a turn.
const TURNS: u8 = 64;
/// The largest message taken: a notes update at its bound, and its envelope.
const MESSAGE_BYTES_MAX: usize = 320 * 1_024;

/// The sending end. It asks the system at once, without looking first at what the runtime last heard of the socket: that lies somewhere
/// else in memory for each of thousands, and a socket that is written to has nearly always room.
impl Outlet for TcpStream {
    fn take(&self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        let socket = SockRef::from(self);
        let taken = match slices {
            [single] => socket.send(single),
            [first, rest] if rest.is_empty() => socket.send(first),
            [rest, second] if rest.is_empty() => socket.send(second),
            several => socket.send_vectored(several),
        };
        match taken {
            // Once more by way of the runtime: it wakes whoever waits for room only if it has itself seen that there was none.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => self.try_write_vectored(slices),
            taken => taken,
        }
    }
}

/// The receiving end, as the WebSocket library wants it.
pub struct Inlet {
    stream: Arc<TcpStream>,
    connection: Arc<Connection>,
    /// How often it may be read before others of the server have a turn: the library reads on by itself as long as a message is in
    /// pieces, and these may be empty and without end.
    turns: u8,
}

impl Read for Inlet {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(left) = self.turns.checked_sub(1) else {
            return Err(io::ErrorKind::WouldBlock.into());
        };
        self.turns = left;
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
        let inlet = Inlet {
            stream,
            connection,
            turns: TURNS,
        };
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
                Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => self.more().await?,
                Err(error) => return Err(reason_of(&error)),
            }
        }
    }

    /// Waits until there is something to read, or for its next turn where it has just read a lot.
    async fn more(&mut self) -> Result<(), Disconnect> {
        let inlet = self.0.get_mut();
        if std::mem::replace(&mut inlet.turns, TURNS) == 0 {
            tokio::task::yield_now().await;
            return Ok(());
        }
        inlet.stream.readable().await.map_err(|_| Disconnect::Gone)
    }
}

fn reason_of(error: &Error) -> Disconnect {
    match error {
        Error::Capacity(CapacityError::MessageTooLong { .. }) => Disconnect::TooLarge,
        Error::Utf8(_) => Disconnect::NotUnderstood,
        // No more than a network that went away.
        Error::Protocol(ProtocolError::ResetWithoutClosingHandshake) => Disconnect::Gone,
        Error::Protocol(_) | Error::AttackAttempt => Disconnect::BadFrame,
        _ => Disconnect::Gone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::connection::Kind;
    use crate::hub::outlet::tests::Tray;
    use crate::room::ids::SeatId;
    use crate::room::seat;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};
    use tokio::net::TcpListener;

    /// The server's end of a socket on which this has come.
    async fn having_received(bytes: &[u8]) -> Arc<TcpStream> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut client = std::net::TcpStream::connect(address).unwrap();
        let (server, _) = listener.accept().await.unwrap();
        Write::write_all(&mut client, bytes).unwrap();
        server.readable().await.unwrap();
        // It stays open: its end is not what is tested.
        std::mem::forget(client);
        Arc::new(server)
    }

    fn incoming(stream: &Arc<TcpStream>) -> Incoming {
        let seat = SeatId::new("a").unwrap();
        let tray = Arc::new(Tray::default());
        let connection = Connection::new(1, seat, seat::Role::Participant, Kind::Live, tray);
        Incoming::new(stream.clone(), Arc::new(connection), &Bytes::new())
    }

    #[test]
    fn a_message_in_pieces_without_end_leaves_others_their_turn() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (first, next) = ([0x02, 0x80, 0, 0, 0, 0], [0x00, 0x80, 0, 0, 0, 0]);
            let flood = [first.to_vec(), next.repeat(10_000)].concat();
            let stream = having_received(&flood).await;
            let mut incoming = incoming(&stream);
            let read = pin!(incoming.next());
            assert!(matches!(read.poll(&mut Context::from_waker(Waker::noop())), Poll::Pending));
            assert!(
                stream.try_read(&mut [0; 64]).is_ok_and(|left| left > 0),
                "it was read to its end at once"
            );
        });
    }

    #[test]
    fn a_message_is_read_however_it_was_cut() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let pieces = [0x01, 0x81, 0, 0, 0, 0, b'a', 0x80, 0x81, 0, 0, 0, 0, b'b'];
            let stream = having_received(&pieces).await;
            let message = incoming(&stream).next().await;
            assert_eq!(message, Ok(Message::text("ab")));
        });
    }
}
