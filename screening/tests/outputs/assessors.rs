//! Two who assess: what each may see, which rating holds, and how far they agreed.

use proptest::prelude::*;
use screening::evidence::{Given, IndicatorRating, Rating, Ratings, Seen, Settlement, agreement, kappa};
use screening::language;

fn given(indicator: &str, assessor: &str, step: u8, blind: bool) -> Given {
    let rating = if step == 0 { Rating::Insufficient } else { Rating::Step(step) };
    Given { indicator: indicator.into(), assessor: assessor.to_owned(), rating, after_picture: false, blind }
}

fn ratings(given: Vec<Given>) -> Ratings {
    Ratings { given, settlements: Vec::new() }
}

fn holds(indicator: &str, rating: Rating, after_picture: bool) -> IndicatorRating {
    IndicatorRating { indicator: indicator.into(), rating, after_picture }
}

#[test]
fn nobody_learns_of_a_first_rating_before_both_are_in() {
    let one = ratings(vec![given("2.1", "maja", 2, true)]);
    assert_eq!(one.seen_by(Some("maja"), &"2.1".into()), Seen::Own(given("2.1", "maja", 2, true)));
    for other in [Some("ole"), Some("ida"), None] {
        assert_eq!(one.seen_by(other, &"2.1".into()), Seen::Nothing, "{other:?}");
    }
    assert_eq!(one.settled(), []);
    assert_eq!(one.pairs(), []);

    let both = ratings(vec![given("2.1", "ole", 4, true), given("2.1", "maja", 2, true)]);
    let apart = Seen::Apart([given("2.1", "maja", 2, true), given("2.1", "ole", 4, true)]);
    for anyone in [Some("maja"), Some("ole"), Some("ida"), None] {
        assert_eq!(both.seen_by(anyone, &"2.1".into()), apart, "{anyone:?}");
    }
    assert_eq!(both.settled(), [], "apart: nothing holds before they have spoken");
}

#[test]
fn what_both_gave_alike_holds_and_what_was_settled_keeps_its_firsts() {
    let alike = ratings(vec![given("2.1", "ole", 3, true), given("2.1", "maja", 3, true)]);
    assert_eq!(alike.settled(), [holds("2.1", Rating::Step(3), false)]);

    let mut apart = ratings(vec![given("2.1", "ole", 0, true), given("2.1", "maja", 4, true)]);
    let settlement = Settlement {
        indicator: "2.1".into(),
        rating: Rating::Step(3),
        reason: "Referatet siger det selv.".to_owned(),
        after_picture: true,
        revision: 1,
    };
    apart.settlements.push(settlement.clone());
    assert_eq!(apart.settled(), [holds("2.1", Rating::Step(3), true)]);
    let Seen::Holds { firsts: Some([one, other]), settlement: Some(kept), .. } =
        apart.seen_by(Some("maja"), &"2.1".into())
    else {
        panic!("both first ratings and the reason are kept")
    };
    assert_eq!((one.rating, other.rating), (Rating::Step(4), Rating::Insufficient));
    assert_eq!(kept, settlement);
}

#[test]
fn a_late_first_rating_marks_what_holds() {
    let late = Given { after_picture: true, ..given("2.1", "ole", 3, true) };
    let both = ratings(vec![late, given("2.1", "maja", 3, true)]);
    assert_eq!(both.settled(), [holds("2.1", Rating::Step(3), true)]);
}

#[test]
fn alone_the_newest_holds() {
    let alone = ratings(vec![given("1.1", "ida", 5, false), given("1.1", "maja", 2, false)]);
    assert_eq!(alone.settled(), [holds("1.1", Rating::Step(5), false)]);
}

/// `psych::cohen.kappa` 2.2.9 on the same ratings gives weighted.kappa 0.769230769230769, and 0.6 for the second.
#[test]
fn kappa_is_what_r_says() {
    let pairs =
        [(1, 1), (2, 2), (2, 3), (3, 3), (3, 4), (3, 2), (4, 4), (4, 5), (5, 5), (5, 4), (2, 2), (3, 1)];
    assert!((kappa(&pairs).unwrap() - 0.769_230_769_230_769).abs() < 1e-9);
    let two = [(2, 2), (2, 4), (4, 4), (4, 4), (2, 2), (4, 4), (2, 2), (4, 2), (2, 2), (4, 4)];
    assert!((kappa(&two).unwrap() - 0.6).abs() < 1e-9);
    // By hand: squared differences of the pairs 0 + 1 = 1, mean 1/2; of all with all (1,1) (1,2) (1,1) (1,2): 2/4.
    assert!(kappa(&[(1, 1), (1, 2)]).unwrap().abs() < 1e-12);
    assert_eq!(kappa(&[(3, 3), (3, 3)]), None, "one step only: there is no chance to compare with");
    assert_eq!(kappa(&[]), None);
}

#[test]
fn agreement_is_told_with_what_the_numbers_allow() {
    let step = |(one, other)| (Rating::Step(one), Rating::Step(other));
    assert_eq!(agreement(&[]), None);
    let pairs =
        [(1, 1), (2, 2), (2, 3), (3, 3), (3, 4), (3, 2), (4, 4), (4, 5), (5, 5), (5, 4), (2, 2), (3, 1)];
    let mut all = pairs.map(step).to_vec();
    all.push((Rating::Insufficient, Rating::Step(2)));
    let told = agreement(&all).unwrap();
    assert_eq!((told.indicators, told.same, told.near, told.insufficient), (12, 6, 11, 1));
    assert_eq!(
        language::of("da").agreement(&told),
        "I har begge givet 12 indikatorer et tal. I gav det samme tal for 6, og for 11 lå I højst ét trin fra hinanden. \
         For én indikator mente mindst én af jer, at der er for lidt viden. Vægtet kappa (kvadratiske vægte) er 0,77: \
         1 er fuld enighed, 0 er ikke mere end et tilfælde."
    );
    assert!(agreement(&all[..9]).unwrap().kappa.is_none(), "nine are too few");
    assert!(agreement(&all[..10]).unwrap().kappa.is_some());
    let few = language::of("da").agreement(&agreement(&all[..3]).unwrap());
    assert!(few.ends_with("Et mål for enigheden (kappa) kommer fra ti indikatorer."), "{few}");
    let same = agreement(&[step((3, 3)); 12]).unwrap();
    assert_eq!(same.kappa, None);
    assert!(!language::of("da").agreement(&same).contains("kappa"));
}

proptest! {
    #[test]
    fn kappa_is_the_same_whoever_is_first(pairs in prop::collection::vec((1_u8..=5, 1_u8..=5), 1..40)) {
        let turned: Vec<(u8, u8)> = pairs.iter().map(|(one, other)| (*other, *one)).collect();
        match (kappa(&pairs), kappa(&turned)) {
            (Some(one), Some(other)) => {
                prop_assert!((one - other).abs() < 1e-9);
                prop_assert!((-1.0 - 1e-12..=1.0 + 1e-12).contains(&one));
                prop_assert_eq!((one - 1.0).abs() < 1e-12, pairs.iter().all(|(a, b)| a == b));
            }
            (one, other) => prop_assert_eq!(one, other),
        }
    }
}
