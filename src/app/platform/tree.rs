//! Keeps a part of the document in step with [`Element`]s: what differs is changed, what is the same is left alone, so that
//! focus, scrolling and opened details survive.
//!
//! Owns: what stands in the document, listeners, effects of live parts. May use: web-sys, gloo, Leptos' effects. Deliberately
//! absent: what the page says.
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::event::Happened;
use crate::app::element::{Element, Handler, Node};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::view::{Mountable, Render};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Document, Node as DomNode};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A node as it stands in the document.
enum Mounted {
    Nothing,
    Text(web_sys::Text, Cow<'static, str>),
    Element(MountedElement),
    Many(Vec<Mounted>),
    Live { content: Rc<RefCell<Vec<Mounted>>>, end: web_sys::Text, _effect: RenderEffect<()> },
}

/// An element as it stands in the document.
pub struct MountedElement {
    node: web_sys::Element,
    tag: &'static str,
    attrs: Vec<(&'static str, Cow<'static, str>)>,
    listeners: Vec<EventListener>,
    children: Vec<Mounted>,
}

/// Where a node goes: into which parent, before which sibling, and whether it is part of a picture.
#[derive(Clone, Copy)]
struct Place<'a> {
    parent: &'a DomNode,
    before: Option<&'a DomNode>,
    picture: bool,
}

