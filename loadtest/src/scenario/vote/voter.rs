//! A phone that votes: what it hears is kept with the moment it came, and read when all is over, because this program has not a
//! processor for each phone. Only as much is looked at on the way as tells how far the vote is.

use crate::ballots::FrameCounts;
use crate::patch;
use crate::phone::{Ear, Listener, Weather};
use crate::scenario::equality::Page;
use crate::story::{Diary, Heard as Told};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;

/// How far the vote is, over all phones.
#[derive(Debug, Default)]
pub struct Progress {
    /// From now on frames are kept: the poll is about to open.
    pub listens: AtomicBool,
    /// Frames of any kind that came.
    pub frames: AtomicU64,
    /// Phones that have the open poll.
    pub opened: AtomicU64,
    /// Ballots that were answered.
    pub answered: AtomicU64,
    /// Phones that have what looks like the final tally.
    pub complete: AtomicU64,
    /// The same of those in bad weather, who are in none of the other counts.
    pub complete_in_rough: AtomicU64,
}

/// A frame and when it came.
#[derive(Debug)]
struct Heard {
    at: Instant,
    /// Empty: it was binary.
    text: String,
}

/// One phone.
#[derive(Debug)]
pub struct Voter {
    /// Its place among the voters; it casts the ballot of this number.
    pub nth: usize,
    /// Bytes that came since the poll opened.
    pub bytes: u64,
    /// Why the connection ended before the test did, if so.
    pub ended: Option<String>,
    /// Whether its network is.
    pub is_fair: bool,
    diary: Diary,
    heard: Vec<Heard>,
    /// What the final frame has in it.
    sign: Arc<str>,
    has_opened: bool,
    is_complete: bool,
    /// What is not of the protocol.
    wrong: Vec<String>,
    /// Whether its ballot is answered; for whoever would cast it again.
    answered: Arc<AtomicBool>,
    progress: Arc<Progress>,
}

/// What a voter's frames came to.
#[derive(Debug, Default)]
pub struct Story {
    /// When the answer to the ballot came.
    pub answered: Option<Instant>,
    /// How many answers came.
    pub answers: u32,
    /// When the open poll came.
    pub opened: Option<Instant>,
    /// When the phone first showed the final tally.
    pub complete: Option<Instant>,
    /// Whether the last thing it showed is the final tally.
    pub is_right: bool,
    /// Frames by type.
    pub frames: Frames,
    /// What the server refused, in its words.
    pub refused: Vec<String>,
}

impl Story {
    fn shows(&mut self, poll: &Value, at: Instant, is_final: impl Fn(&Value) -> bool) {
        if poll["state"] == "open" {
            self.opened.get_or_insert(at);
        }
        self.is_right = is_final(poll);
        if self.is_right {
            self.complete.get_or_insert(at);
        }
    }
}

/// How many frames of each type.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Frames {
    /// Changes of the view.
    pub change: u64,
    /// The phone's own page.
    pub you: u64,
    /// Answers.
    pub done: u64,
    /// Who is connected.
    pub presence: u64,
    /// Anything else.
    pub other: u64,
}

impl Frames {
    /// All of them.
    pub fn all(&self) -> u64 {
        self.by_type().iter().map(|(_, count)| count).sum()
    }
}

