//! What changes while it is open: extra codes, numbers invited, an open link.

use super::{Desk, FACILITATOR, problems, refusal};
use crate::desk::screenings::settings;
use crate::support::instrument;
use screening::booklet::LastPage;
use screening::settings::{Invited, State};
use std::collections::BTreeMap;
use workflow::answering::{Entry, PagePost};
use workflow::{Actor, Error, Problem};

const SITE: &str = "https://pejling.example.dk";

pub async fn slips_are_lost_and_numbers_corrected(desk: &Desk, id: &str) {
    let (flow, actor) = (&desk.flow, desk.facilitator().await);
    let before = flow.screening(&actor, id).await.unwrap();
    let wrong = flow.extra_codes(&actor, id, &"cats".into(), "Vest", 101).await;
    let expected = [
        ("group".to_owned(), Problem::NotAChoice),
        ("unit".to_owned(), Problem::NotAChoice),
        ("count".to_owned(), Problem::NotANumber(1, 100)),
    ];
    assert_eq!(problems(wrong), expected);
    let extra = flow.extra_codes(&actor, id, &"users".into(), "Nord", 2).await.unwrap();
    assert_eq!(extra.len(), 2);
    assert!(extra.iter().all(|code| code.group == "users".into() && code.unit == "Nord"));
    assert_ne!(extra[0].code, extra[1].code);
    // They open a questionnaire like any other, and change no number invited.
    let begun = flow.enter_code(&extra[0].code, false, None).await.unwrap();
    assert!(matches!(begun, Entry::Begin(_)));
    assert_eq!(flow.screening(&actor, id).await.unwrap(), before);

    // What is printed is what was just made; what is no code, or of no group here, is left out.
    let mut typed = extra.clone();
    typed.push(workflow::screenings::IssuedCode { code: "<script>".into(), ..extra[0].clone() });
    typed.push(workflow::screenings::IssuedCode { group: "cats".into(), ..extra[0].clone() });
    let sheets = flow.slip_sheets(&actor, id, &typed, SITE).await.unwrap();
    assert_eq!(sheets.piles.len(), 1);
    let printed: Vec<&str> = sheets.piles[0].slips.iter().map(|slip| slip.code.as_str()).collect();
    assert_eq!(printed, [extra[0].code.as_str(), &extra[1].code]);
    assert_eq!(sheets.piles[0].heading, "Brugere · Nord");
    let booklets = flow.booklets(&actor, id, &typed, SITE, |_| LastPage::default()).await.unwrap();
    let printed: Vec<&str> =
        booklets.piles.iter().flat_map(|pile| &pile.booklets).map(|one| one.code.as_str()).collect();
    assert_eq!(printed, [extra[0].code.as_str(), &extra[1].code]);

    let mut invited = before.settings.invited.clone();
    invited.0.insert("staff".into(), [("Nord".to_owned(), 3), ("Syd".to_owned(), 2)].into());
    flow.correct_invited(&actor, id, invited.clone()).await.unwrap();
    let counts = flow.counts(&actor, id).await.unwrap();
    let staff = counts.iter().find(|count| count.group == "staff".into()).unwrap();
    assert_eq!(staff.invited, Some(5));
    let nobody = flow.correct_invited(&actor, id, Invited::default()).await;
    assert_eq!(problems(nobody), [("invited".to_owned(), Problem::NobodyInvited)]);
    let mut elsewhere = invited;
    elsewhere.0.insert("users".into(), [("Vest".to_owned(), 3)].into());
    let elsewhere = flow.correct_invited(&actor, id, elsewhere).await;
    assert_eq!(problems(elsewhere), [("invited.users.Vest".to_owned(), Problem::NotAChoice)]);
    flow.correct_invited(&actor, id, before.settings.invited.clone()).await.unwrap();
    let entries = flow.store.entries(1000).await.unwrap();
    let mut told: Vec<(&str, &str)> =
        entries.iter().map(|one| (one.event.as_str(), one.detail.as_str())).collect();
    told.retain(|(event, _)| ["invited corrected", "extra codes made"].contains(event));
    told.sort_unstable();
    let corrected = |detail| ("invited corrected", detail);
    assert_eq!(
        told,
        [("extra codes made", "users: 2"), corrected("staff: 4 to 5"), corrected("staff: 5 to 4")]
    );
}

