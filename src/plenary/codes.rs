//! The codes of the mapping and what they mean in words. A code never changes its meaning; new ones may come.

use super::view::Theme;
use crate::room::notes::point::{Component, Reach, RegionalGroup};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the codes of a mapping mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Codes {
    /// Components of capacity.
    pub component: Vec<Coded<Component>>,
    /// Levels.
    pub level: Vec<Coded<Reach>>,
    /// Regional groups.
    pub region: Vec<Coded<RegionalGroup>>,
    /// Themes of this meeting.
    pub theme: Vec<CodedTheme>,
}

/// A code and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Coded<Code> {
    /// The code.
    pub code: Code,
    /// The same in words.
    pub words: String,
}

/// A theme of the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CodedTheme {
    /// Its code: the id of the first room that has it.
    pub code: String,
    /// What it is called.
    pub words: String,
    /// The rooms that have it.
    pub rooms: Vec<String>,
}

impl CodedTheme {
    /// The theme of a column of the board.
    pub(super) fn of(theme: &Theme) -> Self {
        Self {
            code: theme.code.clone(),
            words: theme.title.clone(),
            rooms: theme.rooms.clone(),
        }
    }
}

impl Codes {
    /// All that there are, with the themes of a meeting.
    pub(super) fn with_themes(theme: Vec<CodedTheme>) -> Self {
        Self {
            component: coded(&[
                (Component::Policies, "Policies and regulations"),
                (Component::Processes, "Processes and structures"),
                (Component::Partnerships, "Partnerships and networks"),
                (Component::People, "People and skills"),
                (Component::Technology, "Technology"),
            ]),
            level: coded(&[
                (Reach::National, "National"),
                (Reach::Subregional, "Subregional"),
                (Reach::Regional, "Regional"),
                (Reach::Global, "Global"),
            ]),
            region: coded(&[
                (RegionalGroup::African, "African States"),
                (RegionalGroup::AsiaPacific, "Asia-Pacific States"),
                (RegionalGroup::EasternEuropean, "Eastern European States"),
                (
                    RegionalGroup::LatinAmericanAndCaribbean,
                    "Latin American and Caribbean States",
                ),
                (RegionalGroup::WesternEuropeanAndOthers, "Western European and other States"),
            ]),
            theme,
        }
    }
}

fn coded<Code: Copy>(meanings: &[(Code, &str)]) -> Vec<Coded<Code>> {
    let coded = meanings.iter().map(|(code, words)| Coded {
        code: *code,
        words: (*words).to_owned(),
    });
    coded.collect()
}
