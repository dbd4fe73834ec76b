//! What stands around the charts: filters, map, key, sizes.

use super::*;
use linpu::chart::draw::draw;
use linpu::present::layout::{Room, Window, drawn, receipt_px, relay_px};
use linpu::state::OverviewChart;

#[test]
fn filters_and_map() {
    for (name, package) in [("filters", package()), ("filters-own", with_own())] {
        room(name, package, &ALL, |context, book| {
            for (name, selection, found) in found(package) {
                let bar = context.filter_bar(&found, &selection);
                book.say(format!("{name} bar"), (&bar.switch, bar.all, bar.chosen, context.announcement(&found)));
                book.say(format!("{name} chips"), (context.chips(&selection), context.filters_line(&selection)));
                for menu in &bar.menus {
                    book.say(format!("{name} {}", menu.key), menu);
                    for facet in context.facets_of(menu, &found, &selection) {
                        let options = facet.options.iter();
                        let options: Vec<_> = options
                            .map(|it| (&it.label, it.number, it.percent, it.chosen, it.empty.is_some()))
                            .collect();
                        book.say(format!("{name} {} options", facet.key), options);
                        book.say(format!("{name} {} facet", facet.key), &facet);
                        let called = |typed: &str| facet.options.iter().filter(|it| it.matches(typed)).count();
                        book.say(format!("{name} {} called", facet.key), ["", "省", " 1 ", "CHANG", "区"].map(called));
                    }
                }
                let map = context.tile_map(&found, &selection).unwrap();
                book.say(format!("{name} map"), (&map.title, map.dim, &map.steps));
                let tiles =
                    map.tiles.iter().map(|tile| (&tile.short, tile.count, tile.step, tile.is_open(), tile.chosen));
                book.say(format!("{name} tiles"), (tiles.collect::<Vec<_>>(), &map.tiles));
            }
        });
    }
}

#[test]
fn keys_and_sizes() {
    room("keys", package(), &BOTH, |context, book| {
        book.each("key", context.page_key());
        let everything = context.tables.find(&Selection::default());
        let cases = &found(package())[2];
        let spec = |chart, found| context.chart(chart, found, &Selection::default(), Look::default()).spec;
        let group = OverviewChart::main(context.data)[0];
        let specs = [(group, &everything), (OverviewChart::Coverage, &everything), (OverviewChart::Coverage, &cases.2)];
        for (chart, found) in specs.into_iter().chain([(OverviewChart::Timeline, &everything)]) {
            let spec = spec(chart, found);
            let name = chart.word(context.data);
            book.say(format!("{name} key"), context.key(&spec, 720.0));
        }
        let timeline = spec(OverviewChart::Timeline, &everything);
        for room in [Room::Column, Room::Band, Room::Page] {
            for page in
                [None].into_iter().chain([200.0, 320.0, 390.0, 599.0, 600.0, 1199.0, 1200.0, 1440.0, 2560.0].map(Some))
            {
                let drawn = drawn(page, room, &timeline, draw).into_iter().map(|it| (it.class, it.scene.width_px));
                book.say(format!("{room:?} {page:?}"), drawn.collect::<Vec<_>>());
            }
        }
        for page in [None].into_iter().chain([300.0, 479.0, 480.0, 599.0, 600.0, 1440.0].map(Some)) {
            let relays = [0, 1, 4, 7, 8, 9, 12, 16].map(|lanes| relay_px(page, lanes));
            book.say(format!("drawer {page:?}"), (receipt_px(page, false), receipt_px(page, true), relays));
        }
        for (rows, row_height, top, height) in [
            (120, 48.0, 0.0, 600.0),
            (120, 48.0, 4800.0, 600.0),
            (120, 0.0, 50.0, 10.0),
            (9, 48.0, 1e6, 600.0),
            (500, 31.5, 777.7, 333.3),
        ] {
            book.say(
                format!("window {rows} {row_height} {top} {height}"),
                Window::new(rows, row_height, top, height, None),
            );
        }
        book.say(
            "whole",
            [(5000, 1), (5001, 1), (0, 9), (1000, 5), (1000, 6)].map(|(rows, columns)| Window::whole(rows, columns)),
        );
    });
}
