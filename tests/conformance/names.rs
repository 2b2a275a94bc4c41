//! Two shapes of one name are one shape in the description of the interface, and the other's answers are described wrongly: whoever
//! collects them keeps the last.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What marks a shape of the interface.
const MARK: &str = "ToSchema";
/// What gives it another name than its type has.
const AS: &str = "#[schema(as = ";
/// Parts whose shapes have descriptions of their own: `outcome.schema.json` and its like.
const APART: &str = "src/outcome/";

#[test]
fn no_two_shapes_of_the_interface_have_one_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "src", &mut places);
    assert!(places.len() > 100, "the shapes are not found any more: {}", places.len());
    places.retain(|_, files| files.len() > 1);
    assert!(
        places.is_empty(),
        "give all but one of them another name by {AS}…)]: {places:#?}"
    );
}

fn collect(root: &Path, folder: &str, places: &mut BTreeMap<String, Vec<String>>) {
    for entry in fs::read_dir(root.join(folder)).expect("a folder of the source").flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(root, &path, places);
        } else if path.ends_with(".rs") && !path.starts_with(APART) {
            let text = fs::read_to_string(entry.path()).expect("a source");
            for name in names(&text) {
                places.entry(name).or_default().push(path.clone());
            }
        }
    }
}

/// The names of the shapes in a source.
fn names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut is_shape, mut other_name) = (false, None);
    for line in text.lines().map(str::trim) {
        is_shape |= line.starts_with("#[derive(") && line.contains(MARK);
        other_name = line
            .strip_prefix(AS)
            .and_then(|rest| rest.split([')', ',']).next())
            .or(other_name);
        let declared = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "));
        let Some(declared) = declared else { continue };
        let name = declared.split(|letter: char| !letter.is_alphanumeric()).next();
        names.extend(other_name.or(name).filter(|_| is_shape).map(str::to_owned));
        (is_shape, other_name) = (false, None);
    }
    names
}

#[test]
fn the_name_that_a_shape_is_given_counts() {
    let text = "#[derive(Debug, ToSchema)]\n#[schema(as = Other)]\npub struct One {\n}\n#[derive(ToSchema)]\npub enum Two {}\n#[derive(Debug)]\npub struct Three;";
    assert_eq!(names(text), ["Other", "Two"]);
}
