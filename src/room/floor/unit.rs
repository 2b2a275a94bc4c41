//! Who counts as one on the list of speakers: a delegation, whoever of it asks; whoever has none, alone.

use crate::room::delegations::{self, Region};
use crate::room::ids::SeatId;
use crate::room::seat::{Class, Profile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A delegation, or a person without one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unit(String);

impl Unit {
    /// The unit of somebody who has a seat.
    pub fn of_seat(seat: &SeatId, profile: &Profile) -> Self {
        Self::of_delegation(profile).unwrap_or_else(|| Self(format!("seat:{seat}")))
    }

    /// The unit of somebody whom the chair puts on the list, known by name alone where there is no delegation.
    pub fn of_entry(profile: &Profile) -> Self {
        let name = || Self(format!("name:{}", folded(profile.name.as_deref().unwrap_or_default())));
        Self::of_delegation(profile).unwrap_or_else(name)
    }

    /// One person, whatever their delegation.
    pub fn of_person(seat: &SeatId) -> Self {
        Self(format!("seat:{seat}"))
    }

    /// One person without a seat, by name and delegation, however they are spelled.
    pub fn of_named(profile: &Profile) -> Self {
        let delegation = profile.delegation.as_deref().map(delegation_name).unwrap_or_default();
        let name = folded(profile.name.as_deref().unwrap_or_default());
        Self(format!("person:{delegation}/{name}"))
    }

    /// The unit of a delegation by its name, however it is spelled.
    pub fn of_delegation_named(written: &str) -> Self {
        Self(format!("delegation:{}", delegation_name(written)))
    }

    /// Somebody whose name is not told.
    pub fn of_pseudonym(pseudonym: &str) -> Self {
        Self(format!("pseudonym:{pseudonym}"))
    }

    /// The unit as text: what it is told apart by.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of_delegation(profile: &Profile) -> Option<Self> {
        profile.delegation.as_deref().map(Self::of_delegation_named)
    }
}

/// One spelling of a delegation: the code of a State.
fn delegation_name(written: &str) -> String {
    delegations::find(written).map_or_else(|| folded(written), |state| state.code.to_owned())
}

/// Case and spacing do not make another delegation.
fn folded(name: &str) -> String {
    delegations::folded(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Among whom somebody is counted: a regional group, or the class of those who are in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// African States.
    African,
    /// Asia-Pacific States.
    AsiaPacific,
    /// Eastern European States.
    EasternEuropean,
    /// Latin American and Caribbean States.
    LatinAmericanAndCaribbean,
    /// Western European and other States.
    WesternEuropeanAndOthers,
    /// States; among regional groups, those that are in none of them.
    State,
    /// Organizations.
    Organization,
    /// Stakeholders.
    Stakeholder,
    /// Those who did not say.
    Unstated,
}

impl Group {
    /// Every group, in the order in which a rotation goes through them.
    pub const ALL: [Group; 9] = [
        Self::African,
        Self::AsiaPacific,
        Self::EasternEuropean,
        Self::LatinAmericanAndCaribbean,
        Self::WesternEuropeanAndOthers,
        Self::State,
        Self::Organization,
        Self::Stakeholder,
        Self::Unstated,
    ];

    /// The class alone.
    pub fn of_class(profile: &Profile) -> Self {
        match class_of(profile) {
            Some(Class::State) => Self::State,
            Some(Class::Organization) => Self::Organization,
            Some(Class::Stakeholder) => Self::Stakeholder,
            None => Self::Unstated,
        }
    }

    /// The regional group of a State, the class of the others.
    pub fn of_region(profile: &Profile) -> Self {
        let class = Self::of_class(profile);
        let state = profile.delegation.as_deref().filter(|_| class == Self::State);
        match state.and_then(delegations::find).and_then(|state| state.region) {
            Some(Region::African) => Self::African,
            Some(Region::AsiaPacific) => Self::AsiaPacific,
            Some(Region::EasternEuropean) => Self::EasternEuropean,
            Some(Region::LatinAmericanAndCaribbean) => Self::LatinAmericanAndCaribbean,
            Some(Region::WesternEuropeanAndOthers) => Self::WesternEuropeanAndOthers,
            None => class,
        }
    }

    /// Its place in a rotation that begins after another group.
    pub fn distance_after(self, last: Option<Self>) -> usize {
        let place = |group| Self::ALL.iter().position(|&other| other == group).unwrap_or(0);
        let first = last.map_or(0, |last| place(last) + 1);
        (place(self) + Self::ALL.len() - first % Self::ALL.len()) % Self::ALL.len()
    }
}

/// The class that was said, or that of a State that is known by its name.
pub fn class_of(profile: &Profile) -> Option<Class> {
    let known = || {
        profile
            .delegation
            .as_deref()
            .and_then(delegations::find)
            .map(|state| state.class)
    };
    profile.class.or_else(known)
}
