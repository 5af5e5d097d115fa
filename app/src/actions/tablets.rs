//! Shared tablets: started where one is signed in, and ended from anywhere.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use crate::pages::desk::tablet::TABLET;
use crate::session;
use crate::speaking;
use crate::tablet::{self, START, Tablet};
use leptos::prelude::*;
use workflow::tablets::Setting;

/// Makes this browser a shared tablet, which signs out whoever does it.
#[server(endpoint = "start-tablet")]
pub async fn start_tablet(
    #[server(default)] screening: String,
    #[server(default)] group: String,
    #[server(default)] language: String,
    #[server(default)] minutes: String,
) -> Result<(), AppError> {
    let post = Post::from_page(&address(&screening, TABLET))?;
    let post = post.remember("group", &group).remember("language", &language).remember("minutes", &minutes);
    let session = session::token(&post.jar, session::SESSION);
    let setting = Setting { group: group.as_str().into(), language, minutes };
    let done = async {
        let actor = post.actor().await?;
        let workflow = &post.state.workflow;
        let (token, minutes) = workflow.start_tablet(&actor, session.as_ref(), &screening, &setting).await?;
        if let Some(session) = &session {
            post.state.uploads.forget_session(session);
            post.state.instrument_uploads.forget_session(session);
        }
        let language = speaking::known(&setting.language).unwrap_or_default();
        post.forget(tablet::swept(&post.state, &post.jar));
        post.set_cookie(&Tablet { token, language, minutes }.cookie(&post.state));
        Ok(Next::Page(START.to_owned()))
    }
    .await;
    post.finish(done)
}

/// Ends every tablet of a screening.
#[server(endpoint = "end-tablets")]
pub async fn end_tablets(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening, TABLET);
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.end_tablets(&actor, &screening).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}
