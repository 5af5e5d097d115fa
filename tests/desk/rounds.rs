//! Three rounds of the progression instrument, each started from the one before, read in a row.

use super::Desk;
use jiff::civil::date;
use pejling::instruments;
use screening::answers::{Answer, Answers};
use screening::comparison::{Moved, Step, Stop};
use screening::picture::{Figure, Kind};
use screening::settings::{Invited, Settings};
use workflow::answering::NewResponse;
use workflow::{Actor, Error};

const ALL: Actor = Actor::CommandLine;

pub async fn three_rounds_are_read_in_a_row(desk: &Desk) {
    let flow = &desk.flow;
    let progression = instruments::find("progression").unwrap();
    let organisation = flow.add_organisation(&ALL, "Projekt Fodfæste").await.unwrap().id;
    let invited = [("participants".into(), [(String::new(), 12)].into())].into();
    let settings = Settings {
        language: "da".into(),
        closing_minutes: 30,
        invited: Invited(invited),
        ..Settings::default()
    };
    let first =
        flow.create_screening(&ALL, &organisation, "Runde 1", progression.clone(), settings).await.unwrap();
    // Participants go from 2 and 3 to 3 and 4; of professionals there are four the second time.
    answered(desk, &first, 1, [(12, 2), (10, 4)]).await;
    assert!(matches!(flow.rounds(&ALL, &first).await, Err(Error::NotFound)), "one round is no row");
    let mut before = first;
    for (number, groups) in [(2, [(12, 2), (4, 4)]), (3, [(12, 3), (10, 4)])] {
        flow.picture(&ALL, &before).await.unwrap();
        let name = format!("Runde {number}");
        let start = date(2027, 2 * i8::try_from(number).unwrap(), 1);
        let next = flow.start_again(&ALL, &before, &name, start, progression.clone()).await.unwrap();
        answered(desk, &next, number, groups).await;
        before = next;
    }
    let row = flow.rounds(&ALL, &before).await.unwrap();
    assert_eq!(row.names, ["Runde 1", "Runde 2", "Runde 3"]);
    let of = |group: &'static str| {
        let own = row.trends.iter().filter(move |trend| trend.group.as_str() == group);
        own.filter(|trend| trend.kind == Kind::Indicator)
    };
    // The fourteen areas, one statement each.
    assert_eq!((of("participants").count(), of("professionals").count()), (14, 14));
    for trend in of("participants") {
        let told: Vec<_> = trend
            .stops
            .iter()
            .map(|(stop, step)| match stop {
                Stop::Shown { mean: Figure::Value(mean), .. } => (Some(*mean), *step),
                _ => (None, *step),
            })
            .collect();
        // A third of twelve give one step less: 8 × 2 + 4 × 1 is 20 of 12, and then one step more.
        assert_eq!(
            told,
            [
                (Some(1.7), Step::None),
                (Some(1.7), Step::Moved(Moved::Unsure)),
                (Some(2.7), Step::Moved(Moved::Higher)),
            ]
        );
    }
    for trend in of("professionals") {
        assert_eq!(trend.stops[1], (Stop::Few, Step::Moved(Moved::Few)));
        assert_eq!(trend.stops[2].1, Step::Moved(Moved::Few), "never over a hidden round");
    }
}

/// So many participants and professionals: two thirds give the step, the others one less.
async fn answered(desk: &Desk, id: &str, round: u8, groups: [(u8, u8); 2]) {
    let flow = &desk.flow;
    let asked = flow.screening(&ALL, id).await.unwrap().instrument;
    let mut responses = Vec::new();
    for (group, (persons, step)) in ["participants", "professionals"].into_iter().zip(groups) {
        for person in 0..persons {
            let step = if person % 3 == 0 { step - 1 } else { step };
            let mut key = [60 + round; 16];
            key[0] = u8::try_from(responses.len()).unwrap();
            responses.push(NewResponse {
                key,
                group: group.into(),
                unit: None,
                answers: Answers(
                    asked.indicators().map(|one| (one.id.clone(), Answer::Step(step))).collect(),
                ),
                comments: Vec::new(),
                notes: Vec::new(),
            });
        }
    }
    flow.open_screening(&ALL, id).await.unwrap();
    flow.store.import(id, &responses).await.unwrap();
    flow.begin_closing(&ALL, id).await.unwrap();
    flow.end_closing(&ALL, id).await.unwrap();
}
