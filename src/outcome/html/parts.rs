//! Each kind of part as HTML.

use super::table;
use super::words::{Page, escaped};
use crate::outcome::sheet::{Fact, Part, Role, Words};

impl Page {
    /// Parts, one below the other.
    pub(super) fn parts(self, parts: &[Part]) -> String {
        parts.iter().map(|part| self.part(part)).collect()
    }

    fn part(self, part: &Part) -> String {
        match part {
            Part::Heading { level, words } => self.on_a_line(&format!("h{level}"), "", words),
            Part::Paragraph { role, words } => self.paragraph(*role, words),
            Part::Point { number, labels, words } => self.point(*number, labels, words),
            Part::Facts { facts } => self.facts(facts),
            Part::List { ordered, start, items } => self.list(*ordered, *start, items),
            Part::Quote { parts } => format!("<blockquote>\n{}</blockquote>\n", self.parts(parts)),
            Part::Table {
                caption,
                columns,
                has_row_heads,
                rows,
            } => table::render(self, caption, columns, *has_row_heads, rows),
            Part::Drawing { svg, alt } => drawing(svg, alt),
            Part::Rule => "<hr>\n".to_owned(),
        }
    }

    /// An element with a line of its own in the file.
    fn on_a_line(self, tag: &str, attributes: &str, words: &Words) -> String {
        self.element(tag, attributes, words) + "\n"
    }

    fn paragraph(self, role: Role, words: &Words) -> String {
        let attributes = match role {
            Role::Body => "",
            Role::Warning => " class=\"warning\" role=\"note\"",
            Role::Nature => " class=\"nature\"",
            Role::Note => " class=\"note\"",
        };
        self.on_a_line("p", attributes, words)
    }

    fn point(self, number: u32, labels: &[String], words: &Words) -> String {
        let labels: Vec<String> = labels.iter().map(|label| self.label(label)).collect();
        let labels = labels.join(" · ");
        let text = self.on_a_line("p", "", words);
        format!("<div class=\"point\">\n<p class=\"labels\"><b>{number}.</b> {labels}</p>\n{text}</div>\n")
    }

    /// A label; what people wrote in it stands behind a colon.
    fn label(self, label: &str) -> String {
        match label.split_once(": ") {
            Some((name, said)) => format!("{}: {}", escaped(name), self.element("bdi", "", &Words::of(said))),
            None => escaped(label),
        }
    }

    fn facts(self, facts: &[Fact]) -> String {
        let fact = |fact: &Fact| {
            let value = self.element("dd", "", &fact.value);
            format!("<dt>{}</dt>{value}\n", escaped(&fact.name))
        };
        format!("<dl>\n{}</dl>\n", facts.iter().map(fact).collect::<String>())
    }

    fn list(self, ordered: bool, start: u32, items: &[Vec<Part>]) -> String {
        let item = |item: &Vec<Part>| match item.as_slice() {
            [Part::Paragraph { words, .. }] => self.on_a_line("li", "", words),
            parts => format!("<li>{}</li>\n", self.parts(parts)),
        };
        let inner: String = items.iter().map(item).collect();
        match (ordered, start) {
            (false, _) => format!("<ul>\n{inner}</ul>\n"),
            (true, 1) => format!("<ol>\n{inner}</ol>\n"),
            (true, start) => format!("<ol start=\"{start}\">\n{inner}</ol>\n"),
        }
    }
}

fn drawing(svg: &str, alt: &str) -> String {
    format!(
        "<div class=\"drawing\" role=\"img\" aria-label=\"{}\">{svg}</div>\n",
        escaped(alt)
    )
}
