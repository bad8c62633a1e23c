//! The screens that pictures are taken on: size, day or night, language.

use naru_core::{link::Theme, text::Language};
use serde_json::{Value, json};

/// A screen's size, in CSS pixels, and how many of its pictures lie side by side on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    name: &'static str,
    width: u16,
    height: u16,
    across: u8,
}

const PHONE: Size = Size { name: "phone", width: 390, height: 844, across: 6 };
/// Where films are taken.
pub const LAPTOP: Size = Size { name: "laptop", width: 1366, height: 768, across: 4 };
const SLIDE: Size = Size { name: "slide", width: 1920, height: 1080, across: 4 };
const KIOSK: Size = Size { name: "kiosk", width: 1080, height: 1920, across: 6 };
const FRAME: Size = Size { name: "frame", width: 640, height: 360, across: 4 };

/// How the page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The screen.
    pub size: Size,
    /// Day or night.
    pub theme: Theme,
    /// The language.
    pub language: Language,
}

impl Look {
    /// Its name, for files: `laptop-en-day`.
    pub fn name(&self) -> String {
        format!("{}-{}-{}", self.size.name, self.language.id(), self.theme.id())
    }

    /// As the driver reads it.
    pub fn json(&self) -> Value {
        let Size { width, height, across, .. } = self.size;
        let (theme, language) = (self.theme.id(), self.language.id());
        json!({
            "name": self.name(), "width": width, "height": height, "across": across, "theme": theme, "lang": language,
        })
    }
}

/// All looks, or those of the inner loop: one of each language and theme, at the sizes that differ most.
pub fn all(quick: bool) -> Vec<Look> {
    let sizes: &[Size] = if quick { &[LAPTOP, PHONE] } else { &[LAPTOP, PHONE, SLIDE, KIOSK, FRAME] };
    let kept = |look: &Look| !quick || (look.language == Language::default()) == (look.theme == Theme::default());
    let looks = sizes.iter().flat_map(|size| {
        let of = |language: Language| Theme::ALL.map(|theme| Look { size: *size, theme, language });
        Language::ALL.into_iter().flat_map(of)
    });
    looks.filter(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_is_seen_in_both_languages_by_day_and_by_night() {
        assert_eq!(all(false).len(), 5 * 2 * 2);
        let quick: Vec<String> = all(true).iter().map(Look::name).collect();
        assert_eq!(quick, ["laptop-en-day", "laptop-ko-night", "phone-en-day", "phone-ko-night"]);
    }
}
