//! The fonts of cards: five inside the program for the scripts of the interface's languages, so that cards look the same
//! wherever they are made, and behind them what the machine has.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source, Style};
use skrifa::{FontRef, MetadataProvider};

/// A font by its number: first those inside the program, then those of the machine.
pub type Font = usize;

/// The fonts inside the program; `cli/fonts/README.md` says where they come from.
const OWN: [&[u8]; 5] = [
    include_bytes!("../../../fonts/serif-600.ttf"),
    include_bytes!("../../../fonts/sans-600.ttf"),
    include_bytes!("../../../fonts/sans-400.ttf"),
    include_bytes!("../../../fonts/naskh-700.ttf"),
    include_bytes!("../../../fonts/naskh-400.ttf"),
];

/// The fonts of this program, loaded.
static LOADED: LazyLock<(Arc<Database>, Vec<ID>)> = LazyLock::new(|| {
    let mut database = Database::new();
    let load = |bytes: &'static [u8]| database.load_font_source(Source::Binary(Arc::new(bytes)));
    let ids = OWN.into_iter().flat_map(load).collect();
    (Arc::new(database), ids)
});

/// What the fonts of this program can write.
static LETTERS: LazyLock<Vec<HashSet<char>>> = LazyLock::new(|| {
    let letters = |bytes: &[u8]| {
        let font = FontRef::new(bytes).ok()?;
        let letters = font.charmap().mappings();
        Some(letters.filter_map(|(c, _)| char::from_u32(c)).collect())
    };
    OWN.into_iter()
        .map(|bytes| letters(bytes).unwrap_or_default())
        .collect()
});

/// The upright fonts of the machine, in an order that does not hang on that of its folders. Finding them takes a while,
/// so it is not done before a letter asks for it.
static MACHINE: LazyLock<(Database, Vec<FaceInfo>)> = LazyLock::new(|| {
    let mut database = Database::new();
    database.load_system_fonts();
    let upright = |face: &&FaceInfo| face.style == Style::Normal;
    let mut faces: Vec<_> = database.faces().filter(upright).cloned().collect();
    faces.sort_by_cached_key(|face| (face.monospaced, face.post_script_name.clone(), face.index));
    (database, faces)
});

/// What has been found in the machine's fonts: by weight and letter, which of them has it.
type Found = HashMap<(u16, String), Option<Font>>;

/// What has been found in the machine's fonts so far.
static FOUND: LazyLock<Mutex<Found>> = LazyLock::new(Mutex::default);

/// What a text is for, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// The headline.
    Headline,
    /// What stands out among small text.
    Strong,
    /// Small text.
    Plain,
}

impl Voice {
    /// The program's own fonts for it, for the European scripts and for Arabic.
    fn own(self) -> [Font; 2] {
        match self {
            Voice::Headline => [0, 3],
            Voice::Strong => [1, 3],
            Voice::Plain => [2, 4],
        }
    }

    fn weight(self) -> u16 {
        match self {
            Voice::Headline | Voice::Strong => 600,
            Voice::Plain => 400,
        }
    }

    /// The font for what one sees as a letter, accents and all; `None` where no font has it.
    pub fn font(self, letter: &str) -> Option<Font> {
        let has_letter = |font: &Font| signs(letter).all(|c| LETTERS[*font].contains(&c));
        let own = self.own().into_iter().find(has_letter);
        own.or_else(|| self.of_the_machine(letter))
    }

    /// The machine's font for a letter whose weight is nearest.
    fn of_the_machine(self, letter: &str) -> Option<Font> {
        let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
        *found
            .entry((self.weight(), letter.to_owned()))
            .or_insert_with(|| {
                let (database, faces) = &*MACHINE;
                let has_letter = |(_, face): &(Font, &FaceInfo)| {
                    let look = |bytes: &[u8], index| {
                        FontRef::from_index(bytes, index).is_ok_and(|font| has(&font, letter))
                    };
                    database.with_face_data(face.id, look) == Some(true)
                };
                let fonts = (OWN.len()..).zip(faces).filter(has_letter);
                let (font, _) =
                    fonts.min_by_key(|(_, face)| face.weight.0.abs_diff(self.weight()))?;
                Some(font)
            })
    }
}

/// Whether a font has everything that a letter is made of, in outlines: pictures of letters are not drawn.
fn has(font: &FontRef<'_>, letter: &str) -> bool {
    let (letters, outlines) = (font.charmap(), font.outline_glyphs());
    signs(letter).all(|c| {
        let glyph = letters.map(c).filter(|glyph| glyph.to_u32() != 0);
        glyph.is_some_and(|glyph| outlines.get(glyph).is_some())
    })
}

/// What is seen of a letter: what joins signs, or chooses between their looks, has no look of its own.
fn signs(letter: &str) -> impl Iterator<Item = char> {
    let is_seen = |c: &char| !matches!(c, '\u{200c}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}');
    letter.chars().filter(is_seen)
}

/// How much larger than others a font is set, so that its letters look as large as theirs.
pub fn scale(font: Font) -> f32 {
    match font {
        3 | 4 => 1.1,
        // The letters of most other scripts fill more of their height.
        _ if is_of_the_machine(font) => 0.92,
        _ => 1.0,
    }
}

/// How much farther apart than others the lines of a font are, since its letters reach farther up and down.
pub fn spread(font: Font) -> f32 {
    match font {
        3 | 4 => 1.1,
        _ if is_of_the_machine(font) => 1.22,
        _ => 1.0,
    }
}

/// Whether a font is not one of this program's.
fn is_of_the_machine(font: Font) -> bool {
    font >= OWN.len()
}

/// The database that texts begin with.
pub fn database() -> Arc<Database> {
    LOADED.0.clone()
}

/// The font of this number in a database that began with [`database`]; one of the machine's is added to it.
pub fn id(font: Font, database: &mut Arc<Database>) -> Option<ID> {
    let (_, own) = &*LOADED;
    match font.checked_sub(OWN.len()) {
        None => own.get(font).copied(),
        Some(number) => {
            let face = MACHINE.1.get(number)?.clone();
            Some(Arc::make_mut(database).push_face_info(face))
        }
    }
}
