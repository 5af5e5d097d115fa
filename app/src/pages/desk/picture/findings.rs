//! What the rules found: the loudest as cards, the rest by kind with the rule written once; a way to the hearing.

use super::scene::{Scene, so_many};
use crate::pages::desk::frame::SmallForm;
use crate::words::fill;
use leptos::prelude::*;
use screening::hearing::{HearingNumber, Theme};
use screening::id::GroupId;
use screening::picture::Kind;
use screening::signals::{Signal, SignalKind, Subject, rule, said};

/// One rule on one subject: the pairs of groups that see it differently are told together.
struct Finding<'a> {
    subject: &'a Subject,
    said: String,
    clear: bool,
    with_users: bool,
    signals: Vec<Signal>,
}

/// The themes that speak loudest, as cards.
#[component]
pub fn Loudest(
    /// The picture.
    scene: Scene,
) -> impl IntoView {
    let cards = scene.proposed.iter().filter_map(|theme| card(&scene, theme)).collect::<Vec<_>>();
    view! { <ul class="cards">{cards}</ul> }.into_any()
}

fn card(scene: &Scene, theme: &Theme) -> Option<AnyView> {
    let signal = theme.signal.as_ref()?;
    let all = scene.signals().iter().filter(|one| one.kind == signal.kind && one.subject == signal.subject);
    let finding = told(scene, all.collect());
    let about = theme.indicator.as_ref().filter(|_| signal.subject.indicator.is_none()).map(|indicator| {
        let title = scene.title(Kind::Indicator, indicator.as_str());
        view! {
            <p class="quiet">
                {scene.words().loudest_about.as_str()} " "
                <a href=scene.address(indicator.as_str())>{title}</a>
            </p>
        }
    });
    Some(
        view! {
            <li>
                <p class="tag">{scene.language().signal_name(signal.kind)}</p>
                <h3>{link(scene, finding.subject)}</h3>
                <p>{finding.said.clone()}</p>
                {about}
                {take(scene, &finding)}
            </li>
        }
        .into_any(),
    )
}

/// How findings of a kind stand on a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Each kind folded, its number on the fold.
    Folded,
    /// Each kind under a heading.
    Open,
    /// As before, on the page of the very indicator: its title is not said again.
    Untitled,
}

/// Findings by kind, each with its rule.
#[component]
pub fn Findings(
    /// The picture.
    scene: Scene,
    /// The signals to show.
    signals: Vec<Signal>,
    /// How they stand.
    setting: Setting,
) -> impl IntoView {
    let words = scene.words();
    if signals.is_empty() {
        return view! { <p>{words.no_signals.as_str()}</p> }.into_any();
    }
    // All of one focus point: one way to the hearing is enough.
    let take = (setting != Setting::Folded).then(|| take(&scene, &told(&scene, signals.iter().collect())));
    let kinds = signals
        .chunk_by(|one, other| one.kind == other.kind)
        .filter_map(|signals| Some((signals.first()?.kind, by_subject(&scene, signals))))
        .map(|(kind, findings)| one_kind(&scene, kind, &findings, setting))
        .collect::<Vec<_>>();
    view! { {kinds} {take} }.into_any()
}

fn one_kind(scene: &Scene, kind: SignalKind, findings: &[Finding<'_>], setting: Setting) -> AnyView {
    let (words, language) = (scene.words(), scene.language());
    // The rule begins with its name, which stands above it here.
    let (name, told) = (language.signal_name(kind), rule(kind, scene.instrument(), language));
    let told = told.strip_prefix(name).map_or(told.as_str(), |rest| rest.trim_start_matches([':', ' ']));
    let told = fill(&words.rule, &[("rule", told)]);
    let list = |of: Vec<&Finding<'_>>| {
        let rows = of.into_iter().map(|finding| row(scene, finding, setting)).collect::<Vec<_>>();
        view! { <ul class="findings">{rows}</ul> }
    };
    let (with_users, others): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| finding.with_users);
    let apart = kind == SignalKind::SeenDifferently && setting == Setting::Folded;
    let lists = if apart && !with_users.is_empty() && !others.is_empty() {
        let users = users(scene);
        view! {
            <h3>{fill(&words.with_users, &[("users", &users)])}</h3>
            {list(with_users)}
            <h3>{words.between_others.as_str()}</h3>
            {list(others)}
        }
        .into_any()
    } else {
        list(findings.iter().collect()).into_any()
    };
    if setting == Setting::Folded {
        let count = so_many(&words.one_place, &words.many_places, findings.len());
        view! {
            <details class="fold">
                <summary>
                    <span class="fold-name">{name}</span>
                    " "
                    <span class="quiet">{count}</span>
                </summary>
                <p class="quiet">{told}</p>
                {lists}
            </details>
        }
        .into_any()
    } else {
        view! { <h3>{name}</h3> <p class="quiet">{told}</p> {lists} }.into_any()
    }
}

