//! What an organiser is told: the posts, how many stand where, and who meets when at which table, or why not.

use super::{PostSeen, SlotSeen, seen, slots_seen};
use crate::matchmaking::agreeing::{Pairing, PairingId, Standing};
use crate::matchmaking::post::{Kind, Visibility};
use crate::matchmaking::seating::plan::Slots;
use crate::matchmaking::seating::{Sitting, ahead, bound, busy, problem};
use crate::matchmaking::settings::{NeedsFrom, Stage};
use crate::matchmaking::who::{Directory, nobody_listed};
use crate::matchmaking::{Matchmaking, consented};
use crate::room::ids::{Millis, SeatId};
use crate::room::notes::point::Component;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// What an organiser is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OrganiserView {
    /// Whether it takes something new.
    pub stage: Stage,
    /// How many tables there are.
    pub tables: u32,
    /// When people meet.
    pub slots: Vec<SlotSeen>,
    /// Who may post a need.
    pub needs_from: NeedsFrom,
    /// How many stand where.
    pub figures: Figures,
    /// Every post that stands, in the order of posting, without its owner.
    pub posts: Vec<PostListed>,
    /// Every meeting that was agreed, in the order of agreeing.
    pub agreed: Vec<AgreedSeen>,
    /// The last time that tables were assigned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned: Option<AssignedSeen>,
}

/// How many stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Figures {
    /// People who have a post that stands.
    pub people: usize,
    /// Needs that stand.
    pub needs: usize,
    /// Offers that stand.
    pub offers: usize,
    /// Choices that wait for an answer.
    pub chosen: usize,
    /// Meetings that were agreed.
    pub agreed: usize,
    /// Agreed meetings that have a table.
    pub seated: usize,
    /// Agreed meetings that wait for one.
    pub waiting: usize,
    /// How many of those that lie ahead could have one at most.
    pub possible: usize,
    /// Agreements that both let into the outcome.
    pub consented: usize,
}

/// A post, and who sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PostListed {
    /// The post.
    #[serde(flatten)]
    pub post: PostSeen,
    /// Who sees it.
    pub visibility: Visibility,
    /// How many pairings with it were agreed.
    pub agreed: usize,
}

/// Somebody who agreed to meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Party {
    /// Their name.
    pub name: String,
    /// For whom they speak.
    pub delegation: String,
}

/// A meeting that was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AgreedSeen {
    /// Its id.
    pub pairing: PairingId,
    /// What it is about.
    pub component: Component,
    /// Who has the need.
    pub needer: Party,
    /// Who has the offer.
    pub provider: Party,
    /// When and where they meet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sitting: Option<Sitting>,
    /// Where they do not: why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<WhyNot>,
}

/// Why an agreed meeting has no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WhyNot {
    /// Tables were not assigned since it was agreed: there is room.
    NotAssigned,
    /// No slot lies ahead, or there are no tables.
    NothingAhead,
    /// There is no slot to which both can come.
    NoCommonSlot,
    /// In every slot to which both can come one of them has another meeting.
    OtherMeetings,
    /// Where both are free all tables are taken.
    NoTable,
}

/// What the last assignment did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct AssignedSeen {
    /// When.
    pub at: Millis,
    /// How many got a table that had none.
    pub added: usize,
    /// How many have another place than before.
    pub moved: usize,
    /// How many lost theirs.
    pub unseated: usize,
}

impl Matchmaking {
    /// What an organiser is told.
    pub fn organiser_view(&self, now: Millis, directory: &Directory) -> OrganiserView {
        let posts = self.ordered(|_| true);
        let places = Places::of(self, now);
        let listed = posts.iter().map(|(id, post)| PostListed {
            post: seen(*id, post),
            visibility: post.details.visibility,
            agreed: self.pairings_of(*id).filter(|pairing| pairing.is_agreed()).count(),
        });
        let mut agreed: Vec<_> = self.pairings.iter().filter(|(_, pairing)| pairing.is_agreed()).collect();
        agreed.sort_by_key(|(id, pairing)| (pairing.at, **id));
        OrganiserView {
            stage: self.stage,
            tables: self.settings.tables,
            slots: slots_seen(&self.settings),
            needs_from: self.settings.needs_from,
            figures: self.figures(&places),
            posts: listed.collect(),
            agreed: agreed
                .into_iter()
                .filter_map(|(id, pairing)| self.agreed_seen(*id, pairing, &places, directory))
                .collect(),
            assigned: self.assigned.map(|assigned| AssignedSeen {
                at: assigned.at,
                added: assigned.added,
                moved: assigned.moved,
                unseated: assigned.unseated,
            }),
        }
    }

