//! The flags of sign-on. All or none: without a provider people sign in with e-mail and password alone.

use super::Misuse;
use crate::config::{Issuer, MailPassword, PublicUrl, SignOnSettings};
use anyhow::Context;
use app::pages::sign_on::BACK;
use clap::Args;
use std::path::PathBuf;

/// Where the secret may stand instead of in a file.
const SECRET: &str = "PEJLING_SIGN_ON_SECRET";
/// Longest label, in characters: it stands on a button.
const LONGEST_LABEL: usize = 40;

#[derive(Args, Debug)]
#[command(
    next_help_heading = "Sign-on: OpenID Connect, beside e-mail and password; without an issuer there is none"
)]
pub(super) struct SignOnArguments {
    /// Address of the provider, as it writes it itself, e.g. https://login.example.dk/realms/kommunen
    #[arg(long, value_name = "URL", env = "PEJLING_SIGN_ON_ISSUER", requires = "sign_on_client")]
    sign_on_issuer: Option<Issuer>,
    /// What the provider calls this program; it sends people back to the public address with /log-ind/retur
    #[arg(long, value_name = "ID", env = "PEJLING_SIGN_ON_CLIENT", requires = "sign_on_issuer")]
    sign_on_client: Option<String>,
    /// File that holds the client's secret alone; or PEJLING_SIGN_ON_SECRET in the environment
    #[arg(long, value_name = "FILE", env = "PEJLING_SIGN_ON_SECRET_FILE", requires = "sign_on_issuer")]
    sign_on_secret_file: Option<PathBuf>,
    /// What people call it, for the button "Log ind med …", e.g. "kommunens login"
    #[arg(long, value_name = "WORDS", env = "PEJLING_SIGN_ON_LABEL", requires = "sign_on_issuer", value_parser = label)]
    sign_on_label: Option<String>,
}

fn label(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LONGEST_LABEL && !text.contains(char::is_control);
    if fits { Ok(text.to_owned()) } else { Err(format!("write at most {LONGEST_LABEL} letters on one line")) }
}

impl SignOnArguments {
    /// The settings; none where no issuer is given.
    pub(super) fn settings(&self, public: &PublicUrl) -> anyhow::Result<Option<SignOnSettings>> {
        let Some((issuer, client)) = self.sign_on_issuer.clone().zip(self.sign_on_client.clone()) else {
            return Ok(None);
        };
        let host = issuer.as_str().split('/').nth(2).unwrap_or_default().to_owned();
        let label = self.sign_on_label.clone().unwrap_or(host);
        let back = format!("{}{BACK}", public.origin());
        Ok(Some(SignOnSettings { issuer, client, secret: self.secret()?, label, back }))
    }

    fn secret(&self) -> anyhow::Result<MailPassword> {
        let secret = match (&self.sign_on_secret_file, std::env::var(SECRET).ok()) {
            (Some(file), None) => std::fs::read_to_string(file)
                .with_context(|| format!("--sign-on-secret-file {}", file.display()))?
                .trim_end_matches(['\r', '\n'])
                .to_owned(),
            (None, Some(secret)) => secret,
            (Some(_), Some(_)) => {
                let mend = format!("--sign-on-secret-file and {SECRET} are both given: keep one of them");
                return Err(Misuse(mend).into());
            }
            (None, None) => String::new(),
        };
        if secret.is_empty() {
            let mend = format!(
                "--sign-on-client (PEJLING_SIGN_ON_CLIENT) has no secret: give --sign-on-secret-file, or {SECRET} in the \
                 environment"
            );
            return Err(Misuse(mend).into());
        }
        Ok(MailPassword::new(secret))
    }
}
