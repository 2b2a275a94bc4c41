//! The comments on the notes, as an audience sees them.

use crate::room::Room;
use crate::room::view::{Audience, CommentsView};

/// All of them.
pub(super) fn view(_room: &Room, _audience: Audience) -> CommentsView {
    CommentsView::default()
}
