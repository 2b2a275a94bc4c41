//! What stands beside the rooms' outcomes in the file of a whole meeting: its mapping, as data and as a table, and what partners let be
//! known. The server sends them, the command line writes them, and both say the same.

use crate::outcome::combined::Partnership;
use crate::plenary::mapping::{Mapping, MappingEntry, MappingKind, MappingSource, of_points};
use crate::plenary::view::PlenaryView;
use crate::room::notes::point::RegionalGroup;
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// A form of the mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For programs.
    Json,
    /// A table.
    Csv,
}

impl Form {
    /// Its name.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Json => "mapping.json",
            Self::Csv => "mapping.csv",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8; header=present",
        }
    }

    /// Its bytes.
    pub fn written(self, mapping: &Mapping) -> Vec<u8> {
        match self {
            // Plain data, which can always be written down.
            Self::Json => serde_json::to_vec_pretty(mapping).unwrap_or_default(),
            Self::Csv => mapping.csv(),
        }
    }
}

/// What goes into the outcome of a meeting of its matchmaking.
#[derive(Serialize, ToSchema)]
pub struct Partnerships {
    /// Partnerships that both sides let into it.
    pub partnerships: Vec<Partnership>,
}

/// The mapping of a meeting: what stands on the board as an organiser sees it, and what partners let be known.
pub fn mapping(meeting: &str, title: &str, board: &PlenaryView, matched: &[Partnership]) -> Mapping {
    let entries = of_points(board).into_iter().chain(matched.iter().flat_map(of_partnership));
    Mapping::new(meeting, title, board, entries)
}

/// The mapping in both forms.
pub fn mapping_files(mapping: &Mapping) -> Vec<(String, Vec<u8>)> {
    let written = |form: Form| (form.file_name().to_owned(), form.written(mapping));
    [Form::Json, Form::Csv].map(written).into()
}

/// The partnerships as a file; none where there is nothing yet.
pub fn partnerships_file(partnerships: &[Partnership]) -> Option<(String, Vec<u8>)> {
    if partnerships.is_empty() {
        return None;
    }
    let partnerships = partnerships.to_vec();
    // Plain data, which can always be written down.
    let json = serde_json::to_vec_pretty(&Partnerships { partnerships }).unwrap_or_default();
    Some(("partnerships.json".to_owned(), json))
}

/// Need and offer of two who both let it be known, by whom they say that it is.
fn of_partnership(matched: &Partnership) -> Vec<MappingEntry> {
    let entry = |kind, component, level, owner: &str, text: &str| MappingEntry {
        id: String::new(),
        kind,
        source: MappingSource::Matchmaking,
        room: None,
        theme: None,
        component: Some(component),
        level: Some(level),
        region: None,
        language: None,
        standing: None,
        owner: Some(owner.to_owned()),
        support: 0,
        double_of: None,
        text: text.to_owned(),
    };
    let of = |name: &str| format!("matchmaking/{}/{name}", matched.pairing);
    let (component, level) = (matched.component, matched.level);
    let need = entry(MappingKind::Need, component, level, &matched.needed_by, &matched.need);
    let (component, level) = (matched.offer_component, matched.offer_level);
    let offer = entry(MappingKind::Offer, component, level, &matched.offered_by, &matched.offer);
    let needs = in_regions(of("need"), &matched.regions, need);
    needs.chain(in_regions(of("offer"), &matched.offer_regions, offer)).collect()
}

/// One entry, or where it is about several regions one for each, of which the first counts.
fn in_regions(first: String, regions: &BTreeSet<RegionalGroup>, entry: MappingEntry) -> impl Iterator<Item = MappingEntry> {
    let regions: Vec<Option<RegionalGroup>> = match regions.len() {
        0 => vec![None],
        _ => regions.iter().copied().map(Some).collect(),
    };
    regions.into_iter().enumerate().map(move |(at, region)| MappingEntry {
        id: if at == 0 {
            first.clone()
        } else {
            format!("{first}/{}", at + 1)
        },
        region,
        double_of: (at > 0).then(|| first.clone()),
        ..entry.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::notes::point::{Component, Reach};

    #[test]
    fn need_and_offer_of_partners_are_told_each_by_what_it_says_itself() {
        let matched = Partnership {
            pairing: uuid::Uuid::from_u128(1),
            component: Component::People,
            level: Reach::National,
            regions: [RegionalGroup::African].into(),
            needed_by: "Senegal".to_owned(),
            need: "Train ten analysts".to_owned(),
            offered_by: "France".to_owned(),
            offer: "Courses".to_owned(),
            offer_component: Component::Technology,
            offer_level: Reach::Regional,
            offer_regions: [RegionalGroup::African, RegionalGroup::AsiaPacific].into(),
            agreed: String::new(),
        };
        let told: Vec<_> = of_partnership(&matched)
            .into_iter()
            .map(|entry| {
                (
                    entry.kind,
                    entry.component,
                    entry.level,
                    entry.region,
                    entry.double_of.is_some(),
                )
            })
            .collect();
        let (people, technology) = (Some(Component::People), Some(Component::Technology));
        let (national, regional) = (Some(Reach::National), Some(Reach::Regional));
        let african = Some(RegionalGroup::African);
        assert_eq!(
            told,
            [
                (MappingKind::Need, people, national, african, false),
                (MappingKind::Offer, technology, regional, african, false),
                (
                    MappingKind::Offer,
                    technology,
                    regional,
                    Some(RegionalGroup::AsiaPacific),
                    true
                ),
            ]
        );
    }
}
