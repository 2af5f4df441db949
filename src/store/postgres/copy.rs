//! How is all of it copied out, at one moment, and back in? Row by row, as the tables of a backup say.

use futures_util::TryStreamExt;
use serde_json::Value;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::query_builder::Separated;
use sqlx::{AssertSqlSafe, Connection, Postgres, QueryBuilder};
use uuid::Uuid;

use super::Reader;
use super::fault::fault;
use super::session::{MOMENT, connect, part, unhurried};
use crate::store::backup::{BackupError, Cells, Kind, Sink, Source, TABLES, Table, bytes, cells};
use crate::store::{Reason, StoreError};

/// How many rows are written at once.
const ROWS: usize = 200;

impl Reader {
    /// Copies everything out, as it is at one moment; writes go on meanwhile.
    pub(in crate::store) async fn copy_out(&self, sink: &mut Sink) -> Result<(), BackupError> {
        let mut session = connect(&unhurried(self.options())).await?;
        let mut transaction = session.begin_with(MOMENT).await.map_err(|error| fault(&error))?;
        rows(&mut transaction, sink).await?;
        transaction.rollback().await.map_err(|error| fault(&error))?;
        part(session).await;
        Ok(())
    }
}

/// Copies everything in, or nothing.
pub(in crate::store) async fn copy_in(url: &str, source: &mut Source) -> Result<(), BackupError> {
    let url: PgConnectOptions = url.parse().map_err(|_| StoreError::Unavailable(Reason::Stopped))?;
    let mut session = connect(&unhurried(&url)).await?;
    let mut transaction = session.begin().await.map_err(|error| fault(&error))?;
    fill_in(&mut transaction, source).await?;
    transaction.commit().await.map_err(|error| fault(&error))?;
    part(session).await;
    Ok(())
}

async fn rows(session: &mut PgConnection, sink: &mut Sink) -> Result<(), BackupError> {
    for table in TABLES {
        let select = format!("SELECT {} FROM {} ORDER BY {}", table.list(), table.name, table.order);
        let mut rows = sqlx::query(AssertSqlSafe(select)).fetch(&mut *session);
        while let Some(row) = rows.try_next().await.map_err(|error| fault(&error))? {
            sink.row(table, &cells(&row, table).map_err(|error| fault(&error))?)?;
        }
    }
    Ok(())
}

async fn fill_in(session: &mut PgConnection, source: &mut Source) -> Result<(), BackupError> {
    for table in TABLES {
        let any = format!("SELECT EXISTS (SELECT 1 FROM {})", table.name);
        let any: bool =
            sqlx::query_scalar(AssertSqlSafe(any)).fetch_one(&mut *session).await.map_err(|error| fault(&error))?;
        if any {
            return Err(BackupError::NotEmpty);
        }
    }
    let mut waiting: Vec<(&Table, Cells)> = Vec::with_capacity(ROWS);
    while let Some((table, cells)) = source.next()? {
        if waiting.len() == ROWS || waiting.first().is_some_and(|(first, _)| first.name != table.name) {
            insert(session, &waiting).await?;
            waiting.clear();
        }
        waiting.push((table, cells));
    }
    insert(session, &waiting).await
}

/// Rows of one table.
async fn insert(session: &mut PgConnection, rows: &[(&Table, Cells)]) -> Result<(), BackupError> {
    let Some((table, _)) = rows.first() else { return Ok(()) };
    let mut insert = QueryBuilder::<Postgres>::new(format!("INSERT INTO {} ({}) ", table.name, table.list()));
    insert.push_values(rows, |mut row, (table, cells)| {
        for ((_, kind), cell) in table.columns.iter().zip(cells) {
            bind(&mut row, *kind, cell);
        }
    });
    insert.build().execute(session).await.map_err(|error| fault(&error))?;
    Ok(())
}

fn bind(row: &mut Separated<'_, Postgres, &'static str>, kind: Kind, cell: &Value) {
    match kind {
        Kind::Id => row.push_bind(cell.as_str().and_then(|id| id.parse::<Uuid>().ok())),
        Kind::Integer => row.push_bind(cell.as_i64()),
        Kind::Boolean => row.push_bind(cell.as_bool()),
        Kind::Text => row.push_bind(cell.as_str()),
        Kind::Words => row.push_bind(cell.as_str().map(str::as_bytes)),
        Kind::Bytes => row.push_bind(cell.as_str().and_then(bytes)),
    };
}
