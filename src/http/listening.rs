//! Taking in connections: HTTP/1.1 over plain TCP, each with a bound on the time until a request's head has come and on that until the
//! answer is taken, because a socket that says or takes nothing must not be kept for ever.

use super::paced::Paced;
use axum::Router;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, mpsc, watch};
use tokio::time::timeout;
use tower_service::Service;

/// Time that a client has for the head of a request, from the connection's beginning or from the answer before: longer than proxies
/// keep a connection that waits for the next request, so that it is they who close it.
const HEAD_MAX: Duration = Duration::from_secs(75);
/// Time that a connection has for the head of its first request: long enough for a phone at the edge of the network, and short enough
/// that whoever opens connections and says nothing does not soon hold all that the system has.
const FIRST_HEAD_MAX: Duration = Duration::from_secs(15);
/// The largest head of a request: the cookies of a browser that holds dozens of seats, several times over.
const HEAD_BYTES_MAX: usize = 64 * 1_024;
/// Time after which the system gives up a connection whose other side takes nothing, or has gone without a word.
const UNTAKEN_MAX: Duration = Duration::from_secs(75);
/// Pause after the system had no socket left to give.
const OUT_OF_SOCKETS: Duration = Duration::from_millis(200);

/// Serves until it is told to stop, then until the requests under way are answered.
pub async fn serve(listener: TcpListener, routes: Router, mut stopping: watch::Receiver<bool>) {
    // Nobody ever sends: the receiver ends when the last connection drops its sender.
    let (open, mut all_closed) = mpsc::channel(1);
    let entrance = Entrance {
        routes,
        stopping: stopping.clone(),
        open,
    };
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopping.wait_for(|stopping| *stopping) => break,
        };
        match accepted {
            Ok((stream, peer)) => drop(tokio::spawn(entrance.clone().answer(stream, peer))),
            Err(error) => after(&error).await,
        }
    }
    drop((listener, entrance));
    let _: Option<()> = all_closed.recv().await;
}

/// What each connection needs.
#[derive(Clone)]
struct Entrance {
    routes: Router,
    stopping: watch::Receiver<bool>,
    open: mpsc::Sender<()>,
}

impl Entrance {
    /// Answers the requests of one connection, until it is closed or becomes a WebSocket.
    async fn answer(self, stream: TcpStream, peer: SocketAddr) {
        let Self {
            routes,
            mut stopping,
            open: _open,
        } = self;
        prepare(&stream);
        let first = Arc::new(Notify::new());
        let asked = first.clone();
        let answer = move |mut request: Request<Incoming>| {
            asked.notify_one();
            request.extensions_mut().insert(ConnectInfo(peer));
            routes.clone().call(request)
        };
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(HEAD_MAX);
        builder.max_buf_size(HEAD_BYTES_MAX);
        let connection = builder
            .serve_connection(TokioIo::new(Paced::new(stream)), service_fn(answer))
            .with_upgrades();
        let mut connection = pin!(connection);
        tokio::select! {
            _ = connection.as_mut() => return,
            asked = timeout(FIRST_HEAD_MAX, first.notified()) => if asked.is_err() { return },
            _ = stopping.wait_for(|stopping| *stopping) => {}
        }
        // A client that breaks off or talks nonsense is answered by hyper or not at all.
        tokio::select! {
            _ = connection.as_mut() => return,
            _ = stopping.wait_for(|stopping| *stopping) => connection.as_mut().graceful_shutdown(),
        }
        let _ = connection.await;
    }
}

/// Settings of the system's socket; without them it works too, only less well.
fn prepare(stream: &TcpStream) {
    // Otherwise the kernel holds small frames back until the last one is confirmed.
    let _ = stream.set_nodelay(true);
    #[cfg(target_os = "linux")]
    let _ = socket2::SockRef::from(stream).set_tcp_user_timeout(Some(UNTAKEN_MAX));
}

