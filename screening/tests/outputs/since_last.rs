//! *Siden sidst*: users first, only what the figures carry, and nothing that one of the rounds hides.

use crate::case::{Case, heading, section, sound};
use crate::sample::{Sample, instrument};
use screening::chart::{Drawing, Width, perspective};
use screening::comparison::{Earlier, Round};
use screening::id::GroupId;
use screening::instrument::Instrument;
use screening::language;
use screening::plan::{Decision, FollowUp, Goal};
use screening::report::{SectionKind, plain_text};

/// A round: code, group, persons, mean; all with the same spread.
fn round(instrument: Instrument, rows: &[(&str, &str, u64, f64)]) -> Sample {
    let empty =
        Sample::new(instrument).group("leaders", 3, None).group("staff", 14, None).group("users", 20, None);
    rows.iter().fold(empty, |sample, (code, group, n, mean)| match n {
        0..5 if *group != "leaders" => sample.few(code, group),
        _ => sample.edit(code, group, *n, *mean, |row| row.sd = (*n >= 10).then_some(0.8)),
    })
}

fn since(then: &Sample, now: Sample) -> Case {
    let side = |sample: &Sample| (sample.picture.clone(), sample.instrument.clone());
    let ((before, was), (after, is)) = (side(then), side(&now));
    let earlier = Round { picture: &before, instrument: &was };
    let earlier = Earlier::new("Forår 2025", earlier, Round { picture: &after, instrument: &is });
    Case { earlier: Some(earlier), ..Case::new(now) }
}

fn told(case: &Case) -> Vec<String> {
    let report = sound(case);
    assert_eq!(heading(&report, SectionKind::SinceLast), Some("Siden sidst"));
    section(&report, SectionKind::SinceLast).into_iter().map(|text| text.replace('\u{a0}', " ")).collect()
}

const LEAD: &str =
    "Vi sammenligner med pejlingen »Forår 2025«, og kun det, der er spurgt om på samme måde begge gange.";
const NOTE: &str = "De to gange er regnet, som om det var forskellige mennesker, der svarede. Jo mere man sammenligner, \
                    jo flere forskelle er der, som er tilfældige.";

#[test]
fn users_come_first_and_every_figure_has_the_n_of_its_round() {
    let then = round(
        instrument(),
        &[
            ("1", "staff", 12, 4.0),
            ("1", "users", 20, 3.0),
            ("2", "users", 20, 3.5),
            ("2", "leaders", 3, 4.0),
        ],
    );
    let now = round(
        instrument(),
        &[
            ("1", "staff", 14, 3.1),
            ("1", "users", 22, 3.8),
            ("2", "users", 22, 3.6),
            ("2", "leaders", 3, 5.0),
        ],
    );
    assert_eq!(
        told(&since(&then, now)),
        [
            LEAD,
            "Brugernes svar om »Retning og ledelse« ligger højere end sidst: 3,8 (n = 22) nu, 3,0 (n = 20) sidst.",
            "Medarbejdernes svar om »Retning og ledelse« ligger lavere end sidst: 3,1 (n = 14) nu, 4,0 (n = 12) sidst.",
            // Three leaders have no interval: a whole step is no change that anyone can vouch for.
            "Om svarene fra ledere har flyttet sig siden sidst, kan vi ikke sige. Dertil er forskellene for små eller \
             svarene for få.",
            "Om brugernes andre svar har flyttet sig, kan vi ikke sige.",
            NOTE,
        ]
    );
}

/// A goal of the plan between the two.
fn goal(statement: &str, indicator: &str, success: &str, decision: Decision) -> Goal {
    let day = jiff::civil::date(2025, 6, 2);
    let looked = FollowUp {
        date: day,
        now: 6,
        well: String::new(),
        differently: String::new(),
        decision,
        reason: "Huset lukkede.".to_owned(),
    };
    Goal {
        statement: statement.to_owned(),
        indicators: vec![indicator.into()],
        success: success.to_owned(),
        begins: Some(day),
        ends: Some(jiff::civil::date(2025, 12, 1)),
        who: "To brugere og en medarbejder".to_owned(),
        user_along: Some(true),
        wanted: Some(8),
        now: Some(3),
        follow_ups: vec![looked],
        ..Goal::default()
    }
}

