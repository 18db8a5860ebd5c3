//! Items that the stylesheet has no rules for: attributes mark what bears on them.

use super::page::Page;
use crate::contract::{MARKS, RELATED};

/// Marks the passages that bear on an item and nothing else, and the root element while there are any.
pub fn relate(page: &Page, id: Option<&str>) {
    for element in page.all(&format!("[{RELATED}]")) {
        // An attribute that is not there can be removed, too.
        let _ = element.remove_attribute(RELATED);
    }
    let _ = page
        .article
        .toggle_attribute_with_force(RELATED, id.is_some());
    let Some(id) = id else { return };
    for element in page.all(&format!("[{MARKS}~=\"{id}\"]")) {
        let _ = element.set_attribute(RELATED, "");
    }
}
