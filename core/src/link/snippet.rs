//! What somebody puts into a page of their own to have what is on the screen there.

use super::{Link, Manners, Told};
use crate::model::named::{Named, named};

named! {
    /// What the page is made with.
    Snippet {
        /// Anything that takes a frame.
        Frame = "frame",
        /// Anything that takes a script: a picture comes first, the app when it is near.
        Element = "element",
        /// A deck of reveal.js.
        Reveal = "reveal",
        /// A deck of Slidev.
        Slidev = "slidev",
    }
}

impl Manners {
    /// The manners that differ from the usual ones, as pairs of a query.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let usual = Self::default();
        let mut pairs = Vec::new();
        let mut say = |key, value: String, is_usual: bool| {
            if !is_usual {
                pairs.push((key, value));
            }
        };
        let turned = |on| if on { "1" } else { "0" }.to_owned();
        say("controls", self.controls.name().to_owned(), self.controls == usual.controls);
        say("autoplay", turned(self.autoplay), self.autoplay == usual.autoplay);
        say("loop", turned(self.again), self.again == usual.again);
        say("pace", self.pace.name().to_owned(), self.pace == usual.pace);
        say("background", self.background.name().to_owned(), self.background == usual.background);
        say("text", self.text.name().to_owned(), self.text == usual.text);
        say("allow", self.allow.join(","), self.allow == usual.allow);
        pairs
    }
}

/// The address of a frame: a page (without query and fragment), how it looks there, and what it tells.
#[must_use]
pub fn frame_address(page: &str, link: &Link, manners: &Manners) -> String {
    let own = link.query();
    let own = own.strip_prefix('?').into_iter().filter(|own| !own.is_empty()).map(str::to_owned);
    let pairs = manners.pairs().into_iter().map(|(key, value)| format!("{key}={value}"));
    let query: Vec<String> = ["mode=embed".to_owned()].into_iter().chain(own).chain(pairs).collect();
    format!("{page}?{}#{}", query.join("&"), story(link).fragment())
}

/// A frame tells a chapter by itself, and not a whole tour.
fn story(link: &Link) -> Link {
    let told = link.told.as_ref().filter(|told| !told.chapter.is_empty());
    let told = told.map(|told| Told { tour: String::new(), chapter: told.chapter.clone(), beat: String::new() });
    Link { told, ..link.clone() }
}

/// What is put into the page. `site` is the folder in which the app lies, with its slash; `title` names the frame for those who do not see it.
#[must_use]
pub fn snippet(kind: Snippet, site: &str, link: &Link, manners: &Manners, title: &str) -> String {
    let attributes = || {
        let fragment = story(link).fragment();
        let story = fragment.split('&').filter(|pair| !pair.starts_with("v=") && !pair.starts_with("pin="));
        let story =
            story.filter_map(|pair| pair.split_once('=')).map(|(key, value)| (key.to_owned(), value.to_owned()));
        let looks = link.language.map(|language| ("lang".to_owned(), language.id().to_owned()));
        let looks = looks.into_iter().chain(link.theme.map(|theme| ("theme".to_owned(), theme.id().to_owned())));
        let manners = manners.pairs().into_iter().map(|(key, value)| (key.to_owned(), value));
        let all = story.chain(looks).chain(manners).map(|(key, value)| format!(" {key}=\"{}\"", quoted(&value)));
        all.collect::<String>()
    };
    let title = quoted(title);
    match kind {
        Snippet::Frame => format!(
            "<iframe src=\"{}\" title=\"{title}\" width=\"960\" height=\"540\" allow=\"fullscreen; autoplay\" style=\"border: 0\"></iframe>",
            quoted(&frame_address(site, link, manners)),
        ),
        Snippet::Element => format!(
            "<script src=\"{}embed.js\" type=\"module\"></script>\n<naru-harbour{} title=\"{title}\"></naru-harbour>",
            quoted(site),
            attributes(),
        ),
        Snippet::Reveal => format!(
            "<section>\n  <naru-harbour{} title=\"{title}\"></naru-harbour>\n</section>\n\n<script src=\"{site}embed.js\"></script>\n<script src=\"{site}naru-reveal.js\"></script>\n<script>Reveal.initialize({{ plugins: [NaruReveal] }});</script>",
            attributes(),
            site = quoted(site),
        ),
        Snippet::Slidev => {
            format!("<NaruHarbour site=\"{}\"{} class=\"h-full w-full\" />", quoted(site), attributes())
        }
    }
}

/// As a value between quotation marks in HTML.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
