//! The figures as files to keep.

use super::scene::Scene;
use crate::pages::desk::statements::STATEMENTS;
use leptos::prelude::*;

/// A link to each file, the one most people want on top.
#[component]
pub fn FigureFiles(
    /// What is shown.
    scene: Scene,
) -> impl IntoView {
    let words = &scene.page.words.desk.picture;
    let files = [
        ("tal.xlsx", &words.xlsx),
        ("tal-excel.csv", &words.excel_csv),
        ("tal.csv", &words.csv),
        ("tal.json", &words.json),
        ("datapakke.zip", &words.package),
    ];
    let files = files
        .map(|(file, label)| view! { <li><a href=scene.course.address(file)>{label.as_str()}</a></li> })
        .collect_view();
    let statements = &scene.page.words.desk.statements;
    view! {
        <ul class="ways">{files}</ul>
        <p><a href=scene.course.address(STATEMENTS)>{statements.link.as_str()}</a></p>
    }
    .into_any()
}
