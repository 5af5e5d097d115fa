//! The minutes as they are written: a line is a theme, a kind, a role and what was said in other words. Never a name.

use super::frame::{SmallForm, capital, row_field};
use super::hearing::{Loaded, address};
use super::hearing_agenda::theme_title;
use super::hearing_line::{Line, Uses};
use crate::components::form::{Hidden, Select, TextArea};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::{
    HearingNumber, LEAST_OF_A_ROLE, LineKind, MinuteLine, Sitting, Theme, counted_groups, counted_name,
    line_kinds, sign, speaker,
};
use screening::id::GroupId;
use workflow::hearings::HearingView;

/// A kind in the value of its field.
pub fn kind_value(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Agreed => "agreed",
        LineKind::Disagreed => "disagreed",
        LineKind::New => "new",
        LineKind::Proposal => "proposal",
        LineKind::Confirmed => "confirmed",
        LineKind::Corrected => "corrected",
        LineKind::Added => "added",
    }
}

/// The name of whoever said it: a group's, or *deltager*.
pub fn role_name(page: &Page, loaded: &Loaded, role: Option<&GroupId>) -> String {
    let language = screening::language::of(page.language);
    language.inside(speaker(role, &loaded.screening.instrument, language))
}

/// The themes of the minutes: the agenda, and whatever was minuted under another focus point before.
pub fn minuted_themes(hearing: &HearingView) -> Vec<Theme> {
    let mut themes = hearing.plan.themes.clone();
    for (_, line) in &hearing.minutes {
        if !themes.iter().any(|theme| theme.focus_point == line.focus_point) {
            themes.push(Theme { focus_point: line.focus_point.clone(), indicator: None, signal: None });
        }
    }
    themes
}

/// What the minutes rest on beside the hearing itself.
#[derive(Clone, Default)]
pub struct Beside {
    /// The first hearing's lines, for the second.
    pub first: Vec<(String, MinuteLine)>,
    /// Where the report uses a line.
    pub uses: Uses,
    /// An id for a line that is written next, by its row.
    pub fresh: Vec<String>,
}

/// Every theme with its lines and a form for the next.
#[component]
pub fn Minutes(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan and lines.
    hearing: HearingView,
    /// What else is needed.
    beside: Beside,
) -> impl IntoView {
    let words = &page.words.desk.minutes;
    let approved = hearing.plan.approved;
    let themes = minuted_themes(&hearing)
        .iter()
        .enumerate()
        .map(|(place, theme)| of_theme(&page, &loaded, &hearing, &beside, (place, theme)))
        .collect::<Vec<_>>();
    let values = |on: &str| {
        vec![
            ("screening", loaded.screening.id.clone()),
            ("number", loaded.sitting.to_string()),
            ("approved", on.to_owned()),
        ]
    };
    let end = if approved {
        view! {
            <p class="notice">{words.approved.as_str()}</p>
            <SmallForm action="/api/approve-minutes" values=values("") label=words.reopen.as_str() class="link" />
        }
        .into_any()
    } else if hearing.minutes.is_empty() {
        view! { <p>{words.approve_after.as_str()}</p> }.into_any()
    } else {
        view! {
            <p>{words.approve_text.as_str()}</p>
            <SmallForm action="/api/approve-minutes" values=values("on") label=words.approve.as_str() class="button" />
        }
        .into_any()
    };
    let empty = themes.is_empty();
    view! {
        <p>{words.lead.as_str()}</p>
        {(!approved).then(|| quick(&page, &loaded))}
        <p id="usendt" class="problem" role="status" hidden></p>
        {empty.then(|| view! { <p>{words.no_themes.as_str()}</p> })}
        {themes}
        <div id="godkend" data-live="">{end}</div>
    }
    .into_any()
}

/// What may be typed instead of chosen.
fn quick(page: &Page, loaded: &Loaded) -> AnyView {
    let words = &page.words.desk.minutes;
    let language = screening::language::of(page.language);
    let signs = line_kinds(loaded.number)
        .iter()
        .map(|kind| {
            let kind_sign = sign(*kind).to_string();
            let kind = language.inside(language.line_kind(*kind));
            fill(&words.quick, &[("sign", &kind_sign), ("kind", &kind)])
        })
        .collect::<Vec<_>>();
    let few = fill(&words.few_role, &[("participant", &role_name(page, loaded, None))]);
    let first = fill(&words.text_hint, &[("signs", &signs.join(", "))]);
    view! {
        <p class="hint">
            {format!("{first}, {} {} ", words.quick_role, few)}
            <span class="with-script" hidden>{words.enter.as_str()}</span>
        </p>
    }
    .into_any()
}

