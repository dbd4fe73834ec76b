//! The charts of groups: what shares a row and an axis, and that titles say what the rows give.

use crate::dataset::{row, with};
use linpu::chart::{Bar, Mark, Scale, Spec};
use linpu::measure;
use linpu::model::*;
use linpu::present::{figures::Row, strip::Look};
use linpu::query::Selection;
use linpu::state::{OverviewChart, ScaleChoice};
use linpu::text::Locale;

#[test]
fn no_row_mixes_definitions_units_scopes_or_plans_and_no_axis_units() {
    with(Locale::ZhHans, |context| {
        let data = context.data;
        let everything = context.tables.find(&Selection::default());
        for id in OverviewChart::main(data).into_iter().chain(context.other_charts()) {
            let card = context.chart(id, &everything, &Selection::default(), Look::default());
            let Spec::StripChart(chart) = &card.spec else { continue };
            for block in &chart.blocks {
                let first = row(data, &block.rows[0].dots[0].key);
                for strip in &block.rows {
                    let rows: Vec<&Observation> = strip.dots.iter().map(|dot| row(data, &dot.key)).collect();
                    assert_eq!(measure::same_axis(data, first, rows[0]), [], "{}", strip.label);
                    for other in &rows[1..] {
                        assert_eq!(measure::same_row(data, rows[0], other), [], "{}", strip.label);
                    }
                    for (dot, row) in strip.dots.iter().zip(&rows) {
                        let value = measure::in_unit(data, row, first.unit).expect("one unit");
                        assert!((dot.at.value - value).abs() < 1e-9, "{}", dot.key);
                    }
                }
            }
        }
    });
}

#[test]
fn an_axis_holds_every_value_of_its_kind_and_filters_move_nothing() {
    with(Locale::ZhHans, |context| {
        let data = context.data;
        let axes = |selection: &Selection, scale| {
            let found = context.tables.find(selection);
            let charts = OverviewChart::main(data).into_iter().chain(context.other_charts());
            // Nothing folded: what is said in a line has no axis.
            let look = Look { scale, is_whole: true, ..Look::default() };
            let cards = charts.map(|id| context.chart(id, &found, selection, look));
            let mut axes = Vec::new();
            for card in cards {
                let Spec::StripChart(chart) = card.spec else { continue };
                for block in chart.blocks {
                    for dot in block.rows.iter().flat_map(|row| &row.dots) {
                        let value = dot.at.value;
                        let holds = match block.axis.scale {
                            Scale::Linear { end } => (0.0..=end).contains(&value),
                            Scale::Log { from, end } => value == 0.0 || (from..=end).contains(&value),
                        };
                        assert!(holds, "{} {value} {:?}", dot.key, block.axis.scale);
                    }
                    let first = row(data, &block.rows[0].dots[0].key);
                    axes.push((measure::axis_key(data, first), block.axis));
                }
            }
            axes
        };
        for scale in [None, Some(ScaleChoice::Log), Some(ScaleChoice::Linear)] {
            let all = axes(&Selection::default(), scale);
            assert!(all.len() > 20);
            if let Some(choice) = scale {
                let logs = all.iter().filter(|(_, axis)| matches!(axis.scale, Scale::Log { .. })).count();
                assert_eq!(logs > 0, choice == ScaleChoice::Log);
            }
            let province = context.tables.dim("province").unwrap();
            for option in (0..context.tables.options(province).len() as u16).step_by(7) {
                let mut selection = Selection::default();
                selection.set(province, [option].into_iter().collect());
                for (key, axis) in axes(&selection, scale) {
                    assert!(all.iter().any(|(other, same)| *other == key && same.ticks == axis.ticks));
                }
            }
        }
    });
}

