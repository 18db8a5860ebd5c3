//! The views: article → HTML, the same natively and in the browser.
//!
//! ```text
//! explainer   the whole, and what the reader chose in it
//! header      kind of publication, headline, standfirst, who speaks
//! search      the field that searches the explainer
//! figure      figures: image, caption, credit
//! map         where the events are
//! timeline    the events, drawn in proportion to time and as a list
//! issues      the issues by stance, each with its passages and events
//! sections    questions with their answers, or plain sections
//! long        lists of issues, events and sections, long ones in batches
//! island      the parts that are taken over by themselves
//! footer      sources, updates, the publisher and its disclaimer
//! date        dates, and where something can be read up
//! choice      the bar with what the reader chose
//! take        the buttons that take something along
//! quote       a passage quoted away from its place
//! view        what every view is given
//! prose       text, with its passages linked
//! ```
//!
//! [`Explainer`] is the entry point. What the first render shows depends on the edition alone, never on the time, the
//! window or the browser, since prerendered HTML has to be the same.

mod choice;
mod date;
mod explainer;
mod figure;
mod footer;
mod header;
mod island;
mod issues;
mod long;
mod map;
mod prose;
mod quote;
mod search;
mod sections;
mod take;
mod timeline;
mod view;

pub use explainer::{Explainer, ExplainerProps};
pub use island::{Island, IslandProps};
pub use view::{Opening, ViewProps};
