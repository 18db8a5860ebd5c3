//! Says where to look once the server answers: the address stands last, below all that the build has printed.
//!
//! A process of its own, since the task itself becomes Trunk. It ends when the server answers or is gone.

use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::process::step;
use crate::trouble::{Outcome, Trouble};

/// What this process is called with; not among the tasks, as nobody calls it by hand.
pub const NAME: &str = "announce-server";

/// How long to wait between two tries.
const PAUSE: Duration = Duration::from_millis(200);

/// Starts waiting for the server on this address, which the process that calls this is about to become.
pub fn start(address: SocketAddr) -> Outcome<Child> {
    let program = std::env::current_exe();
    let server = std::process::id().to_string();
    let child = program.and_then(|program| {
        Command::new(program)
            .args([NAME, &address.to_string(), &server])
            .stdin(Stdio::null())
            .spawn()
    });
    child.map_err(|why| {
        Trouble::new(
            format!("can't wait for the server: {why}"),
            "run `cargo xtask serve` again",
        )
    })
}

/// Waits for the server and says where it is.
pub fn run(arguments: &[String]) -> Outcome {
    let [address, server] = arguments else {
        return Err(Trouble::usage(
            format!("`{NAME}` is not for calling by hand"),
            "run `cargo xtask serve`",
        ));
    };
    let address: SocketAddr = address.parse().map_err(|_| {
        Trouble::usage(
            format!("`{address}` is not an address"),
            "run `cargo xtask serve`",
        )
    })?;
    while is_alive(server) {
        if TcpStream::connect_timeout(&address, PAUSE).is_ok() {
            step(format!(
                "Open http://{address}/ (a change in the sources rebuilds; Ctrl-C ends)"
            ));
            return Ok(());
        }
        std::thread::sleep(PAUSE);
    }
    Ok(())
}

/// Whether the server's process is still there: its children go to another parent when it ends.
#[cfg(unix)]
fn is_alive(server: &str) -> bool {
    std::os::unix::process::parent_id().to_string() == server
}

/// The task itself outlives the server and ends this process with it.
#[cfg(not(unix))]
fn is_alive(_server: &str) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_where_the_server_is_gone() {
        // Port 9 answers nobody, and no process of ours has the number 0.
        assert!(run(&["127.0.0.1:9".to_owned(), "0".to_owned()]).is_ok());
    }

    #[test]
    fn it_is_not_called_by_hand() {
        assert_eq!(run(&[]).err().map(|trouble| trouble.exit_code), Some(2));
    }
}
