//! The picture's pages in three sizes, read as a person reads them: every plot has its words and its table, every
//! figure its n, and no group of people that is protected stands with fewer than five.

use crate::server::Server;
use pejling::adapters::{SystemClock, SystemRandomness};
use pejling::instruments;
use pejling::printing::PdfPrinter;
use pejling::store::db::Db;
use screening::answers::Answer;
use screening::id::GroupId;
use screening::instrument::{Form, Instrument};
use screening::settings::Settings;
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow::sealing::SlowHash;
use workflow::{Actor, Role, Workflow};

const EMAIL: &str = "fie@kommune.example";
const PASSWORD: &str = "kaffe paa terrassen";

/// A place with so many who answered of each group, in these units.
struct Size {
    name: &'static str,
    answered: [(&'static str, u64); 3],
    units: &'static [&'static str],
}

const SMALL: Size =
    Size { name: "small", answered: [("leaders", 1), ("staff", 6), ("users", 7)], units: &[] };
const MIDDLE: Size = Size {
    name: "middle",
    answered: [("leaders", 3), ("staff", 14), ("users", 22)],
    units: &["Gårdhuset", "Havehuset", "Nat"],
};
const LARGE: Size = Size {
    name: "large",
    answered: [("leaders", 30), ("staff", 400), ("users", 2_000)],
    units: &["Nord", "Syd", "Øst", "Vest"],
};

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A closed screening of that size, and a facilitator's cookie. Responses are put where sending would have put
/// them: what is tried here is what is shown of them.
async fn closed(server: &Server, size: &Size) -> (String, String) {
    let workflow = Workflow {
        store: Arc::new(server.store.clone()),
        clock: Arc::new(SystemClock::new()),
        random: Arc::new(SystemRandomness),
        printer: Arc::new(PdfPrinter::new(1)),
        slow_hash: SlowHash::new(2),
    };
    let line = Actor::CommandLine;
    let place = workflow.add_organisation(&line, "Bostedet Åhusene").await.expect("a place");
    workflow.add_account(&line, EMAIL, "Fie", PASSWORD, false).await.expect("an account");
    workflow.add_role(&line, EMAIL, &place.id, Role::Facilitator).await.expect("a role");
    let shipped = instruments::shipped().expect("instruments");
    let instrument = shipped.into_iter().next().expect("an instrument");
    let units: Vec<&str> = if size.units.is_empty() { vec![""] } else { size.units.to_vec() };
    let mut settings = Settings {
        language: "da".to_owned(),
        units: size.units.iter().map(|unit| (*unit).to_owned()).collect(),
        forms: instrument.default_forms(),
        closing_minutes: 30,
        ..Settings::default()
    };
    for (group, count) in size.answered {
        let each = units.iter().map(|unit| ((*unit).to_owned(), count.div_ceil(units.len() as u64)));
        settings.invited.0.insert(group.into(), each.collect());
    }
    let id = workflow
        .create_screening(&line, &place.id, "Efterår", instrument.clone(), settings)
        .await
        .expect("a screening");
    workflow.open_screening(&line, &id).await.expect("an open screening");
    workflow.begin_closing(&line, &id).await.expect("a closing one");
    answer(server, size, &id, &instrument).await;
    workflow.end_closing(&line, &id).await.expect("a closed one");
    let form = format!("email={}&password={}", EMAIL.replace('@', "%40"), PASSWORD.replace(' ', "+"));
    let reply = server.post("/api/sign-in", &form, "Sec-Fetch-Site: same-origin").await;
    let cookie = reply.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a session");
    (id, format!("Cookie: {cookie}"))
}

async fn answer(server: &Server, size: &Size, id: &str, instrument: &Instrument) {
    let Db::Sqlite { write, .. } = &server.store.db else { panic!("the test's database is a file") };
    let mut all = write.begin().await.expect("a transaction");
    let mut dice = Dice(7);
    let forms = instrument.default_forms();
    for (group, count) in size.answered {
        let short = forms.get(&GroupId::from(group)) == Some(&Form::Short);
        let asked = instrument.indicators().filter(|one| {
            one.groups.iter().any(|asked| asked.as_str() == group)
                && (!short || one.short.iter().any(|asked| asked.as_str() == group))
        });
        let asked: Vec<&str> = asked.map(|one| one.id.as_str()).collect();
        for person in 0..count {
            let mut answers = BTreeMap::new();
            for indicator in &asked {
                let one = match dice.below(9) {
                    0 => Answer::DontKnow,
                    1 if dice.below(2) == 0 => Answer::Blank,
                    _ => Answer::Step((1 + dice.below(3) + dice.below(3)) as u8),
                };
                answers.insert(*indicator, one);
            }
            // The last unit has few.
            let unit = size.units.get(dice.below(3) as usize).filter(|_| group != "leaders");
            let key = [dice.below(u64::MAX).to_be_bytes(), (person << 8 | group.len() as u64).to_be_bytes()];
            sqlx::query("INSERT INTO response (key, screening_id, group_id, unit, answers) VALUES ($1, $2, $3, $4, $5)")
                .bind(key.concat())
                .bind(id)
                .bind(group)
                .bind(unit.copied())
                .bind(serde_json::to_string(&answers).expect("answers"))
                .execute(&mut *all)
                .await
                .expect("a response");
        }
        sqlx::query("INSERT INTO counter (screening_id, group_id, kind, value, n) VALUES ($1, $2, 'submitted', '', $3)")
            .bind(id)
            .bind(group)
            .bind(count as i64)
            .execute(&mut *all)
            .await
            .expect("a count");
    }
    all.commit().await.expect("the responses");
}

/// What stands between these, each time.
fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).filter_map(move |rest| rest.split(to).next())
}

