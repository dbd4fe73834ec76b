//! One figure by itself: its receipt as a page, with an address that can be cited and embedded.

use crate::app::components::far::receipt;
use crate::app::context::App;
use crate::app::element::{Node, el, live, many, of_class};
use linpu::model::ObservationId;
use linpu::text::FarMsg;

/// The id of what stands here in the place of the drawer.
const HERE: &str = "figure";

/// The page of a figure.
pub fn figure(app: App, id: ObservationId) -> Node {
    live(move || {
        let title = app.voice().context().page_name(linpu::state::Page::Figure(id));
        let head = of_class("div", "intro")
            .with(el("h1").with(title))
            .with(of_class("p", "lead").with(app.msg(FarMsg::FigurePage)));
        let receipt = of_class("article", "card receipt-page").attr("id", HERE).with(receipt::in_place(app, id, HERE));
        many([head, receipt])
    })
}
