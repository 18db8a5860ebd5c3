//! What is found by an id, without looking at all there is.

use crate::model::Id;

/// The numbers of things by the ids that lead to them.
#[derive(Debug)]
pub struct Index<'a>(Vec<(&'a Id, usize)>);

impl<'a> Index<'a> {
    /// Takes in ids with the number of the thing that each leads to.
    pub fn of(entries: impl IntoIterator<Item = (&'a Id, usize)>) -> Self {
        let entries = entries.into_iter();
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
        Index(sorted)
    }

    /// Takes in ids of things that are numbered from 0 on.
    pub fn in_turn(ids: impl IntoIterator<Item = &'a Id>) -> Self {
        Index::of(ids.into_iter().zip(0..))
    }

    /// The numbers that an id leads to, the smallest first.
    pub fn get(&self, id: &Id) -> impl Iterator<Item = usize> {
        let from = self.0.partition_point(|(each, _)| *each < id);
        let here = self.0[from..].iter();
        let here = here.take_while(move |(each, _)| *each == id);
        here.map(|(_, number)| *number)
    }

    /// Whether an id leads anywhere.
    pub fn has(&self, id: &Id) -> bool {
        self.get(id).next().is_some()
    }

    /// All ids with the numbers that they lead to, in their order.
    pub fn entries(&self) -> &[(&'a Id, usize)] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_leads_to_each_of_its_numbers_in_order_and_a_stranger_to_none() {
        let ids = ["b", "a", "b", "c"].map(|id| Id::try_from(id.to_owned()).expect("an id"));
        let index = Index::in_turn(&ids);
        let found = |id: &str| {
            let id = Id::try_from(id.to_owned()).expect("an id");
            (index.get(&id).collect::<Vec<_>>(), index.has(&id))
        };
        assert_eq!(found("b"), (vec![0, 2], true));
        assert_eq!(found("a"), (vec![1], true));
        assert_eq!(found("aa"), (vec![], false));
        assert_eq!(found("d"), (vec![], false));
    }
}
