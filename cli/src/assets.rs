//! `explainer assets`: the files that a page needs beside it, and the tag that loads them.

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::Assets;
use crate::compress;
use crate::document::write;
use crate::say::Say;
use crate::web;

/// Writes the files into a folder, which is made where it is missing.
pub fn run(assets: &Assets, say: &Say) -> Result<ExitCode> {
    if assets.tag {
        println!("{}", web::tag()?);
    }
    let Some(folder) = &assets.folder else {
        return Ok(ExitCode::SUCCESS);
    };
    let files = match assets.without_program {
        true => web::beside_the_program(),
        false => web::files()?,
    };
    for (name, content) in files {
        write(&folder.join(&*name), content, say)?;
        if assets.compress && compress::is_worth_it(&name) {
            let compressed = compress::compressed(content)?;
            for (ending, content) in compress::ENDINGS.iter().zip(compressed) {
                write(&folder.join(format!("{name}.{ending}")), &content, say)?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
