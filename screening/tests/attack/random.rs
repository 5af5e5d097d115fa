//! Random screenings: any instrument the contract allows in small, groups around k and d, units uneven, people
//! without a unit, habits of skipping. The same seed gives the same screening.

use screening::answers::{Answer, Answers, Response};
use screening::disclosure::disclose;
use screening::id::{FocusPointId, GroupId};
use screening::instrument::{
    Disclosure, FocusPoint, FocusPointTexts, Form, Group, Indicator, IndicatorTexts, Instrument, Scale,
    ScaleTexts, Texts, Thresholds, Value,
};
use screening::picture::{Picture, Published};
use screening::scoring::{Scorer, Scores};
use screening::settings::{GroupSize, Invited};
use std::collections::BTreeMap;

/// SplitMix64 (Steele, Lea and Flood 2014).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number from `low` to `high`, both among them.
    pub(crate) fn pick(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() % (high - low + 1) as u64) as usize
    }

    /// True so many times in a hundred.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.pick(1, 100) <= percent
    }
}

/// A screening with every answer, as only its verifier knows it.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) instrument: Instrument,
    pub(crate) forms: BTreeMap<GroupId, Form>,
    pub(crate) invited: Invited,
    pub(crate) size: GroupSize,
    pub(crate) responses: Vec<Response>,
}

impl World {
    pub(crate) fn scores(&self) -> Scores {
        let mut scorer = Scorer::new(&self.instrument, &self.forms);
        self.responses.iter().for_each(|response| scorer.add(response));
        scorer.finish(&self.invited)
    }

    pub(crate) fn picture(&self) -> Picture {
        disclose(&self.scores(), &self.instrument, self.size)
    }

    pub(crate) fn published(&self) -> Published {
        self.picture().published(&self.instrument)
    }

    pub(crate) fn asks(&self, group: &GroupId, indicator: &Indicator) -> bool {
        indicator.asks(group, self.forms.get(group).copied().unwrap_or_default())
    }

    pub(crate) fn submitted(&self, group: &GroupId) -> usize {
        self.responses.iter().filter(|response| response.group == *group).count()
    }

    pub(crate) fn protected(&self) -> impl Iterator<Item = &Group> {
        self.instrument.groups.iter().filter(|group| group.disclosure == Disclosure::Protected)
    }
}

/// How the people of a group answer an item.
#[derive(Clone, Copy)]
struct Habit {
    dont_know: usize,
    not_applicable: usize,
    blank: usize,
    /// Answers are drawn from so many steps, from `lowest` on.
    steps: usize,
    lowest: usize,
}

/// The screening of a seed.
pub(crate) fn world(seed: u64) -> World {
    let mut dice = Dice::new(seed);
    let instrument = instrument(&mut dice);
    let size = GroupSize::try_from(if dice.chance(75) { 5 } else { dice.pick(6, 9) as u32 }).expect("a size");
    let k = size.k() as usize;
    let mut forms = BTreeMap::new();
    for group in &instrument.groups {
        let has_short = instrument.indicators().any(|indicator| indicator.short.contains(&group.id));
        if has_short && dice.chance(50) {
            forms.insert(group.id.clone(), Form::Short);
        }
    }
    let mut world = World { instrument, forms, invited: Invited::default(), size, responses: Vec::new() };
    for group in world.instrument.groups.clone() {
        let persons = match dice.pick(0, 9) {
            0 => dice.pick(0, 2),
            1..=2 => dice.pick(1, k),
            3..=5 => dice.pick(k, 2 * k),
            6..=8 => dice.pick(k, 4 * k),
            _ => dice.pick(2 * k, 12 * k),
        };
        let units = if dice.chance(25) { 0 } else { dice.pick(1, 6) };
        let without = if dice.chance(50) { 0 } else { dice.pick(1, 25) };
        let habits = habits(&mut dice, &world, &group.id);
        for _ in 0..persons {
            // The lower of two draws: the first units are large, the last hold a few.
            let unit = (units > 0 && !dice.chance(without))
                .then(|| format!("Enhed {}", dice.pick(1, units).min(dice.pick(1, units))));
            let answers = habits
                .iter()
                .map(|(item, habit)| {
                    (world.instrument.indicators().nth(*item), answer(&mut dice, &world, *habit))
                })
                .filter_map(|(indicator, answer)| Some((indicator?.id.clone(), answer)))
                .filter(|(_, answer)| *answer != Answer::Blank);
            let answers = Answers(answers.collect());
            world.responses.push(Response { group: group.id.clone(), unit, answers });
        }
        if dice.chance(50) {
            let invited = persons as u64 + dice.pick(0, 20) as u64;
            world.invited.0.insert(group.id.clone(), BTreeMap::from([(String::new(), invited)]));
        }
    }
    world
}

