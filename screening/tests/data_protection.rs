//! The drafts for whoever answers for data protection: what was written stands there, and what was not is to be filled in.

mod support;

use screening::data_protection::{Drafted, ProtectionDraft, protection_draft, to_fill_in};
use screening::language;
use screening::report::{Block, Report};
use screening::retention::Times;
use screening::settings::{LegalFacts, Settings};
use support::recovery;

/// Rows by their first cell, in order.
fn rows(report: &Report) -> Vec<(String, String)> {
    let tables = report.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| &table.rows).map(|row| (row[0].clone(), row[1..].join(" | "))).collect()
}

fn draft(kind: ProtectionDraft, settings: &Settings) -> Report {
    let of = Drafted::Screening("Egelunden");
    protection_draft(kind, of, settings, &recovery(), Times::default(), language::of("da"))
}

fn cell<'a>(rows: &'a [(String, String)], what: &str) -> &'a str {
    let own = rows.iter().find(|(first, _)| first == what);
    own.map_or_else(|| panic!("{what} in {rows:?}"), |(_, text)| text.as_str())
}

#[test]
fn what_the_settings_say_stands_there_and_nothing_is_guessed() {
    let empty = draft(ProtectionDraft::Record, &Settings::default());
    // Controller, officer, processor, legal basis, where it runs, retention, what is around it.
    assert_eq!(to_fill_in(&empty, language::of("da")), 7);
    let told = rows(&empty);
    assert!(cell(&told, "Retsgrundlag").starts_with("Skal udfyldes"), "{told:?}");
    let legal = LegalFacts {
        controller: "Søndervang Kommune".into(),
        data_protection_officer: "Ida Krag, dpo@kommune.example".into(),
        legal_basis: "Serviceloven § 16".into(),
        retention: "Svar slettes efter tre måneder".into(),
        agreement: "Aftale med IT-fællesskabet".into(),
        impact_assessment: "Ikke høj risiko".into(),
    };
    let settings = Settings { legal, ..Settings::default() };
    let record = draft(ProtectionDraft::Record, &settings);
    let told = rows(&record);
    assert_eq!(
        to_fill_in(&record, language::of("da")),
        2,
        "where it runs, and how safely, is not in the settings"
    );
    assert_eq!(cell(&told, "Dataansvarlig"), "Søndervang Kommune.");
    assert_eq!(cell(&told, "Retsgrundlag"), "Serviceloven § 16.");
    let people = cell(&told, "Kategorier af registrerede");
    assert!(people.contains("ledere, medarbejdere og brugere") && people.contains("omtalt"), "{people}");
    assert!(cell(&told, "Sikkerhed").contains("mindst fem"));
    let assessment = draft(ProtectionDraft::ImpactAssessment, &settings);
    assert_eq!(cell(&rows(&assessment), "Vurdering"), "Ikke høj risiko.");
}

#[test]
fn every_risk_waits_for_the_controllers_own_judgement() {
    let assessment = draft(ProtectionDraft::ImpactAssessment, &Settings::default());
    let risks: Vec<_> = rows(&assessment).into_iter().filter(|(_, text)| text.contains(" | ")).collect();
    assert_eq!(risks.len(), 6);
    assert!(risks.iter().all(|(_, text)| text.contains("Skal udfyldes: sandsynlighed")), "{risks:?}");
    for draft in [draft(ProtectionDraft::Record, &Settings::default()), assessment] {
        let said = format!("{draft:?}").to_lowercase();
        for never in ["anonym", "klient", "patient", " sag "] {
            assert!(!said.contains(never), "{never}");
        }
    }
}

#[test]
fn a_pilot_has_no_hearing_and_no_report_in_its_drafts() {
    let settings = Settings { pilot: true, ..Settings::default() };
    for code in ["da", "nb", "en"] {
        let language = language::of(code);
        let of = |kind, settings: &Settings, drafted| {
            let report = protection_draft(kind, drafted, settings, &recovery(), Times::default(), language);
            rows(&report)
                .into_iter()
                .map(|(name, text)| format!("{name}: {text}"))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let place = Drafted::Screening("Egelunden");
        let record = of(ProtectionDraft::Record, &settings, place);
        let words = &language.pilot().protection;
        for told in [words.purpose, words.recipients, words.notes.trim()] {
            assert!(record.contains(told), "{told} in {record}");
        }
        for none in ["høring", "hearing", "Egelunden"] {
            assert!(!record.contains(none), "{none} in {record}");
        }
        let assessment = of(ProtectionDraft::ImpactAssessment, &settings, place);
        assert!(assessment.contains(words.risk) && !assessment.contains("Egelunden"), "{assessment}");
        // A screening's own tells of pilots where it tells of deletion; an installation's assesses their risk.
        let usual = Settings::default();
        assert!(of(ProtectionDraft::Record, &usual, place).contains(words.deleted_too.trim()));
        assert!(!of(ProtectionDraft::ImpactAssessment, &usual, place).contains(words.risk));
        let all = of(ProtectionDraft::ImpactAssessment, &usual, Drafted::Installation("Kommunen"));
        assert!(all.contains(words.risk) && all.contains(language.each_place()), "{all}");
    }
}

#[test]
fn a_shorter_time_is_told_as_it_is() {
    let times = Times { answers: 1, evidence: 6, report: 36, log: 3 };
    let of = Drafted::Screening("Egelunden");
    let record = protection_draft(
        ProtectionDraft::Record,
        of,
        &Settings::default(),
        &recovery(),
        times,
        language::of("da"),
    );
    let told = rows(&record);
    let deleted = cell(&told, "Det sletter programmet selv");
    for part in
        ["senest 1 måned efter", "senest 6 måneder efter", "senest 3 år efter", "senest efter 3 måneder"]
    {
        assert!(deleted.contains(part), "{part} in {deleted}");
    }
}
