//! The published schema of `outcome.json`: it is what the types say, every outcome keeps to it, and what does not is refused.
//! After a change that is meant, `ROUNDTABLE_REWRITE_FIXTURES=1 cargo test --test outcome` writes it anew.

use crate::fixture::polls::polled_and_closed;
use crate::fixture::rich::{cleared, sealed};
use crate::fixture::{busy, closed};
use boon::{Compiler, SchemaIndex, Schemas};
use roundtable::outcome::combined::{Combined, ReportDocument, combine};
use roundtable::outcome::{Document, Outcome, schema};
use roundtable::plenary::mapping;
use roundtable::room::event::Attribution;
use serde_json::Value;
use std::path::PathBuf;

const RULES: [Attribution; 3] = [Attribution::OnTheRecord, Attribution::ChathamHouse, Attribution::Closed];

/// A schema that is ready to judge.
struct Judge {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Judge {
    fn of(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("schema.json", schema).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// What is wrong with a document; nothing where it keeps to the schema.
    fn objection(&self, document: &Value) -> Option<String> {
        let judged = self.schemas.validate(document, self.index);
        judged.err().map(|error| format!("{error:#}"))
    }
}

fn written(outcome: &Outcome) -> Value {
    serde_json::from_slice(&Document::Json.render(outcome).unwrap()).unwrap()
}

#[test]
fn the_published_schemas_are_what_the_types_say() {
    for (name, schema) in [
        ("outcome", schema::of_outcome()),
        ("report", schema::of_report()),
        ("mapping", mapping::schema()),
    ] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{name}.schema.json"));
        let now = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("ROUNDTABLE_REWRITE_FIXTURES").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        let published = std::fs::read_to_string(&path).unwrap();
        assert!(published == now, "{} is not what the types say", path.display());
    }
}

/// What is wrong with a report; nothing where it keeps to its schema.
pub fn of_report_objection(report: &Combined) -> Option<String> {
    let written: Value = serde_json::from_slice(&ReportDocument::Json.render(report).unwrap()).unwrap();
    Judge::of(schema::of_report()).objection(&written)
}

#[test]
fn a_report_of_all_rooms_keeps_to_its_schema() {
    let report = combine(&RULES.map(|rule| sealed(rule).outcome())).unwrap();
    assert_eq!(of_report_objection(&report), None);
}

#[test]
fn every_outcome_keeps_to_the_schema() {
    let judge = Judge::of(schema::of_outcome());
    for rule in RULES {
        for story in [busy(rule), closed(rule), polled_and_closed(rule), cleared(rule), sealed(rule)] {
            assert_eq!(judge.objection(&written(&story.outcome())), None, "{rule:?}");
        }
    }
}

#[test]
fn what_is_no_outcome_is_refused() {
    let judge = Judge::of(schema::of_outcome());
    let outcome = written(&closed(Attribution::OnTheRecord).outcome());
    let changes: [fn(&mut Value); 4] = [
        |outcome| outcome["status"] = "finished".into(),
        |outcome| outcome["revision"] = "1".into(),
        |outcome| outcome["notes"][0]["type"] = "song".into(),
        |outcome| drop(outcome.as_object_mut().unwrap().remove("participation")),
    ];
    for change in changes {
        let mut changed = outcome.clone();
        change(&mut changed);
        assert!(judge.objection(&changed).is_some());
    }
}
