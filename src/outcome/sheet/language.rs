//! In which language a text is written, as far as the text itself tells: so that a screen reader speaks it and a word processor
//! checks it in its own language, and right-to-left text is set so. Of the six official languages; another one counts as the
//! one whose letters it uses.

use serde::Serialize;
use std::sync::LazyLock;
use whatlang::{Detector, Lang};

/// Letters from which a language written in Latin letters is told; shorter texts count as English.
const LETTERS_MIN: usize = 20;

/// Letters of a long text that are looked at: as many as tell it, because a report has thousands of texts.
const LETTERS_MAX: usize = 120;

/// Small words, in small letters, that are English and neither French nor Spanish.
const ENGLISH_WORDS: [&str; 14] = [
    "the", "of", "and", "to", "in", "for", "with", "is", "are", "by", "that", "from", "not", "have",
];

/// Those that are French alone of the three.
const FRENCH_WORDS: [&str; 14] = [
    "des", "et", "est", "sont", "dans", "avec", "aux", "du", "au", "qui", "ne", "nous", "pas", "sur",
];

/// Those that are Spanish alone of the three.
const SPANISH_WORDS: [&str; 8] = ["el", "los", "las", "del", "para", "por", "con", "como"];

/// Those that French and Spanish share, or that stand in names of both.
const SHARED_WORDS: [&str; 10] = ["la", "le", "les", "de", "en", "un", "une", "que", "y", "su"];

/// How sure it has to be that such a text is not English, from 0 to 1: names and short sentences look like anything.
const CONFIDENCE_MIN: f64 = 0.5;

/// An official language of the United Nations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Language {
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// Chinese.
    #[serde(rename = "zh")]
    Chinese,
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
}

impl Language {
    /// Every one.
    pub const ALL: [Language; 6] = [
        Self::Arabic,
        Self::Chinese,
        Self::English,
        Self::French,
        Self::Russian,
        Self::Spanish,
    ];

    /// Its tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::English => "en",
            Self::French => "fr",
            Self::Russian => "ru",
            Self::Spanish => "es",
        }
    }

    /// Whether it is read from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// The language of a text: by the letters that most of it is written in, and among those of Latin letters by its words.
    pub fn of(text: &str) -> Self {
        let (mut arabic, mut chinese, mut russian, mut latin) = (0_usize, 0_usize, 0_usize, 0_usize);
        for letter in text.chars() {
            match letter {
                '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => arabic += 1,
                '\u{400}'..='\u{52f}' => russian += 1,
                '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}' => chinese += 1,
                _ if letter.is_alphabetic() => latin += 1,
                _ => {}
            }
        }
        // A Chinese character says as much as a word of letters.
        let most = arabic.max(russian).max(chinese * 3).max(latin);
        match most {
            0 => Self::English,
            _ if most == latin => Self::of_latin(text, latin),
            _ if most == arabic => Self::Arabic,
            _ if most == russian => Self::Russian,
            _ => Self::Chinese,
        }
    }

    fn of_latin(text: &str, letters: usize) -> Self {
        if letters < LETTERS_MIN {
            return Self::English;
        }
        if let Some(language) = told_by_small_words(text) {
            return language;
        }
        static DETECTOR: LazyLock<Detector> = LazyLock::new(|| Detector::with_allowlist(vec![Lang::Eng, Lang::Fra, Lang::Spa]));
        let beginning = text.char_indices().nth(LETTERS_MAX).map_or(text, |(end, _)| &text[..end]);
        match DETECTOR
            .detect(beginning)
            .filter(|found| found.confidence() >= CONFIDENCE_MIN)
        {
            Some(found) if found.lang() == Lang::Fra => Self::French,
            Some(found) if found.lang() == Lang::Spa => Self::Spanish,
            _ => Self::English,
        }
    }
}

/// The language whose small words stand in a text, if no other's do: a French text may name an English programme. It saves weighing most
/// texts, which takes far longer.
fn told_by_small_words(text: &str) -> Option<Language> {
    let (mut english, mut french, mut spanish, mut shared) = (0, 0, 0, 0);
    for word in text.split(|letter: char| !letter.is_alphabetic()) {
        english += usize::from(ENGLISH_WORDS.contains(&word));
        french += usize::from(FRENCH_WORDS.contains(&word));
        spanish += usize::from(SPANISH_WORDS.contains(&word));
        shared += usize::from(SHARED_WORDS.contains(&word));
    }
    match (english, french, spanish) {
        (1.., 0, 0) if shared == 0 => Some(Language::English),
        (0, 1.., 0) => Some(Language::French),
        (0, 0, 1..) => Some(Language::Spanish),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_text_is_in_the_language_that_its_letters_and_words_are_of() {
        let texts = [
            ("تعزيز القدرات الوطنية في مجال أمن المعلومات", Language::Arabic),
            ("加强国家信息通信技术安全能力建设", Language::Chinese),
            ("Strengthening the capacity of national response teams", Language::English),
            (
                "Renforcer les capacités nationales de réponse aux incidents",
                Language::French,
            ),
            ("Укрепление национального потенциала", Language::Russian),
            (
                "Fortalecer las capacidades nacionales de respuesta a incidentes",
                Language::Spanish,
            ),
            ("Poll 9: A national strategy needs its own budget line.", Language::English),
            ("H.E. Amina Diallo, Senegal", Language::English),
            ("Voter v2, Ghana; Voter v7, Chile", Language::English),
            ("International Telecommunication Union", Language::English),
            ("Quelle composante d’abord ?", Language::French),
            ("Group I: Governance, policies and processes", Language::English),
            ("Smaller States cannot retain trained staff.", Language::English),
            ("La estrategia necesita un presupuesto propio.", Language::Spanish),
            (
                "Le programme Rule of Law and the Internet renforce les capacités nationales de réponse aux incidents.",
                Language::French,
            ),
            (
                "The programme Ciberseguridad para las Américas y el Caribe is for the States of the region, and by them.",
                Language::English,
            ),
            ("Les États et les régions sont dans une phase d'essai.", Language::French),
            ("Los equipos trabajan con una sola lista para el país.", Language::Spanish),
            (
                "Il n'y a pas de stratégie nationale en ce moment, dit le rapport.",
                Language::French,
            ),
            ("Se les ofrece apoyo técnico en la región de los Andes.", Language::Spanish),
            ("CERT", Language::English),
            ("", Language::English),
            ("12:30 – 14", Language::English),
            ("中国 (China)", Language::Chinese),
        ];
        for (text, language) in texts {
            assert_eq!(Language::of(text), language, "{text}");
        }
    }
}
