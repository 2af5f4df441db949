//! Is this database one that we may write to? Version, ownership and schema, in this order, before anything is written.

use std::time::Duration;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPoolOptions};
use sqlx::{Postgres, SqlSafeStr};

use super::Reader;
use super::counter::Counter;
use super::fault::migration_fault;
use super::session::{BEGIN_WITHIN, STATEMENT_WITHIN, connect, part, reading, unhurried, within, writing};
use super::writer::Writer;
use crate::store::{Reason, StoreError};

/// The oldest version that is still cared for by those who make it.
const OLDEST: i32 = 140_000;

/// How many reads run at once, and how long a session is used.
const READERS: u32 = 8;
/// How many counts run at once.
const COUNTERS: u32 = 2;
const READER_LIFE: Duration = Duration::from_secs(30 * 60);

/// How long bringing the schema up to date may take.
const MIGRATED_WITHIN: Duration = Duration::from_secs(60 * 60);

const MIGRATIONS: [(i64, &str, &str); 8] = [
    (1, "answers and feedback", include_str!("../../../migrations/postgres/0001_answers_and_feedback.sql")),
    (2, "conversations", include_str!("../../../migrations/postgres/0002_conversations.sql")),
    (3, "audit", include_str!("../../../migrations/postgres/0003_audit.sql")),
    (5, "corpora", include_str!("../../../migrations/postgres/0005_corpora.sql")),
    (6, "clients", include_str!("../../../migrations/postgres/0006_clients.sql")),
    (7, "checksums", include_str!("../../../migrations/postgres/0007_checksums.sql")),
    (8, "used tokens", include_str!("../../../migrations/postgres/0008_used_tokens.sql")),
    (9, "by time", include_str!("../../../migrations/postgres/0009_by_time.sql")),
];

/// Connects, and makes sure that the database can be relied on.
pub(in crate::store) async fn open(url: &str) -> Result<(Writer, Reader), StoreError> {
    let url: PgConnectOptions = url.parse().map_err(|_| StoreError::Unavailable(Reason::Stopped))?;
    let mut connection = connect(&unhurried(&url)).await?;
    check_server(&mut connection).await?;
    check_owner(&mut connection).await?;
    migrate(&mut connection).await?;
    part(connection).await;
    let pool = |most: u32, options: PgConnectOptions| {
        let pool = PgPoolOptions::new().max_connections(most).acquire_timeout(BEGIN_WITHIN);
        pool.max_lifetime(READER_LIFE).connect_lazy_with(options)
    };
    let listeners = pool(1, reading(&url));
    let counter = Counter::new(pool(COUNTERS, writing(&url)));
    Ok((Writer::new(writing(&url)), Reader::new(pool(READERS, reading(&url)), listeners, url.into(), counter)))
}

async fn check_server(connection: &mut PgConnection) -> Result<(), StoreError> {
    let number: i32 = value(connection, "SELECT current_setting('server_version_num')::int4").await?;
    if number < OLDEST {
        let library = format!("PostgreSQL {}.{}", number / 10_000, number % 10_000);
        return Err(StoreError::TooOld { library, oldest: format!("{}", OLDEST / 10_000) });
    }
    if value::<String>(connection, "SHOW fsync").await? == "off" {
        tracing::warn!("the PostgreSQL server has fsync off: what is acknowledged can be lost when its machine fails");
    }
    Ok(())
}

/// A schema with tables that no migration of ours made is somebody else's.
async fn check_owner(connection: &mut PgConnection) -> Result<(), StoreError> {
    let others = "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())
                  AND to_regclass('_sqlx_migrations') IS NULL";
    if value(connection, others).await? { Err(StoreError::NotOurs) } else { Ok(()) }
}

/// Of two programs that start together one waits.
async fn migrate(connection: &mut PgConnection) -> Result<(), StoreError> {
    let migrations = MIGRATIONS.map(|(version, description, sql)| {
        Migration::new(version, description.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    let migrator = Migrator::with_migrations(migrations.into());
    match tokio::time::timeout(MIGRATED_WITHIN, migrator.run(connection)).await {
        Ok(done) => done.map_err(|error| migration_fault(&error)),
        Err(_) => Err(StoreError::Unavailable(Reason::TimedOut)),
    }
}

async fn value<T>(connection: &mut PgConnection, sql: &'static str) -> Result<T, StoreError>
where
    T: for<'r> sqlx::Decode<'r, Postgres> + sqlx::Type<Postgres> + Send + Unpin,
{
    within(STATEMENT_WITHIN, sqlx::query_scalar(sql).fetch_one(connection)).await
}
