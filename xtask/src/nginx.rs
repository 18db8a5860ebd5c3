//! The real nginx with the configuration that `deploy/` has, on a port of this machine: for tests, which take this file in,
//! and for measuring.

use std::fs;
use std::io::{Error, Result};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

/// How long it may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// nginx, as long as this is held.
pub struct Nginx {
    child: Child,
    port: u16,
}

/// Ports below those that systems give to whoever asks for any.
static NEXT: AtomicU16 = AtomicU16::new(0);

fn free_port() -> Result<u16> {
    let first = 20_000 + (std::process::id() % 9_000) as u16;
    for _ in 0..1_000 {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed) % 3_000;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return Ok(port);
        }
    }
    Err(Error::other("no port is free"))
}

impl Nginx {
    /// Serves a folder with the program `nginx` and its `modules`, which keeps its own files in `own`; `project` is the
    /// repository.
    pub fn serve(
        (nginx, modules): (&Path, &Path),
        project: &Path,
        folder: &Path,
        own: &Path,
    ) -> Result<Self> {
        fs::create_dir_all(own)?;
        let port = free_port()?;
        let site = fs::read_to_string(project.join("deploy/nginx.conf"))?;
        let site = filled(
            &site,
            &[
                ("listen 80;", &format!("listen 127.0.0.1:{port};")),
                (
                    "root /var/www/explainers;",
                    &format!("root {};", folder.display()),
                ),
            ],
        )?;
        fs::write(own.join("site.conf"), site)?;
        let main = fs::read_to_string(project.join("tests/hosts/nginx/nginx.conf"))?;
        // Its workers would give up root's rights, and with them the right to read a test's folder.
        let user = if is_root() { "user root;" } else { "" };
        let main = filled(
            &main,
            &[
                ("MODULES", &modules.display().to_string()),
                ("USER", user),
                ("SITE", &own.join("site.conf").display().to_string()),
            ],
        )?;
        fs::write(own.join("nginx.conf"), main)?;
        let mut command = Command::new(nginx);
        command
            .arg("-p")
            .arg(own)
            .arg("-c")
            .arg(own.join("nginx.conf"));
        command.args(["-e", "error.log", "-g", "daemon off;"]);
        let child = command.stderr(Stdio::null()).spawn()?;
        let mut nginx = Nginx { child, port };
        nginx.until_it_answers(own)?;
        Ok(nginx)
    }

    fn until_it_answers(&mut self, own: &Path) -> Result<()> {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                let said = fs::read_to_string(own.join("error.log")).unwrap_or_default();
                return Err(Error::other(format!("nginx ended ({status}): {said}")));
            }
            if begun.elapsed() > PATIENCE {
                return Err(Error::other("nginx does not answer"));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Asked to go, it takes its workers along; killed, it would leave them.
        let asked = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

/// A text with parts of it replaced, which have to be there.
fn filled(text: &str, parts: &[(&str, &str)]) -> Result<String> {
    let mut text = text.to_owned();
    for (part, by) in parts {
        if !text.contains(part) {
            return Err(Error::other(format!(
                "`{part}` is not in nginx's configuration"
            )));
        }
        text = text.replace(part, by);
    }
    Ok(text)
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|said| said.stdout.trim_ascii() == b"0")
}
