//! What an explainer tells the page around it.

use article::Id;
use yew::Callback;

/// Something that the page may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// It answers to its reader from now on, and by this callback shows an item that the page asks for.
    Ready(Callback<Id>),
    /// An item has been shown: opened, scrolled to, given the focus.
    Revealed(Id),
    /// The chosen issue or event is another one, or none.
    Selected(Option<Id>),
}
