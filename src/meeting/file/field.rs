//! One value of the meeting file, read as what it should be. What is wrong with it is noted with what would be right.

use super::report::Report;
use super::table::{Table, kind_in_words};
use super::{calendar, suggest};
use crate::meeting::limits::ID_CHARACTERS_MAX;
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
    fn fault(self, written: &str) -> Option<String> {
        let length = written.chars().count();
        let allowed = |letter: char| !text::is_unshowable(letter) || (self.may_have_lines && matches!(letter, '\n' | '\t'));
        if written.is_empty() && !self.may_be_empty {
            Some("it is empty; something has to be said here".to_owned())
        } else if length > self.characters_max {
            Some(format!("it has {length} characters; at most {} fit", self.characters_max))
        } else if !self.may_have_lines && written.contains(['\n', '\r']) {
            Some("it has more than one line; it has to be a single one".to_owned())
        } else if !written.chars().all(allowed) {
            Some("it has characters that cannot be shown (control characters or turns of direction); take them out".to_owned())
        } else {
            let fault = written.lines().find_map(|line| text::fault(&line.replace('\t', " ")));
            fault.map(|fault| format!("it has {fault}"))
        }
    }
}

impl<'a> Field<'a> {
    /// Notes that something is wrong with this value.
    pub(super) fn wrong(&self, message: impl Into<String>, report: &mut Report) {
        report.add(&self.span, &self.path, message);
    }

    fn wrong_kind(&self, right: &str, report: &mut Report) {
        self.wrong(format!("this is {}; {right}", kind_in_words(self.value)), report);
    }

    /// A text, without the blanks around it.
    pub(super) fn text(&self, rule: Text, report: &mut Report) -> Option<String> {
        let DeValue::String(written) = self.value else {
            self.wrong_kind("a text in quotes belongs here", report);
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
        let (least, most) = (bounds.start(), bounds.end());
        let right = format!("a whole number from {least} to {most} belongs here, without quotes");
        let DeValue::Integer(written) = self.value else {
            self.wrong_kind(&right, report);
            return None;
        };
        let number = u32::from_str_radix(written.as_str(), written.radix()).ok();
        let fits = number.filter(|number| bounds.contains(number));
        if fits.is_none() {
            self.wrong(format!("{written} is out of bounds; {right}"), report);
        }
        fits
    }

    /// Yes or no.
    pub(super) fn yes_or_no(&self, report: &mut Report) -> Option<bool> {
        let DeValue::Boolean(written) = self.value else {
            self.wrong_kind("true or false belongs here, without quotes", report);
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
        self.wrong(
            format!("`{tag}` is no language tag; write it as in \"en\", \"fr\" or \"pt-BR\""),
            report,
        );
        None
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&self, words: &[(impl AsRef<str>, T)], report: &mut Report) -> Option<T> {
        let known: Vec<&str> = words.iter().map(|(word, _)| word.as_ref()).collect();
        let DeValue::String(written) = self.value else {
            self.wrong_kind(&format!("one of {} belongs here, in quotes", suggest::list(&known)), report);
            return None;
        };
        let found = words
            .iter()
            .find(|(word, _)| word.as_ref() == written.as_ref())
            .map(|(_, meaning)| *meaning);
        if found.is_none() {
            self.wrong(
                format!(
                    "`{written}` is none of {}; {}",
                    suggest::list(&known),
                    suggest::hint(written, &known)
                ),
                report,
            );
        }
        found
    }

    /// A list of some of a few words; those that are wrong are left out.
    pub(super) fn choices<T: Copy>(&self, words: &[(&str, T)], report: &mut Report) -> Vec<T> {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let right = format!("a list of some of {} belongs here, each in quotes", suggest::list(&known));
        let items = self.items(words.len(), &right, report);
        items.iter().filter_map(|item| item.choice(words, report)).collect()
    }

    /// An id: part of addresses and folder names, so nothing else than `a-z`, `0-9` and hyphens.
    pub(super) fn id(&self, report: &mut Report) -> Option<String> {
        let text = self.text(Text::filled(ID_CHARACTERS_MAX), report)?;
        if is_id(&text) && !is_taken_by_systems(&text) {
            return Some(text);
        }
        if is_id(&text) {
            let message =
                format!("`{text}` is a name that Windows keeps for itself, and no folder can be called so; choose another");
            self.wrong(message, report);
            return None;
        }
        let right = format!("an id has a-z, 0-9 and single hyphens between them, up to {ID_CHARACTERS_MAX} characters");
        self.wrong(format!("`{text}` is no id; {right}, as in `group-1`"), report);
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
            self.wrong(
                "this is no day of the calendar; a date is written as year-month-day, as in \"2024-05-10\"",
                report,
            );
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
            self.wrong(
                "this is no time of day; a time is written from \"00:00\" to \"23:59\", as in \"15:00\"",
                report,
            );
        }
        time
    }

    /// The items of a list; those past the limit are not read.
    pub(super) fn items(&self, count_max: usize, right: &str, report: &mut Report) -> Vec<Field<'a>> {
        let DeValue::Array(items) = self.value else {
            self.wrong_kind(right, report);
            return Vec::new();
        };
        if items.len() > count_max {
            let span = items.get(count_max).map_or(self.span.clone(), toml::Spanned::span);
            report.add(
                &span,
                &self.path,
                format!("{} are too many; at most {count_max} fit", items.len()),
            );
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
        let items = self.items(count_max, "a list of texts belongs here, as in [\"one\", \"two\"]", report);
        items.iter().filter_map(|item| item.text(rule, report)).collect()
    }

    /// A table.
    pub(super) fn table(self, right: &str, report: &mut Report) -> Option<Table<'a>> {
        let DeValue::Table(entries) = self.value else {
            self.wrong_kind(right, report);
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
