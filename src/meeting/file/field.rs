//! One value of the meeting file, read as what it should be. What is wrong with it is noted with what would be right.

use super::report::Report;
use super::table::{Table, kind_of};
use super::{calendar, suggest};
use crate::meeting::limits::ID_CHARACTERS_MAX;
use crate::meeting::wrong::{Names, OfValue, OtherKind, UnknownWord, Wanted, Wrong};
use crate::room::limits::LANGUAGE_CHARACTERS_MAX;
use crate::room::text;
use std::ops::{Range, RangeInclusive};
use toml::de::DeValue;

/// A value and where it stands.
pub(super) struct Field<'a> {
    /// The value.
    pub(super) value: &'a DeValue<'a>,
    /// Where it stands.
    pub(super) span: Range<usize>,
    /// Its path.
    pub(super) path: String,
}

/// What a text may be.
#[derive(Clone, Copy)]
pub(super) struct Text {
    /// How many characters at most.
    characters_max: usize,
    /// Whether it may be empty.
    may_be_empty: bool,
    /// Whether it may have more than one line.
    may_have_lines: bool,
}

impl Text {
    /// One line that says something.
    pub(super) const fn filled(characters_max: usize) -> Self {
        Self {
            characters_max,
            may_be_empty: false,
            may_have_lines: false,
        }
    }

    /// One line or nothing.
    pub(super) const fn line(characters_max: usize) -> Self {
        Self {
            characters_max,
            may_be_empty: true,
            may_have_lines: false,
        }
    }

    /// Any number of lines.
    pub(super) const fn lines(characters_max: usize) -> Self {
        Self {
            characters_max,
            may_be_empty: true,
            may_have_lines: true,
        }
    }

    /// What is wrong with a text, if anything.
    fn fault(self, written: &str) -> Option<OfValue> {
        let length = written.chars().count();
        let allowed = |letter: char| !text::is_unshowable(letter) || (self.may_have_lines && matches!(letter, '\n' | '\t'));
        if written.is_empty() && !self.may_be_empty {
            Some(OfValue::Empty)
        } else if length > self.characters_max {
            let max = self.characters_max;
            Some(OfValue::TextLong { length, max })
        } else if !self.may_have_lines && written.contains(['\n', '\r']) {
            Some(OfValue::TextLines)
        } else if !written.chars().all(allowed) {
            Some(OfValue::TextUnshowable)
        } else {
            let unfit = written.lines().find_map(|line| text::fault(&line.replace('\t', " ")));
            unfit.map(OfValue::from)
        }
    }
}

impl<'a> Field<'a> {
    /// Notes that something is wrong with this value.
    pub(super) fn wrong(&self, wrong: impl Into<Wrong>, report: &mut Report) {
        report.add(&self.span, &self.path, wrong);
    }

    fn wrong_kind(&self, wanted: Wanted, report: &mut Report) {
        let found = kind_of(self.value);
        self.wrong(OfValue::OtherKind(OtherKind { found, wanted }), report);
    }

    /// A text, without the blanks around it.
    pub(super) fn text(&self, rule: Text, report: &mut Report) -> Option<String> {
        let DeValue::String(written) = self.value else {
            self.wrong_kind(Wanted::Text, report);
            return None;
        };
        let text = written.trim().replace("\r\n", "\n");
        match rule.fault(&text) {
            Some(fault) => self.wrong(fault, report),
            None => return Some(text),
        }
        None
    }

    /// A whole number within bounds.
    pub(super) fn number(&self, bounds: &RangeInclusive<u32>, report: &mut Report) -> Option<u32> {
        let (min, max) = (*bounds.start(), *bounds.end());
        let DeValue::Integer(written) = self.value else {
            self.wrong_kind(Wanted::Number { min, max }, report);
            return None;
        };
        let number = u32::from_str_radix(written.as_str(), written.radix()).ok();
        let fits = number.filter(|number| bounds.contains(number));
        if fits.is_none() {
            let written = written.to_string();
            self.wrong(OfValue::OutOfBounds { written, min, max }, report);
        }
        fits
    }

    /// Yes or no.
    pub(super) fn yes_or_no(&self, report: &mut Report) -> Option<bool> {
        let DeValue::Boolean(written) = self.value else {
            self.wrong_kind(Wanted::YesOrNo, report);
            return None;
        };
        Some(*written)
    }

