//! Servers that people use instead, on the same work: each room of the run is a new document there.

use crate::codes::{Link, Links, RoomLinks};
use crate::phone::Dialect;
use clap::ValueEnum;

/// Which server it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Peer {
    /// @y/websocket-server, or any other that speaks as y-websocket does.
    #[value(name = "y-websocket")]
    YWebsocket,
    /// Hocuspocus.
    Hocuspocus,
    /// A server that hands on what one client sends to all others of its room, and does nothing else.
    Floor,
}

impl Peer {
    /// How it puts things, in a room.
    pub fn dialect(self, room: &str) -> Dialect {
        match self {
            Self::YWebsocket => Dialect::Plain,
            Self::Hocuspocus => Dialect::Hocuspocus(room.into()),
            Self::Floor => Dialect::Fanout,
        }
    }

    /// Whether somebody who comes is given what the others wrote.
    pub fn keeps_notes(self) -> bool {
        self != Self::Floor
    }

    /// What Roundtable may cost beside it: so many times as much CPU for each delivery.
    pub fn share(name: &str, rooms: u64) -> Option<f64> {
        match name {
            "y-websocket" | "hocuspocus" => Some(1.0 / 3.0),
            "floor" if rooms > 1 => Some(1.4),
            "floor" => Some(1.25),
            _ => None,
        }
    }

    /// Documents that no run before had.
    pub fn rooms(count: usize, run: u32) -> Links {
        let room = |number| RoomLinks {
            room: format!("load-{run:06x}-{number}"),
            participant: Link { code: String::new() },
            chair: None,
        };
        Links {
            meeting: String::new(),
            rooms: (1..=count).map(room).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_has_documents_of_its_own() {
        let [one, other] = [7, 8].map(|run| Peer::rooms(2, run).rooms);
        assert!(one[0].room != one[1].room && one[0].room != other[0].room);
    }

    #[test]
    fn roundtable_may_cost_a_third_of_the_others_and_a_little_more_than_the_floor() {
        assert_eq!(Peer::share("hocuspocus", 50), Some(1.0 / 3.0));
        assert_eq!([Peer::share("floor", 1), Peer::share("floor", 50)], [Some(1.25), Some(1.4)]);
        assert_eq!(Peer::share("roundtable", 1), None);
    }
}
