//! What is told: the terms that captions may name, each with its card.

pub mod glossary;
