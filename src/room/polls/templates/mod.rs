//! Ready-made polls, which a chair takes as they are or changes first. Each is written in English and comes in the other five
//! official languages of the United Nations; the words are in `words.rs`, one language in one place.

mod words;

use crate::room::command::{Axes, PaperForm, Per, PollKind, PollPaper, Results, Secrecy, Translation, VotingRules};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;
use words::{ENGLISH, TRANSLATED, Words};

/// Points to share out: as the question says.
const POINTS: u32 = 100;

/// Proposals of the matrix, to be worded by the chair.
const PROPOSALS: u32 = 3;

/// A ready-made poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Template {
    /// Yes, no, abstain; named, by delegation, results live.
    ShowOfHands,
    /// How far one agrees with a statement.
    Agreement,
    /// Self-assessment on the five components of capacity.
    Readiness,
    /// A hundred points among the five components of capacity.
    Priorities,
    /// Impact and feasibility of proposals.
    ImpactFeasibility,
    /// Ideas, and support for them.
    Ideas,
    /// One word: a word cloud.
    OneWord,
}

impl Template {
    /// Every template, in the order of the list on the page.
    pub const ALL: [Template; 7] = [
        Self::ShowOfHands,
        Self::Agreement,
        Self::Readiness,
        Self::Priorities,
        Self::ImpactFeasibility,
        Self::Ideas,
        Self::OneWord,
    ];

    /// The poll, ready to be opened.
    pub fn paper(self) -> PollPaper {
        let texts = self.texts(&ENGLISH);
        let translated = TRANSLATED.iter().map(|words| (words.tag.to_owned(), self.texts(words)));
        PollPaper {
            question: texts.question,
            kind: self.kind(),
            options: texts.options,
            form: PaperForm {
                abstain: self == Self::ShowOfHands,
                scale: texts.scale,
                axes: texts.axes,
                points: (self == Self::Priorities).then_some(POINTS),
            },
            rules: self.rules(),
            language: Some(ENGLISH.tag.to_owned()),
            translations: translated.collect(),
            ..PollPaper::default()
        }
    }

    fn kind(self) -> PollKind {
        match self {
            Self::ShowOfHands => PollKind::YesNo,
            Self::Agreement => PollKind::Agreement,
            Self::Readiness => PollKind::Grid,
            Self::Priorities => PollKind::Points,
            Self::ImpactFeasibility => PollKind::Matrix,
            Self::Ideas => PollKind::Ideas,
            Self::OneWord => PollKind::Text,
        }
    }

    fn rules(self) -> VotingRules {
        match self {
            Self::ShowOfHands => VotingRules {
                secrecy: Secrecy::Named,
                per: Per::Delegation,
                results: Results::Live,
                ..VotingRules::default()
            },
            // How far a country has come is for its delegation to say, once.
            Self::Readiness => VotingRules {
                per: Per::Delegation,
                ..VotingRules::default()
            },
            _ => VotingRules::default(),
        }
    }

    /// Its texts in one language.
    fn texts(self, words: &Words) -> Translation {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let (question, options, scale): (_, Vec<String>, Vec<String>) = match self {
            Self::ShowOfHands => (words.show_of_hands, owned(&words.answers), vec![]),
            Self::Agreement => (words.agreement, owned(&words.agreement_steps), vec![]),
            Self::Readiness => (words.readiness, owned(&words.components), owned(&words.readiness_steps)),
            Self::Priorities => (words.priorities, owned(&words.components), vec![]),
            Self::ImpactFeasibility => (words.impact_feasibility, proposals(words), vec![]),
            Self::Ideas => (words.ideas, vec![], vec![]),
            Self::OneWord => (words.one_word, vec![], vec![]),
        };
        Translation {
            question: question.to_owned(),
            options,
            scale,
            axes: (self == Self::ImpactFeasibility).then(|| axes(words)),
        }
    }
}

/// The axes of impact and feasibility in a language; none where it is none of the six.
pub fn impact_and_feasibility(tag: &str) -> Option<Axes> {
    let mut languages = TRANSLATED.iter().chain([&ENGLISH]);
    languages.find(|words| words.tag == tag).map(axes)
}

fn axes(words: &Words) -> Axes {
    Axes {
        x: words.impact.to_owned(),
        y: words.feasibility.to_owned(),
    }
}

fn proposals(words: &Words) -> Vec<String> {
    (1..=PROPOSALS).map(|number| format!("{} {number}", words.proposal)).collect()
}
