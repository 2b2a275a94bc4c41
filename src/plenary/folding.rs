//! Folding doubles together. An organiser puts a point under another that says the same. What stood under it comes along, so that
//! nothing ever stands more than one deep and no circle can come about. Refused is a point under itself; what is there already changes
//! nothing. A point that stands for others may be put under one of them, which then stands for all. No point is lost by it: who unfolds
//! them one by one has what there was before.

use super::limits::POINTS_MAX;
use super::{PlenaryBoard, PlenaryEvent, PointRef};
use crate::room::refusal::{Code, Refusal};

pub(super) fn decide(board: &PlenaryBoard, point: &PointRef, under: &PointRef) -> Result<PlenaryEvent, Refusal> {
    if point == under {
        let message = "A point cannot be folded under itself; choose another one that says the same.";
        return Err(Refusal::new(Code::BadCommand, message));
    }
    if board.folds.len() >= POINTS_MAX {
        let message = format!("{POINTS_MAX} points are folded already; unfold some first.");
        return Err(Refusal::new(Code::TooMany, message));
    }
    let root = board.root(under);
    // Where it stands for that very one, the two change places.
    let under = if root == point { under } else { root };
    Ok(PlenaryEvent::PointFolded {
        point: point.clone(),
        under: under.clone(),
    })
}

pub(super) fn apply(board: &mut PlenaryBoard, event: &PlenaryEvent) {
    match event {
        PlenaryEvent::PointFolded { point, under } if point != under => fold(board, point, under),
        PlenaryEvent::PointUnfolded { point } => drop(board.folds.remove(point)),
        _ => {}
    }
}

fn fold(board: &mut PlenaryBoard, point: &PointRef, under: &PointRef) {
    let root = board.root(under).clone();
    let head = if root == *point { under.clone() } else { root };
    board.folds.remove(&head);
    for root in board.folds.values_mut().filter(|root| *root == point) {
        root.clone_from(&head);
    }
    board.folds.insert(point.clone(), head);
}
