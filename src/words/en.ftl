# What the interface says, in English: the pattern of every other language, which must have the same messages with the
# same variables, or the build stops. The comment over a message is its documentation.

## The article

# Before the kind of publication.
kind = Publication type
# Before the caption of the figure.
photo = Photo
# Before those who speak.
people = Who speaks
# The heading of sections that ask and answer.
questions = Questions and answers
# The heading of sections that do not ask.
article = The article
# The heading of a list of articles.
articles = Articles
# Before the date of publication.
published = Published
# Before the date of the last change, and the mark of an item that was changed.
updated = Updated
# The heading of the changes made after publication.
what-changed = What changed
# The link to where something can be read up.
source = Source
# The heading of the sources of the article.
sources = Sources

## The issues

# The heading of the issues.
issues = The issues
# The heading of issues on which the parties are at odds.
contention = Points of contention
# The heading of issues on which both could gain.
common-ground = Common ground
# The heading of issues among allies.
alliance = Among allies
# The heading of issues that are ways out.
proposal = Proposals
# Before the issues that something bears on.
bears-on = Bears on
# Before the events that bear on an issue.
events = On the timeline
# The button that opens every item.
expand-all = Expand all
# The button that closes every item.
collapse-all = Collapse all

## Quoted passages

# The link from a quoted passage to its place.
in-context = Read in context
# Where a quoted passage stands: before the first section.
from-lead = Introduction
# Where a quoted passage stands: in the caption of the figure.
from-caption = Photo caption
# Where a quoted passage stands: in a question. A number may follow.
from-question = Question
# Where a quoted passage stands: in an answer. A number may follow.
from-answer = Answer
# Where a quoted passage stands: in a section that does not answer. A number may follow.
from-section = Section

## The timeline and the map

# The heading of the timeline.
timeline = Timeline
# The timeline as it is drawn, for those who can't see it.
timeline-drawn = Timeline in proportion to time
# What the keys do while the drawn timeline has the focus.
timeline-keys = Left and right arrow move along the timeline, plus and minus zoom, 0 shows all of it.
# The button that shows a shorter time in more detail.
zoom-in = Zoom in
# The button that shows a longer time.
zoom-out = Zoom out
# The button that shows the whole timeline.
zoom-all = Show all
# The button that moves to an earlier time.
earlier = Earlier
# The button that moves to a later time.
later = Later
# Of a date that is only about right. The date follows.
circa = about
# Of an event that had yet to happen when the article was written.
planned = planned when written
# Of a date that is disputed.
disputed = disputed
# Before the places on the map.
map = Map
# Where the outlines of the map come from.
map-source = Map data: Natural Earth

## What the reader chose

# Of what bears on the item that the reader chose. The item's title follows.
related-to = Related to
# The button that gives a choice up.
clear = Clear

## Search

# The label of the search field.
search = Search this explainer
# How far the reader has stepped through what was found.
search-result = Result { $number } of { $total }
# Of a search that finds nothing.
search-nothing = Nothing found
# The button that goes to the next result.
search-next = Next result
# The button that goes to the previous result.
search-previous = Previous result

## Taking something along

# Said once a link is copied.
link-copied = Link copied
# The button that copies a passage with who says it, and where.
copy-quotation = Copy as quotation
# Said once a passage is copied.
quotation-copied = Quotation copied
# Said where the browser does not let anything be copied.
copy-refused = Copying is not allowed here
# The button that hands a link to the device's own way of sharing.
share = Share

## When something fails

# Shown where there is nothing to show instead.
failed = This explainer can’t be shown just now.

## Counts and lengths

# How many issues there are.
issues-count = { $n ->
    [one] { $n } issue
   *[other] { $n } issues
}
# How many dates there are.
dates-count = { $n ->
    [one] { $n } date
   *[other] { $n } dates
}
# How long it is from one event to the next, in years.
gap-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
# The same in months.
gap-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
# The same in days.
gap-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}

## The filter

# The name of the buttons that choose an issue or event.
filter = Timeline and issues
# The button that chooses nothing, so that all of the article is as it is.
all = All
# The link over the article that leads to its text.
skip = Skip to the article
# The button that closes a sheet.
close = Close
# Of a date of which only the year is known.
year-only = year only
# Of a length of time that is only about right.
about = about { $span }
# The link to a section, by its heading.
link = Link to { $title }
# The first bar of the timeline: all events before a year.
before = before { $year }
# The name of the bars of a long timeline.
by-period = Events by period
# How far the reader has stepped through the passages that bear on the chosen item.
steps = { $number } of { $total }
# The button that goes to the next passage that bears on the chosen item.
next-passage = Next passage
# The button that goes to the passage before.
previous-passage = Previous passage
