//! Who is let in: what each join code opens, and who had to leave again: whoever came with a code that was replaced because it got into
//! wrong hands, and single seats that were ended. Unlike the rest of what the server knows this changes while it runs.

use super::guests::Guests;
use super::registry::random_text;
use crate::meeting::{Meeting, codes};
use crate::people::Register;
use crate::room::ids::SeatId;
use crate::room::seat::{Role, Seat};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// What a join code opens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// The meeting.
    pub meeting: String,
    /// The room; none: all of them (the organiser), or those that the list of participants says (a participant).
    pub room: Option<String>,
    /// As what.
    pub role: Role,
}

impl Grant {
    /// Whether it is that of somebody on the list of participants, whom their own code lets into the meeting.
    pub fn is_personal(&self) -> bool {
        self.room.is_none() && self.role == Role::Participant
    }
}

/// How often those who had come with a link had to leave: 0 for everybody who comes before the first time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Issue(pub u32);

impl Issue {
    /// Whether nobody had to leave yet.
    pub fn is_first(&self) -> bool {
        *self == Self::default()
    }
}

/// What becomes of those who came with a code that is replaced.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Seats {
    /// They have to leave, and need the new code.
    #[default]
    End,
    /// They stay: only the code is changed.
    Keep,
}

/// The codes, and who had to leave.
#[derive(Default)]
pub struct Admission {
    codes: HashMap<Grant, (String, Issue)>,
    // By digest, so that looking one up takes the same time however much of a guess is right.
    grants: HashMap<[u8; 32], Grant>,
    ended: HashSet<(String, SeatId)>,
    guests: HashMap<String, Guests>,
    /// Meetings that nobody but their organiser comes into any more.
    forgotten: HashSet<String>,
}

impl Admission {
    /// The code of a link.
    pub fn code(&self, grant: &Grant) -> Option<&str> {
        self.codes.get(grant).map(|(code, _)| code.as_str())
    }

    /// What a code opens, as somebody typed it, and of which issue those are who come with it.
    pub fn grant(&self, code: &str) -> Option<(&Grant, Issue)> {
        let grant = self.grants.get(&digest(&codes::normalise(code)?))?;
        self.codes.get(grant).map(|(_, issue)| (grant, *issue))
    }

    /// Whether a seat that was taken with a link may still be used.
    pub fn holds(&self, grant: &Grant, issue: Issue, seat: &SeatId) -> bool {
        if grant.is_personal() {
            let guests = self.guests.get(&grant.meeting);
            return guests.is_some_and(|guests| guests.holds(seat, issue.0)) && !self.is_ended(&grant.meeting, seat);
        }
        let is_current = self.codes.get(grant).is_some_and(|(_, current)| issue == *current);
        is_current && !self.is_ended(&grant.meeting, seat)
    }

    /// Whom a personal code belongs to, as somebody typed it: the meeting, the issue of the code and the seat.
    pub fn guest(&self, code: &str) -> Option<(&str, Issue, Seat)> {
        let code = digest(&codes::normalise(code)?);
        self.guests.iter().find_map(|(meeting, guests)| {
            let (issue, seat) = guests.seat(guests.holder(&code)?)?;
            Some((meeting.as_str(), Issue(issue), seat))
        })
    }

    /// The people on the list of a meeting.
    pub fn guests(&self, meeting: &str) -> Option<&Guests> {
        self.guests.get(meeting)
    }

    /// The list of a meeting is so now. Answers with what it was before.
    pub fn set_guests(&mut self, meeting: &str, guests: Guests) -> Guests {
        self.guests.insert(meeting.to_owned(), guests).unwrap_or_default()
    }

    /// The groups of one person on the list are so now. Answers with the rooms of those that they had before.
    pub fn renew_guest(&mut self, meeting: &str, register: &Register, seat: &SeatId) -> Vec<String> {
        let guests = self.guests.get_mut(meeting);
        guests.map(|guests| guests.renew(register, seat)).unwrap_or_default()
    }

    /// Whether a code, in its normal form, opens something.
    pub fn is_taken(&self, code: &str) -> bool {
        let digest = digest(code);
        self.grants.contains_key(&digest) || self.guests.values().any(|guests| guests.holder(&digest).is_some())
    }

