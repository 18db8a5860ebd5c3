//! The issues by stance: a numeral and a label, and below them its issues, each of which opens in place.
//!
//! A stance is a `<details>` too. With enough room the stylesheet shows its issues whether it is open or not, and its summary is
//! text; on narrow pages, and where there are many issues, it opens.

use article::{Issue, Stance};
use yew::prelude::*;

use super::card;
use super::classes::{letter, numbered};
use crate::edition::Edition;

/// With more issues than this, the stances stay folded at every width.
const MANY_ISSUES: usize = 12;

/// The same, of one stance.
const MANY_OF_A_STANCE: usize = 5;

/// The issues of the article.
pub fn issues(edition: &Edition) -> Html {
    let issues = &edition.article().issues;
    if issues.is_empty() {
        return Html::default();
    }
    let of = |stance| issues.iter().filter(move |issue| issue.stance == stance);
    let stances = Stance::ALL.map(|stance| (stance, of(stance).collect::<Vec<_>>()));
    let stances: Vec<_> = stances
        .into_iter()
        .filter(|(_, issues)| !issues.is_empty())
        .collect();
    let is_many = issues.len() > MANY_ISSUES
        || stances
            .iter()
            .any(|(_, issues)| issues.len() > MANY_OF_A_STANCE);
    html! {
        <section class="issues" part="issues" aria-label={edition.words().issues.clone()}>
            <div class={classes!("stances", format!("of-{}", stances.len()), is_many.then_some("many"))}>
                { for stances.iter().map(|(stance, issues)| group(edition, *stance, issues)) }
            </div>
        </section>
    }
}

fn group(edition: &Edition, stance: Stance, issues: &[&Issue]) -> Html {
    let label = edition
        .words()
        .stance(stance, &edition.article().labels)
        .to_owned();
    let open = issues.iter().any(|issue| edition.opens(&issue.id));
    html! {
        <details class={classes!("stance", stance.name())} {open}>
            <summary><b class="numeral">{ issues.len() }</b><span class="stance-label">{ label }</span></summary>
            { for issues.iter().map(|each| issue(edition, each)) }
        </details>
    }
}

fn issue(edition: &Edition, issue: &Issue) -> Html {
    let number = edition
        .outline()
        .mark(&issue.id)
        .map_or(1, |mark| mark.number);
    let (lang, dir) = edition.text();
    html! {
        <details id={edition.id(&issue.id)} class={classes!("issue", issue.stance.name(), numbered('b', number))} part="issue" data-item="issue" open={edition.opens(&issue.id)}>
            <summary part="issue-summary">
                <@{edition.heading(1)} class="title" part="issue-title" data-title="" data-letter={letter(number)} {lang} {dir}>{ issue.title.clone() }</@>
            </summary>
            { card::issue(edition, issue, number) }
        </details>
    }
}
