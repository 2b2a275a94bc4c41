//! Reading a file.

use crate::people::sheet::{NotRead, Sheet, read};

fn names(bytes: &[u8]) -> Vec<(u64, String)> {
    let sheet = read(bytes).unwrap();
    assert_eq!(sheet.faults, []);
    sheet.rows.rows.into_iter().map(|row| (row.row, row.details.name)).collect()
}

fn not_read(bytes: &[u8]) -> NotRead {
    read(bytes).map(|sheet: Sheet| sheet.rows).unwrap_err()
}

#[test]
fn comma_semicolon_and_tab_part_cells_with_and_without_a_byte_order_mark() {
    for separator in [",", ";", "\t"] {
        for mark in ["", "\u{feff}"] {
            for end in ["\n", "\r\n", "\r"] {
                let text = format!("{mark}Name{separator}Delegation{end}Zoë{separator}Côte d’Ivoire{end}");
                assert_eq!(names(text.as_bytes()), [(2, "Zoë".to_owned())], "{text:?}");
            }
        }
    }
    assert_eq!(names(b"sep=;\nname;rank\nAna;expert\n"), [(3, "Ana".to_owned())]);
    assert_eq!(names(b"name\nAna\n"), [(2, "Ana".to_owned())]);
}

#[test]
fn another_encoding_is_said_with_the_place_and_what_to_do() {
    let latin = not_read(b"name,delegation\nAna,Brazil\nZo\xeb,France\n");
    assert_eq!(latin.code, "csv-encoding");
    assert!(
        latin.message.contains("line 3, after “Zo”") && latin.message.contains("CSV UTF-8"),
        "{}",
        latin.message
    );
    let wide: Vec<u8> = "\u{feff}name\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(not_read(&wide).message.contains("UTF-16"));
    assert_eq!(not_read(b"PK\x03\x04rest").code, "csv-workbook");
    let lost = read("name\nZo\u{fffd}\n".as_bytes()).unwrap();
    assert!(
        lost.faults[0].wrong.message.contains("Letters were lost"),
        "{:?}",
        lost.faults
    );
}

#[test]
fn a_header_that_names_nobody_or_is_misspelt_is_refused() {
    assert_eq!(not_read(b"").code, "csv-empty");
    assert_eq!(not_read(b"name,rank\n").code, "csv-empty");
    assert!(not_read(b"{}").message.contains("one of them has to be “name”"));
    assert!(not_read(b"name,name\nAna,Ana\n").message.contains("twice"));
    assert!(
        not_read(b"name,delgation\nAna,Brazil\n")
            .message
            .contains("Did you mean “delegation”?")
    );
    let sheet = read(b"name,e-mail,Badge no.\nAna,a@b,7\n").unwrap();
    assert_eq!(sheet.ignored, ["e-mail", "Badge no."]);
}

#[test]
fn every_fault_of_every_row_is_told_with_what_would_be_right() {
    let sheet = read(
        b"name,delegation,class,rank,language\n\
          Ana,Brazil,state,king,pt\n\
          \n\
          ,Brazil,,,\n\
          Ben,Nigeria,party,minister,Englisch\n\
          Cleo,Roy,Kenya,state,expert,en\n",
    )
    .unwrap();
    let faults: Vec<String> = sheet.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "Row 2, rank: “king” is none of minister, vice-minister, ambassador, delegate or expert.",
            "Row 4, name: The name is empty.",
            "Row 5, class: “party” is none of state, organization or stakeholder.",
            "Row 5, language: A language is said by its tag, such as en, fr or pt-BR.",
            "Row 6: This row has more cells than the header: “en”. A text with a comma or semicolon in it stands in quotes.",
            "Row 6, class: “Kenya” is none of state, organization or stakeholder.",
            "Row 6, rank: “state” is none of minister, vice-minister, ambassador, delegate or expert.",
            "Row 6, language: A language is said by its tag, such as en, fr or pt-BR.",
        ]
    );
}

#[test]
fn words_are_understood_as_people_write_them() {
    let sheet = read(b"name,country,class,rank,group\n Ana ,Brazil,Organisation,Vice Minister,Law | Talent\n").unwrap();
    assert_eq!(sheet.faults, []);
    let row = &sheet.rows.rows[0];
    assert_eq!(serde_json::to_value(&row.details).unwrap()["class"], "organization");
    assert_eq!(serde_json::to_value(&row.details).unwrap()["rank"], "vice-minister");
    assert_eq!(row.rooms, ["Law", "Talent"]);
}

#[test]
fn ten_thousand_rows_are_read_and_not_one_more() {
    let rows = |count: usize| {
        format!(
            "name\n{}",
            (0..count).map(|number| format!("P{number}\n")).collect::<String>()
        )
    };
    assert_eq!(names(rows(10_000).as_bytes()).len(), 10_000);
    assert_eq!(not_read(rows(10_001).as_bytes()).code, "csv-too-long");
}

#[test]
fn a_text_with_separators_quotes_and_line_breaks_in_it_is_one_cell() {
    assert_eq!(
        names(b"name,delegation\n\"Lima, Ana\",\"a \"\"b\"\"\"\n"),
        [(2, "Lima, Ana".to_owned())]
    );
    let sheet = read(b"name,delegation\n\"Li\nma\",x\nBen,y\n").unwrap();
    assert_eq!(sheet.faults[0].row, 2);
    assert_eq!(sheet.rows.rows[1].row, 3);
}
