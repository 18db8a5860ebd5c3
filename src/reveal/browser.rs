//! The one way to an item, however the reader asks for it: open what holds it, scroll there, move the focus there.

use std::cell::RefCell;
use std::rc::Rc;

use article::Id;
use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, FocusOptions, HtmlDetailsElement, HtmlElement, PointerEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::prelude::*;

use super::places::Places;
use super::{Attention, Follow};
use crate::edition::Edition;
use crate::notice::Notice;

/// Follows the page's hash for as long as the explainer is there, and returns what follows a click on a link to an
/// item and a move of the focus. Hash and links reveal the item; an issue or event becomes the chosen one. The focus on
/// a passage shows what it bears on.
///
/// Back and forward lead to where the reader was: the browser scrolls there itself, and the focus returns to the link
/// that the reader followed.
#[hook]
pub fn use_reveal(
    edition: &Edition,
    root: &NodeRef,
    attention: &Attention,
    notify: &Callback<Notice>,
) -> Follow {
    let Attention { chosen, pointed } = attention;
    let places = use_memo((), |()| RefCell::new(Places::default()));
    let choose = chosen.setter();
    let go_to = {
        let (edition, root, choose) = (edition.clone(), root.clone(), choose.clone());
        let notify = notify.clone();
        Callback::from(move |id: Id| {
            if let Some(root) = root.cast::<Element>() {
                reveal(&root, &id);
                notify.emit(Notice::Revealed(id.clone()));
            }
            if edition.title(&id).is_some() {
                choose.set(Some(id));
            }
        })
    };
    use_effect_with(edition.clone(), {
        let (go_to, root, places) = (go_to.clone(), root.clone(), places.clone());
        move |edition| {
            let (edition, deep_links) = (edition.clone(), edition.deep_links());
            let follow_hash = move || {
                let id = hash().and_then(|hash| edition.id_in(&hash));
                let Some(place) = Places::current(edition.anchor()) else {
                    if let Some(id) = id {
                        go_to.emit(id);
                    }
                    return;
                };
                // The reader came back to here, or went forward to here again.
                if let (Some(root), Some(id)) = (root.cast::<Element>(), &id) {
                    open(&root, id);
                }
                choose.set(id.filter(|id| edition.title(id).is_some()));
                places.borrow().return_to(place);
            };
            let listener = deep_links.then(|| {
                follow_hash();
                EventListener::new(&window(), "hashchange", move |_| follow_hash())
            });
            move || drop(listener)
        }
    });
    // The first render has chosen nothing, which is no news.
    let last = use_mut_ref(|| None);
    use_effect_with((**chosen).clone(), {
        let notify = notify.clone();
        move |chosen: &Option<Id>| {
            if last.replace(chosen.clone()) != *chosen {
                notify.emit(Notice::Selected(chosen.clone()));
            }
        }
    });
    let show = go_to.clone();
    let (edition, pointed_at) = (edition.clone(), pointed.setter());
    let tapped: Rc<RefCell<Option<Id>>> = use_mut_ref(|| None);
    let focus = {
        let pointed = pointed.setter();
        Callback::from(move |event: FocusEvent| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            // The bar itself holds links to what the passage bears on.
            let stays = |target: &Element| target.closest(".choice").ok().flatten().is_some();
            if let Some(target) = target.filter(|target| !stays(target)) {
                pointed.set(passage(&target));
            }
        })
    };
    let click = Callback::from(move |event: MouseEvent| {
        let Some((link, fragment)) = link(&event) else {
            return;
        };
        let Some(id) = edition.id_in(&fragment) else {
            return;
        };
        event.prevent_default();
        // A finger can't hover: the first tap on a passage shows what it bears on, the second goes there.
        if let Some(passage) = passage(&link).filter(|_| is_touch(&event)) {
            let is_first = tapped.replace(Some(passage.clone())) != Some(passage.clone());
            if is_first {
                return pointed_at.set(Some(passage));
            }
        }
        tapped.replace(None);
        pointed_at.set(None);
        if edition.deep_links() {
            places
                .borrow_mut()
                .leave(edition.anchor(), &link, &fragment);
        }
        go_to.emit(id);
    });
    Follow { click, focus, show }
}

/// What is laid out only when it comes near (`style/long.css`).
const FAR: &str = ".far";

/// How many frames it takes at most until everything around is laid out.
const FRAMES: u32 = 4;

