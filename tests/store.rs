//! One story that both databases live through: from an empty database to a closed screening, as the people in it
//! would tell it; and what the files hold of them afterwards.

#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

mod story;
mod support;
#[path = "store/upgrade.rs"]
mod upgrade;

use pejling::store::SqlStore;
use story::{Files, story};
use support::Folder;
use support::postgres::Server;

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_lives_through_the_story() {
    let folder = Folder::new();
    let address = format!("sqlite://{}", folder.path().join("pejling.db").display());
    story(&address, &Files::Sqlite(&folder)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_lives_through_the_story() {
    let server = Server::start();
    story(&server.address(), &Files::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_proves_its_name_before_anything_is_said() {
    let server = Server::start_sealed();
    server.certify("another", "IP:127.0.0.1");
    server.certify("named", "DNS:db.example");
    let address = |mode: &str, name: &str| {
        let certificate = server.certificate(name);
        format!("{}?sslmode={mode}&sslrootcert={}", server.address(), certificate.display())
    };
    SqlStore::open(&address("verify-full", "server")).await.unwrap();
    for (mode, name) in [("verify-full", "another"), ("verify-full", "named"), ("disable", "server")] {
        let refused = SqlStore::open(&address(mode, name)).await;
        assert!(refused.is_err(), "{mode} with the certificate of {name}");
    }
}

#[tokio::test]
async fn a_server_elsewhere_is_not_spoken_to_in_the_clear_unless_the_address_says_so() {
    for mode in ["", "?sslmode=prefer", "?sslmode=require", "?sslmode=verify-ca"] {
        let address = format!("postgres://pejling:hemmelig@db.invalid/pejling{mode}");
        let error = SqlStore::open(&address).await.unwrap_err().to_string();
        assert!(error.contains("sslmode=verify-full") && !error.contains("hemmelig"), "{mode}: {error}");
    }
}

#[tokio::test]
async fn an_address_names_one_of_the_two() {
    for address in ["mysql://localhost/x", "pejling.db", ""] {
        let error = SqlStore::open(address).await.unwrap_err();
        assert!(error.to_string().contains("sqlite:// or postgres://"), "{error}");
    }
}

#[tokio::test]
async fn a_log_never_shows_the_password_of_the_database() {
    let folder = Folder::new();
    let address = format!("sqlite://{}", folder.path().join("hemmelig.db").display());
    let store = SqlStore::open(&address).await.unwrap();
    assert!(!format!("{store:?}").contains("hemmelig"));
    let error = SqlStore::open("postgres://pejling:hemmelig@127.0.0.1:1/x").await.unwrap_err();
    assert!(!format!("{error:?} {error}").contains("hemmelig"), "{error:?}");
}
