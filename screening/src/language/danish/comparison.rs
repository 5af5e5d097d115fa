//! Change since an earlier screening, in Danish.

use super::Danish;
use super::findings::answers_of;
use super::numbers::definite;
use crate::comparison::{Moved, Reason, Step};
use crate::language::sentence::{capital, full_stop};
use crate::language::{ComparisonWords, Mean, Numbers};
use crate::picture::Interval;
use crate::plan::GoalState;

impl ComparisonWords for Danish {
    fn since_lead(&self, earlier: &str) -> String {
        format!(
            "Vi sammenligner med pejlingen {}, og kun det, der er spurgt om på samme måde begge gange.",
            self.quoted(earlier)
        )
    }

    fn since_moved(&self, subject: &str, now: Mean<'_>, then: Mean<'_>, higher: bool) -> String {
        let way = if higher { "højere" } else { "lavere" };
        let [now_mean, then_mean] = [now, then].map(|mean| Numbers::mean(self, mean.figure, mean.n));
        format!(
            "{} om {subject} ligger {way} end sidst: {now_mean} nu, {then_mean} sidst.",
            answers_of(now.group)
        )
    }

    fn since_moved_too(&self, group: &str, count: usize) -> String {
        let more = match count {
            1 => "ét emne mere".to_owned(),
            many => format!("{} emner mere", self.number_word(u64::try_from(many).unwrap_or(u64::MAX))),
        };
        format!("{} har også flyttet sig om {more}.", answers_of(group))
    }

    fn since_unsure(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.inside(group)).collect();
        format!(
            "Om svarene fra {} har flyttet sig siden sidst, kan vi ikke sige. Dertil er forskellene for små eller svarene \
             for få.",
            self.list(&groups)
        )
    }

    fn since_unsure_rest(&self, group: &str) -> String {
        let others = definite(group).map_or_else(
            || format!("de andre svar fra {}", self.inside(group)),
            |group| format!("{group}s andre svar"),
        );
        format!("Om {others} har flyttet sig, kan vi ikke sige.")
    }

    fn since_goal(&self, goal: &str, state: GoalState, success: &str) -> String {
        let stands = match state {
            GoalState::Written => "er ikke begyndt",
            GoalState::UnderWay => "er i gang",
            GoalState::Reached => "er nået",
            GoalState::Stopped => "er stoppet",
        };
        let sign = match success {
            "" => String::new(),
            success => format!(" Tegnet på, at det lykkes: {}", full_stop(success)),
        };
        format!("Målet {} {stands}.{sign}", self.quoted(goal))
    }

    fn since_goal_unsure(&self) -> &'static str {
        "Om svarene på det, målet handler om, har flyttet sig, kan vi ikke sige."
    }

    fn since_few(&self, group: &str, subjects: Option<&str>) -> String {
        let about = subjects.map_or_else(String::new, |subjects| format!(" om {subjects}"));
        format!(
            "Mindst én af gangene er der for få svar fra {} til at vise tal{about}. Derfor kan de to gange ikke \
             sammenlignes.",
            self.inside(group)
        )
    }

    fn since_new(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.inside(group)).collect();
        format!("{} blev ikke spurgt sidst.", capital(&self.list(&groups)))
    }

    fn since_gone(&self, groups: &[&str]) -> String {
        let groups: Vec<String> = groups.iter().map(|group| self.inside(group)).collect();
        format!("{} er kun spurgt sidst.", capital(&self.list(&groups)))
    }

    fn since_other(&self, scale: bool) -> &'static str {
        if scale {
            "Sidst var der andre svarmuligheder. Derfor kan de to gange ikke sammenlignes."
        } else {
            "Sidst blev der brugt et andet redskab. Derfor kan de to gange ikke sammenlignes."
        }
    }

    fn since_not_comparable(&self, subjects: &[String], more: usize) -> String {
        let more = (more > 0).then(|| match more {
            1 => "én til".to_owned(),
            many => format!("{} flere", self.number_word(u64::try_from(many).unwrap_or(u64::MAX))),
        });
        let parts: Vec<String> = subjects.iter().cloned().chain(more).collect();
        format!(
            "Det er ikke spurgt på samme måde begge gange og kan ikke sammenlignes: {}.",
            self.list(&parts)
        )
    }

    fn since_note(&self) -> &'static str {
        "De to gange er regnet, som om det var forskellige mennesker, der svarede. Jo mere man sammenligner, jo flere \
         forskelle er der, som er tilfældige."
    }

    fn basis_since(&self, earlier: &str, interval: Option<Interval>) -> String {
        let interval = interval.map_or_else(String::new, |interval| {
            format!(": forskellen ligger mellem {} (95\u{a0}%)", self.ends(interval))
        });
        format!("Sammenlignet med {}{interval}", self.quoted(earlier))
    }

    fn then_and_now(&self) -> [&'static str; 2] {
        ["Sidst", "Nu"]
    }

    fn moved(&self, moved: Moved) -> &'static str {
        match moved {
            Moved::Higher => "højere end sidst",
            Moved::Lower => "lavere end sidst",
            Moved::Unsure => "det kan vi ikke sige",
            Moved::Few => self.few(),
            Moved::Alone => self.alone(),
        }
    }

    fn not_comparable(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::OtherInstrument => "sidst blev der brugt et andet redskab",
            Reason::OtherScale => "sidst var der andre svarmuligheder",
            Reason::New => "blev ikke spurgt sidst",
            Reason::Gone => "er ikke spurgt denne gang",
            Reason::Wording => "udsagnet betyder noget andet end sidst",
            Reason::Statements => "der er ikke spurgt om det samme begge gange",
        }
    }

    fn trend_title(&self, subject: &str, group: &str) -> String {
        format!("{subject}, set af {}, fra gang til gang", self.inside(group))
    }

    fn trend_about(&self, min: u8, max: u8) -> String {
        format!(
            "Gennemsnit på en skala fra {min} til {max}, ældste gang først. Stregen gennem et mærke er den statistiske \
             usikkerhed (95\u{a0}%), hvor den kan vises."
        )
    }

    fn trend_columns(&self) -> [&'static str; 3] {
        ["Gang", "Gennemsnit", "Siden gangen før"]
    }

    fn trend_step(&self, step: Step) -> &'static str {
        match step {
            Step::None => "",
            Step::Moved(Moved::Higher) => "højere",
            Step::Moved(Moved::Lower) => "lavere",
            Step::Moved(Moved::Unsure) => "det kan vi ikke sige",
            Step::Moved(Moved::Few) => "for få svar en af gangene",
            Step::Moved(Moved::Alone) => self.alone(),
            Step::NotComparable(Reason::OtherInstrument) => "der blev brugt et andet redskab gangen før",
            Step::NotComparable(Reason::OtherScale) => "der var andre svarmuligheder gangen før",
            Step::NotComparable(Reason::New) => "ikke spurgt gangen før",
            Step::NotComparable(Reason::Gone) => "ikke spurgt denne gang",
            Step::NotComparable(Reason::Wording) => "udsagnet betød noget andet gangen før",
            Step::NotComparable(Reason::Statements) => "der er ikke spurgt om det samme begge gange",
        }
    }

    fn trend_gap(&self) -> &'static str {
        "intet tal"
    }

    fn trend_other(&self) -> &'static str {
        "målt på en anden måde"
    }
}
