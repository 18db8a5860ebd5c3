//! A document in the browser, again each time it is saved.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::{GOOD, explainer, folder, said};

/// How long an answer may take before the test has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// A preview of `talks.md`, which ends with the test.
struct Preview {
    program: Child,
    host: String,
    /// Held, so that the program can go on saying things.
    _said: ChildStderr,
}

impl Preview {
    /// Starts on a free port.
    fn of(folder: impl AsRef<Path>) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_explainer"))
            .args(["preview", "talks.md", "--port", "0"])
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let mut address = String::new();
        let output = program.stdout.take().expect("its output");
        let read = BufReader::new(output).read_line(&mut address);
        let said = program.stderr.take().expect("what it says");
        read.expect("an address");
        let host = address
            .trim()
            .strip_prefix("http://")
            .and_then(|host| host.strip_suffix('/'));
        Preview {
            host: host.expect("an address").to_owned(),
            program,
            _said: said,
        }
    }

    /// Asks for a path in another host's name. HTTP 1.0, whose answers end with the connection.
    fn ask_as(&self, host: &str, path: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(&self.host).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n").expect("a request");
        BufReader::new(stream)
    }

    /// The whole answer, with its head.
    fn get_as(&self, host: &str, path: &str) -> String {
        let mut answer = Vec::new();
        self.ask_as(host, path)
            .read_to_end(&mut answer)
            .expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.get_as(&self.host, path)
    }

    /// Listens for versions of the page; the one that is shown comes first.
    fn versions(&self) -> impl Iterator<Item = String> {
        let lines = self.ask_as(&self.host, "/events").lines();
        lines.filter_map(|line| {
            line.expect("an event in time")
                .strip_prefix("data: ")
                .map(str::to_owned)
        })
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Saves the document in place.
fn save(folder: &TempDir, content: &str) {
    fs::write(folder.path().join("talks.md"), content).expect("a file");
}

#[test]
fn the_page_shows_the_document_with_all_that_it_needs() {
    let folder = folder(&[
        ("talks.md", GOOD),
        ("map.png", "a map"),
        ("secret.txt", "a secret"),
    ]);
    let preview = Preview::of(&folder);
    let page = preview.get("/");
    assert!(page.starts_with("HTTP/1.0 200"), "{page}");
    for part in [
        "content-security-policy: default-src 'none'; script-src 'self'",
        "<strong>talks.md</strong>: no problems",
        "<article-explainer src=\"document.json\" heading-level=\"1\"><template shadowrootmode=\"open\" shadowrootclonable shadowrootserializable>",
        "<script type=\"module\" src=\"preview.js\">",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    for (path, kind) in [
        ("/preview.js", "text/javascript"),
        ("/preview.css", "text/css"),
        ("/document.json", "application/json"),
        ("/explainer/explainer.js", "text/javascript"),
        ("/explainer/page.css", "text/css"),
        ("/map.png", "image/png"),
    ] {
        let answer = preview.get(path);
        assert!(
            answer.starts_with("HTTP/1.0 200") && answer.contains(&format!("content-type: {kind}")),
            "{path}: {answer}"
        );
    }
    let style = page.split("rel=\"stylesheet\" href=\"").find_map(|rest| {
        let (address, _) = rest.split_once('"')?;
        address.strip_suffix("/explainer.css")
    });
    let loaded = style.expect("the explainer's stylesheet");
    for (file, kind) in [
        ("full.js", "text/javascript"),
        ("full.wasm", "application/wasm"),
        ("explainer.css", "text/css"),
    ] {
        let answer = preview.get(&format!("/{loaded}/{file}"));
        assert!(
            answer.starts_with("HTTP/1.0 200") && answer.contains(&format!("content-type: {kind}")),
            "{file}: {answer}"
        );
    }
    for path in ["/secret.txt", "/talks.md", "/explainer/other.js"] {
        let answer = preview.get(path);
        assert!(answer.starts_with("HTTP/1.0 404"), "{path}: {answer}");
    }
}

#[test]
fn images_outside_the_documents_folder_are_nobodys_business() {
    let folder = folder(&[("map.png", "a map")]);
    let articles = folder.path().join("articles");
    fs::create_dir(&articles).expect("a folder");
    fs::write(articles.join("talks.md"), GOOD).expect("a file");
    let preview = Preview::of(&articles);
    let whole = folder.path().join("map.png").display().to_string();
    for path in [
        "/../map.png".to_owned(),
        "/%2e%2e/map.png".to_owned(),
        format!("/{whole}"),
        format!("/{}", whole.replace('/', "%2f")),
    ] {
        let answer = preview.get(&path);
        assert!(answer.starts_with("HTTP/1.0 404"), "{path}: {answer}");
    }
}

#[test]
fn whoever_calls_by_another_name_is_refused() {
    let folder = folder(&[("talks.md", GOOD)]);
    let preview = Preview::of(&folder);
    let port = preview.host.rsplit(':').next().expect("a port");
    for host in ["example.org", "127.0.0.1:1", "localhost", ""] {
        for path in ["/", "/document.json", "/events"] {
            let answer = preview.get_as(host, path);
            assert!(
                answer.starts_with("HTTP/1.0 421"),
                "{host} {path}: {answer}"
            );
            assert!(!answer.contains("Trade talks"), "{host} {path}: {answer}");
        }
    }
    assert!(
        preview
            .get_as(&format!("localhost:{port}"), "/")
            .starts_with("HTTP/1.0 200")
    );
}

#[test]
fn a_saved_document_is_shown_anew_and_one_with_errors_stays_as_it_was_with_its_problems() {
    let folder = folder(&[("talks.md", GOOD)]);
    let preview = Preview::of(&folder);
    let mut versions = preview.versions();
    let first = versions.next().expect("a version");
    assert!(
        preview
            .get("/")
            .contains(&format!("data-version=\"{first}\""))
    );
    save(&folder, &GOOD.replace("Trade", "Customs"));
    let second = versions.next().expect("a version");
    assert_ne!(first, second);
    let page = preview.get("/");
    assert!(
        page.contains("Customs talks") && page.contains(&format!("data-version=\"{second}\"")),
        "{page}"
    );
    assert!(preview.get("/document.json").contains("Customs talks"));
    save(&folder, &GOOD.replace("(#tariffs)", "(#tarifs)"));
    versions.next().expect("a version");
    let page = preview.get("/");
    assert!(page.contains("1 error, 1 warning"), "{page}");
    assert!(
        page.contains("Below is its last good version") && page.contains("Customs talks"),
        "{page}"
    );
    assert!(
        page.contains("did you mean `tariffs`?") && page.contains("line 5, column 21"),
        "{page}"
    );
    assert!(
        page.contains("class=\"error\" data-section=\"0\" data-block=\"0\""),
        "{page}"
    );
    assert!(
        page.contains("class=\"warning\" data-item=\"tariffs\""),
        "{page}"
    );
    save(&folder, GOOD);
    versions.next().expect("a version");
    assert!(preview.get("/").contains("no problems"));
}

#[test]
fn editors_that_put_a_new_file_in_place_are_understood_and_so_is_a_file_that_goes_and_comes_back() {
    let folder = folder(&[("talks.md", GOOD)]);
    let preview = Preview::of(&folder);
    let mut versions = preview.versions();
    versions.next().expect("a version");
    let (file, other) = (
        folder.path().join("talks.md"),
        folder.path().join("talks.md~"),
    );
    fs::write(&other, GOOD.replace("Trade", "Customs")).expect("a file");
    fs::rename(&other, &file).expect("a rename");
    versions.next().expect("a version");
    assert!(preview.get("/").contains("Customs talks"));
    fs::rename(&file, &other).expect("a rename");
    versions.next().expect("a version");
    let page = preview.get("/");
    assert!(
        page.contains("can't read talks.md") && page.contains("Customs talks"),
        "{page}"
    );
    fs::rename(&other, &file).expect("a rename");
    versions.next().expect("a version");
    assert!(preview.get("/").contains("no problems"));
}

#[test]
fn a_document_that_has_never_been_good_is_shown_as_its_source() {
    let folder = folder(&[("talks.md", &GOOD.replace("headline", "headlin"))]);
    let preview = Preview::of(&folder);
    let page = preview.get("/");
    assert!(page.contains("with the mistakes underlined"), "{page}");
    assert!(
        page.contains("<mark class=\"error\">headlin</mark> = \"Trade talks\""),
        "{page}"
    );
    assert!(!page.contains("<article-explainer"), "{page}");
    assert!(preview.get("/document.json").starts_with("HTTP/1.0 404"));
    let mut versions = preview.versions();
    versions.next().expect("a version");
    save(&folder, GOOD);
    versions.next().expect("a version");
    assert!(preview.get("/").contains("<article-explainer"));
}

#[test]
fn a_port_that_is_taken_and_a_document_that_is_not_there_are_said() {
    let folder = folder(&[("talks.md", GOOD)]);
    let preview = Preview::of(&folder);
    let port = preview.host.rsplit(':').next().expect("a port");
    let (code, message) = said(explainer(&folder).args(["preview", "talks.md", "--port", port]));
    assert_eq!(code, Some(2));
    assert!(
        message.contains(&format!(
            "can't serve on port {port}; choose another with --port"
        )),
        "{message}"
    );
    let (code, message) = said(explainer(&folder).args(["preview", "missing.md"]));
    assert_eq!(code, Some(2));
    assert!(message.contains("can't read missing.md"), "{message}");
}
