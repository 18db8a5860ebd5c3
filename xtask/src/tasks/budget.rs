//! `cargo xtask budget`: how many bytes a reader may have to fetch, file by file, held against `budget.toml`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use toml::de::DeTable;

use super::build::{self, Size};
use crate::project;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// What writes what is there now into the budget.
const ACCEPT: &str = "--accept";

/// What stands for the name of the folder that is named by a hash.
const HASH: &str = "HASH";

/// What the budget begins with.
const HEAD: &str = "# What the files of the bundle may weigh: bytes as brotli makes them at its best. `cargo xtask budget` fails where one
# weighs more. Where that is worth it, `cargo xtask budget --accept` writes what they weigh now; say in the commit what for.

[brotli]
";

/// The name of each file of a bundle and its bytes.
type Budget = BTreeMap<String, u64>;

/// Builds the bundle and holds it against the budget, or writes the budget anew.
pub fn run(arguments: &[String]) -> Outcome {
    let accepts = match arguments {
        [] => false,
        [only] if only == ACCEPT => true,
        _ => {
            let what = format!("`cargo xtask budget` takes `{ACCEPT}` or nothing");
            return Err(Trouble::usage(what, "run `cargo xtask budget`".to_owned()));
        }
    };
    build::release(&setup::bundling()?, &[])?;
    let weighed = weighed()?;
    let file = file();
    if accepts {
        return fs::write(&file, text(&weighed)).map_err(|why| {
            Trouble::new(
                format!("can't write {}: {why}", file.display()),
                "see that the file belongs to you and run this again",
            )
        });
    }
    let budget = fs::read_to_string(&file).map_err(|why| {
        Trouble::new(
            format!("can't read {}: {why}", file.display()),
            format!("run `cargo xtask budget {ACCEPT}` to write it"),
        )
    })?;
    let (said, grown) = compare(&read(&budget)?, &weighed);
    print!("{said}");
    match grown {
        0 => Ok(()),
        _ => Err(Trouble::new(
            format!("{grown} of these weigh more than {} allows", file.display()),
            format!(
                "make them smaller; or, where what has come is worth its bytes, run `cargo xtask budget {ACCEPT}` and say \
                 in the commit what for"
            ),
        )),
    }
}

fn file() -> PathBuf {
    project::root().join("budget.toml")
}

/// What the files of the bundle weigh.
fn weighed() -> Outcome<Budget> {
    let dist = project::dist();
    let unread = |why: std::io::Error| {
        Trouble::new(
            format!("can't read {}: {why}", dist.display()),
            "see that Trunk builds into dist/ and run this again",
        )
    };
    let loaded = build::loaded(&dist).map_err(unread)?;
    let sizes = build::sizes(&dist).map_err(unread)?;
    let weigh = |size: Size| {
        let name = match size.file.strip_prefix(&loaded) {
            Ok(name) => format!("{HASH}/{}", name.display()),
            Err(_) => {
                let name = size.file.strip_prefix(&dist).unwrap_or(&size.file);
                name.display().to_string()
            }
        };
        let brotli = size.brotli.ok_or_else(|| {
            Trouble::new(
                format!("can't tell what {name} weighs"),
                "see that `node` runs and run this again",
            )
        })?;
        Ok((name, brotli))
    };
    sizes.into_iter().map(weigh).collect()
}

fn text(budget: &Budget) -> String {
    let mut text = String::from(HEAD);
    for (name, bytes) in budget {
        // Writing to a String can't fail.
        let _ = writeln!(text, "\"{name}\" = {bytes}");
    }
    text
}

fn read(text: &str) -> Outcome<Budget> {
    let wrong = |why: String| {
        Trouble::new(
            format!("budget.toml: {why}"),
            format!("mend it, or run `cargo xtask budget {ACCEPT}` to write it anew"),
        )
    };
    let table = DeTable::parse(text).map_err(|why| wrong(why.to_string()))?;
    let files = table.get_ref().get("brotli");
    let files = files.and_then(|files| files.get_ref().as_table());
    let files = files.ok_or_else(|| wrong("there is no table [brotli]".to_owned()))?;
    let mut budget = Budget::new();
    for (name, bytes) in files {
        let name = name.get_ref();
        let number = bytes.get_ref().as_integer();
        let number = number.and_then(|number| number.as_str().parse().ok());
        let number = number.ok_or_else(|| wrong(format!("{name} is not a number of bytes")))?;
        budget.insert(name.to_string(), number);
    }
    Ok(budget)
}

/// What each file weighs beside what it may, and how many weigh too much.
fn compare(budget: &Budget, weighed: &Budget) -> (String, usize) {
    let mut said = format!("{:>10} {:>10} {:>8}\n", "brotli", "budget", "");
    let mut grown = 0;
    for (name, bytes) in weighed {
        let may = budget.get(name).copied();
        let more = bytes.saturating_sub(may.unwrap_or_default());
        let less = may.unwrap_or_default().saturating_sub(*bytes);
        let change = match (may, more, less) {
            (None, ..) => "new".to_owned(),
            (_, 0, 0) => String::new(),
            (_, 0, less) => format!("-{less}"),
            (_, more, _) => format!("+{more}"),
        };
        grown += usize::from(more > 0);
        let may = may.map_or_else(|| "none".to_owned(), |may| may.to_string());
        let _ = writeln!(said, "{bytes:>10} {may:>10} {change:>8}  {name}");
    }
    for name in budget.keys().filter(|name| !weighed.contains_key(*name)) {
        let _ = writeln!(
            said,
            "{:>10} {:>10} {:>8}  {name}",
            "", budget[name], "gone"
        );
    }
    let all: u64 = weighed.values().sum();
    let may: u64 = budget.values().sum();
    let _ = writeln!(said, "{all:>10} {may:>10} {:>8}  all", "");
    (said, grown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget(files: &[(&str, u64)]) -> Budget {
        let files = files
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), *bytes));
        files.collect()
    }

    #[test]
    fn a_file_that_weighs_more_or_is_new_is_over_the_budget() {
        let may = budget(&[("a", 10), ("b", 10), ("c", 10), ("gone", 1)]);
        let (said, grown) = compare(&may, &budget(&[("a", 10), ("b", 11), ("c", 9), ("d", 1)]));
        assert_eq!(grown, 2);
        assert!(said.contains("+1  b") && said.contains("new  d"), "{said}");
        assert!(
            said.contains("-1  c") && said.contains("gone  gone"),
            "{said}"
        );
        assert_eq!(compare(&may, &may).1, 0);
    }

    #[test]
    fn what_is_written_is_read_again() -> Outcome {
        let kept = budget(&[("HASH/a.wasm", 180_000), ("index.html", 6_480)]);
        assert_eq!(read(&text(&kept))?, kept);
        Ok(())
    }

    #[test]
    fn a_budget_with_a_mistake_says_what_it_is() {
        for (text, words) in [
            ("", "no table [brotli]"),
            ("[brotli]\na = \"much\"\n", "a is not a number"),
            ("[brotli]\na = -1\n", "a is not a number"),
            ("[brotli", "budget.toml"),
        ] {
            let said = read(text).err().map(|trouble| format!("{trouble:?}"));
            assert!(
                said.as_ref().is_some_and(|said| said.contains(words)),
                "{said:?}"
            );
        }
    }
}
