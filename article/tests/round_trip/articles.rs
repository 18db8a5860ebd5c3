//! Articles of every shape that documents can say.

use std::sync::Arc;

use article::authoring::{print, read};
use article::{
    Article, Block, Date, Event, Figure, Id, Image, Inline, Issue, Labels, Location, Person, Point,
    Section, Source, Stance, Time, Update, Url,
};
use proptest::option;
use proptest::prelude::*;

use crate::text::{blocks, inlines, words};
use crate::{config, returns};

/// A text that says something.
fn said() -> impl Strategy<Value = String> {
    words().prop_filter("words", |words| !words.trim().is_empty())
}

fn point() -> impl Strategy<Value = Point> {
    let year = prop_oneof![Just(0), Just(-43), -9999..=9999i32, 2014..=2018i32];
    let time = (0..1440u16, prop_oneof![Just(0), -1439..=1439i16]);
    (
        year,
        option::of((1..=12u8, option::of((1..=28u8, option::of(time))))),
    )
        .prop_map(|(year, month)| {
            let day = month.and_then(|(_, day)| day);
            let time = day.and_then(|(_, time)| time);
            Point {
                year,
                month: month.map(|(month, _)| month),
                day: day.map(|(day, _)| day),
                time: time.map(|(minute, offset)| Time { minute, offset }),
            }
        })
}

/// A date without its labels, which the reader makes.
fn date() -> impl Strategy<Value = Date> {
    (point(), option::of(point())).prop_map(|(start, end)| Date {
        start: end.map_or(start, |end| start.min(end)),
        end: end.map(|end| end.max(start)),
        circa: false,
        planned: false,
        disputed: false,
        note: None,
        labels: Default::default(),
    })
}

fn url() -> impl Strategy<Value = Url> {
    let urls = [
        "https://example.org/a?b=c&d",
        "x.html",
        "#note",
        "mailto:a@b.org",
        "a \"b\" \\ c",
        "/ü/你",
    ];
    prop::sample::select(urls.to_vec())
        .prop_map(|url| Url::try_from(url.to_owned()).expect("a safe link"))
}

pub fn figure(marks: Vec<Id>) -> impl Strategy<Value = Figure> {
    let image = (url(), said(), 1..=u32::MAX, 1..2000u32);
    let image = image.prop_map(|(src, alt, width, height)| Image {
        src,
        alt,
        width,
        height,
    });
    let caption = inlines(marks, true).prop_filter("words", |caption| {
        !article::plain_inlines(caption).trim().is_empty()
    });
    (caption, option::of(said()), option::of(image)).prop_map(|(caption, credit, image)| Figure {
        caption,
        credit,
        image,
    })
}

fn issue() -> impl Strategy<Value = Issue> {
    let stance = prop::sample::select(Stance::ALL.to_vec());
    (
        said(),
        option::of(said()),
        stance,
        option::of(url()),
        option::of(date()),
    )
        .prop_map(|(title, summary, stance, source, updated)| Issue {
            id: id("i"),
            title,
            summary,
            stance,
            source,
            updated,
        })
}

fn event() -> impl Strategy<Value = Event> {
    let place = (
        said(),
        -90.0..=90.0f64,
        prop_oneof![Just(0.0), Just(-180.0), -180.0..=180.0f64],
    );
    let place = place.prop_map(|(name, lat, lon)| Location { name, lat, lon });
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (
        said(),
        date(),
        flags,
        option::of(said()),
        option::of(place),
        option::of(url()),
        option::of(date()),
    )
        .prop_map(
            |(title, date, (circa, planned, disputed), note, place, source, updated)| Event {
                id: id("e"),
                title,
                date: Date {
                    circa,
                    planned,
                    disputed,
                    note,
                    ..date
                },
                place,
                issues: Vec::new(),
                source,
                updated,
            },
        )
}

fn section(marks: Vec<Id>) -> impl Strategy<Value = Section> {
    let heading = prop_oneof![1 => Just(Vec::new()), 9 => inlines(marks.clone(), true)];
    (
        option::of(Just(id("s"))),
        heading,
        option::of(Just(id("bill"))),
        blocks(marks),
    )
        .prop_map(|(id, heading, speaker, body)| Section {
            id: id.unwrap_or_else(|| Id::section(1)),
            heading,
            question: false,
            speaker,
            body,
        })
}

fn id(text: &str) -> Id {
    Id::try_from(text.to_owned()).expect("an id")
}