    /// The tag of a language.
    pub(super) fn language(&self, report: &mut Report) -> Option<String> {
        let tag = self.text(Text::filled(LANGUAGE_CHARACTERS_MAX), report)?;
        if text::is_language(&tag) {
            return Some(tag);
        }
        self.wrong(OfValue::Language { written: tag }, report);
        None
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&self, words: &[(impl AsRef<str>, T)], report: &mut Report) -> Option<T> {
        let known: Vec<&str> = words.iter().map(|(word, _)| word.as_ref()).collect();
        let DeValue::String(written) = self.value else {
            let words = Names::of(known);
            self.wrong_kind(Wanted::Word { words }, report);
            return None;
        };
        let found = words
            .iter()
            .find(|(word, _)| word.as_ref() == written.as_ref())
            .map(|(_, meaning)| *meaning);
        if found.is_none() {
            let unknown = UnknownWord {
                written: written.to_string(),
                hint: suggest::hint(written, &known),
                words: Names::of(known),
            };
            self.wrong(OfValue::UnknownWord(unknown), report);
        }
        found
    }

    /// A list of some of a few words; those that are wrong are left out.
    pub(super) fn choices<T: Copy>(&self, words: &[(&str, T)], report: &mut Report) -> Vec<T> {
        let right = Wanted::Words {
            words: Names::of(words.iter().map(|(word, _)| *word)),
        };
        let items = self.items(words.len(), right, report);
        items.iter().filter_map(|item| item.choice(words, report)).collect()
    }

    /// An id: part of addresses and folder names, so nothing else than `a-z`, `0-9` and hyphens.
    pub(super) fn id(&self, report: &mut Report) -> Option<String> {
        let text = self.text(Text::filled(ID_CHARACTERS_MAX), report)?;
        if is_id(&text) && !is_taken_by_systems(&text) {
            return Some(text);
        }
        if is_id(&text) {
            self.wrong(OfValue::IdOfSystem { written: text }, report);
            return None;
        }
        let (written, max) = (text, ID_CHARACTERS_MAX);
        self.wrong(OfValue::Id { written, max }, report);
        None
    }

    /// A day, in quotes or without.
    pub(super) fn date(&self, report: &mut Report) -> Option<String> {
        let written = match self.value {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Datetime(moment) if moment.time.is_none() => Some(moment.to_string()),
            _ => None,
        };
        let date = written.as_deref().and_then(calendar::date);
        if date.is_none() {
            self.wrong(OfValue::Date, report);
        }
        date
    }

    /// A time of day, in quotes or without.
    pub(super) fn time(&self, report: &mut Report) -> Option<String> {
        let written = match self.value {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Datetime(moment) => moment
                .time
                .filter(|time| moment.date.is_none() && time.second.unwrap_or(0) == 0)
                .map(|time| format!("{:02}:{:02}", time.hour, time.minute)),
            _ => None,
        };
        let time = written.as_deref().and_then(calendar::time);
        if time.is_none() {
            self.wrong(OfValue::Time, report);
        }
        time
    }

    /// The items of a list; those past the limit are not read.
    pub(super) fn items(&self, count_max: usize, wanted: Wanted, report: &mut Report) -> Vec<Field<'a>> {
        let DeValue::Array(items) = self.value else {
            self.wrong_kind(wanted, report);
            return Vec::new();
        };
        if items.len() > count_max {
            let span = items.get(count_max).map_or(self.span.clone(), toml::Spanned::span);
            let (count, max) = (items.len(), count_max);
            report.add(&span, &self.path, OfValue::TooMany { count, max });
        }
        let numbered = items.iter().take(count_max).enumerate();
        let field = |(at, item): (usize, &'a toml::Spanned<DeValue<'a>>)| Field {
            value: item.get_ref(),
            span: item.span(),
            path: format!("{}[{at}]", self.path),
        };
        numbered.map(field).collect()
    }

    /// A list of texts; those that are wrong are left out.
    pub(super) fn texts(&self, count_max: usize, rule: Text, report: &mut Report) -> Vec<String> {
        let example = "[\"one\", \"two\"]";
        let items = self.items(count_max, Wanted::Texts { example }, report);
        items.iter().filter_map(|item| item.text(rule, report)).collect()
    }

    /// A table.
    pub(super) fn table(self, wanted: Wanted, report: &mut Report) -> Option<Table<'a>> {
        let DeValue::Table(entries) = self.value else {
            self.wrong_kind(wanted, report);
            return None;
        };
        Some(Table {
            entries,
            span: self.span,
            path: self.path,
        })
    }
}

/// Whether a text can be the id of a meeting, session or room.
pub fn is_room_id(text: &str) -> bool {
    is_id(text) && !is_taken_by_systems(text)
}

/// Whether a text can be an id.
pub(super) fn is_id(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= ID_CHARACTERS_MAX && text.split('-').all(part)
}

/// Whether it is the name of a device, which stands for no file and no folder on Windows. Outcomes are unpacked there.
fn is_taken_by_systems(id: &str) -> bool {
    let is_numbered = |name: &str| {
        let number = id.strip_prefix(name);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    };
    matches!(id, "con" | "prn" | "aux" | "nul") || is_numbered("com") || is_numbered("lpt")
}
