//! Flows side by side: who takes which step, and that nothing is said which the source does not.

use crate::dataset::bundled;
use linpu::model::{PartsKind, SystemId};
use linpu::present::flows::Flows;
use linpu::present::{Context, Package};
use linpu::text::{Locale, Words};

fn beside(package: &Package, key: &str, locale: Locale) -> Option<Flows> {
    let words = Words::new(locale, package.lexicon.clone());
    let id = package.data.system_ids().find(|id| package.data.system(*id).key == key)?;
    Context::new(package, &words).flows_beside(id)
}

fn lanes(flows: &Flows, row: usize) -> Vec<Vec<String>> {
    let relay = &flows.relay(&flows.rows[row]).rows[0];
    let head = flows.head();
    relay.steps.iter().map(|step| step.lanes.iter().map(|lane| head.lanes[*lane].clone()).collect()).collect()
}

#[test]
fn a_flow_stands_first_beside_those_that_say_who_acts() {
    let package = bundled();
    let flows = beside(&package, "ZN-leifengshao-liucheng", Locale::ZhHans).unwrap();
    let names: Vec<&str> = flows.rows.iter().map(|row| row.community.as_str()).collect();
    assert_eq!(names, ["中南社区", "竹隐社区", "平湖社区", "金科园社区"]);
    assert_eq!(flows.rows.iter().map(|row| row.is_this).collect::<Vec<_>>(), [true, false, false, false]);
    // Printed as one word: both lanes, and the word itself beside them.
    assert_eq!(lanes(&flows, 0), [vec!["居民"], vec!["物业"], vec!["企业", "社区"], vec!["部门"]]);
    assert!(flows.note.contains("督单：原文作“企业社区”"), "{}", flows.note);
    assert_eq!(flows.rows[0].steps[2].who, "企业社区");
    // The last two steps of the grid's flow: nobody is named.
    assert_eq!(lanes(&flows, 3), [vec!["网格"], vec!["社区"], vec![], vec![]]);
    let grid = &flows.rows[3].steps;
    assert_eq!(grid.iter().map(|step| step.who.as_str()).collect::<Vec<_>>(), ["网格", "社区", "文中未写", "文中未写"]);
    assert_eq!(flows.head().unstated, "文中未写");
    // Most of whose steps nobody is named for: named below, not drawn.
    assert_eq!(flows.others.len(), 3);
    assert!(flows.others_say.starts_with("另有3个流程"), "{}", flows.others_say);
}

#[test]
fn the_title_counts_what_the_flows_say() {
    let package = bundled();
    let data = &package.data;
    let all: Vec<SystemId> = data.system_ids().filter(|id| data.system(*id).parts_kind == PartsKind::Ordered).collect();
    let first = |id: &&SystemId| data.system(**id).parts[0].actor.zh == "居民";
    let open = |id: &&SystemId| data.system(**id).parts.iter().any(|part| part.actor.zh.is_empty());
    let (starts, open) = (all.iter().filter(first).count(), all.iter().filter(open).count());
    let expected = format!("{}个有先后的流程里，{starts}个从居民开始；{open}个有步骤没写由谁做", all.len());
    for id in &all {
        let flows = beside(&package, &data.system(*id).key, Locale::ZhHans).unwrap();
        assert_eq!(flows.title, expected);
        assert!(flows.rows[0].is_this);
        // Picture, words and table are of one model.
        for row in &flows.rows {
            let relay = &flows.relay(row).rows[0];
            assert_eq!(relay.steps.len(), row.steps.len());
            for (drawn, said) in relay.steps.iter().zip(&row.steps) {
                assert_eq!(drawn.name.trim_end_matches('*'), said.name);
                assert_eq!(drawn.lanes.is_empty(), !said.is_stated);
            }
        }
    }
    let english = beside(&package, "ZY-jiedao-chuishao", Locale::En).unwrap();
    assert!(english.title.starts_with("Of 7 ordered flows, 2 begin with: Residents"), "{}", english.title);
}

#[test]
fn what_has_no_order_stands_beside_nothing() {
    assert!(beside(&bundled(), "ZY-sanzhu", Locale::ZhHans).is_none());
    // The only flow of its package.
    let stranger = crate::dataset::package_in("tests/fixtures/stranger");
    assert!(beside(&stranger, "TIDE-lamp", Locale::ZhHans).is_none());
}
