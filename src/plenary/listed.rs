//! The plenary's list, as the report of the whole meeting holds it: by theme the messages, and of the rest what the plenary did something
//! with: what it supported, put first, or found said in more than one place.

use super::Phase;
use super::view::{BoardPoint, PlenaryView, SaidPoint, Theme};
use crate::outcome::combined::{PlenaryList, PlenaryPoint, PlenaryTheme};
use crate::room::notes::point::PointKind;

/// The list; none before the board was shown, and where there is nothing on it.
pub fn list(board: &PlenaryView) -> Option<PlenaryList> {
    if board.phase == Phase::Preparing {
        return None;
    }
    let themes: Vec<PlenaryTheme> = board.themes.iter().map(|theme| of_theme(board, theme)).collect();
    let themes: Vec<PlenaryTheme> = themes.into_iter().filter(|theme| !theme.points.is_empty()).collect();
    (!themes.is_empty()).then_some(PlenaryList { themes })
}

fn of_theme(board: &PlenaryView, theme: &Theme) -> PlenaryTheme {
    let is_listed = |point: &&BoardPoint| {
        point.said.kind == PointKind::PlenaryMessage || point.support > 0 || point.pinned || !point.folded.is_empty()
    };
    PlenaryTheme {
        code: theme.code.clone(),
        title: theme.title.clone(),
        points: theme
            .points
            .iter()
            .filter(is_listed)
            .map(|point| of_point(board, point))
            .collect(),
    }
}

fn of_point(board: &PlenaryView, point: &BoardPoint) -> PlenaryPoint {
    let mut rooms = vec![point.said.room.clone()];
    for double in &point.folded {
        if !rooms.contains(&double.room) {
            rooms.push(double.room.clone());
        }
    }
    PlenaryPoint {
        id: point.said.id.to_string(),
        kind: point.said.kind,
        standing: point.said.standing,
        support: point.support,
        from: rooms
            .iter()
            .map(|room| board.rooms.get(room).map_or(room, |line| &line.title).clone())
            .collect(),
        text: point.said.text.clone(),
        doubles: point.folded.iter().map(|SaidPoint { text, .. }| text.clone()).collect(),
    }
}
