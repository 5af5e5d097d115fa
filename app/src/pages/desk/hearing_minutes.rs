//! The minutes: a line is a theme, a kind, a role and what was said in other words. Never a name.

use super::frame::{SmallForm, row_field};
use super::hearing::{Loaded, address};
use super::hearing_agenda::theme_title;
use crate::components::form::{Hidden, Select, TextArea};
use crate::page::Page;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::{HearingNumber, LEAST_OF_A_ROLE, LineKind, MinuteLine, Theme};
use screening::id::GroupId;
use workflow::hearings::HearingView;

/// The kinds that a hearing's lines may have.
pub fn kinds(number: HearingNumber) -> &'static [LineKind] {
    match number {
        HearingNumber::First => &[LineKind::Agreed, LineKind::Disagreed, LineKind::New, LineKind::Proposal],
        HearingNumber::Second => &[LineKind::Confirmed, LineKind::Corrected, LineKind::Added],
    }
}

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
    let texts = loaded.screening.instrument.texts(page.language);
    role.map_or_else(
        || screening::language::of(page.language).participant().to_owned(),
        |group| screening::language::of(page.language).inside(texts.group(group)),
    )
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

/// Every theme with its lines and a form for the next.
#[component]
pub fn Minutes(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan and lines.
    hearing: HearingView,
) -> impl IntoView {
    let words = &page.words.desk.minutes;
    let approved = hearing.plan.approved;
    let themes = minuted_themes(&hearing)
        .iter()
        .map(|theme| of_theme(&page, &loaded, &hearing, theme))
        .collect::<Vec<_>>();
    let values = |on: &str| {
        vec![
            ("screening", loaded.screening.id.clone()),
            ("number", u8::from(loaded.number).to_string()),
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
        {empty.then(|| view! { <p>{words.no_themes.as_str()}</p> })}
        {themes}
        {end}
    }
    .into_any()
}

fn of_theme(page: &Page, loaded: &Loaded, hearing: &HearingView, theme: &Theme) -> AnyView {
    let words = &page.words.desk.minutes;
    let language = screening::language::of(page.language);
    let title = theme_title(page, loaded, theme);
    let approved = hearing.plan.approved;
    let lines = hearing
        .minutes
        .iter()
        .filter(|(_, line)| line.focus_point == theme.focus_point)
        .map(|(key, line)| {
            let remove = (!approved).then(|| {
                let values = vec![
                    ("screening", loaded.screening.id.clone()),
                    ("number", u8::from(loaded.number).to_string()),
                    ("line", key.clone()),
                ];
                view! {
                    <SmallForm
                        action="/api/remove-minute-line"
                        values
                        label=words.remove.as_str()
                        about=line.text.clone()
                        class="link"
                    />
                }
            });
            view! {
                <li id=format!("linje-{key}")>
                    {said(page, loaded, line)}
                    {remove}
                </li>
            }
        })
        .collect::<Vec<_>>();
    let none = lines.is_empty().then(|| view! { <p class="quiet">{words.none.as_str()}</p> });
    let point = theme.focus_point.as_str();
    let add = (!approved).then(|| {
        let kinds = kinds(loaded.number)
            .iter()
            .map(|kind| (kind_value(*kind).to_owned(), language.line_kind(*kind).to_owned()))
            .collect::<Vec<_>>();
        let texts = loaded.screening.instrument.texts(page.language);
        let named = language.quoted(texts.focus_point(&theme.focus_point));
        // A role that may not be minuted is not offered; the rule itself is kept where the line is.
        let roles = loaded
            .screening
            .instrument
            .groups
            .iter()
            .filter(|group| hearing.plan.present.groups.get(&group.id).is_some_and(|n| *n >= LEAST_OF_A_ROLE))
            .map(|group| (group.id.to_string(), texts.group(&group.id).to_owned()));
        let roles = [(String::new(), words.participant.clone())].into_iter().chain(roles).collect::<Vec<_>>();
        view! {
            <form method="post" action="/api/add-minute-line" aria-label=title.clone()>
                <Hidden name="screening" value=loaded.screening.id.clone() />
                <Hidden name="number" value=u8::from(loaded.number).to_string() />
                <Hidden name="focus_point" value=point.to_owned() />
                <div class="pair">
                    <Select
                        page=page.clone()
                        name=row_field("kind", point)
                        label=words.kind.as_str()
                        choices=kinds
                    />
                    <Select
                        page=page.clone()
                        name=row_field("role", point)
                        label=words.role.as_str()
                        choices=roles
                    />
                </div>
                <TextArea
                    page=page.clone()
                    name=row_field("text", point)
                    label=fill(&words.text, &[("theme", &named)])
                    hint=words.text_hint.as_str()
                    rows=2
                />
                <button class="button quiet" type="submit" aria-label=format!("{}: {title}", words.add)>
                    {words.add.as_str()}
                </button>
            </form>
        }
    });
    let anchor = format!("tema-{point}");
    view! {
        <section class="box" id=anchor.clone() aria-labelledby=format!("{anchor}-title")>
            <h3 id=format!("{anchor}-title")>{title.clone()}</h3>
            {none}
            <ul class="minute-lines">{lines}</ul>
            {add}
        </section>
    }
    .into_any()
}

/// *Forslag (brugere): …*
pub fn said(page: &Page, loaded: &Loaded, line: &MinuteLine) -> AnyView {
    let kind = screening::language::of(page.language).line_kind(line.kind);
    let role = role_name(page, loaded, line.role.as_ref());
    view! {
        <strong>{kind}</strong>
        {format!(" ({role}): {}", line.text)}
    }
    .into_any()
}

/// Where a theme's lines begin on the hearing's page.
pub fn anchor(screening: &str, number: HearingNumber, point: &str) -> String {
    format!("{}#tema-{point}", address(screening, number, ""))
}
