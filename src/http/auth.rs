//! Who is calling: the token from the cookie, the `Authorization` header, or (for sockets alone) the address; and whether a
//! browser was sent here by another site's page.

use super::App;
use super::allowance::Kind;
use super::error::HttpError;
use super::token::{Claims, TokenFault};
use crate::protocol::disconnect::Disconnect;
use crate::room::seat::Role;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use std::collections::BTreeMap;

/// Start of the names of our cookies.
const COOKIE_PREFIX: &str = "roundtable";
/// Cookies of a meeting that are looked at: more seats than one browser holds in it.
const COOKIES_MAX: usize = 64;
/// The header that says as which role the caller acts.
const AS_ROLE: HeaderName = HeaderName::from_static("roundtable-as");
/// The header by which browsers say whose page sent a request.
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

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
    /// As which role, where the address says it; none: as the header says, else as whatever the caller is there.
    pub role: Option<Role>,
}

impl Place<'_> {
    fn fits(&self, app: &App, claims: &Claims) -> bool {
        let room_fits = match (&claims.room, self.room) {
            (None, Some(room)) if claims.is_personal() => app.hub.registry.may_enter(&claims.meeting, &claims.seat, room),
            (None, _) => claims.role == Role::Organiser || claims.is_personal(),
            (Some(_), None) => true,
            (Some(own), Some(asked)) => own == asked,
        };
        claims.meeting == self.meeting && room_fits && self.role.is_none_or(|role| role == claims.role)
    }
}

/// The caller of a reading request.
pub fn reader(app: &App, headers: &HeaderMap, place: Place<'_>) -> Result<Claims, HttpError> {
    let (claims, _) = find(app, headers, None, place)?;
    take(app, &claims, Kind::Request)?;
    Ok(claims)
}

/// The caller of a request that changes something or opens a socket: another site's page may not use the cookie.
pub fn writer(app: &App, headers: &HeaderMap, query_token: Option<&str>, place: Place<'_>) -> Result<Claims, HttpError> {
    let (claims, carrier) = find(app, headers, query_token, place)?;
    if carrier == Carrier::Cookie {
        own_origin(app, headers)?;
    }
    Ok(claims)
}

/// Counts what somebody asks for; refuses it where it is more than people ask for.
pub fn take(app: &App, claims: &Claims, kind: Kind) -> Result<(), HttpError> {
    app.allowances.of_seat(&claims.seat).take(kind).map_err(HttpError::too_much)
}

/// Refuses what a browser says was sent by another site's page, in one way or the other. Programs that are no browsers say neither.
pub fn own_origin(app: &App, headers: &HeaderMap) -> Result<(), HttpError> {
    let foreign = || Err(HttpError::foreign_origin(app.public_url.as_deref()));
    // None: somebody typed the address.
    let from_here = |site: &HeaderValue| site == "same-origin" || site == "none";
    if headers.get(SITE).is_some_and(|site| !from_here(site)) {
        return foreign();
    }
    let Some(origin) = headers.get(header::ORIGIN) else {
        return Ok(());
    };
    let origin = origin.to_str().unwrap_or_default();
    let is_own = match app.public_url.as_deref() {
        Some(own) => origin == own,
        // Whether a proxy in front speaks TLS is not known then.
        None => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
            let scheme = host.and_then(|host| origin.strip_suffix(host));
            matches!(scheme, Some("http://" | "https://")) && host != Some("")
        }
    };
    if is_own { Ok(()) } else { foreign() }
}

/// The newest token that fits the place. One that holds no more says so, which tells nothing of what is there.
fn find(app: &App, headers: &HeaderMap, query_token: Option<&str>, place: Place<'_>) -> Result<(Claims, Carrier), HttpError> {
    let role = match place.role {
        Some(role) => Some(role),
        None => role_asked(headers)?,
    };
    let place = Place { role, ..place };
    let deliberate = bearer(headers).or(query_token);
    let carrier = if deliberate.is_some() {
        Carrier::Deliberate
    } else {
        Carrier::Cookie
    };
    let given: Vec<&str> = deliberate.map_or_else(|| cookies(headers, place.meeting), |token| vec![token]);
    let read: Vec<_> = given.into_iter().map(|token| held(app, token)).collect();
    let expired = read
        .iter()
        .any(|read| matches!(read, Err(TokenFault::Expired | TokenFault::Ended)));
    let fitting = read.into_iter().flatten().filter(|claims| place.fits(app, claims));
    match fitting.max_by_key(|claims| claims.issued_at) {
        Some(claims) => Ok((claims, carrier)),
        None if expired => Err(HttpError::expired()),
        None => Err(HttpError::not_found()),
    }
}

