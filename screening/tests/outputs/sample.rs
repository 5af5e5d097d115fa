//! Small instruments and pictures, built by hand.

use screening::id::{FocusPointId, GroupId};
use screening::instrument::{
    Disclosure, FocusPoint, FocusPointTexts, Group, Indicator, IndicatorTexts, Instrument, Scale, ScaleTexts,
    Texts, Thresholds, Value,
};
use screening::picture::{Figure, GroupCount, Interval, Kind, Picture, Published, PublishedRow, Row, Shown};
use screening::settings::GroupSize;
use std::collections::BTreeMap;

/// Leaders in role, staff, users; eight focus points of four indicators, 1-5; focus point 7 and the value
/// `involvement` (3.1 and 7.1) carry user involvement.
pub(crate) fn instrument() -> Instrument {
    let titles = [
        "Retning og ledelse",
        "Mødet mellem mennesker",
        "Min egen plan",
        "Valg og selvbestemmelse",
        "Håb og udvikling",
        "Hverdag, netværk og fællesskab",
        "Indflydelse på stedet",
        "Faglighed, læring og sammenhæng",
    ];
    let groups = [("leaders", "Ledere"), ("staff", "Medarbejdere"), ("users", "Brugere")];
    let labels = ["I meget lille grad", "I mindre grad", "I nogen grad", "I høj grad", "I meget høj grad"];
    let mut instrument =
        build("proeve", Scale { min: 1, max: 5, agree_from: 4 }, &groups, &titles, 4, &labels);
    instrument.groups[0].disclosure = Disclosure::InRole;
    instrument.groups[2].service_users = true;
    instrument.values = vec![Value { id: "involvement".into(), involvement: true }];
    instrument.focus_points[6].involvement = true;
    for (point, indicator) in [(2, 0), (6, 0)] {
        instrument.focus_points[point].indicators[indicator].value = Some("involvement".into());
    }
    if let Some(texts) = instrument.texts.get_mut("da") {
        texts.values.insert("involvement".into(), "Personinvolvering".to_owned());
    }
    instrument
}