fn row(scene: &Scene, finding: &Finding<'_>, setting: Setting) -> AnyView {
    let title = (setting != Setting::Untitled)
        .then(|| view! { <p class="finding-title">{link(scene, finding.subject)}</p> });
    view! {
        <li class="finding" class:clear=finding.clear>
            <div>{title} <p>{finding.said.clone()}</p></div>
            {(setting == Setting::Folded).then(|| take(scene, finding))}
        </li>
    }
    .into_any()
}

/// Signals of a kind, those on one subject together, in the order in which the subjects come first.
fn by_subject<'a>(scene: &Scene, signals: &'a [Signal]) -> Vec<Finding<'a>> {
    let mut subjects: Vec<Vec<&'a Signal>> = Vec::new();
    for signal in signals {
        match subjects.iter_mut().find(|known| known.first().is_some_and(|one| one.subject == signal.subject))
        {
            Some(known) => known.push(signal),
            None => subjects.push(vec![signal]),
        }
    }
    subjects.into_iter().map(|signals| told(scene, signals)).collect()
}

/// The signals of one rule on one subject, as one finding.
fn told<'a>(scene: &Scene, signals: Vec<&'a Signal>) -> Finding<'a> {
    let instrument = scene.instrument();
    let uses = |id| instrument.group(id).is_some_and(|group| group.service_users);
    let said = match signals.as_slice() {
        several @ [first, _, ..] if first.kind == SignalKind::SeenDifferently => differently(scene, several),
        signals => signals
            .iter()
            .map(|signal| said(signal, scene.published(), instrument, scene.language()))
            .collect::<Vec<_>>()
            .join(" "),
    };
    Finding {
        // A finding is made of one signal or more.
        subject: &signals[0].subject,
        said,
        clear: signals.iter().any(|signal| signal.clear),
        with_users: signals
            .iter()
            .any(|signal| uses(&signal.group) || signal.other_group.as_ref().is_some_and(uses)),
        signals: signals.into_iter().cloned().collect(),
    }
}

/// Every group that sees it differently from another, and between which of them the difference is clear.
fn differently(scene: &Scene, signals: &[&Signal]) -> String {
    let (words, language) = (scene.words(), scene.language());
    let (kind, code) = signals[0].subject.code();
    let is_in =
        |id: &GroupId| signals.iter().any(|one| one.group == *id || one.other_group.as_ref() == Some(id));
    let means: Vec<_> = scene
        .instrument()
        .groups
        .iter()
        .filter(|group| is_in(&group.id))
        .filter_map(|group| {
            let (figure, n) =
                screening::figures::standing(scene.published(), scene.instrument(), kind, code, &group.id)
                    .mean()?;
            Some(screening::language::Mean { group: scene.group(&group.id), figure, n })
        })
        .collect();
    let pair = |signal: &&Signal| {
        let one = language.definite(scene.group(&signal.group));
        let other = language.definite(scene.group(signal.other_group.as_ref()?));
        Some(fill(&words.clear_pair, &[("one", &one), ("other", &other)]))
    };
    let clear: Vec<String> = signals.iter().filter(|signal| signal.clear).filter_map(pair).collect();
    let pairs = language.list(&clear);
    let clear = match clear.len() {
        0 => return language.said_gap(&means, false),
        1 => fill(&words.clear_between, &[("pairs", &pairs)]),
        // Every two of the groups.
        all if all == means.len() * (means.len() - 1) / 2 => words.clear_all.clone(),
        _ => fill(&words.clear_several, &[("pairs", &pairs)]),
    };
    format!("{} {clear}", language.said_gap(&means, false))
}

/// The names of the service users' groups.
fn users(scene: &Scene) -> String {
    let language = scene.language();
    let users = scene.instrument().groups.iter().filter(|group| group.service_users);
    language.list(&users.map(|group| language.definite(scene.group(&group.id))).collect::<Vec<_>>())
}

fn link(scene: &Scene, subject: &Subject) -> AnyView {
    let (kind, code) = subject.code();
    view! { <a href=scene.address(code)>{scene.title(kind, code)}</a> }.into_any()
}

/// A way to the first hearing's agenda, or that it is there.
fn take(scene: &Scene, finding: &Finding<'_>) -> Option<AnyView> {
    let words = scene.words();
    // A group of users that says *don't know* is a theme; other groups' not knowing is for the facilitator.
    if screening::hearing::proposed_agenda(&finding.signals, scene.instrument()).is_empty() {
        return None;
    }
    let point = &finding.subject.focus_point;
    if scene.agenda.contains(point) {
        let href = scene.course.address("hoering/1");
        return Some(view! { <p class="taken"><a href=href>{words.taken.as_str()}</a></p> }.into_any());
    }
    let values = vec![
        ("screening", scene.course.id.clone()),
        ("number", u8::from(HearingNumber::First).to_string()),
        ("change", "add".to_owned()),
        ("focus_point", point.to_string()),
    ];
    let (kind, code) = finding.subject.code();
    let signal = scene.language().signal_name(finding.signals[0].kind);
    let about = format!("{signal}, {}", scene.title(kind, code));
    Some(
        view! {
            <SmallForm action="/api/change-agenda" values label=words.take.as_str() about class="link" />
        }
        .into_any(),
    )
}
