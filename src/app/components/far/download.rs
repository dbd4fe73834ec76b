//! Figures and charts as files.
//!
//! Owns: what the kinds are called, and the buttons that hand them over. May use: `export`. Deliberately absent:
//! what stands in a file; how it reaches a person (`platform`).

use crate::app::components::near::chart::said;
use crate::app::context::{App, Download, Saving};
use crate::app::element::{Element, Event, Node, button, live, of_class};
use crate::app::platform::{self, Fault};
use leptos::prelude::*;
use linpu::export::{self, Selected, readable};
use linpu::present::Context;
use linpu::present::card::ChartCard;
use linpu::state::Theme;
use linpu::text::{FarMsg, Msg};

/// The kinds in which figures leave.
pub const TABLES: [Download; 3] = [Download::Csv, Download::Readable, Download::Workbook];

/// What a kind of file is called.
pub const fn name(kind: Download) -> FarMsg {
    match kind {
        Download::Csv => FarMsg::DownloadTidy,
        Download::Readable => FarMsg::DownloadReadable,
        Download::Workbook => FarMsg::DownloadWorkbook,
        Download::Svg => FarMsg::DownloadSvg,
        Download::Png => FarMsg::DownloadPng,
    }
}

/// Hands a chart over.
pub fn save(app: App, card: &ChartCard, kind: Download, report: Saving) {
    let voice = app.voice();
    let context = voice.context();
    let name = ["linpu-", &card.id.code(context.data)].concat();
    if TABLES.contains(&kind) {
        return report(save_table(&context, &Selected::from(card), kind, &name));
    }
    let dark = app.theme.get_untracked() == Theme::Dark;
    let picture = export::chart_svg(&export::Picture::of(&context, card, dark));
    match kind {
        Download::Png => {
            let size = (picture.width_px, picture.height_px);
            platform::download_png(&[&name, ".png"].concat(), &picture.svg, size, move |done| report(done))
        }
        _ => {
            let mime = "image/svg+xml;charset=utf-8";
            report(platform::download(&[&name, ".svg"].concat(), mime, picture.svg.as_bytes()))
        }
    }
}

/// Hands figures over as a table of a kind.
fn save_table(context: &Context, selected: &Selected, kind: Download, name: &str) -> Result<(), Fault> {
    const CSV: &str = "text/csv;charset=utf-8";
    const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let (end, mime, bytes) = match kind {
        Download::Readable => ("-readable.csv", CSV, readable::csv(context, selected).into_bytes()),
        Download::Workbook => {
            let (address, day) = (platform::address(), platform::today());
            (".xlsx", XLSX, readable::workbook(context, selected, context.seen(&address, &day)))
        }
        _ => (".csv", CSV, export::tidy_csv(context, selected).into_bytes()),
    };
    platform::download(&[name, end].concat(), mime, &bytes)
}

/// Buttons that hand something over, and what became of it. A download that is refused leaves what it holds on the screen.
#[derive(Clone, Copy)]
pub struct Downloads {
    app: App,
    fault: RwSignal<Option<Fault>>,
}

impl Downloads {
    /// Nothing was asked for yet.
    pub fn new(app: App) -> Downloads {
        Downloads { app, fault: RwSignal::new(None) }
    }

    /// A button for a table of a kind; what stands in it is asked for when it is pressed.
    pub fn table(
        self,
        kind: Download,
        file: &'static str,
        with: impl Fn(&mut dyn FnMut(&Context, &Selected)) + 'static,
    ) -> Element {
        let press = move |_: &dyn Event| {
            with(&mut |context, selected| self.fault.set(save_table(context, selected, kind, file).err()));
        };
        button("plain", press).with(self.app.msg(name(kind)))
    }

    /// A button for the data package.
    pub fn package(self) -> Element {
        let press = move |_: &dyn Event| {
            let file = self.app.package().data.about.archive();
            platform::download_package(&file, move |done| self.fault.set(done.err()));
        };
        button("plain", press).with(self.app.msg(FarMsg::DownloadPackage))
    }

    /// Why nothing was handed over.
    pub fn said(self) -> Element {
        let said = move || {
            let voice = self.app.voice();
            let words = voice.context().words;
            Node::from(self.fault.get().map(|fault| words.fill(Msg::DownloadFailed, &[&said(words, fault)])))
        };
        of_class("p", "said").attr("role", "status").with(live(said))
    }
}
