//! Between the app and the script that makes pictures: what that asks for while it works, and how it is told what to make.

use super::{
    offer::{Form, Size, page},
    reel::{Of, Reel},
    scene::Scene,
};
use crate::platform::{document, larder};
use js_sys::{Function, Object, Promise, Reflect};
use leptos::{mount::mount_to, prelude::*};
use naru_core::{
    model::named::Named as _,
    session::Session,
    text::{Shelf, describe},
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// What is to be made.
pub struct Order {
    pub form: Form,
    pub size: Size,
    pub reel: Reel,
    /// The file's name.
    pub name: String,
    /// What it is called within the file.
    pub title: String,
}

/// Why nothing came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// What makes it could not be fetched.
    Missing,
    /// It was called off.
    Cancelled,
    /// The browser cannot write it.
    Refused,
}

/// An object for the script, with these entries.
fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // A new object takes every entry.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// Something that the script may ask for.
type Hook = Closure<dyn Fn(JsValue) -> JsValue>;

fn hook(does: impl Fn(JsValue) -> JsValue + 'static) -> Hook {
    Closure::new(does)
}

/// Makes a file and gives it to the visitor; `passed` hears how many pictures are done and says whether to go on. Returns the file's
/// name and size.
pub async fn make(
    order: Order,
    session: &Session,
    still: bool,
    passed: impl Fn(u64) -> bool + 'static,
) -> Result<(String, u64), Failure> {
    if !order.form.is_still() && !larder::learn(session.language, Shelf::Notes).await {
        return Err(Failure::Missing);
    }
    let page = page(order.size);
    let file = ask("make", order, page, session, still, passed).await?;
    let bytes = entry(&file, "size").as_f64().unwrap_or_default();
    Ok((entry(&file, "name").as_string().unwrap_or_default(), bytes as u64))
}

/// The moment of a session as a frame of this size shows it, as SVG that stands alone; `still`: in still steps.
pub async fn picture(session: &Session, size: Size, still: bool) -> Result<String, Failure> {
    let form = Form::Svg;
    let reel = Reel::new(form, session, Of::Journey);
    let order = Order { form, size, reel, name: String::new(), title: String::new() };
    ask("picture", order, size, session, still, |_| true).await?.as_string().ok_or(Failure::Refused)
}

fn entry(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// Asks the script for what it calls so, of a page that is laid in a size of its own.
async fn ask(
    what: &str,
    order: Order,
    (across, down): Size,
    session: &Session,
    still: bool,
    passed: impl Fn(u64) -> bool + 'static,
) -> Result<JsValue, Failure> {
    let session = session.clone();
    let language = session.language;
    let studio = larder::studio().await.ok_or(Failure::Missing)?;
    let make: Function = entry(&studio, what).dyn_into().map_err(|_| Failure::Missing)?;
    let (width, height) = order.size;
    let parts: js_sys::Array = order.reel.parts.iter().map(|(_, pictures)| JsValue::from(*pictures as f64)).collect();
    let request = object(&[
        ("form", order.form.id().into()),
        ("name", order.name.into()),
        ("title", order.title.into()),
        ("language", language.id().into()),
        ("theme", session.theme.id().into()),
        ("text", order.form.letters().map_or_else(|| document::marked("text"), |size| size.name().to_owned()).into()),
        ("width", width.into()),
        ("height", height.into()),
        ("across", across.into()),
        ("down", down.into()),
        ("every", (order.form.every_ms() as f64).into()),
        ("parts", parts.into()),
    ]);

    let owner = Owner::new();
    let scene = owner.with(|| Scene::new(&session, still));
    let mounted = Rc::new(RefCell::new(None));
    let reel = order.reel;
    let mount = hook({
        let mounted = Rc::clone(&mounted);
        move |root| {
            let root: HtmlElement = root.unchecked_into();
            *mounted.borrow_mut() = Some(mount_to(root, move || scene.view()));
            JsValue::UNDEFINED
        }
    });
    let unmount = hook(move |_| {
        drop(mounted.borrow_mut().take());
        JsValue::UNDEFINED
    });
    let seek = hook(move |number| {
        let number = number.as_f64().unwrap_or_default() as u64;
        let Some((shot, place)) = reel.at(number) else { return JsValue::UNDEFINED };
        scene.stand(shot, place);
        let (title, seen) = scene.said();
        let mut entries: Vec<(&str, JsValue)> = vec![("title", title.into()), ("describe", seen.into())];
        if let Some(tour) = &shot.tour {
            let notes = describe::notes(tour.chapter(), language);
            let asked = notes.asked.into_iter().map(|one| format!("{}\n{}", one.question, one.answer));
            entries.push(("notes", [vec![notes.say], asked.collect()].concat().join("\n\n").into()));
        }
        object(&entries).into()
    });
    let orders = hook(move |root| scene.orders(root.unchecked_ref()).into());
    let passed = hook(move |done| passed(done.as_f64().unwrap_or_default() as u64).into());
    let hooks = object(&[
        ("mount", mount.as_ref().clone()),
        ("unmount", unmount.as_ref().clone()),
        ("seek", seek.as_ref().clone()),
        ("orders", orders.as_ref().clone()),
        ("passed", passed.as_ref().clone()),
    ]);
    let made = match make.call2(&JsValue::NULL, &request, &hooks).map(JsCast::dyn_into::<Promise>) {
        Ok(Ok(promise)) => JsFuture::from(promise).await,
        _ => return Err(Failure::Refused),
    };
    owner.cleanup();
    made.map_err(|error| match entry(&error, "name").as_string().as_deref() {
        Some("AbortError") => Failure::Cancelled,
        // What a browser throws where a module cannot be fetched.
        Some("TypeError") => Failure::Missing,
        _ => Failure::Refused,
    })
}
