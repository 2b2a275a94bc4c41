//! A connection whose other side has to take what it asked for. Answers wait in memory until they are taken, so whoever asks for large
//! ones and reads a byte a minute would keep them there for hours. Each answer has a time: some for a phone that is just changing its
//! network, and what its bytes take over a bad one. A connection that is slower is let go; what lies in the system for it goes with it.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep_until};

/// Time that the other side has whatever the answer holds.
pub const GRACE: Duration = Duration::from_secs(60);
/// Bytes that it takes in a second at least: half of what a phone has at the edge of the oldest networks.
pub const BYTES_PER_SECOND_MIN: u64 = 8 * 1_024;
/// Bytes that the system takes ahead of what the other side has room for. More would lie there as long as with us.
#[cfg(target_os = "linux")]
const AHEAD_BYTES_MAX: u32 = 128 * 1_024;

/// The connection.
pub struct Paced {
    stream: TcpStream,
    /// When the writing began of what is not all taken yet.
    began: Option<Instant>,
    /// Bytes taken since.
    taken: u64,
    /// Goes off when it has been too slow; only where it waits.
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Paced {
    /// Paces a connection that has just been taken in.
    pub fn new(stream: TcpStream) -> Self {
        #[cfg(target_os = "linux")]
        let _ = socket2::SockRef::from(&stream).set_tcp_notsent_lowat(AHEAD_BYTES_MAX);
        Self {
            stream,
            began: None,
            taken: 0,
            alarm: None,
        }
    }

    /// The connection without this, for whoever paces it otherwise.
    pub fn into_stream(self) -> TcpStream {
        // Nothing of its own: the system's setting counts again.
        #[cfg(target_os = "linux")]
        let _ = socket2::SockRef::from(&self.stream).set_tcp_notsent_lowat(0);
        self.stream
    }

    fn ends_at(&self, began: Instant) -> Instant {
        began + GRACE + Duration::from_millis(self.taken.saturating_mul(1_000) / BYTES_PER_SECOND_MIN)
    }

    /// Says how a write went, or that the other side was too slow.
    fn pace(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        let now = Instant::now();
        let began = *self.began.get_or_insert(now);
        let ends_at = self.ends_at(began);
        match written {
            Poll::Ready(Ok(bytes)) if now < ends_at => {
                self.taken = self.taken.saturating_add(bytes as u64);
                self.alarm = None;
                Poll::Ready(Ok(bytes))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Ready(Ok(_)) => self.let_go(),
            Poll::Pending => {
                let alarm = self.alarm.get_or_insert_with(|| Box::pin(sleep_until(ends_at)));
                match alarm.as_mut().poll(context) {
                    Poll::Ready(()) => self.let_go(),
                    Poll::Pending => Poll::Pending,
                }
            }
        }
    }

    fn let_go(&self) -> Poll<io::Result<usize>> {
        // Otherwise the system would go on offering what it still has.
        let _ = socket2::SockRef::from(&self.stream).set_linger(Some(Duration::ZERO));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Paced {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Paced {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.pace(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.pace(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// All that there was to write has been taken: what comes next has its own time.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.began = None;
        self.taken = 0;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
