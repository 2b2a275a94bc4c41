//! The labels of outcome points in words, and what is said of several points together.

use super::floor;
use crate::room::command::CardKind;
use crate::room::floor::Group;
use crate::room::notes::point::{Component, Point, PointKind, Reach, RegionalGroup, Standing};

/// How many words a minute a text is read out that others interpret.
const WORDS_A_MINUTE: usize = 130;
/// How many Chinese characters are read out in the time of a word of letters: two or three.
const CHARACTERS_OF_FIVE_WORDS: usize = 12;

/// What a point is and where it belongs: kind, standing, component, level, region, owner, source; without what was not said.
pub(in super::super) fn of(point: &Point) -> Vec<String> {
    let owner = point.owner.as_deref().map(str::trim).filter(|owner| !owner.is_empty());
    [
        Some(kind(point.kind).to_owned()),
        point.standing.map(|of| standing(of).to_lowercase()),
        point.component.map(|of| component(of).to_lowercase()),
        point.reach.map(|of| reach(of).to_owned()),
        point.region.map(|of| region(of).to_owned()),
        owner.map(|owner| format!("owner: {owner}")),
        point
            .source
            .as_deref()
            .map(|card| format!("from card {}", card.trim_start_matches('c'))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What it is.
pub(in super::super) const fn kind(kind: PointKind) -> &'static str {
    match kind {
        PointKind::KeyIssue => "Key issue",
        PointKind::Need => "Need",
        PointKind::Gap => "Gap",
        PointKind::Initiative => "Initiative",
        PointKind::GoodPractice => "Good practice",
        PointKind::Barrier => "Barrier",
        PointKind::Recommendation => "Recommendation",
        PointKind::NextStep => "Next step",
        PointKind::OpenQuestion => "Open question",
        PointKind::PlenaryMessage => "Message for the plenary",
    }
}

/// What a card contributes.
pub(in super::super) const fn card(kind: CardKind) -> &'static str {
    match kind {
        CardKind::Gap => "Gap",
        CardKind::Need => "Need",
        CardKind::Offer => "Offer",
        CardKind::Initiative => "Initiative",
        CardKind::GoodPractice => "Good practice",
        CardKind::Recommendation => "Recommendation",
        CardKind::Question => "Question",
    }
}

/// Where the room stands on it.
pub(in super::super) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Convergence => "Convergence",
        Standing::Divergence => "Divergence",
        Standing::Raised => "Raised",
        Standing::Parked => "Parked",
    }
}

/// The component of capacity.
pub(in super::super) const fn component(component: Component) -> &'static str {
    match component {
        Component::Policies => "Policies and regulations",
        Component::Processes => "Processes and structures",
        Component::Partnerships => "Partnerships and networks",
        Component::People => "People and skills",
        Component::Technology => "Technology",
    }
}

/// The level.
pub(in super::super) const fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::National => "national",
        Reach::Subregional => "subregional",
        Reach::Regional => "regional",
        Reach::Global => "global",
    }
}

/// The regional group.
pub(in super::super) fn region(region: RegionalGroup) -> &'static str {
    floor::group(match region {
        RegionalGroup::African => Group::African,
        RegionalGroup::AsiaPacific => Group::AsiaPacific,
        RegionalGroup::EasternEuropean => Group::EasternEuropean,
        RegionalGroup::LatinAmericanAndCaribbean => Group::LatinAmericanAndCaribbean,
        RegionalGroup::WesternEuropeanAndOthers => Group::WesternEuropeanAndOthers,
    })
}

/// `Point 3`, `Points 1, 3 and 4`.
pub(in super::super) fn listed_points(numbers: &[u32]) -> String {
    let words: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match words.split_last() {
        Some((last, [])) => format!("Point {last}"),
        Some((last, before)) => format!("Points {} and {last}", before.join(", ")),
        None => String::new(),
    }
}

/// How long a text takes to read out, in seconds.
pub(in super::super) fn seconds_to_read_out(text: &str) -> u64 {
    let is_chinese =
        |letter: &char| matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}');
    let characters = text.chars().filter(is_chinese).count();
    let of_letters = |word: &&str| word.chars().any(|letter| letter.is_alphanumeric() && !is_chinese(&letter));
    let words = text.split_whitespace().filter(of_letters).count() + characters * 5 / CHARACTERS_OF_FIVE_WORDS;
    u64::try_from((words * 60).div_ceil(WORDS_A_MINUTE)).unwrap_or(u64::MAX)
}

/// The same in words, to ten seconds.
pub(in super::super) fn time_to_read_out(seconds: u64) -> String {
    let tens = seconds.div_ceil(10).max(1);
    match (tens / 6, tens % 6 * 10) {
        (0, seconds) => format!("About {seconds} seconds when read out."),
        (minutes, 0) => format!(
            "About {minutes} {} when read out.",
            if minutes == 1 { "minute" } else { "minutes" }
        ),
        (minutes, seconds) => format!("About {minutes} min {seconds} s when read out."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_says_what_it_is_and_where_it_belongs_and_nothing_that_was_not_said() {
        let bare = Point {
            id: "0".into(),
            kind: PointKind::Gap,
            standing: None,
            component: None,
            reach: None,
            region: None,
            owner: Some(" ".into()),
            source: None,
        };
        assert_eq!(of(&bare), ["Gap"]);
        let full = Point {
            standing: Some(Standing::Convergence),
            component: Some(Component::People),
            reach: Some(Reach::National),
            region: Some(RegionalGroup::African),
            owner: Some("UNIDIR".into()),
            source: Some("c12".into()),
            ..bare
        };
        let labels = of(&full).join(" · ");
        let expected = "Gap · convergence · people and skills · national · African States · owner: UNIDIR · from card 12";
        assert_eq!(labels, expected);
    }

    #[test]
    fn points_are_named_by_their_numbers() {
        assert_eq!(
            [listed_points(&[3]), listed_points(&[1, 3, 4])],
            ["Point 3", "Points 1, 3 and 4"]
        );
    }

    #[test]
    fn the_time_to_read_out_counts_words_and_chinese_characters() {
        let english = "capacity ".repeat(260);
        let chinese = "能力".repeat(78);
        let times = [english.as_str(), &chinese, "Short."].map(|text| time_to_read_out(seconds_to_read_out(text)));
        assert_eq!(
            times,
            [
                "About 2 minutes when read out.",
                "About 30 seconds when read out.",
                "About 10 seconds when read out."
            ]
        );
    }
}
