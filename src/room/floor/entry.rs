//! A request for the floor: whose it is, what it says, and what the chair has decided about it.

use super::{Lane, Unit};
use crate::room::command::{Change, Entry, Wish};
use crate::room::ids::{Millis, RequestId, SeatId};
use crate::room::limits::{
    DELEGATION_CHARACTERS_MAX, GROUP_CHARACTERS_MAX, LANGUAGE_CHARACTERS_MAX, NAME_CHARACTERS_MAX, OVERRIDES_MAX,
};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::{Profile, Rank, Seat};
use crate::room::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Somebody's wish to speak.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its id; ids rise in the order of asking.
    pub id: RequestId,
    /// The seat that answers for it; none where the chair put somebody without a device on the list.
    pub seat: Option<SeatId>,
    /// Which delegation it counts for.
    pub unit: Unit,
    /// What it says.
    pub details: Details,
    /// When it was made.
    pub asked_at: Millis,
    /// Where the chair has put it.
    pub placed: Option<Placed>,
    /// What the chair has decided about it, in order.
    pub overrides: Vec<Override>,
    /// The chair's own note; empty where there is none.
    pub note: String,
}

/// What a request says beside whose it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Its lane.
    #[serde(default)]
    pub lane: Lane,
    /// Who speaks, where it is not simply the person who has the seat; without a seat, all that is known of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Profile>,
    /// The group for which they speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// The language that they will speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Whether they speak from elsewhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub remote: bool,
    /// Of a question: the request whose speech is asked about. Of an answer: the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<RequestId>,
}

/// Where the chair has put a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// How many of its lane stand in front of it.
    pub ahead: usize,
    /// Why.
    pub reason: Option<String>,
}

/// A decision of the chair that departs from the rule of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// When.
    pub at: Millis,
    /// Who decided.
    pub by: Option<SeatId>,
    /// What was decided.
    pub what: Decision,
    /// Why; none where no reason was given.
    pub reason: Option<String>,
}

/// What the chair decided about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// To put it at this place of its lane, from 1.
    Moved(u32),
    /// To hear it in another lane.
    LaneChanged(Lane),
    /// To call it while so many stood in front of it.
    CalledOutOfTurn(u32),
    /// To give its speech so many seconds more.
    TimeGiven(u32),
    /// To pass over it.
    Skipped,
    /// To put it back on the list.
    Restored,
    /// To take it off the list.
    TakenOff,
}

impl Details {
    /// Whether it says nothing but that somebody wants to speak on the list.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// What a seat asked for, its texts checked.
    pub(super) fn of_wish(wish: &Wish, lane: Lane) -> Result<Self, Refusal> {
        Ok(Self {
            lane,
            speaker: other_speaker(wish.name.as_deref(), wish.rank)?,
            on_behalf_of: group(wish.on_behalf_of.as_deref())?,
            language: language(wish.language.as_deref())?,
            remote: wish.remote,
            about: None,
        })
    }

    /// What was said anew; lane and question stay as they were, and so does the body of somebody without a seat.
    pub(super) fn of_change(change: &Change, before: &Request) -> Result<Self, Refusal> {
        let said = other_speaker(change.name.as_deref(), change.rank)?;
        let speaker = match (&before.seat, &before.details.speaker) {
            (None, Some(known)) => Some(named(Profile {
                name: said.and_then(|said| said.name),
                rank: change.rank,
                ..known.clone()
            })?),
            _ => said,
        };
        Ok(Self {
            speaker,
            on_behalf_of: group(change.on_behalf_of.as_deref())?,
            language: language(change.language.as_deref())?,
            remote: change.remote,
            ..before.details.clone()
        })
    }

    /// What the chair's entry says; its texts were checked when it was queued.
    pub(super) fn of_entry(entry: &Entry) -> Self {
        Self {
            lane: entry.lane.unwrap_or_default(),
            speaker: Some(entry.profile.clone()),
            on_behalf_of: entry.on_behalf_of.clone(),
            language: entry.language.clone(),
            remote: entry.remote,
            about: None,
        }
    }
}

impl Request {
    /// Who speaks: what the request says, and for the rest the seat as it is now.
    pub fn speaker(&self, seats: &BTreeMap<SeatId, Seat>) -> Profile {
        let seat = self.seat.as_ref().and_then(|seat| seats.get(seat)).map(|seat| &seat.profile);
        match (seat, &self.details.speaker) {
            (Some(seat), Some(said)) => Profile {
                // Somebody else of the delegation has a rank of their own, or none that is known.
                rank: said.rank.or(if said.name.is_none() { seat.rank } else { None }),
                name: said.name.clone().or_else(|| seat.name.clone()),
                ..seat.clone()
            },
            (Some(seat), None) => seat.clone(),
            (None, said) => said.clone().unwrap_or_default(),
        }
    }

    /// Puts a decision on its record.
    pub(super) fn decided(&mut self, decision: Override) {
        self.overrides.truncate(OVERRIDES_MAX - 1);
        self.overrides.push(decision);
    }
}

/// The entry with its texts trimmed; refused where it names nobody.
pub fn checked(entry: &Entry) -> Result<Entry, Refusal> {
    let profile = Profile {
        name: text_of("The name", entry.profile.name.as_deref(), NAME_CHARACTERS_MAX)?,
        delegation: text_of(
            "The delegation",
            entry.profile.delegation.as_deref(),
            DELEGATION_CHARACTERS_MAX,
        )?,
        ..entry.profile
    };
    Ok(Entry {
        profile: named(profile)?,
        on_behalf_of: group(entry.on_behalf_of.as_deref())?,
        language: language(entry.language.as_deref())?,
        note: text_of("The note", entry.note.as_deref(), crate::room::limits::NOTE_CHARACTERS_MAX)?,
        ..entry.clone()
    })
}

/// The profile, where it says who speaks.
fn named(profile: Profile) -> Result<Profile, Refusal> {
    if profile.name.is_some() || profile.delegation.is_some() {
        return Ok(profile);
    }
    let sentence = "Say who wants to speak: a name, a delegation, or both.";
    Err(Refusal::new(Code::TextInvalid, sentence))
}

fn other_speaker(name: Option<&str>, rank: Option<Rank>) -> Result<Option<Profile>, Refusal> {
    let name = text_of("The name", name, NAME_CHARACTERS_MAX)?;
    let said = name.is_some() || rank.is_some();
    Ok(said.then(|| Profile {
        name,
        rank,
        ..Profile::default()
    }))
}

fn group(written: Option<&str>) -> Result<Option<String>, Refusal> {
    text_of("The group spoken for", written, GROUP_CHARACTERS_MAX)
}

fn language(written: Option<&str>) -> Result<Option<String>, Refusal> {
    let tag = text_of("The language", written, LANGUAGE_CHARACTERS_MAX)?;
    match tag {
        Some(tag) if !text::is_language(&tag) => Err(Refusal::new(
            Code::TextInvalid,
            "The language is to be a tag such as en, fr or zh-Hant.",
        )),
        tag => Ok(tag),
    }
}

/// The text trimmed; an empty one counts as left out.
pub(super) fn text_of(what: &str, written: Option<&str>, characters_max: usize) -> Result<Option<String>, Refusal> {
    let Some(written) = written else { return Ok(None) };
    let text = text::checked(what, written, characters_max).map_err(|sentence| Refusal::new(Code::TextInvalid, sentence))?;
    Ok((!text.is_empty()).then_some(text))
}
