//! The Fluent messages of one language, read and checked.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::{ParserError, parse};
use unic_langid::LanguageIdentifier;

use super::numbers;
use crate::clinical::Language;
use crate::corpus::{Fault, Files};

/// One message or attribute: where it stands and which variables it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The file, relative to the locale folder.
    pub file: String,
    /// The variables.
    pub variables: BTreeSet<String>,
}

/// The messages of one language.
pub struct Bundle {
    /// Every message (`id`) and attribute (`id.attribute`).
    pub declared: BTreeMap<String, Declared>,
    /// Formats them.
    pub fluent: FluentBundle<FluentResource>,
}

/// Reads the messages of a language: every `.ftl` file in its folder.
pub fn read(language: Language, files: &Files, faults: &mut Vec<Fault>) -> Bundle {
    let mut bundle = Bundle { declared: BTreeMap::new(), fluent: fluent(language) };
    let folder = format!("{language}/");
    for (path, text) in files.iter().filter(|(path, _)| path.starts_with(&folder)) {
        read_file(path, text, &mut bundle.fluent, &mut bundle.declared, faults);
    }
    bundle
}

/// The same, and of `own` the messages that `files` lack.
pub fn read_kept(language: Language, files: &Files, own: &Files, faults: &mut Vec<Fault>) -> Bundle {
    let Bundle { mut declared, mut fluent } = read(language, files, faults);
    let Bundle { declared: all, .. } = read(language, own, faults);
    let folder = format!("{language}/");
    for (_, text) in own.iter().filter(|(path, _)| path.starts_with(&folder)) {
        if let Ok(resource) = FluentResource::try_new(text.to_owned()) {
            // Of a message that is there already nothing changes, which is what this says.
            let _ = fluent.add_resource(resource);
        }
    }
    let lacking = |id: &str| !declared.contains_key(id.split_once('.').map_or(id, |(message, _)| message));
    let added: Vec<_> = all.into_iter().filter(|(id, _)| lacking(id)).collect();
    declared.extend(added);
    Bundle { declared, fluent }
}

fn fluent(language: Language) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut fluent = FluentBundle::new_concurrent(vec![identifier]);
    // Marks round variables would be read out by some screen readers and copied into journals.
    fluent.set_use_isolating(false);
    fluent.set_formatter(Some(match language {
        Language::Swedish => |value, _| formatted(Language::Swedish, value),
        Language::Danish => |value, _| formatted(Language::Danish, value),
        Language::English => |value, _| formatted(Language::English, value),
    }));
    fluent
}

fn formatted(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::number(language, number.value)),
        _ => None,
    }
}

fn read_file(
    path: &str,
    text: &str,
    fluent: &mut FluentBundle<FluentResource>,
    declared: &mut BTreeMap<String, Declared>,
    faults: &mut Vec<Fault>,
) {
    // The parser panics on some malformed escapes, which must not take the program down.
    let parsed = catch_unwind(AssertUnwindSafe(|| (parse(text), FluentResource::try_new(text.to_owned()))));
    let help = "https://projectfluent.org shows how messages are written";
    match parsed {
        Err(_) => faults.push(Fault::error(path, None, "the file cannot be read as Fluent messages", help)),
        Ok((Err((_, errors)), _)) => faults.extend(
            errors
                .into_iter()
                .map(|error: ParserError| Fault::error(path, error.pos, error.kind.to_string().to_lowercase(), help)),
        ),
        Ok((Ok(resource), made)) => {
            for entry in &resource.body {
                declare(path, text, entry, declared, faults);
            }
            if let Ok(resource) = made {
                // A message that stands twice was reported by `declare`; the first one stays.
                let _ = fluent.add_resource(resource);
            }
        }
    }
}

fn declare(
    path: &str,
    text: &str,
    entry: &Entry<&str>,
    declared: &mut BTreeMap<String, Declared>,
    faults: &mut Vec<Fault>,
) {
    let message = match entry {
        Entry::Message(message) => message,
        Entry::Term(_) | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => return,
        Entry::Junk { content } => {
            faults.push(Fault::error(
                path,
                text.find(content).map(|at| at..at + 1),
                "this is no message",
                "mend or remove it",
            ));
            return;
        }
    };
    let own = message.value.iter().map(|pattern| (message.id.name.to_owned(), pattern));
    let attributes = message
        .attributes
        .iter()
        .map(|attribute| (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value));
    for (id, pattern) in own.chain(attributes) {
        let mut variables = BTreeSet::new();
        of_pattern(pattern, &mut variables);
        if let Some(first) = declared.insert(id.clone(), Declared { file: path.to_owned(), variables }) {
            let help = format!("it stands in {} too; keep one of them", first.file);
            faults.push(Fault::error(path, None, format!("message `{id}` stands twice"), help));
        }
    }
}

fn of_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, variables);
        }
    }
}

fn of_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, variables),
        Expression::Select { selector, variants } => {
            of_inline(selector, variables);
            variants.iter().for_each(|variant| of_pattern(&variant.value, variables));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, variables),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| of_inline(argument, variables));
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}
