//! One community: summary, figures in groups, systems, sources.

use crate::app::components::{figure::FigureButton, systems::tree};
use crate::app::context::App;
use leptos::prelude::*;
use linpu::model::{CommunityId, SourceId};
use linpu::present::community::FigureGroup;
use linpu::state::{Action, Page};
use linpu::text::Msg;

/// The page of a community.
#[component]
pub fn Community(id: CommunityId) -> impl IntoView {
    let app = App::here();
    move || {
        let page = app.say(|context| context.community_page(id));
        let count = app.say(|context| context.words.fill(Msg::SystemCount, &[&page.system_count.to_string()]));
        let others = app.package().data.community_ids().map(|other| {
            view! {
                <a href=app.href(Action::Go(Page::Community(other))) aria-current=(other == id).then_some("page")>
                    {app.say(|context| context.community(other))}
                </a>
            }
        });
        view! {
            <nav class="siblings" aria-label=app.msg(Msg::CommunityAll)>{others.collect_view()}</nav>
            <div class="intro">
                <h1>{page.name}</h1>
                <p class="lead">{page.places.join(" › ")}</p>
                <p class="detail">{app.msg(Msg::CommunityType)}" · "{page.types}</p>
            </div>
            <section class="card summary" aria-labelledby="summary">
                <h2 id="summary">{app.msg(Msg::CommunitySummary)}</h2>
                {page.summary.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                <p class="note">{page.note}</p>
                <p class="note">{app.msg(Msg::CommunitySummaryMade)}" "{app.msg(Msg::SelfReported)}</p>
            </section>
            <section class="card" aria-labelledby="figures">
                <h2 id="figures">{app.msg(Msg::CommunityFigures)}</h2>
                <div class="groups">{page.groups.into_iter().map(group).collect_view()}</div>
            </section>
            <section class="card" aria-labelledby="systems">
                <h2 id="systems">{app.msg(Msg::CommunitySystems)}" "<span class="detail">{count}</span></h2>
                {tree(app, page.systems)}
            </section>
            <section class="card" aria-labelledby="sources">
                <h2 id="sources">{app.msg(Msg::CommunitySources)}</h2>
                {page.sources.into_iter().map(|source| view! { <SourceFacts id=source/> }).collect_view()}
            </section>
        }
    }
}

fn group(group: FigureGroup) -> impl IntoView {
    let figures = group.figures.into_iter().map(|figure| {
        view! {
            <li>
                <span class="figure-label">{figure.label}</span>
                <FigureButton id=figure.id value=figure.value spoken=figure.spoken/>
                <span class="detail">{figure.detail}</span>
            </li>
        }
    });
    let figures = figures.collect_view();
    view! {
        <section class="group">
            <h3>{group.title}</h3>
            <ul>{figures}</ul>
            {group.missing.map(|why| view! { <p class="missing">{why}</p> })}
        </section>
    }
}

/// What is known of a source.
#[component]
pub fn SourceFacts(id: SourceId) -> impl IntoView {
    let app = App::here();
    move || {
        let facts = app.say(|context| context.source_facts(id));
        let line = app.say(|context| context.source_line(id));
        let head = match line.url {
            Some(url) => view! { <a href=url target="_blank" rel="noopener noreferrer">{line.text}</a> }.into_any(),
            None => view! { <span>{line.text}</span>" "<span class="detail">{app.msg(Msg::ReceiptNoLink)}</span> }
                .into_any(),
        };
        let facts = facts.into_iter().map(|(label, text)| view! { <dt>{label}</dt><dd>{text}</dd> });
        view! { <div class="source-facts"><p>{head}</p><dl>{facts.collect_view()}</dl></div> }
    }
}
