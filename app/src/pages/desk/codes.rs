//! Svarkoder: made once, shown once, as slips to cut out and as CSV; extra ones for those that were lost.

use super::course::Course;
use super::frame;
use super::more_ways::{ExtraCodes, LinksAndPosters};
use super::slips;
use crate::components::form::{ProblemSummary, SavedNotice};
use crate::error::PageError;
use crate::page::Page;
use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use leptos::prelude::*;
use screening::id::GroupId;
use screening::invitation::slip_address;
use screening::settings::State;
use serde::Deserialize;
use workflow::screenings::{IssuedCode, Screening};
use workflow::{Error, FieldProblem};

/// What a code is, and the button that makes them.
pub async fn get(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let course = Course::of(&page, &screening).await?;
    Ok(explanation(&page, &course, screening))
}

/// Makes the codes and shows them, this once. An ordinary post: the page itself is the answer, since nothing keeps
/// the codes until a next request.
pub async fn post(page: Page, Path(id): Path<String>) -> Result<Response, PageError> {
    match page.state.workflow.make_codes(&page.actor, &id).await {
        Ok(codes) => sheet(&page, &id, codes).await,
        Err(error) => refused(page, &id, error).await,
    }
}

/// Extra codes as asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ExtraForm {
    group: String,
    unit: String,
    count: String,
}

/// Makes extra codes and shows them, this once.
pub async fn extra(
    mut page: Page,
    Path(id): Path<String>,
    Form(form): Form<ExtraForm>,
) -> Result<Response, PageError> {
    let group = GroupId::from(form.group.as_str());
    // What is no number is told with the other problems.
    let count = form.count.trim().parse().unwrap_or(0);
    match page.state.workflow.extra_codes(&page.actor, &id, &group, &form.unit, count).await {
        Ok(codes) => sheet(&page, &id, codes).await,
        Err(error) => {
            let fields = [("group", form.group), ("unit", form.unit), ("count", form.count)];
            page.memory.values = fields.map(|(name, value)| (name.to_owned(), value)).into();
            refused(page, &id, error).await
        }
    }
}

/// The codes just made, on the page that is shown once.
async fn sheet(page: &Page, id: &str, codes: Vec<IssuedCode>) -> Result<Response, PageError> {
    let site = &page.state.public_url;
    let sheets = page.state.workflow.slip_sheets(&page.actor, id, &codes, site).await?;
    Ok(no_store(slips::render(page, id, sheets, codes)))
}

/// The page again, with what does not hold.
async fn refused(mut page: Page, id: &str, error: Error) -> Result<Response, PageError> {
    let status = match error {
        Error::Refused(problem) => {
            page.memory.problems = vec![FieldProblem { field: String::new(), problem }];
            StatusCode::CONFLICT
        }
        Error::Invalid(problems) => {
            page.memory.problems = problems;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        error => return Err(error.into()),
    };
    let screening = page.state.workflow.screening(&page.actor, id).await?;
    let course = Course::of(&page, &screening).await?;
    Ok((status, explanation(&page, &course, screening)).into_response())
}

/// The codes of the sheet's own form as a file; nothing is looked up but the groups' names.
pub async fn csv(
    page: Page,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let screening = page.state.workflow.screening(&page.actor, &id).await?;
    let texts = screening.instrument.texts(page.language);
    let words = &page.words.desk.codes;
    let mut file = String::from("\u{feff}");
    file.push_str(&line(&[&words.group, &words.unit, &words.code, &words.address]));
    for issued in issued(&fields) {
        let address = slip_address(&page.state.public_url, &issued.code);
        file.push_str(&line(&[texts.group(&issued.group), &issued.unit, &issued.code, &address]));
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"svarkoder.csv\""),
    ];
    Ok(no_store((headers, file).into_response()))
}

