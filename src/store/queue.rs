//! How do many callers share one writer? A bounded queue, emptied in batches, with an acknowledgement for each entry
//! once it is durable.

use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

use super::audit::Client;
use super::batch::Writing;
use super::ledger::{Ledger, Work};
use super::retention::{Purge, Purged};
use super::{Reason, StoreError};

/// How many entries are written at once: at this size the flush to the disk costs each of them next to nothing.
const BATCH: usize = 64;

type Ack<T> = oneshot::Sender<Result<T, StoreError>>;

enum Job {
    Write(Work, Ack<bool>),
    Purge(Purge, Client, Ack<Purged>),
    Rewrite(Ack<()>),
    Probe(Ack<()>),
    Close(oneshot::Sender<()>),
}

/// The way to the writer.
#[derive(Clone)]
pub(super) struct Queue {
    jobs: mpsc::Sender<Job>,
}

impl Queue {
    /// Starts the writer.
    pub(super) fn start(ledger: impl Ledger, places: usize) -> Self {
        let (jobs, waiting) = mpsc::channel(places.max(1));
        tokio::spawn(write(Writing::new(ledger), waiting));
        Self { jobs }
    }

    /// Writes this. Tells whether what it belongs to is there; if not, nothing was written.
    pub(super) async fn write(&self, work: Work) -> Result<bool, StoreError> {
        self.ask(|ack| Job::Write(work, ack)).await
    }

    /// Deletes some of what is older than it may be; nothing when nothing is left.
    pub(super) async fn purge(&self, some: Purge, client: Client) -> Result<Purged, StoreError> {
        self.ask(|ack| Job::Purge(some, client, ack)).await
    }

    /// Writes the whole database anew.
    pub(super) async fn rewrite(&self) -> Result<(), StoreError> {
        self.ask(Job::Rewrite).await
    }

    pub(super) async fn probe(&self) -> Result<(), StoreError> {
        self.ask(Job::Probe).await
    }

    pub(super) fn waiting(&self) -> usize {
        self.jobs.max_capacity() - self.jobs.capacity()
    }

    /// Returns when all that was accepted is written.
    pub(super) async fn close(&self) {
        let (ack, closed) = oneshot::channel();
        if self.jobs.send(Job::Close(ack)).await.is_ok() {
            closed.await.ok();
        }
    }

    /// From the moment the job is in the queue it is the writer's: a caller that goes away does not stop it.
    async fn ask<T>(&self, job: impl FnOnce(Ack<T>) -> Job) -> Result<T, StoreError> {
        let (ack, outcome) = oneshot::channel();
        self.jobs.try_send(job(ack)).map_err(|refused| match refused {
            TrySendError::Full(_) => StoreError::Overloaded,
            TrySendError::Closed(_) => StoreError::Unavailable(Reason::Stopped),
        })?;
        outcome.await.unwrap_or(Err(StoreError::Unavailable(Reason::Stopped)))
    }
}

/// The writer: all that waits is written in one transaction, while more gathers behind it.
async fn write(mut writing: Writing<impl Ledger>, mut waiting: mpsc::Receiver<Job>) {
    let mut jobs = Vec::with_capacity(BATCH);
    let mut closing = Vec::new();
    while waiting.recv_many(&mut jobs, BATCH).await > 0 {
        let (mut entries, mut acks, mut probes) = (Vec::with_capacity(jobs.len()), Vec::new(), Vec::new());
        let (mut purges, mut rewrites) = (Vec::new(), Vec::new());
        for job in jobs.drain(..) {
            match job {
                Job::Write(work, ack) => {
                    entries.push(work);
                    acks.push(ack);
                }
                Job::Purge(some, client, ack) => purges.push((some, client, ack)),
                Job::Rewrite(ack) => rewrites.push(ack),
                Job::Probe(ack) => probes.push(ack),
                Job::Close(ack) => {
                    waiting.close();
                    closing.push(ack);
                }
            }
        }
        for (ack, outcome) in acks.into_iter().zip(writing.keep(&entries).await) {
            acknowledge(ack, outcome);
        }
        for (some, client, ack) in purges {
            acknowledge(ack, writing.purge(some, &client).await);
        }
        for ack in rewrites {
            acknowledge(ack, writing.ledger.rewrite().await);
        }
        if !probes.is_empty() {
            let outcome = writing.probe().await;
            probes.into_iter().for_each(|ack| acknowledge(ack, outcome.clone()));
        }
    }
    writing.ledger.close().await;
    for ack in closing {
        ack.send(()).ok();
    }
}

fn acknowledge<T>(ack: Ack<T>, outcome: Result<T, StoreError>) {
    // The caller may have gone; what was written stays.
    ack.send(outcome).ok();
}
