//! What can be taken along: forms, their sizes, and about how large a file becomes.

use naru_core::link::TextSize;

/// A form in which the harbour can be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One moment, in pixels.
    Png,
    /// One moment, in lines that stay sharp.
    Svg,
    /// A film, in what the browser can write.
    Video,
    /// A film as a picture that moves.
    Gif,
    /// Slides with a picture each.
    Deck,
    /// Slides with a moving picture each.
    MovingDeck,
}

/// A size in pixels: width, height.
pub type Size = (u32, u32);

/// Sizes of stills: as wide as screens are, and as wide as they were.
const STILLS: [Size; 2] = [(1920, 1080), (1440, 1080)];
const VIDEOS: [Size; 3] = [(1280, 720), (1920, 1080), (960, 720)];
const GIFS: [Size; 3] = [(960, 540), (640, 360), (720, 540)];
/// The smallest page on which stage and words have room side by side; smaller pictures are such a page made smaller.
const SMALLEST_PAGE: Size = (1_000, 720);

/// Milliseconds from one picture to the next. A video is smooth; a GIF counts in hundredths of a second, and weighs by its pictures.
const VIDEO_MS: u64 = 50;
const GIF_MS: u64 = 100;

/// Thousandths of a byte that each pixel of a picture takes about, as measured.
const PNG_WEIGHT: u64 = 380;
const VIDEO_WEIGHT: u64 = 11;
const GIF_WEIGHT: u64 = 20;
/// Bytes of an SVG, its letters included.
const SVG_BYTES: u64 = 200_000;

impl Form {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Png, Self::Svg, Self::Video, Self::Gif, Self::Deck, Self::MovingDeck];

    /// Its name on the page, and for the script that makes it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Video => "video",
            Self::Gif => "gif",
            Self::Deck => "deck",
            Self::MovingDeck => "moving-deck",
        }
    }

    /// The keys of its texts: what it is called, and what it is good for.
    pub const fn texts(self) -> [&'static str; 2] {
        match self {
            Self::Png => ["export.form.png", "export.form.png.help"],
            Self::Svg => ["export.form.svg", "export.form.svg.help"],
            Self::Video => ["export.form.video", "export.form.video.help"],
            Self::Gif => ["export.form.gif", "export.form.gif.help"],
            Self::Deck => ["export.form.deck", "export.form.deck.help"],
            Self::MovingDeck => ["export.form.moving-deck", "export.form.moving-deck.help"],
        }
    }

    /// The form of this name.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.id() == id)
    }

    /// Whether it shows one moment.
    pub const fn is_still(self) -> bool {
        matches!(self, Self::Png | Self::Svg)
    }

    /// Whether it shows a story from its beginning to its end.
    pub const fn is_film(self) -> bool {
        matches!(self, Self::Video | Self::Gif)
    }

    /// How large its words are, where they are for a room: a picture on a slide of a deck is smaller than the slide. A still is as
    /// the page has it.
    pub const fn letters(self) -> Option<TextSize> {
        match self {
            Self::Png | Self::Svg => None,
            Self::Video | Self::Gif => Some(TextSize::Large),
            Self::Deck | Self::MovingDeck => Some(TextSize::Largest),
        }
    }

    /// Its sizes, the usual one first.
    pub const fn sizes(self) -> &'static [Size] {
        match self {
            Self::Png | Self::Svg | Self::Deck => &STILLS,
            Self::Video => &VIDEOS,
            Self::Gif | Self::MovingDeck => &GIFS,
        }
    }

    /// Milliseconds from one picture to the next.
    pub const fn every_ms(self) -> u64 {
        if matches!(self, Self::Video) { VIDEO_MS } else { GIF_MS }
    }

    /// About how many bytes so many pictures take.
    pub fn bytes(self, (width, height): Size, pictures: u64) -> u64 {
        let weight = match self {
            Self::Svg => return SVG_BYTES,
            Self::Png | Self::Deck => PNG_WEIGHT,
            Self::Video => VIDEO_WEIGHT,
            Self::Gif | Self::MovingDeck => GIF_WEIGHT,
        };
        u64::from(width) * u64::from(height) * pictures * weight / 1_000
    }
}

/// The page that is laid for a picture of this size.
pub fn page((width, height): Size) -> Size {
    let [across, down] = [(SMALLEST_PAGE.0, width), (SMALLEST_PAGE.1, height)]
        .map(|(least, given)| f64::from(least) / f64::from(given.max(1)));
    let larger = if across > down { across } else { down };
    let scaled = |pixels: u32| if larger > 1.0 { (f64::from(pixels) * larger).round() as u32 } else { pixels };
    (scaled(width), scaled(height))
}
