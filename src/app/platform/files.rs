//! What leaves the page: files and copied texts. A sandboxed frame may refuse either.
//!
//! Owns: blobs, pictures drawn by the browser, the clipboard. Deliberately absent: what is in the files (`linpu::export`).
#![allow(clippy::disallowed_methods, reason = "this room is the one place that calls the browser")]

use super::document::{MANNERS, document, fault, window};
use super::frames::later;
use super::{Fault, strangers};
use gloo::events::EventListener;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Hands bytes to the person as a file.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), Fault> {
    download_array(name, mime, &js_sys::Uint8Array::from(bytes))
}

fn download_array(name: &str, mime: &str, bytes: &JsValue) -> Result<(), Fault> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(bytes);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(fault)?;
    download_blob(name, &blob)
}

/// Hands the data package over, as the build put it beside the page or into it: boot.js knows which, and answers with its bytes or
/// with words.
pub fn download_package(name: &str, done: impl Fn(Result<(), Fault>) + 'static) {
    let (Some(document), Ok(want)) = (document(), web_sys::Event::new("linpu:want-package")) else {
        return done(Err(Fault::Absent));
    };
    let name = name.to_string();
    EventListener::once(&document, "linpu:package", move |event| {
        let detail = js_sys::Reflect::get(event, &"detail".into()).unwrap_or(JsValue::NULL);
        done(match detail.as_string() {
            Some(why) => Err(Fault::Said(why)),
            None => download_array(&name, "application/zip", &detail),
        });
    })
    .forget();
    let _ = document.dispatch_event(&want);
}

fn download_blob(name: &str, blob: &web_sys::Blob) -> Result<(), Fault> {
    let url = web_sys::Url::create_object_url_with_blob(blob).map_err(fault)?;
    let made = (|| {
        let document = document().ok_or(Fault::Absent)?;
        let link: web_sys::HtmlAnchorElement =
            document.create_element("a").map_err(fault)?.dyn_into().map_err(|_| Fault::Absent)?;
        link.set_href(&url);
        link.set_download(name);
        let body = document.body().ok_or(Fault::Absent)?;
        body.append_child(&link).map_err(fault)?;
        link.click();
        link.remove();
        Ok(())
    })();
    if let (Ok(()), Some(manners)) = (&made, MANNERS.get()) {
        (manners.handed)(name, blob, &url);
    }
    // Some engines read the address only after the click has been handled.
    later(20_000, move || drop(web_sys::Url::revoke_object_url(&url)));
    made
}

/// Draws an SVG file with the browser's own fonts at twice its size and hands it over as a PNG file.
pub fn download_png(name: &str, svg: &str, (width, height): (f64, f64), done: impl Fn(Result<(), Fault>) + 'static) {
    const SCALE: f64 = 2.0;
    let done = std::rc::Rc::new(done);
    let start = || -> Result<(), Fault> {
        let document = document().ok_or(Fault::Absent)?;
        let image = web_sys::HtmlImageElement::new().map_err(fault)?;
        let canvas: web_sys::HtmlCanvasElement =
            document.create_element("canvas").map_err(fault)?.dyn_into().map_err(|_| Fault::Absent)?;
        canvas.set_width((width * SCALE) as u32);
        canvas.set_height((height * SCALE) as u32);
        let (name, painted, report) = (name.to_string(), image.clone(), done.clone());
        EventListener::once(&image, "load", move |_| {
            let saved = report.clone();
            let paint = || -> Result<(), Fault> {
                let context: web_sys::CanvasRenderingContext2d = canvas
                    .get_context("2d")
                    .map_err(fault)?
                    .ok_or(Fault::Absent)?
                    .dyn_into()
                    .map_err(|_| Fault::Absent)?;
                context.scale(SCALE, SCALE).map_err(fault)?;
                context
                    .draw_image_with_html_image_element_and_dw_and_dh(&painted, 0.0, 0.0, width, height)
                    .map_err(fault)?;
                let callback = Closure::once_into_js(move |blob: JsValue| {
                    saved(match blob.dyn_into::<web_sys::Blob>() {
                        Ok(blob) => download_blob(&name, &blob),
                        Err(_) => Err(Fault::NotDrawn),
                    });
                });
                canvas.to_blob(callback.unchecked_ref()).map_err(fault)
            };
            if let Err(why) = paint() {
                report(Err(why));
            }
        })
        .forget();
        let report = done.clone();
        EventListener::once(&image, "error", move |_| report(Err(Fault::NotDrawn))).forget();
        let encoded = String::from(js_sys::encode_uri_component(svg));
        image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
        Ok(())
    };
    if let Err(why) = start() {
        done(Err(why));
    }
}

