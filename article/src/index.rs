//! What is found by an id, without looking at all there is.

use crate::model::Id;

/// The numbers of a thing: of one that stands in a list, and where there are lists in lists, of one that stands in that.
pub type Numbers = (usize, usize);

/// The numbers of things, in the order of the ids that lead to them.
///
/// It holds no ids: who asks says which one the numbers have, from where they were read.
#[derive(Clone, Debug)]
pub struct Index(Vec<Numbers>);

impl Index {
    /// Takes in ids with the numbers of the thing that each leads to.
    pub fn of<'a>(entries: impl Iterator<Item = (&'a Id, Numbers)>) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let sorted = {
            let mut entries: Vec<_> = entries.collect();
            entries.sort_unstable();
            entries
        };
        // By a heap, slower: the library's own sort would be ten times the code, and the widget has to carry it.
        #[cfg(target_arch = "wasm32")]
        let sorted = entries
            .collect::<std::collections::BinaryHeap<_>>()
            .into_sorted_vec();
        Index(sorted.into_iter().map(|(_, numbers)| numbers).collect())
    }

    /// Takes in ids of things that are numbered from 0 on.
    pub fn in_turn<'a>(ids: impl Iterator<Item = &'a Id>) -> Self {
        Index::of(ids.zip((0..).map(|number| (number, 0))))
    }

    /// The numbers that an id leads to, the smallest first; `ids` says which id numbers have.
    pub fn get<'a>(&self, id: &Id, ids: impl Fn(Numbers) -> &'a Id) -> &[Numbers] {
        let from = self.0.partition_point(|numbers| ids(*numbers) < id);
        let here = &self.0[from..];
        let count = here.iter().take_while(|numbers| ids(**numbers) == id);
        &here[..count.count()]
    }

    /// All numbers, in the order of their ids.
    pub fn numbers(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|(number, _)| *number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_leads_to_each_of_its_numbers_in_order_and_a_stranger_to_none() {
        let ids = ["b", "a", "b", "c"].map(|id| Id::try_from(id.to_owned()).expect("an id"));
        let index = Index::in_turn(ids.iter());
        let found = |id: &str| {
            let id = Id::try_from(id.to_owned()).expect("an id");
            index.get(&id, |(number, _)| &ids[number]).to_owned()
        };
        assert_eq!(found("b"), [(0, 0), (2, 0)]);
        assert_eq!(found("a"), [(1, 0)]);
        assert!(found("aa").is_empty());
        assert!(found("d").is_empty());
        assert_eq!(index.numbers().collect::<Vec<_>>(), [1, 0, 2, 3]);
    }
}
