//! Patterns of messages: `{name}` inserts a value, `{name|a/b}` picks a word by it, `[term|words]` links to a term's card.

use super::Language;
use crate::model::steps::write_percent;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Word(String),
    /// Words that lead to a term's card.
    Term {
        /// The term.
        id: &'static str,
        /// What stands in the sentence.
        words: String,
    },
    /// A figure of the simulation.
    Number(String),
}

/// A sentence, as pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// The pieces, in order.
    pub spans: Vec<Span>,
}

impl std::fmt::Display for Sentence {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.spans.iter().try_for_each(|span| match span {
            Span::Word(words) | Span::Term { words, .. } | Span::Number(words) => out.write_str(words),
        })
    }
}

/// A value that a message inserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A figure.
    Number(u64),
    /// A share in basis points, shown as per cent.
    Share(u16),
    /// A figure in tenths, shown with a decimal where it needs one.
    Tenths(u64),
    /// A name, already in the language.
    Name(String),
}

impl Arg {
    /// As it is read.
    #[must_use]
    pub fn show(&self) -> String {
        match self {
            Self::Number(number) => grouped(*number),
            Self::Share(share) => format!("{}%", write_percent(*share)),
            Self::Tenths(tenths) if tenths % 10 == 0 => grouped(tenths / 10),
            Self::Tenths(tenths) => format!("{}.{}", grouped(tenths / 10), tenths % 10),
            Self::Name(name) => name.clone(),
        }
    }
}

/// A number with a comma before each three digits, as English and Korean write it.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Fills a pattern. A name that has no value stays as it is written, so that a slip is seen and nothing is lost.
pub fn fill(pattern: &'static str, args: &[(&str, Arg)], language: Language) -> Sentence {
    let mut sentence = Sentence::default();
    let mut rest = pattern;
    // Not cut by places: what says that a place is wrong would be a large part of the download.
    while let Some((before, opened)) = rest.split_once(['{', '[']) {
        let close = if rest.as_bytes().get(before.len()) == Some(&b'{') { '}' } else { ']' };
        let Some((inside, after)) = opened.split_once(close) else { break };
        push_words(&mut sentence, before);
        rest = after;
        let (name, choice) = inside.split_once('|').map_or((inside, None), |(name, choice)| (name, Some(choice)));
        let arg = args.iter().find(|(key, _)| *key == name).map(|(_, arg)| arg);
        match (close, arg, choice) {
            (']', _, words) => sentence.spans.push(Span::Term { id: name, words: words.unwrap_or(name).to_owned() }),
            (_, Some(arg), Some(pair)) => push_words(&mut sentence, language.pick(arg, pair)),
            (_, Some(Arg::Name(name)), None) => push_words(&mut sentence, name),
            (_, Some(arg), None) => sentence.spans.push(Span::Number(arg.show())),
            (_, None, _) => push_words(&mut sentence, &format!("{{{inside}}}")),
        }
    }
    push_words(&mut sentence, rest);
    sentence
}

fn push_words(sentence: &mut Sentence, words: &str) {
    if words.is_empty() {
        return;
    }
    if let Some(Span::Word(last)) = sentence.spans.last_mut() {
        last.push_str(words);
    } else {
        sentence.spans.push(Span::Word(words.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_words_and_terms_are_put_in() {
        let args = [("n", Arg::Number(12_345)), ("share", Arg::Share(550)), ("who", Arg::Name("the baker".to_owned()))];
        let sentence =
            fill("{who} sends {n} {n|order/orders}, {share} by [canary|the canary].", &args, Language::English);
        assert_eq!(sentence.to_string(), "the baker sends 12,345 orders, 5.5% by the canary.");
        assert!(sentence.spans.contains(&Span::Term { id: "canary", words: "the canary".to_owned() }));
        assert!(sentence.spans.contains(&Span::Number("12,345".to_owned())));
    }

    #[test]
    fn korean_particles_follow_the_value() {
        let args = [("n", Arg::Number(3)), ("who", Arg::Name("기획자".to_owned()))];
        assert_eq!(fill("{who}{who|이/가} {n}{n|을/를}", &args, Language::Korean).to_string(), "기획자가 3을");
    }
}
