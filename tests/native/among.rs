//! A receipt says where its figure stands among all of its definition, and nothing that may not be said.

use crate::dataset::bundled;
use linpu::chart::{Spec, Who};
use linpu::measure;
use linpu::model::*;
use linpu::present::Context;
use linpu::present::figures::Row;
use linpu::query::{Selection, is_quantity};
use linpu::state::{Action, Page};
use linpu::text::{Locale, Words};

/// The figures that may stand in one row with a figure, itself among them.
fn row_of(data: &Dataset, id: ObservationId) -> Vec<ObservationId> {
    // Shares of one definition may be of different wholes, each a row.
    let key = |id: ObservationId| {
        let row = data.observation(id);
        let is_share = data.indicator(row.indicator).kind == ValueKind::Share;
        (measure::row_key(data, row), is_share.then_some(row.indicator))
    };
    data.observation_ids().filter(|other| is_quantity(data.observation(*other)) && key(*other) == key(id)).collect()
}

#[test]
fn every_quantity_stands_among_all_of_its_definition_once_and_leads_to_them() {
    let package = bundled();
    let words = Words::new(Locale::ZhHans, package.lexicon.clone());
    let context = Context::new(&package, &words);
    let data = &package.data;
    let everything = package.tables.find(&Selection::default());
    let (mut alone, mut compared) = (0, 0);
    for id in data.observation_ids() {
        let row = data.observation(id);
        let Some(among) = context.among(id, None) else {
            assert!(!is_quantity(row), "{} has no place", row.key);
            continue;
        };
        let all = row_of(data, id);
        let Some(Spec::StripChart(chart)) = &among.strip else {
            alone += 1;
            assert!(all == [id] && among.more.is_none() && among.says.contains("只有这一个数字"), "{}", row.key);
            continue;
        };
        compared += 1;
        let dots: Vec<_> = chart.blocks.iter().flat_map(|block| &block.rows).flat_map(|row| &row.dots).collect();
        let lit: Vec<&str> = dots.iter().filter(|dot| dot.who == Who::Lit).map(|dot| dot.key.as_str()).collect();
        assert_eq!((dots.len(), lit), (all.len(), vec![row.key.as_str()]), "{}", row.key);
        let mut places: Vec<CommunityId> = all.iter().map(|id| data.observation(*id).community).collect();
        places.dedup();
        let count = places.len();
        assert!(count == 1 || among.says.contains(&format!("有{count}个")), "{}: {}", row.key, among.says);
        // A rank only among what is exact and of known times close to each other.
        let exact: Vec<ObservationId> =
            all.iter().copied().filter(|id| data.observation(*id).bound == Bound::Exact).collect();
        let may = row.bound == Bound::Exact && exact.len() > 1 && measure::may_rank(data, &exact).is_empty();
        assert_eq!(among.rank.is_some(), may, "{}: {:?}", row.key, among.rank);
        // The way on leads to bars that hold this figure and all the others.
        let Some(Action::Go(Page::Chart(_, Some(indicator)))) = among.more else { panic!("{} leads nowhere", row.key) };
        let card = context.ranked_card(indicator, &everything, &Selection::default(), Default::default());
        let shown = |id: &ObservationId| card.rows.contains(&Row::Figure(*id));
        assert!(all.iter().all(shown), "{} is not among the bars it leads to", row.key);
    }
    assert!(alone > 20 && compared > 200, "{alone} {compared}");
}

/// The row that most report, each community once, all exact and of one year; then one of them only about.
#[test]
fn a_rank_is_said_of_exact_figures_of_one_time_alone() {
    let mut data = bundled().data;
    let dated = data
        .observations
        .iter()
        .find(|row| row.period.years().len() == 1 && !row.bases.any(PeriodBasis::AmbiguousYear) && is_quantity(row));
    let dated = dated.unwrap().clone();
    let households = data.observation_by_key("R001-03").unwrap();
    let all = row_of(&data, households);
    let mut seen = Vec::new();
    for id in &all {
        let row = &mut data.observations[id.0 as usize];
        if seen.contains(&row.community) {
            row.salience = Salience::Label;
            continue;
        }
        seen.push(row.community);
        (row.bound, row.period, row.period_type, row.bases) =
            (Bound::Exact, dated.period.clone(), dated.period_type, dated.bases);
    }
    let mut row: Vec<ObservationId> = row_of(&data, households);
    let value = |data: &Dataset, id: &ObservationId| data.observation(*id).value.unwrap();
    row.sort_by(|a, b| value(&data, b).total_cmp(&value(&data, a)));
    assert!(row.len() > 10, "{}", row.len());
    let ranks = |data: Dataset| {
        let package = linpu::present::Package::new(data, Default::default());
        let words = Words::new(Locale::ZhHans, package.lexicon.clone());
        let context = Context::new(&package, &words);
        row.iter().map(|id| context.among(*id, None).unwrap().rank.unwrap_or_default()).collect::<Vec<_>>()
    };
    let said = ranks(data.clone());
    assert_eq!(said[0], format!("从大到小排第1（{}个确切数字里）。", row.len()));
    assert!(said.iter().all(|rank| rank.starts_with("从大到小")), "{said:?}");
    data.observations[row[0].0 as usize].bound = Bound::About;
    let said = ranks(data);
    assert_eq!((said[0].as_str(), &*said[1]), ("", &*format!("从大到小排第1（{}个确切数字里）。", row.len() - 1)));
}

/// Own figures are drawn beside others and counted nowhere: of one library figure is not made two of one community.
#[test]
fn figures_entered_here_are_no_reports() {
    let data = bundled().data;
    let words = Words::new(Locale::ZhHans, Default::default());
    let alone = data.observation_ids().find(|id| is_quantity(data.observation(*id)) && row_of(&data, *id).len() == 1);
    let alone = alone.unwrap();
    let row = data.observation(alone).clone();
    for (copies, expected) in [(1, "有1个"), (2, "有1个")] {
        let mut data = data.clone();
        let own = CommunityId(data.communities.len() as u32);
        data.communities.push(Community {
            key: "own".into(),
            collection: Collection::Own,
            ..data.community(row.community).clone()
        });
        data.own = Some(own);
        for copy in 0..copies {
            let key = format!("own.{copy}");
            data.observations.push(Observation {
                key,
                community: own,
                value: Some(7.0 + f64::from(copy)),
                ..row.clone()
            });
        }
        let package = linpu::present::Package::new(data, Default::default());
        let context = Context::new(&package, &words);
        let says = context.among(alone, None).unwrap().says;
        assert!(says.contains(expected) && !says.contains("同一个社区") && !says.contains("7"), "{says}");
        // And where nobody else reports it.
        let mut data = package.data.clone();
        data.observations[alone.0 as usize].salience = Salience::Label;
        let package = linpu::present::Package::new(data, Default::default());
        let context = Context::new(&package, &words);
        let id = ObservationId((package.data.observations.len() - 1) as u32);
        let says = context.among(id, None).unwrap().says;
        assert!(says.contains(if copies == 1 { "只有这一个" } else { "只有在这里填写" }), "{says}");
    }
}
