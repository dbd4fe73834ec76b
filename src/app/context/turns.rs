//! Whose turn it is: what is seen changes with the step that changes it, what is out of sight in the frames after it.
//!
//! A step that changes nine charts of which one is in the window is painted when that one is ready. Nobody sees the difference but
//! by the time it takes; paper shows all of it ([`Turns::end`]).

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
    /// Whether a frame has been asked for.
    is_called: StoredValue<bool>,
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

    /// Before a step: what is out of sight now may wait, and what has come into sight since it was put off no longer does.
    pub fn put_off(self) {
        let unseen = platform::out_of_sight(CHARTS);
        let came = self.waiting.with_value(|waiting| waiting.iter().any(|id| !unseen.contains(id)));
        self.waiting.set_value(unseen);
        if came {
            self.ring();
        }
    }

    fn ring(self) {
        self.bell.update(|rings| *rings += 1);
    }

    /// After it: one more in each frame.
    pub fn go_on(self) {
        self.is_building.set_value(false);
        if self.waiting.with_value(Vec::is_empty) || self.is_called.get_value() {
            return;
        }
        self.is_called.set_value(true);
        platform::after_frame(move || {
            self.is_called.set_value(false);
            self.waiting.update_value(|waiting| drop((!waiting.is_empty()).then(|| waiting.remove(0))));
            self.ring();
            self.go_on();
        });
    }

    /// Everything at once: paper, another page or language, or a place far down to which somebody is to be taken.
    pub fn end(self) {
        self.is_building.set_value(false);
        self.waiting.set_value(Vec::new());
        self.ring();
    }
}