/// How a group answers each of its items, by the item's place in the instrument.
fn habits(dice: &mut Dice, world: &World, group: &GroupId) -> Vec<(usize, Habit)> {
    let steps = world.instrument.scale.steps();
    let careful = dice.chance(30);
    let one_step = dice.chance(8);
    let asked =
        world.instrument.indicators().enumerate().filter(|(_, indicator)| world.asks(group, indicator));
    let mut habits = Vec::new();
    for (place, _) in asked {
        let lowest = dice.pick(0, steps - 1);
        let spread = if one_step { 1 } else { dice.pick(1, steps - lowest) };
        let rate = |dice: &mut Dice| match dice.pick(0, 9) {
            _ if careful => 0,
            0..=4 => dice.pick(0, 5),
            5..=7 => dice.pick(5, 20),
            8 => dice.pick(20, 40),
            _ => 0,
        };
        let habit = Habit {
            dont_know: rate(dice),
            not_applicable: rate(dice),
            blank: rate(dice) / 2,
            steps: spread,
            lowest,
        };
        habits.push((place, habit));
    }
    habits
}

fn answer(dice: &mut Dice, world: &World, habit: Habit) -> Answer {
    let draw = dice.pick(1, 100);
    let (known, relevant) = (habit.dont_know, habit.dont_know + habit.not_applicable);
    if draw <= known {
        Answer::DontKnow
    } else if draw <= relevant {
        Answer::NotApplicable
    } else if draw <= relevant + habit.blank {
        Answer::Blank
    } else {
        let step = dice.pick(habit.lowest, habit.lowest + habit.steps - 1);
        Answer::Step(world.instrument.scale.min + u8::try_from(step).expect("a step"))
    }
}

/// 2 to 11 steps, 1 to 5 groups, 1 to 4 focus points of 1 to 4 indicators, values across them.
fn instrument(dice: &mut Dice) -> Instrument {
    let min = u8::from(dice.chance(70));
    let max = min + u8::try_from(dice.pick(1, 10)).expect("a step");
    let agree_from = u8::try_from(dice.pick(min.into(), max.into())).expect("a step");
    let scale = Scale { min, max, agree_from };
    let ids: Vec<GroupId> = (1..=dice.pick(1, 5)).map(|number| GroupId::from(format!("g{number}"))).collect();
    let values: Vec<Value> = (1..=dice.pick(0, 3))
        .map(|number| Value { id: format!("v{number}").into(), involvement: number == 1 })
        .collect();
    let mut focus_points: Vec<FocusPoint> = Vec::new();
    for point in 1..=dice.pick(1, 4) {
        let mut indicators = Vec::new();
        for within in 1..=dice.pick(1, 4) {
            let first = point == 1 && within == 1;
            // Every group is asked something: the first indicator is everybody's.
            let mut some = |percent| ids.iter().filter(|_| dice.chance(percent)).cloned().collect::<Vec<_>>();
            let groups = if first { ids.clone() } else { some(80) };
            let groups = if groups.is_empty() { ids[..1].to_vec() } else { groups };
            let (short, reverse) = (some(50), some(20));
            let of_asked =
                |chosen: Vec<GroupId>| chosen.into_iter().filter(|id| groups.contains(id)).collect();
            let (short, reverse) = (of_asked(short), of_asked(reverse));
            let value = (!values.is_empty() && dice.chance(60))
                .then(|| values[dice.pick(0, values.len() - 1)].id.clone());
            let id = format!("{point}.{within}").into();
            indicators.push(Indicator { id, value, groups, short, reverse, wording: 1 });
        }
        let id = FocusPointId::from(point.to_string());
        focus_points.push(FocusPoint { id, involvement: point == 1, indicators });
    }
    let order: Vec<FocusPointId> = focus_points.iter().map(|point| point.id.clone()).collect();
    let mut users = 0;
    let mut groups: Vec<Group> = Vec::new();
    for id in &ids {
        let disclosure = if dice.chance(75) { Disclosure::Protected } else { Disclosure::InRole };
        let service_users = disclosure == Disclosure::Protected && users < 2 && dice.chance(50);
        users += usize::from(service_users);
        groups.push(Group { id: id.clone(), disclosure, service_users, order: order.clone(), minutes: None });
    }
    let texts = texts(&focus_points, &values, &ids, scale);
    Instrument {
        id: "tilfaeldig".to_owned(),
        version: 1,
        languages: vec!["da".to_owned()],
        scale,
        groups,
        values,
        focus_points,
        signals: Thresholds::default(),
        names: BTreeMap::new(),
        chosen: BTreeMap::new(),
        patterns: BTreeMap::new(),
        texts: BTreeMap::from([("da".to_owned(), texts)]),
    }
}