/// An article in which everything fits together, and everything is as the reader would have derived it.
fn article() -> impl Strategy<Value = Article> {
    let issues = prop::collection::vec(issue(), 1..3);
    let events = prop::collection::vec(event(), 0..3);
    (issues, events).prop_flat_map(|(mut issues, mut events)| {
        issues
            .iter_mut()
            .enumerate()
            .for_each(|(at, issue)| issue.id = id(&format!("тема-{at}")));
        events
            .iter_mut()
            .enumerate()
            .for_each(|(at, event)| event.id = id(&format!("e_{at}")));
        for event in &mut events {
            event.issues = vec![issues[0].id.clone()];
        }
        events.sort_by_key(|event| event.date.start);
        let mut marks: Vec<_> = issues.iter().map(|issue| issue.id.clone()).collect();
        marks.extend(events.iter().map(|event| event.id.clone()));
        let about = (
            prop::sample::select(vec!["en", "de", "ar", "pt-BR", "he", "zh-Hant"]),
            said(),
            prop::array::uniform8(option::of(said())),
            option::of(url()),
            option::of(date()),
            prop::collection::vec((said(), option::of(said()), option::of(said())), 0..2),
        );
        let sources = prop::collection::vec(
            (
                said(),
                option::of(said()),
                option::of(url()),
                option::of(date()),
            ),
            0..2,
        );
        let updates = prop::collection::vec((date(), said()), 0..2);
        let sections = prop::collection::vec(section(marks.clone()), 0..3);
        (
            about,
            option::of(figure(marks.clone())),
            blocks(marks),
            sections,
            sources,
            updates,
        )
            .prop_map(move |(about, figure, lead, sections, sources, updates)| {
                let (lang, headline, texts, url, published, people) = about;
                let [kind, publisher, disclaimer, a, b, c, d, e] = texts;
                let source = |(title, publisher, url, date)| Source {
                    title,
                    publisher,
                    url,
                    date,
                };
                let mut people: Vec<_> = people
                    .into_iter()
                    .map(|(name, role, affiliation)| Person {
                        id: None,
                        name,
                        role,
                        affiliation,
                    })
                    .collect();
                people.push(Person {
                    id: Some(id("bill")),
                    name: "Bill".into(),
                    role: None,
                    affiliation: None,
                });
                let mut article = read(&format!("+++\nheadline = \"-\"\nlang = \"{lang}\"\n+++\n"))
                    .article
                    .expect("a small document");
                article.headline = headline;
                article.kind = kind;
                article.publisher = publisher;
                article.disclaimer = disclaimer;
                article.url = url;
                article.published = published;
                article.people = people;
                article.labels = Labels {
                    kind: a,
                    photo: b,
                    contention: c,
                    common_ground: d,
                    alliance: e,
                    proposal: None,
                };
                article.figure = figure;
                article.lead = lead;
                article.issues = issues.clone();
                article.events = events.clone();
                article.sections = sections;
                article.sources = sources.into_iter().map(source).collect();
                article.updates = updates
                    .into_iter()
                    .map(|(date, text)| Update { date, text })
                    .collect();
                derive(&mut article);
                article
            })
    })
}

/// Fills in what the reader derives: ids of passages and sections, questions, labels of dates, the map.
fn derive(article: &mut Article) {
    let mut passages = 0;
    if let Some(figure) = &mut article.figure {
        number(&mut figure.caption, &mut passages);
    }
    number_blocks(&mut article.lead, &mut passages);
    for (at, section) in article.sections.iter_mut().enumerate() {
        let given = section.id.as_str() == "s";
        section.id = if given {
            id(&format!("s-{at}"))
        } else {
            Id::section(at + 1)
        };
        let words = article::plain_inlines(&section.heading);
        section.question = words.trim_end().ends_with(['?', '？', '؟']);
        number(&mut section.heading, &mut passages);
        number_blocks(&mut section.body, &mut passages);
    }
    let lang = article.lang.clone();
    let mut dates: Vec<&mut Date> = article.published.iter_mut().collect();
    for event in &mut article.events {
        dates.push(&mut event.date);
        dates.extend(&mut event.updated);
    }
    dates.extend(
        article
            .issues
            .iter_mut()
            .filter_map(|issue| issue.updated.as_mut()),
    );
    dates.extend(
        article
            .sources
            .iter_mut()
            .filter_map(|source| source.date.as_mut()),
    );
    dates.extend(article.updates.iter_mut().map(|update| &mut update.date));
    for date in dates {
        let end = date.end.map(|end| format!("/{end}")).unwrap_or_default();
        let document = format!(
            "+++\nheadline = \"-\"\nlang = \"{lang}\"\npublished = \"{}{end}\"\n+++\n",
            date.start
        );
        let published = read(&document).article.expect("a small document").published;
        date.labels = published.expect("a date").labels;
    }
    let read = read(&print(article)).article;
    article.map = read.and_then(|article| article.map);
    let has_places = article.events.iter().any(|event| event.place.is_some());
    let has_image = article.figure.iter().any(|figure| figure.image.is_some());
    assert_eq!(article.map.is_some(), has_places && !has_image);
}

fn number_blocks(blocks: &mut [Block], passages: &mut usize) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => number(content, passages),
            Block::Figure(figure) => number(&mut figure.caption, passages),
            Block::Quote(blocks) => number_blocks(blocks, passages),
            Block::Bullets(items) | Block::Numbers { items, .. } => {
                items
                    .iter_mut()
                    .for_each(|item| number_blocks(item, passages));
            }
        }
    }
}

fn number(inlines: &mut [Inline], passages: &mut usize) {
    for inline in inlines {
        match inline {
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                number(content, passages)
            }
            Inline::Passage(passage) => {
                let passage = Arc::make_mut(passage);
                *passages += 1;
                passage.id = Id::passage(*passages);
                number(&mut passage.content, passages);
            }
            Inline::Text(_) | Inline::Break => {}
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_article_printed_and_read_again_is_the_same(article in article()) {
        returns(&article).map_err(TestCaseError::fail)?;
    }
}
