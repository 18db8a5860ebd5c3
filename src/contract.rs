//! The contract between the static HTML and the widget: attributes, their values, and a version.
//!
//! The views write these attributes, the widget and `element/contract.js` read them. Nothing else of the HTML is relied on: neither
//! its structure nor its classes nor its text. A change of what is here that an older widget or older HTML would not understand
//! needs a new [`VERSION`]; both sides leave HTML of another version alone.

/// The version of this contract, the value of [`ARTICLE`].
pub const VERSION: &str = "2";

/// On the root element of the static HTML: the version of the contract.
pub const ARTICLE: &str = "data-explainer-version";

/// On the root element: the interface strings that the widget and the element need, as a JSON object.
pub const STRINGS: &str = "data-strings";

/// On the root element: headline, publisher and date, as quotations cite them.
pub const CITATION: &str = "data-citation";

/// On an element with an `id`: what kind of item it is, [`ISSUE`], [`EVENT`] or `section`.
pub const ITEM: &str = "data-item";

/// The kind of an issue.
pub const ISSUE: &str = "issue";

/// The kind of an event.
pub const EVENT: &str = "event";

/// Inside an item: the element whose text is its title.
pub const TITLE: &str = "data-title";

/// On a passage: the ids of the issues and events that it bears on, with spaces between.
pub const MARKS: &str = "data-marks";

/// On a radio button of the filter: the id of the issue or event that it chooses. That of "all" has none.
pub const CHOICE: &str = "data-id";

/// What the name of these radio buttons ends with.
pub const FILTER: &str = "_filter";

/// On a list of buttons of which one is a Tab stop: the arrow keys lead to the others.
pub const KEYS: &str = "data-keys";

/// On the card of an issue or event that the stylesheet has no rules for.
pub const FAR: &str = "data-far";

/// In a section: on the element whose text is the name of who speaks.
pub const SPEAKER: &str = "data-speaker";

/// On the bar of a period: the index of its first event in the list of events.
pub const FIRST: &str = "data-first";

/// On an event of a long timeline: the minutes from which to which it lasts, as [`crate::timeline::scale`] counts them, then one letter for
/// each property that it has ([`crate::timeline::Event::encoded`]).
pub const TIME: &str = "data-time";

/// Inside such an event: the element whose text is its date.
pub const WHEN: &str = "data-when";

/// On the headline.
pub const HEADLINE: &str = "data-headline";

/// On an element whose text the search leaves out.
pub const SKIP: &str = "data-skip";

/// On a control that needs script and no widget: what it does, `link`, `quotation`, `share`, `search` or `close-search`.
pub const ACTION: &str = "data-action";

/// On an empty element that the widget renders into: [`STEPS`], [`STRIP`], and [`FOUND`], which the loader makes.
pub const WIDGET: &str = "data-widget";

/// On an empty element that the loader puts its own controls into, or writes: `share`, [`SEARCH`], `now` and [`STATUS`].
pub const LOADER: &str = "data-loader";

/// On an element whose use needs the widget: pointing at it, focusing it or tapping on it has the widget loaded.
pub const INTENT: &str = "data-intent";

/// The place of the steps through the passages that bear on the chosen item.
pub const STEPS: &str = "steps";

/// The place of the search button, and of the field that it opens into.
pub const SEARCH: &str = "search";

/// The place of what the search has found, beside its field.
pub const FOUND: &str = "found";

/// What is written there is said aloud.
pub const STATUS: &str = "status";

/// The place of the drawing of a long timeline in proportion to time.
pub const STRIP: &str = "strip";

/// Written by the widget on what bears on a chosen item that the stylesheet has no rules for, and on the root element meanwhile.
pub const RELATED: &str = "data-related";

/// Written by the loader on the root element while the field of the search is open.
pub const SEARCHING: &str = "data-searching";

/// The attributes that static HTML carries.
pub const ATTRIBUTES: [&str; 19] = [
    ARTICLE, STRINGS, CITATION, HEADLINE, ITEM, TITLE, MARKS, CHOICE, FAR, SPEAKER, KEYS, FIRST,
    TIME, WHEN, SKIP, ACTION, WIDGET, LOADER, INTENT,
];
