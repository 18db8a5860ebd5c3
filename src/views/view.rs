//! What every view is given.

use article::Id;
use yew::prelude::*;

use crate::edition::Edition;

/// Which `<details>` stand open at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Those of the article's own text, so that it can be read through.
    Text,
    /// Those that are open in the HTML that is taken over, where the reader may have opened and closed some.
    AsFound,
}

impl Opening {
    /// Whether the article's own text is rendered open.
    pub fn text(self) -> bool {
        self == Opening::Text
    }
}

/// What every view is given: the edition, and the issue or event that the reader chose.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProps {
    /// What is shown.
    pub edition: Edition,
    /// The chosen issue or event; what bears on it is marked.
    pub chosen: Option<Id>,
}
