//! JSON Schemas of the exchange form and of the front matter.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::front_matter::schema::FrontMatter;
use crate::model::Article;

/// The JSON Schema (2020-12) of the exchange form.
pub fn json() -> Value {
    schema_of::<Article>()
}

/// The JSON Schema (2020-12) of the front matter, as TOML reads into JSON.
pub fn front_matter() -> Value {
    schema_of::<FrontMatter>()
}

fn schema_of<T: schemars::JsonSchema>() -> Value {
    // What may be left out may not be null: TOML has none, and the exchange form writes none.
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}
