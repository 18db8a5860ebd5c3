//! Text in lines: where it may break, and lines of about the same length.

use hypher::Lang;
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::clean::letters;
use super::text::{Line, Setter, Style};

/// A place inside a word where a hyphen shows if the line ends there.
const SOFT_HYPHEN: char = '\u{ad}';

/// A place where a line may end without one.
const BREAK: &str = "\u{200b}";

/// Words of a text between two places where a line may end.
struct Part<'t> {
    text: &'t str,
    /// Its width with what stands behind it, and at the end of a line.
    inside: f32,
    at_end: f32,
}

impl Setter {
    /// Sets a text in as few lines of this width as there can be, all about as long; `None` where a word is longer.
    pub fn lines(&self, text: &str, style: Style, width: f32) -> Option<Vec<Line>> {
        let parts = self.parts(text, style);
        let fewest = fill(&parts, width)?.len();
        let (mut narrow, mut wide) = (width / 2.0, width);
        for _ in 0..10 {
            let middle = (narrow + wide) / 2.0;
            match fill(&parts, middle).is_some_and(|lines| lines.len() == fewest) {
                true => wide = middle,
                false => narrow = middle,
            }
        }
        let lines = fill(&parts, wide)?.into_iter();
        Some(lines.map(|line| self.line(&shown(&line), style)).collect())
    }

    /// Sets a text in no more lines of this width than these, and says whether it is whole. Words that are longer than a
    /// line are broken, as their language breaks them if it is known how; what is left over is cut.
    pub fn lines_at_most(
        &self,
        text: &str,
        style: Style,
        width: f32,
        most: usize,
        lang: &str,
    ) -> (Vec<Line>, bool) {
        let text = self.breakable(text, style, width, lang);
        if let Some(lines) = self.lines(&text, style, width)
            && lines.len() <= most
        {
            return (lines, true);
        }
        let parts = self.parts(&text, style);
        let filled = fill(&parts, width).unwrap_or_default();
        let (first, rest) = filled.split_at(most.saturating_sub(1).min(filled.len()));
        let mut lines: Vec<_> = first
            .iter()
            .map(|line| self.line(&shown(line), style))
            .collect();
        lines.push(self.cut(&plain(&rest.concat()), style, width));
        (lines, false)
    }

    /// A text with places to break in the words that are longer than a line.
    fn breakable(&self, text: &str, style: Style, width: f32, lang: &str) -> String {
        let is_too_long = |part: &Part<'_>| part.at_end > width;
        let mut breakable = String::new();
        for word in text.split_inclusive(' ') {
            if !self.parts(word, style).iter().any(is_too_long) {
                breakable += word;
                continue;
            }
            // In an address a hyphen would be read as part of it.
            let lang = language(lang).filter(|_| !word.contains(['/', '@', '_']));
            let hyphenated = lang.map_or_else(|| word.to_owned(), |lang| hyphenated(word, lang));
            let hyphenated = hyphenated.replace('-', &format!("-{BREAK}"));
            for part in self.parts(&hyphenated, style) {
                match is_too_long(&part) {
                    true => breakable += &letters(part.text).join(BREAK),
                    false => breakable += part.text,
                }
            }
        }
        breakable
    }

    /// A text between all places where a line may end. Words with a hyphen are kept whole.
    fn parts<'t>(&self, text: &'t str, style: Style) -> Vec<Part<'t>> {
        let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
        let is_kept = |end: &usize| !text[..*end].ends_with(['-', '\u{2010}']);
        let mut ends: Vec<_> = segmenter.segment_str(text).filter(is_kept).collect();
        if ends.last() != Some(&text.len()) {
            ends.push(text.len());
        }
        let parts = ends
            .windows(2)
            .filter_map(|pair| text.get(pair[0]..pair[1]));
        parts
            .filter(|part| !part.is_empty())
            .map(|part| Part {
                text: part,
                inside: self.line(part, style).width,
                at_end: self.line(&shown(part), style).width,
            })
            .collect()
    }
}

/// Lines of this width, each as long as it can be; `None` where a part is longer.
fn fill(parts: &[Part<'_>], width: f32) -> Option<Vec<String>> {
    let mut lines: Vec<(String, f32)> = Vec::new();
    for part in parts {
        if part.at_end > width {
            return None;
        }
        match lines.last_mut() {
            Some((line, filled)) if *filled + part.at_end <= width => {
                line.push_str(part.text);
                *filled += part.inside;
            }
            _ => lines.push((part.text.to_owned(), part.inside)),
        }
    }
    Some(lines.into_iter().map(|(line, _)| line).collect())
}

/// A line as it is shown: without the space at its end, with the hyphen of a broken word.
fn shown(line: &str) -> String {
    match line.strip_suffix(SOFT_HYPHEN) {
        Some(line) => format!("{}-", plain(line)),
        None => plain(line.trim_end()),
    }
}

/// A text without the places where it may break.
fn plain(text: &str) -> String {
    text.replace([SOFT_HYPHEN, '\u{200b}'], "")
}

/// A text with a soft hyphen wherever its words may be broken.
fn hyphenated(text: &str, lang: Lang) -> String {
    let mut hyphenated = String::new();
    let mut rest = text;
    while let Some(from) = rest.find(char::is_alphabetic) {
        let (before, word) = rest.split_at(from);
        let end = word.find(|c: char| !c.is_alphabetic());
        let (word, after) = word.split_at(end.unwrap_or(word.len()));
        let syllables: Vec<_> = hypher::hyphenate(word, lang).collect();
        hyphenated += before;
        hyphenated += &syllables.join("\u{ad}");
        rest = after;
    }
    hyphenated + rest
}

/// The language of a tag, where it is known how its words are broken.
fn language(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
    Lang::from_iso(primary.as_bytes().try_into().ok()?)
}
