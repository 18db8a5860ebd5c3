//! Fingerprints of files, by which a task tells that nothing it depends on has changed.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Folders of the project that hold nothing of its own.
const IGNORED: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// A hash of the names and contents of files: of these, and of those below these folders.
pub fn fingerprint(roots: &[&Path]) -> io::Result<String> {
    let mut files = Vec::new();
    for root in roots {
        match root.is_dir() {
            true => gather(root, &mut files)?,
            false => files.push(root.to_path_buf()),
        }
    }
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
    fn it_changes_with_the_files_of_the_project_and_not_with_what_is_built() -> io::Result<()> {
        let target = project::target().map_err(|error| io::Error::other(error.to_string()))?;
        let folder = target.join("tmp/fingerprint-test");
        fs::create_dir_all(folder.join("dist"))?;
        let of = |text: &str, built: &str| {
            fs::write(folder.join("a.md"), text)?;
            fs::write(folder.join("dist/a.md"), built)?;
            fingerprint(&[&folder])
        };
        let first = of("one", "")?;
        assert_eq!(of("one", "new")?, first);
        assert_ne!(of("two", "new")?, first);
        fs::remove_dir_all(&folder)
    }
}