#[test]
fn the_goals_stand_with_their_own_signs_beside_what_was_measured() {
    let then =
        round(instrument(), &[("7", "users", 20, 2.4), ("7.1", "users", 20, 2.2), ("3.1", "users", 20, 2.9)]);
    let now =
        round(instrument(), &[("7", "users", 22, 2.5), ("7.1", "users", 22, 3.6), ("3.1", "users", 22, 3.0)]);
    let mut case = since(&then, now);
    let far = "Tavlen er fuld. ".repeat(20);
    case.earlier = case.earlier.map(|earlier| {
        earlier.with_goals(vec![
            goal("Et svar på hvert forslag.", "7.1", "Der hænger svar ved alle sedler", Decision::Reached),
            goal("Planen med egne ord", "3.1", &far, Decision::Stop),
        ])
    });
    let told = told(&case);
    for said in [
        "Målet »Et svar på hvert forslag« er nået. Tegnet på, at det lykkes: Der hænger svar ved alle sedler. Brugernes \
         svar om »Indikator 7.1« ligger højere end sidst: 3,6 (n = 22) nu, 2,2 (n = 20) sidst.",
        "Målet »Planen med egne ord« er stoppet. Om svarene på det, målet handler om, har flyttet sig, kan vi ikke sige.",
    ] {
        assert!(told.iter().any(|text| text == said), "{said}\nis not in\n{told:#?}");
    }
}

#[test]
fn where_nothing_has_moved_no_figure_stands() {
    let rows =
        [("1", "staff", 14, 3.9), ("1", "users", 20, 3.0), ("2", "users", 20, 3.5), ("1", "leaders", 3, 4.3)];
    let then = round(instrument(), &rows);
    let now = round(instrument(), &rows.map(|(code, group, n, mean)| (code, group, n, mean + 0.2)));
    let unsure = "Om svarene fra brugere, medarbejdere og ledere har flyttet sig siden sidst, kan vi ikke sige. Dertil \
                  er forskellene for små eller svarene for få.";
    assert_eq!(told(&since(&then, now)), [LEAD, unsure, NOTE]);
}

#[test]
fn what_one_round_hides_is_told_in_no_figure() {
    for (before, after) in [(4, 22), (22, 4)] {
        let then = round(instrument(), &[("1", "users", before, 1.9), ("1", "leaders", 3, 4.3)]);
        let now = round(instrument(), &[("1", "users", after, 3.7), ("1", "leaders", 3, 2.2)]);
        let few = "Mindst én af gangene er der for få svar fra brugere til at vise tal. Derfor kan de to gange ikke \
                   sammenlignes.";
        assert_eq!(told(&since(&then, now)), [LEAD, few, NOTE], "{before} and {after}");
    }
    // Of two subjects one is hidden the first time: it is named, the other is told.
    let then = round(instrument(), &[("1", "users", 20, 2.0), ("2", "users", 3, 2.0)]);
    let now = round(instrument(), &[("1", "users", 20, 3.0), ("2", "users", 20, 4.0)]);
    let told = told(&since(&then, now));
    assert_eq!(
        told[1..3],
        [
            "Brugernes svar om »Retning og ledelse« ligger højere end sidst: 3,0 (n = 20) nu, 2,0 (n = 20) sidst.",
            "Mindst én af gangene er der for få svar fra brugere til at vise tal om »Mødet mellem mennesker«. Derfor kan \
             de to gange ikke sammenlignes."
        ]
    );
}

#[test]
fn another_instrument_or_scale_is_not_compared() {
    let rows = [("1", "users", 20, 3.0)];
    let then = round(instrument(), &rows);
    let mut other = instrument();
    other.id = "andet".to_owned();
    let mut wider = instrument();
    wider.scale.max = 7;
    for (now, text) in [
        (other, "Sidst blev der brugt et andet redskab. Derfor kan de to gange ikke sammenlignes."),
        (wider, "Sidst var der andre svarmuligheder. Derfor kan de to gange ikke sammenlignes."),
    ] {
        assert_eq!(told(&since(&then, round(now, &rows))), [LEAD, text]);
    }
}

#[test]
fn what_is_not_comparable_is_named_few_at_a_time() {
    let rows = [("1.1", "users", 20, 3.0), ("1.2", "users", 20, 3.0), ("1.3", "users", 20, 3.0)];
    let more = [("1.4", "users", 20, 3.0), ("2.1", "users", 20, 3.0), ("3.1", "users", 20, 3.0)];
    for (changed, named) in [
        (1, "»Indikator 1.1«"),
        (3, "»Indikator 1.1«, »Indikator 1.2« og »Indikator 1.3«"),
        (4, "»Indikator 1.1«, »Indikator 1.2«, »Indikator 1.3« og én til"),
        (5, "»Indikator 1.1«, »Indikator 1.2«, »Indikator 1.3« og to flere"),
    ] {
        let mut now = instrument();
        let indicators = now.focus_points.iter_mut().flat_map(|point| &mut point.indicators);
        indicators.take(changed).for_each(|indicator| indicator.wording = 2);
        let then = round(instrument(), &[rows, more].concat());
        let told = told(&since(&then, round(now, &[rows, more].concat())));
        let expected =
            format!("Det er ikke spurgt på samme måde begge gange og kan ikke sammenlignes: {named}.");
        assert!(told.contains(&expected), "{told:?}");
    }
}