/// What was wrong with one connection is its own matter; where the system has none to give, others must close first.
async fn after(error: &std::io::Error) {
    let is_its_own = matches!(
        error.kind(),
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::ConnectionRefused
    );
    if !is_its_own {
        tracing::error!(%error, "no connection can be taken in; raise the limit of open files if that is what is missing");
        tokio::time::sleep(OUT_OF_SOCKETS).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::paced::{BYTES_PER_SECOND_MIN, GRACE};
    use axum::routing::{get, post};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::time::Instant;

    /// Connects, says this, and hears what comes until the server closes; says after what time that was.
    async fn hear_out(said: &[u8]) -> (String, Duration) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let routes = Router::new()
            .route("/", get(async || "here"))
            .route("/body", post(async |_: crate::http::extract::Bytes| "taken"));
        let (stop, stopping) = watch::channel(false);
        let serving = tokio::spawn(serve(listener, routes, stopping));
        let mut client = TcpStream::connect(address).await.unwrap();
        let began = Instant::now();
        client.write_all(said).await.unwrap();
        let mut heard = Vec::new();
        // A server that closes while something of it is unread resets the connection.
        let _ = client.read_to_end(&mut heard).await;
        let took = began.elapsed();
        stop.send_replace(true);
        serving.await.unwrap();
        (String::from_utf8_lossy(&heard).into_owned(), took)
    }

    #[tokio::test(start_paused = true)]
    async fn who_says_nothing_or_half_a_head_is_not_kept() {
        for said in ["", "G", "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "] {
            let (heard, took) = hear_out(said.as_bytes()).await;
            assert!(took >= FIRST_HEAD_MAX && took < HEAD_MAX, "{said:?} was kept for {took:?}");
            assert_eq!(heard, "");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_has_asked_may_ask_again_for_a_while() {
        let (heard, took) = hear_out(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        assert!(heard.contains("200 OK") && heard.ends_with("here"), "{heard}");
        assert!(took >= HEAD_MAX && took < 2 * HEAD_MAX, "{took:?}");
    }

    /// Asks for an answer of some megabytes and takes so much of it every second; says how much that was before the server let go, and
    /// after what time. It is told to stop as soon as the
    /// answer has begun, and so ends when this connection does.
    async fn take(bytes_per_second: usize, bytes_in_all: usize) -> (usize, Duration) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let routes = Router::new().route("/", get(move || async move { vec![b'x'; bytes_in_all] }));
        let (stop, stopping) = watch::channel(false);
        let serving = tokio::spawn(serve(listener, routes, stopping));
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4_096).unwrap();
        let mut client = socket.connect(address).await.unwrap();
        let began = Instant::now();
        client
            .write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            .await
            .unwrap();
        client.readable().await.unwrap();
        let (mut taken, mut piece) = (0, vec![0; bytes_per_second.max(1)]);
        let ended = tokio::spawn(async move {
            stop.send_replace(true);
            serving.await.unwrap();
            began.elapsed()
        });
        while bytes_per_second > 0 && !ended.is_finished() {
            match client.read_exact(&mut piece).await {
                Ok(read) => taken += read,
                Err(_) => break,
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        (taken, ended.await.unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn who_asks_for_much_and_takes_nothing_is_let_go() {
        let (_, took) = take(0, 8 * 1_024 * 1_024).await;
        assert!(took >= GRACE && took < 3 * GRACE, "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn who_takes_a_byte_now_and_then_is_let_go_too() {
        let (taken, took) = take(64, 8 * 1_024 * 1_024).await;
        assert!(took >= GRACE && took < 3 * GRACE, "{took:?} for {taken} bytes");
    }

    #[tokio::test(start_paused = true)]
    async fn who_takes_what_a_bad_network_carries_gets_all_of_it() {
        let bytes = 2 * 1_024 * 1_024;
        let (taken, took) = take(2 * BYTES_PER_SECOND_MIN as usize, bytes).await;
        // The rest lies in the system when the server is done with it.
        assert!(taken > bytes - 256 * 1_024, "{taken} of {bytes}");
        assert!(took > GRACE, "it took only {took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_does_not_come_is_not_waited_for() {
        let (heard, took) = hear_out(b"POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf").await;
        assert!(
            heard.contains("408 Request Timeout") && heard.contains("body-timeout"),
            "{heard}"
        );
        assert!(took < HEAD_MAX, "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_giant_head_is_refused() {
        let giant = format!(
            "GET / HTTP/1.1\r\nHost: a\r\nCookie: {}\r\n\r\n",
            "x".repeat(2 * HEAD_BYTES_MAX)
        );
        let many = format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", "X: y\r\n".repeat(1_000));
        for said in [giant, many] {
            let (heard, took) = hear_out(said.as_bytes()).await;
            assert!(heard.is_empty() || heard.starts_with("HTTP/1.1 431"), "{heard}");
            assert!(took < FIRST_HEAD_MAX, "{took:?}");
        }
    }
}
