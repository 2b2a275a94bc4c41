//! The plenary supports points. While support is taken, whoever sits in a room supports a point or takes that back; a seat counts once for
//! a point and all that stands under it, also where it had supported two of them before they were folded. Whoever supports again, or
//! takes back what they have not given, changes nothing. Afterwards everybody sees how many support it, and nobody who.

use super::limits::POINTS_MAX;
use super::{PlenaryBoard, PlenaryEvent, PointRef};
use crate::room::event::Stamp;
use crate::room::ids::SeatId;
use crate::room::refusal::{Code, Refusal};
use std::collections::BTreeSet;

pub(super) fn decide(board: &PlenaryBoard, point: &PointRef) -> Result<PlenaryEvent, Refusal> {
    refuse_closed(board)?;
    if board.hidden.contains_key(point) || board.hidden.contains_key(board.root(point)) {
        return Err(unknown(point));
    }
    if !board.support.contains_key(point) && board.support.len() >= POINTS_MAX {
        return Err(Refusal::new(
            Code::TooMany,
            format!("{POINTS_MAX} points have support already."),
        ));
    }
    Ok(PlenaryEvent::PointSupported { point: point.clone() })
}

pub(super) fn decide_withdraw(board: &PlenaryBoard, point: &PointRef) -> Result<PlenaryEvent, Refusal> {
    refuse_closed(board)?;
    Ok(PlenaryEvent::SupportWithdrawn { point: point.clone() })
}

/// What is said of a point that is not on the board.
pub fn unknown(point: &PointRef) -> Refusal {
    Refusal::new(
        Code::UnknownPoint,
        format!("There is no point {point} on the plenary's board."),
    )
}

fn refuse_closed(board: &PlenaryBoard) -> Result<(), Refusal> {
    if board.supporting {
        return Ok(());
    }
    let message = "Support is not being taken; an organiser opens it.";
    Err(Refusal::new(Code::SupportClosed, message))
}

pub(super) fn apply(board: &mut PlenaryBoard, stamp: &Stamp, event: &PlenaryEvent) {
    let Some(seat) = &stamp.by else { return };
    match event {
        PlenaryEvent::PointSupported { point } => {
            board.support.entry(point.clone()).or_default().insert(seat.clone());
        }
        PlenaryEvent::SupportWithdrawn { point } => withdraw(board, point, seat),
        _ => {}
    }
}

/// From the point and from all that it stands together with: on the page they are one.
fn withdraw(board: &mut PlenaryBoard, point: &PointRef, seat: &SeatId) {
    let root = board.root(point).clone();
    let folds = &board.folds;
    let is_together = |other: &PointRef| *folds.get(other).unwrap_or(other) == root;
    board.support.retain(|supported, seats| {
        if is_together(supported) {
            seats.remove(seat);
        }
        !seats.is_empty()
    });
}

impl PlenaryBoard {
    /// How many seats support a point or what stands together with it, each counted once.
    pub fn supporters(&self, point: &PointRef) -> usize {
        let root = self.root(point);
        let together = self.support.iter().filter(|(supported, _)| self.root(supported) == root);
        let seats: BTreeSet<&SeatId> = together.flat_map(|(_, seats)| seats).collect();
        seats.len()
    }

    /// The points that a seat supports, each by the one that it stands under.
    pub fn supported_by(&self, seat: &SeatId) -> BTreeSet<&PointRef> {
        let own = self.support.iter().filter(|(_, seats)| seats.contains(seat));
        own.map(|(point, _)| self.root(point)).collect()
    }
}
