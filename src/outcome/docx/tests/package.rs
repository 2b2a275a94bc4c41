//! The zip and what its files say of each other.

use super::sheets::{empty, everything};
use super::{Opened, W, render, values};
use std::collections::BTreeSet;

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let bytes = render(&everything());
    assert_eq!(bytes, render(&everything()));
    // The moment in each entry of the zip is the first that the format knows: 1 January 1980, midnight.
    assert_eq!(bytes[10..14], [0, 0, 0x21, 0]);
}

#[test]
fn every_file_is_well_formed_and_its_kind_is_told() {
    for sheet in [everything(), empty()] {
        let opened = Opened::of(&sheet);
        assert_eq!(opened.files[0].0, "[Content_Types].xml");
        let kinds = roxmltree::Document::parse(opened.part("[Content_Types].xml")).unwrap();
        let told: BTreeSet<_> = kinds.descendants().filter_map(|node| node.attribute("PartName")).collect();
        for (name, text) in &opened.files {
            roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let is_own = !name.starts_with('[') && !name.ends_with(".rels");
            assert!(
                !is_own || told.contains(format!("/{name}").as_str()),
                "the kind of {name} is not told"
            );
        }
        assert!(
            told.iter()
                .all(|name| opened.files.iter().any(|(file, _)| name[1..] == **file))
        );
    }
}

#[test]
fn everything_that_is_referred_to_is_there() {
    let opened = Opened::of(&everything());
    let document = roxmltree::Document::parse(opened.document()).unwrap();
    let relationships = roxmltree::Document::parse(opened.part("word/_rels/document.xml.rels")).unwrap();
    let named: BTreeSet<_> = relationships.descendants().filter_map(|node| node.attribute("Id")).collect();
    let used = document.descendants().flat_map(|node| node.attributes());
    let used: BTreeSet<_> = used
        .filter(|attribute| attribute.name() == "id")
        .map(|attribute| attribute.value())
        .collect();
    assert!(used.len() == 2 && used.is_subset(&named), "{used:?} of {named:?}");
    for node in relationships.root_element().children() {
        let target = node.attribute("Target").unwrap();
        let is_outside = node.attribute("TargetMode") == Some("External");
        assert!(
            is_outside || opened.files.iter().any(|(name, _)| *name == format!("word/{target}")),
            "{target}"
        );
    }

    let styles = roxmltree::Document::parse(opened.part("word/styles.xml")).unwrap();
    let styles: BTreeSet<_> = styles
        .descendants()
        .filter_map(|node| node.attribute((W, "styleId")))
        .collect();
    for element in ["pStyle", "rStyle", "tblStyle"] {
        for style in values(opened.document(), element)
            .iter()
            .chain(&values(opened.part("word/footer.xml"), element))
        {
            assert!(styles.contains(style.as_str()), "no style {style}");
        }
    }
    let numbering = roxmltree::Document::parse(opened.part("word/numbering.xml")).unwrap();
    let lists: BTreeSet<_> = numbering
        .descendants()
        .filter_map(|node| node.attribute((W, "numId")))
        .collect();
    assert!(
        values(opened.document(), "numId")
            .iter()
            .all(|list| lists.contains(list.as_str()))
    );
}

#[test]
fn the_properties_tell_what_it_is_and_of_which_moment() {
    let opened = Opened::of(&everything());
    let core = roxmltree::Document::parse(opened.part("docProps/core.xml")).unwrap();
    let told: Vec<_> = core
        .root_element()
        .children()
        .map(|node| (node.tag_name().name(), node.text().unwrap_or_default()))
        .collect();
    let expected = [
        ("title", "Threats & <norms>: outcome of the room"),
        ("subject", "Global Roundtable on ICT Security Capacity-building"),
        ("creator", "Ana Müller; 李娜"),
        ("language", "en-GB"),
        ("created", "2024-05-10T21:00:00Z"),
        ("modified", "2024-05-10T21:00:00Z"),
    ];
    assert_eq!(told, expected);
    let footer = opened.part("word/footer.xml");
    assert!(footer.contains("Rapporteur's summary · draft") && footer.contains(" PAGE ") && footer.contains(" NUMPAGES "));
}
