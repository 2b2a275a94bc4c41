//! Under the Chatham House Rule what was said may be told, but not by whom, and the notes are free text. This finds the names and
//! delegations of those in the room that stand in what would be told, so that the rapporteur reads those passages once more before
//! the report goes round. It is a help, not a wall: it knows the words that people gave when they joined, whole, however they are
//! accented or capitalised, and nothing that means the same.

use super::compose::speakers;
use crate::room::Room;
use crate::room::event::Attribution;
use crate::room::notes::Block;
use crate::room::polls::{Poll, paper};
use crate::room::report::Report;
use crate::room::seat::{Profile, Role};
use crate::room::view::PollState;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Fewest letters of a word that is looked for; shorter ones are in too many texts. Of a name in Chinese characters two are enough.
const LETTERS_MIN: usize = 3;
/// Longest excerpt, in characters.
const EXCERPT_CHARACTERS_MAX: usize = 200;
/// Words of a name that are no name.
const TITLES: [&str; 16] = [
    "ambassador",
    "delegate",
    "doctor",
    "excellency",
    "her",
    "his",
    "hon",
    "honourable",
    "minister",
    "mme",
    "mrs",
    "professor",
    "secretary",
    "the",
    "vice",
    "van",
];

/// A name or delegation that stands in what would be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Named {
    /// The words that were found, as the person wrote them when they joined.
    pub words: String,
    /// What they are.
    pub what: NamedWhat,
    /// Where they were found.
    pub passages: Vec<NamedPassage>,
}

/// What words stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NamedWhat {
    /// A person, or a part of a person's name.
    Person,
    /// A delegation.
    Delegation,
}

/// A passage that would be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct NamedPassage {
    /// What kind of text it is.
    pub place: NamedPlace,
    /// The id of its point, card, remark or poll; missing where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// How it begins.
    pub excerpt: String,
}

/// What kind of text a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NamedPlace {
    /// A paragraph or heading of the notes.
    Notes,
    /// Who will see to a point.
    Owner,
    /// A card on the board.
    Card,
    /// A remark on a draft, or the word on it.
    Remark,
    /// Why the report was taken up again.
    Resumed,
    /// A poll's question, one of its answers, or a text that the chair let through.
    Poll,
}

/// What is looked for: the words as they were written, by their folded form.
type Wanted = BTreeMap<(NamedWhat, Vec<String>), String>;

/// A text that would be told, and its folded words.
struct Told {
    passage: NamedPassage,
    words: Vec<String>,
}

/// A text that would be told: what kind of text it is, the id of what it belongs to, and it.
type Text = (NamedPlace, Option<String>, String);

/// What is searched, taken out of a room so that the room need not wait for the search.
pub struct Search {
    texts: Vec<Text>,
    people: Vec<Profile>,
}

impl Search {
    /// Through the notes, cards, remarks, polls and reasons of a room under the Chatham House Rule; through nothing under the other rules, where names
    /// may be told or nothing is.
    pub fn of(room: &Room) -> Self {
        if room.definition.attribution != Attribution::ChathamHouse {
            return Self {
                texts: Vec::new(),
                people: Vec::new(),
            };
        }
        // Who is in the room or was on its list of speakers.
        let seats = room.seats.values().filter(|seat| seat.role != Role::Screen);
        let profiles = seats.map(|seat| seat.profile.clone());
        Self {
            texts: texts(room),
            people: profiles.chain(speakers(room)).collect(),
        }
    }

    /// The names and delegations that stand in the texts, in the order of the alphabet.
    pub fn named(self) -> Vec<Named> {
        found(self.texts, self.people)
    }
}

/// The names and delegations that stand in what a room may tell.
pub fn named_in(room: &Room) -> Vec<Named> {
    Search::of(room).named()
}

fn found(texts: Vec<Text>, people: Vec<Profile>) -> Vec<Named> {
    let texts: Vec<Told> = texts.into_iter().filter_map(told).collect();
    let mut by_word: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (at, told) in texts.iter().enumerate() {
        for word in &told.words {
            by_word.entry(word).or_default().insert(at);
        }
    }
    let found = wanted(people).into_iter().map(|((what, folded), words)| Named {
        words,
        what,
        passages: passages(&texts, &by_word, &folded),
    });
    found.filter(|named| !named.passages.is_empty()).collect()
}

fn passages(texts: &[Told], by_word: &BTreeMap<&str, BTreeSet<usize>>, folded: &[String]) -> Vec<NamedPassage> {
    let Some(first) = folded.first() else { return Vec::new() };
    let with = |told: &&Told| told.words.windows(folded.len()).any(|words| words == folded);
    let places = by_word.get(first.as_str()).into_iter().flatten();
    let told = places.filter_map(|place| texts.get(*place)).filter(with);
    told.map(|told| told.passage.clone()).collect()
}

/// What these people are called.
fn wanted(people: Vec<Profile>) -> Wanted {
    let mut wanted = Wanted::new();
    for Profile { name, delegation, .. } in people {
        if let Some(name) = name {
            want_person(&mut wanted, &name);
        }
        if let Some(delegation) = delegation {
            // "Bolivia (Plurinational State of)" is written as "Bolivia" too.
            let short = delegation.split('(').next().unwrap_or_default().trim().to_owned();
            [delegation, short]
                .iter()
                .for_each(|words| want(&mut wanted, NamedWhat::Delegation, words));
        }
    }
    wanted
}

