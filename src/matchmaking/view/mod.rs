//! What a reader is told. Of others a participant sees posts, as far as their owners allow, and nothing of whose they are: no name,
//! delegation, contact or seat. Only where both said yes, each is told who the other is. An organiser sees every post, without its
//! owner, and names and delegations of those who agreed, because somebody has to call them to their tables; never a contact.

pub mod organiser;

use super::Matchmaking;
use super::agreeing::{Pairing, PairingId, Side, Standing};
use super::limits::{OTHERS_MAX, PROPOSALS_MAX};
use super::post::{Kind, Post, PostId, Visibility};
use super::proposal::{self, Reason};
use super::seating::Sitting;
use super::settings::{NeedsFrom, Settings, SlotId, Stage};
use super::who::{Directory, Introduction, Listed};
use crate::room::ids::{Millis, SeatId};
use crate::room::notes::point::{Component, Reach, RegionalGroup};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// What somebody who takes part is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = MatchmakingView)]
pub struct View {
    /// Whether it takes something new.
    pub stage: Stage,
    /// Who may post a need.
    pub needs_from: NeedsFrom,
    /// When people meet.
    pub slots: Vec<SlotSeen>,
    /// Who the reader says they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub introduction: Option<Introduction>,
    /// What the list of participants says of the reader, where they are on it: they need not type it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed: Option<Listed>,
    /// The slots that the reader cannot come to.
    pub busy: BTreeSet<SlotId>,
    /// The reader's own posts, in the order of posting.
    pub posts: Vec<OwnPost>,
    /// Posts of others that fit none of the reader's, the newest first.
    pub others: Vec<PostSeen>,
    /// How many more of them there are.
    pub others_more: usize,
    /// What the reader chose, was chosen for, or agreed to, the newest first.
    pub pairings: Vec<PairingSeen>,
}

/// A slot, with its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SlotSeen {
    /// Its id.
    pub slot: SlotId,
    /// Its start.
    pub starts: Millis,
    /// Its end.
    pub ends: Millis,
}

/// A post, without its owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PostSeen {
    /// Its id.
    pub post: PostId,
    /// What it is.
    pub kind: Kind,
    /// The component of capacity.
    pub component: Component,
    /// The level.
    pub level: Reach,
    /// The regional groups that it is about; none: any.
    pub regions: BTreeSet<RegionalGroup>,
    /// The languages that its owner can work in; none: any.
    pub languages: BTreeSet<String>,
    /// It in its owner's words.
    pub sentence: String,
}

/// A post of the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OwnPost {
    /// The post.
    #[serde(flatten)]
    pub post: PostSeen,
    /// Who sees it.
    pub visibility: Visibility,
    /// Whether it can be said otherwise still.
    pub changeable: bool,
    /// What fits it, the best first: of a need the proposed partners, of an offer the needs that the reader may see.
    pub fitting: Vec<Fitting>,
}

/// A post of somebody else that fits one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fitting {
    /// The post.
    #[serde(flatten)]
    pub post: PostSeen,
    /// Why.
    pub reasons: Vec<Reason>,
    /// How well; higher is better.
    pub score: i32,
}

/// A need and an offer that were brought together, one of them the reader's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PairingSeen {
    /// Its id.
    pub pairing: PairingId,
    /// Which side the reader is on.
    pub side: Side,
    /// How far it is.
    pub standing: Standing,
    /// The need.
    pub need: PostSeen,
    /// The offer.
    pub offer: PostSeen,
    /// Why they fit; empty where they were brought together all the same.
    pub reasons: Vec<Reason>,
    /// Who the other one is, where both said yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner: Option<Introduction>,
    /// When and where they meet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sitting: Option<Sitting>,
    /// What they agreed on, where both said yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementSeen>,
}

/// What two agreed on, and whether it goes into the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AgreementSeen {
    /// The text; may be empty.
    pub text: String,
    /// Its number, to consent to it.
    pub version: u32,
    /// Whether the reader lets it into the outcome.
    pub consents: bool,
    /// Whether the other one does.
    pub partner_consents: bool,
}

