use super::*;
use crate::model::{plain_blocks, plain_inlines};

fn imported(text: &str) -> Imported {
    archieml(text).expect("the file imports")
}

#[test]
fn questions_keep_their_answers() {
    let text = "headline: Fares\n[questions]\nquestion: Who pays?\nanswer: Everybody.\n\nIn the end.\n:end\nquestion: And why?\nanswer: So.\n";
    let sections = imported(text).article.sections;
    assert!(sections.iter().all(|section| section.question));
    assert_eq!(
        plain_blocks(&sections[0].body),
        ["Everybody.", "In the end."]
    );
    assert_eq!(plain_inlines(&sections[1].heading), "And why?");
}

#[test]
fn an_event_names_its_issues_by_id_or_title() {
    let text = "title: T\n[issues]\nid: fares\ntitle: Ferry fares\nstance: Proposal\n[]\n[events]\ndate: 2018\ntitle: A\nissues: fares, The quay\n";
    let imported = imported(text);
    let ids: Vec<_> = imported.article.events[0]
        .issues
        .iter()
        .map(|id| id.as_str())
        .collect();
    assert_eq!(ids, ["fares", "the-quay"]);
    assert_eq!(imported.article.issues[0].stance.name(), "proposal");
    assert_eq!(imported.report.len(), 1, "{:?}", imported.report);
}

#[test]
fn signs_of_markdown_are_words() {
    let article =
        imported("headline: *Two* & [three]\nbody: 1. One\n\n# Two <i>and</i> _three_\n:end\n")
            .article;
    assert_eq!(article.headline, "*Two* & [three]");
    assert_eq!(plain_blocks(&article.lead), ["1. One", "# Two and _three_"]);
}

#[test]
fn a_language_or_an_address_that_is_none_is_reported() {
    let imported = imported("headline: T\nlang: Klingon!\nurl: javascript:x\npublished: soon\n");
    let places: Vec<_> = imported
        .report
        .iter()
        .map(|note| note.place.as_str())
        .collect();
    assert_eq!(places, ["lang", "url", "published"]);
}

#[test]
fn lists_and_texts_in_the_wrong_place_are_reported() {
    let imported = imported(
        "[headline]\n* a\n[]\nevents: none\n{body}\na: b\n{}\n[issues]\n* Bare\n* \n[]\n[+questions]\nwhat is it\n[]\n",
    );
    let places: Vec<_> = imported
        .report
        .iter()
        .map(|note| note.place.as_str())
        .collect();
    for place in [
        "headline",
        "events",
        "body",
        "issues[0].stance",
        "issues[1]",
        "questions[0]",
    ] {
        assert!(places.contains(&place), "{place} in {places:?}");
    }
}
