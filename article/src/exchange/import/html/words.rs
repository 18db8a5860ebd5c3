//! Runs of text, in which any blanks are one.

use ego_tree::NodeRef;
use scraper::Node;

use super::blocks::is_block;
use super::{DEEPEST, Reader};
use crate::model::{Inline, Url, plain_inlines};

/// Elements whose loss changes no meaning.
const QUIET: &[&str] = &[
    "html", "body", "span", "font", "u", "small", "big", "time", "abbr", "mark", "label", "wbr",
    "nobr",
];

impl Reader {
    /// Adds a node to a run of text.
    pub(super) fn inline(
        &mut self,
        node: NodeRef<'_, Node>,
        words: &mut Vec<Inline>,
        depth: usize,
    ) {
        if let Node::Text(text) = node.value() {
            return self.text(text, words);
        }
        let Some(element) = node.value().as_element() else {
            return;
        };
        let name = element.name();
        match name {
            "br" => {
                self.is_waiting = false;
                self.is_blank = true;
                words.push(Inline::Break);
            }
            "script" | "style" | "template" | "noscript" | "iframe" | "object" | "embed"
            | "video" | "audio" | "canvas" | "svg" | "math" | "select" | "textarea" | "button"
            | "input" => {
                let from = element
                    .attr("src")
                    .map(|src| format!(" of {src}"))
                    .unwrap_or_default();
                self.lose(format!("<{name}>{from} was left out"));
            }
            "img" => {
                let (src, alt) = (
                    element.attr("src").unwrap_or_default(),
                    element.attr("alt").unwrap_or_default(),
                );
                self.lose(format!("the image {src} was left out; it shows “{alt}”"));
            }
            // What lies too deep keeps its words. They are gathered without going down, which would take stack.
            _ if depth >= DEEPEST => {
                for inside in node.descendants() {
                    if let Node::Text(text) = inside.value() {
                        self.text(text, words);
                    }
                }
            }
            "b" | "strong" => self.holding(node, words, depth, Inline::Strong),
            "i" | "em" | "cite" => self.holding(node, words, depth, Inline::Emphasis),
            "a" => self.link(node, element.attr("href"), words, depth),
            _ => {
                if !QUIET.contains(&name) && !is_block(name) {
                    self.lose(format!("<{name}> is not kept, its words are"));
                }
                for inside in node.children() {
                    self.inline(inside, words, depth + 1);
                }
            }
        }
    }

    fn link(
        &mut self,
        node: NodeRef<'_, Node>,
        href: Option<&str>,
        words: &mut Vec<Inline>,
        depth: usize,
    ) {
        let href = href.unwrap_or_default().trim();
        let url = Url::try_from(href.to_owned())
            .ok()
            .filter(|_| !href.starts_with('#') && !self.in_link);
        let Some(url) = url else {
            if !href.is_empty() {
                self.lose(format!("the link to {href} is not kept, its words are"));
            }
            for inside in node.children() {
                self.inline(inside, words, depth + 1);
            }
            return;
        };
        self.in_link = true;
        self.holding(node, words, depth, |content| Inline::Link { url, content });
        self.in_link = false;
    }

    /// Adds something that holds words; nothing where there are none.
    fn holding(
        &mut self,
        node: NodeRef<'_, Node>,
        words: &mut Vec<Inline>,
        depth: usize,
        hold: impl FnOnce(Vec<Inline>) -> Inline,
    ) {
        self.write_blank(words);
        let mut content = Vec::new();
        for inside in node.children() {
            self.inline(inside, &mut content, depth + 1);
        }
        let breaks = trim(&mut content);
        if !plain_inlines(&content).trim().is_empty() {
            words.push(hold(content));
        }
        words.extend((0..breaks).map(|_| Inline::Break));
    }

    /// Adds words, in which any blanks are one.
    fn text(&mut self, text: &str, words: &mut Vec<Inline>) {
        for word in text.split_inclusive(|sign: char| sign.is_ascii_whitespace()) {
            let (word, is_followed) =
                match word.strip_suffix(|sign: char| sign.is_ascii_whitespace()) {
                    Some(word) => (word, true),
                    None => (word, false),
                };
            if !word.is_empty() {
                self.write_blank(words);
                self.word(word, words);
                self.is_blank = false;
            }
            self.is_waiting |= is_followed && !self.is_blank;
        }
    }

    /// Adds a word; an address becomes a link.
    fn word(&mut self, word: &str, words: &mut Vec<Inline>) {
        let at = ["https://", "http://"]
            .iter()
            .filter_map(|scheme| word.find(scheme))
            .min();
        let Some(at) = at.filter(|_| self.autolink && !self.in_link) else {
            return push(words, word);
        };
        let address =
            word[at..].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'', '”', '’']);
        match Url::try_from(address.to_owned()) {
            Ok(url) => {
                push(words, &word[..at]);
                let content = vec![Inline::Text(address.to_owned())];
                words.push(Inline::Link { url, content });
                push(words, &word[at + address.len()..]);
            }
            Err(_) => push(words, word),
        }
    }

    fn write_blank(&mut self, words: &mut Vec<Inline>) {
        if std::mem::take(&mut self.is_waiting) {
            push(words, " ");
            self.is_blank = true;
        }
    }

    fn lose(&mut self, what: String) {
        if !self.lost.contains(&what) {
            self.lost.push(what);
        }
    }
}

fn push(words: &mut Vec<Inline>, text: &str) {
    match words.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(before)) => before.push_str(text),
        _ => words.push(Inline::Text(text.to_owned())),
    }
}

/// Takes blanks and line breaks off the end, and says how many line breaks there were.
pub(super) fn trim(words: &mut Vec<Inline>) -> usize {
    let mut breaks = 0;
    loop {
        match words.last_mut() {
            Some(Inline::Break) => breaks += 1,
            Some(Inline::Text(text)) => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() {
                    return breaks;
                }
            }
            _ => return breaks,
        }
        words.pop();
    }
}
