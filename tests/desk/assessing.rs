//! Two who assess, texts that two may edit, and what tells who somebody is.

use super::{Desk, PASSWORD, problems, refusal};
use screening::evidence::{Evidence, EvidenceKind, IndicatorRating, Rating, Seen};
use screening::id::IndicatorId;
use workflow::evidence::Written;
use workflow::ratings::Settling;
use workflow::{Actor, Error, Problem, Role};

pub const SECOND: &str = "ole@kommune.dk";
const THIRD: &str = "ida@kommune.dk";

fn document(text: &str, indicators: &[&str]) -> Evidence {
    Evidence {
        kind: EvidenceKind::Document,
        title: "Husregler".into(),
        document_kind: "opslag".into(),
        date: "marts 2026".into(),
        text: text.into(),
        indicators: indicators.iter().map(|id| (*id).into()).collect(),
    }
}

fn id_of(actor: &Actor) -> String {
    actor.account().unwrap().id.clone()
}

fn settling(step: u8, reason: &str, before: u64) -> Settling {
    Settling { rating: Rating::Step(step), reason: reason.into(), before, sure: false }
}

/// Two more facilitators of the place.
pub async fn colleagues_come(desk: &Desk, id: &str) {
    let (flow, cli) = (&desk.flow, &Actor::CommandLine);
    let place = flow.screening(cli, id).await.unwrap().organisation.id;
    for (email, name) in [(SECOND, "Ole Lind"), (THIRD, "Ida Bak")] {
        flow.add_account(cli, email, name, PASSWORD, false).await.unwrap();
        flow.add_role(cli, email, &place, Role::Facilitator).await.unwrap();
    }
}

pub async fn a_text_is_asked_about_and_edited_by_two(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let maja = desk.facilitator().await;
    let named = document("Spørg Bente på 010203-1234 eller bente@sted.dk.", &["5.1"]);
    let asked = Written { evidence: named.clone(), sure: false };
    let told = vec!["Bente".to_owned(), "010203-1234".to_owned(), "bente@sted.dk".to_owned()];
    let found = problems(flow.add_evidence(&maja, id, asked).await);
    assert_eq!(found, [("text".to_owned(), Problem::MayTellWho(told))]);
    let place = document("Her på Bostedet Åkanden og i Nord gælder ti regler.", &["5.1"]);
    flow.add_evidence(&maja, id, Written { evidence: place, sure: false }).await.unwrap();

    // A double click is one.
    let before = flow.evidence(&maja, id).await.unwrap().len();
    for _ in 0..2 {
        flow.add_evidence(&maja, id, Written { evidence: named.clone(), sure: true }).await.unwrap();
    }
    let all = flow.evidence(&maja, id).await.unwrap();
    assert_eq!(all.len(), before + 1);
    let (key, _) = all.last().unwrap();

    // Both have it open; the second to save is told, and saves over what they have then seen.
    let (_, seen) = flow.one_evidence(&maja, id, key).await.unwrap();
    let ole = desk.signed_in(SECOND).await;
    flow.edit_evidence(&ole, id, key, seen, document("Oles tekst. 🌱 <b>fed</b>", &["5.1"])).await.unwrap();
    let mine = document("Majas tekst.", &["5.1", "5.2"]);
    let late = flow.edit_evidence(&maja, id, key, seen, mine.clone()).await;
    assert_eq!(refusal(late), Problem::Changed);
    let (now, seen) = flow.one_evidence(&maja, id, key).await.unwrap();
    assert_eq!(now.text, "Oles tekst. 🌱 <b>fed</b>");
    flow.edit_evidence(&maja, id, key, seen, mine).await.unwrap();
    assert_eq!(flow.one_evidence(&maja, id, key).await.unwrap().0.text, "Majas tekst.");
    let empty = flow.edit_evidence(&maja, id, key, seen + 1, document(" ", &[])).await;
    let fields: Vec<_> = problems(empty).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["text", "indicators"]);
    let gone = flow.edit_evidence(&maja, id, "ukendt", 0, document("x", &["5.1"])).await;
    assert!(matches!(gone, Err(Error::NotFound)));
}

