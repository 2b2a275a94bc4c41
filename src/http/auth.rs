//! Who is calling: the token from the cookie, the `Authorization` header, or (for sockets alone) the address; and whether a
//! browser was sent here by another site's page.

use super::App;
use super::error::HttpError;
use super::token::{Claims, TokenFault};
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
    find(app, headers, None, place).map(|(claims, _)| claims)
}

/// The caller of a request that changes something or opens a socket: another site's page may not use the cookie.
pub fn writer(app: &App, headers: &HeaderMap, query_token: Option<&str>, place: Place<'_>) -> Result<Claims, HttpError> {
    let (claims, carrier) = find(app, headers, query_token, place)?;
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

/// The newest token that fits the place. One that has expired says so, which tells nothing of what is there.
fn find(app: &App, headers: &HeaderMap, query_token: Option<&str>, place: Place<'_>) -> Result<(Claims, Carrier), HttpError> {
    let deliberate = bearer(headers).or(query_token);
    let carrier = if deliberate.is_some() {
        Carrier::Deliberate
    } else {
        Carrier::Cookie
    };
    let given: Vec<&str> = deliberate.map_or_else(|| cookies(headers).collect(), |token| vec![token]);
    let now = app.hub.now();
    let read: Vec<_> = given.into_iter().map(|token| app.tokens.read(token, now)).collect();
    let expired = read.contains(&Err(TokenFault::Expired));
    let fitting = read.into_iter().flatten().filter(|claims| place.fits(claims));
    match fitting.max_by_key(|claims| claims.issued_at) {
        Some(claims) => Ok((claims, carrier)),
        None if expired => Err(HttpError::expired()),
        None => Err(HttpError::not_found()),
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .strip_prefix("Bearer ")
        .map(str::trim)
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
