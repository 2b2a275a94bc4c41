//! Small drawings of one cost along one axis each, both with a line for each power of ten.

use std::fmt::Write;

const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 190.0;
/// Room for the names and numbers around a drawing.
const LEFT: f64 = 58.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 42.0;

/// One point of a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Along the axis.
    pub x: f64,
    /// The cost.
    pub y: f64,
    /// Whether the cost is the server's alone; drawn hollow where it is not.
    pub is_sure: bool,
}

/// One drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The cost.
    pub title: String,
    /// The axis.
    pub along: String,
    /// From left to right.
    pub marks: Vec<Mark>,
}

/// The powers of ten from one end to the other.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Scale {
    from: f64,
    to: f64,
    start: f64,
    length: f64,
}

impl Scale {
    fn of(values: impl Iterator<Item = f64> + Clone, start: f64, length: f64) -> Self {
        let low = values.clone().fold(f64::INFINITY, f64::min).log10().floor();
        let high = values.fold(f64::NEG_INFINITY, f64::max).log10().ceil();
        let (from, to) = if low.is_finite() && high.is_finite() {
            (low, high)
        } else {
            (0.0, 1.0)
        };
        Self {
            from,
            to: if to > from { to } else { from + 1.0 },
            start,
            length,
        }
    }

    fn at(&self, value: f64) -> f64 {
        self.start + (value.log10() - self.from) / (self.to - self.from) * self.length
    }

    fn lines(&self) -> impl Iterator<Item = f64> + use<> {
        (self.from as i32..=self.to as i32).map(|power| 10_f64.powi(power))
    }
}

/// All drawings, each inner list a row.
pub fn svg(rows: &[Vec<Chart>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let (width, height) = (columns as f64 * WIDTH, rows.len() as f64 * HEIGHT);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"sans-serif\" font-size=\"10\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
    );
    for (down, row) in rows.iter().enumerate() {
        for (across, chart) in row.iter().enumerate() {
            let (x, y) = (across as f64 * WIDTH, down as f64 * HEIGHT);
            out += &format!("<g transform=\"translate({x} {y})\">\n{}</g>\n", chart.draw());
        }
    }
    out + "</svg>\n"
}

impl Chart {
    fn draw(&self) -> String {
        // Nothing is drawn at one: a logarithm has no zero.
        let marks: Vec<Mark> = self
            .marks
            .iter()
            .map(|mark| Mark {
                x: mark.x.max(1.0),
                ..*mark
            })
            .collect();
        let marks: Vec<Mark> = marks.into_iter().filter(|mark| mark.y > 0.0).collect();
        let across = Scale::of(marks.iter().map(|mark| mark.x), LEFT, WIDTH - LEFT - RIGHT);
        let up = Scale::of(marks.iter().map(|mark| mark.y), HEIGHT - BOTTOM, TOP + BOTTOM - HEIGHT);
        let mut out = self.frame(&across, &up);
        let places: Vec<(f64, f64, bool)> = marks
            .iter()
            .map(|mark| (across.at(mark.x), up.at(mark.y), mark.is_sure))
            .collect();
        let line: Vec<String> = places.iter().map(|(x, y, _)| format!("{x:.1},{y:.1}")).collect();
        put(
            &mut out,
            format_args!(
                "<polyline points=\"{}\" fill=\"none\" stroke=\"#0b5cad\" stroke-width=\"1.5\"/>",
                line.join(" ")
            ),
        );
        for (x, y, is_sure) in places {
            let fill = if is_sure { "#0b5cad" } else { "#ffffff" };
            put(
                &mut out,
                format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{fill}\" stroke=\"#0b5cad\"/>"),
            );
        }
        out
    }

    fn frame(&self, across: &Scale, up: &Scale) -> String {
        let mut out = String::new();
        let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
        for value in up.lines() {
            let y = up.at(value);
            put(
                &mut out,
                format_args!("<path d=\"M{LEFT} {y:.1}H{right}\" stroke=\"#dddddd\"/>"),
            );
            let (x, y) = (LEFT - 5.0, y + 3.0);
            put(
                &mut out,
                format_args!("<text x=\"{x}\" y=\"{y:.1}\" text-anchor=\"end\">{}</text>", short(value)),
            );
        }
        for value in across.lines() {
            let (x, y) = (across.at(value), bottom + 13.0);
            put(
                &mut out,
                format_args!("<path d=\"M{x:.1} {TOP}V{bottom}\" stroke=\"#dddddd\"/>"),
            );
            put(
                &mut out,
                format_args!("<text x=\"{x:.1}\" y=\"{y}\" text-anchor=\"middle\">{}</text>", short(value)),
            );
        }
        let middle = LEFT + (right - LEFT) / 2.0;
        put(
            &mut out,
            format_args!(
                "<text x=\"{middle}\" y=\"18\" text-anchor=\"middle\" font-size=\"11\" font-weight=\"bold\">{}</text>",
                self.title
            ),
        );
        let y = HEIGHT - 12.0;
        put(
            &mut out,
            format_args!("<text x=\"{middle}\" y=\"{y}\" text-anchor=\"middle\">{}</text>", self.along),
        );
        out
    }
}

fn put(out: &mut String, line: std::fmt::Arguments<'_>) {
    // A string takes whatever it is given.
    let _ = writeln!(out, "{line}");
}

fn short(value: f64) -> String {
    match value {
        value if value >= 1e6 => format!("{}M", value / 1e6),
        value if value >= 1e3 => format!("{}k", value / 1e3),
        value => format!("{value}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(x: f64, y: f64, is_sure: bool) -> Mark {
        Mark { x, y, is_sure }
    }

    #[test]
    fn powers_of_ten_are_evenly_apart() {
        let scale = Scale::of([2.0, 900.0].into_iter(), 0.0, 300.0);
        assert_eq!([scale.at(1.0), scale.at(10.0), scale.at(1000.0)], [0.0, 100.0, 300.0]);
        assert_eq!(scale.lines().collect::<Vec<_>>(), [1.0, 10.0, 100.0, 1000.0]);
    }

    #[test]
    fn every_point_is_drawn_and_hollow_where_it_is_not_sure() {
        let chart = Chart {
            title: "cost".into(),
            along: "rooms".into(),
            marks: vec![mark(0.0, 5.0, true), mark(10.0, 7.0, true), mark(1000.0, 90.0, false)],
        };
        let drawn = svg(&[vec![chart.clone()], vec![chart]]);
        assert_eq!(drawn.matches("<circle").count(), 6);
        assert_eq!(drawn.matches("r=\"3\" fill=\"#ffffff\"").count(), 2);
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    }

    #[test]
    fn a_drawing_of_nothing_is_an_empty_frame() {
        let chart = Chart {
            title: "cost".into(),
            along: "rooms".into(),
            marks: Vec::new(),
        };
        let drawn = svg(&[vec![chart]]);
        assert!(
            drawn.contains("cost") && !drawn.contains("NaN") && !drawn.contains("inf"),
            "{drawn}"
        );
    }
}
