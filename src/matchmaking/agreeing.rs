//! How two come together. Who has the need chooses an offer that they may see: the first yes. Who has the offer says yes as well, or
//! "not now", which a yes may still follow. Only with both do the two learn who they are. Either may give it up at any time; the place
//! that it had at a table is free at once. Choosing, and answering with yes, is refused where nothing is taken any more, and choosing
//! twice; to anybody else a pairing is as if it were not there.

use super::limits::{CHOSEN_EVER_PER_NEED_MAX, CHOSEN_PER_NEED_MAX};
use super::post::{self, Kind, PostId};
use super::seating::Sitting;
use super::{Event, Matchmaking};
use crate::room::ids::{Millis, SeatId};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::Role;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use uuid::Uuid;

/// A need and an offer that were brought together, by the id of the command that chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
pub struct PairingId(pub Uuid);

/// How far the two are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PairingStanding)]
pub enum Standing {
    /// Who has the need said yes.
    Chosen,
    /// Both said yes.
    Agreed,
    /// Who has the offer said "not now".
    Declined,
    /// One of them gave it up.
    GivenUp,
}

/// Which of the two somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Who has the need.
    Need,
    /// Who has the offer.
    Offer,
}

/// A need and an offer that were brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// The need.
    pub need: PostId,
    /// The offer.
    pub offer: PostId,
    /// Who has the need.
    pub needer: SeatId,
    /// Who has the offer.
    pub provider: SeatId,
    /// How far they are.
    pub standing: Standing,
    /// When that was so.
    pub at: Millis,
    /// Whether both said yes once, whatever came of it.
    pub was_agreed: bool,
    /// When and where they meet.
    pub sitting: Option<Sitting>,
    /// What they agreed on, as one of them wrote it.
    pub text: String,
    /// How often that was written.
    pub version: u32,
    /// Who of them lets it, as it stands, into the outcome.
    pub consents: BTreeSet<Side>,
}

impl Pairing {
    /// Which side a seat is on.
    pub fn side_of(&self, seat: &SeatId) -> Option<Side> {
        match seat {
            seat if *seat == self.needer => Some(Side::Need),
            seat if *seat == self.provider => Some(Side::Offer),
            _ => None,
        }
    }

    /// Nobody has let it into the outcome as it is now.
    pub(super) fn ask_again(&mut self) {
        if !self.consents.is_empty() {
            self.consents.clear();
            self.version += 1;
        }
    }

    /// Whether both said yes and neither gave it up.
    pub fn is_agreed(&self) -> bool {
        self.standing == Standing::Agreed
    }

    /// Whether one of them gave it up.
    pub fn is_given_up(&self) -> bool {
        self.standing == Standing::GivenUp
    }
}

