//! The text of the explainer, and the way from it back into the DOM.

use std::ops;

use gloo::utils::document;
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CharacterData, Element, Node, Range, TreeWalker};

use super::fold::{Folder, Text};

/// What is not read: controls, what is said and not shown or the other way round, and links that say the same everywhere.
const SKIPPED: &str = "[data-skip], [data-widget], [data-loader], button, output, svg, script, style, \
    [role=status], [aria-hidden=true], [hidden]";
/// The tags of what nothing is found over the border of.
const BLOCK: [&str; 17] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "figcaption",
    "summary",
    "div",
    "section",
    "article",
];

/// `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT`.
const ELEMENTS_AND_TEXT: u32 = 1 | 4;

/// The text of an explainer as it was when it was gathered.
#[derive(Default)]
pub struct Gathered {
    /// The text, folded.
    pub text: Text,
    /// The text nodes, each with the place where it begins.
    nodes: Vec<(u32, Node)>,
}

impl Gathered {
    /// Gathers what stands below an element.
    pub fn of(root: &Element, folder: &mut Folder<impl FnMut(char) -> String>) -> Self {
        let mut gathered = Gathered::default();
        let text = &mut gathered.text;
        let walker = document().create_tree_walker_with_what_to_show(root, ELEMENTS_AND_TEXT);
        let Ok(walker) = walker else { return gathered };
        // The blocks around the node at hand, from outside to inside, each with a number of its own.
        let mut blocks: Vec<(usize, Element)> = Vec::new();
        let (mut entered, mut last) = (0, 0);
        let mut next = walker.next_node();
        while let Ok(Some(node)) = next {
            let node = match node.dyn_into::<Element>() {
                Ok(element) if element.matches(SKIPPED).unwrap_or_default() => {
                    next = beyond(&walker);
                    continue;
                }
                Ok(element) => {
                    match element.local_name().as_str() {
                        "br" => text.space(),
                        tag if BLOCK.contains(&tag) => {
                            entered += 1;
                            blocks.push((entered, element));
                        }
                        _ => {}
                    }
                    next = walker.next_node();
                    continue;
                }
                Err(node) => node,
            };
            next = walker.next_node();
            let words = node.node_value().unwrap_or_default();
            if words.is_empty() {
                continue;
            }
            while blocks
                .last()
                .is_some_and(|(_, block)| !block.contains(Some(&node)))
            {
                blocks.pop();
            }
            let own = blocks.last().map_or(0, |(number, _)| *number);
            if own != last {
                text.end_block();
                last = own;
            }
            gathered.nodes.push((text.length(), node));
            text.push(&words, folder);
        }
        gathered
    }

    /// Whether every text node is still in the page and as long as it was.
    pub fn is_current(&self) -> bool {
        let ends = self.nodes.iter().skip(1).map(|(at, _)| *at);
        let ends = ends.chain([self.text.length()]);
        let is_same = |((at, node), end): (&(u32, Node), u32)| {
            let data = node.dyn_ref::<CharacterData>();
            node.is_connected() && data.is_some_and(|data| data.length() == end - at)
        };
        !self.nodes.is_empty() && self.nodes.iter().zip(ends).all(is_same)
    }

    /// Sets a range to the place in the DOM that these folded units come from; `None` where it is no longer there.
    pub fn span(&self, units: ops::Range<usize>, range: &Range) -> Option<()> {
        let source = self.text.source(units);
        // A start at the border of two nodes is in the second of them, an end in the first.
        let start = self.nodes.partition_point(|(at, _)| *at <= source.start);
        let end = self.nodes.partition_point(|(at, _)| *at < source.end);
        let (at, node) = self.nodes.get(start.checked_sub(1)?)?;
        range.set_start(node, source.start - at).ok()?;
        let (at, node) = self.nodes.get(end.checked_sub(1)?)?;
        range.set_end(node, source.end - at).ok()
    }
}

/// The node that follows in the text after all that is inside the one at hand.
fn beyond(walker: &TreeWalker) -> Result<Option<Node>, JsValue> {
    loop {
        let sibling = walker.next_sibling()?;
        if sibling.is_some() || walker.parent_node()?.is_none() {
            return Ok(sibling);
        }
    }
}

/// What the platform makes of a character: taken apart, in lower case.
pub fn platform(character: char) -> String {
    let character: JsString = JsValue::from(character.to_string()).unchecked_into();
    character.normalize("NFKD").to_lower_case().into()
}