    /// Whether a seat was ended.
    pub fn is_ended(&self, meeting: &str, seat: &SeatId) -> bool {
        !self.ended.is_empty() && self.ended.contains(&(meeting.to_owned(), seat.clone()))
    }

    /// A code was made for a link; the one that it had opens nothing any more.
    pub fn set_code(&mut self, grant: Grant, code: String, seats: Seats) {
        let issue = match self.codes.get(&grant) {
            None => Issue::default(),
            Some((replaced, issue)) => {
                self.grants.remove(&digest(replaced));
                match seats {
                    Seats::End => Issue(issue.0.saturating_add(1)),
                    Seats::Keep => *issue,
                }
            }
        };
        self.grants.insert(digest(&code), grant.clone());
        self.codes.insert(grant, (code, issue));
    }

    /// A seat was ended.
    pub fn end_seat(&mut self, meeting: String, seat: SeatId) {
        self.ended.insert((meeting, seat));
    }

    /// Every link of a meeting but the organiser's opens nothing any more, for good.
    pub fn forget(&mut self, meeting: &str) {
        let goes = |link: &Grant| link.meeting == meeting && link.role != Role::Organiser;
        self.codes.retain(|link, _| !goes(link));
        self.grants.retain(|_, link| !goes(link));
        self.ended.retain(|(of, _)| of != meeting);
        self.guests.remove(meeting);
        self.forgotten.insert(meeting.to_owned());
    }

    /// Whether that was done.
    pub fn is_forgotten(&self, meeting: &str) -> bool {
        self.forgotten.contains(meeting)
    }

    /// Codes for the links of a meeting that have none yet. One that is forgotten gets none any more but the organiser's.
    pub fn missing_codes(&self, meeting: &Meeting) -> Vec<(Grant, String)> {
        let is_forgotten = self.is_forgotten(&meeting.id);
        let organiser = Grant {
            meeting: meeting.id.clone(),
            room: None,
            role: Role::Organiser,
        };
        let of_rooms = meeting.rooms.iter().flat_map(|room| {
            let roles = [Role::Participant, Role::Chair, Role::Rapporteur, Role::Screen];
            roles.map(|role| Grant {
                meeting: meeting.id.clone(),
                room: Some(room.id.clone()),
                role,
            })
        });
        let mut made = HashSet::new();
        std::iter::once(organiser)
            .chain(of_rooms)
            .filter(|grant| !self.codes.contains_key(grant) && (grant.role == Role::Organiser || !is_forgotten))
            .map(|grant| {
                let code = self.fresh_code(grant.role, &made);
                made.insert(code.clone());
                (grant, code)
            })
            .collect()
    }

    /// A code that opens nothing yet and is none of those.
    pub fn fresh_code(&self, role: Role, made: &HashSet<String>) -> String {
        let length = if role == Role::Participant {
            codes::PARTICIPANT_CHARACTERS
        } else {
            codes::PRIVILEGED_CHARACTERS
        };
        loop {
            let code = random_text(length);
            if !made.contains(&code) && !self.is_taken(&code) {
                return code;
            }
        }
    }
}

/// By what a code is kept.
pub(super) fn digest(code: &str) -> [u8; 32] {
    Sha256::digest(code.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Grant {
        Grant {
            meeting: "m".into(),
            room: Some("r".into()),
            role: Role::Chair,
        }
    }

    #[test]
    fn a_replaced_code_opens_nothing_and_those_who_came_with_it_leave_or_stay() {
        let (mut admission, seat) = (Admission::default(), SeatId::new("seat-1").unwrap());
        admission.set_code(link(), "AAAAAA".into(), Seats::End);
        let first = admission.grant("aaa-aaa").unwrap().1;
        assert!(first.is_first() && admission.holds(&link(), first, &seat));
        admission.set_code(link(), "BBBBBB".into(), Seats::Keep);
        assert!(admission.grant("AAAAAA").is_none() && admission.holds(&link(), first, &seat));
        admission.set_code(link(), "CCCCCC".into(), Seats::End);
        let second = admission.grant("CCCCCC").unwrap().1;
        assert!(!admission.holds(&link(), first, &seat) && admission.holds(&link(), second, &seat));
        admission.end_seat("m".into(), seat.clone());
        assert!(!admission.holds(&link(), second, &seat));
        assert!(admission.holds(&link(), second, &SeatId::new("seat-2").unwrap()));
    }
}
