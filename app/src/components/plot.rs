//! A plot with the same numbers as a table beside it.

use leptos::prelude::*;
use screening::chart::{Chart, Table};

/// A plot; under it, folded, its table.
#[component]
pub fn Plot(
    /// The plot.
    chart: Chart,
    /// Words of the fold, e.g. *Vis som tabel*.
    #[prop(into)]
    fold: String,
) -> impl IntoView {
    view! {
        <figure class="plot-figure">
            <div class="plot-wide" inner_html=chart.svg></div>
            {(!chart.narrow.is_empty()).then(|| view! { <div class="plot-narrow" inner_html=chart.narrow></div> })}
            <details>
                <summary>{fold}</summary>
                <DataTable table=chart.table />
            </details>
        </figure>
    }
    .into_any()
}

/// A plot; under it its table, standing open: the way into what each row is about.
#[component]
pub fn PlotWithTable(
    /// The plot.
    chart: Chart,
    /// Where each row's header leads; none: nowhere.
    #[prop(optional)]
    links: Vec<String>,
    /// A line between them.
    #[prop(into, optional)]
    caption: String,
) -> impl IntoView {
    view! {
        <figure class="plot-figure">
            <div class="plot-wide" inner_html=chart.svg></div>
            {(!chart.narrow.is_empty()).then(|| view! { <div class="plot-narrow" inner_html=chart.narrow></div> })}
            {(!caption.is_empty()).then(|| view! { <figcaption class="no-print">{caption}</figcaption> })}
            <DataTable table=chart.table links />
        </figure>
    }
    .into_any()
}

/// A plain table; first column and first row are headers.
#[component]
pub fn DataTable(
    /// The table.
    table: Table,
    /// Where each row's header leads; none: nowhere.
    #[prop(optional)]
    links: Vec<String>,
) -> impl IntoView {
    let name = table.caption.clone();
    let mut links = links.into_iter();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=name>
            <table>
                <caption>{table.caption}</caption>
                <thead>
                    <tr>{table.columns.into_iter().map(|c| view! { <th scope="col">{c}</th> }).collect_view()}</tr>
                </thead>
                <tbody>
                    {table
                        .rows
                        .into_iter()
                        .map(|row| {
                            let mut cells = row.into_iter();
                            let head = cells.next().unwrap_or_default();
                            let head = match links.next() {
                                Some(href) => view! { <a href=href>{head}</a> }.into_any(),
                                None => head.into_any(),
                            };
                            view! {
                                <tr>
                                    <th scope="row">{head}</th>
                                    {cells.map(|cell| view! { <td>{unbroken(&cell)}</td> }).collect_view()}
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A cell whose intervals stay on one line: at a dash they would be broken.
fn unbroken(cell: &str) -> AnyView {
    if !cell.contains('–') {
        return cell.to_owned().into_any();
    }
    let words = cell.split_inclusive(' ').map(|word| match word.contains('–') {
        true => view! { <span class="whole">{word.to_owned()}</span> }.into_any(),
        false => word.to_owned().into_any(),
    });
    words.collect::<Vec<_>>().into_any()
}
