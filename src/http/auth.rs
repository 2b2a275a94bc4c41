//! Who is calling: the token from the cookie, the `Authorization` header, or (for sockets alone) the address; and whether a
//! browser was sent here by another site's page.

use super::App;
use super::error::HttpError;
use super::token::Claims;
use crate::room::seat::Role;
use axum::http::{HeaderMap, header};

/// Start of the names of our cookies.
const COOKIE_PREFIX: &str = "roundtable-";
/// Cookies that are looked at: more seats than one browser holds.
const COOKIES_MAX: usize = 64;

/// How the token came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Carrier {
    /// With a cookie, which a browser also sends for other sites' pages.
    Cookie,
    /// In a header or an address that somebody wrote on purpose.
    Deliberate,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The meeting.
    pub meeting: &'a str,
    /// One of its rooms; none: the meeting as a whole.
    pub room: Option<&'a str>,
}

impl Place<'_> {
    fn fits(&self, claims: &Claims) -> bool {
        let room_fits = match (&claims.room, self.room) {
            (None, _) => claims.role == Role::Organiser,
            (Some(_), None) => true,
            (Some(own), Some(asked)) => own == asked,
        };
        claims.meeting == self.meeting && room_fits
    }
}

/// The caller of a reading request.
pub fn reader(app: &App, headers: &HeaderMap, place: Place<'_>) -> Result<Claims, HttpError> {
    find(app, headers, None, place)
        .map(|(claims, _)| claims)
        .ok_or_else(HttpError::not_found)
}

/// The caller of a request that changes something or opens a socket: another site's page may not use the cookie.
pub fn writer(app: &App, headers: &HeaderMap, query_token: Option<&str>, place: Place<'_>) -> Result<Claims, HttpError> {
    let (claims, carrier) = find(app, headers, query_token, place).ok_or_else(HttpError::not_found)?;
    if carrier == Carrier::Cookie {
        own_origin(app, headers)?;
    }
    Ok(claims)
}

/// Refuses what a browser says was sent by another site's page. Programs that are no browsers send no origin.
pub fn own_origin(app: &App, headers: &HeaderMap) -> Result<(), HttpError> {
    let Some(origin) = headers.get(header::ORIGIN) else {
        return Ok(());
    };
    let origin = origin.to_str().unwrap_or_default();
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let by_host = ["http://", "https://"]
        .iter()
        .any(|scheme| !host.is_empty() && origin.strip_prefix(scheme) == Some(host));
    let by_setting = app.public_url.as_deref().is_some_and(|url| origin_of(url) == origin);
    if by_host || by_setting {
        Ok(())
    } else {
        Err(HttpError::foreign_origin())
    }
}

/// `https://host:port` of an address.
fn origin_of(url: &str) -> &str {
    let host_at = url.find("://").map_or(0, |at| at + 3);
    url[host_at..].find('/').map_or(url, |slash| &url[..host_at + slash])
}

fn find(app: &App, headers: &HeaderMap, query_token: Option<&str>, place: Place<'_>) -> Option<(Claims, Carrier)> {
    let now = app.hub.now();
    let read = |token: &str| app.tokens.read(token, now).filter(|claims| place.fits(claims));
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    if let Some(token) = bearer.or(query_token) {
        return read(token.trim()).map(|claims| (claims, Carrier::Deliberate));
    }
    cookies(headers)
        .filter_map(read)
        .max_by_key(|claims| claims.issued_at)
        .map(|claims| (claims, Carrier::Cookie))
}

fn cookies(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| name.starts_with(COOKIE_PREFIX))
        .map(|(_, value)| value)
        .take(COOKIES_MAX)
}

/// The cookie that keeps a token: one for each seat, so that a browser may hold several; unreadable for scripts.
pub fn cookie(app: &App, claims: &Claims, token: &str) -> String {
    let room = claims.room.as_deref().map(|room| format!("-{room}")).unwrap_or_default();
    let secure = if app.public_url.as_deref().is_some_and(|url| url.starts_with("https://")) {
        "; Secure"
    } else {
        ""
    };
    let seconds = super::token::LIFETIME_MS / 1_000;
    format!(
        "{COOKIE_PREFIX}{}{room}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}",
        claims.meeting
    )
}

#[cfg(test)]
mod tests {
    use super::origin_of;

    #[test]
    fn an_address_has_the_origin_before_its_path() {
        assert_eq!(origin_of("https://meeting.example/rt/"), "https://meeting.example");
        assert_eq!(origin_of("http://10.0.0.7:8080"), "http://10.0.0.7:8080");
    }
}