thread_local! {
    /// When to look again at what was revealed last in the page. It ends when it is let go of: whoever follows the next link in
    /// these frames is not taken back to the link before.
    static NEXT_LOOK: RefCell<Option<AnimationFrame>> = const { RefCell::new(None) };
}

/// The id of the passage that an element of the article's text is.
fn passage(element: &Element) -> Option<Id> {
    let passage = element.closest("a.passage").ok()??;
    Id::try_from(passage.id()).ok()
}

/// The address of the page with this fragment.
pub fn address(fragment: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    format!("{page}{fragment}")
}

fn is_touch(event: &MouseEvent) -> bool {
    event
        .dyn_ref::<PointerEvent>()
        .is_some_and(|event| event.pointer_type() == "touch")
}

/// The page's hash, with its `#`, as it was before it was percent-encoded.
fn hash() -> Option<String> {
    let hash = window().location().hash().ok()?;
    js_sys::decode_uri_component(&hash).ok().map(String::from)
}

/// The link that was clicked and where it leads; `None` where the click asks for a new tab or meets no link.
fn link(event: &MouseEvent) -> Option<(Element, String)> {
    if event.button() != 0
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key()
    {
        return None;
    }
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked.closest("a[href]").ok()??;
    let fragment = link.get_attribute("href")?;
    Some((link, fragment))
}

/// Opens an item and what holds it, and returns it. Ids hold no quotes, so they can stand in a selector.
fn open(root: &Element, id: &Id) -> Option<Element> {
    let target = root.query_selector(&format!("[id=\"{id}\"]")).ok()??;
    let mut holder = target.closest("details").ok().flatten();
    while let Some(details) = holder {
        if let Some(details) = details.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
        holder = details
            .parent_element()
            .and_then(|parent| parent.closest("details").ok().flatten());
    }
    Some(target)
}

/// Scrolls no further than that an item can be seen, and leaves the focus where it is. `near` is any element of the
/// explainer.
pub fn glance(near: &NodeRef, id: &Id) {
    let root = near
        .cast::<Element>()
        .and_then(|near| near.closest(".explainer").ok().flatten());
    if let Some(target) = root.and_then(|root| open(&root, id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        target.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Opens, scrolls, focuses.
fn reveal(root: &Element, id: &Id) {
    let Some(target) = open(root, id) else {
        return;
    };
    NEXT_LOOK.take();
    let whole = target.matches("details, li").unwrap_or_default();
    let options = ScrollIntoViewOptions::new();
    options.set_block(if whole {
        ScrollLogicalPosition::Start
    } else {
        ScrollLogicalPosition::Center
    });
    target.scroll_into_view_with_scroll_into_view_options(&options);
    if root.query_selector(FAR).is_ok_and(|far| far.is_some()) {
        scroll_again(target.clone(), options, FRAMES);
    }
    let inside = whole
        .then(|| target.query_selector("summary, a").ok().flatten())
        .flatten();
    if let Some(element) = inside.unwrap_or(target).dyn_ref::<HtmlElement>() {
        focus(element);
    }
}

/// Scrolls to an element anew where it has moved in the page by the next frame, for so many frames: what comes near is laid out, and
/// its height is another than was guessed. Where the page has been scrolled, somebody wants to be elsewhere.
fn scroll_again(target: Element, options: ScrollIntoViewOptions, frames: u32) {
    let before = place(&target);
    let look = move |_| {
        let now = place(&target);
        if differ(now.0, before.0) && differ(now.1, before.1) {
            target.scroll_into_view_with_scroll_into_view_options(&options);
        }
        if frames > 1 {
            scroll_again(target, options, frames - 1);
        }
    };
    // The explainer may have gone until then: an element outside the page does not scroll.
    NEXT_LOOK.set(Some(request_animation_frame(look)));
}

/// How far an element is from the window's top, and from the page's.
fn place(target: &Element) -> (f64, f64) {
    let top = target.get_bounding_client_rect().top();
    (top, top + window().scroll_y().unwrap_or_default())
}

/// Whether two distances in pixels differ so that it is seen.
fn differ(one: f64, other: f64) -> bool {
    (one - other).abs() > 0.5
}

/// Moves the focus without scrolling.
pub fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Nothing can be done about an element that refuses the focus; the reader sees it all the same.
    let _ = element.focus_with_options(&options);
}

/// The page's history, where it may be used: a sandboxed frame may not.
pub fn history() -> Option<web_sys::History> {
    window().history().ok()
}

/// What a page keeps of an entry of its history.
pub fn state() -> JsValue {
    history()
        .and_then(|history| history.state().ok())
        .unwrap_or_default()
}
