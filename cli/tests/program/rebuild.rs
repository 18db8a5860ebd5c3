//! Pages where there are pages already: what is replaced, what is left alone, what a run that fails leaves.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::build::{build, built, files};
use crate::{GOOD, folder, loaded_from, read};

/// A document whose errors keep it from being shown.
fn bad() -> String {
    GOOD.replace("(#tariffs)", "(#tarifs)")
}

#[test]
fn a_document_with_errors_leaves_the_old_pages_as_they_were() {
    let folder = folder(&[("talks.md", GOOD), ("more.md", GOOD)]);
    built(&folder, &["talks.md", "more.md", "-o", "site"]);
    let before = files(&folder.path().join("site"));
    fs::write(folder.path().join("talks.md"), GOOD.replace("Both", "All")).expect("a file");
    fs::write(folder.path().join("more.md"), bad()).expect("a file");
    let (code, message) = build(&folder, &["talks.md", "more.md", "-o", "site"]);
    assert_eq!(code, Some(1));
    assert!(
        message.contains("more.md:5:") && message.contains("did you mean `tariffs`?"),
        "{message}"
    );
    assert!(
        message.ends_with("nothing was written to site\n"),
        "{message}"
    );
    assert_eq!(files(&folder.path().join("site")), before);
    let (code, message) = build(&folder, &["talks.md", "missing.md", "-o", "site"]);
    assert_eq!(code, Some(2));
    assert!(message.contains("can't read missing.md"), "{message}");
    assert_eq!(files(&folder.path().join("site")), before);
    build(&folder, &["more.md", "-o", "elsewhere"]);
    assert!(
        !folder.path().join("elsewhere").exists(),
        "an empty folder is left"
    );
}

#[test]
fn every_document_with_errors_is_said_in_one_go() {
    let folder = folder(&[("one.md", &bad()), ("two.md", GOOD), ("three.md", "+++\n")]);
    let (code, message) = build(&folder, &["one.md", "two.md", "three.md", "-o", "site"]);
    assert_eq!(code, Some(1));
    assert!(
        message.contains("one.md:5:") && message.contains("three.md:1:"),
        "{message}"
    );
}

#[test]
fn what_is_unchanged_is_not_built_again_unless_asked_for() {
    let folder = folder(&[("talks.md", GOOD), ("more.md", GOOD)]);
    let run = ["talks.md", "more.md", "-o", "site"];
    built(&folder, &run);
    let first = files(&folder.path().join("site"));
    assert_eq!(
        built(&folder, &run),
        "2 documents in site: 0 built, 2 unchanged\n"
    );
    assert_eq!(files(&folder.path().join("site")), first);
    fs::write(
        folder.path().join("more.md"),
        GOOD.replace("Trade", "Other"),
    )
    .expect("a file");
    assert_eq!(
        built(&folder, &run),
        "2 documents in site: 1 built, 1 unchanged\n"
    );
    let second = files(&folder.path().join("site"));
    let talks = folder.path().join("site/talks.html");
    assert_eq!(second[&talks], first[&talks]);
    assert!(read(&folder, "site/more.html").contains("Other talks"));
    assert!(read(&folder, "site/index.html").contains("Other talks"));
    fs::remove_file(folder.path().join("site/talks.embed.html")).expect("a file");
    assert_eq!(
        built(&folder, &run),
        "2 documents in site: 1 built, 1 unchanged\n"
    );
    let forced: Vec<_> = run.into_iter().chain(["--force"]).collect();
    assert_eq!(
        built(&folder, &forced),
        "2 documents in site: 2 built, 0 unchanged\n"
    );
    let elsewhere: Vec<_> = run
        .into_iter()
        .chain(["--base-url", "https://example.org"])
        .collect();
    assert_eq!(
        built(&folder, &elsewhere),
        "2 documents in site: 2 built, 0 unchanged\n"
    );
}

#[test]
fn pages_of_other_documents_and_files_of_others_are_left_alone_and_named() {
    let folder = folder(&[("talks.md", GOOD), ("more.md", GOOD)]);
    built(&folder, &["talks.md", "more.md", "-o", "site"]);
    fs::write(folder.path().join("site/photo.jpg"), "a photo").expect("a file");
    let said = built(&folder, &["talks.md", "-o", "site"]);
    assert!(
        said.contains("left alone, since not among these: more.html"),
        "{said}"
    );
    assert_eq!(read(&folder, "site/photo.jpg"), "a photo");
    assert!(read(&folder, "site/more.html").contains("Trade talks"));
    for file in ["more.html", "more.embed.html"] {
        fs::remove_file(folder.path().join("site").join(file)).expect("a file");
    }
    let said = built(&folder, &["talks.md", "-o", "site"]);
    assert_eq!(said, "1 document in site: 0 built, 1 unchanged\n");
}

