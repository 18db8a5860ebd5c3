//! A folder for everything temporary that a run's tests, drivers and browsers write; it is removed with the run.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::trouble::{Outcome, Trouble};

/// How often a removal is tried: a browser that is ending may still write.
const TRIES: u32 = 50;

/// A folder that is removed when this is dropped.
pub struct TempFolder(PathBuf);

impl TempFolder {
    /// Makes a folder of this run's own in the system's temporary folder. Its name is short, since the paths of Chromium's sockets
    /// may have 107 bytes at most.
    pub fn new() -> Outcome<Self> {
        let folder = env::temp_dir().join(format!("aex-{}", std::process::id()));
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
}
