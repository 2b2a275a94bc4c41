//! What each audience has been shown, and the frames that tell it of a change: rendered and encoded once per audience,
//! and only those sections that were touched.

use super::recall::Frame;
use crate::protocol::patch::{difference, merge};
use crate::protocol::server::{Presence, ServerFrame};
use crate::room::Room;
use crate::room::digest::{self, Digest, Members};
use crate::room::ids::{Millis, Seq};
use crate::room::touched::{Section, Touched};
use crate::room::view::{Audience, You};
use bytes::Bytes;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The views as they were last published.
pub struct Publisher {
    views: [Value; 4],
    encoded: [Option<Bytes>; 4],
    /// Of each section, until it changes: most stand still while a large one does not.
    digests: [BTreeMap<&'static str, Digest>; 4],
}

impl Publisher {
    /// The views of a room as it stands.
    pub fn new(room: &Room) -> Self {
        let whole = |audience| {
            let sections = Section::ALL.map(|section| (section.key().to_owned(), room.render(audience, section)));
            Value::Object(Map::from_iter(sections))
        };
        Self {
            views: Audience::ALL.map(whole),
            encoded: Default::default(),
            digests: Default::default(),
        }
    }

    /// Renders what was touched and puts the `change` frames into `frame`.
    pub fn changes(&mut self, room: &Room, touched: &Touched, frame: &mut Frame) {
        if touched.leaves_views_alone() {
            return;
        }
        for audience in Audience::ALL {
            let index = audience as usize;
            let Some(patch) = self.patch(room, touched, audience) else {
                continue;
            };
            merge(&mut self.views[index], &patch);
            self.encoded[index] = None;
            self.digests[index].retain(|section, _| patch.get(section).is_none());
            frame.changes[index] = super::encode(&ServerFrame::Change { seq: frame.seq, patch });
        }
        frame.notice = announcement(room).filter(|_| touched.announced);
    }

    fn patch(&self, room: &Room, touched: &Touched, audience: Audience) -> Option<Value> {
        let view = &self.views[audience as usize];
        let mut patch = Map::new();
        let polls = touched.ballots || (touched.drafts && audience == Audience::Chair);
        let is_touched = |section: &Section| touched.sections.contains(section) || (polls && *section == Section::Polls);
        for section in Section::ALL.into_iter().filter(is_touched) {
            if let Some(change) = difference(&view[section.key()], &room.render(audience, section)) {
                patch.insert(section.key().to_owned(), change);
            }
        }
        let people = Section::People.key();
        if !touched.people.is_empty() && !touched.sections.contains(&Section::People) {
            let mut after = view[people].clone();
            let told = room.render_people_patch(audience, &touched.people);
            merge(&mut after, &told);
            if let Some(change) = difference(&view[people], &after) {
                patch.insert(people.to_owned(), change);
            }
        }
        let comments = Section::Comments.key();
        if !touched.sections.contains(&Section::Comments)
            && let Some(change) = changed_comments(room, touched, &view[comments][comments])
        {
            patch.insert(comments.to_owned(), json!({ comments: change }));
        }
        (!patch.is_empty()).then_some(Value::Object(patch))
    }

    /// The `check` frames of all audiences.
    pub fn checks(&mut self, seq: Seq, notes: Option<&String>) -> [Option<Bytes>; 4] {
        Audience::ALL.map(|audience| {
            let view = self.digest(audience).text();
            let notes = notes.cloned();
            super::encode(&ServerFrame::Check { seq, view, notes })
        })
    }

    /// The digest of one audience's view.
    fn digest(&mut self, audience: Audience) -> Digest {
        let (view, known) = (&self.views[audience as usize], &mut self.digests[audience as usize]);
        let mut members = Members::default();
        for key in Section::ALL.map(Section::key) {
            members.add(key, *known.entry(key).or_insert_with(|| digest::of_json(&view[key])));
        }
        members.done()
    }

    /// The `welcome` frame; the view in it is encoded once for all who come while nothing changes.
    pub fn welcome(
        &mut self,
        you: &You,
        epoch: &str,
        seq: Seq,
        now: Millis,
        presence: &Presence,
        audience: Audience,
    ) -> Option<Bytes> {
        let view = self.view(audience)?;
        let mut head =
            json!({ "type": "welcome", "you": you, "epoch": epoch, "seq": seq, "now": now, "presence": presence }).to_string();
        head.pop();
        let frame = [head.as_bytes(), br#","view":"#, &view, b"}"].concat();
        Some(frame.into())
    }

    /// One audience's view as JSON.
    fn view(&mut self, audience: Audience) -> Option<Bytes> {
        let index = audience as usize;
        if self.encoded[index].is_none() {
            self.encoded[index] = serde_json::to_vec(&self.views[index]).ok().map(Bytes::from);
        }
        self.encoded[index].clone()
    }
}

/// What was announced last, for those who do not follow the view.
fn announcement(room: &Room) -> Option<Bytes> {
    let announced = room.session.announcement.as_ref()?;
    super::encode(&ServerFrame::Notice {
        code: "announcement".to_owned(),
        message: announced.message.clone(),
    })
}

/// The merge patch of the comments that were touched, by what is known of them; none where they are as they were.
fn changed_comments(room: &Room, touched: &Touched, known: &Value) -> Option<Value> {
    let changed = touched.comments.iter().filter_map(|id| {
        let key = id.to_string();
        let change = match (known.get(&key), room.render_comment(*id)) {
            (Some(before), Some(now)) => difference(before, &now),
            (None, now) => now,
            (Some(_), None) => Some(Value::Null),
        };
        Some((key, change?))
    });
    let changed: Map<String, Value> = changed.collect();
    (!changed.is_empty()).then_some(Value::Object(changed))
}
