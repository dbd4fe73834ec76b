//! How large everything is: the switch for older readers, sizes, and reading aloud.

use crate::app::context::App;
use crate::app::element::{Element, Node, button, many, of_class};
use crate::app::platform;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use linpu::present::layout;
use linpu::present::receipt::Receipt;
use linpu::state::{Action, Size};
use linpu::text::{FarMsg, Words};

const KEY: &str = "linpu.size";

/// The size in force: of the link, or as this browser last chose.
fn size(app: App) -> Size {
    let chosen = app.view.with(|view| view.size);
    chosen.or_else(|| Size::from_code(&platform::remembered(KEY)?)).unwrap_or_default()
}

/// From now on sizes are shown.
pub fn listen(app: App) {
    platform::meet_darkness();
    let sized = RenderEffect::new(move |before: Option<Size>| {
        let size = size(app);
        if before.unwrap_or_default() != size {
            platform::enlarge(size.code(), size.times(), layout::scaled);
            app.viewport_px.set(platform::viewport_width());
        }
        size
    });
    // As long as the page.
    std::mem::forget(sized);
}

fn choose(app: App, size: Size) {
    let _ = platform::remember(KEY, size.code());
    app.act(Action::ChooseSize(size));
}

/// The switch to and from the view for older readers; with the sizes, where all of it is asked for. Nothing in the first paint.
pub fn reading(app: App, all: bool) -> Node {
    if app.viewport_px.get().is_none() {
        return Node::Nothing;
    }
    let now = size(app);
    let elder = button("plain elder", move |_| choose(app, if now == Size::Elder { Size::Usual } else { Size::Elder }))
        .aria("aria-pressed", now == Size::Elder)
        .with(app.msg(FarMsg::Elder));
    if !all {
        return elder.into();
    }
    let sizes = Size::ALL.into_iter().filter(|size| *size != Size::Elder).map(|size| {
        button("plain", move |_| choose(app, size)).aria("aria-pressed", now == size).with([size.code(), "%"].concat())
    });
    let group = of_class("div", "sizes").attr("role", "group").attr("aria-label", app.msg(FarMsg::TextSize));
    many([group.with(of_class("span", "detail").with(app.msg(FarMsg::TextSize))).with_all(sizes).with(elder)])
}

/// The button that reads a figure and its quotation aloud; for older readers, where the browser has a voice.
pub fn aloud(app: App, words: &Words, receipt: &Receipt) -> Option<Element> {
    if size(app) != Size::Elder || !platform::can_speak() {
        return None;
    }
    let lang = words.locale.html_lang();
    let figure = [receipt.community.1.as_str(), &receipt.indicator, &receipt.value].join(&words.pair("，", ", "));
    let texts = [(lang.to_string(), figure), (receipt.quote_lang.clone(), receipt.quote.clone())];
    Some(button("plain", move |_| platform::speak(&texts)).with(words.msg(FarMsg::ReadAloud)))
}
