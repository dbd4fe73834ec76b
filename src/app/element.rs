//! What the page is made of, as plain data: elements, texts, and parts that follow the signals they read.
//!
//! Owns: [`Element`], [`Node`] and how they are put together. May use: nothing of the browser. Deliberately absent: what the
//! page says; keeping a document in step with them (`platform::tree`); writing them as HTML (`html`); what a browser's event is
//! ([`Event`] says what is asked of one).
//!
//! Why not `view!`: every element it writes is a type of its own, with its own copy of the code that builds, updates and
//! writes it. Measured on this page, that was a third of the program. Here all elements are one type, so the program carries
//! that code once. Signals, memos, effects, owners and mounting are Leptos'.

use std::borrow::Cow;
use std::rc::Rc;

/// Something that happened to an element, as far as components ask.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "nothing happens on the build machine"))]
pub trait Event {
    /// Keeps the browser from doing what it would do by itself.
    fn prevent_default(&self);
    /// The name of the key, or nothing.
    fn key(&self) -> String;
    /// Whether Shift is held.
    fn shift(&self) -> bool;
    /// Whether a key that makes it a command of the browser is held: Control, Alt or ⌘.
    fn is_command(&self) -> bool;
    /// Whether a key belongs to an input method that is composing.
    fn is_composing(&self) -> bool;
    /// Where the pointer is in the window, in CSS pixels.
    fn point_px(&self) -> Option<(f64, f64)>;
    /// Whether the focus went from the element it happened to to one outside of the element of an id.
    fn left(&self, id: &str) -> bool;
    /// What stands in the field it happened to.
    fn value(&self) -> String;
    /// Whether what folds and unfolds is open now.
    fn is_open(&self) -> bool;
}

/// What is called when something happens to an element.
pub type Handler = Rc<dyn Fn(&dyn Event)>;

/// An element with what is in it. Boxed, because building one hands it on at every step.
pub struct Element(pub Box<Parts>);

/// What an element consists of.
pub struct Parts {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes. `checked`, `selected` and `value` are what a person sees now, not only at first.
    pub attrs: Vec<(&'static str, Cow<'static, str>)>,
    /// Its listeners.
    pub handlers: Vec<(&'static str, Handler)>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// Something in an element. Each takes one place among its siblings whatever it shows, so that siblings keep theirs.
pub enum Node {
    /// Nothing for now.
    Nothing,
    /// Words.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
    /// Any number of nodes.
    Many(Vec<Node>),
    /// Nodes made anew whenever a signal changes that was read for them.
    Live(Rc<dyn Fn() -> Node>),
}

/// An element.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attrs: Vec::new(), handlers: Vec::new(), children: Vec::new() }))
}

/// An element of a class.
#[inline(never)]
pub fn of_class(tag: &'static str, class: &'static str) -> Element {
    if class.is_empty() { el(tag) } else { el(tag).attr("class", class) }
}

/// A button that does something.
pub fn button(class: &'static str, act: impl Fn(&dyn Event) + 'static) -> Element {
    of_class("button", class).attr("type", "button").on("click", act)
}

/// Nodes that follow the signals they are made from.
pub fn live<N: Into<Node>>(make: impl Fn() -> N + 'static) -> Node {
    Node::Live(Rc::new(move || make().into()))
}

/// As many nodes as there are.
pub fn many<N: Into<Node>>(nodes: impl IntoIterator<Item = N>) -> Node {
    Node::Many(nodes.into_iter().map(Into::into).collect())
}

impl Element {
    /// With an attribute; `None` and `false` leave it out, `true` is an attribute without a value.
    pub fn attr(self, name: &'static str, value: impl Value) -> Self {
        value.put(self, name)
    }

    /// With an attribute whose two values are words, as most of `aria-*` are.
    pub fn aria(self, name: &'static str, value: bool) -> Self {
        self.attr(name, if value { "true" } else { "false" })
    }

    /// With a listener.
    pub fn on(self, event: &'static str, act: impl Fn(&dyn Event) + 'static) -> Self {
        self.listen(event, Rc::new(act))
    }

    /// With one more child.
    pub fn with(self, child: impl Child) -> Self {
        child.join(self)
    }

    /// With as many children as there are.
    pub fn with_all<N: Into<Node>>(self, children: impl IntoIterator<Item = N>) -> Self {
        self.push(many(children))
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, act: Handler) -> Self {
        self.0.handlers.push((event, act));
        self
    }

    #[inline(never)]
    fn push(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }
}

/// The value of an attribute that may be left out. One copy of the code for each kind, whatever it is called with.
pub trait Value {
    /// Puts it into an element.
    fn put(self, element: Element, name: &'static str) -> Element;
}

impl Value for &'static str {
    #[inline(never)]
    fn put(self, mut element: Element, name: &'static str) -> Element {
        element.0.attrs.push((name, self.into()));
        element
    }
}

impl Value for String {
    #[inline(never)]
    fn put(self, mut element: Element, name: &'static str) -> Element {
        element.0.attrs.push((name, self.into()));
        element
    }
}

impl Value for bool {
    fn put(self, element: Element, name: &'static str) -> Element {
        if self { "".put(element, name) } else { element }
    }
}

impl<V: Value> Value for Option<V> {
    fn put(self, element: Element, name: &'static str) -> Element {
        match self {
            Some(value) => value.put(element, name),
            None => element,
        }
    }
}

/// What an element can have in it. One copy of the code for each kind, as for [`Value`].
pub trait Child {
    /// Becomes the last child of an element.
    fn join(self, parent: Element) -> Element;
}

impl Child for Node {
    fn join(self, parent: Element) -> Element {
        parent.push(self)
    }
}

impl Child for Element {
    #[inline(never)]
    fn join(self, parent: Element) -> Element {
        parent.push(Node::Element(self))
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn join(self, parent: Element) -> Element {
        parent.push(self.into())
    }
}

impl Child for String {
    #[inline(never)]
    fn join(self, parent: Element) -> Element {
        parent.push(self.into())
    }
}

impl<C: Child> Child for Option<C> {
    fn join(self, parent: Element) -> Element {
        match self {
            Some(child) => child.join(parent),
            None => parent.push(Node::Nothing),
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Node::words(text.into())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Node::words(text.into())
    }
}

impl Node {
    /// Words, none of whose lines begins with the sign that stands between two things.
    #[inline(never)]
    fn words(text: Cow<'static, str>) -> Self {
        Node::Text(if text.contains(" · ") { text.replace(" · ", "\u{a0}· ").into() } else { text })
    }
}

impl<N: Into<Node>> From<Option<N>> for Node {
    fn from(node: Option<N>) -> Self {
        node.map_or(Node::Nothing, Into::into)
    }
}
