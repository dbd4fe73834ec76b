//! What a portal needs to show a view of ours: snippets to paste.
//!
//! Owns: the snippets, what a view is with and without its frame. Deliberately absent: what an embedded view looks like (`state::embed`).

use super::Context;
use crate::chart::theme::contrast;
use crate::chart::{Ink, Theme};
use crate::state::embed::{Accent, Embed, KEYS};
use crate::state::{Page, Theme as Wanted, ViewState, url};
use crate::text::{FarMsg, Msg, plain};

/// The file beside the page that makes frames as high as what is in them.
pub const SCRIPT: &str = "embed.js";

/// What is pasted into a page of a portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippets {
    /// The address of the embedded view.
    pub address: String,
    /// A frame of one height.
    pub frame: String,
    /// A frame that becomes as high as what is in it.
    pub resized: String,
    /// A picture that leads to the view.
    pub picture: Option<String>,
}

impl Context<'_> {
    /// What any page is called.
    pub fn page_name(&self, page: Page) -> String {
        self.title(page).unwrap_or_else(|| match page {
            Page::Figure(id) => self.spoken(self.data.observation(id)),
            _ => self.words.msg(FarMsg::Embed),
        })
    }

    /// Snippets for a view: the page at an address (without fragment), how high it is at the width it was tried at, and the name of
    /// the picture file where there is one.
    pub fn snippets(&self, view: &ViewState, base: &str, height_px: u32, picture: Option<&str>) -> Snippets {
        let title = [self.page_name(view.page), self.words.msg(Msg::AppName)].join(" · ");
        let address = [base, "#", &url::encode(view, self.data, self.tables)].concat();
        let whole = [base, "#", &url::encode(&unembedded(view), self.data, self.tables)].concat();
        let (title, quoted) = (xml(&title), xml(&address));
        let frame = |more: &str| {
            format!(
                "<iframe src=\"{quoted}\" title=\"{title}\"{more} width=\"100%\" height=\"{height_px}\" frameborder=\"0\" \
                 loading=\"lazy\" sandbox=\"allow-scripts allow-same-origin allow-popups allow-downloads\" \
                 allow=\"clipboard-write\"></iframe>"
            )
        };
        let folder = base.rfind('/').map_or("", |at| &base[..=at]);
        let script = format!("\n<script src=\"{}\"></script>", xml(&[folder, SCRIPT].concat()));
        Snippets {
            frame: frame(""),
            resized: frame(" data-linpu") + &script,
            picture: picture.map(|file| {
                let [whole, file] = [whole.as_str(), file].map(xml);
                format!("<a href=\"{whole}\"><img src=\"{file}\" alt=\"{title}\" width=\"100%\"></a>")
            }),
            address,
        }
    }
}

/// The same view as a page by itself.
pub fn unembedded(view: &ViewState) -> ViewState {
    let mut whole = view.clone();
    whole.kept.retain(|(key, _)| !KEYS.contains(&key.as_str()));
    whole
}

/// A view as it is embedded: one page of it with its filters, nothing opened over it.
pub fn embedded(view: &ViewState, page: Page, embed: &Embed) -> ViewState {
    let mut embedded = unembedded(view);
    (embedded.page, embedded.receipt) = (page, None);
    embedded.kept.extend(embed.pairs());
    embedded
}

/// Why a colour is not taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NoAccent {
    /// It is not six hexadecimal digits.
    Unread,
    /// It stands out too little from the paper of the theme: by this much.
    Faint(f64),
}

/// How much ink must stand out from paper (WCAG 2.2, 1.4.3): the accent is the colour of words.
const LEAST_CONTRAST: f64 = 4.5;

/// The colour that somebody typed, if any, where it can be read in a theme; where the system chooses, in both.
pub fn accent(typed: &str, theme: Wanted) -> Result<Option<Accent>, NoAccent> {
    match typed.trim() {
        "" => Ok(None),
        typed => readable(Accent::read(typed).ok_or(NoAccent::Unread)?, theme).map(Some),
    }
}

/// A colour where it can be read in a theme; where the system chooses, in both.
pub fn readable(accent: Accent, theme: Wanted) -> Result<Accent, NoAccent> {
    let [light, dark] = [Theme::light(), Theme::dark()].map(|theme| contrast(&accent.css(), theme.color(Ink::Paper)));
    let ratio = match theme {
        Wanted::Light => light,
        Wanted::Dark => dark,
        Wanted::System => light.min(dark),
    };
    if ratio >= LEAST_CONTRAST { Ok(accent) } else { Err(NoAccent::Faint(ratio)) }
}

/// Text as an attribute holds it.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|character| plain::push_xml(&mut out, character));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_taken_where_words_in_it_can_be_read() {
        let red = Accent::read("a63a24");
        assert_eq!(accent("", Wanted::Light), Ok(None));
        assert_eq!(accent(" #A63A24 ", Wanted::Light), Ok(red));
        assert_eq!(accent("a63a2", Wanted::Light), Err(NoAccent::Unread));
        for theme in [Wanted::Dark, Wanted::System] {
            assert!(matches!(accent("a63a24", theme), Err(NoAccent::Faint(ratio)) if ratio < 4.5), "{theme:?}");
        }
        assert!(accent("ffffff", Wanted::Light).is_err() && accent("ffffff", Wanted::Dark).is_ok());
        // Grey of 4.5 on neither paper, and the border: contrast of 4.5 is enough.
        let first = (0..=255_u8)
            .rev()
            .map(|grey| format!("{grey:02x}").repeat(3))
            .find(|grey| accent(grey, Wanted::Light).is_ok());
        let ratio = contrast(&format!("#{}", first.unwrap()), Theme::light().color(Ink::Paper));
        assert!((4.5..4.65).contains(&ratio), "{ratio}");
    }

    #[test]
    fn attributes_hold_any_text() {
        assert_eq!(xml("a\"b<c>&d'"), "a&quot;b&lt;c&gt;&amp;d'");
    }
}
