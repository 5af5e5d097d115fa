//! The pages, one file each. A page that many words or parts share stands with its kin in a folder.

pub mod account;
pub mod across;
pub mod administration;
pub mod administration_account;
pub mod administration_accounts;
pub mod administration_health;
pub mod administration_log;
pub mod administration_new;
pub mod administration_statement;
pub mod answer;
pub mod desk;
pub mod first;
pub mod handbook;
pub mod info;
pub mod leader;
pub mod link;
pub mod message;
pub mod own_password;
pub mod password;
pub mod second_step;
pub mod sign_in;
pub mod sign_in_code;
pub mod sign_on;
pub mod start;
pub mod vote;
