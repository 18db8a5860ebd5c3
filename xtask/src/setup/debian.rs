//! Debian's packages, brought where that needs no question: by root.

use std::path::PathBuf;
use std::process::Command;

use crate::process::{find, output};

/// apt-get, where root runs this on Debian's kind of system.
pub struct Apt(PathBuf);

impl Apt {
    /// apt-get, or nothing where it is not there or may not be run without a question.
    pub fn as_root() -> Option<Self> {
        let is_root = output("id", &["-u"]).as_deref() == Some("0");
        find("apt-get").filter(|_| is_root).map(Apt)
    }

    /// apt-get, to be told what to do. It asks nothing.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.0);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}