pub async fn somebody_comes_by_an_open_link(desk: &Desk) {
    let (flow, me) = (&desk.flow, Actor::CommandLine);
    let facilitator = desk.signed_in(FACILITATOR).await;
    let place = flow.facilitated_organisations(&facilitator).await.unwrap().remove(0);
    let id = flow.create_screening(&me, &place.id, "Med link", instrument(), settings()).await.unwrap();
    let users = "users".into();
    let link = async || flow.screening(&me, &id).await.unwrap().settings.open_links.get(&users).cloned();

    // Switched on and off again before it opens: there never was one.
    assert_eq!(
        refusal(flow.extra_codes(&me, &id, &users, "", 1).await),
        Problem::WrongState,
        "the first codes come first"
    );
    flow.make_open_link(&facilitator, &id, &users).await.unwrap();
    let first = link().await.unwrap();
    flow.end_open_link(&facilitator, &id, &users).await.unwrap();
    assert_eq!(link().await, None);
    assert!(matches!(flow.open_link(&first.name, None).await, Err(Error::NotFound)));

    flow.make_open_link(&facilitator, &id, &users).await.unwrap();
    let name = link().await.unwrap().name;
    assert_ne!(name, first.name);
    // A form drawn before the link was made does not take it away.
    flow.save_settings(&facilitator, &id, "Med link", settings()).await.unwrap();
    assert_eq!(flow.open_link(&name, None).await.unwrap().state, State::Prepared);
    assert_eq!(refusal(flow.begin_by_link(&name).await), Problem::NotOpenYet);
    let poster = flow.poster(&facilitator, &id, &users, SITE).await.unwrap();
    assert_eq!(poster.link.unwrap().address, format!("pejling.example.dk/til/{name}"));
    flow.open_screening(&me, &id).await.unwrap();

    // Two begin at the same link, however it was typed; each has a questionnaire of their own.
    let one = flow.begin_by_link(&name.to_uppercase().replace('-', " ")).await.unwrap();
    let other = flow.begin_by_link(&name).await.unwrap();
    assert!(flow.open_link(&name, Some(&one)).await.unwrap().begun);
    assert!(!flow.open_link(&name, None).await.unwrap().begun);
    let own = flow.questionnaire(&one).await.unwrap();
    assert_eq!(own.group, users);
    let code = own.draft.own_code.unwrap();
    assert_ne!(flow.questionnaire(&other).await.unwrap().draft.own_code, Some(code.clone()));

    // The code that the pause page shows goes on elsewhere with the words, as a slip's would.
    let answers = [("2.1".to_owned(), "4".to_owned())].into();
    flow.save_page(&one, 1, PagePost { answers, ..PagePost::default() }).await.unwrap();
    let words = flow.pause(&one, None).await.unwrap();
    let elsewhere = flow.continue_with_words(&code, &words).await.unwrap();
    let moved = flow.questionnaire(&elsewhere).await.unwrap();
    assert_eq!((moved.draft.answers.len(), moved.draft.own_code), (1, Some(code.clone())));
    flow.send(&elsewhere).await.unwrap();
    flow.send(&other).await.unwrap();
    assert!(matches!(flow.enter_code(&code, false, None).await.unwrap(), Entry::Receipt { .. }));

    // Nobody knows how many a link reached, also once it is off.
    let users_count = async || {
        let counts = flow.counts(&me, &id).await.unwrap();
        let count = counts.into_iter().find(|count| count.group == users).unwrap();
        (count.submitted, count.invited)
    };
    assert_eq!(users_count().await, (2, None));
    flow.end_open_link(&facilitator, &id, &users).await.unwrap();
    assert_eq!(users_count().await, (2, None));
    for name in [name.as_str(), "", "k7qm2-xrt9w", "../../koder"] {
        assert!(matches!(flow.open_link(name, None).await, Err(Error::NotFound)), "{name}");
        assert!(matches!(flow.begin_by_link(name).await, Err(Error::NotFound)), "{name}");
    }
    // On again it is the same address: posters hang there.
    flow.make_open_link(&facilitator, &id, &users).await.unwrap();
    assert_eq!(link().await.unwrap().name, name);

    flow.begin_closing(&me, &id).await.unwrap();
    assert_eq!(refusal(flow.begin_by_link(&name).await), Problem::Closing);
    assert_eq!(refusal(flow.make_open_link(&facilitator, &id, &users).await), Problem::WrongState);
    flow.end_closing(&me, &id).await.unwrap();
    assert_eq!(refusal(flow.begin_by_link(&name).await), Problem::Closed);
    let picture = flow.store.screening(&id).await.unwrap().unwrap().picture.unwrap();
    let counted: BTreeMap<String, _> =
        picture.groups.iter().map(|one| (one.group.to_string(), (one.submitted, one.invited))).collect();
    assert_eq!(counted["users"], (2, None));
    assert_eq!(counted["staff"], (0, Some(4)));
    let report = screening::report::plain_text(&flow.draft_report(&me, &id).await.unwrap());
    assert!(report.contains("Brugere: 2 har svaret. Gruppen kunne svare gennem et åbent link."), "{report}");
}
