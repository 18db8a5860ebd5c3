//! Fingerprints of files, by which a task tells that nothing it depends on has changed.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Folders of the project that hold nothing of its own.
const IGNORED: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// A hash of the names and contents of files: of these, and of those below these folders that `counts` holds of.
pub fn fingerprint(roots: &[&Path], counts: impl Fn(&Path) -> bool) -> io::Result<String> {
    let mut files = Vec::new();
    for root in roots {
        match root.is_dir() {
            true => gather(root, &mut files)?,
            false => files.push(root.to_path_buf()),
        }
    }
    files.retain(|file| counts(file));
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if !entry.file_type()?.is_dir() {
            files.push(path);
        } else if !IGNORED.iter().any(|name| entry.file_name() == *name) {
            gather(&path, files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn it_changes_with_the_files_that_count_and_with_no_others() -> io::Result<()> {
        let target = project::target().map_err(|error| io::Error::other(error.to_string()))?;
        let folder = target.join("tmp/fingerprint-test");
        fs::create_dir_all(folder.join("dist"))?;
        let of = |text: &str, source: &str, built: &str| {
            fs::write(folder.join("a.md"), text)?;
            fs::write(folder.join("a.rs"), source)?;
            fs::write(folder.join("dist/a.md"), built)?;
            fingerprint(&[&folder], |file| file.extension() != Some("rs".as_ref()))
        };
        let first = of("one", "fn a() {}", "")?;
        assert_eq!(of("one", "fn b() {}", "new")?, first);
        assert_ne!(of("two", "fn b() {}", "new")?, first);
        fs::remove_dir_all(&folder)
    }
}