/// The codes that a sheet's form carries: group, unit, code, in that order.
pub fn issued(fields: &[(String, String)]) -> Vec<IssuedCode> {
    let (names, values): (Vec<&str>, Vec<&str>) =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).unzip();
    names
        .chunks(3)
        .zip(values.chunks(3))
        .filter_map(|(names, values)| match (names, values) {
            (["group", "unit", "code"], [group, unit, code]) => Some(IssuedCode {
                group: (*group).into(),
                unit: (*unit).to_owned(),
                code: (*code).to_owned(),
            }),
            _ => None,
        })
        .collect()
}

/// A line as Danish Excel reads it.
fn line(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(";"))
}

/// A cell in quotes; what a spreadsheet would take for a formula becomes text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if formula { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, http::HeaderValue::from_static("no-store"));
    response
}

fn explanation(page: &Page, course: &Course, screening: Screening) -> Response {
    let words = &page.words.desk.codes;
    let shown = page.clone();
    let here = course.clone();
    frame::render(page, course, &words.title, move || {
        let texts = screening.instrument.texts(shown.language);
        let rows = screening
            .settings
            .invited
            .0
            .iter()
            .flat_map(|(group, units)| units.iter().map(move |(unit, number)| (group, unit, number)))
            .filter(|(_, _, number)| **number > 0)
            .map(|(group, unit, number)| {
                let unit = if unit.is_empty() { words.whole_place.clone() } else { unit.clone() };
                view! {
                    <tr>
                        <th scope="row">{texts.group(group).to_owned()}</th>
                        <td>{unit}</td>
                        <td>{*number}</td>
                    </tr>
                }
            })
            .collect_view();
        let can = matches!(screening.state, State::Prepared | State::Open);
        // Once they are made, the numbers may have been corrected since.
        let to_make = (can && !screening.codes_made).then(|| {
            view! {
                <div class="table-scroll" tabindex="0" role="group" aria-label=words.caption.as_str()>
                    <table>
                        <caption>{words.caption.as_str()}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.group.as_str()}</th>
                                <th scope="col">{words.unit.as_str()}</th>
                                <th scope="col">{words.number.as_str()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
        });
        let make = if screening.codes_made {
            view! { <p class="notice">{words.made.as_str()}</p> }.into_any()
        } else if can {
            view! {
                <form method="post" action=here.address("koder")>
                    <button class="button" type="submit">{words.make.as_str()}</button>
                </form>
            }
            .into_any()
        } else {
            view! { <p class="notice">{words.too_late.as_str()}</p> }.into_any()
        };
        view! {
            <h1>{words.title.as_str()}</h1>
            <p class="lead">{words.lead.as_str()}</p>
            <SavedNotice page=shown.clone() />
            <ProblemSummary page=shown.clone() />
            <ul>
                <li>{words.once.as_str()}</li>
                <li>{words.pile.as_str()}</li>
                <li>{words.starts.as_str()}</li>
                <li>{words.lost.as_str()}</li>
            </ul>
            {to_make}
            {make}
            <ExtraCodes page=shown.clone() course=here.clone() screening=screening.clone() />
            <LinksAndPosters page=shown.clone() course=here.clone() screening=screening.clone() />
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_runs_nothing() {
        assert_eq!(line(&["=1+1", "a\"b", "@x"]), "\"'=1+1\";\"a\"\"b\";\"'@x\"\r\n");
    }

    #[test]
    fn the_sheets_form_gives_its_codes_back_in_order() {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let fields = [
            field("group", "users"),
            field("unit", ""),
            field("code", "ABCD-EFGH-JKMNP"),
            field("group", "staff"),
            field("unit", "Nord"),
            field("code", "0123-4567-89ABC"),
        ];
        let read = issued(&fields);
        assert_eq!(read.len(), 2);
        assert_eq!((read[1].group.as_str(), read[1].unit.as_str()), ("staff", "Nord"));
        assert_eq!(read[1].code, "0123-4567-89ABC");
    }
}
