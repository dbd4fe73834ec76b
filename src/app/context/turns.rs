//! Whose turn it is: what is seen changes with the step that changes it, what is out of sight in the frames after it.
//!
//! A step that changes nine charts of which one is in the window is painted when that one is ready. Nobody sees the difference but
//! by the time it takes; paper shows all of it ([`Turns::end`]). When all had their turn, the style sheet lets the browser leave out
//! what is out of sight (`data-settled`): by then it has measured it, so that nothing jumps.

use crate::app::platform;
use leptos::prelude::*;

/// What finds the charts of a page.
const CHARTS: &str = ".chart";

/// The charts that wait for their turn.
#[derive(Clone, Copy)]
pub struct Turns {
    /// The ids of those that wait, the first first.
    waiting: StoredValue<Vec<String>>,
    /// Whether the page is being built.
    is_building: StoredValue<bool>,
    /// Whether the browser has been asked for some time.
    is_called: StoredValue<bool>,
    /// Whether something has come since that measures something else.
    is_new: StoredValue<bool>,
    /// Rings when it is the next one's turn.
    bell: RwSignal<u32>,
}

impl Turns {
    /// A page that is being built: charts that the first window does not show may wait.
    pub fn new() -> Turns {
        Turns {
            waiting: StoredValue::new(Vec::new()),
            is_building: StoredValue::new(true),
            is_called: StoredValue::new(false),
            is_new: StoredValue::new(false),
            bell: RwSignal::new(0),
        }
    }

    /// Whether a chart is to be worked out now. If not, what asks is run again when it may be.
    pub fn has_come(self, chart: &str) -> bool {
        let waits = self.waiting.with_value(|waiting| waiting.iter().any(|id| id == chart));
        if waits {
            self.bell.track();
        }
        !waits
    }

    /// A chart that is out of sight when the page is built waits until the page is there.
    pub fn wait_at_first(self, chart: String) {
        if self.is_building.get_value() {
            self.waiting.update_value(|waiting| waiting.push(chart));
        }
    }

    /// Before a step: all but the first in sight may wait; those of them that are still in sight once it has grown or shrunk do
    /// so no longer.
    pub fn put_off(self) {
        let before = platform::in_sight(CHARTS);
        let first = before.iter().position(|(_, is_seen)| *is_seen);
        let others = before.iter().enumerate().filter(|(at, _)| Some(*at) != first);
        self.waiting.set_value(others.map(|(_, (id, _))| id.clone()).collect());
        // It may have waited since a step before.
        self.ring();
        if before.iter().filter(|(_, is_seen)| *is_seen).count() < 2 {
            return;
        }
        platform::before_frame(move || {
            let now = platform::in_sight(CHARTS);
            let stays = |id: &String| before.iter().zip(&now).any(|((it, was), (_, is))| it == id && *was && *is);
            self.waiting.update_value(|waiting| waiting.retain(|id| !stays(id)));
            self.ring();
        });
    }

    fn ring(self) {
        self.bell.update(|rings| *rings += 1);
    }

    /// After it: one more whenever the browser has time.
    pub fn go_on(self) {
        self.is_building.set_value(false);
        if self.is_called.get_value() {
            return;
        }
        self.is_called.set_value(true);
        platform::when_idle(move || {
            self.is_called.set_value(false);
            if self.waiting.with_value(Vec::is_empty) && !self.is_new.get_value() {
                // As part of a frame: until the next one the browser takes what it may leave out for left out.
                return platform::before_frame(move || platform::say_settled(!self.is_new.get_value()));
            }
            self.is_new.set_value(false);
            self.waiting.update_value(|waiting| drop((!waiting.is_empty()).then(|| waiting.remove(0))));
            self.ring();
            self.go_on();
        });
    }

    /// Everything at once: paper, another page or language, or a place far down to which somebody is to be taken.
    pub fn end(self) {
        self.is_building.set_value(false);
        self.waiting.set_value(Vec::new());
        self.unsettle();
        self.ring();
    }

    /// Everything measures something else now.
    pub fn unsettle(self) {
        self.is_new.set_value(true);
        platform::say_settled(false);
        self.go_on();
    }
}
