//! The agenda: the signals propose, the facilitator decides.

use super::chairs::Chairs;
use super::frame::{SmallForm, numbered};
use super::hearing::Loaded;
use crate::components::form::Hidden;
use crate::page::Page;
use crate::words::{fill, minutes};
use leptos::prelude::*;
use screening::hearing::{MOST_THEMES, SlotKind, Theme, ThemePage, timetable};
use workflow::hearings::HearingView;

/// Title of a theme: the focus point's.
pub fn theme_title(page: &Page, loaded: &Loaded, theme: &Theme) -> String {
    let texts = loaded.screening.instrument.texts(page.language);
    numbered(theme.focus_point.as_str(), texts.focus_point(&theme.focus_point))
}

/// The themes with their order, what may be added, and how the time is spent.
#[component]
pub fn Agenda(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// Its plan and the proposal.
    hearing: HearingView,
    /// What is said of each theme, in their order.
    sheets: Vec<ThemePage>,
) -> impl IntoView {
    let words = &page.words.desk.agenda;
    let language = screening::language::of(page.language);
    let instrument = &loaded.screening.instrument;
    let texts = instrument.texts(page.language);
    let themes = hearing.plan.themes.clone();
    let last = themes.len().saturating_sub(1);
    let values = |change: &str, point: &str| {
        vec![
            ("screening", loaded.screening.id.clone()),
            ("number", loaded.sitting.to_string()),
            ("change", change.to_owned()),
            ("focus_point", point.to_owned()),
        ]
    };
    let rows = themes
        .iter()
        .enumerate()
        .map(|(place, theme)| {
            let title = theme_title(&page, &loaded, theme);
            let point = theme.focus_point.as_str();
            let why = theme.signal.as_ref().map_or_else(
                || words.added_by_hand.clone(),
                |signal| language.signal_name(signal.kind).to_owned(),
            );
            let loudest = theme.indicator.as_ref().map(|indicator| {
                let title = numbered(indicator.as_str(), texts.indicator(indicator));
                let text = fill(&words.loudest, &[("indicator", &title)]);
                view! { <p>{text}</p> }
            });
            let sheet = sheets.get(place).cloned();
            let numbers = sheet.as_ref().and_then(|sheet| sheet.why.clone());
            let numbers = numbers.map(|numbers| view! { <p>{numbers}</p> });
            let seen = sheet.filter(|sheet| !sheet.chairs.is_empty()).map(|sheet| {
                let question = sheet.question.map(|question| {
                    view! { <p><strong>{format!("{}: ", words.question)}</strong>{question}</p> }
                });
                let chairs = view! { <Chairs instrument=instrument.clone() chairs=sheet.chairs /> };
                view! {
                    <details class="fold">
                        <summary>{words.chairs.as_str()}</summary>
                        {chairs}
                        {question}
                    </details>
                }
            });
            let move_it = |change: &'static str, label: &str| {
                view! {
                    <SmallForm
                        action="/api/change-agenda"
                        values=values(change, point)
                        label=label.to_owned()
                        about=title.clone()
                        class="link"
                    />
                }
            };
            view! {
                <li class="box">
                    <p class="tag">{why}</p>
                    <h3>{title.clone()}</h3>
                    {loudest}
                    {numbers}
                    {seen}
                    <div class="row-buttons">
                        {(place > 0).then(|| move_it("up", &words.up))}
                        {(place < last).then(|| move_it("down", &words.down))}
                        {move_it("drop", &words.drop)}
                    </div>
                </li>
            }
        })
        .collect_view();
    let free = instrument
        .focus_points
        .iter()
        .filter(|point| !themes.iter().any(|theme| theme.focus_point == point.id))
        .map(|point| {
            let title = numbered(point.id.as_str(), texts.focus_point(&point.id));
            view! { <option value=point.id.to_string()>{title}</option> }
        })
        .collect::<Vec<_>>();
    let add = (themes.len() < MOST_THEMES && !free.is_empty()).then(|| {
        view! {
            <form method="post" action="/api/change-agenda" class="inline-form">
                <Hidden name="screening" value=loaded.screening.id.clone() />
                <Hidden name="number" value=loaded.sitting.to_string() />
                <Hidden name="change" value="add" />
                <div class="field">
                    <label for="add-theme">{words.add.as_str()}</label>
                    <select id="add-theme" name="focus_point">{free}</select>
                </div>
                <button class="button quiet" type="submit">{words.add_button.as_str()}</button>
            </form>
        }
    });
    let full = (themes.len() >= MOST_THEMES).then(|| view! { <p class="hint">{words.full.as_str()}</p> });
    let differs = themes != hearing.proposed && !hearing.proposed.is_empty();
    let reset = differs.then(|| {
        view! {
            <SmallForm
                action="/api/change-agenda"
                values=values("proposed", "")
                label=words.proposed.as_str()
                class="link"
            />
        }
    });
    let empty = themes.is_empty().then(|| view! { <p>{words.empty.as_str()}</p> });
    view! {
        <p>{words.lead.as_str()}</p>
        {empty}
        <ol class="themes">{rows}</ol>
        {add}
        {full}
        {reset}
        <Timetable page=page.clone() loaded=loaded.clone() themes=hearing.plan.themes.clone() />
    }
    .into_any()
}

/// How two and a half hours are spent.
#[component]
pub fn Timetable(
    /// The request.
    page: Page,
    /// The hearing.
    loaded: Loaded,
    /// The agenda.
    themes: Vec<Theme>,
) -> impl IntoView {
    let words = &page.words.desk.agenda;
    let language = screening::language::of(page.language);
    let slots = timetable(themes.len())
        .into_iter()
        .map(|slot| {
            let theme = match slot.kind {
                SlotKind::Theme(place) => themes.get(place).map(|theme| theme_title(&page, &loaded, theme)),
                _ => None,
            };
            let minutes = minutes(page.words, slot.minutes);
            let from = language.clock(slot.start);
            view! {
                <tr>
                    <th scope="row">{language.slot(slot.kind, &theme.unwrap_or_default())}</th>
                    <td>{from}</td>
                    <td>{minutes}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    (!slots.is_empty())
        .then(|| {
            view! {
                <div class="table-scroll" tabindex="0" role="group" aria-label=words.timetable.as_str()>
                    <table>
                        <caption>{words.timetable.as_str()}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.what.as_str()}</th>
                                <th scope="col">{words.from.as_str()}</th>
                                <th scope="col">{words.how_long.as_str()}</th>
                            </tr>
                        </thead>
                        <tbody>{slots}</tbody>
                    </table>
                </div>
            }
        })
        .into_any()
}
