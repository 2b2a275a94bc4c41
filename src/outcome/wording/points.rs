//! What points, cards and their marks are called. The codes of `outcome.json` stay as they are; these are the words for people.

use super::{count, duration};
use crate::outcome::contents::OutcomePoint;
use crate::room::command::CardKind;
use crate::room::notes::point::{Component, PointKind, Reach, RegionalGroup, Standing};

/// Messages that a report to the plenary has at most.
const MESSAGES_MAX: u32 = 3;
/// How long they take at most when they are read out, in seconds.
const READ_ALOUD_S_MAX: u32 = 120;

/// Every kind of point, in the order in which a report goes through them.
pub(in crate::outcome) const KINDS: [PointKind; 10] = [
    PointKind::PlenaryMessage,
    PointKind::KeyIssue,
    PointKind::Need,
    PointKind::Gap,
    PointKind::Initiative,
    PointKind::GoodPractice,
    PointKind::Barrier,
    PointKind::Recommendation,
    PointKind::NextStep,
    PointKind::OpenQuestion,
];

/// A kind as one point's label.
pub(in crate::outcome) fn kind(kind: PointKind) -> &'static str {
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

/// A kind as the heading of all its points.
pub(in crate::outcome) fn kinds(kind: PointKind) -> &'static str {
    match kind {
        PointKind::KeyIssue => "Key issues",
        PointKind::Need => "Needs",
        PointKind::Gap => "Gaps",
        PointKind::Initiative => "Initiatives",
        PointKind::GoodPractice => "Good practices",
        PointKind::Barrier => "Barriers",
        PointKind::Recommendation => "Recommendations",
        PointKind::NextStep => "Next steps",
        PointKind::OpenQuestion => "Open questions",
        PointKind::PlenaryMessage => "Messages for the plenary",
    }
}

/// Where the room stands on a point.
pub(in crate::outcome) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Convergence => "Views converged",
        Standing::Divergence => "Views diverged",
        Standing::Raised => "Raised",
        Standing::Parked => "Parked",
    }
}

/// A component of capacity.
pub(in crate::outcome) fn component(component: Component) -> &'static str {
    match component {
        Component::Policies => "Policies and regulations",
        Component::Processes => "Processes and structures",
        Component::Partnerships => "Partnerships and networks",
        Component::People => "People and skills",
        Component::Technology => "Technology",
    }
}

/// A level.
pub(in crate::outcome) fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::National => "National",
        Reach::Subregional => "Subregional",
        Reach::Regional => "Regional",
        Reach::Global => "Global",
    }
}

/// A regional group of the United Nations.
pub(in crate::outcome) fn region(region: RegionalGroup) -> &'static str {
    match region {
        RegionalGroup::African => "African States",
        RegionalGroup::AsiaPacific => "Asia-Pacific States",
        RegionalGroup::EasternEuropean => "Eastern European States",
        RegionalGroup::LatinAmericanAndCaribbean => "Latin American and Caribbean States",
        RegionalGroup::WesternEuropeanAndOthers => "Western European and other States",
    }
}

/// All labels of a point: its kind first, then standing, component, level, region, owner and source.
pub(in crate::outcome) fn labels(point: &OutcomePoint) -> Vec<String> {
    let mark = &point.mark;
    let words = [
        Some(kind(mark.kind)),
        mark.standing.map(standing),
        mark.component.map(component),
        mark.reach.map(reach),
        mark.region.map(region),
    ];
    let told = words.into_iter().flatten().map(str::to_owned);
    let owner = mark.owner.as_ref().map(|owner| format!("Owner: {owner}"));
    let source = mark.source.as_ref().map(|source| format!("From card {source}"));
    told.chain(owner).chain(source).collect()
}

/// What a card contributes.
pub(in crate::outcome) fn card(kind: CardKind) -> &'static str {
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

/// How long the messages take when they are read out; nothing where there are none.
pub(in crate::outcome) fn read_aloud(messages: u32, seconds: u32) -> Option<String> {
    let told = count(messages, "message", "messages");
    (messages > 0).then(|| format!("{told}, about {} minutes when read out.", duration(seconds.into())))
}

/// That there are more messages, or longer ones, than a plenary has time for; empty where there are not.
pub(in crate::outcome) fn read_aloud_notice(messages: u32, seconds: u32) -> String {
    let many = (messages > MESSAGES_MAX).then(|| format!("There are {messages} messages; a plenary takes in {MESSAGES_MAX}."));
    let long = (seconds > READ_ALOUD_S_MAX).then(|| {
        let (taken, free) = (duration(seconds.into()), duration(READ_ALOUD_S_MAX.into()));
        format!("Reading the messages out takes about {taken} minutes, longer than the {free} that there are.")
    });
    many.into_iter().chain(long).collect::<Vec<_>>().join(" ")
}
