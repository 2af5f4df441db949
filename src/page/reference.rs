//! The API for readers without script: every operation and every type of the OpenAPI document, laid out from it.

use askama::Template;
use serde_json::{Map, Value};

use super::Page;
use super::edition::section_html;
use super::shell::{Shell, Visit};
use crate::ask::Service;
use crate::clinical::Language;

/// The operations of one tag.
struct Group<'a> {
    id: String,
    name: &'a str,
    description: &'a str,
    operations: Vec<Operation<'a>>,
}

struct Operation<'a> {
    id: &'a str,
    method: String,
    path: &'a str,
    summary: &'a str,
    description: &'a str,
    parameters: Vec<Field<'a>>,
    body: Vec<Field<'a>>,
    example: Option<String>,
    responses: Vec<Reply<'a>>,
}

/// A parameter, or a property of a type.
struct Field<'a> {
    name: &'a str,
    kind: Kind<'a>,
    required: bool,
    description: &'a str,
}

/// What a value is: words, and the type of ours that it has.
struct Kind<'a> {
    text: String,
    reference: Option<&'a str>,
}

struct Reply<'a> {
    status: &'a str,
    description: &'a str,
    content: String,
    kind: Option<Kind<'a>>,
}

struct Type<'a> {
    name: &'a str,
    description: &'a str,
    fields: Vec<Field<'a>>,
}

#[derive(Template)]
#[template(path = "reference.html")]
struct Reference<'a> {
    shell: Shell<'a>,
    title: &'a str,
    version: &'a str,
    /// What it is, and the language of that.
    description: String,
    described_in: &'static str,
    groups: Vec<Group<'a>>,
    types: Vec<Type<'a>>,
}

/// The page of the API, from its OpenAPI document.
///
/// # Errors
/// A fault of the program.
pub fn reference_page(service: &Service, visit: &Visit, openapi: &Value) -> Page {
    let document = Document { openapi };
    let info = |name: &str| text(openapi.pointer(&format!("/info/{name}")));
    let (description, described_in) = told(info("description"), visit.language);
    Reference {
        shell: Shell::new(service, visit),
        title: info("title"),
        version: info("version"),
        description: section_html(description, ""),
        described_in,
        groups: document.groups(),
        types: document.types(),
    }
    .render()
}

/// The part of a description that is in the reader's language, else the English one; and in which it is.
fn told(description: &str, language: Language) -> (&str, &'static str) {
    let part = |heading: &str| {
        let (_, rest) = description.split_once(&format!("## {heading}\n"))?;
        Some(rest.split("\n## ").next().unwrap_or(rest))
    };
    match (language, part("Svenska")) {
        (Language::Swedish, Some(swedish)) => (swedish, Language::Swedish.code()),
        _ => (part("English").unwrap_or(description), Language::English.code()),
    }
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

fn entries(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

struct Document<'a> {
    openapi: &'a Value,
}

impl<'a> Document<'a> {
    fn groups(&self) -> Vec<Group<'a>> {
        let tags = items(self.openapi.get("tags")).iter();
        let mut groups: Vec<Group<'a>> = tags
            .map(|tag| Group {
                id: format!("tag-{}", text(tag.get("name")).to_lowercase()),
                name: text(tag.get("name")),
                description: text(tag.get("description")),
                operations: Vec::new(),
            })
            .collect();
        for (path, methods) in entries(self.openapi.get("paths")) {
            for (method, operation) in entries(Some(methods)) {
                let tag = items(operation.get("tags")).first();
                if let Some(group) = groups.iter_mut().find(|group| group.name == text(tag)) {
                    group.operations.push(self.operation(path, method, operation));
                }
            }
        }
        groups.retain(|group| !group.operations.is_empty());
        groups
    }

    fn operation(&self, path: &'a str, method: &str, operation: &'a Value) -> Operation<'a> {
        let parameters = items(operation.get("parameters")).iter().map(|parameter| Field {
            name: text(parameter.get("name")),
            kind: kind(parameter.get("schema")),
            required: parameter.get("required").and_then(Value::as_bool).unwrap_or_default(),
            description: text(parameter.get("description")),
        });
        let body = operation.pointer("/requestBody/content").and_then(|content| entries(Some(content)).next());
        let schema = body.and_then(|(_, media)| self.resolved(media.get("schema")?));
        let example = body.and_then(|(_, media)| {
            let named = entries(media.get("examples")).next().and_then(|(_, example)| example.get("value"));
            serde_json::to_string_pretty(media.get("example").or(named)?).ok()
        });
        let responses = entries(operation.get("responses")).map(|(status, response)| {
            let content = entries(response.get("content")).next();
            Reply {
                status,
                description: text(response.get("description")),
                content: content.map(|(name, _)| name.clone()).unwrap_or_default(),
                kind: content.map(|(_, media)| kind(media.get("schema"))),
            }
        });
        Operation {
            id: text(operation.get("operationId")),
            method: method.to_uppercase(),
            path,
            summary: text(operation.get("summary")),
            description: text(operation.get("description")),
            parameters: parameters.collect(),
            body: schema.map(fields).unwrap_or_default(),
            example,
            responses: responses.collect(),
        }
    }

    fn types(&self) -> Vec<Type<'a>> {
        let types = entries(self.openapi.pointer("/components/schemas"));
        types
            .map(|(name, schema)| Type { name, description: text(schema.get("description")), fields: fields(schema) })
            .collect()
    }

    fn resolved(&self, schema: &'a Value) -> Option<&'a Value> {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => self.openapi.pointer(reference.trim_start_matches('#')),
            None => Some(schema),
        }
    }
}

/// The properties of an object.
fn fields(schema: &Value) -> Vec<Field<'_>> {
    let required = items(schema.get("required"));
    entries(schema.get("properties"))
        .map(|(name, property)| Field {
            name,
            kind: kind(Some(property)),
            required: required.iter().any(|known| known.as_str() == Some(name)),
            description: text(property.get("description")),
        })
        .collect()
}

/// What a schema allows, in the words of JSON Schema.
fn kind(schema: Option<&Value>) -> Kind<'_> {
    let Some(schema) = schema else { return Kind { text: String::new(), reference: None } };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return Kind { text: String::new(), reference: reference.rsplit('/').next() };
    }
    if let Some(item) = schema.get("items") {
        let inner = kind(Some(item));
        return Kind { text: format!("array {}", inner.text).trim_end().to_owned(), reference: inner.reference };
    }
    let alternatives = ["oneOf", "anyOf", "allOf"].iter().find_map(|name| schema.get(name));
    if let Some(alternatives) = alternatives {
        let kinds: Vec<_> = items(Some(alternatives)).iter().map(|part| kind(Some(part))).collect();
        let words: Vec<_> = kinds.iter().map(|kind| kind.text.as_str()).filter(|text| !text.is_empty()).collect();
        return Kind { text: words.join(" | "), reference: kinds.iter().find_map(|kind| kind.reference) };
    }
    let words = match schema.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" | "),
        other => text(other).to_owned(),
    };
    let options: Vec<_> = items(schema.get("enum")).iter().filter_map(Value::as_str).collect();
    let text = if options.is_empty() { words } else { format!("{words}: {}", options.join(", ")) };
    Kind { text, reference: None }
}
