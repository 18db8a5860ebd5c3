//! Runs of text, tried out until they read as what was meant.
//!
//! Whether a `*` begins or ends emphasis hangs on the signs around it, so that the plainest way to write a run of text
//! may read as something else. Each run is read back; where it is not the same, the next way is tried.

use super::pieces::{Pieces, Place, Way};
use crate::authoring::body::read_inlines;
use crate::model::Inline;

/// How many ways to choose the marks of emphasis are tried before every sign is written by its number.
const CHOICES: u32 = 64;

/// The words of a paragraph or a caption.
pub(super) fn paragraph(inlines: &[Inline]) -> String {
    write(&Pieces::of(inlines, Place::Paragraph))
}

/// The words of a heading, in one line.
pub(super) fn heading(inlines: &[Inline]) -> String {
    write(&Pieces::of(inlines, Place::Heading))
}

/// The words of a heading, in as many lines as they have.
pub(super) fn long_heading(inlines: &[Inline]) -> String {
    write(&Pieces::of(inlines, Place::LongHeading))
}

fn write(pieces: &Pieces<'_>) -> String {
    let plain = Way::default();
    let written = pieces.write(&plain);
    if written.is_empty() || is_same(pieces, &written) {
        return written;
    }
    let joined = Way {
        joined: true,
        ..plain
    };
    let guarded = |way: Way| Way {
        guarded: true,
        ..way
    };
    let bare = |way: Way| Way { bare: true, ..way };
    let by_nesting = [joined, plain].into_iter();
    let by_nesting = by_nesting.flat_map(|way| [way, guarded(way), bare(way)]);
    let chosen = [plain, guarded(plain), bare(plain)].into_iter();
    let chosen = chosen.flat_map(|way| {
        (0..CHOICES).map(move |choice| Way {
            choice: Some(choice),
            ..way
        })
    });
    let mut ways = by_nesting.chain(chosen).map(|way| pieces.write(&way));
    ways.find(|written| is_same(pieces, written))
        .unwrap_or_else(|| {
            pieces.write(&Way {
                numbered: true,
                ..guarded(plain)
            })
        })
}

/// Whether some Markdown reads as the run of text it was written for.
fn is_same(pieces: &Pieces<'_>, written: &str) -> bool {
    read_inlines(written).is_some_and(|read| Pieces::of(&read, pieces.place).is_same(pieces))
}
