/// How many issues and events, counted together, the stylesheet filters by.
pub const MOST_MARKS: usize = 36;

/// How many notes of a section are level with their lines.
pub const MOST_NOTES: usize = 30;

/// With more events than this the timeline is a histogram and a list.
pub const MANY_EVENTS: usize = 12;
