//! The language of a plain text, where its letters and words make it clear.

use icu_locale::LocaleCanonicalizer;
use icu_locale_core::Locale;

/// How many letters it takes to tell a language.
const ENOUGH: usize = 80;

/// How many characters are read at most.
const MORE_THAN_ENOUGH: usize = 20_000;

/// The BCP 47 tag of the language of some paragraphs; `None` where they do not make it clear.
pub(super) fn language(paragraphs: &[String]) -> Option<String> {
    let text: String = paragraphs
        .join("\n")
        .chars()
        .take(MORE_THAN_ENOUGH)
        .collect();
    if text.chars().filter(|c| c.is_alphabetic()).count() < ENOUGH {
        return None;
    }
    let told = whatlang::detect(&text).filter(|told| told.is_reliable())?;
    // Three letters as they come, two letters where BCP 47 has two.
    let mut locale: Locale = told.lang().code().parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Some(locale.id.language.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        language(&[text.to_owned()])
    }

    #[test]
    fn a_language_is_told_by_its_letters_and_words() {
        for (tag, text) in [
            (
                "en",
                "The ministers met in the old town hall and spoke for more than three hours about fish. Nothing was signed in the end.",
            ),
            (
                "de",
                "Die Minister trafen sich im alten Rathaus und sprachen mehr als drei Stunden lang über Fische. Unterschrieben wurde am Ende nichts.",
            ),
            (
                "ru",
                "Министры встретились в старой ратуше и более трёх часов говорили о рыбе. В конце концов ничего так и не было подписано.",
            ),
            (
                "ar",
                "اجتمع الوزراء في مبنى البلدية القديم وتحدثوا أكثر من ثلاث ساعات عن الأسماك. لم يوقع أحد على شيء في نهاية الاجتماع الطويل.",
            ),
            (
                "ja",
                "大臣たちは古い市庁舎で会い、三時間以上にわたって魚について話し合いました。結局、何も署名されませんでした。しかし、誰も驚きませんでした。次の会議は来年開かれる予定です。参加者はまだ決まっていません。",
            ),
        ] {
            assert_eq!(told(text).as_deref(), Some(tag), "{text}");
        }
    }

    #[test]
    fn a_few_words_tell_no_language() {
        assert_eq!(told("Talks"), None);
        assert_eq!(told(""), None);
        assert_eq!(told(&"12 345 ".repeat(100)), None);
    }
}
