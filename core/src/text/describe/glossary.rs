//! Looking terms up.

use super::super::{
    Language,
    korean::{initials, is_initials},
};
use crate::story::glossary::TERMS;

/// A term's name.
#[must_use]
pub fn term(id: &str, language: Language) -> String {
    language.text(&format!("term.{id}.name"))
}

/// The terms that somebody may look for: first those whose names have the words in them, then those whose cards have. In Korean
/// also by initial consonants. Everything, by name, where nothing is asked.
#[must_use]
pub fn look_up(query: &str, language: Language) -> Vec<&'static str> {
    let query = query.trim().to_lowercase();
    let mut terms: Vec<(&'static str, String)> =
        TERMS.into_iter().map(|id| (id, term(id, language).to_lowercase())).collect();
    terms.sort_by(|(_, one), (_, other)| one.cmp(other));
    let named = |name: &str| {
        let by_initials = is_initials(&query) && initials(name).contains(&query);
        by_initials || name.contains(&query)
    };
    let on_card = |id: &str| {
        ["harbour", "software", "engineers"].iter().any(|layer| {
            let sentence = language.sentence(&format!("term.{id}.{layer}"), &[]).unwrap_or_default();
            sentence.to_string().to_lowercase().contains(&query)
        })
    };
    let first = terms.iter().filter(|(_, name)| named(name));
    let then = terms.iter().filter(|(id, name)| !named(name) && on_card(id));
    first.chain(then).map(|(id, _)| *id).collect()
}
