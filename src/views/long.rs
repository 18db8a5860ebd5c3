//! Long lists, in batches: browsers lay out those that are near the window and leave out the rest (`style/long.css`).
//!
//! Batches and not items, since what a browser may leave out costs it a layer of its own, which it looks after in every
//! frame.

use std::slice::Chunks;

/// A list of more items than this is long. Articles of the usual length have none, so that they do not hang on guesses
/// at heights.
const LONG: usize = 50;

/// How many items a batch has: rows of two, three, four or six come out even.
const BATCH: usize = 12;

/// Whether a list is long.
pub fn is_long<T>(all: &[T]) -> bool {
    all.len() > LONG
}

/// The items in batches, or all in one.
pub fn batches<T>(items: &[T], is_long: bool) -> Chunks<'_, T> {
    items.chunks(if is_long { BATCH } else { items.len().max(1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_the_usual_length_is_one_batch_and_a_long_one_many() {
        let lengths = |count: usize| -> Vec<usize> {
            let items = vec![(); count];
            batches(&items, is_long(&items)).map(<[()]>::len).collect()
        };
        assert_eq!(lengths(0), [0; 0]);
        assert_eq!(lengths(50), [50]);
        assert_eq!(lengths(51), [12, 12, 12, 12, 3]);
    }
}
