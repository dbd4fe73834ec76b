//! Keeps a part of the document in step with [`Element`]s: what differs is changed, what is the same is left alone, so that
//! focus, scrolling and opened details survive.
//!
//! Owns: what stands in the document, listeners, effects of live parts. May use: web-sys, gloo, Leptos' effects. Deliberately
//! absent: what the page says.
//!
//! The document is shared with strangers: translators, highlighters and extensions replace, split, wrap, move and remove what
//! was written. As soon as one was seen ([`were_here`]), nothing is written before a look at whether what is held is still where and
//! what was written ([`Home::mend`]), and nodes are put in their places by walking the parent ([`Home::lay`]), not by a neighbour
//! somebody may have taken away. What strangers made is left alone as long as nothing is to be written there.
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::document::{document, get};
use super::event::Happened;
use super::strangers::were_here;
use crate::app::element::{Element, Handler, Node};
use gloo::events::{EventListener, EventListenerOptions};
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::view::{Mountable, Render};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Node as DomNode;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A node as it stands in the document.
enum Mounted {
    Nothing,
    Text(web_sys::Text, Cow<'static, str>),
    Element(MountedElement),
    Many(Vec<Mounted>),
    Live { content: Rc<RefCell<Vec<Mounted>>>, _alive: Rc<()>, _follows: Follows },
}

/// The effect of a live part. Left alone, one that is over stays in the list of everything it has read, for as long as that
/// does not change: every step would leave some kilobytes behind.
struct Follows(RenderEffect<()>);

impl Drop for Follows {
    fn drop(&mut self) {
        let this = self.0.to_any_subscriber();
        this.clear_sources(&this);
    }
}

/// An element as it stands in the document.
pub struct MountedElement {
    home: Rc<Home>,
    attrs: Vec<(&'static str, Cow<'static, str>)>,
    listeners: Vec<Listener>,
}

/// A listener stays as long as its element hears the event; what it calls is exchanged.
struct Listener {
    event: &'static str,
    act: Rc<RefCell<Handler>>,
    _heard: EventListener,
}

/// An element as the place of its children. Live parts share it: they come back to it when they change.
struct Home {
    node: web_sys::Element,
    tag: &'static str,
    picture: bool,
    /// Where it stands itself; nowhere for the root of the page.
    parent: Weak<Home>,
    children: RefCell<Vec<Mounted>>,
    /// Somebody is changing the children, and will put them in their places afterwards.
    is_busy: Cell<bool>,
    /// Some of the children have no place yet.
    is_astray: Cell<bool>,
}

fn text_node(text: &str) -> Option<web_sys::Text> {
    Some(document()?.create_text_node(text))
}

fn detach(node: &DomNode) {
    // Texts know how to go as well as elements do.
    node.unchecked_ref::<web_sys::Element>().remove();
}

impl Mounted {
    /// Makes a node, which has no place in the document yet.
    fn new(node: Node, home: &Rc<Home>) -> Mounted {
        home.is_astray.set(true);
        match node {
            Node::Nothing => Mounted::Nothing,
            Node::Text(text) => text_node(&text).map_or(Mounted::Nothing, |node| Mounted::Text(node, text)),
            Node::Element(element) => MountedElement::new(element, home.picture, Rc::downgrade(home))
                .map_or(Mounted::Nothing, Mounted::Element),
            Node::Many(nodes) => Mounted::Many(nodes.into_iter().map(|node| Mounted::new(node, home)).collect()),
            Node::Live(make) => Mounted::live(make, Rc::default(), home),
        }
    }

    fn live(make: Rc<dyn Fn() -> Node>, content: Rc<RefCell<Vec<Mounted>>>, home: &Rc<Home>) -> Mounted {
        // Not held by the effect, which may outlive its part while it waits to be told that it is over: what is inside must not.
        let (kept, home) = (Rc::downgrade(&content), Rc::downgrade(home));
        let alive = Rc::new(());
        let is_alive = Rc::downgrade(&alive);
        let effect = RenderEffect::new(move |_| {
            // An effect that was called just before it was replaced still runs; what it would read is gone.
            if is_alive.strong_count() == 0 {
                return;
            }
            let node = make();
            if let (Some(home), Some(kept)) = (home.upgrade(), kept.upgrade()) {
                super::strangers::ours(|| home.change(node, &kept));
            }
        });
        Mounted::Live { content, _alive: alive, _follows: Follows(effect) }
    }

