//! What comes from outside is hostile now and then: every reader answers with an article or with what is wrong, whatever it
//! is given. The words are those of `tests/hostile/words.json`.

#[path = "../../tests/hostile/places.rs"]
mod places;

use std::collections::BTreeMap;

use article::Article;
use article::authoring::{print, read, scaffold};
use article::exchange::{export, import};
use serde_json::{Value, json};

fn words() -> BTreeMap<String, String> {
    let words = include_str!("../../tests/hostile/words.json");
    serde_json::from_str(words).expect("words by what they try")
}

/// An article goes through everything that is made of one.
fn goes_on(article: &Article) {
    let json = serde_json::to_string(article).expect("JSON");
    let again: Article = serde_json::from_str(&json).expect("an article");
    assert!(again == *article, "JSON says otherwise: {json}");
    print(article);
    let exported = export::timelinejs(article);
    import::timelinejs(&exported).expect("what was exported can be imported");
}

/// An article that somebody wrote goes on, and is written again so that it reads the same.
fn reads_again(article: &Article) {
    goes_on(article);
    let printed = print(article);
    let is_same = read(&printed).article.as_ref() == Some(article);
    assert!(is_same, "reads otherwise: {printed}");
}

/// A document is read, or its problems say what to do.
fn is_answered(text: &str) -> Option<Article> {
    let reading = read(text);
    assert!(
        reading.article.is_some() || !reading.problems.is_empty(),
        "{text}"
    );
    reading.article
}

/// The example that has whatever a document can have, in the exchange form.
fn whole() -> Value {
    let article = read(include_str!("../../examples/everything.md")).article;
    serde_json::to_value(article.expect("an article")).expect("JSON")
}

#[test]
fn hostile_words_in_any_one_place_of_json_make_an_article_or_an_error() {
    let whole = whole();
    let is_text = |path: &String| whole.pointer(path).is_some_and(Value::is_string);
    let texts = places::paths(&whole).into_iter().filter(is_text);
    let (mut taken, mut refused) = (0, 0);
    // Every place has all words in turn: the words go round faster than the places.
    let words: Vec<_> = words().into_values().collect();
    for (at, path) in texts.enumerate() {
        for step in 0..4 {
            let mut value = whole.clone();
            let words = &words[(at * 4 + step) % words.len()];
            *value.pointer_mut(&path).expect("a place") = Value::from(words.as_str());
            match serde_json::from_value::<Article>(value) {
                Ok(article) if article.check().iter().all(|fault| fault.is_warning()) => {
                    goes_on(&article);
                    taken += 1;
                }
                Ok(_) => refused += 1,
                Err(error) => {
                    assert!(!error.to_string().is_empty());
                    refused += 1;
                }
            }
        }
    }
    assert!(
        taken > 100 && refused > 100,
        "{taken} taken, {refused} refused"
    );
}

#[test]
fn anything_else_in_any_one_place_of_json_makes_an_article_or_an_error() {
    let whole = whole();
    let strangers = [
        Value::Null,
        json!(true),
        json!([]),
        json!({}),
        json!([[[[]]]]),
        json!(0),
        json!(-1),
        json!(256),
        json!(u32::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(f64::MAX),
        json!(f64::MIN_POSITIVE),
        json!(-0.0),
        json!("1e999"),
        json!("9".repeat(400)),
    ];
    let mut taken = 0;
    for path in places::paths(&whole) {
        let was = whole.pointer(&path).expect("a place");
        for stranger in strangers.iter().filter(|stranger| *stranger != was) {
            let mut value = whole.clone();
            *value.pointer_mut(&path).expect("a place") = stranger.clone();
            let article = serde_json::from_value::<Article>(value);
            if let Some(article) = article
                .ok()
                .filter(|article| article.check().iter().all(|fault| fault.is_warning()))
            {
                goes_on(&article);
                taken += 1;
            }
        }
    }
    assert!(taken > 100, "{taken} taken");
}

#[test]
fn hostile_words_as_a_document_as_a_text_and_as_a_file_of_others_are_answered() {
    for words in words().values() {
        is_answered(words);
        is_answered(&format!("+++\nheadline = \"x\"\n+++\n{words}\n"));
        is_answered(&format!("+++\n{words}\n+++\n"));
        let _ = import::timelinejs(words);
        let _ = import::archieml(words);
        if let Ok(scaffold) = scaffold(words) {
            let article = read(&scaffold.document).article;
            assert!(article.is_some(), "{}", scaffold.document);
        }
    }
}

#[test]
fn ten_megabytes_of_text_are_read() {
    let paragraph = "They speak of sanctions, and of what comes after sanctions. ".repeat(20);
    let text = format!(
        "+++\nheadline = \"Long\"\n+++\n{}",
        format!("{paragraph}\n\n").repeat(10_000_000 / paragraph.len())
    );
    let article = is_answered(&text).expect("an article");
    assert!(
        article.lead.len() > 8000,
        "{} paragraphs",
        article.lead.len()
    );
    // One paragraph as long as that, too.
    let article = is_answered(&format!(
        "+++\nheadline = \"Long\"\n+++\n{}",
        "word ".repeat(2_000_000)
    ));
    assert_eq!(article.expect("an article").lead.len(), 1);
}

#[test]
fn a_hundred_thousand_marks_are_read() {
    let front = "+++\nheadline = \"Marked\"\nissues = [{ id = \"a\", title = \"A\", stance = \"proposal\" }]\n+++\n";
    let text = format!("{front}{}", "[words](#a) and\n\n".repeat(100_000));
    let article = is_answered(&text).expect("an article");
    assert_eq!(article::Outline::of(&article).passages().len(), 100_000);
    // And as many that name what is not there.
    let text = format!("{front}{}", "[words](#b) and\n\n".repeat(100_000));
    assert!(is_answered(&text).is_none());
}

#[test]
fn what_nests_without_an_end_is_refused_or_read_as_words() {
    for (open, close) in [
        ("> ", ""),
        ("- ", ""),
        ("1. ", ""),
        ("*", "*"),
        ("**a ", "**"),
        ("[", "](#a)"),
        ("[", ""),
        ("![", "](x)"),
        ("<b>", "</b>"),
        ("`", ""),
    ] {
        let text = format!("{}x{}", open.repeat(20_000), close.repeat(20_000));
        is_answered(&format!("+++\nheadline = \"Deep\"\n+++\n{text}\n"));
        let _ = scaffold(&text);
    }
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let json = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        assert!(import::timelinejs(&json).is_err());
        assert!(serde_json::from_str::<Article>(&json).is_err());
        let events = format!("{{\"events\":[{{\"text\":{json}}}]}}");
        assert!(import::timelinejs(&events).is_err());
    }
    let html = format!(
        "{}x{}",
        "<div><b><ul><li>".repeat(20_000),
        "</b>".repeat(20_000)
    );
    let slide = json!({ "events": [{ "start_date": { "year": 2018 }, "text": { "text": html } }] });
    import::timelinejs(&slide.to_string()).expect("words");
    let keys = format!("{}x: y\n", "a.".repeat(20_000));
    let _ = import::archieml(&keys);
    let _ = import::archieml(&format!("{}x: y\n", "{a}\n[b]\n".repeat(20_000)));
    let front = format!(
        "+++\nheadline = {}1{}\n+++\n",
        "[".repeat(20_000),
        "]".repeat(20_000)
    );
    assert!(is_answered(&front).is_none());
}

