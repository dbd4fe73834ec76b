//! A chart with everything that belongs to it: title, finding, picture, key, notes, sources, table twin, downloads.

use super::rows::RowsTable;
use super::scene::picture;
use crate::app::context::App;
use crate::app::platform;
use leptos::{ev, prelude::*};
use linpu::chart::{self, Scene, Walk};
use linpu::export;
use linpu::present::charts::{ChartCard, ChartId};
use linpu::present::layout::{self, Drawn};
use linpu::text::Msg;

/// One chart.
#[component]
pub fn ChartFigure(id: ChartId) -> impl IntoView {
    let app = App::here();
    let card = Memo::new(move |_| app.say_found(|context, found, selection| context.chart(id, found, selection)));
    let name = id.code(&app.package().data).to_string();
    let title_id = format!("chart-{name}-title");
    let as_table = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let download = move |kind: Download| {
        failed.set(None);
        let file = format!("linpu-{}.{}", id.code(&app.package().data), kind.extension());
        let report = move |done: Result<(), String>| {
            if let Err(message) = done {
                failed.set(Some(message));
            }
        };
        let card = card.get_untracked();
        match kind {
            Download::Csv => report(platform::download(&file, "text/csv;charset=utf-8", &csv(app, &card))),
            Download::Svg => report(platform::download(
                &file,
                "image/svg+xml;charset=utf-8",
                &export::chart_svg(&frame(app, &card)).svg,
            )),
            Download::Png => {
                let picture = export::chart_svg(&frame(app, &card));
                platform::download_png(&file, &picture.svg, (picture.width, picture.height), report);
            }
        }
    };
    let button = move |kind: Download, msg: Msg| {
        view! { <button type="button" class="plain" on:click=move |_| download(kind)>{move || app.msg(msg)}</button> }
    };
    view! {
        <section class="card chart" class:wide=id.is_wide() id=format!("chart-{name}") aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{move || card.with(|card| card.title.clone())}</h2>
            <p class="finding">{move || card.with(|card| card.summary.clone())}</p>
            <div hidden=as_table>
                <Plot card name=name.clone()/>
            </div>
            <Show when=move || as_table.get()>
                <RowsTable rows=Signal::derive(move || card.with(|card| card.rows.clone())) label=Signal::derive(move || card.with(|card| card.title.clone()))/>
            </Show>
            <p class="note">{move || card.with(|card| card.note.clone())}</p>
            <p class="note missing-line">{move || card.with(|card| card.missing.clone())}</p>
            <p class="source">
                {app.t(Msg::SourceLine)}
                {move || card.with(|card| card.sources.iter().map(|source| {
                    let text = source.text.clone();
                    match &source.url {
                        Some(url) => view! { <a href=url.clone() target="_blank" rel="noopener noreferrer">{text}</a>" " }.into_any(),
                        None => view! { <span>{text}</span>" " }.into_any(),
                    }
                }).collect_view())}
            </p>
            <div class="actions">
                <button type="button" class="plain" aria-pressed=move || if as_table.get() { "true" } else { "false" }
                    on:click=move |_| as_table.update(|shown| *shown = !*shown)>
                    {move || app.msg(if as_table.get() { Msg::ChartPicture } else { Msg::ChartTable })}
                </button>
                {button(Download::Csv, Msg::DownloadCsv)}
                {button(Download::Svg, Msg::DownloadSvg)}
                {button(Download::Png, Msg::DownloadPng)}
            </div>
            <p role="status" class="failure">
                {move || failed.get().map(|message| app.say(|context| context.words.fill(Msg::DownloadFailed, &[&message])))}
            </p>
        </section>
    }
}

#[derive(Clone, Copy)]
enum Download {
    Csv,
    Svg,
    Png,
}

impl Download {
    const fn extension(self) -> &'static str {
        match self {
            Download::Csv => "csv",
            Download::Svg => "svg",
            Download::Png => "png",
        }
    }
}

fn csv(app: App, card: &ChartCard) -> String {
    app.say(|context| export::figures_csv(context, &card.rows, &card.title, &card.filters))
}

fn frame(app: App, card: &ChartCard) -> export::Picture {
    let dark = app.theme.get_untracked() == linpu::state::Theme::Dark;
    app.say(|context| export::Picture::of(context, card, dark))
}