impl Place<'_> {
    fn insert(&self, node: &DomNode) {
        // Fails only where the parent has been taken out of the document; then nobody sees it.
        let _ = self.parent.insert_before(node, self.before);
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn text_node(text: &str) -> Option<web_sys::Text> {
    Some(document()?.create_text_node(text))
}

impl Mounted {
    fn new(node: Node, place: Place) -> Mounted {
        match node {
            Node::Nothing => Mounted::Nothing,
            Node::Text(text) => match text_node(&text) {
                Some(node) => {
                    place.insert(&node);
                    Mounted::Text(node, text)
                }
                None => Mounted::Nothing,
            },
            Node::Element(element) => match MountedElement::new(element, place.picture) {
                Some(mounted) => {
                    place.insert(&mounted.node);
                    Mounted::Element(mounted)
                }
                None => Mounted::Nothing,
            },
            Node::Many(nodes) => Mounted::Many(nodes.into_iter().map(|node| Mounted::new(node, place)).collect()),
            Node::Live(make) => match text_node("") {
                Some(end) => {
                    place.insert(&end);
                    Mounted::live(make, Rc::default(), end, place.picture)
                }
                None => Mounted::Nothing,
            },
        }
    }

    fn live(
        make: Rc<dyn Fn() -> Node>,
        content: Rc<RefCell<Vec<Mounted>>>,
        end: web_sys::Text,
        picture: bool,
    ) -> Mounted {
        let (kept, marker) = (content.clone(), end.clone());
        let effect = RenderEffect::new(move |_| {
            let node = make();
            if let Some(parent) = marker.parent_node() {
                update_all(
                    &mut kept.borrow_mut(),
                    vec![node],
                    Place { parent: &parent, before: Some(&marker), picture },
                );
            }
        });
        Mounted::Live { content, end, _effect: effect }
    }

    /// The first node it has in the document.
    fn first(&self) -> Option<DomNode> {
        match self {
            Mounted::Nothing => None,
            Mounted::Text(node, _) => Some(node.clone().into()),
            Mounted::Element(element) => Some(element.node.clone().into()),
            Mounted::Many(nodes) => nodes.iter().find_map(Mounted::first),
            Mounted::Live { content, end, .. } => {
                content.borrow().iter().find_map(Mounted::first).or_else(|| Some(end.clone().into()))
            }
        }
    }

    fn remove(self) {
        let detach = |node: &DomNode| {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        };
        match self {
            Mounted::Nothing => {}
            Mounted::Text(node, _) => detach(&node),
            Mounted::Element(element) => detach(&element.node),
            Mounted::Many(nodes) => nodes.into_iter().for_each(Mounted::remove),
            Mounted::Live { content, end, .. } => {
                content.take().into_iter().for_each(Mounted::remove);
                detach(&end);
            }
        }
    }

    fn update(&mut self, node: Node, place: Place) {
        match (&mut *self, node) {
            (Mounted::Nothing, Node::Nothing) => {}
            (Mounted::Text(shown, before), Node::Text(text)) => {
                if *before != text {
                    shown.set_data(&text);
                    *before = text;
                }
            }
            (Mounted::Element(shown), Node::Element(element)) if shown.tag == element.0.tag => {
                shown.update(element, place.picture);
            }
            (Mounted::Many(shown), Node::Many(nodes)) => update_all(shown, nodes, place),
            // The new maker takes over what the old one left.
            (Mounted::Live { content, end, .. }, Node::Live(make)) => {
                *self = Mounted::live(make, content.clone(), end.clone(), place.picture);
            }
            (_, node) => {
                let first = self.first();
                let before = first.as_ref().or(place.before);
                let new = Mounted::new(node, Place { before, ..place });
                std::mem::replace(self, new).remove();
            }
        }
    }
}

fn update_all(shown: &mut Vec<Mounted>, nodes: Vec<Node>, place: Place) {
    let count = nodes.len();
    for (at, node) in nodes.into_iter().enumerate() {
        match shown.split_at_mut(at) {
            (_, [this, after @ ..]) => {
                let next = after.iter().find_map(Mounted::first);
                this.update(node, Place { before: next.as_ref().or(place.before), ..place });
            }
            _ => shown.push(Mounted::new(node, place)),
        }
    }
    shown.drain(count..).for_each(Mounted::remove);
}

impl MountedElement {
    fn new(element: Element, picture: bool) -> Option<Self> {
        let picture = picture || element.0.tag == "svg";
        let document = document()?;
        let node = if picture {
            document.create_element_ns(Some(SVG), element.0.tag)
        } else {
            document.create_element(element.0.tag)
        };
        let mut mounted = MountedElement {
            node: node.ok()?,
            tag: element.0.tag,
            attrs: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
        };
        mounted.update(element, picture);
        Some(mounted)
    }

    fn update(&mut self, Element(element): Element, picture: bool) {
        let picture = picture || self.tag == "svg";
        for (name, _) in &self.attrs {
            if !element.attrs.iter().any(|(other, _)| other == name) {
                let _ = self.node.remove_attribute(name);
            }
        }
        for (name, value) in &element.attrs {
            if !self.attrs.iter().any(|(other, before)| other == name && before == value) {
                let _ = self.node.set_attribute(name, value);
            }
        }
        self.attrs = element.attrs;
        self.listeners.clear();
        self.listeners.extend(element.handlers.into_iter().map(|(event, act)| listen(&self.node, event, act)));
        let place = Place { parent: &self.node, before: None, picture };
        update_all(&mut self.children, element.children, place);
        self.show_state();
    }

    /// What a person changed by hand is a property and no longer follows its attribute.
    fn show_state(&self) {
        let has = |name: &str| self.attrs.iter().find(|(other, _)| *other == name).map(|(_, value)| value);
        match (self.tag, has("type").map(|kind| &**kind)) {
            ("input", Some("checkbox")) => self.show("checked", has("checked").is_some().into()),
            ("input", _) => self.show("value", (&**has("value").unwrap_or(&Cow::Borrowed(""))).into()),
            ("option", _) if has("selected").is_some() => self.show("selected", true.into()),
            _ => {}
        }
    }

    /// Only what differs is written: writing into a field disturbs an input method.
    fn show(&self, name: &str, value: JsValue) {
        let name = JsValue::from_str(name);
        if js_sys::Reflect::get(&self.node, &name).ok().as_ref() != Some(&value) {
            let _ = js_sys::Reflect::set(&self.node, &name, &value);
        }
    }
}

fn listen(node: &web_sys::Element, event: &'static str, act: Handler) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(node, event, options, move |event| act(&Happened(event)))
}

/// So that Leptos mounts an element and keeps it as long as its owner lives.
impl Render for Element {
    type State = Option<MountedElement>;

    fn build(self) -> Self::State {
        MountedElement::new(self, false)
    }

    fn rebuild(self, state: &mut Self::State) {
        match state {
            Some(shown) => shown.update(self, false),
            None => *state = self.build(),
        }
    }
}

impl Mountable for MountedElement {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&DomNode>) {
        let _ = parent.insert_before(&self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.parent_element().is_some_and(|parent| {
            child.mount(&parent, Some(&self.node));
            true
        })
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.node.clone()]
    }
}
