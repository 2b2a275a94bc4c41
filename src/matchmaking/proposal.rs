//! Which offers fit a need, and why. The component has to be the same, and where both name regions, one has to be common; the rest
//! makes one offer fit better than another. Every number of the score stands for a reason that is told, so that nobody is ranked by
//! what nobody can see. Nothing about who somebody is counts.

use super::post::Details;
use crate::room::notes::point::{Component, Reach, RegionalGroup};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// A reason for or against a partner, for the page to say in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// It is the component that is needed.
    Component {
        /// Which.
        component: Component,
    },
    /// It is the level that is needed.
    Level {
        /// Which.
        level: Reach,
    },
    /// It is another level than the needed one. Speaks against it.
    OtherLevel {
        /// Of the offer.
        level: Reach,
    },
    /// It is for a region of the need.
    Region {
        /// Which they have in common.
        regions: BTreeSet<RegionalGroup>,
    },
    /// It is for any region.
    AnyRegion,
    /// They have a language in common.
    Language {
        /// Which, as tags.
        languages: BTreeSet<String>,
    },
    /// They have no language in common. Speaks against it.
    NoLanguage,
}

/// How well an offer fits a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The sum over the reasons; higher fits better.
    pub score: i32,
    /// The reasons, in the order in which they are said.
    pub reasons: Vec<Reason>,
}

impl Reason {
    /// What it counts. A language in common counts nearly as much as the level: without one nobody can talk; a region of its own more
    /// than one for all, because who names a region knows it.
    fn weight(&self) -> i32 {
        match self {
            Self::Component { .. } => 4,
            Self::Level { .. } | Self::Region { .. } => 3,
            Self::Language { .. } => 2,
            Self::AnyRegion => 1,
            Self::OtherLevel { .. } => -1,
            Self::NoLanguage => -2,
        }
    }
}

/// How an offer fits a need; none where it does not.
pub fn fit(need: &Details, offer: &Details) -> Option<Fit> {
    if need.component != offer.component {
        return None;
    }
    let mut reasons = vec![Reason::Component {
        component: offer.component,
    }];
    reasons.push(level(need, offer));
    reasons.extend(region(need, offer)?);
    reasons.extend(language(need, offer));
    Some(Fit {
        score: reasons.iter().map(Reason::weight).sum(),
        reasons,
    })
}

fn level(need: &Details, offer: &Details) -> Reason {
    if need.level == offer.level {
        Reason::Level { level: offer.level }
    } else {
        Reason::OtherLevel { level: offer.level }
    }
}

/// None where they name regions and have none in common.
fn region(need: &Details, offer: &Details) -> Option<Option<Reason>> {
    if offer.regions.is_empty() {
        return Some(Some(Reason::AnyRegion));
    }
    if need.regions.is_empty() {
        return Some(None);
    }
    let regions: BTreeSet<_> = need.regions.intersection(&offer.regions).copied().collect();
    (!regions.is_empty()).then_some(Some(Reason::Region { regions }))
}

fn language(need: &Details, offer: &Details) -> Option<Reason> {
    if need.languages.is_empty() || offer.languages.is_empty() {
        return None;
    }
    let spoken = |tag: &String| {
        need.languages
            .iter()
            .any(|other| primary(other).eq_ignore_ascii_case(primary(tag)))
    };
    let languages: BTreeSet<String> = offer.languages.iter().filter(|tag| spoken(tag)).cloned().collect();
    Some(if languages.is_empty() {
        Reason::NoLanguage
    } else {
        Reason::Language { languages }
    })
}

/// The language without what sets its kinds apart: who speaks `pt-BR` can talk to who speaks `pt`.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matchmaking::post::Visibility;

    fn details(component: Component, level: Reach, regions: &[RegionalGroup], languages: &[&str]) -> Details {
        Details {
            component,
            level,
            regions: regions.iter().copied().collect(),
            languages: languages.iter().map(|&tag| tag.to_owned()).collect(),
            sentence: "A sentence".to_owned(),
            visibility: Visibility::Everyone,
        }
    }

    #[test]
    fn an_offer_of_another_component_does_not_fit() {
        let need = details(Component::People, Reach::National, &[], &[]);
        assert_eq!(fit(&need, &details(Component::Technology, Reach::National, &[], &[])), None);
    }

    #[test]
    fn an_offer_for_other_regions_does_not_fit_and_one_for_any_fits_less_than_one_for_the_own() {
        let need = details(Component::People, Reach::National, &[RegionalGroup::African], &[]);
        let of = |regions: &[RegionalGroup]| fit(&need, &details(Component::People, Reach::National, regions, &[]));
        assert_eq!(of(&[RegionalGroup::AsiaPacific]), None);
        let (own, any) = (
            of(&[RegionalGroup::African, RegionalGroup::AsiaPacific]).unwrap(),
            of(&[]).unwrap(),
        );
        assert!(own.score > any.score);
        let regions = [RegionalGroup::African].into();
        assert!(own.reasons.contains(&Reason::Region { regions }));
        assert!(any.reasons.contains(&Reason::AnyRegion));
    }

    #[test]
    fn a_language_counts_whatever_its_kind_and_having_none_in_common_is_said() {
        let need = details(Component::People, Reach::National, &[], &["pt-BR", "en"]);
        let of = |languages: &[&str]| fit(&need, &details(Component::People, Reach::National, &[], languages)).unwrap();
        let languages = ["PT".to_owned()].into();
        assert!(of(&["PT", "fr"]).reasons.contains(&Reason::Language { languages }));
        assert!(of(&["fr"]).reasons.contains(&Reason::NoLanguage));
        assert!(of(&["fr"]).score < of(&[]).score && of(&[]).score < of(&["pt"]).score);
    }

    #[test]
    fn another_level_fits_less_and_says_so() {
        let need = details(Component::Policies, Reach::National, &[], &[]);
        let same = fit(&need, &need).unwrap();
        let other = fit(&need, &details(Component::Policies, Reach::Regional, &[], &[])).unwrap();
        assert!(same.score > other.score);
        let level = Reach::Regional;
        assert!(other.reasons.contains(&Reason::OtherLevel { level }));
    }

    #[test]
    fn the_score_is_the_sum_of_what_the_told_reasons_count() {
        let need = details(Component::Policies, Reach::National, &[RegionalGroup::African], &["fr"]);
        let fit = fit(&need, &need).unwrap();
        assert_eq!(fit.score, fit.reasons.iter().map(Reason::weight).sum::<i32>());
        assert_eq!(fit.score, 12);
    }
}