/// A cell's or a sentence's words, without tags.
fn words(html: &str) -> String {
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once('>')).fold(first, |words, (_, text)| words + text)
}

/// The number after *n =* in a text, each time.
fn numbers(text: &str) -> Vec<u64> {
    between(text, "n\u{a0}=\u{a0}", " ")
        .map(|rest| rest.chars().take_while(|one| one.is_ascii_digit() || *one == '.').collect::<String>())
        .map(|written| written.replace('.', "").parse().expect("a number after n ="))
        .collect()
}

/// A column of a protected group: five or more, and no interval under ten.
fn protected_columns(page: &str, at: &str) -> usize {
    let mut seen = 0;
    for table in between(page, "<table>", "</table>") {
        let columns: Vec<String> = between(table, "<th scope=\"col\">", "</th>").map(words).collect();
        let caption = between(table, "<caption>", "</caption>").next().map(words).unwrap_or_default();
        assert!(!caption.is_empty(), "{at}: a table without a caption");
        let of_group = ["Medarbejdere:", "Brugere:"].iter().any(|group| caption.starts_with(group));
        for row in between(table, "<tr>", "</tr>").skip(1) {
            for (cell, column) in between(row, "<td>", "</td>").map(words).zip(columns.iter().skip(1)) {
                if !of_group && !["Medarbejdere", "Brugere"].contains(&column.as_str()) {
                    continue;
                }
                for n in numbers(&cell) {
                    seen += 1;
                    assert!(n >= 5, "{at}: {cell} under {column}");
                    assert!(n >= 10 || !cell.contains('–'), "{at}: an interval with few: {cell}");
                }
            }
        }
    }
    seen
}

/// Each plot names itself and has its shapes, and its numbers stand in a table on the page.
fn plots(page: &str, at: &str) {
    for svg in between(page, "<svg xmlns", "</svg>") {
        for part in [
            "role=\"img\"",
            "aria-labelledby=",
            "<title id=",
            "<desc id=",
            "class=\"perspective perspective-",
        ] {
            assert!(svg.contains(part), "{at}: a plot without {part}");
        }
    }
    let ids: Vec<&str> = between(page, " id=\"", "\"").collect();
    for (place, id) in ids.iter().enumerate() {
        assert!(!ids[..place].contains(id), "{at}: {id} twice");
    }
}

/// Chairs of protected groups: five or more, and nothing but mean and n under ten.
fn chairs(page: &str, at: &str) {
    for chair in between(page, "<div class=\"chair\">", "</blockquote>") {
        assert!(words(chair).trim().len() > 10, "{at}: a chair without its statement");
    }
    for chair in page.split("<div class=\"chair\">").skip(1) {
        let chair = chair.split("<h2").next().unwrap_or_default();
        let told = words(chair);
        if told.starts_with("Ledere") {
            continue;
        }
        for n in numbers(&told) {
            assert!(n >= 5, "{at}: {told}");
            let more = ["Usikkerhed", "\u{a0}%", "Ved ikke:"].iter().any(|figure| told.contains(figure));
            assert_eq!(more, n >= 10, "{at}: n and mean alone under ten: {told}");
            assert_eq!(chair.contains("class=\"spread\""), n >= 10, "{at}: {told}");
        }
    }
}

async fn walk(size: Size) {
    let server = Server::start().await;
    let (id, cookie) = closed(&server, &size).await;
    let mut cells = 0;
    for part in ["", "/1", "/3", "/7", "/1.1", "/2.2", "/3.1", "/4.2", "/8.4"] {
        let at = format!("{}, billede{part}", size.name);
        let reply = server.get_with(&format!("/screeninger/{id}/billede{part}"), &cookie).await;
        assert_eq!(reply.status, 200, "{at}");
        cells += protected_columns(&reply.body, &at);
        plots(&reply.body, &at);
        chairs(&reply.body, &at);
    }
    assert!(cells > 20, "{}: figures were read", size.name);
    let missing = server.get_with(&format!("/screeninger/{id}/billede/9.9"), &cookie).await;
    assert_eq!(missing.status, 404);
}

#[tokio::test]
async fn a_small_place() {
    walk(SMALL).await;
}

#[tokio::test]
async fn a_place_of_the_usual_size() {
    walk(MIDDLE).await;
}

#[tokio::test]
async fn a_large_place() {
    walk(LARGE).await;
}
