//! Tables. One with more than a phone has room for becomes a few lines for each row there, with the heads as labels.

use super::words::{Page, escaped};
use crate::outcome::sheet::{Column, Words};

/// Most columns of a table of figures that fits a phone as it is.
const COLUMNS_MAX_OF_A_PHONE: usize = 3;

pub(super) fn render(page: Page, caption: &Words, columns: &[Column], has_row_heads: bool, rows: &[Vec<Words>]) -> String {
    let caption = if caption.is_blank() {
        String::new()
    } else {
        page.element("caption", "", caption) + "\n"
    };
    let head = |column: &Column| page.element("th", &format!(" scope=\"col\"{}", class(column)), &column.head);
    let heads: String = columns.iter().map(head).collect();
    let rows: String = rows.iter().map(|cells| row(page, columns, has_row_heads, cells)).collect();
    let has_words = columns.iter().skip(1).any(|column| !column.is_number);
    let is_wide = has_words || columns.len() > COLUMNS_MAX_OF_A_PHONE;
    // It may scroll sideways where there is little room, which has to be possible without a mouse.
    let of_table = if is_wide { " class=\"wide\" tabindex=\"0\"" } else { "" };
    format!("<div{of_table}>\n<table>\n{caption}<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n")
}

fn row(page: Page, columns: &[Column], has_row_heads: bool, cells: &[Words]) -> String {
    let cell = |(at, (column, words)): (usize, (&Column, &Words))| {
        let class = class(column);
        if at == 0 && has_row_heads {
            return page.element("th", &format!(" scope=\"row\"{class}"), words);
        }
        let label = escaped(&column.head.text());
        page.element("td", &format!("{class} data-label=\"{label}\""), words)
    };
    let cells: String = columns.iter().zip(cells).enumerate().map(cell).collect();
    format!("<tr>{cells}</tr>\n")
}

fn class(column: &Column) -> &'static str {
    if column.is_number { " class=\"number\"" } else { "" }
}
