//! Cards of every example, and of text that means harm.

use std::fs;
use std::path::{Path, PathBuf};

use resvg::usvg::{Node, Rect};

use super::*;

/// Every example and the first article, each with its file's name.
fn examples() -> Vec<(String, Article)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let files = fs::read_dir(root.join("examples")).expect("the examples");
    let files = files.map(|file| file.expect("a file").path());
    let is_example = |file: &PathBuf| {
        file.extension().is_some_and(|ending| ending == "md") && !file.ends_with("README.md")
    };
    let mut files: Vec<_> = files.filter(is_example).collect();
    files.push(root.join("seeds/helsinki-summit.md"));
    let read = |file: &PathBuf| {
        let source = fs::read_to_string(file).expect("a file");
        let article = article::authoring::read(&source).article;
        (file.display().to_string(), article.expect("an article"))
    };
    files.iter().map(read).collect()
}

/// An article with this headline and these events, each with its date.
fn article(headline: &str, lang: &str, events: &[(&str, &str)]) -> Article {
    let event = |(number, (title, date)): (usize, &(&str, &str))| serde_json::json!({ "id": format!("event-{number}"), "title": title, "date": { "start": date } });
    let events: Vec<_> = events.iter().enumerate().map(event).collect();
    let json = serde_json::json!({
        "version": 1, "lang": lang, "headline": headline, "kind": headline, "publisher": headline, "events": events,
    });
    serde_json::from_value(json).expect("an article")
}

/// Every text of a card: what it says, the room it takes, and where its letters are.
fn texts(svg: &str) -> Vec<(String, Rect, Rect)> {
    let tree = picture::read(svg).expect("a drawing");
    let text = |node: &Node| match node {
        Node::Text(text) => Some((
            text.chunks().iter().map(|chunk| chunk.text()).collect(),
            text.abs_bounding_box(),
            text.abs_stroke_bounding_box(),
        )),
        _ => None,
    };
    tree.root().children().iter().filter_map(text).collect()
}

/// Fails where a text of a card leaves the room between the margins, or lies over another.
fn hold_to_the_frame(name: &str, article: &Article) {
    let texts = texts(&sheet::draw(article).svg);
    let (left, right) = (MARGIN - 1.0, WIDTH as f32 - MARGIN + 1.0);
    let bottom = HEIGHT as f32 - 40.0;
    for (number, (text, room, letters)) in texts.iter().enumerate() {
        let is_inside = |rect: &Rect| rect.left() >= left && rect.right() <= right;
        assert!(is_inside(room), "{name}: {text} leaves {room:?}");
        assert!(
            letters.top() > 50.0 && letters.bottom() < bottom,
            "{name}: {text} leaves {letters:?}"
        );
        for (other, _, others) in &texts[number + 1..] {
            let is_apart = letters.right() <= others.left()
                || others.right() <= letters.left()
                || letters.bottom() <= others.top()
                || others.bottom() <= letters.top();
            // Letters of one line may reach below their neighbours: italics, Arabic.
            let is_beside = (letters.bottom() - others.bottom()).abs() < 12.0
                && (letters.right() - others.left() < 6.0 || others.right() - letters.left() < 6.0);
            assert!(
                is_apart || is_beside,
                "{name}: {text} {letters:?} and {other} {others:?} lie over each other"
            );
        }
    }
}

#[test]
fn no_text_leaves_the_frame_or_lies_over_another_in_any_example() {
    let examples = examples();
    assert!(examples.len() > 5);
    for (name, article) in examples {
        hold_to_the_frame(&name, &article);
    }
}

#[test]
fn whatever_the_dates_no_title_leaves_the_frame_or_lies_over_another() {
    let titles = [
        "Talks",
        "The council votes",
        "An agreement that nobody had thought possible is signed in the night",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
        "قرار المجلس البلدي",
    ];
    for seed in 0..60_usize {
        let dates: Vec<String> = (0..1 + seed % 9)
            .map(|number| {
                // The spans grow with the seed: days, months, centuries.
                let years = number * number * (seed % 5) * (seed % 7);
                let (month, day) = (1 + (number * 5 + seed) % 12, 1 + (number * 11 + seed) % 28);
                format!("{:04}-{month:02}-{day:02}", 1000 + years)
            })
            .collect();
        let mut events: Vec<_> = dates
            .iter()
            .enumerate()
            .map(|(number, date)| (titles[(seed + number) % 5], date.as_str()))
            .collect();
        events.sort_by_key(|(_, date)| *date);
        let headline = titles[seed % 3].repeat(1 + seed % 4);
        hold_to_the_frame(&format!("seed {seed}"), &article(&headline, "en", &events));
    }
}

