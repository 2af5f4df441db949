//! What is asked of either database in the same words? Parameters are written `$1` and results have the same names in both;
//! only the types of the columns differ, and each reads its own.

/// Begins a statement with a table of the chains of the audit log, and `NULL`: from one chain to the next through the index,
/// since there are few chains, and many rows.
macro_rules! with_chains {
    ($statement:literal) => {
        concat!(
            "WITH RECURSIVE chains (chain) AS (
            SELECT min(chain) FROM audit
            UNION ALL
            SELECT (SELECT min(chain) FROM audit WHERE chain > chains.chain) FROM chains
            WHERE chain IS NOT NULL)",
            $statement
        )
    };
}

/// The answer with this id.
pub(super) const ANSWER: &str = "SELECT id, created_at, corpus, program, request, reply, owner, checksum FROM answers
    WHERE id = $1";

/// The conversation with this id, a row for each of its turns with their answers; one without turns is one row.
pub(super) const CONVERSATION: &str = "SELECT begun.created_at AS begun_at, settings, begun.owner AS begun_by,
    begun.checksum AS begun_checksum, turn, input,
    answers.id, answers.created_at, corpus, program, request, reply, answers.owner, answers.checksum
    FROM conversations AS begun LEFT JOIN answers ON conversation = begun.id
    WHERE begun.id = $1 ORDER BY turn";

/// The same with no more of its turns than what was said.
pub(super) const INPUTS: &str = "SELECT begun.created_at AS begun_at, settings, begun.owner AS begun_by,
    begun.checksum AS begun_checksum, input, answers.checksum
    FROM conversations AS begun LEFT JOIN answers ON conversation = begun.id
    WHERE begun.id = $1 ORDER BY turn";

/// What was said of the answer with this id.
pub(super) const FEEDBACK: &str =
    "SELECT helpful, comment, given_at, token FROM feedback WHERE answer = $1 ORDER BY number";

/// The rows of the audit log after this chain and number, as many as are read at once.
pub(super) const AUDIT_AFTER: &str = "SELECT chain, number, at, client, action, status, subject, hash FROM audit
    WHERE (chain, number) > ($1, $2) ORDER BY chain, number LIMIT 10000";

/// The last row of each chain of the audit log that was purged.
pub(super) const AUDIT_PURGED: &str = "SELECT chain, number, hash FROM audit_purged ORDER BY chain";

/// The last row of each chain of the audit log.
pub(super) const AUDIT_HEADS: &str = with_chains!(
    " SELECT audit.chain, number, hash FROM audit JOIN chains ON audit.chain = chains.chain
    WHERE number = (SELECT max(number) FROM audit AS all_of WHERE all_of.chain = chains.chain)
    ORDER BY audit.chain"
);

/// The first and the last row of each chain of the audit log that are older than they may be. Time never runs backwards in
/// a chain, so the last is found without looking at the others: ahead by ever smaller steps, each taken when the row there,
/// or the next one where it is missing, is too old. The first step is longer than any chain.
pub(super) const AUDIT_OVERDUE: &str = with_chains!(
    ", ahead (chain, first, last, step) AS (
    SELECT chain, first, first - 1, 1099511627776 FROM (
    SELECT chain, (SELECT min(number) FROM audit WHERE audit.chain = chains.chain) AS first FROM chains) AS begun
    WHERE first IS NOT NULL
    UNION ALL
    SELECT chain, first, last + CASE WHEN (SELECT at FROM audit
    WHERE audit.chain = ahead.chain AND number >= ahead.last + ahead.step ORDER BY number LIMIT 1) < $1
    THEN step ELSE 0 END, step / 2
    FROM ahead WHERE step > 0)
    SELECT chain, first, last FROM ahead WHERE step = 0 AND last >= first ORDER BY chain"
);