/// The caller's organiser seats, by meeting: of each meeting the newest.
pub fn organiser_seats(app: &App, headers: &HeaderMap) -> BTreeMap<String, Claims> {
    let given = bearer(headers).map_or_else(|| every_cookie(headers, COOKIE_PREFIX), |token| vec![token]);
    let mut seats: BTreeMap<String, Claims> = BTreeMap::new();
    for claims in given.into_iter().filter_map(|token| held(app, token).ok()) {
        let older = seats
            .get(&claims.meeting)
            .is_none_or(|known| known.issued_at <= claims.issued_at);
        if claims.role == Role::Organiser && older {
            seats.insert(claims.meeting.clone(), claims);
        }
    }
    seats
}

/// Refuses what another site's page sent, where the caller's cookie would do it.
pub fn own_origin_of_cookie(app: &App, headers: &HeaderMap) -> Result<(), HttpError> {
    if bearer(headers).is_some() {
        return Ok(());
    }
    own_origin(app, headers)
}

/// What a token says, if it still holds.
fn held(app: &App, token: &str) -> Result<Claims, TokenFault> {
    let claims = app.tokens.read(token, app.hub.now())?;
    if still_holds(app, &claims) {
        Ok(claims)
    } else {
        Err(TokenFault::Ended)
    }
}

/// Whether nobody has shown out whoever has this seat.
pub fn still_holds(app: &App, claims: &Claims) -> bool {
    app.hub.registry.holds(&claims.link(), claims.issue, &claims.seat)
}

/// The same for a room that they are in: whoever is on the list of participants may have been put into another group.
pub fn may_stay(app: &App, claims: &Claims, room: &str) -> Result<(), Disconnect> {
    if !still_holds(app, claims) {
        return Err(Disconnect::SeatGone);
    }
    if claims.is_personal() && !app.hub.registry.may_enter(&claims.meeting, &claims.seat, room) {
        return Err(Disconnect::Moved);
    }
    Ok(())
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .strip_prefix("Bearer ")
        .map(str::trim)
}

/// The role's word in headers, addresses and cookies, as in the protocol.
pub fn name_of(role: Role) -> &'static str {
    match role {
        Role::Participant => "participant",
        Role::Chair => "chair",
        Role::Rapporteur => "rapporteur",
        Role::Screen => "screen",
        Role::Organiser => "organiser",
    }
}

/// As which role the caller acts, where a header says it.
fn role_asked(headers: &HeaderMap) -> Result<Option<Role>, HttpError> {
    let Some(asked) = headers.get(AS_ROLE) else {
        return Ok(None);
    };
    let named = |role: &Role| asked.to_str().is_ok_and(|asked| asked == name_of(*role));
    let role = Role::ALL.into_iter().find(named);
    role.map(Some).ok_or_else(|| {
        let roles = Role::ALL.map(name_of).join(", ");
        HttpError::bad_request(format!("The header Roundtable-As names no role; the roles are {roles}."))
    })
}

/// The tokens that came with the meeting's cookies.
fn cookies<'a>(headers: &'a HeaderMap, meeting: &str) -> Vec<&'a str> {
    every_cookie(headers, &format!("{COOKIE_PREFIX}.{meeting}."))
}

/// The tokens that came with cookies whose names begin so.
fn every_cookie<'a>(headers: &'a HeaderMap, prefix: &str) -> Vec<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| name.starts_with(prefix))
        .map(|(_, value)| value)
        .take(COOKIES_MAX)
        .collect()
}

/// The cookie that keeps a token, unreadable for scripts.
pub fn cookie(app: &App, claims: &Claims, token: &str) -> String {
    let secure = if app.public_url.as_deref().is_some_and(|url| url.starts_with("https://")) {
        "; Secure"
    } else {
        ""
    };
    let (name, seconds) = (cookie_name(claims), super::token::LIFETIME_MS / 1_000);
    format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

/// One cookie for each role in each room, so that a browser may hold several. No id has a dot in it, so that no two of them
/// have the same name.
fn cookie_name(claims: &Claims) -> String {
    let room = claims.room.as_deref().unwrap_or_default();
    format!("{COOKIE_PREFIX}.{}.{room}.{}", claims.meeting, name_of(claims.role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::admission::Issue;
    use crate::room::ids::{Millis, SeatId};
    use std::collections::BTreeSet;

    #[test]
    fn no_two_seats_of_a_browser_share_a_cookie() {
        let places = [
            ("a-b", Some("c")),
            ("a", Some("b-c")),
            ("a", None),
            ("a-b", None),
            ("a", Some("organiser")),
        ];
        let names = places.iter().flat_map(|(meeting, room)| {
            Role::ALL.map(|role| {
                cookie_name(&Claims {
                    meeting: (*meeting).into(),
                    room: room.map(str::to_owned),
                    seat: SeatId::new("seat-1").unwrap(),
                    role,
                    issued_at: Millis(0),
                    issue: Issue::default(),
                })
            })
        });
        assert_eq!(names.collect::<BTreeSet<_>>().len(), places.len() * Role::ALL.len());
    }

    #[test]
    fn a_role_is_called_as_in_the_protocol() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), name_of(role));
        }
    }
}
