//! Requests and WebSocket frames as they lie on the wire, changed, against a running server: each gets an answer that is no fault of the
//! server's, or the connection ends; no task of the server panics, and somebody else in the same room goes on.

use crate::commands;
use crate::decoders::messages;
use crate::extent::{Chance, extent};
use crate::measured::run;
use crate::mutator::{mutated, noise};
use crate::support::door::{MEETING, Participant, with_id};
use crate::support::server::TestServer;
use roundtable::room::seat::Role;
use serde_json::json;
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::runtime::Runtime;

/// Name of the server's threads: panics on them are counted.
const THREAD: &str = "server-on-the-wire";
/// Nothing may keep a client waiting longer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(20);
/// Most that a client reads of an answer.
const ANSWER_BYTES_MAX: u64 = 4 << 20;
/// How often something is sent whose answer the system has thrown away.
const TRIES_MAX: usize = 5;

static PANICS: AtomicU64 = AtomicU64::new(0);

fn count_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().name() == Some(THREAD) {
                PANICS.fetch_add(1, Ordering::SeqCst);
            }
            before(panic);
        }));
    });
}

/// A server on threads of its own, and somebody in the room that is attacked.
struct Attacked {
    runtime: Runtime,
    server: TestServer,
    attacker: Participant,
    chair: Participant,
    epoch: String,
}

impl Attacked {
    fn begin() -> Self {
        count_panics();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_stack_size(16 << 20)
            .thread_name(THREAD)
            .enable_all()
            .build()
            .unwrap();
        let (server, attacker, chair) = runtime.block_on(async {
            // It opens more sockets than one seat may otherwise.
            let server = TestServer::start_allowing(1_000).await;
            let attacker = server.participant("Attacker").await;
            let chair = server.seat("alpha", Role::Chair).await;
            (server, attacker, chair)
        });
        let epoch = runtime.block_on(async { chair.live().await.epoch });
        Self {
            runtime,
            server,
            attacker,
            chair,
            epoch,
        }
    }

    /// Sends bytes, then nothing more, and reads to the end what comes.
    fn send(&self, bytes: &[u8]) -> Vec<u8> {
        send(self.server.address, bytes)
    }

    fn assert_unharmed(self) {
        assert_eq!(PANICS.load(Ordering::SeqCst), 0, "a task of the server panicked");
        self.runtime.block_on(async {
            let mut live = self.chair.live().await;
            assert_eq!(live.epoch, self.epoch, "the room fell and was opened again");
            live.order(json!({ "tool": "floor", "do": "limit", "seconds": 99 })).await;
            self.server.stop().await;
        });
    }
}

/// Gives back what was answered. A server that ends a connection while more comes in resets it, and the system may throw away what had been
/// answered until then; it is asked again.
fn send(server: SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let mut tries = std::iter::repeat_with(|| try_to_send(server, bytes)).take(TRIES_MAX);
    tries
        .find_map(|(answer, was_reset)| (!was_reset || !answer.is_empty()).then_some(answer))
        .unwrap_or_default()
}

/// The answer, and whether the connection was reset behind it.
fn try_to_send(server: SocketAddr, bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut stream = TcpStream::connect(server).unwrap();
    stream.set_read_timeout(Some(ANSWERS_WITHIN)).unwrap();
    stream.set_write_timeout(Some(ANSWERS_WITHIN)).unwrap();
    // The server may have ended it already.
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    let read = stream.take(ANSWER_BYTES_MAX).read_to_end(&mut answer);
    let trouble = read.err().map(|error| error.kind());
    let waited = matches!(trouble, Some(ErrorKind::WouldBlock | ErrorKind::TimedOut));
    assert!(!waited, "no end of the answer to {}", String::from_utf8_lossy(bytes));
    (answer, trouble == Some(ErrorKind::ConnectionReset))
}

/// The status of an answer; none where the connection ended without one.
fn status(answer: &[u8]) -> Option<u16> {
    let line = answer.split(|byte| *byte == b'\r').next()?;
    std::str::from_utf8(line).ok()?.split(' ').nth(1)?.parse().ok()
}

