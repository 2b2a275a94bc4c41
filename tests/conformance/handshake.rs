//! The opening handshake, which the Autobahn cases take for granted: what is answered to whom (RFC 6455, section 4.2.2).

use super::echo::Echo;
use super::support::within;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The example of the RFC, section 1.3: a key, and what it is answered with.
const KEY: &str = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
const ACCEPT: &str = "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
/// The other headers that a client sends, each in a spelling of which it is free.
const CONNECTION: &str = "Connection: keep-alive, Upgrade";
const UPGRADE: &str = "Upgrade: WebSocket";
const VERSION: &str = "Sec-WebSocket-Version: 13";

/// The head of the answer to a request with these headers.
async fn answer(echo: &Echo, method: &str, headers: &[&str]) -> String {
    let mut stream = TcpStream::connect(echo.address).await.unwrap();
    let request = format!("{method} / HTTP/1.1\r\nHost: localhost\r\n{}\r\n\r\n", headers.join("\r\n"));
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut head = Vec::new();
    within("the head of an answer", async {
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
    })
    .await;
    String::from_utf8(head).unwrap().to_lowercase()
}

#[test]
fn a_handshake_is_answered_with_the_accept_key_of_its_own() {
    super::run(async {
        let echo = Echo::start().await;
        let head = answer(&echo, "GET", &[CONNECTION, UPGRADE, VERSION, KEY]).await;
        assert!(head.starts_with("http/1.1 101 "), "{head}");
        assert!(head.contains(&ACCEPT.to_lowercase()), "{head}");
        assert!(!head.contains("sec-websocket-extensions"), "none was asked for: {head}");
        let head = answer(
            &echo,
            "GET",
            &[
                CONNECTION,
                UPGRADE,
                VERSION,
                KEY,
                "Sec-WebSocket-Extensions: permessage-deflate",
            ],
        )
        .await;
        assert!(
            head.starts_with("http/1.1 101 ") && !head.contains("sec-websocket-extensions"),
            "an extension that is not offered is not agreed to: {head}"
        );
    });
}

#[test]
fn of_another_version_it_is_told_which_is_spoken() {
    super::run(async {
        let echo = Echo::start().await;
        let head = answer(&echo, "GET", &[CONNECTION, UPGRADE, "Sec-WebSocket-Version: 8", KEY]).await;
        assert!(head.starts_with("http/1.1 426 "), "{head}");
        assert!(head.contains("sec-websocket-version: 13\r\n"), "{head}");
    });
}

#[test]
fn what_is_no_handshake_is_a_plain_refusal() {
    super::run(async {
        let echo = Echo::start().await;
        let all = [CONNECTION, UPGRADE, VERSION, KEY];
        for left_out in [CONNECTION, UPGRADE, KEY] {
            let headers: Vec<&str> = all.into_iter().filter(|header| *header != left_out).collect();
            let head = answer(&echo, "GET", &headers).await;
            assert!(head.starts_with("http/1.1 400 "), "without {left_out}: {head}");
        }
    });
}
