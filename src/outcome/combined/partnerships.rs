//! The partnerships of a meeting: what two delegations agreed on in the matchmaking, where both let it be known. No person is named.

use super::sheet::{fact, heading, paragraph, section};
use crate::outcome::sheet::{Part, Role, Words};
use crate::outcome::wording::{labels, report as words_of_report};
use crate::room::notes::point::{Component, Reach, RegionalGroup};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use uuid::Uuid;

/// Two delegations that agreed on something and let it be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Partnership {
    /// Its id.
    pub pairing: Uuid,
    /// The component of capacity that the need is about.
    pub component: Component,
    /// The level of the need.
    pub level: Reach,
    /// The regional groups that the need is about.
    pub regions: BTreeSet<RegionalGroup>,
    /// Who has the need.
    pub needed_by: String,
    /// The need in their words.
    pub need: String,
    /// Who has the offer.
    pub offered_by: String,
    /// The offer in their words.
    pub offer: String,
    /// The component that the offer is about.
    pub offer_component: Component,
    /// Its level.
    pub offer_level: Reach,
    /// The regional groups that it is about.
    pub offer_regions: BTreeSet<RegionalGroup>,
    /// What they agreed on; may be empty.
    pub agreed: String,
}

/// Their chapter; none where there are none.
pub(super) fn chapter(partnerships: &[Partnership]) -> Vec<Part> {
    if partnerships.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![
        section("Partnerships"),
        paragraph(Role::Note, Words::own(words_of_report::PARTNERSHIPS)),
    ];
    parts.extend(partnerships.iter().flat_map(of_two));
    parts
}

fn of_two(partnership: &Partnership) -> [Part; 2] {
    let Partnership {
        needed_by, offered_by, ..
    } = partnership;
    let facts = [
        ("About", Words::own(about(partnership))),
        ("Needed", Words::of(partnership.need.as_str())),
        ("Offered", Words::of(partnership.offer.as_str())),
        ("Agreed", Words::of(partnership.agreed.as_str())),
    ];
    let said = facts.into_iter().filter(|(_, words)| !words.is_blank());
    let facts = said.map(|(name, words)| fact(name, words.on_a_line())).collect();
    let title = Words::of_pieces([needed_by.as_str(), " (need), ", offered_by.as_str(), " (offer)"]);
    [heading(3, title), Part::Facts { facts }]
}

/// Component, level and regions in words.
fn about(partnership: &Partnership) -> String {
    let regions = partnership.regions.iter().map(|region| labels::region(*region));
    let about = [labels::component(partnership.component), labels::reach(partnership.level)];
    about.into_iter().chain(regions).collect::<Vec<_>>().join(" · ")
}