/// Copies a text: the clipboard where it is allowed, else a selected text field and the old command. The field stands in the
/// element of an id for a moment: a dialog keeps the focus to itself.
pub fn copy(text: &str, home: &str, done: impl Fn(bool) + 'static) {
    let clipboard = window()
        .map(|window| window.navigator())
        .and_then(|navigator| js_sys::Reflect::get(&navigator, &"clipboard".into()).ok())
        .filter(|clipboard| clipboard.is_object())
        .and_then(|clipboard| clipboard.dyn_into::<web_sys::Clipboard>().ok());
    let Some(clipboard) = clipboard else { return done(copy_by_command(text, home)) };
    let (text, home, written) = (text.to_string(), home.to_string(), clipboard.write_text(text));
    let done = std::rc::Rc::new(done);
    let report = done.clone();
    let copied = Closure::once(move |_: JsValue| report(true));
    let refused = Closure::once(move |_: JsValue| done(copy_by_command(&text, &home)));
    let _ = written.then2(&copied, &refused);
    // One of the two is called, some time.
    copied.forget();
    refused.forget();
}

/// Whether the device offers to hand a link to other programs. A file on it is nothing that others could open.
pub fn can_share() -> bool {
    sharer().is_some() && super::address().starts_with("http")
}

/// What shares, and whom it belongs to. Older browsers, and those of desks, have none.
fn sharer() -> Option<(web_sys::Navigator, js_sys::Function)> {
    let navigator = window()?.navigator();
    let share = js_sys::Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}

/// Hands a link and the title of the page to what the device shares with. Who leaves its dialog is not refused.
pub fn share(link: &str, refused: impl FnOnce() + 'static) {
    let asked = || -> Option<js_sys::Promise> {
        let (navigator, share) = sharer()?;
        let what = js_sys::Object::new();
        js_sys::Reflect::set(&what, &"title".into(), &document()?.title().into()).ok()?;
        js_sys::Reflect::set(&what, &"url".into(), &link.into()).ok()?;
        share.call1(&navigator, &what).ok()?.dyn_into().ok()
    };
    let Some(asked) = asked() else { return refused() };
    let left = Closure::once(move |why: JsValue| {
        let name = js_sys::Reflect::get(&why, &"name".into()).ok().and_then(|name| name.as_string());
        if name.as_deref() != Some("AbortError") {
            refused();
        }
    });
    let _ = asked.catch(&left);
    left.forget();
}

fn copy_by_command(text: &str, home: &str) -> bool {
    let copied = || -> Option<bool> {
        let document = document()?;
        let field: web_sys::HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
        field.set_value(text);
        field.set_class_name("visually-hidden");
        let home = document.get_element_by_id(home).or_else(|| document.body().map(Element::from))?;
        strangers::ours(|| home.append_child(&field)).ok()?;
        field.select();
        let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok()?;
        let copied = command.dyn_into::<js_sys::Function>().ok()?.call1(&document, &"copy".into());
        strangers::ours(|| field.remove());
        copied.ok()?.as_bool()
    };
    copied().unwrap_or(false)
}
