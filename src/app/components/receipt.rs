//! The receipt of a figure, as a dialog at the side.

use crate::app::context::App;
use crate::app::platform;
use leptos::{ev, prelude::*};
use linpu::present::receipt::Receipt;
use linpu::state::{Action, Page};
use linpu::text::Msg;

/// The drawer; closed where no receipt is asked for.
#[component]
pub fn ReceiptDrawer() -> impl IntoView {
    let app = App::here();
    let receipt = Memo::new(move |_| {
        let id = app.view.with(|view| view.receipt)?;
        Some(app.say(|context| context.receipt(id)))
    });
    let close = move || {
        app.act(Action::Close);
        platform::restore_focus();
    };
    Effect::new(move |before: Option<bool>| {
        let open = receipt.with(Option::is_some);
        if open && before != Some(true) {
            platform::focus_later("receipt");
        }
        open
    });
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close();
        } else {
            platform::keep_focus_inside("receipt", &event);
        }
    };
    move || {
        receipt.get().map(|receipt| {
            view! {
                <div class="scrim" on:click=move |_| close()></div>
                <aside id="receipt" class="drawer" role="dialog" aria-modal="true" aria-labelledby="receipt-title" tabindex="-1" on:keydown=on_key>
                    <button type="button" class="close" on:click=move |_| close()>
                        <span aria-hidden="true">"✕ "</span>
                        {app.msg(Msg::Close)}
                    </button>
                    <Body receipt/>
                </aside>
            }
        })
    }
}

#[component]
fn Body(receipt: Receipt) -> impl IntoView {
    let app = App::here();
    let facts = |facts: Vec<(String, String)>| {
        facts.into_iter().map(|(label, text)| view! { <dt>{label}</dt><dd>{text}</dd> }).collect_view()
    };
    let community = app.package().data.observation(receipt.id).community;
    let system = receipt.system.map(|(id, name)| {
        view! {
            <dt>{app.msg(Msg::ReceiptSystem)}</dt>
            <dd>
                <a href=app.href(Action::Go(Page::Community(community))) on:click=move |_| platform::scroll_to(&format!("system-{}", id.0))>
                    {name}
                </a>
            </dd>
        }
    });
    let reading = receipt.quote_reading.map(|reading| {
        view! { <p class="quote-reading"><span class="detail">{app.msg(Msg::ReceiptQuoteReading)}</span>{reading}</p> }
    });
    let link = match receipt.link {
        Some(url) => view! {
            <p><a class="out" href=url target="_blank" rel="noopener noreferrer">{app.msg(Msg::ReceiptLink)}</a></p>
        }
        .into_any(),
        None => view! { <p class="detail">{app.msg(Msg::ReceiptNoLink)}</p> }.into_any(),
    };
    view! {
        <p class="eyebrow">{app.msg(Msg::ReceiptTitle)}</p>
        <h2 id="receipt-title">{receipt.title}</h2>
        <p class="receipt-value">{receipt.value}</p>
        <blockquote lang=receipt.quote_lang>
            <p>{receipt.quote}</p>
        </blockquote>
        {reading}
        {link}
        <dl>{facts(receipt.about)}{system}</dl>
        <h3>{app.msg(Msg::ColSource)}</h3>
        <dl>{facts(receipt.source)}</dl>
        <p class="note">{app.msg(Msg::SelfReported)}</p>
        <Citation msg=Msg::ReceiptCopyGbt text=receipt.gbt/>
        <Citation msg=Msg::ReceiptCopyBibtex text=receipt.bibtex/>
    }
}

/// A citation, shown, and copied where the browser allows it.
#[component]
fn Citation(msg: Msg, text: String) -> impl IntoView {
    let app = App::here();
    let said = RwSignal::new(None::<Msg>);
    let shown = text.clone();
    let copy = move |_| {
        platform::copy(&text, move |copied| said.set(Some(if copied { Msg::Copied } else { Msg::CopyFailed })))
    };
    view! {
        <div class="citation">
            <button type="button" class="plain" on:click=copy>{app.msg(msg)}</button>
            <span role="status" class="detail">{move || said.get().map(|said| app.msg(said))}</span>
            <pre>{shown}</pre>
        </div>
    }
}
