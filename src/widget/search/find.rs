//! Where a folded text holds a query.

use super::fold::Text;

/// Where the text holds the query, one after the other without overlap. An empty query is nowhere.
pub fn find(text: &Text, query: &[u16]) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(first) = query.first() else {
        return found;
    };
    let units = text.units();
    let mut at = 0;
    while at + query.len() <= units.len() {
        if units[at] == *first && units[at..].starts_with(query) && text.begins(at) {
            found.push(at);
            at += query.len();
        } else {
            at += 1;
        }
    }
    found
}

/// Which of the places found comes first at or after a unit; after the last one comes the first.
pub fn at_or_after(found: &[usize], unit: usize) -> usize {
    let number = found.partition_point(|place| *place < unit);
    if number == found.len() { 0 } else { number }
}

/// Which of so many comes next or before, round and round.
pub fn step(current: usize, total: usize, forward: bool) -> usize {
    match (total, forward) {
        (0, _) => 0,
        (_, true) => (current + 1) % total,
        (_, false) => (current + total - 1) % total,
    }
}
