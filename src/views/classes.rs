//! Classes that count: the stylesheet has rules for each number up to a limit (`build/style.rs`), since it can't count by itself.

use yew::AttrValue;

include!("../../build/limits.rs");

/// The class of a number, such as `b3`.
pub fn numbered(letter: char, number: usize) -> AttrValue {
    format!("{letter}{number}").into()
}

/// The classes `bN` of all of these marks that the stylesheet has rules for.
pub fn bearing(marks: impl IntoIterator<Item = usize>) -> Vec<AttrValue> {
    let marks = marks.into_iter().filter(|number| *number <= MOST_MARKS);
    marks.map(|number| numbered('b', number)).collect()
}

/// a … z, aa, ab …: the letters that name a mark on paper.
pub fn letter(number: usize) -> String {
    let (before, last) = ((number - 1) / 26, (number - 1) % 26);
    let mut letters = match before {
        0 => String::new(),
        before => letter(before),
    };
    letters.extend(('a'..='z').nth(last));
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_on_paper_are_counted_in_letters() {
        assert_eq!(
            [1, 26, 27, 52, 53].map(letter),
            ["a", "z", "aa", "az", "ba"]
        );
    }
}