    /// Shows every node it has in its parent, in order.
    fn each(&self, see: &mut dyn FnMut(&DomNode, Option<&str>)) {
        match self {
            Mounted::Nothing => {}
            Mounted::Text(node, text) => see(node, Some(text)),
            Mounted::Element(element) => see(&element.home.node, None),
            Mounted::Many(nodes) => nodes.iter().for_each(|node| node.each(see)),
            Mounted::Live { content, .. } => content.borrow().iter().for_each(|node| node.each(see)),
        }
    }

    /// Its outermost elements.
    fn homes(&self, see: &mut dyn FnMut(&Home)) {
        match self {
            Mounted::Nothing | Mounted::Text(..) => {}
            Mounted::Element(element) => see(&element.home),
            Mounted::Many(nodes) => nodes.iter().for_each(|node| node.homes(see)),
            Mounted::Live { content, .. } => content.borrow().iter().for_each(|node| node.homes(see)),
        }
    }

    fn remove(self) {
        self.each(&mut |node, _| detach(node));
    }

    fn update(&mut self, node: Node, home: &Rc<Home>) {
        match (&mut *self, node) {
            (Mounted::Nothing, Node::Nothing) => {}
            (Mounted::Text(shown, before), Node::Text(text)) => {
                if *before != text {
                    shown.set_data(&text);
                    *before = text;
                }
            }
            (Mounted::Element(shown), Node::Element(element)) if shown.home.tag == element.0.tag => {
                shown.update(element);
            }
            (Mounted::Many(shown), Node::Many(nodes)) => update_all(shown, nodes, home),
            // The new maker takes over what the old one left.
            (Mounted::Live { content, .. }, Node::Live(make)) => {
                *self = Mounted::live(make, content.clone(), home);
            }
            (_, node) => std::mem::replace(self, Mounted::new(node, home)).remove(),
        }
    }
}

fn update_all(shown: &mut Vec<Mounted>, nodes: Vec<Node>, home: &Rc<Home>) {
    let count = nodes.len();
    for (at, node) in nodes.into_iter().enumerate() {
        match shown.get_mut(at) {
            Some(this) => this.update(node, home),
            None => shown.push(Mounted::new(node, home)),
        }
    }
    shown.drain(count..).for_each(Mounted::remove);
}

impl Home {
    /// A live part of the children is made anew.
    fn change(self: &Rc<Self>, node: Node, part: &RefCell<Vec<Mounted>>) {
        if self.is_busy.get() {
            return update_all(&mut part.borrow_mut(), vec![node], self);
        }
        if were_here() {
            self.stand();
            self.mend();
        }
        self.is_busy.set(true);
        update_all(&mut part.borrow_mut(), vec![node], self);
        self.settle();
    }

    /// Makes sure that it stands where it was put, and so all it stands in.
    fn stand(&self) {
        let Some(parent) = self.parent.upgrade() else { return super::take_back(&self.node) };
        parent.stand();
        let is_there = self.node.parent_node().is_some_and(|node| node == *parent.node);
        if !is_there && !parent.is_busy.get() {
            parent.mend();
        }
    }

    fn each(&self, mut see: impl FnMut(&DomNode, Option<&str>)) {
        self.children.borrow().iter().for_each(|node| node.each(&mut see));
    }

    /// Looks whether the children are what was written, all of it and nothing else, and writes them anew where not.
    fn mend(&self) {
        let mut next = self.node.first_child();
        let mut is_whole = true;
        self.each(|node, text| {
            is_whole = is_whole && next.as_ref() == Some(node) && says(node, text);
            if is_whole {
                next = node.next_sibling();
            }
        });
        if is_whole && next.is_none() {
            return;
        }
        let focused = document().and_then(|document| document.active_element());
        let ours = js_sys::Set::new(&JsValue::UNDEFINED);
        self.each(|node, text| {
            ours.add(node);
            if !says(node, text) {
                node.set_node_value(text);
            }
        });
        let mut next = self.node.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            if !ours.has(&node) {
                let _ = self.node.remove_child(&node);
            }
        }
        self.lay();
        // What is moved loses the focus.
        let lost = focused.filter(|element| self.node.contains(Some(element)));
        if let Some(element) = lost.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }

