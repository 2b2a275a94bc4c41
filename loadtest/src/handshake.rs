//! How a connection becomes a WebSocket, with as little work as it takes: thousands do it in the same instant, and what this program
//! needs for it would be taken for the server's time.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Every connection has the same key, and so the same answer to it: it only tells that the other side speaks WebSocket at all.
const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";
const ANSWER: &str = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

/// A head that is longer than this is none.
const HEAD_BYTES_MAX: usize = 16 * 1024;

/// The request for a WebSocket.
pub fn request(path: &str, authority: &str, token: Option<&str>) -> String {
    let mut request = format!(
        "GET {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {KEY}\r\n"
    );
    if let Some(token) = token {
        request += &format!("Authorization: Bearer {token}\r\nSec-WebSocket-Protocol: roundtable.v1\r\n");
    }
    request + "\r\n"
}

/// Asks, and reads the answer; what came behind it is the first of the WebSocket.
pub async fn shake_hands(stream: &mut TcpStream, request: &str) -> Result<Vec<u8>, String> {
    let failed = |error: std::io::Error| error.to_string();
    stream.write_all(request.as_bytes()).await.map_err(failed)?;
    let mut read = Vec::with_capacity(2048);
    loop {
        if stream.read_buf(&mut read).await.map_err(failed)? == 0 {
            return Err("the connection ended before there was an answer".into());
        }
        if let Some(end) = end_of_head(&read) {
            check(&String::from_utf8_lossy(&read[..end]))?;
            return Ok(read.split_off(end));
        }
        if read.len() > HEAD_BYTES_MAX {
            return Err("the answer is no HTTP".into());
        }
    }
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

fn check(head: &str) -> Result<(), String> {
    let (status, fields) = head.split_once("\r\n").unwrap_or((head, ""));
    let is_switched = status.split(' ').nth(1) == Some("101");
    let mut fields = fields.split("\r\n").filter_map(|line| line.split_once(':'));
    let is_answered = fields.any(|(name, value)| name.eq_ignore_ascii_case("sec-websocket-accept") && value.trim() == ANSWER);
    match (is_switched, is_answered) {
        (true, true) => Ok(()),
        (true, false) => Err("the server does not answer as a WebSocket does".into()),
        (false, _) => Err(format!("the server said: {status}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_switches_and_answers_the_key_is_a_websocket() {
        let head = format!("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nSec-WebSocket-Accept: {ANSWER}\r\n\r\n");
        assert_eq!(check(&head), Ok(()));
        assert!(check(&head.replace("s3p", "xyz")).is_err());
        let refused = check("HTTP/1.1 404 Not Found\r\n\r\n");
        assert!(refused.is_err_and(|why| why.contains("404")));
    }

    #[test]
    fn a_token_goes_with_the_request_where_there_is_one() {
        let with = request("/live", "here", Some("t"));
        assert!(with.contains("Authorization: Bearer t\r\n") && with.ends_with("\r\n\r\n"));
        assert!(!request("/live", "here", None).contains("Authorization"));
    }

    #[test]
    fn the_head_ends_at_the_empty_line() {
        assert_eq!(end_of_head(b"a\r\n\r\nrest"), Some(5));
        assert_eq!(end_of_head(b"a\r\n"), None);
    }
}
