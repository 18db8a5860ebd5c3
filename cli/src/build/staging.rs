//! New files, kept aside until every document is good, then moved into place.
//!
//! They wait in a folder inside the output folder: on the same file system, a file is moved in one step.

use std::cmp::Reverse;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use super::SHARED;
use crate::compress;
use crate::say::Say;

/// Where the files wait.
const FOLDER: &str = ".explainer-new";

/// The files of this run that wait to be moved.
pub struct Staging {
    output: PathBuf,
    folder: PathBuf,
    /// Whether the output folder was made for this run.
    is_new: bool,
    /// Whether every file is to be there compressed too.
    compresses: bool,
    waiting: Mutex<Vec<String>>,
    /// Held as long as this run lasts.
    _lock: File,
}

impl Staging {
    /// Begins in an output folder, which is made where it is missing. What an interrupted run left waiting is dropped.
    /// Fails where another run is at work there. Every file is kept compressed too where that `compresses`.
    pub fn open(output: &Path, compresses: bool) -> Result<Self> {
        let is_new = !output.exists();
        let folder = output.join(FOLDER);
        let cant = || format!("can't write to {}", output.display());
        fs::create_dir_all(&folder).with_context(cant)?;
        let lock = File::create(folder.join("lock")).with_context(cant)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => bail!(
                "another run is building into {}; run this again when it is done",
                output.display()
            ),
            // A file system without locks can't tell of other runs.
            Err(TryLockError::Error(_)) => {}
        }
        for entry in fs::read_dir(&folder).with_context(cant)?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                fs::remove_dir_all(&path).with_context(cant)?;
            } else if !path.ends_with("lock") {
                fs::remove_file(&path).with_context(cant)?;
            }
        }
        Ok(Staging {
            output: output.to_owned(),
            folder,
            is_new,
            compresses,
            waiting: Mutex::default(),
            _lock: lock,
        })
    }

    /// Keeps a file that is to replace the one of this name, and its compressed forms where they are asked for or there.
    pub fn put(&self, name: &str, content: &[u8]) -> Result<()> {
        self.keep(name, content)?;
        // A server would go on sending an old compressed form in place of the new file.
        let is_compressed = compressed_names(name).any(|name| self.output.join(name).exists());
        let is_asked_for = self.compresses && compress::is_worth_it(name);
        if !is_asked_for && !is_compressed {
            return Ok(());
        }
        for (name, content) in compressed_names(name).zip(compress::compressed(content)?) {
            self.keep(&name, &content)?;
        }
        Ok(())
    }

    fn keep(&self, name: &str, content: &[u8]) -> Result<()> {
        let file = self.folder.join(name);
        let cant = || format!("can't write {}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(cant)?;
        }
        fs::write(&file, content).with_context(cant)?;
        self.waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(name.to_owned());
        Ok(())
    }

    /// Keeps a file unless the very same is there already.
    pub fn put_if_changed(&self, name: &str, content: &[u8]) -> Result<()> {
        match fs::read(self.output.join(name)) {
            Ok(old) if old == content && !self.lacks_compressed(name) => Ok(()),
            _ => self.put(name, content),
        }
    }

    /// Whether a file is to be there compressed, and is not.
    pub fn lacks_compressed(&self, name: &str) -> bool {
        let is_missing = |name| !self.output.join(name).is_file();
        self.compresses && compress::is_worth_it(name) && compressed_names(name).any(is_missing)
    }

    /// Moves all files into place, each in one step: the files that pages share first, since old pages get on with new
    /// ones of these, and new pages would not with old ones; and of these first what stands in folders of their own,
    /// which the script beside them loads.
    pub fn move_into_place(&self, say: &Say) -> Result<()> {
        let mut names =
            std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        let shared = format!("{SHARED}/");
        let depth = |name: &str| Reverse(name.matches('/').count());
        names.sort_by_key(|name| (!name.starts_with(&shared), depth(name), name.clone()));
        for name in names {
            let file = self.output.join(&name);
            say.step("writing", &file);
            let moved = (|| {
                if let Some(folder) = file.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::rename(self.folder.join(&name), &file)
            })();
            moved.with_context(|| {
                format!(
                    "can't write {}; mend that and run this again, since files after it are still the old ones",
                    file.display()
                )
            })?;
        }
        Ok(())
    }
}

/// The names of a file's compressed forms.
fn compressed_names(name: &str) -> impl Iterator<Item = String> {
    compress::ENDINGS
        .iter()
        .map(move |ending| format!("{name}.{ending}"))
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What can't be tidied up here is tidied up by the next run.
        let _ = fs::remove_dir_all(&self.folder);
        if self.is_new {
            // Only where nothing came of it: a folder with files in it stays.
            let _ = fs::remove_dir(&self.output);
        }
    }
}
