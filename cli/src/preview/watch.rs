//! Hears that the document is saved.

use std::ffi::OsString;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// How long nothing may happen to the file until its editor has done with it.
const QUIET: Duration = Duration::from_millis(50);

/// The stack of the thread that reads: as much as the main thread has, since text may be nested deeply.
const STACK: usize = 8 * 1024 * 1024;

/// A file that is watched.
pub struct Watch {
    name: OsString,
    events: Receiver<notify::Result<Event>>,
    /// Nothing is heard once it is dropped.
    watcher: RecommendedWatcher,
}

impl Watch {
    /// Begins to watch a file.
    ///
    /// The folder is watched rather than the file: many editors save by putting a new file in the old one's place.
    pub fn begin(file: &Path) -> Result<Self> {
        let cant = || format!("can't watch {}", file.display());
        let name = file.file_name().with_context(cant)?.to_owned();
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let (send, events) = channel();
        let mut watcher = notify::recommended_watcher(send).with_context(cant)?;
        watcher
            .watch(
                folder.unwrap_or(Path::new(".")),
                RecursiveMode::NonRecursive,
            )
            .with_context(cant)?;
        Ok(Watch {
            name,
            events,
            watcher,
        })
    }

    /// Calls `changed`, from a thread of its own, each time the file has been written, removed or put back since it was
    /// begun to be watched.
    pub fn listen(self, mut changed: impl FnMut() + Send + 'static) -> Result<()> {
        let listen = move || {
            let _watcher = self.watcher;
            listen(&self.events, &self.name, &mut changed);
        };
        thread::Builder::new()
            .stack_size(STACK)
            .spawn(listen)
            .context("can't start the thread that listens")?;
        Ok(())
    }
}

fn listen(events: &Receiver<notify::Result<Event>>, name: &OsString, changed: &mut impl FnMut()) {
    while let Ok(event) = events.recv() {
        if !concerns(&event, name) {
            continue;
        }
        loop {
            match events.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        changed();
    }
}

/// Whether the file may have changed. Being read is no change, and the preview reads it itself.
fn concerns(event: &notify::Result<Event>, name: &OsString) -> bool {
    match event {
        Ok(event) if event.kind.is_access() => false,
        Ok(event) => {
            event.need_rescan()
                || event
                    .paths
                    .iter()
                    .any(|path| path.file_name() == Some(name))
        }
        // Something was missed.
        Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use notify::EventKind;
    use notify::event::{AccessKind, ModifyKind};

    use super::*;

    #[test]
    fn writing_the_file_counts_and_neither_reading_it_nor_writing_another_does() {
        let heard = |kind, file: &str| {
            let event = Event::new(kind).add_path(Path::new("articles").join(file));
            concerns(&Ok(event), &"talks.md".into())
        };
        assert!(heard(EventKind::Modify(ModifyKind::Any), "talks.md"));
        assert!(!heard(EventKind::Access(AccessKind::Any), "talks.md"));
        assert!(!heard(EventKind::Modify(ModifyKind::Any), "talks.md~"));
    }
}
