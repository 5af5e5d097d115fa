//! Parts of forms. Each field shows what was typed before and the mend of what did not hold.

use crate::page::Page;
use crate::words;
use leptos::prelude::*;

/// A value that goes along unseen.
#[component]
pub fn Hidden(
    /// Field name.
    #[prop(into)]
    name: String,
    /// Its value.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    view! { <input type="hidden" name=name value=value /> }
}

/// On top of a form that did not hold: every problem, each a link to its field. It has the focus when the page comes,
/// without a script too.
#[component]
pub fn ProblemSummary(
    /// The request.
    page: Page,
    /// What a person calls each field, where a sentence alone does not tell which one is meant.
    #[prop(optional)]
    names: Vec<(String, String)>,
) -> impl IntoView {
    let problems = page.memory.problems.clone();
    (!problems.is_empty()).then(|| {
        view! {
            <div class="problems" role="alert" tabindex="-1" id="problems" autofocus>
                <h2>{page.words.common.problems_title.clone()}</h2>
                <ul>
                    {problems
                        .iter()
                        .map(|p| {
                            let text = words::problem(page.words, &p.problem);
                            let name = names.iter().find(|(field, _)| *field == p.field);
                            let text = match name {
                                Some((_, name)) if !words::names_its_field(&p.problem) => named(name, &text),
                                _ => text,
                            };
                            if p.field.is_empty() {
                                view! { <li>{text}</li> }.into_any()
                            } else {
                                view! { <li><a href=format!("#{}", field_id(&p.field))>{text}</a></li> }.into_any()
                            }
                        })
                        .collect_view()}
                </ul>
            </div>
        }
    })
}

/// A field's name before what is wrong with it.
fn named(name: &str, text: &str) -> String {
    let mark = if name.ends_with(['?', '.', '!']) { "" } else { ":" };
    format!("{name}{mark} {text}")
}

/// What went well, said once.
#[component]
pub fn SavedNotice(
    /// The request.
    page: Page,
) -> impl IntoView {
    page.memory
        .notice
        .map(|_| view! { <p class="notice" role="status">{page.words.common.saved.clone()}</p> })
}

/// The id of a field's control, from its name.
pub fn field_id(name: &str) -> String {
    let safe: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("field-{safe}")
}

/// A line of text with its label.
#[component]
pub fn TextField(
    /// The request.
    page: Page,
    /// Field name.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Hint under the label.
    #[prop(into, optional)]
    hint: String,
    /// Value where nothing was typed.
    #[prop(into, optional)]
    value: String,
    /// `text`, `email`, `password`, `number` …
    #[prop(into, default = "text".to_owned())]
    kind: String,
    /// `autocomplete`.
    #[prop(into, default = "off".to_owned())]
    autocomplete: String,
    /// Class of the control: `code`, `short` …
    #[prop(into, optional)]
    class: String,
    /// Where the page is begun by typing in it, and nothing is wrong.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let id = field_id(&name);
    let problem = page.memory.problem(&name).map(|p| words::problem(page.words, p));
    let described = described_by(&id, !hint.is_empty(), problem.is_some());
    let invalid = problem.is_some().then_some("true");
    let value = if kind == "password" { String::new() } else { page.memory.value(&name, &value) };
    let number = kind == "number";
    view! {
        <div class="field" class:wrong=invalid.is_some()>
            <label for=id.clone()>{label}</label>
            <Aside id=id.clone() hint problem />
            <input
                id=id
                name=name
                type=if number { "text".to_owned() } else { kind }
                inputmode=number.then_some("numeric")
                class=class
                value=value
                autocomplete=autocomplete
                autofocus=focus && page.memory.problems.is_empty()
                aria-describedby=described
                aria-invalid=invalid
            />
        </div>
    }
}