pub(super) fn decide_choose(
    matchmaking: &Matchmaking,
    pairing: PairingId,
    need: PostId,
    offer: PostId,
    seat: &SeatId,
) -> Result<Event, Refusal> {
    let own = matchmaking.own_post(need, seat)?;
    post::refuse_closed(matchmaking)?;
    post::refuse_known_id(matchmaking.pairings.contains_key(&pairing))?;
    if own.kind != Kind::Need {
        return Err(Refusal::new(
            Code::NotAllowed,
            "You choose for what you need; this is what you offer.",
        ));
    }
    let offered = matchmaking.posts.get(&offer).filter(|post| post.stands_as(Kind::Offer));
    let standing = matchmaking.standing_posts(seat);
    let visible = offered.filter(|post| post.owner != *seat && post.is_seen_with(&standing));
    visible.ok_or_else(|| Refusal::new(Code::UnknownPost, "There is no such offer any more."))?;
    let ever: Vec<_> = matchmaking.pairings_of(need).collect();
    if ever.len() >= CHOSEN_EVER_PER_NEED_MAX {
        let message = format!("You have chosen {CHOSEN_EVER_PER_NEED_MAX} times for this need, and no more is taken for it.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    let chosen: Vec<_> = ever.into_iter().filter(|pairing| !pairing.is_given_up()).collect();
    if chosen.iter().any(|pairing| pairing.offer == offer) {
        return Err(Refusal::new(Code::AlreadyChosen, "You have chosen this offer already."));
    }
    if chosen.len() >= CHOSEN_PER_NEED_MAX {
        let message = format!("You have chosen {CHOSEN_PER_NEED_MAX} offers for this need; give one up first.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    Ok(Event::Chosen { pairing, need, offer })
}

pub(super) fn decide_accept(matchmaking: &Matchmaking, id: PairingId, seat: &SeatId) -> Result<Event, Refusal> {
    answerable(matchmaking, id, seat)?;
    post::refuse_closed(matchmaking)?;
    Ok(Event::Accepted { pairing: id })
}

pub(super) fn decide_decline(matchmaking: &Matchmaking, id: PairingId, seat: &SeatId) -> Result<Event, Refusal> {
    answerable(matchmaking, id, seat)?;
    Ok(Event::Declined { pairing: id })
}

/// Refuses where it is not the seat's to answer.
fn answerable(matchmaking: &Matchmaking, id: PairingId, seat: &SeatId) -> Result<(), Refusal> {
    let (pairing, side) = matchmaking.own_pairing(id, seat)?;
    match (side, pairing.standing) {
        (Side::Need, _) => Err(Refusal::new(Code::NotAllowed, "The answer is for who has the offer to give.")),
        (Side::Offer, Standing::Chosen | Standing::Declined) => Ok(()),
        (Side::Offer, Standing::Agreed) => Err(Refusal::new(Code::AlreadyAgreed, "You have agreed to this already.")),
        (Side::Offer, Standing::GivenUp) => Err(given_up()),
    }
}

pub(super) fn decide_give_up(matchmaking: &Matchmaking, id: PairingId, seat: &SeatId, role: Role) -> Result<Event, Refusal> {
    let standing = if role == Role::Organiser {
        // What is not agreed is between the two: an organiser has nothing to cancel.
        let agreed = matchmaking.pairings.get(&id).filter(|pairing| pairing.is_agreed());
        agreed.ok_or_else(unknown)?.standing
    } else {
        let (pairing, side) = matchmaking.own_pairing(id, seat)?;
        if side == Side::Offer && pairing.standing == Standing::Chosen {
            return Err(Refusal::new(
                Code::NotAllowed,
                "Answer it with yes or \u{201c}not now\u{201d}.",
            ));
        }
        pairing.standing
    };
    match standing {
        Standing::GivenUp => Err(given_up()),
        Standing::Chosen | Standing::Agreed | Standing::Declined => Ok(Event::GivenUp { pairing: id }),
    }
}

fn given_up() -> Refusal {
    Refusal::new(Code::UnknownPairing, "This was given up.")
}

pub(super) fn unknown() -> Refusal {
    Refusal::new(Code::UnknownPairing, "There is nothing like this between you and anybody.")
}

pub(super) fn apply_chosen(matchmaking: &mut Matchmaking, at: Millis, id: PairingId, need: PostId, offer: PostId) {
    let owner = |post: PostId| matchmaking.posts.get(&post).map(|post| post.owner.clone());
    let (Some(needer), Some(provider)) = (owner(need), owner(offer)) else {
        return;
    };
    let pairing = Pairing {
        need,
        offer,
        needer,
        provider,
        standing: Standing::Chosen,
        at,
        was_agreed: false,
        sitting: None,
        text: String::new(),
        version: 0,
        consents: BTreeSet::new(),
    };
    matchmaking.pairings.insert(id, pairing);
}

pub(super) fn apply_standing(matchmaking: &mut Matchmaking, at: Millis, id: PairingId, standing: Standing) {
    if let Some(pairing) = matchmaking.pairings.get_mut(&id) {
        pairing.standing = standing;
        pairing.at = at;
        pairing.was_agreed |= standing == Standing::Agreed;
        if standing != Standing::Agreed {
            pairing.sitting = None;
            pairing.consents.clear();
        }
    }
}

/// A post that is taken back takes what was asked and not answered with it; what was agreed stays.
pub(super) fn apply_post_withdrawn(matchmaking: &mut Matchmaking, at: Millis, post: PostId) {
    let open = matchmaking.pairings.iter().filter(|(_, pairing)| {
        let is_open = matches!(pairing.standing, Standing::Chosen | Standing::Declined);
        is_open && (pairing.need == post || pairing.offer == post)
    });
    let open: Vec<PairingId> = open.map(|(id, _)| *id).collect();
    for id in open {
        apply_standing(matchmaking, at, id, Standing::GivenUp);
    }
}