/// A person's name and, because people are spoken of by one of them, each of its words.
fn want_person(wanted: &mut Wanted, name: &str) {
    want(wanted, NamedWhat::Person, name);
    for word in name.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '(' | ')' | '/')) {
        if !TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str()) {
            want(wanted, NamedWhat::Person, word);
        }
    }
}

fn want(wanted: &mut Wanted, what: NamedWhat, words: &str) {
    let folded = folded(words);
    let letters: usize = folded.iter().map(|word| word.chars().count()).sum();
    let is_long_enough = letters >= LETTERS_MIN || (letters > 1 && words.chars().any(is_chinese));
    if is_long_enough {
        wanted.entry((what, folded)).or_insert_with(|| words.trim().to_owned());
    }
}

/// The words of a text in small letters without accents. A Chinese character is a word of its own, because no blanks say where words
/// begin there.
fn folded(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
    {
        if is_chinese(letter) {
            words.extend([letter.to_string(), String::new()]);
        } else if letter.is_alphanumeric() {
            if let Some(word) = words.last_mut() {
                word.push(letter);
            }
        } else if !matches!(letter, '\'' | '\u{2019}' | '\u{2bc}') {
            words.push(String::new());
        }
    }
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Everything that people wrote and that would be told.
fn texts(room: &Room) -> Vec<Text> {
    let mut texts = Vec::new();
    of_notes(&room.notes.blocks(), &mut texts);
    for (id, card) in room.board.cards() {
        texts.push((NamedPlace::Card, Some(id.to_string()), card.text.clone()));
    }
    of_report(&room.report, &mut texts);
    let put_to_the_room = room.polls.iter().filter(|(_, poll)| poll.state != PollState::Draft);
    for (id, poll) in put_to_the_room {
        of_poll(&id.to_string(), poll, &mut texts);
    }
    texts
}

fn of_report(report: &Report, texts: &mut Vec<Text>) {
    for (id, remark) in report.drafts.values().flat_map(|draft| &draft.remarks) {
        let word = remark.answer.as_ref().map_or("", |answer| &answer.word);
        let written = [remark.text.as_str(), word].map(str::to_owned);
        texts.extend(written.map(|text| (NamedPlace::Remark, Some(id.to_string()), text)));
    }
    let reason = report.resumed.last();
    texts.extend(reason.map(|resumed| (NamedPlace::Resumed, None, resumed.reason.clone())));
}

fn of_poll(id: &str, poll: &Poll, texts: &mut Vec<Text>) {
    let passed = poll.texts().iter().filter(|(text, _)| poll.passed.has(text));
    let written = std::iter::once(poll.paper.question.as_str())
        .chain(paper::options(&poll.paper).map(|(_, answer)| answer))
        .chain(passed.map(|(_, written)| written.text.as_str()));
    texts.extend(written.map(|text| (NamedPlace::Poll, Some(id.to_owned()), text.to_owned())));
}

fn of_notes(blocks: &[Block], texts: &mut Vec<Text>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph { runs, .. } => {
                let text: String = runs.iter().map(|run| run.text.as_str()).collect();
                let point = match block {
                    Block::Paragraph { point, .. } => point.as_deref(),
                    _ => None,
                };
                let id = point.map(|point| point.id.clone());
                let owner = point.and_then(|point| point.owner.as_deref()).unwrap_or_default();
                texts.push((NamedPlace::Notes, id.clone(), text));
                texts.push((NamedPlace::Owner, id, owner.to_owned()));
            }
            Block::List { items, .. } => items.iter().for_each(|item| of_notes(item, texts)),
            Block::Quote { blocks } => of_notes(blocks, texts),
            Block::Rule => {}
        }
    }
}

fn told((place, id, text): Text) -> Option<Told> {
    let words = folded(&text);
    let excerpt = text.chars().take(EXCERPT_CHARACTERS_MAX).collect();
    let passage = NamedPassage { place, id, excerpt };
    (!words.is_empty()).then_some(Told { passage, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted_of(names: &[&str]) -> Wanted {
        let mut wanted = Wanted::new();
        names.iter().for_each(|name| want_person(&mut wanted, name));
        wanted
    }

    fn is_named(name: &str, text: &str) -> bool {
        let words = folded(text);
        let stands = |folded: &Vec<String>| words.windows(folded.len()).any(|window| window == folded.as_slice());
        wanted_of(&[name]).keys().any(|(_, folded)| stands(folded))
    }

    #[test]
    fn a_name_is_found_however_it_is_accented_or_capitalised() {
        assert!(is_named("Lucía Fernández", "As LUCIA FERNANDEZ said"));
        assert!(is_named("Lucía Fernández", "Ms. Fernández proposed a fund."));
        assert!(is_named("Tomás O'Neill", "thanks to Mr O\u{2019}Neill"));
        assert!(is_named("سارة العلي", "قالت سارة العلي"));
        assert!(is_named("李明", "会上李明提出建议"));
    }

    #[test]
    fn parts_of_words_titles_and_short_words_are_no_name() {
        assert!(!is_named("Ann Lee", "A planned fleet of annotations"));
        assert!(!is_named("The Minister, H.E. Al Bo", "The minister spoke to her team."));
        assert!(!is_named("李明", "李和明"));
        assert!(!is_named("", "anything"));
    }
}