/// 0-10, four groups, no service users, two focus points of three indicators, names that don't inflect.
pub(crate) fn odd() -> Instrument {
    let titles = ["Samarbejde på tværs af <huset> & byen", "Læring"];
    let groups =
        [("board", "Bestyrelse"), ("crew", "Folk på gulvet"), ("guests", "Gæster"), ("peers", "NAV-ansatte")];
    let labels: Vec<String> = (0..=10).map(|step| step.to_string()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let mut odd = build("ulige", Scale { min: 0, max: 10, agree_from: 7 }, &groups, &titles, 3, &labels);
    odd.groups[0].disclosure = Disclosure::InRole;
    odd
}

fn build(
    id: &str,
    scale: Scale,
    groups: &[(&str, &str)],
    titles: &[&str],
    indicators: usize,
    labels: &[&str],
) -> Instrument {
    let ids: Vec<GroupId> = groups.iter().map(|(id, _)| GroupId::from(*id)).collect();
    let mut texts = Texts {
        title: "Recovery-orientering".to_owned(),
        scale: ScaleTexts {
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
            dont_know: "Ved ikke".to_owned(),
            not_applicable: "Ikke relevant hos os".to_owned(),
            ..ScaleTexts::default()
        },
        groups: groups.iter().map(|(id, name)| (GroupId::from(*id), (*name).to_owned())).collect(),
        ..Texts::default()
    };
    let mut focus_points = Vec::new();
    for (number, title) in (1..).zip(titles) {
        let point = FocusPointId::from(number.to_string());
        let point_texts = FocusPointTexts { title: (*title).to_owned(), ..FocusPointTexts::default() };
        texts.focus_points.insert(point.clone(), point_texts);
        let indicators = (1..=indicators)
            .map(|within| {
                let code = format!("{number}.{within}");
                let items = ids.iter().map(|id| (id.clone(), format!("Udsagn {code} til {id}."))).collect();
                texts.indicators.insert(
                    code.as_str().into(),
                    IndicatorTexts {
                        title: Some(format!("Indikator {code}")),
                        items,
                        dialogue: Some(format!("Hvad siger I til {code}?")),
                        ..IndicatorTexts::default()
                    },
                );
                Indicator {
                    id: code.into(),
                    value: None,
                    groups: ids.clone(),
                    short: Vec::new(),
                    reverse: Vec::new(),
                    wording: 1,
                }
            })
            .collect();
        focus_points.push(FocusPoint { id: point, involvement: false, indicators });
    }
    let order: Vec<FocusPointId> = focus_points.iter().map(|point| point.id.clone()).collect();
    let groups = ids
        .into_iter()
        .map(|id| Group {
            id,
            disclosure: Disclosure::Protected,
            service_users: false,
            order: order.clone(),
            minutes: None,
        })
        .collect();
    Instrument {
        id: id.to_owned(),
        version: 1,
        languages: vec!["da".to_owned()],
        scale,
        groups,
        values: Vec::new(),
        focus_points,
        signals: Thresholds::default(),
        names: BTreeMap::new(),
        chosen: BTreeMap::new(),
        patterns: BTreeMap::new(),
        texts: BTreeMap::from([("da".to_owned(), texts)]),
    }
}

/// A picture being built: rows as disclosure would leave them.
pub(crate) struct Sample {
    pub(crate) instrument: Instrument,
    pub(crate) picture: Picture,
}

impl Sample {
    pub(crate) fn new(instrument: Instrument) -> Self {
        let picture = Picture {
            min_group_size: GroupSize::default(),
            groups: Vec::new(),
            rows: Vec::new(),
            equal_voice: Vec::new(),
        };
        Self { instrument, picture }
    }

    pub(crate) fn group(mut self, group: &str, submitted: u64, invited: Option<u64>) -> Self {
        let response_rate = invited.map(|invited| submitted as f64 / invited as f64);
        self.picture.groups.push(GroupCount { group: group.into(), submitted, invited, response_rate });
        self
    }

    /// A row that is `yes` from 10 persons and `mean` under that.
    pub(crate) fn row(self, code: &str, group: &str, n: u64, mean: f64) -> Self {
        self.edit(code, group, n, mean, |_| {})
    }

    /// The same, with more to it.
    pub(crate) fn edit(
        mut self,
        code: &str,
        group: &str,
        n: u64,
        mean: f64,
        edit: impl FnOnce(&mut Row),
    ) -> Self {
        let mut row = self.bare(code, group);
        row.n = Some(n);
        row.mean = Some(mean);
        row.shown = if n < 10 { Shown::Mean } else { Shown::Yes };
        if row.shown == Shown::Yes {
            row.interval = Some(Interval { low: mean - 0.4, high: mean + 0.4 });
        }
        edit(&mut row);
        self.picture.rows.push(row);
        self
    }

    /// A row of too few.
    pub(crate) fn few(mut self, code: &str, group: &str) -> Self {
        let row = self.bare(code, group);
        self.picture.rows.push(row);
        self
    }

    /// A gap with its interval.
    pub(crate) fn gap(
        mut self,
        code: &str,
        one: &str,
        other: &str,
        difference: f64,
        interval: Option<(f64, f64)>,
    ) -> Self {
        let mut row = self.bare(code, one);
        row.kind = Kind::Gap;
        row.other_group = Some(other.into());
        row.mean = Some(difference);
        row.interval = interval.map(|(low, high)| Interval { low, high });
        row.shown = if row.interval.is_some() { Shown::Yes } else { Shown::Mean };
        self.picture.rows.push(row);
        self
    }

    fn bare(&self, code: &str, group: &str) -> Row {
        let kind = if self.instrument.values.iter().any(|value| value.id.as_str() == code) {
            Kind::Value
        } else if code.contains('.') {
            Kind::Indicator
        } else {
            Kind::FocusPoint
        };
        Row {
            kind,
            code: code.to_owned(),
            group: group.into(),
            unit: None,
            other_group: None,
            n: None,
            mean: None,
            sd: None,
            interval: None,
            agreement: None,
            agreement_interval: None,
            dont_know: None,
            not_applicable: None,
            blank: None,
            alpha: None,
            item_rest: None,
            distribution: None,
            shown: Shown::Few,
        }
    }

    /// Rule 6, as far as these samples need it: one decimal, and a bound near the scale's end under 10 persons.
    pub(crate) fn published(&self) -> Published {
        let tenth = |value: f64| (value * 10.0).round() / 10.0;
        let eighth = self.instrument.scale.range() / 8.0;
        let (low, high) =
            (f64::from(self.instrument.scale.min) + eighth, f64::from(self.instrument.scale.max) - eighth);
        let protected = |row: &Row| {
            self.instrument.group(&row.group).is_none_or(|group| group.disclosure == Disclosure::Protected)
        };
        let rows = self.picture.rows.iter().map(|row| PublishedRow {
            kind: row.kind,
            code: row.code.clone(),
            group: row.group.clone(),
            unit: None,
            other_group: row.other_group.clone(),
            n: row.n,
            mean: row.mean.map(|mean| match row.kind {
                Kind::Gap => Figure::Value(tenth(mean)),
                _ if protected(row) && row.n < Some(10) && mean > high => Figure::Over(high),
                _ if protected(row) && row.n < Some(10) && mean < low => Figure::Under(low),
                _ => Figure::Value(tenth(mean)),
            }),
            sd: None,
            interval: row.interval.map(|i| Interval { low: tenth(i.low), high: tenth(i.high) }),
            agreement: row.agreement.map(|share| (share * 100.0).round() as u8),
            agreement_interval: row.agreement_interval.map(|Interval { low, high }| {
                let per_cent = |share: f64| (share * 100.0).round() as u8;
                (per_cent(low), per_cent(high))
            }),
            dont_know: row.dont_know,
            not_applicable: row.not_applicable,
            blank: row.blank,
            alpha: None,
            item_rest: None,
            distribution: row.distribution.clone(),
            shown: row.shown,
        });
        Published {
            min_group_size: self.picture.min_group_size,
            groups: self.picture.groups.clone(),
            rows: rows.collect(),
            equal_voice: Vec::new(),
        }
    }
}
