//! What many runs come to.

/// The least, the middle and the most of some figures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// The least.
    pub least: f64,
    /// The median.
    pub median: f64,
    /// The most.
    pub most: f64,
}

impl Spread {
    /// Of figures; none where there are none.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let sorted = sorted(figures);
        Some(Spread {
            least: *sorted.first()?,
            median: at(&sorted, 0.5)?,
            most: *sorted.last()?,
        })
    }

    /// Of figures as multiples of others, run by run: what slows the machine slows both. A run that has none of the two is left out.
    pub fn of_ratios<'a, T: 'a>(
        ours: impl IntoIterator<Item = &'a T>,
        theirs: impl IntoIterator<Item = &'a T>,
        figure: impl Fn(&T) -> Option<f64>,
    ) -> Option<Self> {
        let pairs = ours.into_iter().zip(theirs);
        let ratios = pairs.filter_map(|(ours, theirs)| Some(figure(ours)? / figure(theirs)?));
        Spread::of(ratios.filter(|ratio| ratio.is_finite()))
    }

    /// The median, a unit, and the least and the most, with so many digits behind the point.
    pub fn said(self, digits: usize, unit: &str) -> String {
        let Spread {
            least,
            median,
            most,
        } = self;
        format!("{median:.digits$}{unit} ({least:.digits$}–{most:.digits$})")
    }
}

/// A figure in words, or what stands for none.
pub fn or_none(said: Option<String>) -> String {
    said.unwrap_or_else(|| "–".to_owned())
}

/// The figure that this part of all does not exceed, between neighbours in proportion; none where there are none.
pub fn percentile(figures: impl IntoIterator<Item = f64>, part: f64) -> Option<f64> {
    at(&sorted(figures), part)
}

fn sorted(figures: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = figures.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn at(sorted: &[f64], part: f64) -> Option<f64> {
    let place = part * (sorted.len().checked_sub(1)?) as f64;
    let (below, above) = (
        sorted.get(place.floor() as usize)?,
        sorted.get(place.ceil() as usize)?,
    );
    Some(below + (above - below) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_lies_in_the_middle_whatever_the_order() {
        let spread = Spread::of([9.0, 1.0, 4.0]);
        assert_eq!(
            spread,
            Some(Spread {
                least: 1.0,
                median: 4.0,
                most: 9.0
            })
        );
        assert_eq!(
            Spread::of([1.0, 2.0]).map(|spread| spread.median),
            Some(1.5)
        );
        assert_eq!(Spread::of([]), None);
        let said = spread.map(|spread| spread.said(1, "x"));
        assert_eq!(said.as_deref(), Some("4.0x (1.0–9.0)"));
    }

    #[test]
    fn one_in_twenty_exceeds_the_95th_percentile() {
        let figures = (0..=100).map(f64::from);
        assert_eq!(percentile(figures, 0.95), Some(95.0));
        assert_eq!(percentile([7.0], 0.95), Some(7.0));
    }
}