    /// Mends every element inside that lacks one of its own, itself included.
    fn mend_inside(&self) {
        let mut is_whole = true;
        self.children.borrow().iter().for_each(|node| {
            node.homes(&mut |home| is_whole &= home.node.parent_node().is_some_and(|parent| parent == *self.node));
        });
        if !is_whole {
            self.mend();
        }
        self.children.borrow().iter().for_each(|node| node.homes(&mut |home| home.mend_inside()));
    }

    /// After a change: whatever has no place yet gets one.
    fn settle(&self) {
        if self.is_astray.replace(false) {
            self.lay();
        }
        self.is_busy.set(false);
    }

    /// Puts the children into their order. Nothing but children is there.
    fn lay(&self) {
        let mut next = self.node.first_child();
        self.each(|node, _| {
            if next.as_ref() == Some(node) {
                next = node.next_sibling();
            } else {
                // Fails only where a stranger forbids it; then there is nothing to be done.
                let _ = self.node.insert_before(node, next.as_ref());
            }
        });
    }
}

thread_local! {
    /// The root of the page.
    static ROOT: RefCell<Weak<Home>> = const { RefCell::new(Weak::new()) };
}

/// Puts back the elements that others have taken out of the page.
pub fn mend_page() {
    if let Some(root) = ROOT.with_borrow(Weak::upgrade) {
        root.stand();
        root.mend_inside();
    }
}

/// Whether a text still says what was written.
fn says(node: &DomNode, text: Option<&str>) -> bool {
    text.is_none_or(|text| node.node_value().as_deref() == Some(text))
}

impl MountedElement {
    fn new(element: Element, picture: bool, parent: Weak<Home>) -> Option<Self> {
        let tag = element.0.tag;
        let picture = picture || tag == "svg";
        let document = document()?;
        let node = if picture { document.create_element_ns(Some(SVG), tag) } else { document.create_element(tag) };
        let (children, [is_busy, is_astray]) = (RefCell::default(), [false, false].map(Cell::new));
        let home = Rc::new(Home { node: node.ok()?, tag, picture, parent, children, is_busy, is_astray });
        let mut mounted = MountedElement { home, attrs: Vec::new(), listeners: Vec::new() };
        mounted.fill(element);
        Some(mounted)
    }

    fn update(&mut self, element: Element) {
        let node = &self.home.node;
        if were_here() {
            self.home.mend();
            // Every attribute is written anew, and none but ours stays; what is open a person has opened.
            for name in node.get_attribute_names().iter().filter_map(|name| name.as_string()) {
                if !BESIDES.contains(&&*name) && !self.attrs.iter().any(|(other, _)| *other == name) {
                    let _ = node.remove_attribute(&name);
                }
            }
            // A frame has gone on from where its attribute led.
            let leads = self.home.tag == FRAME;
            for (name, value) in self.attrs.iter().filter(|(name, _)| *name != OPEN && !(leads && *name == SRC)) {
                if node.get_attribute(name).as_deref() != Some(value) {
                    let _ = node.set_attribute(name, value);
                }
            }
        }
        self.fill(element);
    }

    fn fill(&mut self, Element(element): Element) {
        let home = &self.home;
        for (name, _) in &self.attrs {
            if !element.attrs.iter().any(|(other, _)| other == name) {
                let _ = home.node.remove_attribute(name);
            }
        }
        let mut is_new_value = false;
        for (name, value) in &element.attrs {
            let before = self.attrs.iter().find(|(other, _)| other == name).map(|(_, before)| before);
            if before != Some(value) {
                // A frame that shows something else is no step of the page's history.
                if before.is_none() || home.tag != FRAME || *name != SRC || !turn_frame(&home.node, value) {
                    let _ = home.node.set_attribute(name, value);
                }
                is_new_value |= *name == VALUE;
            }
        }
        is_new_value |= element.attrs.iter().all(|(name, _)| *name != VALUE) && self.attr(VALUE).is_some();
        self.attrs = element.attrs;
        hear(&mut self.listeners, &home.node, element.handlers);
        home.is_busy.set(true);
        update_all(&mut home.children.borrow_mut(), element.children, home);
        home.settle();
        self.show_state(is_new_value);
    }