pub async fn two_assess_each_for_themselves(desk: &Desk, id: &str) {
    let flow = &desk.flow;
    let (maja, ole, ida) =
        (desk.facilitator().await, desk.signed_in(SECOND).await, desk.signed_in(THIRD).await);
    for wrong in [id_of(&maja), "ukendt".to_owned()] {
        let refused = flow.name_second_assessor(&maja, id, &wrong).await;
        assert_eq!(problems(refused), [("second".to_owned(), Problem::NotAChoice)]);
    }
    flow.name_second_assessor(&maja, id, &id_of(&ole)).await.unwrap();
    assert_eq!(refusal(flow.name_second_assessor(&ida, id, &id_of(&ole)).await), Problem::Changed);
    let names: Vec<_> = flow.assessment(&maja, id).await.unwrap().colleagues;
    let names: Vec<_> = names.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Ida Bak", "Maja Holm", "Ole Lind"]);

    let (apart, alike): (IndicatorId, IndicatorId) = ("5.1".into(), "5.2".into());
    let settled = async || flow.ratings(&maja, id).await.unwrap();
    let held = settled().await;
    let seen = async |actor: &Actor| flow.assessment(actor, id).await.unwrap().of(&apart).clone();
    assert_eq!(refusal(flow.rate(&ida, id, &apart, Rating::Step(3)).await), Problem::NotAssessor);
    // One rated 2.1 alone before there were two.
    assert_eq!(refusal(flow.rate(&ole, id, &"2.1".into(), Rating::Step(1)).await), Problem::RatedAlone);

    flow.rate(&maja, id, &apart, Rating::Step(5)).await.unwrap();
    flow.rate(&maja, id, &apart, Rating::Step(2)).await.unwrap();
    assert!(matches!(seen(&maja).await, Seen::Own(own) if own.rating == Rating::Step(2)));
    for other in [&ole, &ida, &Actor::CommandLine] {
        assert_eq!(seen(other).await, Seen::Nothing, "{}", other.audit_name());
    }
    assert_eq!(settled().await, held, "a first rating counts nowhere");
    assert_eq!(flow.assessment(&ole, id).await.unwrap().agreement, None);
    let early = flow.settle_rating(&maja, id, &apart, settling(3, "Fordi.", 0)).await;
    assert_eq!(refusal(early), Problem::WrongState);

    flow.rate(&ole, id, &apart, Rating::Step(4)).await.unwrap();
    for anyone in [&maja, &ole, &ida] {
        let Seen::Apart(firsts) = seen(anyone).await else { panic!("both are in, apart") };
        let mut given = firsts.map(|one| one.rating);
        given.sort_by_key(|rating| format!("{rating:?}"));
        assert_eq!(given, [Rating::Step(2), Rating::Step(4)]);
    }
    // Who has seen the other's does not change their own.
    assert_eq!(refusal(flow.rate(&maja, id, &apart, Rating::Step(4)).await), Problem::BothRated);
    assert_eq!(settled().await, held);

    let wordless = flow.settle_rating(&maja, id, &apart, settling(3, " ", 0)).await;
    assert_eq!(problems(wordless), [("reason".to_owned(), Problem::Empty)]);
    let naming = flow.settle_rating(&maja, id, &apart, settling(3, "Det siger Bente også.", 0)).await;
    assert_eq!(problems(naming), [("reason".to_owned(), Problem::MayTellWho(vec!["Bente".to_owned()]))]);
    let other = flow.settle_rating(&ida, id, &apart, settling(3, "Fordi.", 0)).await;
    assert_eq!(refusal(other), Problem::NotAssessor);
    flow.settle_rating(&maja, id, &apart, settling(3, "Reglerne er lavet af alle.", 0)).await.unwrap();
    let late = flow.settle_rating(&ole, id, &apart, settling(4, "En anden grund.", 0)).await;
    assert_eq!(refusal(late), Problem::Changed);
    flow.settle_rating(&ole, id, &apart, settling(4, "Reglerne er lavet sammen.", 1)).await.unwrap();
    let Seen::Holds { rating, firsts: Some(firsts), settlement: Some(kept) } = seen(&maja).await else {
        panic!("settled, with what came before")
    };
    assert_eq!((rating.rating, kept.reason.as_str()), (Rating::Step(4), "Reglerne er lavet sammen."));
    assert_eq!(
        firsts.each_ref().map(|one| one.rating == Rating::Step(2)).iter().filter(|is| **is).count(),
        1
    );

    // Alike is agreed. One that waits for its other is one alone when there are not two any more.
    flow.rate(&ole, id, &alike, Rating::Step(1)).await.unwrap();
    flow.rate(&maja, id, &alike, Rating::Step(1)).await.unwrap();
    let agreement = flow.assessment(&ida, id).await.unwrap().agreement.unwrap();
    assert_eq!((agreement.indicators, agreement.same, agreement.kappa), (2, 1, None));
    flow.rate(&ole, id, &"2.2".into(), Rating::Step(5)).await.unwrap();
    flow.end_second_assessor(&maja, id).await.unwrap();
    assert_eq!(refusal(flow.end_second_assessor(&maja, id).await), Problem::Changed);
    let alone = |indicator: &str, step| IndicatorRating {
        indicator: indicator.into(),
        rating: Rating::Step(step),
        after_picture: false,
    };
    let expected = [alone("2.1", 4), alone("2.2", 5), alone("5.1", 4), alone("5.2", 1)];
    assert_eq!(settled().await, expected);
    assert_eq!(refusal(flow.rate(&maja, id, &apart, Rating::Step(5)).await), Problem::BothRated);

    // With the last that was written about them, both first ratings and what was settled go.
    for (key, one) in flow.evidence(&maja, id).await.unwrap() {
        if one.title == "Husregler" {
            flow.remove_evidence(&maja, id, &key).await.unwrap();
        }
    }
    assert_eq!(settled().await, expected[..2]);
    flow.add_evidence(&maja, id, document("Nye regler.", &["5.1"])).await.unwrap();
    assert_eq!(seen(&maja).await, Seen::Nothing);
    let (key, _) = flow.evidence(&maja, id).await.unwrap().pop().unwrap();
    flow.remove_evidence(&maja, id, &key).await.unwrap();
    // The newest of those who rate alone holds, and the next chapter's is a minute later.
    desk.clock.pass(1);
}
