//! What JSON Schema says of the strings and numbers that check themselves.
//!
//! A schema can't count the days of February: it takes 29 of them in every year, and the reader does not.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Id, Path, Point, Url, Version};

/// An id: see [`Id`].
const ID: &str = r"^\p{Alphabetic}[\p{Alphabetic}\p{N}_-]{0,63}$";

/// A link: an allowed scheme, or no scheme, no control characters, and not nothing.
const URL: &str = r"^(?=[\s\S]*\S)(?:(?:[hH][tT][tT][pP][sS]?|[mM][aA][iI][lL][tT][oO]|[tT][eE][lL]):[^\p{Cc}]*|[^\p{Cc}:/?#]*(?:[/?#][^\p{Cc}]*)?)$";

/// A path: see [`Path`]. All that it may hold is a byte a character, so its limit is the same in both.
const PATH: &str = "^[MmLlHhVvZz0-9 -]*$";

/// What may follow a year: its month, the day of that month, and the time of that day with its zone.
macro_rules! within_year {
    () => {
        concat!(
            r"(?:-(?:0[1-9]|1[0-2])|",
            r"-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))",
            r"(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]))?)?",
        )
    };
}

/// A point in time in ISO 8601.
macro_rules! iso {
    () => {
        concat!(r"(?:-(?!0000)[0-9]{4}|[0-9]{4})", within_year!())
    };
}

const POINT: &str = concat!("^", iso!(), "$");

/// A point in time as documents may write it, where years before the common era may say so.
macro_rules! written {
    () => {
        concat!(
            "(?:",
            iso!(),
            r"|(?!0+(?![0-9]))(?:[0-9]{1,3}|[0-9]{4})",
            within_year!(),
            r"\s*BCE?)"
        )
    };
}

/// A point in time, or a span with `/` between its ends, as documents write them.
pub const WRITTEN_DATE: &str = concat!(r"^\s*", written!(), r"\s*(?:/\s*", written!(), r"\s*)?$");

/// The schema of a type that is written as a string of a certain form.
macro_rules! pattern_schema {
    ($type:ident, $pattern:expr, $description:literal) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "description": $description })
            }
        }
    };
}

pattern_schema!(
    Id,
    ID,
    "A letter, then letters, digits, `-` or `_`; 64 characters at most. A promise: links hang on it."
);
pattern_schema!(
    Url,
    URL,
    "A link with https:, http:, mailto: or tel:, or one relative to the page."
);
pattern_schema!(
    Point,
    POINT,
    "ISO 8601: 2014, 2018-07, 2018-07-16 or 2018-07-16T13:00+03:00. Before the common era negative, -0043 being 44 BCE."
);

impl JsonSchema for Path {
    fn schema_name() -> Cow<'static, str> {
        "Path".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": PATH,
            "maxLength": Path::LIMIT,
            "description": "Straight lines as SVG draws them, in whole numbers.",
        })
    }
}

impl JsonSchema for Version {
    fn schema_name() -> Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "integer",
            "minimum": 1,
            "maximum": u32::from(Version::CURRENT),
            "description": "The version of the exchange form.",
        })
    }
}
