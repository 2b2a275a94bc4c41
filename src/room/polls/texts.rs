//! What voters write: answers in their own words, ideas, reasons. The same words from several voters are one text with a
//! number; the chair lets each be seen, and a text written anew waits again. A text is known by what it says, never by who wrote
//! it or when, so that letting it through tells nothing about its writer.

use super::kinds::invalid;
use crate::room::ids::OptionId;
use crate::room::limits::{BALLOT_TEXT_CHARACTERS_MAX, BALLOT_TEXTS_MAX};
use crate::room::refusal::{Code, Refusal};
use crate::room::text;
use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// The name of a text: the letter `t` and the first 16 hexadecimal digits of the SHA-256 of its words in one spelling.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS, utoipa::ToSchema)]
#[ts(type = "string")]
#[schema(value_type = String, pattern = "^t[0-9a-fA-F]{16}$")]
pub struct TextId(String);

/// Bytes of the hash in a name: no two of a room's texts are likely to share it.
const HASH_BYTES: usize = 8;

impl TextId {
    /// The name of a text; of a reason, also of the answer that it is about.
    pub fn of(text: &str, about: Option<OptionId>) -> Self {
        let words = spelling(text);
        let about = about.map(|option| option.to_string()).unwrap_or_default();
        let hash = Sha256::digest(format!("{about}\n{words}"));
        let digits = hash.iter().take(HASH_BYTES).fold(String::from("t"), |mut digits, byte| {
            // Writing to a string does not fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        Self(digits)
    }
}

impl fmt::Display for TextId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for TextId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.strip_prefix('t').unwrap_or_default();
        let fits = digits.len() == 2 * HASH_BYTES && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then(|| Self(text.to_ascii_lowercase()))
            .ok_or_else(|| serde::de::Error::custom("the id of a text is t and 16 hexadecimal digits"))
    }
}

/// A text and who stands behind it, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TextCount {
    /// As the voter wrote it whose spelling comes first in the alphabet.
    pub text: String,
    /// Ballots that have it.
    pub written: u32,
    /// Ballots that have it or support it.
    pub support: u32,
    /// The answer that it is a reason for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<OptionId>,
}

/// Counts texts, each with the answer that it is about; of one ballot none comes twice.
pub fn counted<'a>(written: impl IntoIterator<Item = (&'a str, Option<OptionId>)>) -> BTreeMap<TextId, TextCount> {
    // Many write the same word in the same spelling: each spelling is hashed once.
    let mut spellings: BTreeMap<(&str, Option<OptionId>), u32> = BTreeMap::new();
    for spelling in written {
        *spellings.entry(spelling).or_default() += 1;
    }
    let mut texts = BTreeMap::new();
    for ((text, about), ballots) in spellings {
        // The spellings come in the order of the alphabet; the first one stays.
        let counted = texts.entry(TextId::of(text, about)).or_insert_with(|| TextCount {
            text: text.to_owned(),
            written: 0,
            support: 0,
            about,
        });
        counted.written += ballots;
        counted.support += ballots;
    }
    texts
}

/// Texts in the order of a list: those with most support first, then those that more have written, then by the alphabet.
pub fn ordered(texts: &BTreeMap<TextId, TextCount>) -> Vec<&TextCount> {
    let mut ordered: Vec<&TextCount> = texts.values().collect();
    ordered.sort_by_key(|text| (Reverse(text.support), Reverse(text.written), &text.text));
    ordered
}

/// Which texts the chair lets be seen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// Whether all are, but for those held back.
    pub all: bool,
    /// Those that are an exception to that: let through one by one, or held back one by one.
    pub except: BTreeSet<TextId>,
}

impl Passed {
    /// Whether a text may be seen by all.
    pub fn has(&self, text: &TextId) -> bool {
        self.all != self.except.contains(text)
    }

    /// Lets texts be seen, or not; none named: all there are and all to come.
    pub fn set(&mut self, texts: &[TextId], seen: bool) {
        if texts.is_empty() {
            self.all = seen;
            self.except.clear();
        }
        for text in texts {
            if self.all == seen {
                self.except.remove(text);
            } else {
                self.except.insert(text.clone());
            }
        }
    }
}

/// The texts of a ballot as they are kept: trimmed, none empty or of nothing that can be seen, none twice, plain words without markup.
pub fn checked(texts: &[String]) -> Result<Vec<String>, Refusal> {
    if texts.len() > BALLOT_TEXTS_MAX {
        return Err(invalid(format!(
            "A ballot holds at most {BALLOT_TEXTS_MAX} texts, not {}.",
            texts.len()
        )));
    }
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for given in texts.iter().filter(|given| !spelling(given).is_empty()) {
        let text = text::checked("The text", given, BALLOT_TEXT_CHARACTERS_MAX)
            .map_err(|sentence| Refusal::new(Code::TextInvalid, sentence))?;
        if let Some(tag) = markup(&text) {
            return Err(Refusal::new(
                Code::TextInvalid,
                format!("The text has markup (“{tag}”); write it in plain words."),
            ));
        }
        if seen.insert(TextId::of(&text, None)) {
            kept.push(text);
        }
    }
    Ok(kept)
}

/// The first thing in the text that a browser might take for a tag, from its bracket on.
fn markup(text: &str) -> Option<String> {
    let mut brackets = text.match_indices('<').map(|(at, _)| &text[at..]);
    let begins_tag = |rest: &&str| {
        let next = rest.chars().nth(1);
        next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
    };
    brackets.find(begins_tag).map(|tag| tag.chars().take(12).collect())
}

/// One spelling for all ways to write the same words. Capitals, the encoding of accents and wide letters, the form of an
/// apostrophe and of a sigma, ß for ss, stretched Arabic letters, blanks, and what cannot be seen make no difference; accents
/// do, for they make other words.
pub(in crate::room) fn spelling(text: &str) -> String {
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_ascii() {
        // What follows would come to the same, many times slower.
        return joined(&text.to_ascii_lowercase());
    }
    let mut folded = String::new();
    for letter in text.nfkc().filter(|letter| !is_unseen(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'ß' => folded.push_str("ss"),
            'ς' => folded.push('σ'),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => folded.push('\''),
            other => folded.push(other),
        }
    }
    joined(&folded)
}

/// Letters without a shape of their own: soft hyphen, joiners and direction marks, fillers, the empty braille cell, selectors of
/// a variant, and the stroke that stretches an Arabic word. It stays as it is: the ids of texts in the journal hang on it.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2064}' | '\u{2800}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}