/// The picture: one stop for Tab, arrows from point to point, Enter for the receipt, Esc to leave.
#[component]
fn Plot(card: Memo<ChartCard>, name: String) -> impl IntoView {
    let app = App::here();
    let plot_id = format!("plot-{name}");
    let active = RwSignal::new(None::<usize>);
    // A new spec means other marks: the old place has no meaning.
    let drawn = Memo::new(move |_| {
        active.set(None);
        card.with(|card| layout::drawn(app.viewport.get(), card.id.is_wide(), &card.spec))
    });
    let scene = move || drawn.with(|drawn| drawn.first().map(|drawn| drawn.scene.clone()));
    let open = move |scene: &Scene, at: usize| {
        let action = scene.marks.get(at).and_then(|mark| app.say(|context| context.mark_action(&mark.key)));
        if let Some(action) = action {
            app.act(action);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(scene) = scene() else { return };
        let walk = match event.key().as_str() {
            "ArrowRight" => Walk::Next,
            "ArrowLeft" => Walk::Previous,
            "ArrowDown" => Walk::NextLane,
            "ArrowUp" => Walk::PreviousLane,
            "Home" => Walk::First,
            "End" => Walk::Last,
            "Enter" | " " => {
                event.prevent_default();
                if let Some(at) = active.get_untracked() {
                    open(&scene, at);
                }
                return;
            }
            "Escape" => {
                active.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if !scene.marks.is_empty() {
            let to = active.get_untracked().map_or(0, |from| scene.walk(from, walk));
            active.set(Some(to));
        }
    };
    let pointed = {
        let plot_id = plot_id.clone();
        move |event: &ev::MouseEvent, scene: &Scene| {
            let (x, y) = platform::point_in(event, &format!("{plot_id}-frame"))?;
            scene.mark_at(x * scene.width, y * scene.height)
        }
    };
    let hover = {
        let pointed = pointed.clone();
        move |event: ev::MouseEvent| {
            if let Some(scene) = scene() {
                let at = pointed(&event, &scene);
                if at != active.get_untracked() {
                    active.set(at);
                }
            }
        }
    };
    let click = move |event: ev::MouseEvent| {
        if let Some(scene) = scene()
            && let Some(at) = pointed(&event, &scene)
        {
            active.set(Some(at));
            open(&scene, at);
        }
    };
    let readout = move || {
        let spoken = active.get().and_then(|at| scene()?.marks.get(at).map(|mark| mark.spoken.clone()));
        spoken.unwrap_or_else(|| app.msg(Msg::ChartHow))
    };
    let ring = move || {
        let scene = scene()?;
        let (x, y, width, height) = scene.marks.get(active.get()?)?.bounds;
        let number = chart::decimal;
        let frame = format!("0 0 {} {}", number(scene.width), number(scene.height));
        Some(view! {
            <svg class="ring" viewBox=frame width=number(scene.width) height=number(scene.height) aria-hidden="true" focusable="false">
                <rect x=number(x) y=number(y) width=number(width) height=number(height) rx="3"/>
            </svg>
        })
    };
    let label = move || card.with(|card| format!("{}. {}", card.title, card.summary));
    let pictures =
        move || drawn.with(|drawn| drawn.iter().map(|drawn: &Drawn| picture(&drawn.scene, drawn.class)).collect_view());
    let key = move || {
        drawn.with(|drawn| {
            drawn
                .iter()
                .filter_map(|drawn| {
                    let key = app.say(|context| context.key(&card.with(|card| card.spec.clone()), drawn.scene.width));
                    (!key.ops.is_empty()).then(|| picture(&key, drawn.class))
                })
                .collect_view()
        })
    };
    view! {
        <div
            class="plot"
            id=plot_id.clone()
            tabindex="0"
            role="application"
            aria-roledescription=app.label(Msg::ChartRole)
            aria-label=label
            aria-describedby=format!("{plot_id}-read")
            on:keydown=on_key
            on:mousemove=hover
            on:mouseleave=move |_| active.set(None)
            on:click=click
            on:focus=move |_| if active.get_untracked().is_none() { active.set(Some(0)) }
            on:blur=move |_| active.set(None)
        >
            <div class="plot-frame" id=format!("{plot_id}-frame")>
                {pictures}
                {ring}
            </div>
        </div>
        <p class="readout" id=format!("{plot_id}-read") role="status">{readout}</p>
        <div class="key">{key}</div>
    }
}
