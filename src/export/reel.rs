//! What is photographed: films, picture by picture.

use super::offer::Form;
use naru_core::{
    session::Session,
    story::{CHAPTERS, Chapter, Tour, Way},
    text::describe::{Film, Shot},
};

/// Of what a film is made.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// The story that the choices on the screen tell.
    Journey,
    /// What the guide tells now: one beat.
    Scene,
    /// A chapter.
    Chapter(&'static Chapter),
}

/// Films one after the other, each with so many pictures.
#[derive(Clone, Debug, Default)]
pub struct Reel {
    /// Films, and how many pictures there are of each.
    pub parts: Vec<(Film, u64)>,
    every_ms: u64,
}

impl Reel {
    /// What a form shows: the moment of a session, what a film is made `of`, or all chapters.
    pub fn new(form: Form, session: &Session, of: Of) -> Self {
        let (language, every_ms) = (session.language, form.every_ms());
        let films = match form {
            Form::Png | Form::Svg => vec![Film { shots: vec![moment(session)] }],
            Form::Video | Form::Gif => vec![match (of, tour(session)) {
                (Of::Chapter(chapter), _) => Film::of_chapter(chapter, language),
                (Of::Scene, Some(tour)) => Film::of_beat(&tour, language),
                (Of::Scene | Of::Journey, _) => Film::of_journey(session.scenario()),
            }],
            Form::Deck | Form::MovingDeck => {
                CHAPTERS.into_iter().map(|chapter| Film::telling(chapter, language)).collect()
            }
        };
        let count = |film: Film| {
            let pictures = if form.is_film() || form == Form::MovingDeck { film.pictures(every_ms) } else { 1 };
            (film, pictures)
        };
        Self { parts: films.into_iter().map(count).collect(), every_ms }
    }

    /// How many pictures there are.
    pub fn pictures(&self) -> u64 {
        self.parts.iter().map(|(_, pictures)| pictures).sum()
    }

    /// Milliseconds of all films.
    pub fn length(&self) -> u64 {
        self.parts.iter().map(|(film, _)| film.length()).sum()
    }

    /// What a picture shows, by its number: the shot, and the place of its show.
    pub fn at(&self, number: u64) -> Option<(&Shot, u64)> {
        let mut rest = number;
        for (film, pictures) in &self.parts {
            if rest < *pictures {
                // A film of one picture is seen at its end; of others the last picture is its end.
                let ms = if rest + 1 == *pictures { film.length() } else { rest * self.every_ms };
                return film.at(ms);
            }
            rest -= pictures;
        }
        None
    }
}

/// The tour that a session tells, unless the person has left its way.
pub fn tour(session: &Session) -> Option<Tour> {
    let told = session.told().filter(|_| !session.strayed())?;
    let way = if told.tour.is_empty() { Way::One.id() } else { &told.tour };
    Tour::find(way, &told.chapter, &told.beat)
}

/// The moment at which a session stands.
fn moment(session: &Session) -> Shot {
    let place = session.place;
    Shot { tour: tour(session), scenario: session.scenario().clone(), from: place, until: place, lasts: 0 }
}
