//! Headline tiles and the headline table.

use super::figure::FigureButton;
use crate::app::context::App;
use leptos::prelude::*;
use linpu::present::headline::{HeadlineCell, HeadlineRow};
use linpu::state::{Action, Page};
use linpu::text::Msg;

/// What is reported at all.
#[component]
pub fn Tiles() -> impl IntoView {
    let app = App::here();
    let tiles = Memo::new(move |_| app.say_found(|context, found, _| context.tiles(found)));
    view! {
        <section class="tiles" aria-label=app.label(Msg::HeadlineTitle)>
            {move || tiles.get().into_iter().map(|tile| view! {
                <div class="tile">
                    <p class="tile-label">{tile.label}</p>
                    <p class="tile-figure">{tile.figure}</p>
                    <p class="tile-detail">{tile.detail}</p>
                </div>
            }).collect_view()}
        </section>
    }
}

/// The main figures of each community.
#[component]
pub fn HeadlineTable() -> impl IntoView {
    let app = App::here();
    let table = Memo::new(move |_| app.say_found(|context, found, _| context.headline_table(found)));
    let cell = move |cell: HeadlineCell, head: String| match cell {
        HeadlineCell::Missing(why) => view! { <td class="missing" data-label=head>{why}</td> }.into_any(),
        HeadlineCell::Figures(figures, more) => {
            let more = (more > 0).then(|| app.say(|context| context.words.fill(Msg::AndMore, &[&more.to_string()])));
            view! {
                <td data-label=head>
                    {figures.into_iter().map(|figure| view! {
                        <div class="cell-figure">
                            <FigureButton id=figure.id value=figure.value spoken=figure.spoken/>
                            <span class="detail">{figure.detail}</span>
                        </div>
                    }).collect_view()}
                    {more.map(|more| view! { <span class="detail">{more}</span> })}
                </td>
            }
            .into_any()
        }
    };
    let row = move |row: HeadlineRow, heads: &[String]| {
        let community = row.community;
        view! {
            <tr>
                <th scope="row">
                    <a href=move || app.href(Action::Go(Page::Community(community)))>{row.name}</a>
                    <span class="detail">{row.place}</span>
                </th>
                {row.cells.into_iter().zip(heads.iter().cloned()).map(|(this, head)| cell(this, head)).collect_view()}
            </tr>
        }
    };
    view! {
        <section class="card headline" aria-labelledby="headline-title">
            <h2 id="headline-title">{app.t(Msg::HeadlineTable)}</h2>
            <p class="note">{app.t(Msg::HeadlineTableNote)}</p>
            {move || {
                let (heads, rows) = table.get();
                view! {
                    <table class="stacking">
                        <thead>
                            <tr>
                                <th scope="col">{app.msg(Msg::ColCommunity)}</th>
                                {heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view()}
                            </tr>
                        </thead>
                        <tbody>{rows.into_iter().map(|this| row(this, &heads)).collect_view()}</tbody>
                    </table>
                }
            }}
        </section>
    }
}
