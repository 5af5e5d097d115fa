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

/// A plain table; first column and first row are headers.
#[component]
pub fn DataTable(
    /// The table.
    table: Table,
) -> impl IntoView {
    let name = table.caption.clone();
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
                            view! {
                                <tr>
                                    <th scope="row">{head}</th>
                                    {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
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