    fn figures(&self, places: &Places) -> Figures {
        let standing = self.ordered(|_| true);
        let of = |kind: Kind| standing.iter().filter(|(_, post)| post.kind == kind).count();
        let pairings = || self.pairings.values();
        let owners: BTreeSet<&SeatId> = standing.iter().map(|(_, post)| &post.owner).collect();
        let agreed = pairings().filter(|pairing| pairing.is_agreed());
        let (seated, waiting): (Vec<_>, Vec<_>) = agreed.partition(|pairing| pairing.sitting.is_some());
        Figures {
            people: owners.len(),
            needs: of(Kind::Need),
            offers: of(Kind::Offer),
            chosen: pairings().filter(|pairing| pairing.standing == Standing::Chosen).count(),
            agreed: seated.len() + waiting.len(),
            seated: seated.len(),
            waiting: waiting.len(),
            possible: places.possible,
            consented: consented(self, &nobody_listed).len(),
        }
    }

    fn agreed_seen(&self, id: PairingId, pairing: &Pairing, places: &Places, directory: &Directory) -> Option<AgreedSeen> {
        let party = |seat: &SeatId| {
            self.called(seat, directory).map(|introduction| Party {
                name: introduction.name,
                delegation: introduction.delegation,
            })
        };
        Some(AgreedSeen {
            pairing: id,
            component: self.posts.get(&pairing.need)?.details.component,
            needer: party(&pairing.needer)?,
            provider: party(&pairing.provider)?,
            sitting: pairing.sitting,
            why_not: pairing.sitting.is_none().then(|| places.why_not(self, pairing)),
        })
    }
}

/// What is taken, to say why a meeting has no table.
struct Places {
    ahead: Slots,
    possible: usize,
    taken: BTreeMap<SeatId, Slots>,
    tables_used: Vec<u32>,
}

impl Places {
    fn of(matchmaking: &Matchmaking, now: Millis) -> Self {
        let ahead = ahead(matchmaking, now);
        let (_, plan) = problem(matchmaking, ahead);
        let mut taken: BTreeMap<SeatId, Slots> = BTreeMap::new();
        let mut tables_used = vec![0; matchmaking.settings.slots.len()];
        for pairing in matchmaking.pairings.values() {
            let Some(sitting) = pairing.sitting else { continue };
            let slot = sitting.slot.0.saturating_sub(1);
            for seat in [&pairing.needer, &pairing.provider] {
                let slots = taken.entry(seat.clone()).or_default();
                *slots = slots.with(slot);
            }
            if let Some(used) = tables_used.get_mut(slot as usize) {
                *used += 1;
            }
        }
        Self {
            ahead,
            possible: bound::upper(&plan),
            taken,
            tables_used,
        }
    }

    fn why_not(&self, matchmaking: &Matchmaking, pairing: &Pairing) -> WhyNot {
        if self.ahead == Slots::NONE || matchmaking.settings.tables == 0 {
            return WhyNot::NothingAhead;
        }
        let people = [&pairing.needer, &pairing.provider];
        let known = people.iter().filter_map(|seat| matchmaking.people.get(*seat));
        let common = known.fold(self.ahead, |common, person| common.without(busy(&person.busy)));
        if common == Slots::NONE {
            return WhyNot::NoCommonSlot;
        }
        let taken = |seat: &SeatId| self.taken.get(seat).copied().unwrap_or_default();
        let free = people.iter().fold(common, |free, seat| free.without(taken(seat)));
        if free == Slots::NONE {
            return WhyNot::OtherMeetings;
        }
        let has_table = |slot: u32| {
            self.tables_used
                .get(slot as usize)
                .is_some_and(|used| *used < matchmaking.settings.tables)
        };
        if free.iter().any(has_table) {
            WhyNot::NotAssigned
        } else {
            WhyNot::NoTable
        }
    }
}