#[test]
fn a_group_that_is_asked_once_is_named_as_such() {
    let then = round(instrument(), &[("1", "users", 20, 3.0), ("1", "leaders", 3, 3.0)]);
    let now = round(instrument(), &[("1", "users", 20, 3.0), ("1", "staff", 14, 3.0)]);
    let told = told(&since(&then, now));
    assert_eq!(told[2..4], ["Medarbejdere blev ikke spurgt sidst.", "Ledere er kun spurgt sidst."]);
}

#[test]
fn an_indicator_speaks_where_its_focus_point_cannot_be_compared() {
    let then = [("1.1", "users", 20, 2.0), ("1", "users", 20, 2.0)];
    let now = [("1.1", "users", 20, 3.0), ("1", "users", 20, 3.0)];
    let indicator =
        "Brugernes svar om »Indikator 1.1« ligger højere end sidst: 3,0 (n = 20) nu, 2,0 (n = 20) sidst.";
    let point = indicator.replace("Indikator 1.1", "Retning og ledelse");
    let lines = told(&since(&round(instrument(), &then), round(instrument(), &now)));
    assert_eq!(lines[1..], [point.as_str(), NOTE]);
    let mut later = instrument();
    later.focus_points[0].indicators[1].wording = 2;
    let (then, now) = (
        [&then[..], &[("1.2", "users", 20, 3.0)]].concat(),
        [&now[..], &[("1.2", "users", 20, 3.0)]].concat(),
    );
    let lines = told(&since(&round(instrument(), &then), round(later, &now)));
    assert_eq!(
        lines[1..],
        [
            indicator,
            "Det er ikke spurgt på samme måde begge gange og kan ikke sammenlignes: »Indikator 1.2«.",
            NOTE
        ]
    );
}

#[test]
fn many_changes_are_told_in_part_and_counted() {
    let of = |mean| -> Vec<(&'static str, &'static str, u64, f64)> {
        ["1", "2", "3", "4", "5", "6"].map(|code| (code, "users", 20, mean)).to_vec()
    };
    let told = told(&since(&round(instrument(), &of(2.0)), round(instrument(), &of(3.5))));
    assert_eq!(told.iter().filter(|text| text.contains("højere end sidst")).count(), 4);
    assert_eq!(told[5], "Brugernes svar har også flyttet sig om to emner mere.");
}

#[test]
fn without_an_earlier_screening_there_is_no_such_section() {
    let report = sound(&Case::new(round(instrument(), &[("1", "users", 20, 3.0)])));
    assert_eq!(heading(&report, SectionKind::SinceLast), None);
    assert!(!plain_text(&report).contains("sidst"));
}

/// Whoever knows the circle as the users' finds no circle among the staff: then is the outline of a group's own mark,
/// now is the mark.
#[test]
fn then_and_now_are_drawn_in_the_groups_own_mark() {
    let rows =
        |staff, users| [("1", "staff", 14, staff), ("1", "users", 20, users), ("2", "users", 20, users)];
    let now = round(instrument(), &rows(3.1, 3.8));
    let instrument = now.instrument.clone();
    let later = now.picture.published(&instrument);
    let case = since(&round(instrument.clone(), &rows(4.0, 3.0)), now);
    let earlier = case.earlier.expect("an earlier one");
    for (group, own, others, drawn) in
        [("users", "<circle", ["<rect", "<path"], 2), ("staff", "<rect", ["<circle", "<path"], 1)]
    {
        let group = GroupId::from(group);
        let two = earlier.two_rounds(&later, &instrument, &group, language::of("da")).expect("two rounds");
        assert_eq!(two.looks, perspective(&instrument, &group));
        let drawing = Drawing {
            published: &two.published,
            instrument: &two.instrument,
            language: language::of("da"),
            prefix: "siden",
            rounds: Some(two.looks),
        };
        let svg = drawing.dot_plot(&two.rows, Width::Wide).svg;
        let marks: Vec<&str> = svg.split(own).skip(1).filter_map(|rest| rest.split("/>").next()).collect();
        let outlines = marks.iter().filter(|mark| mark.contains("fill=\"none\"")).count();
        // One of each stands beside its name.
        assert_eq!((outlines, marks.len() - outlines), (drawn + 1, drawn + 1), "{group}: {svg}");
        assert!(others.iter().all(|other| !svg.contains(other)), "{group}: {svg}");
    }
}
