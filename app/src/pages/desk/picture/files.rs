//! The figures as files to keep.

use super::scene::Scene;
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
    view! { <ul class="ways">{files}</ul> }.into_any()
}
