//! The handshake of a WebSocket (RFC 6455, section 4.2), by which a request becomes a socket that is read and written without HTTP.

use crate::http::error::HttpError;
use crate::http::paced::Paced;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header};
use axum::response::Response;
use bytes::Bytes;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tungstenite::handshake::derive_accept_key;

/// The version of the protocol that is spoken.
const VERSION: &str = "13";

/// A request that asks for a WebSocket, and how it will be answered.
pub struct Handshake {
    accept: HeaderValue,
    subprotocol: Option<HeaderValue>,
    upgrade: OnUpgrade,
}

impl<S: Sync> FromRequestParts<S> for Handshake {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, HttpError> {
        if parts.method != Method::GET || parts.version < Version::HTTP_11 {
            return Err(refused("a GET of HTTP/1.1"));
        }
        if !names(&parts.headers, &header::CONNECTION, "upgrade") {
            return Err(refused("the header `Connection: Upgrade`"));
        }
        if !names(&parts.headers, &header::UPGRADE, "websocket") {
            return Err(refused("the header `Upgrade: websocket`"));
        }
        if !names(&parts.headers, &header::SEC_WEBSOCKET_VERSION, VERSION) {
            return Err(HttpError::other_version());
        }
        let key = parts.headers.get(header::SEC_WEBSOCKET_KEY);
        let accept = key.and_then(|key| HeaderValue::try_from(derive_accept_key(key.as_bytes())).ok());
        Ok(Self {
            accept: accept.ok_or_else(|| refused("the header `Sec-WebSocket-Key`"))?,
            subprotocol: names(&parts.headers, &header::SEC_WEBSOCKET_PROTOCOL, super::SUBPROTOCOL)
                .then(|| HeaderValue::from_static(super::SUBPROTOCOL)),
            upgrade: parts
                .extensions
                .remove::<OnUpgrade>()
                .ok_or_else(|| refused("a connection that can be upgraded"))?,
        })
    }
}

fn refused(missing: &str) -> HttpError {
    HttpError::bad_request(format!(
        "A WebSocket is expected here, and this request is without {missing}."
    ))
}

/// Whether a header, a list of words, has this one.
fn names(headers: &HeaderMap, header: &HeaderName, wanted: &str) -> bool {
    let lines = headers.get_all(header).iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(','))
        .any(|word| word.trim().eq_ignore_ascii_case(wanted))
}

impl Handshake {
    /// Answers, and hands the socket over once the answer has been sent, with what was read of it already.
    pub fn accept<Serving>(self, serve: impl FnOnce(TcpStream, Bytes) -> Serving + Send + 'static) -> Response
    where
        Serving: Future<Output = ()> + Send,
    {
        let Self {
            accept,
            subprotocol,
            upgrade,
        } = self;
        tokio::spawn(async move {
            if let Some((stream, read)) = upgraded(upgrade).await {
                serve(stream, read).await;
            }
        });
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        let headers = response.headers_mut();
        headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
        headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
        headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
        if let Some(subprotocol) = subprotocol {
            headers.insert(header::SEC_WEBSOCKET_PROTOCOL, subprotocol);
        }
        response
    }
}

/// The socket itself: it comes from our own listener, which hands hyper nothing else. None: the client went away meanwhile.
async fn upgraded(upgrade: OnUpgrade) -> Option<(TcpStream, Bytes)> {
    let upgraded = upgrade.await.ok()?;
    let parts = upgraded.downcast::<TokioIo<Paced>>().ok()?;
    Some((parts.io.into_inner().into_stream(), parts.read_buf))
}
