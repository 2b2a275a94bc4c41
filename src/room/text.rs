//! What a text must be like before it is shown to others: within its length, and without characters that cannot be shown
//! or that make other people's text read differently from how it was written.

use super::limits::MARKS_IN_A_ROW_MAX;
use super::refusal::{Code, Refusal};
use unicode_normalization::char::is_combining_mark;

/// The text without blanks around it, or a sentence that says what is wrong with it. `what` begins the sentence: "The name".
/// An empty text passes; whether something must be said is the caller's question.
pub fn checked(what: &str, text: &str, characters_max: usize) -> Result<String, String> {
    let text = text.trim();
    if text.chars().count() > characters_max {
        return Err(format!("{what} is too long: at most {characters_max} characters."));
    }
    match fault(text) {
        Some(fault) => Err(format!("{what} has {fault}.")),
        None => Ok(text.to_owned()),
    }
}

/// What a text has that keeps it from being shown beside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A character without a shape, or one that turns what stands around it.
    #[error("a character that cannot be shown (U+{:04X})", u32::from(*character))]
    Unshowable {
        /// Which.
        character: char,
    },
    /// Nothing that can be seen.
    #[error("no character that can be seen")]
    Unseen,
    /// A mark in front of all letters.
    #[error("a mark in front that has no letter to stand on")]
    MarkInFront,
    /// Too many marks on one letter.
    #[error("more than {max} marks on one letter")]
    Tower {
        /// How many there can be.
        max: usize,
    },
}

/// What a text has that keeps it from being shown beside others, if anything.
pub fn fault(text: &str) -> Option<Unfit> {
    if let Some(character) = text.chars().find(|&character| is_unshowable(character)) {
        return Some(Unfit::Unshowable { character });
    }
    let seen = |character: &char| !character.is_whitespace() && !is_invisible(*character);
    match text.chars().find(seen) {
        None if !text.is_empty() => Some(Unfit::Unseen),
        Some(first) if is_combining_mark(first) => Some(Unfit::MarkInFront),
        _ if has_tower(text) => Some(Unfit::Tower { max: MARKS_IN_A_ROW_MAX }),
        _ => None,
    }
}

/// The same for a text that must say something, as a refusal.
pub fn filled(what: &str, text: &str, characters_max: usize) -> Result<String, Refusal> {
    match checked(what, text, characters_max) {
        Ok(text) if text.is_empty() => Err(Refusal::new(Code::TextInvalid, format!("{what} is empty."))),
        checked => checked.map_err(|sentence| Refusal::new(Code::TextInvalid, sentence)),
    }
}

/// The text with a blank for each character that cannot be shown, and without marks that have no letter or that are too many on one:
/// for words that are taken from elsewhere, as a quotation is from the notes, where nobody is there to say them otherwise.
pub fn showable(text: &str) -> String {
    let text = text.replace(is_unshowable, " ");
    let begun =
        text.trim_start_matches(|letter: char| letter.is_whitespace() || is_invisible(letter) || is_combining_mark(letter));
    without_towers(begun)
}

/// The text without the marks that are too many on one letter.
pub fn without_towers(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut tower = Tower::default();
    text.chars().filter(|&letter| tower.takes(letter)).collect()
}

fn has_tower(text: &str) -> bool {
    let mut tower = Tower::default();
    !text.chars().all(|letter| tower.takes(letter))
}

/// The marks that have piled up on the letter so far. A pile of hundreds is drawn over all the lines around it.
#[derive(Debug, Default)]
struct Tower {
    marks: usize,
}

impl Tower {
    /// Whether the next character of a text fits: it is no mark, or not one too many.
    fn takes(&mut self, next: char) -> bool {
        if !is_combining_mark(next) {
            // What cannot be seen does not begin a new letter, so that it cannot be used to build on.
            self.marks = if is_invisible(next) { self.marks } else { 0 };
            return true;
        }
        self.marks += 1;
        self.marks <= MARKS_IN_A_ROW_MAX
    }
}

/// Letters without a shape of their own: soft hyphen, joiners and direction marks, fillers, the empty braille cell, selectors of
/// a variant, and tags.
pub fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Control characters, line and paragraph separators, and the bidirectional overrides and isolates, which reorder what
/// stands around them. The plain direction marks stay: names in Arabic and Hebrew need them.
pub fn is_unshowable(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text has the shape of a BCP 47 language tag: a language of two or three letters, then what sets it apart, as in
/// `en`, `pt-BR`, `zh-Hans`.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_first = |part: &str| matches!(part.len(), 2..=3) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_further = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(is_first) && parts.all(is_further)
}

#[cfg(test)]
mod tests {
    use super::super::limits::MARKS_IN_A_ROW_MAX;
    use super::{checked, is_language, showable};

    #[test]
    fn a_language_is_named_by_its_tag_not_in_words() {
        assert!(["en", "pt-BR", "zh-Hans", "fil", "FR"].into_iter().all(is_language));
        assert!(
            !["English", "", "e", "en_GB", "en-", "en-toolongpart"]
                .into_iter()
                .any(is_language)
        );
    }

    #[test]
    fn blanks_around_a_text_are_dropped_and_the_length_counts_characters_not_bytes() {
        assert_eq!(checked("The name", "  Ōlelo  ", 5), Ok("Ōlelo".to_owned()));
        assert_eq!(
            checked("The name", "国際連合本部", 5),
            Err("The name is too long: at most 5 characters.".to_owned())
        );
    }

    #[test]
    fn line_breaks_controls_and_direction_overrides_are_refused() {
        for text in [
            "a\nb",
            "a\u{0}b",
            "a\u{7f}b",
            "a\u{85}b",
            "a\u{202e}b",
            "a\u{2066}b",
            "a\u{2069}b",
            "a\u{2028}b",
        ] {
            assert!(checked("The name", text, 10).is_err(), "{text:?} passed");
        }
    }

    #[test]
    fn a_text_of_which_nothing_is_seen_is_refused_and_an_empty_one_is_the_callers_question() {
        for text in ["\u{200b}", "\u{3164}", "\u{2800}", "\u{200e} \u{2060}", "\u{e0041}"] {
            let sentence = "The name has no character that can be seen.".to_owned();
            assert_eq!(checked("The name", text, 10), Err(sentence), "{text:?}");
        }
        assert_eq!(checked("The name", "  ", 10), Ok(String::new()));
    }

    #[test]
    fn marks_stand_on_a_letter_and_not_too_many_on_one() {
        let marks = |count: usize| format!("Z{}", "\u{301}".repeat(count));
        assert!(checked("The name", &marks(MARKS_IN_A_ROW_MAX), 100).is_ok());
        let sentence = "The name has more than 8 marks on one letter.".to_owned();
        assert_eq!(
            checked("The name", &marks(MARKS_IN_A_ROW_MAX + 1), 100),
            Err(sentence.clone())
        );
        let parted = format!("{}\u{200b}{}", marks(8), "\u{301}".repeat(8));
        assert_eq!(checked("The name", &parted, 100), Err(sentence));
        let alone = "The name has a mark in front that has no letter to stand on.".to_owned();
        for text in ["\u{301}a", "\u{200b}\u{301}"] {
            assert_eq!(checked("The name", text, 100), Err(alone.clone()));
        }
        assert_eq!(showable(&format!("\u{301}\u{202e}{}", marks(40))), marks(8));
    }

    #[test]
    fn joiners_and_direction_marks_that_names_need_pass() {
        for text in ["می\u{200c}خواهم", "\u{200f}שלום", "👩\u{200d}🚀"] {
            assert_eq!(checked("The name", text, 20), Ok(text.to_owned()));
        }
    }
}
