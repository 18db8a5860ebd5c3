use super::*;
use crate::authoring::read;
use crate::exchange::export;
use crate::model::{Event, plain_blocks};

fn imported(json: &str) -> Imported {
    timelinejs(json).expect("the timeline imports")
}

/// A timeline with one event.
fn with_event(event: &str) -> Imported {
    imported(&format!("{{\"events\": [{event}]}}"))
}

fn report(imported: &Imported) -> String {
    let lines = imported
        .report
        .iter()
        .map(|note| format!("{}: {}", note.place, note.message));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_exported_imports_with_the_same_ids_titles_and_dates() {
    let document = r#"+++
headline = "Times & <tides>"
events = [
  { id = "caesar", title = "The \"ides\"", date = "0044-03-15 BCE" },
  { id = "turn", title = "1 BCE to 1 CE", date = "1 BCE/0001" },
  { id = "early", title = "Early", date = "9999 BCE" },
  { id = "march", title = "A month", date = "1848-03" },
  { id = "talks", title = "Talks", date = "2018-07-11/2018-07-12" },
]
+++
[Beware](#caesar), they said, of [\<b> & c](#turn+talks).
"#;
    let article = read(document).article.expect("the document reads");
    let again = imported(&export::timelinejs(&article)).article;
    assert_eq!(again.headline, article.headline);
    let kept = |event: &Event| {
        (
            event.id.clone(),
            event.title.clone(),
            event.date.start,
            event.date.end,
        )
    };
    let kept = |events: &[Event]| events.iter().map(kept).collect::<Vec<_>>();
    assert_eq!(kept(&again.events), kept(&article.events));
    assert!(
        plain_blocks(&again.sections[2].body).contains(&"<b> & c".to_owned()),
        "{again:?}"
    );
}

#[test]
fn a_time_of_the_day_is_exported_in_words_only() {
    let document = "+++\nheadline = \"T\"\nevents = [{ id = \"a\", title = \"A\", date = \"2018-07-16T13:00+03:00\" }]\n+++\n";
    let json = export::timelinejs(&read(document).article.expect("the document reads"));
    assert!(
        json.contains("\"display_date\": \"July 16, 2018 at 1:00\u{202f}PM GMT+3\""),
        "{json}"
    );
    assert!(!json.contains("hour"), "{json}");
}

#[test]
fn a_year_before_the_common_era_is_the_one_that_timelinejs_shows() {
    for (year, meant) in [
        ("-44", "-0043"),
        ("\"-1\"", "0000"),
        ("1", "0001"),
        ("-10000", "-9999"),
    ] {
        let imported = with_event(&format!("{{\"start_date\": {{\"year\": {year}}}}}"));
        assert_eq!(imported.article.events[0].date.start.to_string(), meant);
    }
    let imported = with_event(r#"{"start_date": {"year": 0}}"#);
    assert!(report(&imported).contains("there is no year 0"));
}

#[test]
fn html_that_could_run_or_load_something_is_left_out_and_said() {
    let imported = with_event(
        r#"{"start_date": {"year": 2018}, "text": {"headline": "A<script>x</script>", "text":
        "<p onclick='x()'>One <a href=' javascript:x()'>two</a> <img src='//t.example/p.gif' alt='dot'><iframe src='https://v.example'>no</iframe></p><style>p{}</style><b>three"}}"#,
    );
    let words = plain_blocks(&imported.article.sections[0].body);
    assert_eq!(words, ["One two", "three"]);
    let report = report(&imported);
    for lost in [
        "<script>",
        "javascript:x()",
        "//t.example/p.gif",
        "<iframe> of https://v.example",
        "<style>",
    ] {
        assert!(report.contains(lost), "{lost} in {report}");
    }
}

#[test]
fn words_in_any_nesting_are_kept() {
    let nested = |open: &str, close: &str| open.repeat(800) + "deep" + &close.repeat(800);
    for html in [
        nested("<div>", "</div>"),
        nested("<b>", "</b>"),
        nested("<ul><li>", "</li></ul>"),
        nested("<blockquote>", ""),
    ] {
        let imported = with_event(&format!(
            "{{\"start_date\": {{\"year\": 1}}, \"text\": {{\"text\": \"{html}\"}}}}"
        ));
        assert_eq!(plain_blocks(&imported.article.sections[0].body), ["deep"]);
    }
}

#[test]
fn a_text_of_tags_without_end_is_kept_as_it_is() {
    let html = "<b>".repeat(100_000);
    let imported = with_event(&format!(
        "{{\"start_date\": {{\"year\": 1}}, \"text\": {{\"text\": \"{html}\"}}}}"
    ));
    assert_eq!(plain_blocks(&imported.article.sections[0].body), [html]);
    assert!(report(&imported).contains("more than 5000 tags"));
}

#[test]
fn ids_are_kept_where_they_are_ids_and_made_where_they_are_taken() {
    let event = |id: &str| {
        format!(
            "{{\"unique_id\": \"{id}\", \"start_date\": {{\"year\": 1}}, \"text\": {{\"headline\": \"Passage-1\"}}}}"
        )
    };
    let events = [
        event("a"),
        event("a"),
        event("passage-9"),
        event("section-1"),
        event(""),
    ]
    .join(",");
    let imported = with_event(&events);
    let ids: Vec<_> = imported
        .article
        .events
        .iter()
        .map(|event| event.id.as_str())
        .collect();
    assert_eq!(ids[0], "a");
    assert_eq!(ids.len(), 5, "{}", report(&imported));
}

#[test]
fn a_slide_of_any_shape_is_reported_and_never_a_panic() {
    for event in [
        "1",
        "null",
        "[]",
        "{}",
        r#"{"start_date": 3}"#,
        r#"{"start_date": {"year": "x"}}"#,
        r#"{"start_date": {"year": 1e300}}"#,
        r#"{"start_date": {"year": -9223372036854775808}}"#,
        r#"{"start_date": {"year": 1, "month": 300, "day": -1}}"#,
        r#"{"start_date": {"year": 1, "day": 3}}"#,
        r#"{"start_date": {"year": 2}, "end_date": {"year": 1}}"#,
        r#"{"text": {"headline": "<br>", "text": {}}, "media": {"url": "<iframe src='x'></iframe>"}}"#,
        r#"{"media": {"url": "a.png"}}"#,
    ] {
        assert!(!with_event(event).report.is_empty(), "{event}");
    }
}

#[test]
fn a_file_that_is_none_says_what_to_do() {
    for (json, place) in [
        ("", "1:0"),
        ("[]", "1:1"),
        ("{\"events\": 3}", "events"),
        ("{\"timeline\": 1}", "timeline"),
    ] {
        assert_eq!(
            timelinejs(json).expect_err("no timeline").place,
            place,
            "{json}"
        );
    }
    assert!(timelinejs(&"[".repeat(100_000)).is_err());
}
