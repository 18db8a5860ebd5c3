use super::*;

/// The value as JSON-like text, for short comparisons.
fn said(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(said).collect::<Vec<_>>().join(",")),
        Value::Object(fields) => {
            let field = |(key, value): &(String, Value)| format!("{key}:{}", said(value));
            format!(
                "{{{}}}",
                fields.iter().map(field).collect::<Vec<_>>().join(",")
            )
        }
    }
}

fn parsed(text: &str) -> String {
    said(&parse(text).root)
}

#[test]
fn a_key_has_the_rest_of_its_line_as_text() {
    assert_eq!(
        parsed("ship : Anna \n port:Oslo: north"),
        r#"{ship:"Anna",port:"Oslo: north"}"#
    );
    assert_eq!(parsed("two words: no\nkey: 1\nkey: 2"), r#"{key:"2"}"#);
}

#[test]
fn lines_before_an_end_belong_to_the_value_and_others_to_nothing() {
    let text = "log: first\n\nsecond\n\\:end\n  \\\\ deep\n:END of it\nstray\nnext: x";
    assert_eq!(
        parsed(text),
        r#"{log:"first\n\nsecond\n:end\n  \\ deep",next:"x"}"#
    );
    assert_eq!(parse(text).loose, [(7, "stray".to_owned())]);
    assert_eq!(parsed(":end\nfoo\n:end"), "{}");
}

#[test]
fn dots_and_braces_make_objects_that_can_be_gone_on_with() {
    assert_eq!(
        parsed("a.b: 1\n{a}\nc: 2\n{}\nd: 3\n{ a }\ne.f: 4"),
        r#"{a:{b:"1",c:"2",e:{f:"4"}},d:"3"}"#
    );
    assert_eq!(parsed("a: text\na.b: 1"), r#"{a:{b:"1"}}"#);
    assert_eq!(
        parsed("{a}\n{.b}\nc: 1\n{}\nd: 2"),
        r#"{a:{b:{c:"1"},d:"2"}}"#
    );
}

#[test]
fn the_first_key_of_a_list_begins_each_of_its_objects() {
    assert_eq!(
        parsed("[a]\nn: 1\nm: 2\n* no\nn: 3\n[]\nm: 4"),
        r#"{a:[{n:"1",m:"2"},{n:"3"}],m:"4"}"#
    );
    assert_eq!(
        parsed("[a]\nx.y: 1\nx.z: 2\nx.y: 3"),
        r#"{a:[{x:{y:"1",z:"2"}},{x:{y:"3"}}]}"#
    );
    assert_eq!(parsed("[a]\nn: 1\n[a]"), "{a:[]}");
}

#[test]
fn a_list_that_begins_with_a_star_holds_texts() {
    assert_eq!(
        parsed("[a]\n* one\nmore\n:end\nkey: no\n*two\n[]"),
        r#"{a:["one\nmore","two"]}"#
    );
    assert_eq!(parsed("* outside"), "{}");
}

#[test]
fn lists_lie_in_lists() {
    let text = "[a]\nn: 1\n[.b]\nm: 2\nm: 3\n[]\nk: 4\nn: 5";
    assert_eq!(
        parsed(text),
        r#"{a:[{n:"1",b:[{m:"2"},{m:"3"}],k:"4"},{n:"5"}]}"#
    );
    assert_eq!(
        parsed("[a]\n[.b]\n* 1\n[]\n[.b]\n* 2"),
        r#"{a:[{b:["1"]},{b:["2"]}]}"#
    );
}

#[test]
fn every_line_of_a_freeform_list_is_an_item() {
    let text = "[+body]\nOne.\n\nsubhead: Two\n{.image}\nsrc: a.png\n{}\n[.links]\n* x\n[]\n* star\n[]\nkey: y";
    assert_eq!(
        parsed(text),
        concat!(
            r#"{body:[{type:"text",value:"One."},{type:"subhead",value:"Two"},"#,
            r#"{type:"image",value:{src:"a.png"}},{type:"links",value:["x"]},{type:"text",value:"* star"}],key:"y"}"#
        )
    );
    assert_eq!(
        parsed("[a]\nn: 1\n[.+b]\nx\n[]\n"),
        r#"{a:[{n:"1",b:[{type:"text",value:"x"}]}]}"#
    );
}

#[test]
fn what_is_skipped_or_ignored_is_not_read() {
    assert_eq!(
        parsed("a: 1\n:skip\nb: 2\n:end\n:endskip\nc: 3\n:ignore all\nd: 4"),
        r#"{a:"1",c:"3"}"#
    );
    assert_eq!(parsed("a: 1\n:skip\n:ignore\n:endskip\nb: 2"), r#"{a:"1"}"#);
    assert_eq!(parsed("a: one\n:skip\n:endskip\ntwo\n:end"), r#"{a:"one"}"#);
}

#[test]
fn what_lies_too_deep_is_text() {
    let parsed = parse(&"[.a]\n".repeat(100_000));
    assert!(parsed.loose.len() > 90_000);
    assert!(
        parse(&format!("{}: x", "a.".repeat(50_000) + "a"))
            .loose
            .len()
            == 1
    );
}
