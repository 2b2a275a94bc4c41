//! What most voters wrote in the largest letters, line by line. Only where all wrote a word or two: single words out of sentences
//! would say what nobody wrote.

use super::Drawing;
use super::canvas::{ACCENT, Anchor, Canvas, INK, Type, WIDTH, width};
use crate::outcome::contents::PollResult;
use crate::room::polls::texts::{self, TextCount};

/// The longest text that is a word or two, in letters.
const LETTERS_MAX: usize = 28;
/// Most texts of a drawing.
const TEXTS_MAX: usize = 40;
const SMALLEST: f64 = 14.0;
const LARGEST: f64 = 38.0;
const GAP: f64 = 20.0;
const LEADING: f64 = 1.35;

/// A text with its size.
struct Word<'a> {
    text: &'a str,
    size: f64,
}

impl Word<'_> {
    fn width(&self) -> f64 {
        width(self.text) * self.size
    }
}

pub(super) fn draw(result: &PollResult) -> Option<Drawing> {
    let said: Vec<&TextCount> = texts::ordered(&result.detail.texts);
    let most = said.iter().map(|text| text.written).max().filter(|most| *most > 0)?;
    if said.iter().any(|text| text.text.chars().count() > LETTERS_MAX) {
        return None;
    }
    let words = said.iter().take(TEXTS_MAX).map(|text| Word {
        text: &text.text,
        // The area of a word, not its height, is what eyes compare.
        size: SMALLEST.max(LARGEST * (f64::from(text.written) / f64::from(most)).sqrt()),
    });
    let mut canvas = Canvas::default();
    let mut bottom = 0.0;
    for line in lines(words.collect()) {
        bottom = write(&mut canvas, bottom, &line);
    }
    Some(Drawing {
        svg: canvas.finish(bottom + 10.0),
        alt: "A cloud of words: what most wrote is largest, as in the table below.".to_owned(),
    })
}

/// The words on as few lines as they have room on, in their order.
fn lines(words: Vec<Word<'_>>) -> Vec<Vec<Word<'_>>> {
    let mut lines: Vec<Vec<Word<'_>>> = Vec::new();
    let mut room = 0.0;
    for word in words {
        let needs = word.width() + GAP;
        match lines.last_mut() {
            Some(line) if needs <= room => line.push(word),
            _ => {
                lines.push(vec![word]);
                room = WIDTH + GAP;
            }
        }
        room -= needs;
    }
    lines
}

/// Writes a line in the middle of the drawing below what there is; says where it ends.
fn write(canvas: &mut Canvas, top: f64, line: &[Word<'_>]) -> f64 {
    let height = line.iter().map(|word| word.size).fold(0.0, f64::max);
    let all: f64 = line.iter().map(|word| word.width() + GAP).sum::<f64>() - GAP;
    let bottom = top + height * LEADING;
    let mut left = (WIDTH - all) / 2.0;
    for (at, word) in line.iter().enumerate() {
        let look = Type {
            size: word.size,
            anchor: Anchor::Middle,
            colour: if at % 2 == 0 { ACCENT } else { INK },
            is_strong: word.size > LARGEST / 2.0,
        };
        canvas.text((left + word.width() / 2.0, bottom - height * 0.2), WIDTH, look, word.text);
        left += word.width() + GAP;
    }
    bottom
}