/// Several lines of text with their label. The one place that renders a `textarea`: Leptos writes its content
/// unescaped, so it is escaped here.
#[component]
pub fn TextArea(
    /// The request.
    page: Page,
    /// Field name.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Hint under the label.
    #[prop(into, optional)]
    hint: String,
    /// Value where nothing was typed.
    #[prop(into, optional)]
    value: String,
    /// Lines shown.
    #[prop(default = 4)]
    rows: u8,
) -> impl IntoView {
    let id = field_id(&name);
    let problem = page.memory.problem(&name).map(|p| words::problem(page.words, p));
    let described = described_by(&id, !hint.is_empty(), problem.is_some());
    let invalid = problem.is_some().then_some("true");
    let value = page.memory.value(&name, &value);
    view! {
        <div class="field" class:wrong=invalid.is_some()>
            <label for=id.clone()>{label}</label>
            <Aside id=id.clone() hint problem />
            <textarea
                id=id
                name=name
                rows=rows.to_string()
                aria-describedby=described
                aria-invalid=invalid
                inner_html=escaped_text(&value)
            ></textarea>
        </div>
    }
}

/// A choice of one from a list.
#[component]
pub fn Select(
    /// The request.
    page: Page,
    /// Field name.
    #[prop(into)]
    name: String,
    /// Label.
    #[prop(into)]
    label: String,
    /// Hint under the label.
    #[prop(into, optional)]
    hint: String,
    /// (value, words).
    choices: Vec<(String, String)>,
    /// Chosen where nothing was chosen before.
    #[prop(into, optional)]
    value: String,
) -> impl IntoView {
    let id = field_id(&name);
    let problem = page.memory.problem(&name).map(|p| words::problem(page.words, p));
    let described = described_by(&id, !hint.is_empty(), problem.is_some());
    let invalid = problem.is_some();
    let chosen = page.memory.value(&name, &value);
    view! {
        <div class="field" class:wrong=invalid>
            <label for=id.clone()>{label}</label>
            <Aside id=id.clone() hint problem />
            <select id=id name=name aria-describedby=described>
                {choices
                    .into_iter()
                    .map(|(value, words)| {
                        let selected = value == chosen;
                        view! { <option value=value selected=selected>{words}</option> }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

/// A box that must be ticked before something is deleted. It is never drawn ticked: nobody says yes by habit.
#[component]
pub fn Agree(
    /// The request.
    page: Page,
    /// Field name.
    #[prop(into)]
    name: String,
    /// What is posted where it is ticked.
    #[prop(into)]
    value: String,
    /// What one says yes to.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let id = field_id(&name);
    let problem = page.memory.problem(&name).map(|p| words::problem(page.words, p));
    let described = described_by(&id, false, problem.is_some());
    let wrong = problem.is_some();
    view! {
        <div class="field" class:wrong=wrong>
            <Aside id=id.clone() hint=String::new() problem />
            <div class="choice">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=name
                    value=value
                    aria-describedby=described
                    aria-invalid=wrong.then_some("true")
                />
                <label for=id>{label}</label>
            </div>
        </div>
    }
}

/// Hint and problem of a field, or of a set of choices.
#[component]
pub fn Aside(
    /// The id of the control.
    id: String,
    /// Empty: none.
    hint: String,
    /// What is wrong.
    problem: Option<String>,
) -> impl IntoView {
    view! {
        {(!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
        {problem.map(|text| view! { <p class="problem" id=format!("{id}-problem")>{text}</p> })}
    }
}

/// The ids of a field's hint and problem, for `aria-describedby`.
pub fn described_by(id: &str, hint: bool, problem: bool) -> Option<String> {
    let parts: Vec<_> = [(hint, "hint"), (problem, "problem")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Text that may stand between the tags of a `textarea`. A leading line break is doubled, since HTML drops one.
pub fn escaped_text(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if escaped.starts_with('\n') { format!("\n{escaped}") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_textarea_cannot_be_closed_from_inside() {
        assert_eq!(
            escaped_text("</textarea><script>alert(1)</script> & \"x\""),
            "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"x\""
        );
    }
}
