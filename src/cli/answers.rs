//! What `score` and `report` share: an instrument, a file of answers, who was invited, and the picture of them.

use super::instruments::find;
use super::{MaybeDatabase, Misuse};
use anyhow::{Result, anyhow};
use clap::Args;
use screening::answers::{BLOCK, read_side_by_side};
use screening::disclosure::disclose;
use screening::id::GroupId;
use screening::instrument::{Form, Instrument};
use screening::picture::Picture;
use screening::scoring::Scorer;
use screening::settings::{GroupSize, Invited};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, stdin};

/// A file of answers and how it is to be read.
#[derive(Args, Debug)]
pub(super) struct AnswersFile {
    /// A shipped instrument's id, a folder, or with --database the id or title of an organisation's own
    #[arg(long, value_name = "ID-or-DIR", env = "PEJLING_INSTRUMENT")]
    pub(super) instrument: String,
    /// The answers, one row a response; - reads standard input
    #[arg(long, value_name = "FILE.csv", env = "PEJLING_RESPONSES")]
    pub(super) responses: String,
    /// How many were invited, e.g. leaders=3,staff=20,users=40; a group may be left out
    #[arg(long, value_name = "GROUP=N,…", env = "PEJLING_INVITED", value_parser = invited)]
    pub(super) invited: Option<Numbers>,
    /// The smallest group whose figures are shown, at least 5
    #[arg(long, value_name = "N", env = "PEJLING_MIN_GROUP_SIZE", default_value = "5", value_parser = group_size)]
    pub(super) min_group_size: GroupSize,
    /// Groups that answered the short form, e.g. users
    #[arg(long, value_name = "GROUP,…", env = "PEJLING_SHORT", value_delimiter = ',')]
    pub(super) short: Vec<String>,
    #[command(flatten)]
    pub(super) database: MaybeDatabase,
}

/// A number a group, as typed; each group once.
#[derive(Clone, Debug)]
pub(super) struct Numbers(pub(super) BTreeMap<GroupId, u64>);

/// Parses `leaders=3,staff=20`.
pub(super) fn invited(text: &str) -> Result<Numbers, String> {
    let mut numbers = BTreeMap::new();
    for part in text.split(',') {
        let wrong = || format!("{part:?} is not a group and a number, such as users=40");
        let (group, number) = part.split_once('=').ok_or_else(wrong)?;
        let (group, number) = (group.trim(), number.trim().parse().map_err(|_| wrong())?);
        if group.is_empty() {
            return Err(wrong());
        }
        if numbers.insert(GroupId::from(group), number).is_some() {
            return Err(format!("{group} stands twice: write each group once"));
        }
    }
    Ok(Numbers(numbers))
}

/// Parses the smallest group shown.
pub(super) fn group_size(text: &str) -> Result<GroupSize, String> {
    let size: u32 = text.parse().map_err(|_| "write a whole number of at least 5".to_owned())?;
    GroupSize::try_from(size).map_err(|error| error.to_string())
}

/// Refuses a group that the instrument does not have.
pub(super) fn known_group(instrument: &Instrument, flag: &str, group: &GroupId) -> Result<()> {
    if instrument.group(group).is_some() {
        return Ok(());
    }
    let known: Vec<&str> = instrument.groups.iter().map(|group| group.id.as_str()).collect();
    Err(Misuse(format!("{flag}: {} has no group {group}; it has {}", instrument.id, known.join(", "))).into())
}

/// How many read side by side: as many as there are cores, up to where they would wait for the file.
fn workers() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(8)
}

/// A file of answers, scored, and what it was scored with.
pub(super) struct Scored {
    pub(super) instrument: Instrument,
    pub(super) picture: Picture,
}

impl AnswersFile {
    /// Reads and scores the file, on every core; memory does not grow with it.
    pub(super) fn score(&self) -> Result<Scored> {
        let instrument = find(&self.instrument, self.database.given()?.as_ref(), None)?;
        let mut forms = BTreeMap::new();
        for group in &self.short {
            let group = GroupId::from(group.as_str());
            known_group(&instrument, "--short", &group)?;
            forms.insert(group, Form::Short);
        }
        let mut numbers = Invited::default();
        for (group, number) in self.invited.iter().flat_map(|numbers| &numbers.0) {
            known_group(&instrument, "--invited", group)?;
            numbers.0.insert(group.clone(), BTreeMap::from([(String::new(), *number)]));
        }
        // Their sums are whole numbers: who gathered which rows can't be seen in a figure.
        let mut scorers = vec![Scorer::new(&instrument, &forms); workers()];
        read_side_by_side(self.open()?, BLOCK, &instrument, &forms, &mut scorers, |scorer, row| {
            scorer.add_row(row.group, row.unit, row.answers);
        })
        .map_err(|fault| anyhow!("{}: {fault}", self.name()))?;
        let all = scorers.into_iter().reduce(|mut all, scorer| {
            all.merge(scorer);
            all
        });
        let scorer = all.unwrap_or_else(|| Scorer::new(&instrument, &forms));
        let picture = disclose(&scorer.finish(&numbers), &instrument, self.min_group_size);
        for group in &picture.groups {
            if let Some(number) = group.invited.filter(|number| *number < group.submitted) {
                let id = &group.group;
                let submitted = group.submitted;
                eprintln!(
                    "pejling: warning: --invited: {id}: {submitted} submitted but only {number} invited; the response rate is left out"
                );
            }
        }
        Ok(Scored { instrument, picture })
    }

    fn name(&self) -> &str {
        if self.responses == "-" { "standard input" } else { &self.responses }
    }

    fn open(&self) -> Result<Box<dyn Read + Send>> {
        if self.responses == "-" {
            return Ok(Box::new(stdin()));
        }
        let file = File::open(&self.responses)
            .map_err(|error| anyhow!("{}: cannot be read: {error}", self.responses))?;
        Ok(Box::new(file))
    }
}
