//! A program: named in the environment, on PATH, or where installers put it.

use std::env;
use std::path::{Path, PathBuf};

use super::super::version::version_in;
use crate::process::{find, is_program, output};
use crate::trouble::{Outcome, Trouble};

/// A program that a browser test needs.
pub struct Program {
    /// What people call it.
    pub title: &'static str,
    /// The variable of the environment that may name it.
    pub variable: &'static str,
    /// Its names on PATH, and places where installers put it.
    pub names: &'static [&'static str],
    /// The end of its path among the files of Debian's packages, where it is not on PATH and stands in a folder that
    /// differs from machine to machine.
    pub in_package: Option<&'static str>,
}

impl Program {
    /// Where it is.
    pub fn locate(&self) -> Outcome<Option<PathBuf>> {
        if let Some(named) = self.named()? {
            return Ok(Some(named));
        }
        let found = self.names.iter().find_map(|name| find(name));
        Ok(found.or_else(|| self.in_package.and_then(of_a_package)))
    }

    /// The program that the variable of the environment names.
    pub fn named(&self) -> Outcome<Option<PathBuf>> {
        let variable = self.variable;
        let Some(named) = env::var_os(variable)
            .filter(|named| !named.is_empty())
            .map(PathBuf::from)
        else {
            return Ok(None);
        };
        let program = named
            .to_str()
            .and_then(find)
            .unwrap_or_else(|| named.clone());
        if is_program(&program) {
            return Ok(Some(program));
        }
        let what = format!(
            "{variable} names {}, which is not a program",
            named.display()
        );
        Err(Trouble::new(
            what,
            format!("set {variable} to the program's path, or unset it"),
        ))
    }

    /// What it says its version is, where it says so without a window or a screen.
    pub fn version(&self, program: &Path) -> Option<String> {
        // On Windows browsers open a window where they are asked for their version.
        if cfg!(windows) && !self.title.contains("driver") {
            return None;
        }
        let said = output(program, &["--version"])?;
        version_in(&said).map(str::to_owned)
    }
}

/// The program among the files of Debian's packages whose path ends in this.
fn of_a_package(end: &str) -> Option<PathBuf> {
    let said = output("dpkg", &["-S", end])?;
    path_in(&said, end).filter(|path| is_program(path))
}

/// The path that ends in this in what `dpkg -S` says: lines of `package:architecture: path`.
fn path_in(said: &str, end: &str) -> Option<PathBuf> {
    said.lines()
        .filter_map(|line| line.rsplit_once(": "))
        .map(|(_, path)| PathBuf::from(path))
        .find(|path| path.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_of_a_package_is_found_by_the_end_of_its_path() {
        let said = "libwebkit2gtk-4.1-0:amd64: /usr/share/doc/MiniBrowser.txt\n\
            libwebkit2gtk-4.1-0:amd64: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser\n";
        let path = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
        assert_eq!(path_in(said, "MiniBrowser"), Some(PathBuf::from(path)));
        assert_eq!(path_in("dpkg-query: no path found", "MiniBrowser"), None);
    }
}
