//! What somebody who reads `docs/model.md` relies on: it names every assumption once, with the value, unit and source that the
//! model uses, and the figures in its sentences are the model's own. And what somebody relies on who reads what is assumed in the
//! app: a sentence for each, in every language, with its value.

mod derived;
mod figures;
mod names;
mod page;
mod tables;
mod words;
