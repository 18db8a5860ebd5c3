//! What bears on the chosen item, marked by attributes: the item itself is current, what bears on it says so.

use super::page::Page;
use crate::contract::{EVENTS, MARKS, RELATED};
use crate::fill::isolated;

/// Marks what bears on an issue or event and nothing else.
pub fn relate(page: &Page, chosen: Option<&str>) {
    for element in page.all(&format!("[{RELATED}], [aria-current]")) {
        for attribute in [RELATED, "aria-current"] {
            // An attribute that is not there can be taken off, too.
            let _ = element.remove_attribute(attribute);
        }
    }
    let Some((id, title)) = chosen.and_then(|id| Some((id, page.title(id)?))) else {
        return;
    };
    let said = format!("{}: {}", page.string("related-to"), isolated(&title.text));
    for element in page.all(&format!("[{MARKS}~=\"{id}\"]")) {
        let _ = element.set_attribute(RELATED, &said);
    }
    for element in page.all(&format!("[id=\"{id}\"], [{EVENTS}~=\"{id}\"]")) {
        let _ = element.set_attribute("aria-current", "true");
    }
}
