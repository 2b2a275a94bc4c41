//! Posting a need or an offer, saying it otherwise, taking it back. Whoever has a seat may post, once they have said who they are;
//! where the organiser wants needs from States alone, others post offers. Refused where nothing is taken any more, where the sentence
//! is empty or too long, and where there are as many posts as there may be. One's own is said otherwise only while it was not chosen
//! and nobody was chosen for it: what somebody said yes to stays what it said.
//!
//! A post is seen by whom its owner allows. Nobody sees whose it is.

use super::limits::{LANGUAGES_MAX, POSTS_EVER_PER_SEAT_MAX, POSTS_MAX, POSTS_PER_SEAT_MAX, SENTENCE_CHARACTERS_MAX};
use super::proposal::{self, Fit};
use super::settings::{NeedsFrom, Stage};
use super::who::Introduction;
use super::{Event, Matchmaking};
use crate::room::ids::{Millis, SeatId};
use crate::room::notes::point::{Component, Reach, RegionalGroup};
use crate::room::refusal::{Code, Refusal};
use crate::room::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use uuid::Uuid;

/// A post, by the id of the command that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
pub struct PostId(pub Uuid);

/// What a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Help is wanted.
    Need,
    /// Help is offered.
    Offer,
}

/// Who sees a post, besides its owner and the organiser.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// Everybody with a seat in the meeting.
    Everyone,
    /// Those who have posted the other kind: a need is seen by those who offer something, an offer by those who need something.
    #[default]
    OtherSide,
    /// Those whose post of the other kind fits it.
    Proposed,
    /// Nobody, but for those whom its owner chooses. Not for offers: nobody could choose them.
    Secretariat,
}

/// What a post says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PostDetails)]
pub struct Details {
    /// The component of capacity.
    pub component: Component,
    /// The level.
    pub level: Reach,
    /// The regional groups that it is about; none: any.
    #[serde(default)]
    pub regions: BTreeSet<RegionalGroup>,
    /// The languages that its owner can work in, as BCP 47 tags; none: any.
    #[serde(default)]
    pub languages: BTreeSet<String>,
    /// It in a sentence, as its owner writes it and others read it.
    pub sentence: String,
    /// Who sees it.
    #[serde(default)]
    pub visibility: Visibility,
}

/// A need or an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// What it is.
    pub kind: Kind,
    /// Whose it is.
    pub owner: SeatId,
    /// When it was posted.
    pub at: Millis,
    /// What it says.
    pub details: Details,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

impl Post {
    /// Whether it stands and is of that kind.
    pub fn stands_as(&self, kind: Kind) -> bool {
        !self.withdrawn && self.kind == kind
    }

    /// How a post of the other kind fits it; none where it does not, or is of the same kind.
    pub fn fit(&self, other: &Self) -> Option<Fit> {
        match (self.kind, other.kind) {
            (Kind::Need, Kind::Offer) => proposal::fit(&self.details, &other.details),
            (Kind::Offer, Kind::Need) => proposal::fit(&other.details, &self.details),
            _ => None,
        }
    }

    /// Whether somebody else with these posts may see it: what its owner allows.
    pub fn is_seen_with(&self, own: &[&Post]) -> bool {
        let mut of_other_side = own.iter().filter(|own| own.kind != self.kind && !own.withdrawn);
        match self.details.visibility {
            _ if self.withdrawn => false,
            Visibility::Everyone => true,
            Visibility::OtherSide => of_other_side.next().is_some(),
            Visibility::Proposed => of_other_side.any(|own| self.fit(own).is_some()),
            Visibility::Secretariat => false,
        }
    }
}

pub(super) fn decide_post(
    matchmaking: &Matchmaking,
    post: PostId,
    kind: Kind,
    details: &Details,
    seat: &SeatId,
    introduction: Option<&Introduction>,
) -> Result<Event, Refusal> {
    refuse_closed(matchmaking)?;
    let introduction = introduction.ok_or_else(|| {
        let message = "Say first who you are; it is shown only to those with whom you agree to meet.";
        Refusal::new(Code::IntroductionMissing, message)
    })?;
    if kind == Kind::Need && matchmaking.settings.needs_from == NeedsFrom::States && !introduction.is_of_a_state() {
        let message = "Here States post needs; you may post what you offer.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    refuse_known_id(matchmaking.posts.contains_key(&post))?;
    let posts = || matchmaking.posts.values();
    if posts().filter(|post| post.owner == *seat).count() >= POSTS_EVER_PER_SEAT_MAX {
        let message = format!("You have posted {POSTS_EVER_PER_SEAT_MAX} times; no more is taken from you.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    if posts().filter(|post| !post.withdrawn).count() >= POSTS_MAX {
        let message = format!("There are {POSTS_MAX} posts; no more are taken.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    if matchmaking.standing_posts(seat).len() >= POSTS_PER_SEAT_MAX {
        let message = format!("You have {POSTS_PER_SEAT_MAX} posts; take one back first.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    Ok(Event::Posted {
        post,
        kind,
        details: checked(kind, details)?,
    })
}

pub(super) fn decide_change(matchmaking: &Matchmaking, id: PostId, details: &Details, seat: &SeatId) -> Result<Event, Refusal> {
    let post = matchmaking.own_post(id, seat)?;
    refuse_closed(matchmaking)?;
    if matchmaking.pairings_of(id).any(|pairing| !pairing.is_given_up()) {
        let message = "Somebody has said yes to this post; take it back and post another one.";
        return Err(Refusal::new(Code::PostInUse, message));
    }
    Ok(Event::PostChanged {
        post: id,
        details: checked(post.kind, details)?,
    })
}

pub(super) fn decide_withdraw(matchmaking: &Matchmaking, id: PostId, seat: &SeatId) -> Result<Event, Refusal> {
    matchmaking.own_post(id, seat)?;
    Ok(Event::PostWithdrawn { post: id })
}

pub(super) fn refuse_closed(matchmaking: &Matchmaking) -> Result<(), Refusal> {
    match matchmaking.stage {
        Stage::Open => Ok(()),
        Stage::Closed => Err(Refusal::new(
            Code::MatchmakingClosed,
            "The matchmaking takes nothing new any more.",
        )),
    }
}

/// What a command makes has the command's id; one that names something already would put itself in its place.
pub(super) fn refuse_known_id(known: bool) -> Result<(), Refusal> {
    if known {
        return Err(Refusal::new(
            Code::BadCommand,
            "The id of the command was used before; every command has its own.",
        ));
    }
    Ok(())
}

fn checked(kind: Kind, details: &Details) -> Result<Details, Refusal> {
    if details.languages.len() > LANGUAGES_MAX {
        let message = format!("A post names at most {LANGUAGES_MAX} languages.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    if let Some(wrong) = details.languages.iter().find(|tag| !text::is_language(tag)) {
        let shown: String = wrong.chars().filter(char::is_ascii_graphic).take(20).collect();
        let message = format!("\u{201c}{shown}\u{201d} is no language tag, as in \u{201c}fr\u{201d} or \u{201c}pt-BR\u{201d}.");
        return Err(Refusal::new(Code::TextInvalid, message));
    }
    if kind == Kind::Offer && details.visibility == Visibility::Secretariat {
        let message = "An offer that nobody sees could not be chosen; let those see it whom it fits.";
        return Err(Refusal::new(Code::OutOfBounds, message));
    }
    Ok(Details {
        sentence: text::filled("The sentence", &details.sentence, SENTENCE_CHARACTERS_MAX)?,
        ..details.clone()
    })
}
