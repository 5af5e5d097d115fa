//! The report in Danish: headings, and where each room's sentences are.

use super::Danish;
use super::findings::{self, all_means};
use super::method;
use super::numbers::definite;
use super::onward;
use crate::evidence::Coverage;
use crate::hearing::{Half, HearingNumber, LineKind, Moment};
use crate::instrument::PlaceWords;
use crate::language::sentence::{capital, full_stop, is_date, own_date};
use crate::language::{Answered, HearingWords, Level, Mean, Numbers, ReportWords};
use crate::preparation::Circumstance;
use crate::report::SectionKind;
use crate::signals::SignalKind;

impl ReportWords for Danish {
    fn section(&self, kind: SectionKind) -> &'static str {
        match kind {
            SectionKind::InShort => "Kort fortalt",
            SectionKind::SinceLast => "Siden sidst",
            SectionKind::Strengths => "Det står stærkt",
            SectionKind::Picture => "Billedet",
            SectionKind::SeenDifferently => "Set forskelligt",
            SectionKind::Words => "Brugernes ord",
            SectionKind::Involvement => "Potentialet i brugerinddragelse",
            SectionKind::Beginnings => "Tre steder at begynde",
            SectionKind::Questions => "Det beder vi ledelsen svare på",
            SectionKind::Method => "Sådan har vi gjort",
            SectionKind::Participants => "Til dig, der var med",
            SectionKind::Appendix => "Bilag",
        }
    }

    fn highest_heading(&self) -> &'static str {
        "Det ligger højest hos jer"
    }

    fn agreed_heading(&self) -> &'static str {
        "Det var der enighed om"
    }

    fn words_heading(&self, users: Option<&str>) -> String {
        match users {
            None => "Med egne ord".to_owned(),
            Some(users) => match definite(users) {
                Some(users) => format!("{}s ord", capital(&users)),
                None => format!("Ord fra {}", self.inside(users)),
            },
        }
    }

    fn beginnings_heading(&self, count: usize) -> &'static str {
        match count {
            1 => "Et sted at begynde",
            2 => "To steder at begynde",
            _ => self.section(SectionKind::Beginnings),
        }
    }

    fn questions_heading(&self, answer_by: &str) -> String {
        let heading = self.section(SectionKind::Questions);
        match answer_by.trim() {
            "" => heading.to_owned(),
            date if is_date(date) => {
                format!("{heading} senest den {}", own_date(date, self))
            }
            words => format!("{heading} {words}"),
        }
    }

    fn management_answer(&self) -> &'static str {
        "Ledelsens svar"
    }

    fn version(&self, version: Option<u32>, date: &str) -> String {
        let version = version.map_or_else(|| "Udkast".to_owned(), |version| format!("Version {version}"));
        if date.is_empty() { version } else { format!("{version} · {date}") }
    }

    fn page_of(&self) -> &'static str {
        "side {page} af {pages}"
    }

    fn footer(&self, answered: &[Answered<'_>], protected: &str, smallest: u64) -> String {
        let parts: Vec<String> = answered
            .iter()
            .map(|one| {
                let role = if one.in_role { ", som svarer som ledelse" } else { "" };
                format!("{} {}{role}", self.inside(one.group), self.counted(one.submitted, one.invited))
            })
            .collect();
        let shown = match protected {
            "" => String::new(),
            protected => {
                format!(
                    " {} vises kun, når mindst {} har svaret.",
                    capital(protected),
                    self.number_word(smallest)
                )
            }
        };
        match parts.as_slice() {
            [] => shown.trim_start().to_owned(),
            parts => format!("{}.{shown}", capital(&parts.join(" · "))),
        }
    }

    fn finding(&self, kind: SignalKind, subject: &str, said: &str) -> String {
        findings::finding(kind, subject, said)
    }

    fn highest(&self, points: &[(String, Mean<'_>)], after_strengths: bool) -> String {
        findings::highest(points, after_strengths)
    }

    fn lowest(&self, points: &str, mean: Mean<'_>, high: bool) -> String {
        findings::lowest(points, mean, high)
    }

    fn no_figures(&self, smallest: u64, hearings: bool) -> String {
        findings::no_figures(smallest, hearings)
    }

    fn nobody_in_group(&self, group: &str) -> String {
        format!("Ingen af {} har svaret.", self.definite(group))
    }

    fn few_in_group(&self, group: &str) -> String {
        format!("Der er for få svar fra {} til at vise deres tal.", self.definite(group))
    }

    fn few_on(&self, group: &str, points: &str) -> String {
        format!("Der er for få svar fra {} til at vise tal om {points}.", self.definite(group))
    }

    fn differ_most(&self, points: &str) -> String {
        format!("Grupperne ser mest forskelligt på {points}.")
    }

    fn close(&self, points: &str) -> String {
        format!("Om {points} ligger de tæt.")
    }

    fn alike(&self) -> &'static str {
        "Grupperne ser nogenlunde ens på det."
    }

    fn no_gaps(&self) -> &'static str {
        "Ingen forskel mellem grupperne er så stor, at vi fremhæver den."
    }

    fn minuted(&self, kind: LineKind, point: Option<&str>, text: &str, role: Option<&str>) -> String {
        findings::minuted(kind, point, text, role)
    }

    fn means(&self, subject: &str, means: &[Mean<'_>]) -> String {
        format!("{subject}: {}.", all_means(means))
    }

    fn differences(&self, means: &str, clear: &[(&str, &str)]) -> String {
        findings::differences(means, clear)
    }

    fn value_means(&self, value: &str, means: &[Mean<'_>]) -> String {
        format!("Værdien {value}, som går på tværs: {}.", all_means(means))
    }

    fn involvement(&self, users: &str, level: Level) -> String {
        findings::involvement(users, level)
    }

    fn go_on(&self, question: &str) -> String {
        format!("Et spørgsmål at tale videre om: {}", self.quoted(question))
    }

    fn begin_with_proposal(&self, place: usize, point: &str, proposal: &str, other: Option<&str>) -> String {
        onward::begin_with_proposal(place, point, proposal, other)
    }

    fn begin_with_signal(&self, kind: SignalKind, point: &str, said: &str, question: Option<&str>) -> String {
        onward::begin_with_signal(kind, point, said, question)
    }

    fn begin_with_lowest(&self, point: &str, question: Option<&str>) -> String {
        onward::begin_with_lowest(point, question)
    }

    fn first_step(&self, point: &str, proposed: bool, words: Option<&str>) -> String {
        onward::first_step(point, proposed, words)
    }

    fn first_step_is_a_hearing(&self, place: PlaceWords<'_>) -> String {
        format!("Et første skridt er at holde en høring, hvor mindst halvdelen {}.", place.uses)
    }

    fn ask_about(&self, point: &str) -> String {
        format!("{point}: Hvad vil I gøre, hvem gør det, og hvornår begynder I?")
    }

    fn ask_hear_back(&self) -> &'static str {
        "Hvordan får de, der har været med, at vide, hvad der sker nu?"
    }

    fn answered(&self, answered: Answered<'_>) -> String {
        method::answered(answered)
    }

    fn prepared(&self, circumstance: &Circumstance, group: &str, place: PlaceWords<'_>) -> String {
        method::prepared(circumstance, group, place)
    }

    fn looked_at(&self, coverage: &Coverage) -> String {
        method::looked_at(coverage)
    }

    fn held(
        &self,
        number: HearingNumber,
        letter: Option<char>,
        date: &str,
        half: Half,
        conversation: bool,
    ) -> String {
        method::held(&self.sitting_name(number, letter), date, half, conversation)
    }

    fn held_times(&self, number: HearingNumber, times: usize) -> String {
        let times = self.number_word(u64::try_from(times).unwrap_or(u64::MAX));
        format!("{} blev holdt {times} gange.", self.hearing_name(number))
    }

    fn recounted(&self, counts: &[(Moment, Half)]) -> String {
        method::recounted(counts)
    }

    fn no_hearings(&self) -> &'static str {
        "Der er ikke holdt høring om svarene endnu."
    }

    fn second_hearing_missing(&self) -> &'static str {
        "Høring 2 er ikke med i rapporten."
    }

    fn fact_checked(&self, date: &str) -> String {
        format!("Ledelsen har set udkastet igennem den {date} for at rette det, der ikke passer.")
    }

    fn changed(&self, version: u32, date: &str, what: &str) -> String {
        format!("Ændret i version {version} ({date}): {}", full_stop(what))
    }

    fn protection(&self, protected: &str, in_role: &str, smallest: u64, full: u64) -> String {
        method::protection(protected, in_role, smallest, full)
    }

    fn reading_guide(&self, min: u8, max: u8) -> String {
        format!(
            "Et gennemsnit ligger mellem {min} og {max}, og n er, hvor mange det bygger på. Grupper bliver aldrig lagt \
             sammen."
        )
    }

    fn low_response(&self, groups: &[&str]) -> String {
        let halves = groups.iter().map(|group| format!("under halvdelen af {}", self.definite(group)));
        let halves = capital(&self.list(&halves.collect::<Vec<_>>()));
        format!("{halves} har svaret. De andre kan se anderledes på det.")
    }

    fn what_answers_tell(&self, place: PlaceWords<'_>) -> String {
        format!("Svarene viser, hvordan de, der har svaret, ser {} nu. De siger ikke hvorfor.", place.word)
    }

    fn left_out(&self, comments: usize) -> String {
        match comments {
            1 => "Én kommentar er ikke taget med, af en grund, der var skrevet ned på forhånd.".to_owned(),
            many => {
                format!("{many} kommentarer er ikke taget med, af grunde, der var skrevet ned på forhånd.")
            }
        }
    }

    fn basis_rule(&self, rule: &str) -> String {
        format!("Regel – {rule}")
    }

    fn basis_minutes(&self, number: HearingNumber, kind: LineKind) -> String {
        format!("Referat, {}: {}", self.inside(self.hearing_name(number)), self.inside(self.line_kind(kind)))
    }

    fn basis_figures(&self, subject: &str, means: &[Mean<'_>]) -> String {
        if means.is_empty() { subject.to_owned() } else { format!("{subject}: {}", all_means(means)) }
    }

    fn basis_counts(&self) -> &'static str {
        "Antal svar og screeningens valg"
    }

    fn basis_comment(&self) -> &'static str {
        "Kommentar, der må bruges"
    }
}