#[test]
fn a_file_that_can_not_be_replaced_is_said_and_the_next_run_makes_it_good() {
    let folder = folder(&[("talks.md", GOOD), ("more.md", GOOD)]);
    let run = ["talks.md", "more.md", "-o", "site"];
    built(&folder, &run);
    // A folder where a page is to be: it can't be replaced by a file.
    let page = folder.path().join("site/more.html");
    fs::remove_file(&page).expect("a file");
    fs::create_dir_all(page.join("in the way")).expect("a folder");
    for name in ["talks.md", "more.md"] {
        fs::write(folder.path().join(name), GOOD.replace("Trade", "New")).expect("a file");
    }
    let (code, said) = build(&folder, &run);
    assert_eq!(code, Some(2));
    assert!(said.contains("can't write site/more.html"), "{said}");
    assert!(!folder.path().join("site/.explainer-new").exists());
    for file in ["talks.html", "talks.json"] {
        let whole = read(&folder, Path::new("site").join(file));
        assert!(
            whole.contains("Trade talks") || whole.contains("New talks"),
            "{file}: {whole}"
        );
    }
    fs::remove_dir_all(&page).expect("a folder");
    // Nothing passes for built that may be half in place, even where the documents are as they were before.
    for name in ["talks.md", "more.md"] {
        fs::write(folder.path().join(name), GOOD).expect("a file");
    }
    assert_eq!(
        built(&folder, &run),
        "2 documents in site: 2 built, 0 unchanged\n"
    );
    assert!(read(&folder, "site/more.html").contains("Trade talks"));
    assert!(read(&folder, "site/talks.html").contains("Trade talks"));
}

#[test]
fn what_an_interrupted_run_left_waiting_is_dropped() {
    let folder = folder(&[("talks.md", GOOD)]);
    let waiting = folder.path().join("site/.explainer-new/explainer");
    fs::create_dir_all(&waiting).expect("a folder");
    fs::write(waiting.join("half.js"), "half a f").expect("a file");
    built(&folder, &["talks.md", "-o", "site"]);
    let files = files(&folder.path().join("site"));
    assert!(
        !files
            .keys()
            .any(|file| file.ends_with("half.js") || file.ends_with("lock")),
        "{files:?}"
    );
}

#[test]
fn a_run_beside_another_into_the_same_folder_is_refused() {
    let folder = folder(&[("talks.md", GOOD)]);
    let waiting = folder.path().join("site/.explainer-new");
    fs::create_dir_all(&waiting).expect("a folder");
    let lock = fs::File::create(waiting.join("lock")).expect("a file");
    lock.lock().expect("a lock");
    let (code, said) = build(&folder, &["talks.md", "-o", "site"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("another run is building into site"), "{said}");
    assert!(waiting.join("lock").exists(), "the other's folder is gone");
}

#[test]
fn files_are_written_compressed_too_and_stay_in_step_with_what_they_are_of() {
    let folder = folder(&[("talks.md", GOOD)]);
    let site = folder.path().join("site");
    built(&folder, &["talks.md", "-o", "site"]);
    assert!(!site.join("talks.html.br").exists());
    // Asked for later: nothing has changed but that.
    built(&folder, &["talks.md", "-o", "site", "--compress"]);
    let hash = loaded_from(&site.join("explainer"));
    for name in ["talks.html", "talks.json", "explainer/explainer.js"] {
        is_in_step(&site, name);
    }
    is_in_step(&site, &format!("explainer/{hash}/full.wasm"));
    is_in_step(&site, &format!("explainer/{hash}/explainer.css"));
    // Not asked for: a server would send the old page in place of the new one.
    let changed = GOOD.replace("Both sides", "The two sides");
    fs::write(folder.path().join("talks.md"), changed).expect("a document");
    built(&folder, &["talks.md", "-o", "site"]);
    assert!(read(&folder, "site/talks.html").contains("The two sides"));
    is_in_step(&site, "talks.html");
}

/// Sees that the compressed forms of a file hold what it holds.
fn is_in_step(site: &Path, name: &str) {
    let content = fs::read(site.join(name)).expect(name);
    let open = |ending| fs::File::open(site.join(format!("{name}.{ending}"))).expect(ending);
    let mut read = [Vec::new(), Vec::new()];
    let br = brotli::Decompressor::new(open("br"), 4096).read_to_end(&mut read[0]);
    let gz = flate2::read::GzDecoder::new(open("gz")).read_to_end(&mut read[1]);
    assert!(br.is_ok() && gz.is_ok(), "{name}");
    assert!(read[0] == content && read[1] == content, "{name}");
}
