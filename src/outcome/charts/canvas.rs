//! The paper that a drawing is made on: a few shapes and one-line texts, written as SVG. Lengths are in units of which the
//! drawing is [`WIDTH`] wide.

use crate::outcome::text::line;
use std::fmt::Write;

/// How wide every drawing is.
pub(super) const WIDTH: f64 = 400.0;
/// Text, and what is strongest.
pub(super) const INK: &str = "#1b1f24";
/// Text that matters less.
pub(super) const QUIET: &str = "#4d5761";
/// Lines, and the ground of what is not filled.
pub(super) const LINE: &str = "#c3cbd3";
/// The ground of bars and cells.
pub(super) const GROUND: &str = "#edf1f5";
/// What is counted.
pub(super) const ACCENT: &str = "#0b4f8a";
/// The other side of a scale: told from the accent by those who see no red or green, and darker or lighter in grey.
pub(super) const OTHER: &str = "#c96a00";
pub(super) const WHITE: &str = "#fff";

/// Where a text stands from its place.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// Height of its letters.
    pub size: f64,
    pub colour: &'static str,
    pub anchor: Anchor,
    pub is_strong: bool,
}

/// Labels.
pub(super) const LABEL: Type = Type {
    size: 15.0,
    colour: INK,
    anchor: Anchor::Start,
    is_strong: false,
};

/// A drawing under way.
#[derive(Default)]
pub(super) struct Canvas {
    shapes: String,
}

impl Canvas {
    /// A text on its line, shortened where it is longer than the room for it.
    pub fn text(&mut self, at: (f64, f64), room: f64, look: Type, text: &str) {
        let (x, y) = (short(at.0), short(at.1));
        let weight = if look.is_strong { " font-weight=\"700\"" } else { "" };
        let (size, anchor, colour) = (short(look.size), look.anchor.name(), look.colour);
        let text = escaped(&fitting(&line(text), room / look.size));
        self.add(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\" fill=\"{colour}\"{weight}>{text}</text>"
        ));
    }

    /// A filled rectangle: its corner, its width and height.
    pub fn rect(&mut self, at: (f64, f64), size: (f64, f64), fill: &str) {
        let (x, y, width, height) = (short(at.0), short(at.1), short(size.0), short(size.1));
        self.add(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        ));
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str) {
        let (x1, y1, x2, y2) = (short(from.0), short(from.1), short(to.0), short(to.1));
        self.add(format_args!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{colour}\" stroke-width=\"1\"/>"
        ));
    }

    /// A filled circle.
    pub fn circle(&mut self, at: (f64, f64), radius: f64, fill: &str) {
        let (x, y, radius) = (short(at.0), short(at.1), short(radius));
        self.add(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"/>"));
    }

    /// The drawing, cut off at this height.
    pub fn finish(self, height: f64) -> String {
        let (width, height, shapes) = (short(WIDTH), short(height), self.shapes);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             font-family=\"'Noto Sans', sans-serif\"><rect width=\"{width}\" height=\"{height}\" fill=\"{WHITE}\"/>{shapes}</svg>"
        )
    }

    fn add(&mut self, shape: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.shapes.write_fmt(shape);
    }
}

/// A length to a tenth, as short as it can be written.
fn short(length: f64) -> String {
    let rounded = (length * 10.0).round() / 10.0;
    // Not `-0`.
    format!("{}", rounded + 0.0)
}

/// A colour between two, from 0 for the ground to 1 for the accent.
pub(super) fn shade(strength: f64) -> String {
    let mixed = [(0xed, 0x0b), (0xf1, 0x4f), (0xf5, 0x8a)]
        .map(|(ground, accent): (i32, i32)| (f64::from(ground) + f64::from(accent - ground) * strength).round());
    format!("rgb({},{},{})", mixed[0], mixed[1], mixed[2])
}

/// As much of a text as has room, in parts of its size; what is cut off leaves an ellipsis.
fn fitting(text: &str, room: f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut taken = width("…");
    let fits = |letter: &char| {
        taken += width_of(*letter);
        taken <= room
    };
    let start: String = text.chars().take_while(fits).collect();
    format!("{}…", start.trim_end())
}

/// How wide a text is in parts of its size. Without fonts to measure, each letter is held to be as wide as the wide ones of its
/// script.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(width_of).sum()
}

fn width_of(letter: char) -> f64 {
    match letter {
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' => 0.0,
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{1f000}'.. => {
            1.05
        }
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | '\'' | '’' | ' ' | '(' | ')' | '|' => 0.36,
        'm' | 'w' => 0.9,
        wide if wide.is_uppercase() => 0.75,
        _ => 0.6,
    }
}

/// Harmless inside an element of XML, which besides has no place for two code points.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_text_in_a_drawing() {
        let mut canvas = Canvas::default();
        canvas.text((0.0, 10.0), WIDTH, LABEL, "</text><script>&\u{0}\u{ffff}\n");
        let svg = canvas.finish(20.0);
        assert!(svg.contains(">&lt;/text&gt;&lt;script&gt;&amp;   </text>"), "{svg}");
    }

    #[test]
    fn a_text_that_has_no_room_is_cut_off_visibly() {
        assert_eq!(fitting("short", 10.0), "short");
        let cut = fitting(&"long ".repeat(50), 10.0);
        assert!(cut.ends_with('…') && cut.starts_with("long ") && width(&cut) <= 10.0, "{cut}");
    }

    #[test]
    fn lengths_and_colours_are_written_alike_everywhere() {
        assert_eq!(
            [short(1.0), short(2.25), short(-0.01), short(1.0 / 3.0)],
            ["1", "2.3", "0", "0.3"]
        );
        assert_eq!([shade(0.0), shade(1.0)], ["rgb(237,241,245)", "rgb(11,79,138)"]);
    }
}
