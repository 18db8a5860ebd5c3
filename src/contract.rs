//! The contract between the static HTML and the widget: attributes, their values, and a version.
//!
//! The views write these attributes, the widget and `element/contract.js` read them. Nothing else of the HTML is relied on: neither
//! its structure nor its classes nor its text. A change of what is here that an older widget or older HTML would not understand
//! needs a new [`VERSION`]; both sides leave HTML of another version alone.

/// The version of this contract, the value of [`ARTICLE`].
pub const VERSION: &str = "1";

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

/// The ids of the issues and events that an element bears on, with spaces between. It is on passages, events, pins of the map, and
/// on the summaries of issues.
pub const MARKS: &str = "data-marks";

/// On a pin of the map: the ids of its events.
pub const EVENTS: &str = "data-events";

/// On an event: the minutes from which to which it lasts, as [`crate::timeline::scale`] counts them, then one letter for
/// each property that it has ([`crate::timeline::Event::encoded`]).
pub const TIME: &str = "data-time";

/// Inside an event: the element whose text is its date.
pub const WHEN: &str = "data-when";

/// On the headline.
pub const HEADLINE: &str = "data-headline";

/// On an element whose text the search leaves out.
pub const SKIP: &str = "data-skip";

/// On a control of the element: what it does. The first word is `link`, `quotation`, `share` or `expand`, the second an id or a kind.
pub const ACTION: &str = "data-action";

/// On a quoted passage: what comes before and after it in its sentence is cut, `before` and `after`.
pub const CUT: &str = "data-cut";

/// On a quoted passage: who says it.
pub const SPEAKER: &str = "data-speaker";

/// On the static drawing of the timeline, which is hidden while the widget draws its own.
pub const DRAWING: &str = "data-drawing";

/// On an empty element that the widget renders into: [`SEARCH`], [`STRIP`], [`CHOICE`]; `status` is the element's own.
pub const WIDGET: &str = "data-widget";

/// The place of the search.
pub const SEARCH: &str = "search";

/// The place of the interactive timeline.
pub const STRIP: &str = "strip";

/// The place of the bar that names what is chosen.
pub const CHOICE: &str = "choice";

/// Written by the widget on what bears on the chosen item: the sentence that says so.
pub const RELATED: &str = "data-related";

/// Written by the widget on the place of the search while something is searched.
pub const SEARCHING: &str = "data-searching";

/// The attributes that static HTML carries.
pub const ATTRIBUTES: [&str; 16] = [
    ARTICLE, STRINGS, CITATION, HEADLINE, ITEM, TITLE, MARKS, EVENTS, TIME, WHEN, SKIP, ACTION,
    CUT, SPEAKER, DRAWING, WIDGET,
];