#[test]
fn every_event_is_on_the_axis_and_a_few_have_their_titles() {
    for (name, article) in examples() {
        let svg = sheet::draw(&article).svg;
        let titled = article.events.iter().filter(|event| {
            let first: String = event.title.chars().take(4).collect();
            texts(&svg).iter().any(|(text, ..)| text.contains(&first))
        });
        let titled = titled.count();
        let wanted = article.events.len().min(3);
        assert!(
            titled >= wanted,
            "{name}: {titled} of {}",
            article.events.len()
        );
    }
}

#[test]
fn a_card_is_a_picture_of_the_promised_size_that_is_not_blank() {
    let article = article("Trade talks", "en", &[("The summit", "2018-07-16")]);
    let card = draw(&article).expect("a card");
    let decoder = png::Decoder::new(std::io::Cursor::new(&card.png));
    let mut reader = decoder.read_info().expect("a picture");
    assert_eq!((reader.info().width, reader.info().height), (WIDTH, HEIGHT));
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut pixels).expect("a picture");
    let dark = pixels.chunks(3).filter(|pixel| pixel[0] < 64).count();
    assert!((12_000..200_000).contains(&dark), "{dark} dark pixels");
    assert!(card.png.len() < 100_000, "{} bytes", card.png.len());
}

#[test]
fn a_card_says_in_words_what_it_shows() {
    let events = [("Talks", "2018-07"), ("The summit", "2018-07-16")];
    let card = draw(&article("Trade talks", "de", &events)).expect("a card");
    assert_eq!(
        card.alt,
        "Trade talks – Zeitleiste: 2018-07 Talks; 2018-07-16 The summit"
    );
    let card = draw(&article("Trade talks", "en", &[])).expect("a card");
    assert_eq!(card.alt, "Trade talks");
}

#[test]
fn an_article_from_right_to_left_is_the_mirror_image() {
    let event = [("افتتاح", "2018-07-16")];
    let mut article = article("هل يعود الترام؟", "ar", &event);
    article.direction = article::Direction::RightToLeft;
    let of_headline = |article: &Article| {
        let texts = texts(&sheet::draw(article).svg);
        let largest = texts
            .iter()
            .max_by(|one, other| one.1.height().total_cmp(&other.1.height()));
        largest.expect("a text").1
    };
    let end = WIDTH as f32 - MARGIN;
    assert!((of_headline(&article).right() - end).abs() < 2.0);
    article.direction = article::Direction::LeftToRight;
    assert!(of_headline(&article).right() < end - 100.0);
}

#[test]
fn no_text_harms_the_drawing() {
    let mean = [
        "]]></text><image href=\"file:///etc/passwd\"/><text>",
        "&#0;&lt;&amp;\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{85}",
        "\u{fffe}\u{ffff}\u{fffd}\u{feff}\u{fff9}\u{1fffe}",
        "\u{202e}backwards\u{202a}\u{2066}\u{2069}\u{2069}\u{200f}",
        "\u{301}\u{301}\u{301}a\u{301}\u{20dd}\u{fe0f}\u{200d}",
        "👩🏽‍🚀🏳️‍🌈🇫🇮1️⃣",
        "\u{ad}\u{200b}\u{2060}\u{ad}a\u{ad}\u{ad}",
        "क्षि ไทย 漢字 עברית ﷺ لا ﻻ \u{e000} \u{10ffff}",
        "\n\r\t\u{2028}\u{2029} ",
        "",
        "-",
        "…",
    ];
    for (number, text) in mean.iter().enumerate() {
        let long = mean[number..].concat().repeat(3);
        for text in [*text, &long] {
            let events = [(text, "2018-07-16"), (text, "2018"), ("b", "-0300")];
            let svg = sheet::draw(&article(text, "en", &events)).svg;
            assert!(!svg.contains("<image"), "{svg}");
            picture::png(&svg).expect("a picture");
            picture::png(&sheet::draw(&article(text, text, &[])).svg).expect("a picture");
        }
    }
}

#[test]
fn a_headline_that_no_font_here_can_write_has_no_card_but_other_letters_are_left_out() {
    // A letter that came into Unicode in 2025.
    let letter = '\u{11db0}';
    assert!(letter.is_alphabetic());
    let refused = draw(&article(&format!("Talks {letter}"), "en", &[]));
    let why = refused.err().expect("a refusal");
    assert!(why.contains(letter) && why.contains("install"), "{why}");
    let mut talks = article("Talks", "en", &[]);
    talks.publisher = Some(format!("The {letter} Example"));
    let texts = texts(&sheet::draw(&talks).svg);
    assert!(
        texts.iter().any(|(text, ..)| text == "The Example"),
        "{texts:?}"
    );
}
