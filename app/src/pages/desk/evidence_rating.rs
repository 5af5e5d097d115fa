//! Rating an indicator: alone, or two who do not see each other's until both are in and then agree on one.

use super::evidence_form::keep_it;
use crate::components::form::{Hidden, TextArea, field_id};
use crate::page::Page;
use crate::words::{self, fill};
use leptos::prelude::*;
use screening::evidence::{Assessors, Given, IndicatorRating, Rating, Seen, Settlement};
use screening::id::IndicatorId;
use screening::instrument::Instrument;
use workflow::ratings::{Assessment, RATING_STEPS};

/// What a rating's part of the page is made from.
#[derive(Clone)]
pub struct Rated {
    /// The request.
    pub page: Page,
    /// The screening's id.
    pub screening: String,
    /// Its instrument.
    pub instrument: Instrument,
    /// The indicator.
    pub indicator: IndicatorId,
    /// Something is written about it.
    pub written: bool,
    /// What this person may see.
    pub assessment: Assessment,
}

/// A rating in the value of its field.
fn value_of(rating: Rating) -> String {
    match rating {
        Rating::Step(step) => step.to_string(),
        Rating::Insufficient => "insufficient".to_owned(),
    }
}

impl Rated {
    /// The part of the page; where nothing is written yet, why it waits.
    pub fn view(&self) -> AnyView {
        let words = &self.page.words.desk.evidence;
        if !self.written {
            return view! { <p>{words.rate_after.as_str()}</p> }.into_any();
        }
        let two = self.assessment.assessors.as_ref();
        let mine = two.is_none_or(|two| self.page.actor.account().is_ok_and(|own| two.include(&own.id)));
        match self.assessment.of(&self.indicator) {
            Seen::Nothing | Seen::Own(_) if !mine => {
                let text = two.map(|two| fill(&words.others_rate, &self.names(two).each_ref().map(pair)));
                view! { <p>{text}</p> }.into_any()
            }
            Seen::Nothing => view! { {self.blind(two, &words.two_rate)} {self.rate(None)} }.into_any(),
            Seen::Own(own) => view! {
                {self.blind(two, &words.own_kept)}
                {late(&self.page, own.after_picture)}
                {self.rate(Some(own.rating))}
            }
            .into_any(),
            Seen::Apart(firsts) => view! {
                <p>{words.apart.as_str()}</p>
                {self.firsts(firsts)}
                {mine.then(|| self.settle(None))}
            }
            .into_any(),
            Seen::Holds { rating, firsts: None, .. } if two.is_some() => {
                let kept = fill(&words.rated_alone, &[("rating", &self.said(rating.rating))]);
                view! { <p>{kept}</p> {late(&self.page, rating.after_picture)} }.into_any()
            }
            Seen::Holds { rating, firsts: None, .. } => {
                view! { {late(&self.page, rating.after_picture)} {self.rate(Some(rating.rating))} }.into_any()
            }
            Seen::Holds { rating, firsts: Some(firsts), settlement } => {
                self.settled(rating, firsts, settlement.as_ref(), mine)
            }
        }
    }

    /// What two agreed on, and how they came to it.
    fn settled(
        &self,
        rating: &IndicatorRating,
        firsts: &[Given; 2],
        settlement: Option<&Settlement>,
        mine: bool,
    ) -> AnyView {
        let words = &self.page.words.desk.evidence;
        let holds = fill(&words.settled_rating, &[("rating", &self.said(rating.rating))]);
        let reason = match settlement {
            Some(settlement) => {
                let lines = super::frame::in_lines(&settlement.reason);
                view! { <p class="quiet">{words.reason_was.as_str()}</p><blockquote><p>{lines}</p></blockquote> }
                    .into_any()
            }
            None => view! { <p class="quiet">{words.alike.as_str()}</p> }.into_any(),
        };
        let again = mine.then(|| {
            let open = self.page.memory.values.contains_key("reason");
            view! {
                <details class="fold" open=open>
                    <summary>{words.settle_again.as_str()}</summary>
                    {self.settle(settlement)}
                </details>
            }
        });
        view! {
            <p class="half">{holds}</p>
            {late(&self.page, rating.after_picture)}
            {reason}
            <h3>{words.firsts.as_str()}</h3>
            {self.firsts(firsts)}
            {again}
        }
        .into_any()
    }

    /// Whose two ratings these are.
    fn firsts(&self, firsts: &[Given; 2]) -> AnyView {
        let words = &self.page.words.desk.evidence;
        let rows = firsts.iter().map(|given| {
            let late = if given.after_picture { words.late_mark.as_str() } else { "" };
            let said = format!("{}: {} {late}", self.name(&given.assessor), self.said(given.rating));
            view! { <li>{said}</li> }
        });
        view! { <ul>{rows.collect::<Vec<_>>()}</ul> }.into_any()
    }