fn texts(points: &[FocusPoint], values: &[Value], groups: &[GroupId], scale: Scale) -> Texts {
    let labels = (scale.min..=scale.max).map(|step| format!("trin {step}")).collect();
    let indicator = |indicator: &Indicator| IndicatorTexts {
        title: Some(format!("Indikator {}", indicator.id)),
        items: indicator.groups.iter().map(|group| (group.clone(), format!("Udsagn til {group}."))).collect(),
        dialogue: Some("Hvad siger I?".to_owned()),
        ..IndicatorTexts::default()
    };
    let title =
        |id: &FocusPointId| FocusPointTexts { title: format!("Tema {id}"), ..FocusPointTexts::default() };
    Texts {
        title: "Tilfældig".to_owned(),
        scale: ScaleTexts { labels, ..ScaleTexts::default() },
        groups: groups.iter().map(|id| (id.clone(), format!("Gruppe {id}"))).collect(),
        values: values.iter().map(|value| (value.id.clone(), format!("Værdi {}", value.id))).collect(),
        focus_points: points.iter().map(|point| (point.id.clone(), title(&point.id))).collect(),
        indicators: points
            .iter()
            .flat_map(|point| &point.indicators)
            .map(|own| (own.id.clone(), indicator(own)))
            .collect(),
        ..Texts::default()
    }
}

/// Persons a step as scored, lowest first, then don't know, not relevant and blank.
pub(crate) fn categories(world: &World, group: &GroupId, indicator: &Indicator) -> Vec<u64> {
    let scale = world.instrument.scale;
    let mut persons = vec![0; scale.steps() + 3];
    for response in world.responses.iter().filter(|response| response.group == *group) {
        let place = match response.answers.0.get(&indicator.id) {
            Some(Answer::Step(step)) if indicator.reverse.contains(group) => usize::from(scale.max - step),
            Some(Answer::Step(step)) => usize::from(step - scale.min),
            Some(Answer::DontKnow) => scale.steps(),
            Some(Answer::NotApplicable) => scale.steps() + 1,
            Some(Answer::Blank) | None => scale.steps() + 2,
        };
        persons[place] += 1;
    }
    persons
}

/// How many screenings a test tries: `usual`, or a hundredth part of it times `PEJLING_ATTACK_PERCENT`.
pub(crate) fn screenings(usual: u64) -> u64 {
    let percent = std::env::var("PEJLING_ATTACK_PERCENT").ok().and_then(|percent| percent.parse().ok());
    usual * percent.unwrap_or(100) / 100
}
