//! Images and embeds. An image needs its size, which TimelineJS does not know: its caption links to it until it has one.

use super::super::draft::Draft;
use super::super::html;
use super::fields::Fields;
use super::slide::say_lost;
use crate::model::{Block, Figure, Inline, Url, plain_inlines};

/// The endings of image files.
const IMAGES: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp"];

/// Reads media: an image as a figure, another as a paragraph with a link.
pub(super) fn read(mut media: Fields, autolink: bool, draft: &mut Draft) -> Option<Block> {
    let address = media.text("url", draft);
    let caption = words(&mut media, "caption", autolink, draft);
    let credit = words(&mut media, "credit", autolink, draft);
    let alt = media.text("alt", draft);
    let title = media.text("title", draft);
    media.lose(
        "thumbnail",
        "the timeline shows no thumbnails",
        "nothing needs to be done",
        draft,
    );
    media.lose(
        "link",
        "an image is no link",
        "link to it in the text",
        draft,
    );
    media.lose(
        "link_target",
        "an image is no link",
        "nothing needs to be done",
        draft,
    );
    let place = media.place("url");
    let (alt_place, title_place) = (media.place("alt"), media.place("title"));
    let credit_place = media.place("credit");
    media.done(draft);
    let url = address.as_ref().and_then(|address| {
        let url = Url::try_from(address.trim().to_owned()).ok();
        let url = url.filter(|url| !url.as_str().starts_with('#') && !address.contains('<'));
        if url.is_none() {
            draft.note(
                &place,
                format!("it is no link that is safe to show; left out: {address}"),
                "link to it in the text",
            );
        }
        url
    });
    let is_image = url.as_ref().is_some_and(is_image);
    if let (true, Some(url)) = (is_image, &url) {
        let alt = alt
            .clone()
            .or(title.clone())
            .unwrap_or_else(|| "…".to_owned());
        let message = format!(
            "the size of the image {} is not known, so that its caption links to it",
            url.as_str()
        );
        let help = format!(
            "give its figure image = {{ src = \"{}\", alt = \"{alt}\", width = …, height = … }}",
            url.as_str()
        );
        draft.note(&place, message, help);
    } else if let Some(url) = &url {
        draft.note(
            &place,
            format!(
                "the explainer embeds nothing; {} became a link",
                url.as_str()
            ),
            "see whether the article needs it",
        );
    }
    if let Some(alt) = alt {
        draft.note(
            &alt_place,
            format!("it waits for the image's size: “{alt}”"),
            "write it as the image's alt",
        );
    }
    let mut words = caption;
    if let Some(title) = title {
        match words.is_empty() {
            true => words.push(Inline::Text(title)),
            false => draft.note(
                &title_place,
                format!("left out beside the caption: “{title}”"),
                "say it in the caption",
            ),
        }
    }
    if let Some(url) = url {
        words = linked(words, url);
    }
    if is_image {
        let plain = plain_inlines(&credit).replace('\n', " ");
        if credit
            .iter()
            .any(|inline| !matches!(inline, Inline::Text(_)))
        {
            draft.note(
                &credit_place,
                format!("a credit is plain words: “{plain}”"),
                "see whether its links are needed in the text",
            );
        }
        let credit = Some(plain).filter(|plain| !plain.trim().is_empty());
        return Some(Block::Figure(Figure {
            caption: words,
            credit,
            image: None,
        }));
    }
    if !credit.is_empty() {
        if !words.is_empty() {
            words.push(Inline::Break);
        }
        words.extend(credit);
    }
    (!words.is_empty()).then_some(Block::Paragraph(words))
}

/// Words that lead somewhere; where they are links already, the address stands behind them.
fn linked(words: Vec<Inline>, url: Url) -> Vec<Inline> {
    let address = || vec![Inline::Text(url.as_str().to_owned())];
    if words.is_empty() {
        let content = address();
        return vec![Inline::Link { url, content }];
    }
    if !words.iter().any(holds_link) {
        return vec![Inline::Link {
            url,
            content: words,
        }];
    }
    let content = address();
    let mut words = words;
    words.extend([Inline::Text(" ".to_owned()), Inline::Link { url, content }]);
    words
}

fn holds_link(inline: &Inline) -> bool {
    match inline {
        Inline::Link { .. } | Inline::Passage(_) => true,
        Inline::Emphasis(content) | Inline::Strong(content) => content.iter().any(holds_link),
        Inline::Text(_) | Inline::Break => false,
    }
}

fn words(media: &mut Fields, key: &str, autolink: bool, draft: &mut Draft) -> Vec<Inline> {
    let Some(text) = media.text(key, draft) else {
        return Vec::new();
    };
    let read = html::read(&text, autolink);
    let words = read.words();
    say_lost(&media.place(key), read.lost, draft);
    words
}

fn is_image(url: &Url) -> bool {
    let path = url.as_str().split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| IMAGES.contains(&ending.to_ascii_lowercase().as_str()))
}