fn requests(attacked: &Attacked) -> Vec<Vec<u8>> {
    let (token, code) = (&attacked.attacker.token, attacked.server.code("alpha", Role::Participant));
    let room = format!("/api/meetings/{MEETING}/rooms/alpha");
    let head = format!("HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n");
    let cookie =
        format!("HTTP/1.1\r\nHost: localhost\r\nCookie: a=b; roundtable.{MEETING}.x={token}\r\nRoundtable-As: participant\r\n");
    let get = |path: &str| format!("GET {path} {head}\r\n");
    let post = |path: &str, head: &str, body: &str| {
        let length = body.len();
        format!("POST {path} {head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}")
    };
    let plain = "HTTP/1.1\r\nHost: localhost\r\n";
    let join = json!({ "code": code, "name": "Ana", "delegation": "France", "class": "state", "rank": "minister",
        "id": "01234567-89ab-4cde-8f01-23456789abcd" });
    let command = with_id(json!({ "tool": "floor", "do": "request" }));
    let texts = [
        post("/api/join", plain, &join.to_string()),
        get(&format!("/api/join/{code}")),
        get(&format!("/api/join/{code}/qr.svg")),
        get(&format!("/api/meetings/{MEETING}")),
        get(&room),
        format!("GET {room} {cookie}\r\n"),
        post(&format!("{room}/commands"), &head, &command.to_string()),
        get(&format!("{room}/notes/history")),
        get(&format!("{room}/notes/history/1")),
        get(&format!("{room}/outcome.md?as=participant")),
        format!("GET {room}/outcome.json {cookie}If-None-Match: \"x\", W/\"y\"\r\n\r\n"),
        get(&format!("{room}/polls.csv")),
        get("/healthz"),
        get("/j/ABCDEF"),
        format!("GET {room}/live?token={token}&since=ABCD.12 {plain}{}\r\n", UPGRADE),
        format!("POST /api/join {plain}Transfer-Encoding: chunked\r\n\r\n5\r\n{{\"co\"\r\n0\r\n\r\n"),
    ];
    texts.into_iter().map(String::into_bytes).collect()
}

const UPGRADE: &str = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: roundtable.v1\r\n";

#[test]
fn whatever_is_requested_is_answered_or_refused() {
    run("requests", |meter, chance| {
        let attacked = Attacked::begin();
        let real = requests(&attacked);
        for number in 0..extent(500, 20_000) {
            let request = match real.get(number) {
                Some(request) => request.clone(),
                None if chance.percent(5) => noise(chance),
                None => {
                    let request: &Vec<u8> = chance.one_of(&real);
                    mutated(request, &real, chance)
                }
            };
            meter.input(&request, |request| {
                let status = status(&attacked.send(request));
                assert!(status.is_none_or(|status| status < 500), "{status:?}");
                status.is_some_and(|status| status < 400)
            });
        }
        attacked.assert_unharmed();
    });
}

/// A frame as a client sends it, under a mask of zeros, which leaves what is in it as it is.
fn frame(opcode: u8, last: bool, payload: &[u8]) -> Vec<u8> {
    let mut out = vec![opcode | if last { 0x80 } else { 0 }];
    match payload.len() {
        length @ 0..126 => out.push(0x80 | length as u8),
        length @ 126..65_536 => {
            out.push(0x80 | 126);
            out.extend((length as u16).to_be_bytes());
        }
        length => {
            out.push(0x80 | 127);
            out.extend((length as u64).to_be_bytes());
        }
    }
    [out.as_slice(), &[0; 4], payload].concat()
}

fn frames(chance: &mut Chance) -> Vec<Vec<u8>> {
    let texts = commands::real()
        .into_iter()
        .map(|command| frame(1, true, with_id(command).to_string().as_bytes()));
    let binaries = messages(chance).into_iter().map(|message| frame(2, true, &message));
    let control = [
        frame(1, true, br#"{"type":"ping"}"#),
        frame(9, true, b"ping"),
        frame(10, true, b""),
        frame(8, true, &[0x03, 0xe8]),
        [frame(2, false, &[0]), frame(0, true, &[2, 2, 0, 0])].concat(),
        [
            frame(1, false, b"{\"type\":"),
            frame(9, true, b""),
            frame(0, true, b"\"ping\"}"),
        ]
        .concat(),
    ];
    texts.chain(binaries).chain(control).collect()
}

#[test]
fn whatever_frames_come_the_socket_answers_or_ends() {
    run("WebSocket frames", |meter, chance| {
        let attacked = Attacked::begin();
        let real = frames(chance);
        let token = attacked.attacker.token.clone();
        for number in 0..extent(250, 10_000) {
            let kind = if chance.percent(70) { "live" } else { "notes" };
            let path = format!("/api/meetings/{MEETING}/rooms/alpha/{kind}");
            let mut bytes =
                format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n{UPGRADE}\r\n").into_bytes();
            let head = bytes.len();
            for _ in 0..=chance.below(6) {
                let real_frame: &Vec<u8> = chance.one_of(&real);
                bytes.extend(match chance.below(4) {
                    0 => real_frame.clone(),
                    1 => mutated(real_frame, &real, chance),
                    2 => noise(chance),
                    // A frame that is whole, with changed content.
                    _ => frame(1 + (real_frame[0] & 1 ^ 1), true, &mutated(&real_frame[6..], &real, chance)),
                });
            }
            meter.input(&bytes, |bytes| {
                let status = status(&attacked.send(bytes));
                // Whoever hangs up right behind the request may be hung up on before it is answered.
                let hangs_up = bytes.len() == head;
                assert!(status == Some(101) || hangs_up && status.is_none(), "{number}: {status:?}");
                true
            });
        }
        attacked.assert_unharmed();
    });
}