    fn attr(&self, name: &str) -> Option<&str> {
        self.attrs.iter().find(|(other, _)| *other == name).map(|(_, value)| &**value)
    }

    /// What a person changed by hand is a property and no longer follows its attribute. What is being typed stays, as long as
    /// nothing else is to be shown there.
    fn show_state(&self, is_new_value: bool) {
        match (self.home.tag, self.attr("type")) {
            ("input", Some("checkbox" | "radio")) => self.show("checked", self.attr("checked").is_some().into()),
            ("input", _) if is_new_value || !self.has_focus() => {
                self.show(VALUE, self.attr(VALUE).unwrap_or_default().into());
            }
            ("option", _) if self.attr("selected").is_some() => self.show("selected", true.into()),
            _ => {}
        }
    }

    fn has_focus(&self) -> bool {
        document().and_then(|document| document.active_element()).is_some_and(|active| active == self.home.node)
    }

    /// Only what differs is written: writing into a field disturbs an input method.
    fn show(&self, name: &str, value: JsValue) {
        let name = JsValue::from_str(name);
        if js_sys::Reflect::get(&self.home.node, &name).ok().as_ref() != Some(&value) {
            let _ = js_sys::Reflect::set(&self.home.node, &name, &value);
        }
    }
}

/// Shows another address in a frame in the place of what it shows, where the browser lets us.
fn turn_frame(frame: &web_sys::Element, url: &str) -> bool {
    let turned = || -> Option<JsValue> {
        let location = get(&get(frame, "contentWindow")?, "location")?;
        get(&location, "replace")?.dyn_ref::<js_sys::Function>()?.call1(&location, &url.into()).ok()
    };
    turned().is_some()
}

const FRAME: &str = "iframe";
const SRC: &str = "src";
const VALUE: &str = "value";
const OPEN: &str = "open";
/// What a person, the browser or another file of this room writes on an element beside its own attributes.
const BESIDES: [&str; 5] = [OPEN, super::READY, super::UNSEEN, super::FOLDED, "inert"];

/// Listens to what is to be heard now, and to nothing else.
fn hear(listeners: &mut Vec<Listener>, node: &web_sys::Element, handlers: Vec<(&'static str, Handler)>) {
    let count = handlers.len();
    for (at, (event, act)) in handlers.into_iter().enumerate() {
        match listeners.get_mut(at) {
            Some(listener) if listener.event == event => *listener.act.borrow_mut() = act,
            Some(listener) => *listener = listen(node, event, act),
            None => listeners.push(listen(node, event, act)),
        }
    }
    listeners.truncate(count);
}

fn listen(node: &web_sys::Element, event: &'static str, act: Handler) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    let act = Rc::new(RefCell::new(act));
    let called = act.clone();
    let heard = EventListener::new_with_options(node, event, options, move |event| {
        // Not borrowed while it runs: it may exchange itself.
        let act = called.borrow().clone();
        act(&Happened(event));
    });
    Listener { event, act, _heard: heard }
}

/// So that Leptos mounts an element and keeps it as long as its owner lives.
impl Render for Element {
    type State = Option<MountedElement>;

    fn build(self) -> Self::State {
        let shown = MountedElement::new(self, false, Weak::new());
        // There is one page; a second root would not be mended.
        ROOT.set(shown.as_ref().map_or_else(Weak::new, |shown| Rc::downgrade(&shown.home)));
        shown
    }

    fn rebuild(self, state: &mut Self::State) {
        match state {
            Some(shown) => shown.update(self),
            None => *state = self.build(),
        }
    }
}

impl Mountable for MountedElement {
    fn unmount(&mut self) {
        self.home.node.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&DomNode>) {
        let _ = parent.insert_before(&self.home.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.home.node.parent_element().is_some_and(|parent| {
            child.mount(&parent, Some(&self.home.node));
            true
        })
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.home.node.clone()]
    }
}
