//! Natively every catalogue is there.

use std::collections::BTreeMap;

use article::Language;

use super::Words;

/// The catalogue of a language as JSON, as it is put beside the widget.
pub fn catalogue(language: Language) -> &'static str {
    macro_rules! json {
        ($tag:literal) => {
            include_str!(concat!(env!("OUT_DIR"), "/words.", $tag, ".json"))
        };
    }
    match language {
        Language::English => json!("en"),
        Language::German => json!("de"),
        Language::French => json!("fr"),
        Language::Spanish => json!("es"),
        Language::Russian => json!("ru"),
        Language::Ukrainian => json!("uk"),
        Language::Finnish => json!("fi"),
        Language::Arabic => json!("ar"),
    }
}

impl Words {
    /// The words in a language.
    pub fn of(language: Language) -> Words {
        // The build script wrote it; were it broken, everything would be said in English.
        let words: BTreeMap<String, String> =
            serde_json::from_str(catalogue(language)).unwrap_or_default();
        Words::find(&|key| words.get(key).cloned())
    }
}
