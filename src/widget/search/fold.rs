//! Text as it is compared: without case, accents and typographic niceties, each unit knowing where it comes from.
//!
//! What Unicode says of a character is asked of whoever folds: in the browser of the platform, so that the widget
//! carries no tables. Finnish å, ä and ö fold to a and o, since whoever reads on a foreign keyboard can't type them;
//! so do all letters that Unicode takes apart, й and ё among them.

use std::ops::Range;

/// Between two blocks; no query holds it, so nothing is found over a block's border.
const BORDER: u16 = 0;
const SPACE: u16 = b' ' as u16;

/// What a character comes to.
enum Folded {
    /// As good as nothing: the text before and after it is joined.
    Nothing,
    /// A mark on the character before, which it belongs to.
    Mark,
    Space,
    One(char),
    Two(char, char),
    /// What the platform says.
    Asked,
}

/// Folds characters, and remembers what it was told of those that it had to ask for.
pub struct Folder<A> {
    ask: A,
    told: Vec<(char, Box<[u16]>)>,
}

impl<A: FnMut(char) -> String> Folder<A> {
    /// A folder that asks for the compatibility decomposition (NFKD) of a character, in lower case.
    pub fn new(ask: A) -> Self {
        Folder {
            ask,
            told: Vec::new(),
        }
    }

    /// The units of a character that is not known here.
    fn told(&mut self, character: char) -> &[u16] {
        let found = self
            .told
            .binary_search_by_key(&character, |(each, _)| *each);
        let at = match found {
            Ok(at) => at,
            Err(at) => {
                let mut units = Vec::new();
                for each in (self.ask)(character).chars() {
                    match simple(each) {
                        Folded::Nothing | Folded::Mark => {}
                        Folded::Space => units.push(SPACE),
                        Folded::One(one) => push(&mut units, one),
                        Folded::Two(one, two) => {
                            push(&mut units, one);
                            push(&mut units, two);
                        }
                        Folded::Asked => push(&mut units, each),
                    }
                }
                self.told.insert(at, (character, units.into()));
                at
            }
        };
        &self.told[at].1
    }
}

/// A folded text, in units of UTF-16 as the DOM counts them.
#[derive(Default)]
pub struct Text {
    units: Vec<u16>,
    /// Where in the text each unit comes from.
    spans: Vec<(u32, u32)>,
    length: u32,
}

impl Text {
    /// The folded units.
    pub fn units(&self) -> &[u16] {
        &self.units
    }

    /// How long the text is that has been folded.
    pub fn length(&self) -> u32 {
        self.length
    }

    /// Where in the text these units come from. There has to be one of them.
    pub fn source(&self, units: Range<usize>) -> Range<u32> {
        self.spans[units.start].0..self.spans[units.end - 1].1
    }

    /// Whether what comes to these units begins with the first of them: an ß comes to two.
    pub fn begins(&self, unit: usize) -> bool {
        unit == 0 || self.spans[unit].0 != self.spans[unit - 1].0 || self.units[unit - 1] == BORDER
    }

    /// Ends a block.
    pub fn end_block(&mut self) {
        if self.units.last().is_some_and(|last| *last != BORDER) {
            self.unit(BORDER, self.length);
        }
    }

    /// Adds a space that is seen and not written: a break between lines.
    pub fn space(&mut self) {
        self.spaced(self.length);
    }

    /// Adds text.
    pub fn push<A: FnMut(char) -> String>(&mut self, text: &str, folder: &mut Folder<A>) {
        for character in text.chars() {
            let start = self.length;
            self.length += character.len_utf16() as u32;
            match simple(character) {
                Folded::Nothing => {}
                Folded::Mark => self.extend(),
                Folded::Space => self.spaced(start),
                Folded::One(one) => self.unit(one as u16, start),
                Folded::Two(one, two) => {
                    self.unit(one as u16, start);
                    self.unit(two as u16, start);
                }
                Folded::Asked => match folder.told(character) {
                    [] => self.extend(),
                    [SPACE] => self.spaced(start),
                    units => units.iter().for_each(|unit| self.unit(*unit, start)),
                },
            }
        }
    }

    /// Adds a unit that comes from what was added last, from `start` on.
    fn unit(&mut self, unit: u16, start: u32) {
        self.units.push(unit);
        self.spans.push((start, self.length));
    }

    /// Adds white space; more of it is one space, and at the edge of a block it is none.
    fn spaced(&mut self, start: u32) {
        match self.units.last() {
            Some(&SPACE) => self.extend(),
            None | Some(&BORDER) => {}
            Some(_) => self.unit(SPACE, start),
        }
    }

    /// What was added last belongs to what came before it, all units of it.
    fn extend(&mut self) {
        let last = match (self.units.last(), self.spans.last()) {
            (Some(unit), Some(span)) if *unit != BORDER => *span,
            _ => return,
        };
        let units = self.spans.iter_mut().rev();
        for span in units.take_while(|span| **span == last) {
            span.1 = self.length;
        }
    }
}

/// A query, folded as the text that it is looked for in, without the space around it.
pub fn query<A: FnMut(char) -> String>(query: &str, folder: &mut Folder<A>) -> Vec<u16> {
    let mut text = Text::default();
    text.push(query, folder);
    let mut units = text.units;
    if units.last() == Some(&SPACE) {
        units.pop();
    }
    units
}

fn push(units: &mut Vec<u16>, character: char) {
    units.extend_from_slice(character.encode_utf16(&mut [0; 2]));
}

/// What is known without asking.
fn simple(character: char) -> Folded {
    match character {
        '\0' => Folded::Nothing,
        '\t'..='\r' | ' ' => Folded::Space,
        '\u{1}'..='\u{7f}' => Folded::One(character.to_ascii_lowercase()),
        // White space of every width.
        '\u{85}'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Folded::Space,
        // Soft hyphen, joiners and marks of direction, and the stroke that stretches Arabic words.
        '\u{ad}'
        | '\u{61c}'
        | '\u{640}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => Folded::Nothing,
        // Accents; the vowel signs of Arabic and Hebrew; variation selectors. Not those of India's scripts: there
        // they are letters.
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'
        | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}'
        | '\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}'..='\u{6e8}'
        | '\u{6ea}'..='\u{6ed}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' => Folded::Mark,
        '‘'..='‛' | '′' | '‹' | '›' | 'ʼ' | '´' => Folded::One('\''),
        '“'..='‟' | '″' | '«' | '»' => Folded::One('"'),
        '‐'..='―' | '−' => Folded::One('-'),
        // Letters that Unicode does not take apart.
        'ß' | 'ẞ' => Folded::Two('s', 's'),
        'æ' | 'Æ' => Folded::Two('a', 'e'),
        'œ' | 'Œ' => Folded::Two('o', 'e'),
        'ø' | 'Ø' => Folded::One('o'),
        'đ' | 'Đ' => Folded::One('d'),
        'ł' | 'Ł' => Folded::One('l'),
        'ı' => Folded::One('i'),
        'ς' => Folded::One('σ'),
        // Signs of the East: no case, no accents, and too many to ask for each.
        '\u{3400}'..='\u{9fff}' => Folded::One(character),
        _ => Folded::Asked,
    }
}
