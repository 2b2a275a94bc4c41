//! Taking in connections: HTTP/1.1 over plain TCP, each with a bound on the time until a request's head has come, because a socket that
//! says nothing must not be kept for ever.

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
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tower_service::Service;

/// Time that a client has for the head of a request, from the connection's beginning or from the answer before: longer than proxies
/// keep a connection that waits for the next request, so that it is they who close it.
const HEAD_MAX: Duration = Duration::from_secs(75);
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
        // Without this, the kernel holds small frames back until the last one is confirmed.
        let _ = stream.set_nodelay(true);
        let answer = move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            routes.clone().call(request)
        };
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(HEAD_MAX);
        let connection = builder
            .serve_connection(TokioIo::new(stream), service_fn(answer))
            .with_upgrades();
        let mut connection = pin!(connection);
        // A client that breaks off or talks nonsense is answered by hyper or not at all.
        tokio::select! {
            _ = connection.as_mut() => return,
            _ = stopping.wait_for(|stopping| *stopping) => connection.as_mut().graceful_shutdown(),
        }
        let _ = connection.await;
    }
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