/// A title says numbers of the rows and none else: counts of places and definitions, and values as they are shown.
#[test]
fn findings_say_only_what_their_rows_give() {
    let numbers = |text: &str| -> Vec<String> {
        let words = text.split(|char: char| !(char.is_ascii_digit() || char == ',' || char == '.'));
        words.map(|word| word.trim_matches(['.', ',']).to_string()).filter(|word| !word.is_empty()).collect()
    };
    let mut kinds = std::collections::BTreeSet::new();
    for locale in Locale::ALL {
        with(*locale, |context| {
            let data = context.data;
            let mut selections = vec![Selection::default()];
            // Every filter, some of its options: each is drawn in every chart.
            for dim in context.tables.dims() {
                for option in (0..context.tables.options(dim).len() as u16).step_by(9) {
                    let mut selection = Selection::default();
                    selection.set(dim, [option].into_iter().collect());
                    selections.push(selection);
                }
            }
            for selection in selections {
                let found = context.tables.find(&selection);
                for id in OverviewChart::main(data).into_iter().chain(context.other_charts()) {
                    let card = context.chart(id, &found, &selection, Look::default());
                    let figures: Vec<&Observation> = card
                        .rows
                        .iter()
                        .filter_map(|row| match row {
                            Row::Figure(id) => Some(data.observation(*id)),
                            Row::Missing(..) => None,
                        })
                        .collect();
                    let mut may: Vec<String> =
                        figures.iter().flat_map(|row| numbers(&context.value(row).text)).collect();
                    may.extend((0..=found.communities().len()).map(|count| count.to_string()));
                    may.extend((0..=figures.len()).map(|count| count.to_string()));
                    let names = figures
                        .iter()
                        .map(|row| context.indicator(row))
                        .chain(data.codes.iter().map(|code| context.words.text(&code.name)));
                    may.extend(names.flat_map(|name| numbers(&name)));
                    may.extend(data.communities.iter().flat_map(|row| numbers(&context.words.text(&row.name))));
                    for number in numbers(&card.title) {
                        assert!(may.contains(&number), "{number} in {}", card.title);
                    }
                    kinds.insert(card.title.split_whitespace().count() > 3);
                    assert!(!card.title.contains('{') && !card.title.is_empty(), "{}", card.title);
                }
            }
        });
    }
    assert_eq!(kinds.len(), 2);
}

/// A definition by itself: from the greatest down, numbers of rank only where ranks may be, one axis from zero for all of it.
#[test]
fn bars_of_a_definition_stand_in_order_and_have_ranks_only_where_they_may() {
    let mut ranked = 0;
    with(Locale::ZhHans, |context| {
        let data = context.data;
        let found = context.tables.find(&Selection::default());
        for group in context.tables.quantity_groups() {
            for (indicator, _) in context.definitions_of(*group, &found) {
                let card = context.ranked_card(indicator, &found, &Selection::default(), Look::default());
                let Spec::Lanes(lanes) = &card.spec else { panic!("bars") };
                let exact: Vec<ObservationId> = card
                    .rows
                    .iter()
                    .filter_map(|row| if let Row::Figure(id) = row { Some(*id) } else { None })
                    .filter(|id| data.observation(*id).bound == Bound::Exact)
                    .collect();
                let ranks = measure::ranking(data, &exact, false);
                for lane in &lanes.lanes {
                    assert_eq!(lane.axis, lanes.lanes[0].axis, "{}", card.title);
                    let values: Vec<f64> = lane
                        .bars
                        .iter()
                        .map(|bar| if let Mark::Value { value, .. } = bar.mark { value } else { panic!("no value") })
                        .collect();
                    assert!(values.windows(2).all(|pair| pair[0] >= pair[1]), "{values:?}");
                    assert!(values.iter().all(|value| *value <= lane.axis.end), "{values:?}");
                }
                let has_number = |bar: &Bar| bar.label.starts_with(|first: char| first.is_ascii_digit());
                let with_number: Vec<&Bar> =
                    lanes.lanes.iter().flat_map(|lane| &lane.bars).filter(|bar| has_number(bar)).collect();
                match ranks {
                    Ok(ranks) if exact.len() > 1 => {
                        ranked += 1;
                        let numbers: Vec<String> = ranks.iter().map(|rank| format!("{} ", rank.at)).collect();
                        assert_eq!(with_number.len(), exact.len());
                        assert!(with_number.iter().zip(&numbers).all(|(bar, number)| bar.label.starts_with(number)));
                        assert_eq!(lanes.lanes.len(), 1 + usize::from(exact.len() < card.rows.len()));
                    }
                    // One lane, or one for each kind of thing of which it is counted.
                    _ => {
                        let key = |row: &Row| match row {
                            Row::Figure(id) => Some(measure::row_key(data, data.observation(*id))),
                            Row::Missing(..) => None,
                        };
                        let rows: std::collections::BTreeSet<_> = card.rows.iter().map(key).collect();
                        assert_eq!((with_number.len(), lanes.lanes.len()), (0, rows.len()), "{}", card.title);
                        assert!(rows.len() == 1 || lanes.lanes.iter().all(|lane| !lane.title.is_empty()));
                    }
                }
                assert!(card.note.len() > 10 && !card.title.is_empty());
            }
        }
    });
    // The bundled figures are of unlike definitions; the library brings what can be ranked.
    let _ = ranked;
}
