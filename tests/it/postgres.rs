//! A PostgreSQL server that is thrown away, started once for all tests and stopped when their process ends.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

/// Starts a server, says so, and does what it is told line by line; when nobody is there to tell it anything any more,
/// however the tests ended, it stops the server and removes it.
const KEEPER: &str = r#"
set -eu
folder=$1 programs=$2 port=$3
trap '' HUP INT TERM
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
control() { as_postgres "$programs/pg_ctl" -s -w -D "$folder/data" "$@" >>"$folder/control.log" 2>&1; }
# To the server and every process of it; a signal that stops them cannot be heeded or missed.
signal() {
  first=$(head -n 1 "$folder/data/postmaster.pid")
  kill -"$1" "$first"
  for stat in /proc/[0-9]*/stat; do
    if read -r pid _ _ parent _ 2>/dev/null <"$stat" && [ "$parent" = "$first" ]; then kill -"$1" "$pid" || true; fi
  done
}
start() { control -l "$folder/data/server.log" -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c max_connections=200" start; }
if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
as_postgres "$programs/initdb" -D "$folder/data" -U nordvis -A trust --no-sync --locale=C.UTF-8 -E UTF8 >"$folder/initdb.log"
start
echo ready
while read -r told; do
  case $told in
    start) start ;;
    crash) control -m immediate stop ;;
    freeze) signal STOP ;;
    thaw) signal CONT ;;
  esac
  echo done
done
signal CONT || true
control -m immediate stop || true
rm -rf "$folder"
"#;

/// The server that tests share, each with a database of its own.
pub fn shared() -> &'static Server {
    static SERVER: LazyLock<Server> = LazyLock::new(Server::start);
    &SERVER
}

/// A running server; it ends with this value, or with the process.
pub struct Server {
    keeper: std::sync::Mutex<Child>,
    port: u16,
    folder: PathBuf,
}

impl Server {
    /// A server of one's own, to be stopped and started.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap().keep();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(&folder)
            .arg(programs())
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        assert_eq!(heard(&mut keeper), "ready\n", "PostgreSQL did not start: see {}", folder.display());
        Self { keeper: keeper.into(), port, folder }
    }

    /// A new, empty database.
    pub async fn database(&self) -> String {
        let name = format!("test_{}", uuid::Uuid::now_v7().simple());
        let mut connection = self.connect("postgres").await;
        let create = AssertSqlSafe(format!("CREATE DATABASE {name}"));
        sqlx::raw_sql(create).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        self.url(&name)
    }

    /// A connection of the server's owner.
    pub async fn connect(&self, database: &str) -> sqlx::PgConnection {
        let options: PgConnectOptions = self.url(database).parse().unwrap();
        options.connect().await.unwrap()
    }

    pub fn url(&self, database: &str) -> String {
        format!("postgres://nordvis@127.0.0.1:{}/{database}", self.port)
    }

    /// Where the server keeps its files.
    pub fn folder(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Stops it as if its machine had failed (`crash`) and starts it again (`start`), or lets it stand still (`freeze`) and
    /// go on (`thaw`).
    pub fn tell(&self, what: &str) {
        let mut keeper = self.keeper.lock().unwrap();
        writeln!(keeper.stdin.as_ref().unwrap(), "{what}").unwrap();
        assert_eq!(heard(&mut keeper), "done\n");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let keeper = self.keeper.get_mut().unwrap();
        drop(keeper.stdin.take());
        keeper.wait().unwrap();
    }
}

fn heard(keeper: &mut Child) -> String {
    let mut line = String::new();
    // One byte at a time: what comes after the line is for the next one who listens.
    BufReader::with_capacity(1, keeper.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    line
}

/// The folder with PostgreSQL's programs, of the newest version where Debian keeps them, or in the PATH.
fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = versions.map(|version| version.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut found: Vec<PathBuf> = std::env::split_paths(&path).chain(debian).collect();
    found.retain(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists());
    let version = |folder: &PathBuf| folder.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    found.sort_by_key(version);
    found.pop().expect("PostgreSQL is not installed: `./test` installs it")
}
