//! What the notes of a new room open with.

use super::support::{Writer, assert_sound, edit};
use crate::room::definition;
use crate::room::event::Event;
use crate::room::notes::{Block, Notes, template};
use yrs::XmlFragment;

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|&text| text.to_owned()).collect()
}

/// The blocks as one line: headings by level, paragraphs by their text.
fn outline(notes: &Notes) -> String {
    let line = |block: &Block| match block {
        Block::Heading { level, runs } => format!("h{level} {}", runs[0].text),
        Block::Paragraph { runs, point: None } if runs.is_empty() => "p".to_owned(),
        other => format!("{other:?}"),
    };
    notes.blocks().iter().map(line).collect::<Vec<_>>().join(" | ")
}

fn opened(sections: &[&str], questions: &[&str]) -> Notes {
    let mut definition = definition::blank();
    definition.sections = texts(sections);
    definition.questions = texts(questions);
    let (author, event) = template::edit(&definition).unwrap();
    let Event::NotesEdited { update } = event else {
        panic!("{event:?}")
    };
    let mut notes = Notes::new();
    edit(&mut notes, &author, &update).unwrap();
    notes
}

#[test]
fn sections_come_first_then_the_guiding_questions_each_with_a_line_to_fill() {
    let notes = opened(&["Key issues", "الخطوات التالية"], &["Who acts first?", "什么"]);
    assert_eq!(
        outline(&notes),
        "h2 Key issues | p | h2 الخطوات التالية | p | h2 Guiding questions | h3 Who acts first? | p | h3 什么 | p"
    );
    assert_sound(&notes);
    assert_eq!(outline(&opened(&["Key issues"], &[])), "h2 Key issues | p");
    assert_eq!(outline(&opened(&[], &["Who?"])), "h2 Guiding questions | h3 Who? | p");
}

#[test]
fn a_plan_without_either_leaves_the_notes_empty() {
    assert_eq!(template::edit(&definition::blank()), None);
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let (sections, questions) = (texts(&["A", "B 🌍"]), texts(&["C"]));
    let first = template::template(&sections, &questions).unwrap();
    assert!((0..5).all(|_| template::template(&sections, &questions).as_ref() == Some(&first)));
}

#[test]
fn the_rapporteur_may_delete_all_of_it() {
    let mut notes = opened(&["Key issues"], &["Who?"]);
    let rapporteur = Writer::new("rapporteur", 7);
    rapporteur.receive(&notes.diff(&[]).unwrap());
    let update = rapporteur.write(|root, transaction| {
        let all = root.len(transaction);
        root.remove_range(transaction, 0, all);
    });
    edit(&mut notes, &rapporteur.seat, &update).unwrap();
    assert_eq!(notes.blocks(), []);
}
