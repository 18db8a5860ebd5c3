//! `explainer schema`: what documents are, for editors that help while one writes.

use std::process::ExitCode;

use anyhow::Result;
use article::authoring::schema;

use crate::arguments::{Schema, SchemaOf};
use crate::document::write_or_print;
use crate::say::Say;

/// Prints a JSON Schema.
pub fn run(wanted: &Schema, say: &Say) -> Result<ExitCode> {
    let schema = match wanted.of {
        SchemaOf::Json => schema::json(),
        SchemaOf::FrontMatter => schema::front_matter(),
    };
    write_or_print(None, &(serde_json::to_string_pretty(&schema)? + "\n"), say)?;
    Ok(ExitCode::SUCCESS)
}
