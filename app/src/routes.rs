//! Every page and every server function, each with who may ask for it: the router and the authorisation test
//! read the same list.

use crate::error::UNREADABLE;
use crate::pages;
use crate::state::AppState;
use axum::Router;
use axum::extract::Request;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use http::header;
use leptos::prelude::provide_context;

/// Who may ask for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everyone.
    Anyone,
    /// A browser that holds the token of a questionnaire.
    Respondent,
    /// Anyone with an account; what they see is theirs.
    Account,
    /// A facilitator of the screening's organisation.
    Facilitator,
    /// A leader or facilitator of the organisation.
    Reader,
    /// Whoever runs the installation.
    Administrator,
}

/// One page.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// `get` or `post`.
    pub method: &'static str,
    /// The path, `{id}` being a screening.
    pub path: &'static str,
    /// Who may ask.
    pub access: Access,
}

macro_rules! routes {
    ($($access:ident $method:ident $path:literal => $handler:path;)*) => {
        /// Every page.
        pub const ROUTES: &[Route] = &[
            $(Route { method: stringify!($method), path: $path, access: Access::$access },)*
        ];

        fn pages() -> Router<AppState> {
            Router::new()$(.route($path, $method($handler)))*
        }
    };
}

routes! {
    Anyone get "/" => pages::start::get;
    Anyone get "/til/{link}" => pages::link::get;
    Anyone get "/tablet" => pages::tablet::get;
    Anyone get "/tablet/slut" => pages::tablet::done;
    Anyone get "/tablet/er-du-her" => pages::tablet::still;
    Anyone get "/tablet/forladt" => pages::tablet::left;
    Anyone get "/stem" => pages::vote::start;
    Anyone get "/stem/{code}" => pages::vote::get;
    Anyone get "/fortsaet" => pages::answer::resume::get;
    Anyone get "/svar/i-brug" => pages::answer::in_use::get;
    Anyone get "/svar/kvittering" => pages::answer::receipt::get;
    Anyone get "/svar/stoppet" => pages::answer::stopped::get;
    Respondent get "/svar" => pages::answer::before::get;
    Respondent get "/svar/emne/{number}" => pages::answer::topic::get;
    Respondent get "/svar/emne/{number}/{statement}" => pages::answer::topic::statement;
    Respondent get "/svar/sidste" => pages::answer::last::get;
    Respondent get "/svar/se-igennem" => pages::answer::look_through::get;
    Respondent get "/svar/gemt" => pages::answer::kept::get;
    Respondent get "/svar/pause" => pages::answer::pause::get;
    Anyone get "/hjaelper" => pages::answer::helper::get;
    Anyone get "/rettigheder" => pages::info::rights;
    Anyone get "/saadan-virker-det" => pages::info::how;
    Anyone get "/tilgaengelighed" => pages::info::accessibility;
    Anyone get "/was" => pages::info::accessibility;
    Account get "/screeninger" => pages::desk::list::get;
    Account get "/screeninger/ny" => pages::desk::create::get;
    Account get "/redskaber" => pages::desk::instruments::list::get;
    Account get "/redskaber/hent-ind" => pages::desk::instruments::take_in::get;
    Account get "/redskaber/hent-ind/gennemsyn" => pages::desk::instruments::take_in::look;
    Facilitator get "/redskaber/{key}" => pages::desk::instruments::read::get;
    Facilitator get "/redskaber/{key}/punkt/{point}" => pages::desk::instruments::beside::get;
    Facilitator get "/redskaber/{key}/gruppe/{group}" => pages::desk::instruments::asked::get;
    Facilitator get "/redskaber/{key}/aendringer" => pages::desk::instruments::changes::get;
    Facilitator get "/redskaber/{key}/udkast" => pages::desk::instruments::draft::get;
    Facilitator get "/redskaber/{key}/udkast/gennemgang" => pages::desk::instruments::review::get;
    Facilitator get "/redskaber/{key}/udkast/fjern/{kind}/{part}" => pages::desk::instruments::remove::get;
    Facilitator get "/redskaber/{key}/udkast/tekster" => pages::desk::instruments::part::whole;
    Facilitator get "/redskaber/{key}/udkast/opbygning" => pages::desk::instruments::shape::get;
    Facilitator get "/redskaber/{key}/udkast/sprog/{language}" => pages::desk::instruments::unsaid::get;
    Facilitator get "/redskaber/{key}/udkast/skala" => pages::desk::instruments::part::scale;
    Facilitator get "/redskaber/{key}/udkast/svarer/{group}" => pages::desk::instruments::part::group;
    Facilitator get "/redskaber/{key}/udkast/vaerdi/{value}" => pages::desk::instruments::part::value;
    Facilitator get "/redskaber/{key}/udkast/ord/{name}" => pages::desk::instruments::part::name;
    Facilitator get "/redskaber/{key}/udkast/graenser" => pages::desk::instruments::part::signals;
    Facilitator get "/redskaber/{key}/udkast/hent-ind" => pages::desk::instruments::replace::get;
    Facilitator get "/redskaber/{key}/udkast/hent-ind/gennemsyn" => pages::desk::instruments::replace::compare;
    Facilitator get "/redskaber/{key}/udkast/punkt/{point}" => pages::desk::instruments::part::point;
    Facilitator get "/redskaber/{key}/udkast/indikator/{indicator}" => pages::desk::instruments::part::indicator;
    Account get "/oevelse" => pages::desk::practice::get;
    Facilitator get "/screeninger/{id}/oevelse" => pages::desk::practice_walk::get;
    Facilitator get "/screeninger/{id}" => pages::desk::overview::get;
    Facilitator get "/screeninger/{id}/forbered" => pages::desk::prepare::get;
    Facilitator get "/screeninger/{id}/forbered/klar" => pages::desk::prepare_ready::get;
    Facilitator get "/screeninger/{id}/forbered/lille-sted" => pages::desk::prepare_small::get;
    Facilitator get "/screeninger/{id}/databeskyttelse" => pages::desk::data_protection::get;
    Facilitator get "/screeninger/{id}/tidsplan" => pages::desk::dates::get;
    Facilitator get "/screeninger/{id}/breve" => pages::desk::letters::get;
    Facilitator get "/screeninger/{id}/breve/{letter}" => pages::desk::letters::one;
    Facilitator get "/screeninger/{id}/koder" => pages::desk::codes::get;
    Facilitator post "/screeninger/{id}/koder" => pages::desk::codes::post;
    Facilitator post "/screeninger/{id}/koder/flere" => pages::desk::codes::extra;
    Facilitator post "/screeninger/{id}/koder.csv" => pages::desk::codes::csv;
    Facilitator get "/screeninger/{id}/indsaml" => pages::desk::collect::get;
    Facilitator get "/screeninger/{id}/tablet" => pages::desk::tablet::get;
    Facilitator get "/screeninger/{id}/haefter" => pages::desk::typing::get;
    Facilitator get "/screeninger/{id}/haefter/side/{number}" => pages::desk::typing_page::get;
    Facilitator get "/screeninger/{id}/haefter/forskelle" => pages::desk::typing_differences::get;
    Facilitator get "/screeninger/{id}/slet" => pages::desk::by_date::delete;
    Facilitator get "/screeninger/{id}/stop" => pages::desk::stop::get;
    Facilitator get "/screeninger/{id}/sletning" => pages::desk::retention::get;
    Administrator get "/sletning" => pages::desk::retention::all;
    Facilitator get "/screeninger/{id}/hent-ind" => pages::desk::import::get;
    Facilitator get "/screeninger/{id}/hent-ind/kolonner" => pages::desk::import_columns::get;
    Facilitator get "/screeninger/{id}/hent-ind/gennemsyn" => pages::desk::import_preview::get;
    Facilitator get "/screeninger/{id}/dokumenter" => pages::desk::evidence::get;
    Facilitator get "/screeninger/{id}/dokumenter/{indicator}" => pages::desk::evidence_indicator::get;
    Facilitator get "/screeninger/{id}/dokumenter/ny/{kind}" => pages::desk::evidence_write::new;
    Facilitator get "/screeninger/{id}/dokumenter/ret/{evidence}" => pages::desk::evidence_write::edit;
    Facilitator get "/screeninger/{id}/billede" => pages::desk::picture::get;
    Facilitator get "/screeninger/{id}/billede/{part}" => pages::desk::picture::part::get;
    Facilitator get "/screeninger/{id}/udsagn" => pages::desk::statements::get;
    Facilitator get "/screeninger/{id}/siden-sidst" => pages::desk::since::get;
    Facilitator get "/screeninger/{id}/over-tid" => pages::desk::over_time::get;
    Facilitator get "/screeninger/{id}/over-tid/{point}" => pages::desk::over_time::point;
    Facilitator get "/screeninger/{id}/igen" => pages::desk::again::get;
    Facilitator get "/screeninger/{id}/kommentarer" => pages::desk::comments::get;
    Facilitator get "/screeninger/{id}/kommentarer/bekymring" => pages::desk::worry::get;
    Facilitator get "/screeninger/{id}/hoering/{number}" => pages::desk::hearing::get;
    Facilitator get "/screeninger/{id}/hoering/{number}/rum" => pages::desk::hearing_room::get;
    Facilitator get "/screeninger/{id}/hoering/{number}/skaerm/{place}" => pages::desk::hearing_stage::get;
    Facilitator get "/screeninger/{id}/hoering/{number}/materiale" => pages::desk::hearing_material::get;
    Facilitator get "/screeninger/{id}/hoering/{number}/referat" => pages::desk::hearing_record::get;
    Facilitator get "/screeninger/{id}/rapport" => pages::desk::report::get;
    Facilitator get "/screeninger/{id}/rapport/visning" => pages::desk::report::preview;
    Facilitator get "/screeninger/{id}/udvikling" => pages::desk::plan::get;
    Facilitator get "/screeninger/{id}/udvikling/ny/{proposal}" => pages::desk::plan_part::new;
    Facilitator get "/screeninger/{id}/udvikling/maal/{goal}" => pages::desk::plan_goal::get;
    Facilitator get "/screeninger/{id}/udvikling/maal/{goal}/opfoelgning" => pages::desk::plan_follow_up::get;
    Facilitator get "/screeninger/{id}/udvikling/maal/{goal}/{part}" => pages::desk::plan_part::get;
    Facilitator get "/screeninger/{id}/udvikling/i-sagde" => pages::desk::plan_told::get;
    Facilitator get "/screeninger/{id}/rapport/version/{version}" => pages::desk::report_release::version;
    Facilitator get "/screeninger/{id}/overlevering" => pages::desk::hand_over::get;
    Account get "/konto" => pages::account::get;
    Account get "/konto/to-trin" => pages::second_step::get;
    Account get "/konto/adgangskode" => pages::own_password::get;
    Administrator get "/administration" => pages::administration::get;
    Administrator get "/administration/drift" => pages::administration_health::get;
    Administrator get "/administration/konti" => pages::administration_accounts::get;
    Administrator get "/administration/databeskyttelse" => pages::administration_protection::get;
    Administrator get "/administration/tilgaengelighed" => pages::administration_statement::get;
    Administrator get "/administration/konti/ny" => pages::administration_new::account;
    Administrator get "/administration/konti/{id}" => pages::administration_account::get;
    Administrator get "/administration/steder" => pages::administration_new::places;
    Administrator get "/administration/log" => pages::administration_log::get;
    Administrator get "/administration/log/kontrol" => pages::administration_log::check;
    Account get "/rapporter" => pages::leader::list::get;
    Reader get "/rapporter/{id}" => pages::leader::report::get;
    Reader get "/rapporter/{id}/plan" => pages::leader::plan::get;
    Reader get "/rapporter/{id}/paa-tvaers" => pages::leader::leave::get;
    Administrator get "/paa-tvaers" => pages::across::get;
    Anyone get "/haandbog" => pages::handbook::get;
    Anyone get "/haandbog/samlet" => pages::handbook::whole;
    Anyone get "/haandbog/{chapter}" => pages::handbook::one;
    Anyone get "/log-ind" => pages::sign_in::get;
    Anyone get "/log-ind/kode" => pages::sign_in_code::get;
    Anyone get "/log-ind/hos" => pages::sign_on::begin;
    Anyone get "/log-ind/retur" => pages::sign_on::back;
    Anyone get "/glemt-adgangskode" => pages::password::forgotten;
    Anyone get "/ny-adgangskode/{token}" => pages::password::choose;
    Anyone get "/foerste-gang/{token}" => pages::first::get;
    Anyone get "/fejl" => pages::message::fault;
    Anyone get "/findes-ikke" => pages::message::not_found;
}

