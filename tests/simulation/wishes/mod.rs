//! What somebody may want, drawn from what their page shows: mostly something that can be done, now and then something that cannot.

mod board;
mod floor;
mod polls;
mod room;

use crate::canaries::{Canaries, Kind};
use crate::client::Client;
use crate::extent::Chance;
use roundtable::room::seat::Role;
use serde_json::Value;

/// Somebody before their page.
pub struct Hand<'a> {
    pub chance: &'a mut Chance,
    pub page: &'a Client,
    pub canaries: &'a mut Canaries,
    /// The seats of the meeting, by id.
    pub seats: &'a [String],
}

/// A command without its id, where there is something to do.
pub fn wish(hand: &mut Hand<'_>) -> Option<Value> {
    if let Some(pressing) = hand.pressing() {
        return Some(pressing);
    }
    let drawn = hand.chance.below(100);
    match hand.page.role {
        Role::Participant => match drawn {
            0..30 => hand.asks_for_the_floor(),
            30..60 => hand.votes(),
            60..80 => hand.contributes(),
            80..90 => hand.comments(),
            90..94 => hand.remarks(),
            _ => hand.corrects_itself(),
        },
        Role::Chair => match drawn {
            0..40 => hand.keeps_the_floor(),
            40..75 => hand.keeps_the_polls(),
            75..85 => hand.keeps_the_board(),
            85..92 => hand.comments(),
            _ => hand.keeps_the_room(),
        },
        Role::Organiser => match drawn {
            0..20 => hand.keeps_the_floor(),
            20..50 => hand.keeps_the_polls(),
            50..60 => hand.enters_a_ballot(),
            _ => hand.keeps_the_room(),
        },
        Role::Rapporteur => match drawn {
            0..20 => hand.asks_for_the_floor(),
            20..50 => hand.keeps_the_board(),
            50..75 => hand.comments(),
            _ => hand.keeps_the_report(),
        },
        // A screen asks nothing.
        Role::Screen => None,
    }
}

impl Hand<'_> {
    fn canary(&mut self, kind: Kind) -> String {
        self.canaries.word(kind, &self.page.seat)
    }

    /// One of the keys of an object of the view.
    fn key_of(&mut self, path: &str) -> Option<String> {
        self.key_where(path, |_| true)
    }

    /// The same of those whose value is so.
    fn key_where(&mut self, path: &str, so: impl Fn(&Value) -> bool) -> Option<String> {
        let members = self.page.view.pointer(path)?.as_object()?;
        let keys: Vec<&String> = members.iter().filter(|(_, value)| so(value)).map(|(key, _)| key).collect();
        self.pick(&keys).map(|key| (*key).clone())
    }

    fn pick<T: Clone>(&mut self, among: &[T]) -> Option<T> {
        (!among.is_empty()).then(|| self.chance.one_of(among).clone())
    }

    fn seat(&mut self) -> String {
        self.chance.one_of(self.seats).clone()
    }
}
