//! Ratings, and who gives them.
#![expect(missing_docs, reason = "the macro turns each parameter, a form field, into a public field")]

use super::{Next, Post};
use crate::error::AppError;
use crate::pages::desk::course::address;
use leptos::prelude::*;
use screening::evidence::Rating;
use screening::id::IndicatorId;
use workflow::ratings::Settling;
use workflow::{Error, Problem};

/// Rates an indicator.
#[server(endpoint = "rate")]
pub async fn rate(
    #[server(default)] screening: String,
    #[server(default)] indicator: String,
    #[server(default)] rating: String,
) -> Result<(), AppError> {
    let page = address(&screening, &format!("dokumenter/{indicator}"));
    let post = Post::from_page(&page)?.remember("rating", &rating);
    let done = async {
        let actor = post.actor().await?;
        let id = IndicatorId::from(indicator.as_str());
        post.state.workflow.rate(&actor, &screening, &id, chosen(&rating)?).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Agrees on a rating.
#[server(endpoint = "settle-rating")]
pub async fn settle_rating(
    #[server(default)] screening: String,
    #[server(default)] indicator: String,
    #[server(default)] rating: String,
    #[server(default)] reason: String,
    #[server(default)] before: u64,
    #[server(default)] sure: String,
) -> Result<(), AppError> {
    let page = address(&screening, &format!("dokumenter/{indicator}"));
    let post = Post::from_page(&page)?.remember("rating", &rating).remember("reason", &reason);
    let done = async {
        let actor = post.actor().await?;
        let id = IndicatorId::from(indicator.as_str());
        let settling = Settling { rating: chosen(&rating)?, reason, before, sure: !sure.is_empty() };
        post.state.workflow.settle_rating(&actor, &screening, &id, settling).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// Names a second assessor beside the one who asks.
#[server(endpoint = "name-second-assessor")]
pub async fn name_second_assessor(
    #[server(default)] screening: String,
    #[server(default)] second: String,
) -> Result<(), AppError> {
    let page = address(&screening, "dokumenter");
    let post = Post::from_page(&page)?.remember("second", &second);
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.name_second_assessor(&actor, &screening, &second).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

/// One assesses alone again.
#[server(endpoint = "end-second-assessor")]
pub async fn end_second_assessor(#[server(default)] screening: String) -> Result<(), AppError> {
    let page = address(&screening, "dokumenter");
    let post = Post::from_page(&page)?;
    let done = async {
        let actor = post.actor().await?;
        post.state.workflow.end_second_assessor(&actor, &screening).await?;
        Ok(Next::Saved(page.clone()))
    }
    .await;
    post.finish(done)
}

fn chosen(rating: &str) -> workflow::Result<Rating> {
    match rating {
        "insufficient" => Ok(Rating::Insufficient),
        step => step.parse().map(Rating::Step).map_err(|_| Error::field("rating", Problem::NotAChoice)),
    }
}
