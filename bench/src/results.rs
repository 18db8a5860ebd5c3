//! The file of the results, part by part: a part that is measured again replaces itself alone.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// What the file says before its parts.
const HEAD: &str = "# Results\n\nWritten by `cargo xtask bench`; what is measured and how is told in \
    [docs/performance.md](../docs/performance.md).\n";

/// The file.
fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("RESULTS.md")
}

/// Writes a part.
pub fn put(part: &str, text: &str) -> Result<()> {
    let file = file();
    let before = std::fs::read_to_string(&file).unwrap_or_else(|_| HEAD.to_owned());
    let text = format!("{text}\nMeasured on {}, {}.\n", machine(), today());
    std::fs::write(&file, with(&before, part, &text)).context("can't write the results")
}

/// The results with this part replaced, or put behind the others.
fn with(results: &str, part: &str, text: &str) -> String {
    let (begin, end) = (
        format!("\n<!-- {part} -->\n"),
        format!("\n<!-- end of {part} -->\n"),
    );
    let written = format!("{begin}\n{}\n{end}", text.trim());
    let found = results.find(&begin);
    let found = found.and_then(|from| Some((from, results.find(&end)? + end.len())));
    match found {
        Some((from, to)) => format!("{}{written}{}", &results[..from], &results[to..]),
        None => format!("{results}{written}"),
    }
}

/// A table: its head, and its rows.
pub fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = format!(
        "| {} |\n|{}\n",
        head.join(" | "),
        " --- |".repeat(head.len())
    );
    for row in rows {
        // Writing to a string can't fail.
        let _ = writeln!(table, "| {} |", row.join(" | "));
    }
    table
}

/// Whether a figure is what it may be at most.
pub fn verdict(is: f64, may: f64) -> &'static str {
    if is <= may { "met" } else { "**missed**" }
}

/// A table of what was aimed at: what it is about, what it is, and what it may be at most.
pub fn targets<'a>(targets: impl IntoIterator<Item = (&'a str, f64, f64)>) -> String {
    let rows = targets.into_iter().map(|(what, is, may)| {
        vec![
            what.to_owned(),
            format!("{is:.2}"),
            format!("{may:.2}"),
            verdict(is, may).to_owned(),
        ]
    });
    table(&["what", "is", "may be at most", ""], rows)
}

/// Processor, cores, memory and system of this machine, as far as the system tells.
fn machine() -> String {
    let read = |file: &str| std::fs::read_to_string(file).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        let value = line.and_then(|line| line.split_once([':', '=']));
        value.map(|(_, value)| value.trim().trim_matches('"').to_owned())
    };
    let processor = field(&read("/proc/cpuinfo"), "model name");
    let memory = field(&read("/proc/meminfo"), "MemTotal");
    let memory = memory.and_then(|memory| memory.split(' ').next()?.parse::<f64>().ok());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!(
        "{} ({cores} cores, {:.0} GB), {}",
        processor.as_deref().unwrap_or(std::env::consts::ARCH),
        memory.unwrap_or_default() / 1e6,
        field(&read("/etc/os-release"), "PRETTY_NAME")
            .unwrap_or_else(|| std::env::consts::OS.to_owned())
    )
}

fn today() -> String {
    let said = Command::new("date").arg("+%Y-%m-%d").output();
    let said = said
        .ok()
        .and_then(|said| String::from_utf8(said.stdout).ok());
    said.unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_measured_again_replaces_itself_alone() {
        let both = with(&with("# Results\n", "side", "one"), "scale", "two");
        let again = with(&both, "side", "three");
        assert!(both.contains("one") && both.contains("two"));
        assert!(!again.contains("one") && again.contains("three") && again.contains("two"));
        assert_eq!(with(&again, "side", "one"), both);
    }

    #[test]
    fn a_target_is_met_up_to_what_it_may_be_at_most_and_never_by_what_is_no_number() {
        let said = targets([
            ("shift", 0.0, 0.0),
            ("bytes", 65.0, 64.0),
            ("time", f64::NAN, 1.0),
        ]);
        let verdicts: Vec<bool> = said
            .lines()
            .skip(2)
            .map(|line| line.ends_with("| met |"))
            .collect();
        assert_eq!(verdicts, [true, false, false], "{said}");
    }

    #[test]
    fn a_table_has_a_line_a_row() {
        let rows = [vec!["1".to_owned(), "2".to_owned()]];
        assert_eq!(
            table(&["a", "b"], rows),
            "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
        );
    }
}
