//! Whose turn it is: what is seen changes with the step that changes it, what is out of sight in the frames after it.
//!
//! A step that changes nine charts of which one is in the window is painted when that one is ready. Nobody sees the difference but
//! by the time it takes; paper shows all of it ([`Turns::end`]). What waits out of sight is not even laid out (`data-unseen` in the
//! style sheet) until its turn comes.

use crate::app::platform;
use leptos::prelude::*;

/// What finds the charts of a page.
const CHARTS: &str = ".chart";

/// The id of what the first window does not show: of the page, it is built last.
pub const LATER: &str = "charts-later";

/// The charts that wait for their turn.
#[derive(Clone, Copy)]
pub struct Turns {
    /// The ids of those that wait, the first first.
    waiting: StoredValue<Vec<String>>,
    /// Whether the page is being built.
    is_building: StoredValue<bool>,
    /// Whether the browser has been asked for some time.
    is_called: StoredValue<bool>,
    /// Rings when it is the next one's turn.
    bell: RwSignal<u32>,
    /// Whether nobody minds that what the first window does not show is built last. Asked for before anything is changed, so that
    /// nothing is laid out for it.
    is_out_of_mind: bool,
}

impl Turns {
    /// A page that is being built: charts that the first window does not show may wait.
    pub fn new() -> Turns {
        Turns {
            waiting: StoredValue::new(Vec::new()),
            is_building: StoredValue::new(true),
            is_called: StoredValue::new(false),
            bell: RwSignal::new(0),
            is_out_of_mind: platform::is_out_of_mind(LATER),
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

    /// What the first window does not show waits, as long as the first paint stands there.
    pub fn wait_behind_first_paint(self) {
        if self.is_out_of_mind {
            self.wait_at_first(LATER.to_string());
        }
    }

    /// Before a step: all but the first in sight may wait; those of them that are still in sight once it has grown or shrunk do
    /// so no longer.
    pub fn put_off(self) {
        let before = platform::in_sight(CHARTS);
        let first = before.iter().find(|(_, is_seen)| *is_seen).map(|(id, _)| id.clone());
        // It may have waited since a step before.
        self.come(&|id| first.as_ref() == Some(id));
        let others = before.iter().map(|(id, _)| id).filter(|id| Some(*id) != first.as_ref());
        self.waiting.set_value(others.cloned().collect());
        // Not at once: the step asks where the page is scrolled to, and nothing is to be laid out for that.
        platform::before_frame(move || {
            self.leave_out(&|id| !sees(&before, id), true);
            // Asking where they are lays out the page: not for one alone.
            if before.iter().filter(|(_, is_seen)| *is_seen).nth(1).is_some() {
                let now = platform::in_sight(CHARTS);
                self.come(&|id| sees(&before, id) && sees(&now, id));
            }
        });
    }

    /// It is the turn of some that wait.
    fn come(self, is_it: &dyn Fn(&String) -> bool) {
        self.leave_out(is_it, false);
        self.waiting.update_value(|waiting| waiting.retain(|id| !is_it(id)));
        self.ring();
    }

    fn leave_out(self, is_it: &dyn Fn(&String) -> bool, is_left_out: bool) {
        self.waiting.with_value(|waiting| {
            platform::leave_out(&mut waiting.iter().filter(|id| is_it(id)), is_left_out);
        });
    }

    fn ring(self) {
        self.bell.update(|rings| *rings += 1);
    }

    /// After it: one more whenever the browser has time.
    pub fn go_on(self) {
        self.is_building.set_value(false);
        if self.waiting.with_value(Vec::is_empty) || self.is_called.get_value() {
            return;
        }
        self.is_called.set_value(true);
        platform::when_idle(move || {
            self.is_called.set_value(false);
            let next = self.waiting.with_value(|waiting| waiting.first().cloned());
            let builds = next.as_deref() == Some(LATER);
            self.is_building.set_value(builds);
            self.come(&|id| Some(id) == next.as_ref());
            match builds {
                // The charts it is made of wait for the frame after it.
                true => platform::after_frame(move || self.go_on()),
                false => self.go_on(),
            }
        });
    }

    /// Everything at once: paper, another page or language, or a place far down to which somebody is to be taken.
    pub fn end(self) {
        self.is_building.set_value(false);
        self.come(&|_| true);
    }
}

/// Whether something of a chart is in the window.
fn sees(all: &[(String, bool)], chart: &String) -> bool {
    all.iter().any(|(id, is_seen)| *is_seen && id == chart)
}
