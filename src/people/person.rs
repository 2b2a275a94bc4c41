//! Somebody who takes part.

use super::sheet::Field;
use super::wrong::{What, Wrong};
use crate::meeting::codes;
use crate::room::delegations::{self, Region};
use crate::room::ids::SeatId;
use crate::room::limits::{DELEGATION_CHARACTERS_MAX, LANGUAGE_CHARACTERS_MAX, NAME_CHARACTERS_MAX};
use crate::room::seat::{Class, Profile, Rank, Role, Seat};
use crate::room::text;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// What is known of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ParticipantDetails)]
pub struct Details {
    /// The name as it is shown in the rooms.
    pub name: String,
    /// The State, organization or stakeholder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<String>,
    /// The kind of body; where left out, that of a State is known from its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// The person's rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// The language that the person prefers, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// Somebody on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The person's seat, the same in every room.
    pub id: SeatId,
    /// What is known of them.
    pub details: Details,
    /// Their code, in its normal form.
    pub code: String,
    /// How often it was replaced: whoever came with an earlier one is out.
    pub issue: u32,
    /// How often something of theirs has changed, their groups included.
    pub changes: u64,
    /// The room of each session in which they have a group.
    pub groups: BTreeMap<String, String>,
}

impl Person {
    /// The seat that they take in a room.
    pub fn seat(&self) -> Seat {
        Seat {
            id: self.id.clone(),
            role: Role::Participant,
            profile: self.details.profile(),
            issue: 0,
        }
    }
}

impl Details {
    /// With its texts trimmed and its class known; or every field that does not hold up, and why.
    pub fn checked(&self) -> Result<Self, Vec<(Field, Wrong)>> {
        let mut faults = Vec::new();
        let mut held = |text: Result<String, (Field, Wrong)>| text.map_err(|fault| faults.push(fault)).unwrap_or_default();
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let name = held(self.checked_name());
        let delegation = given(&self.delegation);
        let delegation = held(text_of(
            Field::Delegation,
            "The delegation",
            &delegation,
            DELEGATION_CHARACTERS_MAX,
        ));
        let language = given(&self.language).trim().to_owned();
        if !language.is_empty() && (language.len() > LANGUAGE_CHARACTERS_MAX || !text::is_language(&language)) {
            let said = "A language is said by its tag, such as en, fr or pt-BR.";
            faults.push((Field::Language, Wrong::new(What::Language, said)));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let known = delegations::find(&delegation);
        Ok(Self {
            name,
            class: self.class.or(known.map(|state| state.class)),
            delegation: (!delegation.is_empty()).then_some(delegation),
            rank: self.rank,
            language: (!language.is_empty()).then_some(language),
        })
    }

    fn checked_name(&self) -> Result<String, (Field, Wrong)> {
        let name = text_of(Field::Name, "The name", &self.name, NAME_CHARACTERS_MAX)?;
        if name.is_empty() {
            return Err((Field::Name, Wrong::new(What::NameEmpty, "The name is empty.")));
        }
        Ok(name)
    }

    /// By what a person is known again who has no code: the name and the delegation, however they are written.
    pub fn key(&self) -> String {
        let delegation = self.delegation.as_deref().unwrap_or_default();
        let known = delegations::find(delegation).map_or(delegation, |state| state.name);
        format!("{}\u{1f}{}", folded(&self.name), folded(known))
    }

    /// The regional group of the person's State.
    pub fn region(&self) -> Option<Region> {
        delegations::find(self.delegation.as_deref()?)?.region
    }

    /// How the person is called in a sentence.
    pub fn called(&self) -> String {
        match &self.delegation {
            Some(delegation) => format!("{} ({delegation})", self.name),
            None => self.name.clone(),
        }
    }

    fn profile(&self) -> Profile {
        Profile {
            name: Some(self.name.clone()),
            delegation: self.delegation.clone(),
            class: self.class,
            rank: self.rank,
        }
    }
}

fn text_of(field: Field, what: &str, written: &str, characters_max: usize) -> Result<String, (Field, Wrong)> {
    let is_long = written.trim().chars().count() > characters_max;
    let wrong = |said| match is_long {
        true => Wrong::new(What::TextLong, said).with("max", characters_max),
        false => Wrong::new(What::TextUnfit, said),
    };
    text::checked(what, written, characters_max).map_err(|said| (field, wrong(said)))
}

/// The id of the person that a request makes, the `row`-th of it: the same however often it is repeated.
pub fn id_of(request: Uuid, row: usize) -> Option<SeatId> {
    let digest = Sha256::new()
        .chain_update(request.as_bytes())
        .chain_update(u64::try_from(row).unwrap_or(u64::MAX).to_be_bytes())
        .finalize();
    codes::from_random(&digest, super::limits::SEAT_CHARACTERS).and_then(|id| SeatId::new(&id))
}

/// A text for comparison: in small letters, with single blanks.
pub fn folded(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
