//! Figures that are kept in a file and may not grow unseen: a table of TOML, a whole number a name.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use toml::de::DeTable;

use crate::options::ACCEPT;
use crate::trouble::{Outcome, Trouble};

/// Figures by their names.
pub type Figures = BTreeMap<String, u64>;

/// A file of kept figures.
pub struct Kept {
    /// The file.
    pub file: PathBuf,
    /// The name of its table.
    pub table: &'static str,
    /// What stands in the file up to its first figure, the table's own line included.
    pub head: &'static str,
    /// The task that holds figures against it.
    pub task: &'static str,
    /// By how many parts of a hundred a figure may exceed the kept one.
    pub spare: u64,
}

/// Prints figures beside the kept ones and fails where one has grown; or keeps them.
pub fn hold(kept: &Kept, figures: &Figures, accepts: bool) -> Outcome {
    let Kept { file, task, .. } = kept;
    if accepts {
        return fs::write(file, kept.text(figures)).map_err(|why| {
            Trouble::new(
                format!("can't write {}: {why}", file.display()),
                "see that the file belongs to you and run this again",
            )
        });
    }
    let text = fs::read_to_string(file).map_err(|why| {
        Trouble::new(
            format!("can't read {}: {why}", file.display()),
            format!("run `cargo xtask {task} {ACCEPT}` to write it"),
        )
    })?;
    let (said, grown) = kept.compare(&kept.read(&text)?, figures);
    print!("{said}");
    match grown {
        0 => Ok(()),
        _ => Err(Trouble::new(
            format!("{grown} of these are more than {} allows", file.display()),
            format!(
                "bring them down; or, where what has come is worth it, run `cargo xtask {task} {ACCEPT}` and say in the commit \
                 what for"
            ),
        )),
    }
}

impl Kept {
    fn text(&self, figures: &Figures) -> String {
        let mut text = String::from(self.head);
        for (name, figure) in figures {
            // Writing to a String can't fail.
            let _ = writeln!(text, "\"{name}\" = {figure}");
        }
        text
    }

    fn read(&self, text: &str) -> Outcome<Figures> {
        let wrong = |why: String| {
            Trouble::new(
                format!("{}: {why}", self.file.display()),
                format!(
                    "mend it, or run `cargo xtask {} {ACCEPT}` to write it anew",
                    self.task
                ),
            )
        };
        let document = DeTable::parse(text).map_err(|why| wrong(why.to_string()))?;
        let table = document.get_ref().get(self.table);
        let table = table.and_then(|table| table.get_ref().as_table());
        let table = table.ok_or_else(|| wrong(format!("there is no table [{}]", self.table)))?;
        let mut figures = Figures::new();
        for (name, figure) in table {
            let name = name.get_ref();
            let number = figure.get_ref().as_integer();
            let number = number.and_then(|number| number.as_str().parse().ok());
            let number = number.ok_or_else(|| wrong(format!("{name} is not a whole number")))?;
            figures.insert(name.to_string(), number);
        }
        Ok(figures)
    }

    /// Each figure beside the kept one, and how many have grown by more than may be.
    fn compare(&self, kept: &Figures, figures: &Figures) -> (String, usize) {
        let mut said = format!("{:>12} {:>12} {:>9}\n", "now", "kept", "");
        let mut grown = 0;
        for (name, now) in figures {
            let may = kept.get(name).copied();
            let change = may.map(|may| i128::from(*now) - i128::from(may));
            let change = match change {
                None => "new".to_owned(),
                Some(0) => String::new(),
                Some(change) => format!("{change:+}"),
            };
            let spare = may.unwrap_or_default() * self.spare / 100;
            grown += usize::from(*now > may.unwrap_or_default() + spare);
            let may = may.map_or_else(|| "none".to_owned(), |may| may.to_string());
            let _ = writeln!(said, "{now:>12} {may:>12} {change:>9}  {name}");
        }
        for (name, figure) in kept.iter().filter(|(name, _)| !figures.contains_key(*name)) {
            let _ = writeln!(said, "{:>12} {figure:>12} {:>9}  {name}", "", "gone");
        }
        let all: u64 = figures.values().sum();
        let may: u64 = kept.values().sum();
        let _ = writeln!(said, "{all:>12} {may:>12} {:>9}  all", "");
        (said, grown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: Kept = Kept {
        file: PathBuf::new(),
        table: "brotli",
        head: "# Bytes.\n\n[brotli]\n",
        task: "budget",
        spare: 0,
    };

    fn figures(figures: &[(&str, u64)]) -> Figures {
        let figures = figures
            .iter()
            .map(|(name, figure)| ((*name).to_owned(), *figure));
        figures.collect()
    }

    #[test]
    fn what_has_grown_or_is_new_is_more_than_is_kept() {
        let kept = figures(&[("a", 10), ("b", 10), ("c", 10), ("gone", 1)]);
        let now = figures(&[("a", 10), ("b", 11), ("c", 9), ("d", 1)]);
        let (said, grown) = KEPT.compare(&kept, &now);
        assert_eq!(grown, 2);
        assert!(said.contains("+1  b") && said.contains("new  d"), "{said}");
        assert!(
            said.contains("-1  c") && said.contains("gone  gone"),
            "{said}"
        );
        assert_eq!(KEPT.compare(&kept, &kept).1, 0);
    }

    #[test]
    fn what_is_not_exact_has_some_parts_of_a_hundred_to_spare() {
        let spared = Kept { spare: 3, ..KEPT };
        let kept = figures(&[("a", 1000)]);
        assert_eq!(spared.compare(&kept, &figures(&[("a", 1030)])).1, 0);
        assert_eq!(spared.compare(&kept, &figures(&[("a", 1031)])).1, 1);
    }

    #[test]
    fn what_is_written_is_read_again() -> Outcome {
        let kept = figures(&[("HASH/a.wasm", 180_000), ("index.html", 6_480)]);
        assert_eq!(KEPT.read(&KEPT.text(&kept))?, kept);
        Ok(())
    }

    #[test]
    fn a_file_with_a_mistake_says_what_it_is() {
        for (text, words) in [
            ("", "no table [brotli]"),
            ("[brotli]\na = \"much\"\n", "a is not a whole number"),
            ("[brotli]\na = -1\n", "a is not a whole number"),
            ("[brotli", "cargo xtask budget"),
        ] {
            let said = KEPT.read(text).err().map(|trouble| format!("{trouble:?}"));
            assert!(
                said.as_ref().is_some_and(|said| said.contains(words)),
                "{said:?}"
            );
        }
    }
}
