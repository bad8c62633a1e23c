//! Where the built app will stand, and what other sites are told about embedding it (oEmbed, <https://oembed.com>).

use crate::Usage;
use serde_json::{Value, json};

/// The file that describes how to embed the app.
pub const DESCRIPTION: &str = "oembed.json";

/// The size that is proposed to others: a slide's shape, as wide as an article.
const SIZE: (u32, u32) = (960, 540);
/// The size of `poster.svg`.
const PICTURE: (u32, u32) = (1600, 900);

/// The address of a site: a folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// Reads an address such as `https://your.host/naru/`; the last slash may be missing.
    pub fn read(address: &str) -> Result<Self, Usage> {
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        // What could end an attribute, or stands for something else than a folder.
        let is_plain =
            |rest: &str| rest.chars().all(|letter| letter.is_ascii_graphic() && !"\"'<>&?#\\".contains(letter));
        match host {
            Some(rest) if !rest.trim_matches('/').is_empty() && is_plain(rest) => {
                Ok(Self(format!("{}/", address.trim_end_matches('/'))))
            }
            _ => Err(Usage(format!("`{address}` is not the address of a site, such as https://your.host/naru/."))),
        }
    }

    /// The address, with a slash at its end.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// What the page's head says of the description.
    pub fn link(&self) -> String {
        format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}{DESCRIPTION}\" title=\"Naru\" />\n    ",
            self.0
        )
    }

    /// The description.
    pub fn description(&self) -> Value {
        let Self(site) = self;
        let (width, height) = SIZE;
        json!({
            "version": "1.0",
            "type": "rich",
            "title": "Naru",
            "provider_name": "Naru",
            "provider_url": site,
            "width": width,
            "height": height,
            "html": format!(
                "<iframe src=\"{site}?mode=embed\" width=\"{width}\" height=\"{height}\" title=\"Naru\" \
                 allow=\"fullscreen; autoplay\" loading=\"lazy\" style=\"border:0\"></iframe>"
            ),
            "thumbnail_url": format!("{site}poster.svg"),
            "thumbnail_width": PICTURE.0,
            "thumbnail_height": PICTURE.1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_a_folder_on_the_web() {
        assert_eq!(Site::read("https://a.example/naru").ok(), Site::read("https://a.example/naru/").ok());
        assert!(Site::read("http://127.0.0.1:8080/").is_ok());
        for bad in [
            "",
            "a.example",
            "https://",
            "ftp://a.example/",
            "https://a.example/?x",
            "https://a.example/\"onload=",
            "https://a b/",
        ] {
            assert!(Site::read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_description_has_what_the_format_asks_for() -> anyhow::Result<()> {
        let site = Site::read("https://a.example/naru/")?;
        let description = site.description();
        for key in
            ["version", "type", "html", "width", "height", "thumbnail_url", "thumbnail_width", "thumbnail_height"]
        {
            assert!(!description[key].is_null(), "{key}");
        }
        assert!(
            description["html"]
                .as_str()
                .is_some_and(|html| html.contains("src=\"https://a.example/naru/?mode=embed\""))
        );
        assert!(site.link().contains("href=\"https://a.example/naru/oembed.json\""));
        Ok(())
    }
}
