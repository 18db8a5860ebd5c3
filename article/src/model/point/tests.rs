//! Points in time as they are written and compared.

use super::*;

fn parse(text: &str) -> Result<Point, PointError> {
    Point::parse(text)
}

#[test]
fn a_point_is_written_as_it_was_read() {
    for text in [
        "2014",
        "2018-07",
        "2018-07-16",
        "2016-02-29",
        "0988",
        "-0043-03-15",
        "0000",
        "2018-07-16T13:00+03:00",
        "2018-07-16T00:00Z",
        "2018-07-16T23:59-09:30",
    ] {
        assert_eq!(parse(text).map(|p| p.to_string()), Ok(text.to_owned()));
    }
}

#[test]
fn a_point_lasts_as_long_as_what_it_names() {
    let days = |text| parse(text).map(|p| (p.minutes_after() - p.minutes()) / 24 / 60);
    for (text, length) in [
        ("2018", 365),
        ("2016", 366),
        ("-0043", 365),
        ("0000", 366),
        ("2018-02", 28),
        ("2018-12", 31),
        ("2018-12-31", 1),
        ("2018-07-16T13:00Z", 0),
    ] {
        assert_eq!(days(text), Ok(length), "{text}");
    }
}

#[test]
fn years_before_the_common_era_may_be_written_so() {
    assert_eq!(parse("44 BCE"), parse("-0043"));
    assert_eq!(parse("0044-03-15 BC"), parse("-0043-03-15"));
    assert_eq!(parse("1 BCE"), parse("0000"));
    assert_eq!(parse("-0043").ok().and_then(|point| point.datetime()), None);
}

#[test]
fn what_does_not_exist_is_refused() {
    assert_eq!(parse("2018-13"), Err(PointError::Month(13)));
    for text in ["2018-02-29", "2018-04-00", "0044-02-30 BCE"] {
        assert!(matches!(parse(text), Err(PointError::Day(_))), "{text}");
    }
    for text in [
        "2018-07-16T24:00Z",
        "2018-07-16T10:60Z",
        "2018-07-16T10:00+99:00",
    ] {
        assert!(matches!(parse(text), Err(PointError::Time(_))), "{text}");
    }
    assert!(matches!(
        parse("2018-07-16T10:00"),
        Err(PointError::Zone(_))
    ));
}

#[test]
fn what_is_not_a_date_is_refused() {
    for text in [
        "",
        "July",
        "18-07-16",
        "2018-7-16",
        "2018-07-16-01",
        "+2018",
        "0 BCE",
        "-0000",
        "BCE",
        "2018T10:00Z",
        "2018-07-16T",
        "2018-07-16T1:00Z",
        "--2018",
        "-44 BCE",
    ] {
        assert!(matches!(parse(text), Err(PointError::Form(_))), "{text}");
    }
}

#[test]
fn points_compare_in_order_of_time() {
    let ordered = [
        "-0043",
        "-0043-03-15",
        "0000",
        "0001",
        "2017-07-07",
        "2018",
        "2018-01",
        "2018-01-01",
        "2018-07-11",
        "2018-07-16T00:30+03:00",
        "2018-07-16",
        "2018-07-16T00:00Z",
        "2018-07-15T23:30-01:00",
        "2018-12-31",
        "2019",
    ];
    let points: Vec<_> = ordered
        .iter()
        .map(|text| parse(text).expect(text))
        .collect();
    for pair in points.windows(2) {
        assert!(pair[0] < pair[1], "{} < {}", pair[0], pair[1]);
    }
}
