//! The board, as an audience sees it.

use crate::room::Room;
use crate::room::view::{Audience, BoardView};
use std::collections::BTreeMap;

/// All of it.
pub(super) fn view(room: &Room, _audience: Audience) -> BoardView {
    BoardView {
        rule: room.definition.board,
        cards: BTreeMap::new(),
        order: Vec::new(),
        pinned: None,
    }
}