impl FrameCounts for Frames {
    fn by_type(&self) -> [(&'static str, u64); 5] {
        [
            ("change", self.change),
            ("you", self.you),
            ("done", self.done),
            ("presence", self.presence),
            ("other", self.other),
        ]
    }
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Frame {
    Change {
        patch: Value,
    },
    Welcome {
        view: Value,
    },
    You {},
    Done {},
    Refused {
        message: String,
    },
    Presence {},
    #[serde(other)]
    Other,
}

/// Whether a frame answers a command. A quotation mark within a text is escaped, so that no text looks like it.
pub fn is_answer(text: &str) -> bool {
    text.contains(r#""type":"done""#) || text.contains(r#""type":"refused""#)
}

impl Listener for Voter {
    fn take(&mut self, message: &Message, now: std::time::Instant) {
        if let Told::Wrong(why) = self.diary.take(message) {
            self.wrong.push(why);
        }
        self.hear(message, now.into());
    }

    fn start_again(&mut self) -> Option<String> {
        self.diary.start_again();
        self.diary.since()
    }
}

impl Voter {
    /// The `nth`; `sign` is in the frame that brings the final tally.
    pub fn new(nth: usize, sign: Arc<str>, progress: Arc<Progress>, diary: Diary) -> Self {
        Self {
            nth,
            is_fair: true,
            diary,
            bytes: 0,
            ended: None,
            heard: Vec::new(),
            sign,
            has_opened: false,
            is_complete: false,
            wrong: Vec::new(),
            answered: Arc::default(),
            progress,
        }
    }

    /// Listens until told to stop.
    pub async fn watch(mut self, ear: Ear, weather: Weather, stop: watch::Receiver<bool>) -> Self {
        self.is_fair = weather.is_fair();
        let ended = ear.listen(stop, weather, &mut self).await;
        self.ended = ended.map(|why| format!("voter {}: {why}", self.nth));
        self
    }

    /// Whether its ballot is answered.
    pub fn answered(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.answered)
    }

    /// What it ends with.
    pub fn page(&self) -> Page {
        Page {
            room: 0,
            diary: self.diary.clone(),
            own: Vec::new(),
        }
    }

    fn hear(&mut self, message: &Message, at: Instant) {
        if matches!(message, Message::Ping(_) | Message::Pong(_)) {
            return;
        }
        self.progress.frames.fetch_add(1, Ordering::Relaxed);
        if !self.progress.listens.load(Ordering::Acquire) {
            return;
        }
        self.bytes += message.len() as u64;
        let text = match message {
            Message::Text(text) => text.as_str().to_owned(),
            _ => String::new(),
        };
        self.note_progress(&text);
        self.heard.push(Heard { at, text });
    }

    fn note_progress(&mut self, text: &str) {
        let is_fair = u64::from(self.is_fair);
        if is_answer(text) {
            self.answered.store(true, Ordering::Release);
            self.progress.answered.fetch_add(is_fair, Ordering::AcqRel);
        } else if text.contains(r#""type":"change""#) || text.contains(r#""type":"welcome""#) {
            if !self.has_opened && text.contains(r#""state":"open""#) {
                self.has_opened = true;
                self.progress.opened.fetch_add(is_fair, Ordering::AcqRel);
            }
            if !self.is_complete && text.contains(&*self.sign) {
                self.is_complete = true;
                self.progress.complete.fetch_add(is_fair, Ordering::AcqRel);
                self.progress.complete_in_rough.fetch_add(1 - is_fair, Ordering::AcqRel);
            }
        }
    }

    /// Reads what was heard: the view is merged frame by frame, and `is_final` says whether a poll shows the final tally.
    pub fn tell(&mut self, poll: &str, is_final: impl Fn(&Value) -> bool) -> Story {
        let (mut story, mut view) = (Story::default(), Value::Null);
        story.refused.append(&mut self.wrong);
        for heard in std::mem::take(&mut self.heard) {
            if heard.text.is_empty() {
                story.frames.other += 1;
                continue;
            }
            match serde_json::from_str(&heard.text) {
                Ok(Frame::Change { patch }) => {
                    story.frames.change += 1;
                    patch::apply(&mut view, &patch);
                    story.shows(&view["polls"]["items"][poll], heard.at, &is_final);
                }
                Ok(Frame::Welcome { view: whole }) => {
                    story.frames.other += 1;
                    view = whole;
                    story.shows(&view["polls"]["items"][poll], heard.at, &is_final);
                }
                Ok(Frame::Done {}) => {
                    story.frames.done += 1;
                    story.answers += 1;
                    story.answered.get_or_insert(heard.at);
                }
                Ok(Frame::Refused { message }) => {
                    story.frames.other += 1;
                    story.refused.push(message);
                }
                Ok(Frame::You {}) => story.frames.you += 1,
                Ok(Frame::Presence {}) => story.frames.presence += 1,
                Ok(Frame::Other) => story.frames.other += 1,
                // The diary has told of it.
                Err(_) => story.frames.other += 1,
            }
        }
        story
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_voters_frames_are_counted_by_type_and_the_final_tally_is_seen_in_the_merged_view() {
        let progress = Arc::new(Progress::default());
        let diary = Diary::new(&crate::story::Story::new(1), crate::story::Audience::Participant);
        let mut voter = Voter::new(0, r#""turnout":2"#.into(), Arc::clone(&progress), diary);
        let start = Instant::now();
        let mut hear = |text: &str| voter.take(&Message::text(text), std::time::Instant::now());
        hear(r#"{"type":"presence","count":3}"#);
        progress.listens.store(true, Ordering::Release);
        for text in [
            r#"{"type":"change","seq":1,"patch":{"polls":{"items":{"p1":{"state":"open","turnout":0}}}}}"#,
            r#"{"type":"done","id":"x","seq":2}"#,
            r#"{"type":"you","seq":2,"you":{}}"#,
            r#"{"type":"change","seq":3,"patch":{"polls":{"items":{"p1":{"turnout":2}}}}}"#,
        ] {
            hear(text);
        }
        let counted = [&progress.opened, &progress.answered, &progress.complete].map(|counter| counter.load(Ordering::Acquire));
        assert_eq!(counted, [1, 1, 1]);
        let story = voter.tell("p1", |poll| *poll == json!({"state": "open", "turnout": 2}));
        assert!(story.is_right && story.complete >= Some(start) && story.opened < story.complete);
        assert_eq!((story.frames.all(), story.frames.change, story.answers), (4, 2, 1));
    }
}
