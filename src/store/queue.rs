//! How do many callers share one writer? A bounded queue, emptied in batches, with an acknowledgement for each entry
//! once it is durable.

use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

use super::{Feedback, Reason, StoreError, StoredAnswer};

/// How many entries one transaction takes: at this size the flush to the disk costs each of them next to nothing.
const BATCH: usize = 64;

/// The writing side of a database. Each call is one transaction, durable when it returns. After an error the next
/// call starts afresh, on a new connection.
pub(super) trait Ledger: Send + 'static {
    /// Keeps all of these answers or none.
    fn keep_answers(&mut self, answers: &[StoredAnswer]) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Keeps this if its answer is there; tells whether it is.
    fn keep_feedback(&mut self, feedback: &Feedback) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Writes something small, to learn whether writing works.
    fn probe(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Lets go of the database.
    fn close(self) -> impl Future<Output = ()> + Send;
}

type Ack<T> = oneshot::Sender<Result<T, StoreError>>;

enum Job {
    Answer(StoredAnswer, Ack<()>),
    Feedback(Feedback, Ack<bool>),
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
        tokio::spawn(write(ledger, waiting));
        Self { jobs }
    }

    pub(super) async fn keep_answer(&self, answer: StoredAnswer) -> Result<(), StoreError> {
        self.ask(|ack| Job::Answer(answer, ack)).await
    }

    pub(super) async fn keep_feedback(&self, feedback: Feedback) -> Result<bool, StoreError> {
        self.ask(|ack| Job::Feedback(feedback, ack)).await
    }

    pub(super) async fn probe(&self) -> Result<(), StoreError> {
        self.ask(Job::Probe).await
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

/// The writer: all that waits becomes one batch, while more gathers behind it.
async fn write(mut ledger: impl Ledger, mut waiting: mpsc::Receiver<Job>) {
    let mut jobs = Vec::with_capacity(BATCH);
    let mut closing = Vec::new();
    while waiting.recv_many(&mut jobs, BATCH).await > 0 {
        let (mut answers, mut acks, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for job in jobs.drain(..) {
            match job {
                Job::Answer(answer, ack) => {
                    answers.push(answer);
                    acks.push(ack);
                }
                other => others.push(other),
            }
        }
        keep_answers(&mut ledger, &answers, acks).await;
        for job in others {
            match job {
                Job::Answer(..) => {}
                Job::Feedback(feedback, ack) => acknowledge(ack, ledger.keep_feedback(&feedback).await),
                Job::Probe(ack) => acknowledge(ack, ledger.probe().await),
                Job::Close(ack) => {
                    waiting.close();
                    closing.push(ack);
                }
            }
        }
    }
    ledger.close().await;
    for ack in closing {
        ack.send(()).ok();
    }
}

/// One transaction for all. An id that is already kept fails its own answer only: the others go one by one.
async fn keep_answers(ledger: &mut impl Ledger, answers: &[StoredAnswer], acks: Vec<Ack<()>>) {
    if answers.is_empty() {
        return;
    }
    let outcome = ledger.keep_answers(answers).await;
    let one_by_one = outcome == Err(StoreError::Duplicate) && answers.len() > 1;
    for (answer, ack) in answers.chunks(1).zip(acks) {
        let outcome = if one_by_one { ledger.keep_answers(answer).await } else { outcome.clone() };
        acknowledge(ack, outcome);
    }
}

fn acknowledge<T>(ack: Ack<T>, outcome: Result<T, StoreError>) {
    // The caller may have gone; what was written stays.
    ack.send(outcome).ok();
}
