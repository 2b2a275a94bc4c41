//! The published forms of `outcome.json`, `report.json` and other data: JSON Schemas made from the types themselves, so that they say
//! what the types say. They lie in `docs/` and are served at `/outcome.schema.json`, `/report.schema.json` …

use super::combined::{Combined, REPORT_SCHEMA};
use super::contents::{Outcome, SCHEMA};
use serde_json::{Map, Value, json};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// Where the description of an API keeps its schemas, and where a schema of its own does.
const OF_AN_API: &str = "#/components/schemas/";
const OF_ITS_OWN: &str = "#/$defs/";

/// The schema of `outcome.json`.
pub fn of_outcome() -> Value {
    published::<Outcome>("A room's outcome", SCHEMA)
}

/// The schema of `report.json`.
pub fn of_report() -> Value {
    published::<Combined>("The report of a meeting", REPORT_SCHEMA)
}

/// A type's schema with everything that it refers to in it.
pub fn published<T: ToSchema + PartialSchema>(title: &str, name: &str) -> Value {
    let mut parts: Vec<(String, RefOr<Schema>)> = Vec::new();
    T::schemas(&mut parts);
    let parts: Map<String, Value> = parts.into_iter().map(|(name, part)| (name, written(&part))).collect();
    let mut whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:{}", name.replace('/', ":")),
        "title": title,
    });
    if let (Some(whole), Value::Object(own)) = (whole.as_object_mut(), written(&T::schema())) {
        whole.extend(own);
        whole.insert("$defs".to_owned(), Value::Object(parts));
    }
    whole
}

fn written(schema: &RefOr<Schema>) -> Value {
    // A schema has no maps with keys other than texts and no numbers that JSON lacks, so this cannot fail.
    refers_inside(serde_json::to_value(schema).unwrap_or_default())
}

/// The same with every reference to a part of this schema.
fn refers_inside(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replacen(OF_AN_API, OF_ITS_OWN, 1)),
        Value::Array(items) => items.into_iter().map(refers_inside).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, refers_inside(value))).collect(),
        other => other,
    }
}
