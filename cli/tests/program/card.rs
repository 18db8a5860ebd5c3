//! The picture of an article for those who share its link: where it is made, and what pages say of it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::build::{build, built};
use crate::json_ld::block;
use crate::{GOOD, explainer, folder, read};

const BASE: [&str; 2] = ["--base-url", "https://example.org/a/"];

/// A document with an image of its own.
fn illustrated() -> String {
    let figure = "figure = { caption = \"The talks\", image = { src = \"photo.jpg\", alt = \"A \\\"table\\\"\", width = 800, height = 600 } }\n+++\nBoth";
    GOOD.replace("+++\nBoth", figure)
}

#[test]
fn with_the_address_known_an_article_has_a_card_and_its_page_tells_of_it() {
    let folder = folder(&[("talks.md", GOOD)]);
    built(&folder, &["talks.md", "-o", "site", BASE[0], BASE[1]]);
    let page = read(&folder, "site/talks.html");
    let image = "https://example.org/a/talks.png";
    for part in [
        &format!(
            "<meta property=\"og:image\" content=\"{image}\">\n<meta property=\"og:image:type\" content=\"image/png\">\n"
        ),
        "<meta property=\"og:image:width\" content=\"1200\">\n<meta property=\"og:image:height\" content=\"630\">\n",
        "<meta property=\"og:image:alt\" content=\"Trade talks – The issues: Tariffs\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let data: Value = serde_json::from_str(block(&page)).expect("JSON");
    let said = &data["image"];
    assert_eq!(
        (&said["@type"], &said["url"]),
        (&"ImageObject".into(), &image.into())
    );
    assert_eq!(
        (&said["width"], &said["height"]),
        (&"1200 px".into(), &"630 px".into())
    );
    let card = fs::read(folder.path().join("site/talks.png")).expect("a card");
    let reader = png::Decoder::new(std::io::Cursor::new(card)).read_info();
    let size = reader.map(|reader| (reader.info().width, reader.info().height));
    assert_eq!(size.expect("a picture"), (1200, 630));
}

#[test]
fn without_the_address_there_is_no_card() {
    let folder = folder(&[("talks.md", GOOD)]);
    built(&folder, &["talks.md", "-o", "site"]);
    assert!(!folder.path().join("site/talks.png").exists());
    assert!(!read(&folder, "site/talks.html").contains("twitter:card"));
}

#[test]
fn an_image_of_its_own_stays_the_articles_picture() {
    let folder = folder(&[("talks.md", &illustrated())]);
    built(&folder, &["talks.md", "-o", "site", BASE[0], BASE[1]]);
    assert!(!folder.path().join("site/talks.png").exists());
    let page = read(&folder, "site/talks.html");
    for part in [
        "<meta property=\"og:image\" content=\"https://example.org/a/photo.jpg\">\n<meta property=\"og:image:width\" content=\"800\">",
        "<meta property=\"og:image:height\" content=\"600\">",
        "<meta property=\"og:image:alt\" content=\"A &quot;table&quot;\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("og:image:type"), "{page}");
}

#[test]
fn a_card_changes_with_its_headline_and_is_not_drawn_again_before() {
    let folder = folder(&[("talks.md", GOOD)]);
    let run = ["talks.md", "-o", "site", BASE[0], BASE[1]];
    let card = || fs::read(folder.path().join("site/talks.png")).expect("a card");
    built(&folder, &run);
    let first = card();
    let unchanged = "1 document in site: 0 built, 1 unchanged\n";
    let new = "1 document in site: 1 built, 0 unchanged\n";
    assert_eq!(built(&folder, &run), unchanged);
    fs::remove_file(folder.path().join("site/talks.png")).expect("a file");
    assert_eq!(
        built(&folder, &run),
        new,
        "a card that is gone is not drawn"
    );
    assert_eq!(card(), first, "the same article has another card");
    let other = GOOD.replace("Trade talks", "Other talks");
    fs::write(folder.path().join("talks.md"), other).expect("a file");
    assert_eq!(built(&folder, &run), new);
    assert_ne!(card(), first);
}

#[test]
fn a_picture_of_somebody_else_is_left_alone_and_named() {
    let folder = folder(&[("talks.md", GOOD)]);
    fs::create_dir(folder.path().join("site")).expect("a folder");
    let photo = folder.path().join("site/talks.png");
    fs::write(&photo, "a photo").expect("a file");
    let run = ["talks.md", "-o", "site", BASE[0], BASE[1]];
    let said = built(&folder, &run);
    assert!(
        said.contains(
            "talks.md: no picture for shared links: site/talks.png is not of this program"
        ),
        "{said}"
    );
    assert_eq!(fs::read(&photo).expect("a file"), b"a photo");
    assert!(!read(&folder, "site/talks.html").contains("og:image"));
    // A card stays a card where what was built is forgotten.
    fs::remove_file(&photo).expect("a file");
    let forced = [&run[..], &["--force"]].concat();
    built(&folder, &forced);
    fs::remove_file(folder.path().join("site/.explainer.json")).expect("a file");
    let again = built(&folder, &run);
    assert!(!again.contains("is not of this program"), "{again}");
}

#[test]
fn fifty_cards_are_drawn_in_one_run() {
    let names: Vec<_> = (1..=50)
        .map(|number| format!("talks-{number}.md"))
        .collect();
    let documents: Vec<_> = names.iter().map(|name| (name.as_str(), GOOD)).collect();
    let folder = folder(&documents);
    let mut run: Vec<&str> = names.iter().map(String::as_str).collect();
    run.extend(["-o", "site", BASE[0], BASE[1]]);
    built(&folder, &run);
    let site = folder.path().join("site");
    let cards: Vec<_> = (1..=50)
        .map(|number| fs::read(site.join(format!("talks-{number}.png"))).expect("a card"))
        .collect();
    assert!(cards.iter().all(|card| *card == cards[0]));
}

#[test]
fn a_document_that_means_harm_has_a_card() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/hostile.md");
    let file = file.display().to_string();
    let nothing = "<fontconfig><dir>/nowhere</dir></fontconfig>";
    let folder = folder(&[("fonts.conf", nothing)]);
    let (code, said) = build(&folder, &[&file, "-o", "site", BASE[0], BASE[1]]);
    assert_eq!(code, Some(0), "{said}");
    let card = fs::read(folder.path().join("site/hostile.png")).expect("a card");
    assert!(card.starts_with(b"\x89PNG"));
    // And so it has on a machine without fonts.
    let mut without = explainer(&folder);
    without.env("FONTCONFIG_FILE", folder.path().join("fonts.conf"));
    without.args(["build", &file, "-o", "bare", BASE[0], BASE[1]]);
    without.assert().success();
    assert!(folder.path().join("bare/hostile.png").exists());
}