/// Tells beside the audit log that a chain was purged up to the last of so many of these rows; nothing when there is none, or
/// when it was purged further already.
pub(super) const AUDIT_PURGE: &str = "INSERT INTO audit_purged (chain, number, hash)
    SELECT chain, number, hash FROM (
    SELECT chain, number, hash FROM audit WHERE chain = $1 AND number BETWEEN $2 AND $3 ORDER BY number LIMIT $4) AS oldest
    ORDER BY number DESC LIMIT 1
    ON CONFLICT (chain) DO UPDATE SET number = excluded.number, hash = excluded.hash
    WHERE audit_purged.number < excluded.number
    RETURNING chain, number, hash";

/// The ends of other chains that were purged and of which some of these rows tell, with what the rows say. Without such a row
/// the log would not show that it was a purge.
pub(super) const AUDIT_TOLD: &str = "SELECT DISTINCT purged.chain, purged.number, purged.hash, subject
    FROM audit JOIN audit_purged AS purged ON purged.chain <> audit.chain
    AND subject LIKE purged.chain || ':' || purged.number || ':%'
    WHERE audit.chain = $1 AND audit.number BETWEEN $2 AND $3 AND action = 'audit-purged' ORDER BY purged.chain";

/// How much of each kind but the audit log is older than it may be.
pub(super) const OVERDUE: &str = "SELECT
    (SELECT count(*) FROM conversations WHERE created_at < $1 AND NOT EXISTS (
    SELECT 1 FROM answers WHERE conversation = conversations.id AND answers.created_at >= $1)),
    (SELECT count(*) FROM answers WHERE created_at < $2 AND conversation IS NULL),
    (SELECT count(*) FROM feedback WHERE given_at < $3)";

/// The corpus with this fingerprint.
pub(super) const CORPUS: &str = "SELECT fingerprint, stored_at, archive FROM corpora WHERE fingerprint = $1";

/// Every corpus.
pub(super) const CORPORA: &str = "SELECT fingerprint, stored_at FROM corpora ORDER BY number";

/// How many answers stand on the corpus with this fingerprint.
pub(super) const ANSWERS_ON: &str = "SELECT count(*) FROM answers WHERE corpus = $1";

/// The last choices of which corpus answers.
pub(super) const ACTIVATIONS: &str = "SELECT corpus, activated_at FROM activations ORDER BY number DESC LIMIT $1";

/// The answer with this id, and where it stands.
pub(super) const KEPT: &str =
    "SELECT number, id, created_at, corpus, program, request, reply, owner, checksum, conversation, turn
    FROM answers WHERE id = $1";

/// The answer with this number, and where it stands.
pub(super) const KEPT_AT: &str =
    "SELECT number, id, created_at, corpus, program, request, reply, owner, checksum, conversation, turn
    FROM answers WHERE number = $1";

/// Where so many answers after this number stand.
pub(super) const PLACES_AFTER: &str = "SELECT number, id FROM answers WHERE number > $1 ORDER BY number LIMIT $2";

#[cfg(test)]
mod tests {
    use sqlx::sqlite::SqliteConnectOptions;
    use sqlx::{AssertSqlSafe, ConnectOptions, Row};

    use super::*;
    use crate::store::sqlite;

    /// A log of many years would be in the way of every write.
    #[tokio::test]
    async fn no_step_of_a_purge_looks_at_the_whole_audit_log() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("nordvis.db");
        let opened = sqlite::open(&file, None).await.unwrap();
        let mut connection = SqliteConnectOptions::new().filename(&file).connect().await.unwrap();
        let delete = "DELETE FROM audit WHERE chain = $1 AND number BETWEEN $2 AND $3";
        for statement in [AUDIT_HEADS, AUDIT_OVERDUE, AUDIT_PURGE, AUDIT_TOLD, delete] {
            let plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}")));
            let steps = plan.fetch_all(&mut connection).await.unwrap();
            let steps: Vec<String> = steps.iter().map(|step| step.get("detail")).collect();
            assert!(steps.iter().any(|step| step.starts_with("SEARCH audit USING PRIMARY KEY")), "{steps:?}");
            assert!(!steps.iter().any(|step| step.starts_with("SCAN audit")), "{statement}: {steps:?}");
        }
        drop(opened);
    }
}
