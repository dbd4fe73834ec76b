//! A chart as a file.

use crate::app::context::{App, Download, Saving};
use crate::app::platform;
use leptos::prelude::*;
use linpu::export;
use linpu::present::card::ChartCard;
use linpu::state::Theme;

/// Hands a chart over.
pub fn save(app: App, card: &ChartCard, kind: Download, report: Saving) {
    let voice = app.voice();
    let context = voice.context();
    let file = ["linpu-", &card.id.code(context.data), ".", extension(kind)].concat();
    if let Download::Csv = kind {
        let csv = export::card_csv(&context, card);
        return report(platform::download(&file, "text/csv;charset=utf-8", &csv));
    }
    let dark = app.theme.get_untracked() == Theme::Dark;
    let picture = export::chart_svg(&export::Picture::of(&context, card, dark));
    match kind {
        Download::Png => {
            platform::download_png(&file, &picture.svg, (picture.width_px, picture.height_px), move |done| report(done))
        }
        _ => report(platform::download(&file, "image/svg+xml;charset=utf-8", &picture.svg)),
    }
}

const fn extension(kind: Download) -> &'static str {
    match kind {
        Download::Csv => "csv",
        Download::Svg => "svg",
        Download::Png => "png",
    }
}
