//! A server of somebody else's, started for a test and ended with it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, anyhow};

/// A server that runs.
pub struct Server {
    child: Child,
    /// Where it is, as it said itself.
    pub address: String,
}

impl Server {
    /// Starts a server, and waits until a line of its output tells its address.
    pub fn start(command: &mut Command, address: impl Fn(&str) -> Option<String>) -> Result<Self> {
        // No colours inside the address.
        command.env("NO_COLOR", "1").stdout(Stdio::piped());
        let mut child = command.spawn().with_context(|| format!("{command:?}"))?;
        let mut lines = BufReader::new(child.stdout.take().context("no output")?).lines();
        let found = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| address(&line));
        // It goes on writing; somebody has to read it.
        std::thread::spawn(move || lines.for_each(drop));
        match found {
            Some(address) => Ok(Server { child, address }),
            None => {
                let _ = child.kill();
                Err(anyhow!("{command:?} ended before it said where it is"))
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
