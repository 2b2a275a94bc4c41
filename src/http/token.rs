//! Tokens: who somebody is, said by the server and authenticated with its key. One fixed algorithm (HMAC-SHA-256) and no
//! header to choose another by.

use crate::hub::admission::{Grant, Issue};
use crate::room::ids::{Millis, SeatId};
use crate::room::seat::Role;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::time::Duration;

/// How long a token holds: over the meeting and the weeks in which the outcome is downloaded.
pub const LIFETIME_MS: i64 = 30 * 24 * 60 * 60 * 1_000;
/// The longest text that is looked at as a token.
pub const CHARACTERS_MAX: usize = 512;

/// What a token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The meeting.
    #[serde(rename = "m")]
    pub meeting: String,
    /// The room; none: all of the meeting (the organiser), or what the list of participants says (a participant).
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// The seat.
    #[serde(rename = "s")]
    pub seat: SeatId,
    /// As what.
    #[serde(rename = "o")]
    pub role: Role,
    /// When it was given out.
    #[serde(rename = "i")]
    pub issued_at: Millis,
    /// Of which issue those are who came with the same link.
    #[serde(rename = "n", default, skip_serializing_if = "Issue::is_first")]
    pub issue: Issue,
}

impl Claims {
    /// The link that the seat was taken with.
    pub fn link(&self) -> Grant {
        Grant {
            meeting: self.meeting.clone(),
            room: self.room.clone(),
            role: self.role,
        }
    }

    /// Whether they are those of somebody on the list of participants, which says into which rooms they are let.
    pub fn is_personal(&self) -> bool {
        self.room.is_none() && self.role == Role::Participant
    }

    /// How much longer they hold.
    pub fn holds_for(&self, now: Millis) -> Duration {
        let left_ms = self.issued_at.0.saturating_add(LIFETIME_MS).saturating_sub(now.0);
        // The last millisecond is one in which they still hold.
        Duration::from_millis(u64::try_from(left_ms).map_or(0, |left_ms| left_ms + 1))
    }
}

/// Why a token says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenFault {
    /// It was not given out by this server, or was altered.
    NotOurs,
    /// It was, but too long ago.
    Expired,
    /// It was, but the seat was ended, or whoever came with the same link had to leave.
    Ended,
}

/// Gives out tokens and reads them back.
pub struct Tokens(Hmac<Sha256>);

impl Tokens {
    /// With the server's key.
    pub fn new(key: &[u8; 32]) -> Self {
        // HMAC fills a short key up to the hash's block with zeros (RFC 2104, section 2).
        let mut block = [0; 64];
        block[..32].copy_from_slice(key);
        Self(Hmac::new(&block.into()))
    }

    /// A token that says this.
    pub fn issue(&self, claims: &Claims) -> Result<String, serde_json::Error> {
        let payload = URL_SAFE_NO_PAD.encode(serde_json::to_vec(claims)?);
        let tag = self.0.clone().chain_update(payload.as_bytes()).finalize().into_bytes();
        Ok(format!("{payload}.{}", URL_SAFE_NO_PAD.encode(tag)))
    }

    /// What a token says. The comparison takes the same time whatever is wrong.
    pub fn read(&self, token: &str, now: Millis) -> Result<Claims, TokenFault> {
        let claims = self.authentic(token).ok_or(TokenFault::NotOurs)?;
        if now.0 <= claims.issued_at.0.saturating_add(LIFETIME_MS) {
            Ok(claims)
        } else {
            Err(TokenFault::Expired)
        }
    }

    fn authentic(&self, token: &str) -> Option<Claims> {
        if token.len() > CHARACTERS_MAX {
            return None;
        }
        let (payload, tag) = token.split_once('.')?;
        let tag = URL_SAFE_NO_PAD.decode(tag).ok()?;
        self.0.clone().chain_update(payload.as_bytes()).verify_slice(&tag).ok()?;
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims() -> Claims {
        let seat = SeatId::new("seat-1").unwrap();
        Claims {
            meeting: "m".into(),
            room: Some("r".into()),
            seat,
            role: Role::Chair,
            issued_at: Millis(1_000),
            issue: Issue::default(),
        }
    }

    #[test]
    fn a_token_says_what_was_put_into_it() {
        let tokens = Tokens::new(&[7; 32]);
        let token = tokens.issue(&claims()).unwrap();
        assert_eq!(tokens.read(&token, Millis(2_000)), Ok(claims()));
    }

    #[test]
    fn every_altered_character_and_every_other_key_makes_it_void() {
        let tokens = Tokens::new(&[7; 32]);
        let token = tokens.issue(&claims()).unwrap();
        for index in 0..token.len() {
            let mut altered = token.clone().into_bytes();
            altered[index] = if altered[index] == b'A' { b'B' } else { b'A' };
            let altered = String::from_utf8(altered).unwrap();
            assert!(
                altered == token || tokens.read(&altered, Millis(2_000)).is_err(),
                "character {index}"
            );
        }
        assert_eq!(Tokens::new(&[8; 32]).read(&token, Millis(2_000)), Err(TokenFault::NotOurs));
    }

    #[test]
    fn an_expired_token_is_void() {
        let tokens = Tokens::new(&[7; 32]);
        let token = tokens.issue(&claims()).unwrap();
        assert!(tokens.read(&token, Millis(1_000 + LIFETIME_MS)).is_ok());
        assert_eq!(tokens.read(&token, Millis(1_001 + LIFETIME_MS)), Err(TokenFault::Expired));
    }
}