    fn name(&self, account: &str) -> String {
        let name = self.assessment.name(account);
        if name.is_empty() { self.page.words.desk.evidence.somebody.clone() } else { name.to_owned() }
    }

    fn names(&self, two: &Assessors) -> [(&'static str, String); 2] {
        [("first", self.name(&two.first)), ("second", self.name(&two.second))]
    }

    fn said(&self, rating: Rating) -> String {
        screening::language::of(self.page.language).rating(rating)
    }

    /// Where two rate: with whom, and that neither sees the other's.
    fn blind(&self, two: Option<&Assessors>, text: &'static str) -> Option<AnyView> {
        let own = self.page.actor.account().ok()?.id.as_str();
        let other = two.map(|two| if two.first == own { &two.second } else { &two.first })?;
        let text = fill(text, &[("other", &self.name(other))]);
        Some(view! { <p class="notice">{text}</p> }.into_any())
    }

    fn rate(&self, current: Option<Rating>) -> AnyView {
        let words = &self.page.words.desk.evidence;
        view! {
            <form method="post" action="/api/rate">
                <Hidden name="screening" value=self.screening.clone() />
                <Hidden name="indicator" value=self.indicator.to_string() />
                {self.steps(&words.rate_question, current)}
                <button class="button" type="submit">{words.save_rating.as_str()}</button>
            </form>
        }
        .into_any()
    }

    fn settle(&self, settlement: Option<&Settlement>) -> AnyView {
        let words = &self.page.words.desk.evidence;
        let before = settlement.map_or(0, |settlement| settlement.revision);
        let reason = settlement.map(|settlement| settlement.reason.clone()).unwrap_or_default();
        view! {
            <form method="post" action="/api/settle-rating">
                <Hidden name="screening" value=self.screening.clone() />
                <Hidden name="indicator" value=self.indicator.to_string() />
                <Hidden name="before" value=before.to_string() />
                {self.steps(&words.settle_question, settlement.map(|settlement| settlement.rating))}
                <TextArea
                    page=self.page.clone()
                    name="reason"
                    label=words.reason.as_str()
                    hint=words.reason_hint.as_str()
                    value=reason
                    rows=3
                />
                {keep_it(&self.page, "sure", &["reason".to_owned()])}
                <button class="button" type="submit">{words.save_settled.as_str()}</button>
            </form>
        }
        .into_any()
    }

    /// The steps with their anchors, and *for lidt viden*.
    fn steps(&self, question: &'static str, current: Option<Rating>) -> AnyView {
        let words = &self.page.words.desk.evidence;
        let chosen = self.page.memory.value("rating", &current.map(value_of).unwrap_or_default());
        let choices = RATING_STEPS.map(|step| (step.to_string(), format!("{step} · {}", self.anchor(step))));
        let choices = choices
            .chain([("insufficient".to_owned(), words.insufficient_choice.clone())])
            .map(|(value, label)| {
                let id = field_id(&format!("rating-{value}"));
                let checked = chosen == value;
                view! {
                    <div class="choice">
                        <input type="radio" id=id.clone() name="rating" value=value checked=checked />
                        <label for=id>{label}</label>
                    </div>
                }
            })
            .collect_view();
        let problem = self.page.memory.problem("rating");
        let problem = problem.map(|problem| words::problem(self.page.words, problem));
        let wrong = problem.is_some();
        view! {
            <fieldset class="field" class:wrong=wrong id=field_id("rating")>
                <legend>{question}</legend>
                {problem.map(|text| view! { <p class="problem">{text}</p> })}
                {choices}
            </fieldset>
        }
        .into_any()
    }

    /// What a step means: as the instrument writes it, between two that it writes, or in general words.
    fn anchor(&self, step: u8) -> String {
        let words = &self.page.words.desk.evidence;
        let texts = self.instrument.texts(self.page.language);
        let anchors = texts.indicators.get(&self.indicator).map(|texts| &texts.anchors);
        let written = anchors.filter(|anchors| !anchors.is_empty());
        let Some(anchors) = written else {
            let general = [&words.step_1, &words.step_2, &words.step_3, &words.step_4, &words.step_5];
            return general.get(usize::from(step) - 1).map_or(String::new(), |text| (*text).clone());
        };
        match anchors.get(&step) {
            Some(anchor) => anchor.clone(),
            None => {
                let (below, above) = ((step - 1).to_string(), (step + 1).to_string());
                fill(&words.between_steps, &[("below", &below), ("above", &above)])
            }
        }
    }
}

fn pair<'a>(named: &'a (&'static str, String)) -> (&'static str, &'a str) {
    (named.0, named.1.as_str())
}

fn late(page: &Page, after_picture: bool) -> Option<AnyView> {
    let text = page.words.desk.evidence.rated_late.as_str();
    after_picture.then(|| view! { <p class="quiet">{text}</p> }.into_any())
}