#[test]
fn the_deepest_document_that_reads_is_json_that_reads() {
    for (open, close) in [("> ", ""), ("- ", ""), ("1. ", "")] {
        let deepest = (1..200)
            .take_while(|depth| {
                let text = format!(
                    "{}*x **y** [z](https://example.org)*{}",
                    open.repeat(*depth),
                    close.repeat(*depth)
                );
                let article = is_answered(&format!("+++\nheadline = \"Deep\"\n+++\n{text}\n"));
                article.inspect(reads_again).is_some()
            })
            .count();
        assert!(deepest > 10, "{open} {deepest}");
    }
}

#[test]
fn numbers_at_their_limits_are_taken_or_refused_with_a_reason() {
    let dates = [
        "9999-12-31",
        "0001-01-01",
        "9999 BCE",
        "10000",
        "-9999",
        "2018-02-30",
        "2018-00",
        "2018-13-01",
        "2018-07-16T24:00Z",
        "2018-07-16T23:59+23:59",
        "2018-07-16T00:00-99:99",
        "99999999999999999999",
        "2018-07-16/1000",
        "2016-12-31T23:60Z",
    ];
    for date in dates {
        let text = format!(
            "+++\nheadline = \"x\"\nevents = [{{ id = \"a\", title = \"A\", date = \"{date}\" }}]\n+++\n[x](#a)\n"
        );
        if let Some(article) = is_answered(&text) {
            reads_again(&article);
        }
    }
    for (lat, lon) in [
        ("90", "180"),
        ("-90.0", "-180.0"),
        ("90.0000001", "0"),
        ("nan", "0"),
        ("inf", "0"),
        ("0", "1e308"),
        ("1e-320", "0"),
        ("9223372036854775807", "0"),
    ] {
        let text = format!(
            "+++\nheadline = \"x\"\nevents = [{{ id = \"a\", title = \"A\", date = \"2018\", place = {{ name = \"P\", lat = {lat}, lon = {lon} }} }}]\n+++\n[x](#a)\n"
        );
        if let Some(article) = is_answered(&text) {
            reads_again(&article);
        }
    }
    for size in ["0", "1", "4294967295", "4294967296", "-1", "1.5"] {
        let text = format!(
            "+++\nheadline = \"x\"\n[figure]\ncaption = \"c\"\nimage = {{ src = \"x.png\", alt = \"a\", width = {size}, height = {size} }}\n+++\nx\n"
        );
        if let Some(article) = is_answered(&text) {
            reads_again(&article);
        }
    }
    for year in [
        "0",
        "-99999999999",
        "275760",
        "1e400",
        "\"1e400\"",
        "99999999999999999999999",
        "true",
        "\"-0\"",
    ] {
        let json = format!(
            "{{\"events\":[{{\"start_date\":{{\"year\":{year},\"month\":{year},\"day\":{year},\"hour\":{year}}},\"text\":{{\"headline\":\"x\"}}}}]}}"
        );
        if let Ok(imported) = import::timelinejs(&json) {
            reads_again(&imported.article);
        }
    }
}
