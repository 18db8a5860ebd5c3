//! A folder for everything temporary that a run's tests, drivers and browsers write; it is removed with the run.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::trouble::{Outcome, Trouble};

/// What the names of these folders begin with; the id of the run's process follows.
const PREFIX: &str = "aex-";

/// How often a removal is tried: a browser that is ending may still write.
const TRIES: u32 = 50;

/// A folder that is removed when this is dropped.
pub struct TempFolder(PathBuf);

impl TempFolder {
    /// Makes a folder of this run's own in the system's temporary folder. Its name is short, since the paths of Chromium's sockets
    /// may have 107 bytes at most.
    pub fn new() -> Outcome<Self> {
        clear();
        let folder = env::temp_dir().join(format!("{PREFIX}{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| {
            Trouble::new(
                format!("can't make {}: {error}", folder.display()),
                "set TMPDIR to a folder that may be written to",
            )
        })?;
        Ok(TempFolder(folder))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// Removes the folders of runs that were interrupted: on Linux, those whose process is gone.
fn clear() {
    let is_gone =
        |id: &str| Path::new("/proc/self").exists() && !Path::new("/proc").join(id).exists();
    for entry in fs::read_dir(env::temp_dir())
        .into_iter()
        .flatten()
        .flatten()
    {
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        if id.is_some_and(|id| id.parse::<u32>().is_ok() && is_gone(id)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        for _ in 0..TRIES {
            match fs::remove_dir_all(&self.0) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return,
                // Removed, or not yet: the next try tells.
                _ => sleep(Duration::from_millis(40)),
            }
        }
        eprintln!("→ {} could not be removed", self.0.display());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_folder_goes_with_everything_in_it() -> Outcome {
        let folder = TempFolder::new()?;
        let path = folder.path().to_owned();
        assert!(fs::create_dir_all(path.join("profile/cache")).is_ok());
        drop(folder);
        assert!(!path.exists());
        Ok(())
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_folder_of_an_interrupted_run_is_removed_and_others_are_left_alone() -> io::Result<()> {
        // No process has so high an id.
        let [gone, other] = ["aex-4194305", "aex-not-ours"].map(|name| env::temp_dir().join(name));
        fs::create_dir_all(&gone)?;
        fs::create_dir_all(&other)?;
        clear();
        assert!(!gone.exists() && other.exists());
        fs::remove_dir_all(other)
    }
}
