//! Keeps the paths of this machine out of what is shipped.
//!
//! The compiler writes into a program where in the sources it may panic: in the user's own folder, for most crates. Those
//! who download the bundle have nothing to learn of it, and a bundle that is built elsewhere shall be the same. So the
//! compiler is told other names for these folders, in the flags of the browser's target alone: native programs stay as
//! they are, and so do debuggers' ways to their sources.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{output, step};
use crate::project;
use crate::trouble::Outcome;

/// What cargo reads the flags of the browser's target from.
const FOR_WASM: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What parts the flags in `CARGO_ENCODED_RUSTFLAGS`.
const BETWEEN: char = '\u{1f}';

/// Changes of the environment: what a variable is set to, or that it is not set.
#[derive(Debug, Default, PartialEq)]
pub struct Paths(Vec<(String, Option<String>)>);

impl Paths {
    /// Finds out which folders are to be called otherwise, and which flags the user has set.
    pub fn find() -> Outcome<Self> {
        let about = output("rustc", &["-vV"]).unwrap_or_default();
        let sysroot = output("rustc", &["--print", "sysroot"]).unwrap_or_default();
        let sources = project::registry_sources()?;
        let renamed = renamed(&project::cargo_home()?, &sources, &sysroot, &about);
        let get = |name: &str| env::var(name).ok();
        match changes(&renamed, after(&about, "host: "), &get) {
            Ok(changes) => Ok(Paths(changes)),
            Err(what) => {
                // A flag with a space in it has no room in these variables; a build that works is worth more.
                step(format!(
                    "{what} has a space in it: the bundle will hold paths of this machine"
                ));
                Ok(Paths::default())
            }
        }
    }

    /// Has a command, and all that it runs, build for the browser without the paths of this machine.
    pub fn keep_out<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        for (name, value) in &self.0 {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }
}

/// What is said after a label in the compiler's word on itself.
fn after<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    text.lines().find_map(|line| line.strip_prefix(label))
}

/// Folders and what they are called instead. Where several hold a file, the compiler goes by the last of them.
fn renamed(
    cargo_home: &Path,
    sources: &[PathBuf],
    sysroot: &str,
    about: &str,
) -> Vec<(PathBuf, String)> {
    let mut renamed = vec![
        (project::root().to_path_buf(), "/article-explainer".into()),
        (cargo_home.to_path_buf(), "/cargo".into()),
    ];
    // Named by a hash of the registry, which is another behind a mirror.
    renamed.extend(
        sources
            .iter()
            .map(|folder| (folder.clone(), "/crates".into())),
    );
    // The compiler says so by itself unless its own sources are installed.
    if let Some(commit) = after(about, "commit-hash: ").filter(|_| !sysroot.is_empty()) {
        let library = Path::new(sysroot).join("lib/rustlib/src/rust");
        renamed.push((library, format!("/rustc/{commit}")));
    }
    renamed.sort_by_key(|(folder, _)| folder.components().count());
    renamed
}

/// The changes of the environment, or what can't be written in it.
///
/// Cargo takes flags from one place alone: where `RUSTFLAGS` is set, it is the one. Then what the user has set there is
/// given to both targets, this machine's and the browser's, and the other names to the browser's. Flags of the browser's
/// target in a configuration file are kept by cargo itself; `build.rustflags` there gives way, as to any flags of a target.
fn changes(
    renamed: &[(PathBuf, String)],
    host: Option<&str>,
    get: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<(String, Option<String>)>, String> {
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect();
    let encoded = |text: String| text.split(BETWEEN).map(str::to_owned).collect();
    let theirs: Option<Vec<String>> = get("CARGO_ENCODED_RUSTFLAGS")
        .map(encoded)
        .or_else(|| get("RUSTFLAGS").map(words));
    let mut changes = Vec::new();
    let mut flags = match (theirs, host) {
        (Some(theirs), Some(host)) => {
            let host = host.to_uppercase().replace(['-', '.'], "_");
            changes.push(("CARGO_ENCODED_RUSTFLAGS".to_owned(), None));
            changes.push(("RUSTFLAGS".to_owned(), None));
            let for_host = format!("CARGO_TARGET_{host}_RUSTFLAGS");
            changes.push((for_host, Some(theirs.join(" "))));
            theirs
        }
        _ => get(FOR_WASM).map(words).unwrap_or_default(),
    };
    for (folder, name) in renamed {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(folder);
        flags.push(flag.to_string_lossy().into_owned() + "=" + name);
    }
    if let Some(flag) = flags.iter().find(|flag| flag.contains(char::is_whitespace)) {
        return Err(format!("`{flag}`"));
    }
    changes.push((FOR_WASM.to_owned(), Some(flags.join(" "))));
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The changes where these variables are set.
    fn changed(
        set: &[(&str, &str)],
        folder: &str,
    ) -> Result<Vec<(String, Option<String>)>, String> {
        let get = |name: &str| {
            let mut set = set.iter();
            set.find(|(variable, _)| *variable == name)
                .map(|(_, value)| (*value).to_owned())
        };
        let renamed = [(PathBuf::from(folder), "/cargo".to_owned())];
        changes(&renamed, Some("x86_64-pc-some"), &get)
    }

    fn is(name: &str, value: &str) -> (String, Option<String>) {
        (name.to_owned(), Some(value.to_owned()))
    }

    #[test]
    fn the_browsers_target_alone_has_other_names_for_folders() {
        let ours = "--remap-path-prefix=/home/ada/.cargo=/cargo";
        assert_eq!(
            changed(&[], "/home/ada/.cargo"),
            Ok(vec![is(FOR_WASM, ours)])
        );
    }

    #[test]
    fn flags_of_the_users_stay() {
        let own = [(FOR_WASM, "-C target-feature=+simd128")];
        let both = "-C target-feature=+simd128 --remap-path-prefix=/c=/cargo";
        assert_eq!(changed(&own, "/c"), Ok(vec![is(FOR_WASM, both)]));
    }

    #[test]
    fn flags_for_every_target_are_flags_of_each() {
        let expected = Ok(vec![
            ("CARGO_ENCODED_RUSTFLAGS".to_owned(), None),
            ("RUSTFLAGS".to_owned(), None),
            is("CARGO_TARGET_X86_64_PC_SOME_RUSTFLAGS", "-D warnings"),
            is(FOR_WASM, "-D warnings --remap-path-prefix=/c=/cargo"),
        ]);
        assert_eq!(changed(&[("RUSTFLAGS", " -D  warnings ")], "/c"), expected);
        let encoded = [
            ("CARGO_ENCODED_RUSTFLAGS", "-D\u{1f}warnings"),
            ("RUSTFLAGS", "-O"),
        ];
        assert_eq!(changed(&encoded, "/c"), expected);
    }

    #[test]
    fn a_folder_with_a_space_is_said_and_breaks_no_build() {
        let said = changed(&[], "/home/ada lovelace/.cargo");
        assert!(said.is_err_and(|said| said.contains("ada lovelace")));
    }

    #[test]
    fn a_folder_inside_another_goes_by_its_own_name() {
        let sources = [PathBuf::from("/c/registry/src/index")];
        let about = "rustc 1.95.0\ncommit-hash: 59807\nhost: x\n";
        let renamed = renamed(Path::new("/c"), &sources, "/r/stable", about);
        let place = |name: &str| renamed.iter().position(|(_, to)| to == name);
        assert!(place("/cargo").is_some() && place("/cargo") < place("/crates"));
        assert!(place("/rustc/59807").is_some());
    }
}
