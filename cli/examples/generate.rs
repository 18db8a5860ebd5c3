//! Writes as many documents as are asked for into a folder, each as long as a real article, to measure with.
//!
//! ```sh
//! cargo run --package cli --example generate -- 1000 /tmp/articles
//! ```

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The first article: what is generated is as long and as densely marked.
const ARTICLE: &str = include_str!("../../seeds/helsinki-summit.md");

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let usage = "say how many documents, and the folder they go to";
    let count: usize = arguments.next().context(usage)?.parse().context(usage)?;
    let folder = PathBuf::from(arguments.next().context(usage)?);
    fs::create_dir_all(&folder)?;
    for number in 1..=count {
        // The headline differs, and so does all that is made of it.
        let headline = "headline = \"";
        let document = ARTICLE.replacen(headline, &format!("{headline}{number}: "), 1);
        fs::write(folder.join(format!("article-{number}.md")), document)?;
    }
    Ok(())
}