/// Where files are posted to, which may be longer than a form.
pub const UPLOADS: &[Route] = &[
    Route { method: "post", path: "/screeninger/{id}/hent-ind/fil", access: Access::Facilitator },
    Route { method: "post", path: "/screeninger/{id}/bilag/til/{evidence}", access: Access::Facilitator },
    Route { method: "post", path: "/redskaber/hent-ind/fil", access: Access::Account },
    Route { method: "post", path: "/redskaber/{key}/udkast/hent-ind/fil", access: Access::Facilitator },
];

/// The routes of [`UPLOADS`], apart from the others for a limit of their own.
pub fn uploads_router(state: AppState) -> Router {
    Router::new()
        .route("/screeninger/{id}/hent-ind/fil", post(crate::actions::upload::upload))
        .route("/screeninger/{id}/bilag/til/{evidence}", post(crate::actions::attach::attach))
        .route("/redskaber/hent-ind/fil", post(crate::actions::taking_in::upload))
        .route("/redskaber/{key}/udkast/hent-ind/fil", post(crate::actions::taking_in::upload_into))
        .with_state(state)
}

/// Every server function by its endpoint, with who may call it.
pub const ACTIONS: &[(&str, Access)] = &[
    ("/api/answer/begin", Access::Anyone),
    ("/api/answer/begin-link", Access::Anyone),
    ("/api/answer/resume", Access::Anyone),
    ("/api/answer/begin-tablet", Access::Anyone),
    ("/api/answer/leave", Access::Anyone),
    ("/api/answer/page", Access::Respondent),
    ("/api/answer/last", Access::Respondent),
    ("/api/answer/pause", Access::Respondent),
    ("/api/answer/send", Access::Respondent),
    ("/api/answer/keep-here", Access::Respondent),
    ("/api/create-screening", Access::Facilitator),
    ("/api/copy-instrument", Access::Facilitator),
    ("/api/take-in-instrument", Access::Facilitator),
    ("/api/replace-instrument-draft", Access::Facilitator),
    ("/api/begin-instrument-draft", Access::Facilitator),
    ("/api/write-instrument", Access::Facilitator),
    ("/api/reshape-instrument", Access::Facilitator),
    ("/api/publish-instrument", Access::Facilitator),
    ("/api/drop-instrument-draft", Access::Facilitator),
    ("/api/start-again", Access::Facilitator),
    ("/api/save-settings", Access::Facilitator),
    ("/api/start-practice", Access::Facilitator),
    ("/api/end-practice", Access::Facilitator),
    ("/api/remove-note", Access::Facilitator),
    ("/api/delete-pilot", Access::Facilitator),
    ("/api/save-readiness", Access::Facilitator),
    ("/api/choose-small-way", Access::Facilitator),
    ("/api/save-schedule", Access::Facilitator),
    ("/api/open-screening", Access::Facilitator),
    ("/api/switch-open-link", Access::Facilitator),
    ("/api/start-tablet", Access::Facilitator),
    ("/api/end-tablets", Access::Facilitator),
    ("/api/correct-invited", Access::Facilitator),
    ("/api/begin-typing", Access::Facilitator),
    ("/api/open-booklet", Access::Facilitator),
    ("/api/type-page", Access::Facilitator),
    ("/api/type-last", Access::Facilitator),
    ("/api/settle-booklet", Access::Facilitator),
    ("/api/save-by-date", Access::Facilitator),
    ("/api/begin-closing", Access::Facilitator),
    ("/api/end-closing", Access::Facilitator),
    ("/api/stop-screening", Access::Facilitator),
    ("/api/delete-screening", Access::Facilitator),
    ("/api/save-retention", Access::Facilitator),
    ("/api/save-log-months", Access::Administrator),
    ("/api/write-statement", Access::Administrator),
    ("/api/write-controller", Access::Administrator),
    ("/api/choose-sheet", Access::Facilitator),
    ("/api/map-columns", Access::Facilitator),
    ("/api/import-answers", Access::Facilitator),
    ("/api/forget-file", Access::Facilitator),
    ("/api/forget-mapping", Access::Facilitator),
    ("/api/save-evidence", Access::Facilitator),
    ("/api/remove-evidence", Access::Facilitator),
    ("/api/switch-attachments", Access::Facilitator),
    ("/api/remove-attachment", Access::Facilitator),
    ("/api/rate", Access::Facilitator),
    ("/api/settle-rating", Access::Facilitator),
    ("/api/name-second-assessor", Access::Facilitator),
    ("/api/end-second-assessor", Access::Facilitator),
    ("/api/decide-comment", Access::Facilitator),
    ("/api/look-again", Access::Facilitator),
    ("/api/name-second-reader", Access::Facilitator),
    ("/api/mark-worrying", Access::Facilitator),
    ("/api/plan-hearing", Access::Facilitator),
    ("/api/invite-people", Access::Facilitator),
    ("/api/count-room", Access::Facilitator),
    ("/api/decide-below", Access::Facilitator),
    ("/api/change-agenda", Access::Facilitator),
    ("/api/write-minute-line", Access::Facilitator),
    ("/api/remove-minute-line", Access::Facilitator),
    ("/api/approve-minutes", Access::Facilitator),
    ("/api/add-sitting", Access::Facilitator),
    ("/api/remove-sitting", Access::Facilitator),
    ("/api/open-vote", Access::Facilitator),
    ("/api/close-vote", Access::Facilitator),
    ("/api/count-dots", Access::Facilitator),
    ("/api/enter-vote", Access::Anyone),
    ("/api/cast-vote", Access::Anyone),
    ("/api/edit-sentences", Access::Facilitator),
    ("/api/release-report", Access::Facilitator),
    ("/api/write-goal", Access::Facilitator),
    ("/api/change-goal", Access::Facilitator),
    ("/api/remove-goal", Access::Facilitator),
    ("/api/save-told", Access::Facilitator),
    ("/api/read-draft-through", Access::Facilitator),
    ("/api/record-talk", Access::Facilitator),
    ("/api/save-hand-over", Access::Facilitator),
    ("/api/answer-report", Access::Reader),
    ("/api/give-leave", Access::Reader),
    ("/api/take-leave-back", Access::Reader),
    ("/api/make-tally", Access::Administrator),
    ("/api/set-up", Access::Anyone),
    ("/api/forgot-password", Access::Anyone),
    ("/api/set-password", Access::Anyone),
    ("/api/make-password-link", Access::Administrator),
    ("/api/invite-account", Access::Administrator),
    ("/api/give-role", Access::Administrator),
    ("/api/take-role", Access::Administrator),
    ("/api/set-administrator", Access::Administrator),
    ("/api/close-account", Access::Administrator),
    ("/api/end-account-sessions", Access::Administrator),
    ("/api/erase-account", Access::Administrator),
    ("/api/add-organisation", Access::Administrator),
    ("/api/save-time-zones", Access::Administrator),
    ("/api/end-sessions", Access::Account),
    ("/api/change-password", Access::Account),
    ("/api/give-code", Access::Anyone),
    ("/api/offer-second-step", Access::Account),
    ("/api/begin-second-step", Access::Account),
    ("/api/change-second-step", Access::Account),
    ("/api/take-off-second-step", Access::Administrator),
    ("/api/require-second-step", Access::Administrator),
    ("/api/try-mail", Access::Administrator),
    ("/api/remind-me", Access::Account),
    ("/api/preferences", Access::Anyone),
    ("/api/language", Access::Anyone),
    ("/api/sign-in", Access::Anyone),
    ("/api/sign-out", Access::Anyone),
];

/// The pages and server functions.
pub fn router(state: AppState) -> Router {
    let context = state.clone();
    let functions = move |request: Request| {
        let state = context.clone();
        let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
        let person = accept.is_some_and(|accept| accept.contains("text/html"));
        async move {
            let context = move || provide_context(state.clone());
            let response =
                leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
            // A person gets a page and no JSON: the bare status, which is put in words further out.
            if person && response.status() == UNREADABLE { UNREADABLE.into_response() } else { response }
        }
    };
    pages().route("/api/{*function}", post(functions)).fallback(pages::message::not_found).with_state(state)
}

#[cfg(test)]
mod tests {
    use super::ACTIONS;
    use std::collections::BTreeSet;

    #[test]
    fn every_server_function_says_who_may_call_it() {
        let known: BTreeSet<_> = ACTIONS.iter().map(|(path, _)| (*path).to_owned()).collect();
        let there: BTreeSet<_> =
            leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
        assert_eq!(there, known);
    }
}
