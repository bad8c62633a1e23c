//! What is said in each phase, and on each control.

use super::{
    Amounts, Control, Guess, PLAN, Reason, Scene, Visit, failed,
    phase::Stand,
    ways::{AT_ONCE, eve},
};
use crate::{
    story::CHAPTERS,
    text::{Language, Sentence, describe::kiosk as say},
};

impl Visit {
    /// What is said. `guesses` are today's, as the counters have them. While a chapter is told, the guide speaks. Ask for it when the
    /// phase or the cue is another, not with every frame.
    #[must_use]
    pub fn caption(&self, guesses: [u64; Guess::ALL.len()]) -> Sentence {
        let language = self.language();
        let plain = |key: &str| language.sentence(key, &[]).unwrap_or_default();
        if let Some(warning) = self.warning() {
            return plain(match warning.reason {
                Reason::Idle => "kiosk.said.warning.idle",
                Reason::Time => "kiosk.said.warning.time",
                Reason::Last => "kiosk.said.warning.last",
                Reason::Over => "kiosk.said.warning.over",
            });
        }
        match self.stand {
            Stand::Attract => match self.attract().scene {
                Scene::Crossing => plain("kiosk.said.attract.crossing"),
                Scene::Bet => plain("kiosk.said.attract.bet"),
                Scene::Guesses => {
                    let amounts = Amounts::new();
                    say::guesses(Guess::ALL.map(|guess| (amounts.of(guess), guesses[guess as usize])), language)
                }
            },
            Stand::Hook => say::hook(&eve().scenario, language),
            Stand::Bet => plain("kiosk.said.bet"),
            Stand::Reveal => say::reveal(self.guessed(), language),
            Stand::Choose => match self.way() {
                Some(way) => say::more(failed(way), language),
                None => {
                    let failed = failed(AT_ONCE.release());
                    let right = self.guess() == Some(Amounts::new().nearest(failed));
                    say::revealed(failed, self.guessed(), right, language)
                }
            },
            Stand::Watch(way) => say::watch(way, language),
            Stand::Home => {
                let way = self.way().unwrap_or_default();
                say::home(failed(AT_ONCE.release()), way, failed(way), language)
            }
            Stand::Pick(chapter) => {
                CHAPTERS.get(usize::from(chapter)).map(|chapter| say::offer(chapter, language)).unwrap_or_default()
            }
            Stand::Told(_) => Sentence::default(),
            Stand::Free => plain("kiosk.said.free"),
        }
    }

    /// Which part of the ninety seconds it is, in words; nothing before and after them.
    #[must_use]
    pub fn step(&self) -> Option<String> {
        let part = PLAN.iter().position(|(phase, _)| *phase == self.stand.phase())?;
        Some(say::step(part as u64 + 1, PLAN.len() as u64, self.language()))
    }

    /// The phase's name, for whoever does not see the screen.
    #[must_use]
    pub fn name(&self) -> String {
        self.language().text(&format!("kiosk.phase.{}", self.phase().id()))
    }

    /// How long the warning waits, in words.
    #[must_use]
    pub fn left(&self) -> Option<String> {
        self.warning().map(|warning| say::left(warning.left_ms, self.language()))
    }

    /// Orders that the visitor guessed.
    fn guessed(&self) -> u64 {
        Amounts::new().of(self.guess().unwrap_or(Guess::Many))
    }
}

impl Control {
    /// What stands on it. A start button speaks the language that it chooses.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        match self {
            Self::Begin(language) => language.text("kiosk.control.begin"),
            Self::Bet(guess) => say::guess(Amounts::new().of(guess), language),
            Self::Choose(way) => say::way(way.id(), language),
            _ => language.text(&format!("kiosk.control.{}", self.id())),
        }
    }
}
