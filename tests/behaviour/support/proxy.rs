//! A network of the tests' own between a client and the server: it can be cut at any byte, stand still in one direction or both, and take
//! its time.

use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Bytes taken at a time.
const PIECE_BYTES: usize = 4_096;

/// Which way bytes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the server.
    Up,
    /// To the client.
    Down,
}

/// How the network is now.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    /// How often all connections have been ended.
    cuts: u64,
    /// Whether nothing passes, by [`Way`].
    stalled: [bool; 2],
    /// How long each piece takes.
    delay: Duration,
    /// After so many bytes more in one direction a new connection ends, by [`Way`].
    ends_after: [Option<usize>; 2],
}

/// The network. It is gone with it.
pub struct Proxy {
    /// Where clients find the server.
    pub address: SocketAddr,
    state: watch::Sender<State>,
    accepting: JoinHandle<()>,
}

impl Proxy {
    /// To this server.
    pub async fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (state, seen) = watch::channel(State::default());
        let accepting = tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(pass(near, server, seen.clone()));
            }
        });
        Self {
            address,
            state,
            accepting,
        }
    }

    /// Ends every connection that there is.
    pub fn cut(&self) {
        self.state.send_modify(|state| state.cuts += 1);
    }

    /// Each connection that is opened from now on ends after so many bytes in a direction, wherever in a frame that is.
    pub fn cut_after(&self, way: Way, bytes: Option<usize>) {
        self.state.send_modify(|state| state.ends_after[way as usize] = bytes);
    }

    /// Nothing passes in this direction, and nobody is told.
    pub fn stall(&self, way: Way) {
        self.state.send_modify(|state| state.stalled[way as usize] = true);
    }

    /// Everything passes again, first what was held back.
    pub fn release(&self) {
        self.state.send_modify(|state| state.stalled = [false; 2]);
    }

    /// Each piece takes so long, in either direction.
    pub fn delay(&self, delay: Duration) {
        self.state.send_modify(|state| state.delay = delay);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
        self.cut();
    }
}

/// Passes one connection on until either side or the network ends it; then both sides are gone.
async fn pass(near: TcpStream, server: SocketAddr, mut state: watch::Receiver<State>) {
    let Ok(far) = TcpStream::connect(server).await else { return };
    // Whatever was set before the connection came is how it begins.
    let State { cuts, ends_after, .. } = *state.borrow_and_update();
    for stream in [&near, &far] {
        stream.set_nodelay(true).unwrap();
    }
    let ((from_near, to_near), (from_far, to_far)) = (near.into_split(), far.into_split());
    tokio::select! {
        () = pump(from_near, to_far, Way::Up, ends_after, state.clone()) => {}
        () = pump(from_far, to_near, Way::Down, ends_after, state.clone()) => {}
        _ = state.wait_for(|state| state.cuts != cuts) => {}
    }
}

async fn pump(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    way: Way,
    ends_after: [Option<usize>; 2],
    mut state: watch::Receiver<State>,
) {
    let mut left = ends_after[way as usize].unwrap_or(usize::MAX);
    let mut piece = [0; PIECE_BYTES];
    loop {
        let Ok(bytes @ 1..) = from.read(&mut piece).await else {
            return;
        };
        let Ok(now) = state.wait_for(|state| !state.stalled[way as usize]).await.map(|now| *now) else {
            return;
        };
        if !now.delay.is_zero() {
            tokio::time::sleep(now.delay).await;
        }
        let passed = bytes.min(left);
        if to.write_all(&piece[..passed]).await.is_err() || passed < bytes {
            return;
        }
        left -= passed;
    }
}
