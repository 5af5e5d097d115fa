//! Change since an earlier screening, in Bokmål.

use super::Bokmal;
use super::findings::answers_of;
use super::numbers::definite;
use crate::comparison::{Moved, Reason, Step};
use crate::language::sentence::{capital, full_stop};
use crate::language::{ComparisonWords, Mean, Numbers};
use crate::picture::Interval;
use crate::plan::GoalState;

impl ComparisonWords for Bokmal {
    fn since_lead(&self, earlier: &str) -> String {
        format!(
            "Vi sammenligner med peilingen {}, og bare det som det er spurt om på samme måte begge gangene.",
            self.quoted(earlier)
        )
    }

    fn since_moved(&self, subject: &str, now: Mean<'_>, then: Mean<'_>, higher: bool) -> String {
        let way = if higher { "høyere" } else { "lavere" };
        let [now_mean, then_mean] = [now, then].map(|mean| Numbers::mean(self, mean.figure, mean.n));
        format!(
            "{} om {subject} ligger {way} enn sist: {now_mean} nå, {then_mean} sist.",
            answers_of(now.group)
        )
    }

    fn since_moved_too(&self, group: &str, count: usize) -> String {
        let more = match count {
            1 => "ett tema til".to_owned(),
            many => format!("{} temaer til", self.number_word(u64::try_from(many).unwrap_or(u64::MAX))),
        };
        format!("{} har også flyttet seg om {more}.", answers_of(group))
    }

    fn since_unsure(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.inside(group)).collect();
        format!(
            "Om svarene fra {} har flyttet seg siden sist, kan vi ikke si. Til det er forskjellene for små eller svarene \
             for få.",
            self.list(&groups)
        )
    }

    fn since_unsure_rest(&self, group: &str) -> String {
        let others = definite(group).map_or_else(
            || format!("de andre svarene fra {}", self.inside(group)),
            |group| format!("{group}s andre svar"),
        );
        format!("Om {others} har flyttet seg, kan vi ikke si.")
    }

    fn since_goal(&self, goal: &str, state: GoalState, success: &str) -> String {
        let stands = match state {
            GoalState::Written => "er ikke begynt",
            GoalState::UnderWay => "er i gang",
            GoalState::Reached => "er nådd",
            GoalState::Stopped => "er stoppet",
        };
        let sign = match success {
            "" => String::new(),
            success => format!(" Tegnet på at det lykkes: {}", full_stop(success)),
        };
        format!("Målet {} {stands}.{sign}", self.quoted(goal))
    }

    fn since_goal_unsure(&self) -> &'static str {
        "Om svarene på det målet handler om, har flyttet seg, kan vi ikke si."
    }

    fn since_few(&self, group: &str, subjects: Option<&str>) -> String {
        let about = subjects.map_or_else(String::new, |subjects| format!(" om {subjects}"));
        format!(
            "Minst én av gangene er det for få svar fra {} til å vise tall{about}. Derfor kan de to gangene ikke \
             sammenlignes.",
            self.inside(group)
        )
    }

    fn since_new(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.inside(group)).collect();
        format!("{} ble ikke spurt sist.", capital(&self.list(&groups)))
    }

    fn since_gone(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.inside(group)).collect();
        format!("{} ble bare spurt sist.", capital(&self.list(&groups)))
    }

    fn since_other(&self, scale: bool) -> &'static str {
        if scale {
            "Sist var det andre svarmuligheter. Derfor kan de to gangene ikke sammenlignes."
        } else {
            "Sist ble det brukt et annet verktøy. Derfor kan de to gangene ikke sammenlignes."
        }
    }

    fn since_not_comparable(&self, subjects: &[String], more: usize) -> String {
        let more = (more > 0).then(|| match more {
            1 => "én til".to_owned(),
            many => format!("{} til", self.number_word(u64::try_from(many).unwrap_or(u64::MAX))),
        });
        let parts: Vec<String> = subjects.iter().cloned().chain(more).collect();
        format!(
            "Det er ikke spurt om dette på samme måte begge gangene, så det kan ikke sammenlignes: {}.",
            self.list(&parts)
        )
    }

    fn since_note(&self) -> &'static str {
        "De to gangene er regnet som om det var ulike mennesker som svarte. Jo mer man sammenligner, jo flere forskjeller \
         er tilfeldige."
    }

    fn basis_since(&self, earlier: &str, interval: Option<Interval>) -> String {
        let interval = interval.map_or_else(String::new, |interval| {
            format!(": forskjellen ligger mellom {} (95\u{a0}%)", self.ends(interval))
        });
        format!("Sammenlignet med {}{interval}", self.quoted(earlier))
    }

    fn then_and_now(&self) -> [&'static str; 2] {
        ["Sist", "Nå"]
    }

    fn moved(&self, moved: Moved) -> &'static str {
        match moved {
            Moved::Higher => "høyere enn sist",
            Moved::Lower => "lavere enn sist",
            Moved::Unsure => "det kan vi ikke si",
            Moved::Few => self.few(),
            Moved::Alone => self.alone(),
        }
    }

    fn not_comparable(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::OtherInstrument => "sist ble det brukt et annet verktøy",
            Reason::OtherScale => "sist var det andre svarmuligheter",
            Reason::New => "ble ikke spurt sist",
            Reason::Gone => "er ikke spurt denne gangen",
            Reason::Wording => "utsagnet betyr noe annet enn sist",
            Reason::Statements => "det er ikke spurt om det samme begge gangene",
        }
    }

    fn trend_title(&self, subject: &str, group: &str) -> String {
        format!("{subject}, sett av {}, fra gang til gang", self.inside(group))
    }

    fn trend_about(&self, min: u8, max: u8) -> String {
        format!(
            "Gjennomsnitt på en skala fra {min} til {max}, eldste gang først. Streken gjennom et merke er den statistiske \
             usikkerheten (95\u{a0}%) der den kan vises."
        )
    }

    fn trend_columns(&self) -> [&'static str; 3] {
        ["Gang", "Gjennomsnitt", "Siden gangen før"]
    }

    fn trend_step(&self, step: Step) -> &'static str {
        match step {
            Step::None => "",
            Step::Moved(Moved::Higher) => "høyere",
            Step::Moved(Moved::Lower) => "lavere",
            Step::Moved(Moved::Unsure) => "det kan vi ikke si",
            Step::Moved(Moved::Few) => "for få svar en av gangene",
            Step::Moved(Moved::Alone) => self.alone(),
            Step::NotComparable(Reason::OtherInstrument) => "det ble brukt et annet verktøy gangen før",
            Step::NotComparable(Reason::OtherScale) => "det var andre svarmuligheter gangen før",
            Step::NotComparable(Reason::New) => "ikke spurt gangen før",
            Step::NotComparable(Reason::Gone) => "ikke spurt denne gangen",
            Step::NotComparable(Reason::Wording) => "utsagnet betydde noe annet gangen før",
            Step::NotComparable(Reason::Statements) => "det er ikke spurt om det samme begge gangene",
        }
    }

    fn trend_gap(&self) -> &'static str {
        "intet tall"
    }

    fn trend_other(&self) -> &'static str {
        "målt på en annen måte"
    }
}
