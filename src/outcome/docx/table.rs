//! Tables: a caption, a header row that is repeated on every page, and rows that no page breaks apart.

use super::body::{TEXT_WIDTH, paragraph};
use super::link::Links;
use super::run::runs;
use super::widths::widths;
use super::xml::escaped;
use crate::outcome::sheet::{Column, Language, Words};

/// A table of a sheet.
pub(super) struct Table<'a> {
    pub(super) caption: &'a Words,
    pub(super) columns: &'a [Column],
    pub(super) has_row_heads: bool,
    pub(super) rows: &'a [Vec<Words>],
}

impl Table<'_> {
    /// With its caption, and after it a small paragraph: without one Word makes one table of two that follow each other, and
    /// refuses a document that ends with a table. Without columns there is only the caption.
    pub(super) fn element(&self, language: Language, links: &mut Links) -> String {
        let mut xml = String::new();
        if !self.caption.runs.is_empty() {
            xml += &paragraph("Caption", "", self.caption.language, "", &runs(self.caption, links));
        }
        if self.columns.is_empty() {
            return xml;
        }
        let widths = widths(TEXT_WIDTH, self.columns, self.rows);
        xml += &self.properties(language, &widths);
        xml += &self.header_row(&widths, links);
        for row in self.rows {
            xml += &self.row(row, &widths, links);
        }
        xml += "</w:tbl>\n";
        xml + &paragraph("TableEnd", "", language, "", "")
    }

    /// Columns stand in the order of the language of the whole, whatever their cells hold.
    fn properties(&self, language: Language, widths: &[usize]) -> String {
        let direction = if language.is_right_to_left() { "<w:bidiVisual/>" } else { "" };
        let row_heads = u8::from(self.has_row_heads);
        let mut xml = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"OutcomeTable\"/>{direction}<w:tblW w:w=\"5000\" w:type=\"pct\"/>\
             <w:tblLook w:val=\"0{}\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"{row_heads}\" w:lastColumn=\"0\" \
             w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            if self.has_row_heads { "6A0" } else { "620" },
            escaped(&self.caption.text()).replace('\n', " ")
        );
        for width in widths {
            xml += &format!("<w:gridCol w:w=\"{width}\"/>");
        }
        xml + "</w:tblGrid>"
    }

    fn header_row(&self, widths: &[usize], links: &mut Links) -> String {
        let mut xml = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>".to_owned();
        for (column, width) in self.columns.iter().zip(widths) {
            let style = if column.is_number {
                "TableFigureHeading"
            } else {
                "TableHeading"
            };
            xml += &cell(*width, style, &column.head, links);
        }
        xml + "</w:tr>"
    }

    fn row(&self, cells: &[Words], widths: &[usize], links: &mut Links) -> String {
        let mut xml = "<w:tr><w:trPr><w:cantSplit/></w:trPr>".to_owned();
        let nothing = Words::default();
        for (place, (column, width)) in self.columns.iter().zip(widths).enumerate() {
            let style = match column.is_number {
                _ if place == 0 && self.has_row_heads => "TableRowHeading",
                true => "TableFigure",
                false => "TableText",
            };
            xml += &cell(*width, style, cells.get(place).unwrap_or(&nothing), links);
        }
        xml + "</w:tr>"
    }
}

fn cell(width: usize, style: &str, words: &Words, links: &mut Links) -> String {
    let paragraph = paragraph(style, "", words.language, "", &runs(words, links));
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{paragraph}</w:tc>")
}