/// Kind, role and indicator of a row.
#[component]
pub fn Choices(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// The row.
    row: String,
    /// What is chosen, and the theme.
    line: MinuteLine,
) -> impl IntoView {
    let words = &page.words.desk.minutes;
    let language = screening::language::of(page.language);
    let instrument = &loaded.screening.instrument;
    let texts = instrument.texts(page.language);
    let kinds = line_kinds(loaded.number)
        .iter()
        .map(|kind| (kind_value(*kind).to_owned(), language.line_kind(*kind).to_owned()))
        .collect::<Vec<_>>();
    // A role that may not be minuted is not offered; the rule itself is kept where the line is.
    let present = loaded.hearing.as_ref().map(|hearing| hearing.plan.present.groups.clone());
    let many = |group: &GroupId| {
        present.as_ref().and_then(|groups| groups.get(group)).is_some_and(|n| *n >= LEAST_OF_A_ROLE)
    };
    let roles = counted_groups(instrument)
        .into_iter()
        .filter(|group| many(group) || line.role.as_ref() == Some(group))
        .map(|group| (group.to_string(), counted_name(&group, instrument, language).to_owned()));
    let nobody = capital(speaker(None, instrument, language));
    let roles = [(String::new(), nobody)].into_iter().chain(roles).collect::<Vec<_>>();
    let indicators =
        instrument.focus_point(&line.focus_point).into_iter().flat_map(|point| &point.indicators).map(
            |one| {
                let title = super::frame::numbered(one.id.as_str(), texts.indicator(&one.id));
                (one.id.to_string(), title)
            },
        );
    let indicators =
        [(String::new(), words.whole_theme.clone())].into_iter().chain(indicators).collect::<Vec<_>>();
    let role = line.role.map(|role| role.to_string()).unwrap_or_default();
    let indicator = line.indicator.map(|id| id.to_string()).unwrap_or_default();
    view! {
        <div class="row-fields line-choices">
            <Select
                page=page.clone()
                name=row_field("kind", &row)
                label=words.kind.as_str()
                choices=kinds
                value=kind_value(line.kind)
            />
            <Select
                page=page.clone()
                name=row_field("role", &row)
                label=words.role.as_str()
                choices=roles
                value=role
            />
            <Select
                page=page.clone()
                name=row_field("indicator", &row)
                label=words.indicator.as_str()
                choices=indicators
                value=indicator
            />
        </div>
    }
    .into_any()
}

fn of_theme(
    page: &Page,
    loaded: &Loaded,
    hearing: &HearingView,
    beside: &Beside,
    (place, theme): (usize, &Theme),
) -> AnyView {
    let words = &page.words.desk.minutes;
    let language = screening::language::of(page.language);
    let title = theme_title(page, loaded, theme);
    let approved = hearing.plan.approved;
    let lines = hearing
        .minutes
        .iter()
        .filter(|(_, line)| line.focus_point == theme.focus_point)
        .map(|(id, line)| {
            let seen = hearing.versions.get(id).copied().unwrap_or_default();
            view! {
                <Line
                    page=page.clone()
                    loaded=loaded.clone()
                    id=id.clone()
                    line=line.clone()
                    seen=seen
                    approved=approved
                    uses=beside.uses.clone()
                />
            }
        })
        .collect::<Vec<_>>();
    let point = theme.focus_point.as_str();
    let blank = MinuteLine {
        focus_point: theme.focus_point.clone(),
        kind: line_kinds(loaded.number).last().copied().unwrap_or(LineKind::New),
        role: None,
        text: String::new(),
        indicator: theme.indicator.clone(),
        about: None,
    };
    let blank = if loaded.number == HearingNumber::First {
        MinuteLine { kind: LineKind::Agreed, ..blank }
    } else {
        blank
    };
    let add = (!approved).then(|| {
        let texts = loaded.screening.instrument.texts(page.language);
        let named = language.quoted(texts.focus_point(&theme.focus_point));
        let label = match loaded.number {
            HearingNumber::First => fill(&words.text, &[("theme", &named)]),
            HearingNumber::Second => words.add_more.clone(),
        };
        view! {
            <form
                method="post"
                action="/api/write-minute-line"
                aria-label=title.clone()
                data-send="queue"
                data-lines=format!("linjer-{point}")
            >
                <Hidden name="screening" value=loaded.screening.id.clone() />
                <Hidden name="number" value=loaded.sitting.to_string() />
                <Hidden name="focus_point" value=point.to_owned() />
                <Hidden name="key" value=beside.fresh.get(place).cloned().unwrap_or_default() />
                <TextArea page=page.clone() name=row_field("text", point) label=label rows=2 />
                <Choices page=page.clone() loaded=loaded.clone() row=point.to_owned() line=blank />
                <button class="button quiet" type="submit" aria-label=format!("{}: {title}", words.add)>
                    {words.add.as_str()}
                </button>
            </form>
        }
    });
    let first = (loaded.number == HearingNumber::Second)
        .then(|| super::hearing_earlier::earlier(page, loaded, hearing, beside, &theme.focus_point));
    let anchor = format!("tema-{point}");
    view! {
        <section class="box" id=anchor.clone() aria-labelledby=format!("{anchor}-title")>
            <h3 id=format!("{anchor}-title")>{title.clone()}</h3>
            {first}
            <ul class="minute-lines" id=format!("linjer-{point}") data-live="lines">{lines}</ul>
            {add}
        </section>
    }
    .into_any()
}

/// Where a theme's lines begin in the room's page.
pub fn anchor(screening: &str, sitting: Sitting, point: &str) -> String {
    format!("{}#tema-{point}", address(screening, sitting, "rum"))
}
