//! Answers that are under way. A large one stays in memory until its other side has taken it, so what one address has asked for and not
//! taken yet is bounded; what comes on top is refused until something of it is through. Small answers, and the pages, of which there is
//! one copy for all, are not counted.

use super::App;
use super::client_address::ClientAddress;
use super::error::HttpError;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use hyper::body::{Frame, SizeHint};
use std::collections::HashMap;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

/// Answers up to this are not counted: a room's view as most people have it.
const SMALL_BYTES_MAX: u64 = 64 * 1_024;
/// Bytes of large answers that one address may have under way: the report as PDF for a whole delegation behind one address, at once.
const BYTES_PER_ADDRESS_MAX: u64 = 256 * 1_024 * 1_024;
/// When it may be tried again.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// What each address has under way.
pub struct Underway {
    bytes: Arc<Mutex<HashMap<IpAddr, u64>>>,
    bytes_max: u64,
}

impl Underway {
    /// With so many times the usual bound.
    pub fn new(times: u32) -> Self {
        Self {
            bytes: Arc::default(),
            bytes_max: BYTES_PER_ADDRESS_MAX * u64::from(times),
        }
    }

    /// The answer, counted until it is taken; or a refusal, where the address has too much under way. One is let through in any case.
    fn bound(&self, address: IpAddr, answer: Response) -> Response {
        let Some(bytes) = answer.body().size_hint().exact().filter(|bytes| *bytes > SMALL_BYTES_MAX) else {
            return answer;
        };
        match self.claim(address, bytes) {
            Some(claim) => answer.map(|body| {
                Body::new(Counted {
                    body,
                    claim: Arc::new(claim),
                })
            }),
            None => HttpError::too_much(RETRY_AFTER).into_response(),
        }
    }

    fn claim(&self, address: IpAddr, bytes: u64) -> Option<Claim> {
        let mut all = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let before = all.get(&address).copied().unwrap_or_default();
        if before > 0 && before.saturating_add(bytes) > self.bytes_max {
            return None;
        }
        all.insert(address, before.saturating_add(bytes));
        Some(Claim {
            all: self.bytes.clone(),
            address,
            bytes,
        })
    }
}

/// Bounds what is under way to whoever asks, for every answer of the API.
pub async fn bound_answers(State(app): State<Arc<App>>, address: ClientAddress, request: Request, next: Next) -> Response {
    let is_made = request.uri().path().starts_with("/api/");
    let answer = next.run(request).await;
    if is_made {
        app.underway.bound(address.network(), answer)
    } else {
        answer
    }
}

/// What an answer counts for, until it is dropped.
struct Claim {
    all: Arc<Mutex<HashMap<IpAddr, u64>>>,
    address: IpAddr,
    bytes: u64,
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        let left = all.get(&self.address).copied().unwrap_or_default().saturating_sub(self.bytes);
        if left == 0 {
            all.remove(&self.address);
        } else {
            all.insert(self.address, left);
        }
    }
}

/// A body that is counted. So is each piece of it, because the body itself is gone as soon as its last piece waits to be written.
struct Counted {
    body: Body,
    claim: Arc<Claim>,
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        let counted = |piece| {
            Bytes::from_owner(Piece {
                piece,
                _claim: self.claim.clone(),
            })
        };
        polled.map(|frame| frame.map(|frame| frame.map(|frame| frame.map_data(counted))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

struct Piece {
    piece: Bytes,
    _claim: Arc<Claim>,
}

impl AsRef<[u8]> for Piece {
    fn as_ref(&self) -> &[u8] {
        &self.piece
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::StatusCode;
    use futures_util::future::poll_fn;

    const LARGE: usize = 100 * 1_024;

    fn answer(bytes: usize) -> Response {
        Response::new(Body::from(vec![0; bytes]))
    }

    /// With room for two large answers.
    fn for_two() -> Underway {
        Underway {
            bytes_max: 2 * LARGE as u64,
            ..Underway::new(1)
        }
    }

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    #[test]
    fn who_takes_nothing_gets_no_more_until_something_is_taken_and_others_do() {
        let underway = for_two();
        let held: Vec<Response> = (0..2).map(|_| underway.bound(address(1), answer(LARGE))).collect();
        assert!(held.iter().all(|answer| answer.status() == StatusCode::OK));
        let refused = underway.bound(address(1), answer(LARGE));
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(
            underway.bound(address(1), answer(1_024)).status(),
            StatusCode::OK,
            "a small one"
        );
        assert_eq!(
            underway.bound(address(2), answer(LARGE)).status(),
            StatusCode::OK,
            "another address"
        );
        drop(held);
        assert_eq!(underway.bound(address(1), answer(LARGE)).status(), StatusCode::OK);
        assert!(underway.bytes.lock().unwrap().is_empty(), "nothing is kept of who has all");
    }

    #[test]
    fn one_that_is_larger_than_the_bound_is_let_through_alone() {
        let underway = for_two();
        let large = underway.bound(address(1), answer(5 * LARGE));
        assert_eq!(large.status(), StatusCode::OK);
        assert_eq!(
            underway.bound(address(1), answer(LARGE)).status(),
            StatusCode::TOO_MANY_REQUESTS
        );
    }

    #[tokio::test]
    async fn an_answer_counts_until_its_last_byte_is_let_go() {
        let underway = for_two();
        let mut body = underway.bound(address(1), answer(LARGE)).into_body();
        assert_eq!(body.size_hint().exact(), Some(LARGE as u64), "its length is told as before");
        let piece = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
        let piece = piece.unwrap().unwrap().into_data().unwrap();
        drop(body);
        assert_eq!(underway.bytes.lock().unwrap()[&address(1)], LARGE as u64);
        assert_eq!(piece.len(), LARGE);
        drop(piece);
        assert!(underway.bytes.lock().unwrap().is_empty());
    }
}