impl Matchmaking {
    /// What somebody who takes part is told.
    pub fn view(&self, seat: &SeatId, directory: &Directory) -> View {
        let person = self.people.get(seat);
        let own: Vec<(PostId, &Post)> = self.ordered(|post| post.owner == *seat);
        let standing: Vec<&Post> = own.iter().map(|(_, post)| *post).collect();
        let visible = self.ordered(|post| post.owner != *seat && post.is_seen_with(&standing));
        let posts: Vec<OwnPost> = own.iter().map(|(id, post)| self.own(*id, post, &visible)).collect();
        let pairings = self.pairings_seen(seat, directory);
        let told: BTreeSet<PostId> = posts
            .iter()
            .flat_map(|own| own.fitting.iter().map(|fitting| fitting.post.post))
            .chain(pairings.iter().flat_map(|pairing| [pairing.need.post, pairing.offer.post]))
            .collect();
        let others = visible.iter().rev().filter(|(id, _)| !told.contains(id));
        View {
            stage: self.stage,
            needs_from: self.settings.needs_from,
            slots: slots_seen(&self.settings),
            introduction: person.and_then(|person| person.introduction.clone()),
            listed: directory(seat),
            busy: person.map(|person| self.settings.known(&person.busy)).unwrap_or_default(),
            others: others.clone().take(OTHERS_MAX).map(|(id, post)| seen(*id, post)).collect(),
            others_more: others.count().saturating_sub(OTHERS_MAX),
            posts,
            pairings,
        }
    }

    /// The posts that stand and are wanted, in the order of posting.
    fn ordered(&self, wanted: impl Fn(&Post) -> bool) -> Vec<(PostId, &Post)> {
        let posts = self.posts.iter().map(|(id, post)| (*id, post));
        let mut found: Vec<_> = posts.filter(|(_, post)| !post.withdrawn && wanted(post)).collect();
        found.sort_by_key(|(id, post)| (post.at, *id));
        found
    }

    fn own(&self, id: PostId, post: &Post, visible: &[(PostId, &Post)]) -> OwnPost {
        let brought: BTreeSet<PostId> = self
            .pairings_of(id)
            .filter(|pairing| !pairing.is_given_up())
            .flat_map(|pairing| [pairing.need, pairing.offer])
            .collect();
        let mut fitting: Vec<Fitting> = visible
            .iter()
            .filter(|(other, found)| found.kind != post.kind && !brought.contains(other))
            .filter_map(|(other, found)| fitting(*other, found, post))
            .collect();
        fitting.sort_by_key(|found| std::cmp::Reverse(found.score));
        fitting.truncate(PROPOSALS_MAX);
        OwnPost {
            post: seen(id, post),
            visibility: post.details.visibility,
            changeable: brought.is_empty(),
            fitting,
        }
    }

    fn pairings_seen(&self, seat: &SeatId, directory: &Directory) -> Vec<PairingSeen> {
        let own = self.pairings.iter().filter_map(|(id, pairing)| {
            let side = pairing.side_of(seat)?;
            // What was given up before both agreed is nothing that happened between the two.
            (!pairing.is_given_up() || pairing.was_agreed).then_some((*id, pairing, side))
        });
        let mut own: Vec<_> = own.collect();
        own.sort_by_key(|(id, pairing, _)| (std::cmp::Reverse(pairing.at), *id));
        own.into_iter()
            .filter_map(|(id, pairing, side)| self.pairing_seen(id, pairing, side, directory))
            .collect()
    }

    fn pairing_seen(&self, id: PairingId, pairing: &Pairing, side: Side, directory: &Directory) -> Option<PairingSeen> {
        let (need, offer) = (self.posts.get(&pairing.need)?, self.posts.get(&pairing.offer)?);
        let (partner, other_side) = match side {
            Side::Need => (&pairing.provider, Side::Offer),
            Side::Offer => (&pairing.needer, Side::Need),
        };
        let agreed = pairing.is_agreed();
        let fit = proposal::fit(&need.details, &offer.details);
        Some(PairingSeen {
            pairing: id,
            side,
            standing: pairing.standing,
            need: seen(pairing.need, need),
            offer: seen(pairing.offer, offer),
            reasons: fit.map(|fit| fit.reasons).unwrap_or_default(),
            partner: agreed.then(|| self.called(partner, directory)).flatten(),
            sitting: pairing.sitting,
            agreement: agreed.then(|| AgreementSeen {
                text: pairing.text.clone(),
                version: pairing.version,
                consents: pairing.consents.contains(&side),
                partner_consents: pairing.consents.contains(&other_side),
            }),
        })
    }
}

fn slots_seen(settings: &Settings) -> Vec<SlotSeen> {
    let seen = settings.numbered().map(|(slot, found)| SlotSeen {
        slot,
        starts: found.starts,
        ends: found.ends,
    });
    seen.collect()
}

fn seen(id: PostId, post: &Post) -> PostSeen {
    let details = &post.details;
    PostSeen {
        post: id,
        kind: post.kind,
        component: details.component,
        level: details.level,
        regions: details.regions.clone(),
        languages: details.languages.clone(),
        sentence: details.sentence.clone(),
    }
}

fn fitting(id: PostId, other: &Post, own: &Post) -> Option<Fitting> {
    let fit = own.fit(other)?;
    Some(Fitting {
        post: seen(id, other),
        reasons: fit.reasons,
        score: fit.score,
    })
}
