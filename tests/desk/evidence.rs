//! Documents, observations, ratings.

use super::{Desk, problems, refusal};
use screening::evidence::{Evidence, EvidenceKind, IndicatorRating, Rating};
use workflow::{Actor, Error, Problem};

fn observation(indicators: &[&str]) -> Evidence {
    Evidence {
        kind: EvidenceKind::Observation,
        title: " Fællesrummet ".into(),
        document_kind: "ugeplan".into(),
        date: "3. november".into(),
        text: "Ugens plan hænger på tavlen.\r\nBeboerne skriver selv på den.".into(),
        indicators: indicators.iter().map(|id| (*id).into()).collect(),
    }
}

fn rated(indicator: &str, rating: Rating, after_picture: bool) -> IndicatorRating {
    IndicatorRating { indicator: indicator.into(), rating, after_picture }
}

pub async fn writing_comes_before_rating(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let actor = desk.facilitator().await;
    let indicator = "2.1".into();
    assert_eq!(refusal(flow.rate(&actor, id, &indicator, Rating::Step(4)).await), Problem::NothingWritten);

    let empty = Evidence { title: " ".into(), text: "\n".into(), ..observation(&[]) };
    let found = problems(flow.add_evidence(&actor, id, empty).await);
    let fields = found.iter().map(|(field, problem)| (field.as_str(), problem)).collect::<Vec<_>>();
    assert_eq!(
        fields,
        [("title", &Problem::Empty), ("text", &Problem::Empty), ("indicators", &Problem::Empty)]
    );
    let wrong = Evidence { text: "å".repeat(5001), ..observation(&["9.9"]) };
    let found = problems(flow.add_evidence(&actor, id, wrong).await);
    assert_eq!(
        found,
        [("text".to_owned(), Problem::TooLong(5000)), ("indicators".to_owned(), Problem::NotAChoice)]
    );

    flow.add_evidence(&actor, id, observation(&["2.2", "2.1", "2.1"])).await.unwrap();
    desk.clock.pass(1);
    let document = Evidence { kind: EvidenceKind::Document, ..observation(&["3.1"]) };
    flow.add_evidence(&actor, id, document).await.unwrap();
    let kept = flow.evidence(&actor, id).await.unwrap();
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[0].1.title, "Fællesrummet");
    assert_eq!(kept[0].1.document_kind, "", "what is seen is no kind of document");
    assert_eq!(kept[0].1.text, "Ugens plan hænger på tavlen.\nBeboerne skriver selv på den.");
    assert_eq!(kept[0].1.indicators, ["2.1".into(), "2.2".into()], "each once, in the instrument's order");
    assert_eq!(kept[1].1.document_kind, "ugeplan");

    for step in [0, 6] {
        let out = flow.rate(&actor, id, &indicator, Rating::Step(step)).await;
        assert_eq!(problems(out), [("rating".to_owned(), Problem::NotANumber(1, 5))]);
    }
    let unknown = flow.rate(&actor, id, &"9.9".into(), Rating::Step(3)).await;
    assert_eq!(problems(unknown), [("indicator".to_owned(), Problem::NotAChoice)]);
    assert!(matches!(
        flow.rate(&Actor::CommandLine, id, &indicator, Rating::Step(3)).await,
        Err(Error::NotSignedIn)
    ));
    flow.rate(&actor, id, &indicator, Rating::Step(2)).await.unwrap();
    flow.rate(&actor, id, &indicator, Rating::Step(4)).await.unwrap();
    flow.rate(&actor, id, &"3.1".into(), Rating::Insufficient).await.unwrap();
    let expected = [rated("2.1", Rating::Step(4), false), rated("3.1", Rating::Insufficient, false)];
    assert_eq!(flow.ratings(&actor, id).await.unwrap(), expected);

    // With the last that was written about it, a rating goes.
    flow.remove_evidence(&actor, id, &kept[1].0).await.unwrap();
    assert_eq!(flow.ratings(&actor, id).await.unwrap(), expected[..1]);
    assert!(matches!(flow.remove_evidence(&actor, id, &kept[1].0).await, Err(Error::NotFound)));
}

pub async fn a_rating_after_the_picture_says_so(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let actor = desk.facilitator().await;
    // What the list of screenings asks shows no figure.
    flow.hearing_progress(&actor, id, screening::hearing::HearingNumber::First).await.unwrap();
    assert!(!flow.screening(&actor, id).await.unwrap().picture_opened);
    flow.rate(&actor, id, &"2.2".into(), Rating::Step(1)).await.unwrap();
    let view = flow.picture(&actor, id).await.unwrap();
    assert!(view.screening.picture.is_none() && view.screening.picture_opened);
    let submitted = view.published.groups.iter().map(|one| one.submitted).collect::<Vec<_>>();
    assert_eq!(submitted, [1, 4, 12]);
    assert!(!view.signals.is_empty());
    flow.rate(&actor, id, &"2.1".into(), Rating::Step(3)).await.unwrap();
    assert_eq!(
        flow.ratings(&actor, id).await.unwrap(),
        [rated("2.1", Rating::Step(3), true), rated("2.2", Rating::Step(1), false)]
    );
}
