//! Slips and posters in English.

use super::English;
use super::promise::{hear_back, minutes};
use crate::language::{Chair, InvitationWords, PromiseFacts};

impl InvitationWords for English {
    fn slips_title(&self, place: &str) -> String {
        format!("Slips with answer codes: {place}")
    }

    fn slip_how(&self, site: &str) -> String {
        format!("Type the code at {site}, or scan the picture with your phone. Your rights are there too.")
    }

    fn slip_qr(&self, site: &str) -> String {
        format!("QR code that opens {site} with the code on this slip.")
    }

    fn booklets_title(&self, place: &str) -> String {
        format!("Booklets for answers on paper: {place}")
    }

    fn booklet_how(&self, site: &str) -> [String; 5] {
        [
            "Put one cross at each statement. You may skip any of them.".to_owned(), "If a cross is wrong, fill the whole box and put a new cross.".to_owned(), "Do not write your name, and rather not anybody else’s.".to_owned(), "Put the booklet in the envelope and seal it. Someone who works elsewhere opens it, types your answers in and shreds the booklet.".to_owned(), format!("You can also answer at {site} with the code here. Do only one of the two."),
        ]
    }

    fn booklet_typist(&self) -> &'static str {
        "To you who types the answers in: write the three words here."
    }

    fn envelope(&self, place: &str, group: &str) -> [String; 3] {
        [
            format!("Answers for {place}"),
            group.to_owned(),
            "To be opened only by the person who types the answers in.".to_owned(),
        ]
    }

    fn poster_title(&self, facts: &PromiseFacts<'_>) -> String {
        match facts.chair {
            Chair::ServiceUser => format!("What is it like to {}?", facts.place.to_use),
            Chair::Other | Chair::InRole => format!("How do you work {}?", facts.place.at),
        }
    }

    fn poster(&self, facts: &PromiseFacts<'_>) -> Vec<String> {
        let time = minutes(facts);
        let first = |asked: &str, you: &str| {
            format!(
                "We would like to hear what you {asked}. It is about {}. It is not about {you}.",
                facts.place.word
            )
        };
        let about = match facts.chair {
            Chair::ServiceUser => [
                first("think", "you"),
                "You decide if you want to answer. If you say no, you get the same help as before."
                    .to_owned(),
                "You do not give your name. The staff can’t see what you answer. Nor can the leader."
                    .to_owned(),
            ],
            Chair::Other => [
                first("see", "you"),
                "You decide if you want to answer. Nothing follows from not answering.".to_owned(),
                "You do not give your name. Neither leader nor colleagues can see what you have answered."
                    .to_owned(),
            ],
            Chair::InRole => [
                first("see", "you as a person"),
                "You decide if you want to answer. You can skip.".to_owned(),
                "Your answers are shown as management’s.".to_owned(),
            ],
        };
        let mut lines: Vec<String> = about.to_vec();
        lines.push(match facts.chair {
            Chair::ServiceUser => {
                format!("It takes about {time}. You may skip, and you may get help from someone you trust.")
            }
            Chair::Other | Chair::InRole => format!("It takes about {time}. You can take a break."),
        });
        lines.push(format!(
            "The answers are used at two meetings and in a short report. {}",
            hear_back(facts)
        ));
        lines
    }

    fn poster_how(&self, link: bool) -> &'static str {
        if link {
            "Scan the picture with your phone, or type the address. Answer only once. If you got a slip, use the code on it. \
             Your rights are on the page."
        } else {
            "Ask for a slip. You draw it from a pile yourself. That way no one knows which code you have."
        }
    }

    fn link_qr(&self, address: &str) -> String {
        format!("QR code that opens {address}")
    }
}
