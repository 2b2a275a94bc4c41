//! One phone's place in the story of its room: two numbers, whatever it has heard.

use super::steps::{BEGINNING, Place};
use super::{Hash, Story, view};
use crate::yjs;
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;
use tokio_tungstenite::tungstenite::Message;

/// Whose view a phone shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// A participant's.
    Participant,
    /// The chair's, who sees more.
    Chair,
}

/// What a message was to the phone.
#[derive(Debug)]
pub enum Heard<'a> {
    /// Notes, and the edits in them.
    Edits(Arc<[u32]>),
    /// A welcome or a change: the view has this position now.
    Position(u64),
    /// Another text frame.
    Text(&'a str),
    /// Cursors, pings.
    Nothing,
    /// What the protocol does not have.
    Wrong(String),
}

/// One phone's place.
#[derive(Debug, Clone)]
pub struct Diary {
    /// Whose view it is.
    pub audience: Audience,
    story: Arc<Story>,
    notes: Place,
    view: Place,
    position: u64,
    epoch: String,
}

#[derive(Deserialize)]
struct Welcome {
    #[serde(default)]
    epoch: String,
    seq: u64,
    view: Value,
}

#[derive(Deserialize)]
struct Position {
    seq: u64,
}

impl Diary {
    /// Of a phone that has heard nothing yet.
    pub fn new(story: &Arc<Story>, audience: Audience) -> Self {
        Self {
            audience,
            story: Arc::clone(story),
            notes: BEGINNING,
            view: BEGINNING,
            position: 0,
            epoch: String::new(),
        }
    }

    /// Notes what came.
    pub fn take<'a>(&mut self, message: &'a Message) -> Heard<'a> {
        match message {
            Message::Binary(bytes) if yjs::content(bytes).is_some() => {
                self.story.note_heard();
                let (place, edits) = self.story.read_notes(self.notes, bytes);
                self.notes = place;
                Heard::Edits(edits)
            }
            Message::Text(text) => {
                self.story.note_heard();
                self.take_text(text)
            }
            _ => Heard::Nothing,
        }
    }

    fn take_text<'a>(&mut self, text: &'a str) -> Heard<'a> {
        match kind(text) {
            Some("welcome") => self.take_welcome(text),
            Some("change") => {
                let seq = position(text);
                let (place, seq) = self.story.views.go(self.view, text.as_bytes(), |_| seq.unwrap_or_default());
                self.view = place;
                self.position = seq;
                Heard::Position(seq)
            }
            Some(_) => Heard::Text(text),
            None => Heard::Wrong(format!("a text frame that is not of the protocol: {text:.100}")),
        }
    }

    /// The view of a welcome takes the place of all that was known.
    fn take_welcome<'a>(&mut self, text: &'a str) -> Heard<'a> {
        let welcome: Welcome = match serde_json::from_str(text) {
            Ok(welcome) => welcome,
            Err(error) => return Heard::Wrong(format!("a welcome that cannot be read: {error}")),
        };
        let shown = view::canonical(&welcome.view);
        let (place, _) = self.story.views.go(BEGINNING, shown.as_bytes(), |_| welcome.seq);
        (self.view, self.position, self.epoch) = (place, welcome.seq, welcome.epoch);
        Heard::Position(welcome.seq)
    }

    /// The page was loaded again: its notes are empty until the server sends them.
    pub fn start_again(&mut self) {
        self.notes = BEGINNING;
    }

    /// Where the view can be taken up again.
    pub fn since(&self) -> Option<String> {
        (!self.epoch.is_empty()).then(|| format!("{}.{}", self.epoch, self.position))
    }

    /// The notes with what the phone wrote itself.
    pub fn notes(&self, own: &[Vec<u8>]) -> Result<Hash, String> {
        self.story.notes_at(self.notes, own)
    }

    /// The page.
    pub fn view(&self) -> Result<Value, String> {
        let frames = self.story.views.path(self.view);
        view::merge(frames.iter().map(|frame| &**frame))
    }

    /// Its hash.
    pub fn page(&self) -> Result<Hash, String> {
        self.view().map(|view| view::hash(&view))
    }

    /// Phones for which this is the same have the same page.
    pub fn page_place(&self) -> Place {
        self.view
    }
}

/// The type of a text frame: it comes first in what the server writes, and is looked for where it does not.
fn kind(text: &str) -> Option<&str> {
    const FIRST: &str = r#"{"type":""#;
    const ANYWHERE: &str = r#""type":""#;
    let rest = match text.strip_prefix(FIRST) {
        Some(rest) => rest,
        None => text.split_once(ANYWHERE)?.1,
    };
    rest.split('"').next()
}

/// The position of a change, from the frame's beginning where it stands there.
fn position(text: &str) -> Option<u64> {
    let begins = text.strip_prefix(r#"{"type":"change","seq":"#);
    let digits = begins.and_then(|rest| rest.split(|letter: char| !letter.is_ascii_digit()).next());
    digits
        .and_then(|digits| digits.parse().ok())
        .or_else(|| serde_json::from_str::<Position>(text).ok().map(|position| position.seq))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marker;
    use crate::yjs::Paragraph;

    fn welcome(seq: u64, view: &str) -> Message {
        Message::text(format!(r#"{{"type":"welcome","epoch":"E","seq":{seq},"view":{view}}}"#))
    }

    fn change(seq: u64, patch: &str) -> Message {
        Message::text(format!(r#"{{"type":"change","seq":{seq},"patch":{patch}}}"#))
    }

    #[test]
    fn a_page_is_the_same_however_it_came_about() {
        let story = Story::new(1);
        let [mut early, mut late] = [0, 1].map(|_| Diary::new(&story, Audience::Participant));
        early.take(&welcome(1, r#"{"a":1}"#));
        early.take(&change(2, r#"{"b":{"d":1,"c":2}}"#));
        late.take(&welcome(2, r#"{"b":{"c":2,"d":1},"a":1}"#));
        assert_eq!(early.page(), late.page());
        assert_eq!((early.since(), late.since()), (Some("E.2".into()), Some("E.2".into())));
        early.take(&change(3, r#"{"a":null}"#));
        assert_ne!(early.page(), late.page());
    }

    #[test]
    fn edits_are_found_in_the_notes_and_a_loaded_page_starts_from_nothing() {
        let story = Story::new(7);
        let mut diary = Diary::new(&story, Audience::Participant);
        let edit = Message::Binary(Paragraph::new(3).append(&marker::text(7, 41, 20)).into());
        assert!(matches!(diary.take(&edit), Heard::Edits(edits) if *edits == [41]));
        let written = diary.notes(&[]).expect("a document");
        diary.start_again();
        assert_ne!(diary.notes(&[]).expect("an empty one"), written);
        diary.take(&edit);
        assert_eq!(diary.notes(&[]).expect("a document"), written);
        assert_eq!(story.heard(), 2);
    }

    #[test]
    fn the_position_of_a_change_is_found_wherever_it_stands() {
        assert_eq!(position(r#"{"type":"change","seq":17,"patch":{}}"#), Some(17));
        assert_eq!(position(r#"{"patch":{},"seq":18,"type":"change"}"#), Some(18));
        assert_eq!(kind(r#"{"patch":{},"type":"change"}"#), Some("change"));
        assert_eq!(kind("hello"), None);
    }

    #[test]
    fn cursors_are_no_content() {
        let mut diary = Diary::new(&Story::new(1), Audience::Chair);
        let cursor = Message::Binary(vec![1, 3, 1, 2, 3].into());
        assert!(matches!(diary.take(&cursor), Heard::Nothing));
    }
}
