//! The sources' own arithmetic: every check by name against a list of verdicts drawn up from the articles by hand.

use crate::dataset::bundled;
use linpu::measure::{self, Refusal, Verdict};

const EXPECTED: &str = include_str!("../fixtures/expected-checks.csv");

fn verdict(word: &str) -> Verdict {
    match word {
        "confirmed" => Verdict::Confirmed,
        "conflicting" => Verdict::Conflicting,
        "derived" => Verdict::Derived,
        "bounded" => Verdict::Bounded,
        "invalid" => Verdict::Invalid,
        "unverifiable" => Verdict::Unverifiable,
        other => panic!("no verdict {other}"),
    }
}

fn refusal(word: &str) -> Refusal {
    match word {
        "different_scope" => Refusal::DifferentScope,
        "planned_with_observed" => Refusal::PlannedWithObserved,
        "different_definition" => Refusal::DifferentDefinition,
        "different_unit" => Refusal::DifferentUnit,
        "unbounded" => Refusal::Unbounded,
        "subset_not_stated" => Refusal::SubsetNotStated,
        "no_denominator" => Refusal::NoDenominator,
        "different_period" => Refusal::DifferentPeriod,
        "unknown_period" => Refusal::UnknownPeriod,
        "overlapping_groups" => Refusal::OverlappingGroups,
        "across_communities" => Refusal::AcrossCommunities,
        other => panic!("no refusal {other}"),
    }
}

#[test]
fn every_check_comes_out_as_the_articles_have_it() {
    let data = bundled().data;
    let mut wrong = Vec::new();
    let expected: Vec<Vec<&str>> = EXPECTED.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(expected.len(), data.checks.len());
    for cells in expected {
        let [key, word, value, reason] = cells[..] else { panic!("{cells:?}") };
        let check = data.checks.iter().find(|check| check.key == key).unwrap_or_else(|| panic!("no check {key}"));
        let finding = measure::check(&data, check);
        let near =
            |number: f64| finding.value.is_some_and(|it| (it.shown().0 - number).abs() <= 0.05 * number.abs().max(0.1));
        let same = finding.verdict == verdict(word)
            && (value.is_empty() || value.parse().is_ok_and(near))
            && (reason.is_empty() || finding.refusals.contains(&refusal(reason)));
        if !same {
            wrong.push(format!("{key}: {word} {value} {reason}, but {finding:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), data.checks.len(), wrong.join("\n"));
}
