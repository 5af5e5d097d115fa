//! The statements of a group as conversation cards, to cut out and talk over: for a place where so few are invited
//! that no figure could be shown.

use crate::promise::Promise;

/// Cards to cut out, the one that tells how first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversationCards {
    /// Language code.
    pub language: String,
    /// What the sheets are, with the place.
    pub title: String,
    /// How they are used, above the first sheet and cut off.
    pub how: Vec<String>,
    /// One a statement, in the group's own order.
    pub cards: Vec<Card>,
}

/// One card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The focus point's title.
    pub topic: String,
    /// The statement.
    pub statement: String,
}

impl Promise<'_> {
    /// The cards of this group: what it would be asked on a screen.
    pub fn conversation_cards(&self, place: &str) -> ConversationCards {
        let texts = self.instrument().texts(self.language.code());
        let cards = self
            .questionnaire()
            .into_iter()
            .flat_map(|(point, indicators)| {
                let topic = texts.focus_point(&point.id);
                indicators.into_iter().filter_map(move |indicator| {
                    let statement = texts.item(&indicator.id, self.group())?.to_owned();
                    Some(Card { topic: topic.to_owned(), statement })
                })
            })
            .collect();
        ConversationCards {
            language: self.language.code().to_owned(),
            title: self.language.cards_title(place),
            how: self.language.cards_how(self.facts().place).to_vec(),
            cards,
        }
    }
}
