//! The map of tiles: each unit of the first level is a button that filters by it.

use crate::app::context::App;
use crate::app::element::{Element, Node, button, el, live, of_class};
use leptos::prelude::*;
use linpu::present::map::{Tile, TileMap};
use linpu::query::DimId;
use linpu::state::Action;
use linpu::text::Msg;

/// The map as a card; nothing where the package's places have no tiles.
pub fn map_card(app: App) -> Node {
    live(move || {
        let voice = app.voice();
        voice.context().tile_map(&app.found(), &app.selection.get()).map(|map| card(app, map))
    })
}

fn card(app: App, map: TileMap) -> Element {
    let TileMap { title, dim, tiles, steps } = map;
    let scale = steps.into_iter().flat_map(|(step, label)| {
        [of_class("i", "").attr("class", ["m", &step.to_string()].concat()), el("span").with(label)]
    });
    of_class("section", "card map-card")
        .attr("aria-labelledby", "map-title")
        .with(
            of_class("div", "card-head").with(
                el("div")
                    .with(el("h2").attr("id", "map-title").with(title))
                    .with(of_class("p", "metric").with(app.msg(Msg::MapHow))),
            ),
        )
        .with(
            of_class("div", "map")
                .attr("role", "group")
                .attr("aria-labelledby", "map-title")
                .with_all(tiles.into_iter().map(|this| tile(app, dim, this))),
        )
        .with(of_class("p", "scale").with(app.msg(Msg::MapScale)).with_all(scale))
        .with(of_class("p", "scale").with(app.msg(Msg::MapNote)))
}

fn tile(app: App, dim: DimId, tile: Tile) -> Element {
    let is_open = tile.is_open();
    let class =
        ["tile m", &tile.step.to_string(), " x", &tile.column.to_string(), " y", &tile.row.to_string()].concat();
    let option = tile.option;
    let count = (tile.count > 0).then(|| tile.count.to_string());
    button("", move |_| option.into_iter().for_each(|option| app.act(Action::Toggle(dim, option))))
        .attr("class", class)
        .attr("disabled", !is_open)
        .aria("aria-pressed", tile.chosen)
        .attr("title", tile.spoken.clone())
        .with(el("b").with(tile.short))
        .with(count)
        // What is seen comes first, so that it can be called by voice.
        .with(of_class("span", "visually-hidden").with([" ", &tile.spoken].concat()))
}
