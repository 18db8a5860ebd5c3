//! The locator map: where the events are, drawn for the views.

use serde::{Deserialize, Serialize};

use super::Id;

/// Where the events are: land, borders and the places on them, in units of which a map is [`Map::WIDTH`] wide and
/// [`Map::HEIGHT`] high, from its upper left corner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Map {
    /// The outline of the land.
    #[serde(default, skip_serializing_if = "Path::is_empty")]
    pub land: Path,
    /// The borders of countries, where they are on land.
    #[serde(default, skip_serializing_if = "Path::is_empty")]
    pub borders: Path,
    /// The places, in order of their first events.
    pub spots: Vec<Spot>,
}

impl Map {
    /// The width of every map, in its units.
    pub const WIDTH: u16 = 1200;
    /// The height of every map, in its units.
    pub const HEIGHT: u16 = 800;
}

/// A place on the map, with the events there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Spot {
    /// How far it is from the left.
    #[cfg_attr(feature = "authoring", schemars(range(max = 65535)))]
    pub x: u16,
    /// How far it is from the top.
    #[cfg_attr(feature = "authoring", schemars(range(max = 65535)))]
    pub y: u16,
    /// Where its name stands; without it there is no room for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Side>,
    /// The ids of the events there, in order of time; never empty.
    pub events: Vec<Id>,
}

/// A side of a place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// To the right of it.
    Right,
    /// To the left of it.
    Left,
    /// Over it.
    Above,
    /// Under it.
    Below,
}

/// A drawing in the language of SVG paths, in whole numbers: straight lines, and nothing that could be anything else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Path(String);

impl Path {
    /// How long a path can be, in bytes.
    pub const LIMIT: usize = 32_768;

    /// The path as SVG writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is drawn.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Why a string is not a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathError {
    /// It is longer than [`Path::LIMIT`].
    TooLong,
    /// It holds a character that is not of a path of straight lines.
    Character(char),
}

impl std::fmt::Display for PathError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PathError::TooLong => write!(f, "a path is longer than {} bytes", Path::LIMIT),
            PathError::Character(c) => {
                write!(
                    f,
                    "a path holds m, l, h, v, z, whole numbers and spaces, and no `{c}`"
                )
            }
        }
    }
}

impl std::error::Error for PathError {}

impl TryFrom<String> for Path {
    type Error = PathError;

    fn try_from(text: String) -> Result<Self, PathError> {
        if text.len() > Path::LIMIT {
            return Err(PathError::TooLong);
        }
        let is_of_a_path = |c: char| "MmLlHhVvZz-0123456789 ".contains(c);
        match text.chars().find(|c| !is_of_a_path(*c)) {
            Some(c) => Err(PathError::Character(c)),
            None => Ok(Path(text)),
        }
    }
}

impl From<Path> for String {
    fn from(path: Path) -> String {
        path.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_straight_lines_in_whole_numbers() {
        for text in ["", "m1 2-3 4z", "M10 10H5V-5L0 0Z"] {
            assert!(Path::try_from(text.to_owned()).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_such_path_is_refused() {
        for text in [
            "url(#x)",
            "m0 0\"/><script>",
            "m1.5 2",
            "m0 0c1 1 2 2 3 3",
            "m0\n0",
            "м",
        ] {
            let path = Path::try_from(text.to_owned());
            assert!(matches!(path, Err(PathError::Character(_))), "{text}");
        }
        let long = "1".repeat(Path::LIMIT + 1);
        assert_eq!(Path::try_from(long), Err(PathError::TooLong));
    }
}
