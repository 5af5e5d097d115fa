//! The whole database and every code in hand, against a questionnaire that is not finished.

use crate::files::Disk;
use crate::people::{Person, SMALL, World};
use crate::rows::{blobs, columns, number, texts};
use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};
use workflow::answering::{SealedPage, Token};
use workflow::code::AccessCode;
use workflow::ports::{AnsweringStore, Bytes32, InstallationStore};
use workflow::sealing::keys::{lookup_key, token_key, words_key};
use workflow::sealing::seal::{Key, Place, open};

/// A draft as the attacker has it: its rows, and whose slip it was begun with.
struct Taken {
    id: Bytes32,
    under_token: Vec<u8>,
    under_words: Option<Vec<u8>>,
    words_salt: Option<Bytes32>,
    pages: Vec<SealedPage>,
    code: AccessCode,
}

impl Taken {
    /// Everything in it, where this is the draft's key, or one that the draft's key is sealed under.
    fn opened_with(&self, key: &Key) -> Option<String> {
        let wrapped = [
            open(key, Place::KeyUnderToken(&self.id), &self.under_token).ok(),
            self.under_words
                .as_ref()
                .and_then(|sealed| open(key, Place::KeyUnderWords(&self.id), sealed).ok()),
        ];
        let own = wrapped.into_iter().flatten().filter_map(|bytes| bytes.try_into().ok()).map(Key);
        own.chain([key.clone()]).find_map(|key| {
            let pages = self.pages.iter();
            let page = |(name, sealed): &SealedPage| open(&key, Place::Page(&self.id, name), sealed).ok();
            let text: Vec<Vec<u8>> = pages.filter_map(page).collect();
            (!text.is_empty()).then(|| String::from_utf8(text.concat()).unwrap())
        })
    }

    /// The same, where these bytes are a key, or a token.
    fn opened_with_bytes(&self, bytes: Bytes32) -> Option<String> {
        self.opened_with(&Key(bytes))
            .or_else(|| self.opened_with(&token_key(&Token(bytes), &self.id).unwrap()))
    }

    fn opened_with_words(&self, code: &AccessCode, words: &str) -> Option<String> {
        self.opened_with(&words_key(code, words, &self.words_salt?).unwrap())
    }
}

/// Every draft in the database. With the codes it is no secret which slip it was begun with.
async fn taken(world: &World) -> Vec<Taken> {
    let salt = world.store.salt([0; 32]).await.unwrap();
    let mut taken = Vec::new();
    for slip in &world.codes {
        let code = AccessCode::parse(&slip.code).unwrap();
        let Some(keys) = world.store.draft(&lookup_key(&code, &salt).unwrap()).await.unwrap() else {
            continue;
        };
        taken.push(Taken {
            id: keys.id,
            under_token: keys.key_under_token,
            under_words: keys.key_under_words,
            words_salt: keys.words_salt,
            pages: world.store.pages(&keys.id).await.unwrap(),
            code,
        });
    }
    assert_eq!(taken.len() as i64, number(&world.store, "SELECT COUNT(*) FROM draft").await);
    taken
}

/// Words as they are hashed.
fn canonical(person: &Person) -> String {
    let words = person.words.as_ref().unwrap();
    words.replace('å', "aa").replace('æ', "ae").replace('ø', "oe")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_and_every_code_open_no_draft() {
    let disk = Disk::sqlite();
    let mut world = World::opened(&disk.address(), SMALL).await;
    world.unfinished_ones().await;
    let taken = taken(&world).await;
    assert_eq!(taken.len(), 4);

    // The attack is a right one: with the words, or the browser's token, each opens.
    for person in &world.unfinished {
        let theirs =
            taken.iter().find(|taken| taken.code == AccessCode::parse(&person.code).unwrap()).unwrap();
        assert!(theirs.opened_with_bytes(person.token.0).is_some());
        let Some(comment) = person.comments.first().filter(|_| person.words.is_some()) else { continue };
        let text = theirs.opened_with_words(&theirs.code, &canonical(person)).unwrap();
        assert!(text.contains(comment), "the right words open it");
        assert!(theirs.opened_with_bytes(person.token.0).unwrap().contains(comment));

        // Another's words, the right ones in another order, none, the code itself; the right ones with another slip.
        let other = world.unfinished.iter().find(|other| other.words.is_some() && other.code != person.code);
        let words = canonical(person);
        let turned = words.split(' ').rev().collect::<Vec<_>>().join(" ");
        for wrong in [canonical(other.unwrap()), turned, String::new(), person.code.clone()] {
            assert_eq!(theirs.opened_with_words(&theirs.code, &wrong), None, "{wrong}");
        }
        let other_slip = AccessCode::parse(&world.codes[0].code).unwrap();
        assert_eq!(theirs.opened_with_words(&other_slip, &words), None);
    }

    // Everything that can be made of the codes alone, and every 32 bytes that stand anywhere in the database.
    let mut keys = from_codes(&world, &taken).await;
    keys.extend(from_rows(&world).await);
    assert!(keys.len() > 500, "{}", keys.len());
    for draft in &taken {
        for key in &keys {
            assert_eq!(draft.opened_with_bytes(*key), None, "{key:?}");
        }
    }

    // Nor does a draft that was begun anew leave anything that its old browser opens.
    let anew = &world.unfinished[2];
    let (lost, found) = (&anew.sealed, world.lies_sealed(&anew.token).await);
    let gone = lost.iter().filter(|value| !found.contains(value)).count();
    assert_eq!(gone, lost.len() - 1, "all but the slip's own key is new");
}

/// Hashes of each code as the program makes them, and as a careless one would have.
async fn from_codes(world: &World, taken: &[Taken]) -> Vec<Bytes32> {
    let installation = world.store.salt([0; 32]).await.unwrap();
    let params = || Params::new(19 * 1024, 2, 1, Some(32)).unwrap();
    let slow = |secret: &str, salt: &Bytes32| {
        let mut out = [0; 32];
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params());
        argon2.hash_password_into(secret.as_bytes(), salt, &mut out).unwrap();
        out
    };
    let mut keys = vec![[0; 32], installation];
    for code in taken.iter().map(|draft| draft.code.shown()) {
        let bare = code.replace('-', "")[..12].to_owned();
        keys.push(lookup_key(&AccessCode::parse(&code).unwrap(), &installation).unwrap());
        keys.extend([&code, &bare].map(|secret| -> Bytes32 { Sha256::digest(secret).into() }));
        let salts = [Some(installation)].into_iter().chain(taken.iter().map(|draft| draft.words_salt));
        keys.extend(salts.flatten().map(|salt| slow(&bare, &salt)));
    }
    keys
}

/// Every 32 bytes in a row of every value that is bytes; of the long sealed pages the first.
async fn from_rows(world: &World) -> Vec<Bytes32> {
    let mut keys = Vec::new();
    for column in columns(&world.store).await {
        let (table, name) = column.split_once('.').unwrap();
        let there = format!("FROM {table} WHERE typeof(\"{name}\") = 'blob'");
        for value in blobs(&world.store, format!("SELECT \"{name}\" {there}")).await {
            let some = &value[..value.len().min(80)];
            keys.extend(some.windows(32).map(|window| -> Bytes32 { window.try_into().unwrap() }));
        }
    }
    // Also what is written as digits.
    for text in texts(&world.store, "SELECT id FROM screening UNION SELECT id FROM audit").await {
        keys.push(text.as_bytes().try_into().unwrap());
    }
    keys
}
