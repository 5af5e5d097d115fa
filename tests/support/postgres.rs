//! A PostgreSQL server of a test's own: in a temporary folder, on a free port, stopped when the test ends.

use super::Folder;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A running server with an empty database.
pub(crate) struct Server {
    folder: Folder,
    programs: PathBuf,
    port: u16,
    options: String,
}

impl Server {
    /// Starts one.
    ///
    /// # Panics
    ///
    /// Where Debian's package `postgresql` is not installed (`cargo xtask test` does that), or the server does not
    /// start.
    pub(crate) fn start() -> Self {
        Self::started(false)
    }

    /// Starts one that speaks over TLS alone, as `127.0.0.1`; [`Self::certificate`] vouches for it.
    ///
    /// # Panics
    ///
    /// As [`Self::start`], or where `openssl` is not installed (PostgreSQL's packages bring it along).
    pub(crate) fn start_sealed() -> Self {
        Self::started(true)
    }

    fn started(sealed: bool) -> Self {
        let folder = Folder::new();
        // initdb wants an owner that is not root.
        run(Command::new("chmod").arg("777").arg(folder.path()));
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut server = Self { folder, programs: programs(), port, options: String::new() };
        run(server
            .program("initdb")
            .args(["--auth=trust", "--username=pejling", "--encoding=UTF8", "-D"])
            .arg(server.data()));
        let mut options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c autovacuum=off"
        );
        if sealed {
            server.certify("server", "IP:127.0.0.1");
            let alone = "hostssl all all 127.0.0.1/32 trust\n";
            std::fs::write(server.data().join("pg_hba.conf"), alone).unwrap();
            options.push_str(" -c ssl=on");
        }
        server.options = options;
        server.start_again();
        server
    }

    /// Starts it, the first time or after [`Self::stop`].
    pub(crate) fn start_again(&self) {
        run(self
            .program("pg_ctl")
            .arg("start")
            .arg("-w")
            .arg("-D")
            .arg(self.data())
            .arg("-o")
            .arg(&self.options)
            .arg("-l")
            .arg(self.log()));
    }

    /// Stops it, whoever is connected.
    pub(crate) fn stop(&self) {
        run(self.program("pg_ctl").args(["stop", "-m", "fast", "-w", "-D"]).arg(self.data()));
    }

    /// The database's address.
    pub(crate) fn address(&self) -> String {
        format!("postgres://pejling@127.0.0.1:{}/postgres", self.port)
    }

    /// A key and a certificate of that name, which vouches for itself, beside the data.
    pub(crate) fn certify(&self, name: &str, whom: &str) {
        let told = format!(
            "[req]\ndistinguished_name = name\nx509_extensions = more\nprompt = no\n[name]\nCN = {name}\n\
             [more]\nsubjectAltName = {whom}\nbasicConstraints = critical, CA:FALSE\n"
        );
        let config = self.folder.path().join(format!("{name}.cnf"));
        std::fs::write(&config, told).unwrap();
        let mut openssl = self.by_owner("openssl".as_ref());
        openssl.args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-config"]).arg(config);
        openssl.arg("-keyout").arg(self.data().join(format!("{name}.key")));
        run(openssl.arg("-out").arg(self.certificate(name)));
    }

    /// What vouches for the server of [`Self::start_sealed`], or what [`Self::certify`] made.
    pub(crate) fn certificate(&self, name: &str) -> PathBuf {
        self.data().join(format!("{name}.crt"))
    }

    /// The folder of everything it stores.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What it says of itself.
    pub(crate) fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// One of the server's programs, as a user that it accepts.
    pub(crate) fn program(&self, name: &str) -> Command {
        self.by_owner(&self.programs.join(name))
    }

    fn by_owner(&self, path: &Path) -> Command {
        if !is_root() {
            return Command::new(path);
        }
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(path);
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped =
            self.program("pg_ctl").args(["stop", "-m", "immediate", "-w", "-D"]).arg(self.data()).output();
        if let Err(error) = stopped {
            eprintln!("the PostgreSQL server of a test was not stopped: {error}");
        }
    }
}

fn is_root() -> bool {
    run(Command::new("id").arg("-u")).stdout == b"0\n"
}

/// The newest installed.
fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest =
        versions.max_by_key(|version| version.file_name().to_string_lossy().parse::<u32>().unwrap_or(0));
    newest.expect("PostgreSQL is installed (package postgresql)").path().join("bin")
}

fn run(command: &mut Command) -> Output {
    let output = command.current_dir("/").output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}: {}{}",
        String::from_utf8_lossy(&output.stderr),
        String::from_utf8_lossy(&output.stdout)
    );
    output
}
