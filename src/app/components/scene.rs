//! A drawn chart as SVG elements. Colours are classes; the style sheet says which colour a class is.

use leptos::prelude::*;
use linpu::chart::{Dash, Op, Paint, Scene, Shape, decimal};

/// The shapes of a scene. Words beside it say the same, so the picture itself is hidden from screen readers.
pub fn picture(scene: &Scene, class: &'static str) -> impl IntoView + use<> {
    let (width, height) = (decimal(scene.width), decimal(scene.height));
    view! {
        <svg class=class viewBox=format!("0 0 {width} {height}") width=width height=height aria-hidden="true" focusable="false">
            {scene.ops.iter().map(shape).collect_view()}
        </svg>
    }
}

fn shape(op: &Op) -> AnyView {
    let (class, line, dash) = match op.paint {
        Paint::Fill => (format!("f {}", op.ink.class()), None, None),
        Paint::Stroke { width, dash } => {
            let dash = (dash == Dash::Dashed).then_some("4 3");
            (format!("s {}", op.ink.class()), Some(decimal(width)), dash)
        }
    };
    match &op.shape {
        Shape::Rect { x, y, width, height, radius } => view! {
            <rect
                class=class
                x=decimal(*x)
                y=decimal(*y)
                width=decimal(*width)
                height=decimal(*height)
                rx=(*radius > 0.0).then(|| decimal(*radius))
                stroke-width=line
                stroke-dasharray=dash
            />
        }
        .into_any(),
        Shape::Circle { x, y, radius } => {
            view! { <circle class=class cx=decimal(*x) cy=decimal(*y) r=decimal(*radius) stroke-width=line/> }
                .into_any()
        }
        Shape::Path(_) => {
            view! { <path class=class d=op.path_data() stroke-width=line stroke-dasharray=dash/> }.into_any()
        }
        Shape::Text { x, y, size, bold, anchor, text } => view! {
            <text
                class=class
                x=decimal(*x)
                y=decimal(*y)
                font-size=decimal(*size)
                font-weight=bold.then_some("600")
                text-anchor=anchor.code()
            >
                {text.clone()}
            </text>
        }
        .into_any(),
    }
}
