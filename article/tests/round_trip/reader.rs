//! What the reader refuses, since it could not keep it.

use article::Block;
use article::authoring::read;

const FRONT: &str = r#"+++
headline = "Talks"
issues = [{ id = "arms", title = "Arms", stance = "contention" }]
figures = [{ id = "map", caption = "A map", image = { src = "m.png", alt = "Map", width = 2, height = 1 } }]
+++
[Arms](#arms).
"#;

/// What the reader says of a document, one message a line.
fn said(document: &str) -> String {
    let problems = read(document).problems;
    let messages = problems.iter().map(|problem| problem.message.as_str());
    messages.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_heading_inside_a_section_has_no_attributes() {
    let document = format!("{FRONT}\n### Background {{#background}}\n\n![](#map)\n");
    assert_eq!(said(&document), "only sections have ids and speakers");
}

#[test]
fn a_link_does_not_lie_in_another() {
    let document = format!("{FRONT}\n[see <https://example.org>](#arms)\n\n![](#map)\n");
    assert_eq!(said(&document), "a link lies in another link");
}

#[test]
fn the_description_of_an_image_bears_on_nothing() {
    let document = format!("{FRONT}\n![a [map](#arms)](#map)\n");
    assert_eq!(
        said(&document),
        "a mark stands in the description of an image"
    );
}

#[test]
fn a_number_is_written_in_tens() {
    let document = FRONT.replace("width = 2", "width = 0x2");
    assert!(
        said(&document).contains("`width` is of the wrong type"),
        "{}",
        said(&document)
    );
}

#[test]
fn a_figure_stands_in_a_list_without_empty_lines_too() {
    let article = read(&format!("{FRONT}\n- ![](#map)\n- two\n")).article;
    let lead = article.expect("the document reads").lead;
    let Block::Bullets(items) = &lead[1] else {
        panic!("a list, {lead:?}")
    };
    assert!(matches!(items[0][..], [Block::Figure(_)]), "{items:?}");
}

#[test]
fn a_description_of_blanks_is_none() {
    let article = read(&format!("{FRONT}\n![&#32;](#map)\n")).article;
    let lead = article.expect("the document reads").lead;
    assert!(
        matches!(&lead[1], Block::Figure(figure) if figure.image.as_ref().is_some_and(|image| image.alt == "Map"))
    );
}
