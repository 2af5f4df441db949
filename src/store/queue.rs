//! How do many callers share one writer? A bounded queue, emptied in batches, with an acknowledgement for each entry
//! once it is durable.

use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};

use super::ledger::{Deletion, Ledger, NextTurn, Write, Written};
use super::{Conversation, Feedback, Reason, StoreError, StoredAnswer};

/// How many entries are written at once: at this size the flush to the disk costs each of them next to nothing.
const BATCH: usize = 64;

type Ack<T> = oneshot::Sender<Result<T, StoreError>>;

enum Job {
    Conversation(Conversation, Ack<()>),
    Answer(StoredAnswer, Ack<()>),
    Turn(NextTurn, Ack<bool>),
    Deletion(Deletion, Ack<bool>),
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

    pub(super) async fn begin_conversation(&self, conversation: Conversation) -> Result<(), StoreError> {
        self.ask(|ack| Job::Conversation(conversation, ack)).await
    }

    pub(super) async fn keep_answer(&self, answer: StoredAnswer) -> Result<(), StoreError> {
        self.ask(|ack| Job::Answer(answer, ack)).await
    }

    pub(super) async fn keep_turn(&self, turn: NextTurn) -> Result<bool, StoreError> {
        self.ask(|ack| Job::Turn(turn, ack)).await
    }

    pub(super) async fn delete_conversation(&self, deletion: Deletion) -> Result<bool, StoreError> {
        self.ask(|ack| Job::Deletion(deletion, ack)).await
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

/// The writer: all that waits is sorted by kind and written, while more gathers behind it.
async fn write(mut ledger: impl Ledger, mut waiting: mpsc::Receiver<Job>) {
    let mut jobs = Vec::with_capacity(BATCH);
    let mut closing = Vec::new();
    while waiting.recv_many(&mut jobs, BATCH).await > 0 {
        let (mut conversations, mut answers, mut turns) = (Batch::new(), Batch::new(), Batch::new());
        let (mut feedback, mut deletions, mut probes) = (Vec::new(), Batch::new(), Vec::new());
        for job in jobs.drain(..) {
            match job {
                Job::Conversation(conversation, ack) => conversations.push(conversation, ack),
                Job::Answer(answer, ack) => answers.push(answer, ack),
                Job::Turn(turn, ack) => turns.push(turn, ack),
                Job::Deletion(deletion, ack) => deletions.push(deletion, ack),
                Job::Feedback(said, ack) => feedback.push((said, ack)),
                Job::Probe(ack) => probes.push(ack),
                Job::Close(ack) => {
                    waiting.close();
                    closing.push(ack);
                }
            }
        }
        conversations.write(&mut ledger).await;
        answers.write(&mut ledger).await;
        turns.write(&mut ledger).await;
        for (said, ack) in feedback {
            acknowledge(ack, ledger.keep_feedback(&said).await);
        }
        deletions.write(&mut ledger).await;
        for ack in probes {
            acknowledge(ack, ledger.probe().await);
        }
    }
    ledger.close().await;
    for ack in closing {
        ack.send(()).ok();
    }
}

/// What waits, of one kind.
struct Batch<T, O> {
    entries: Vec<T>,
    acks: Vec<Ack<O>>,
}

impl<T, O> Batch<T, O> {
    const fn new() -> Self {
        Self { entries: Vec::new(), acks: Vec::new() }
    }

    fn push(&mut self, entry: T, ack: Ack<O>) {
        self.entries.push(entry);
        self.acks.push(ack);
    }

    /// One transaction for all. An id that is already kept fails its own entry only: the others go one by one.
    async fn write(self, ledger: &mut impl Write<T, Outcome = O>) {
        if self.entries.is_empty() {
            return;
        }
        let written = ledger.write(&self.entries).await;
        if matches!(written, Err(StoreError::Duplicate)) && self.entries.len() > 1 {
            for (entry, ack) in self.entries.chunks(1).zip(self.acks) {
                tell([ack], ledger.write(entry).await);
            }
        } else {
            tell(self.acks, written);
        }
    }
}

/// Tells each caller what became of its entry.
fn tell<O>(acks: impl IntoIterator<Item = Ack<O>>, written: Written<O>) {
    match written {
        Ok(outcomes) => acks.into_iter().zip(outcomes).for_each(|(ack, outcome)| acknowledge(ack, outcome)),
        Err(error) => acks.into_iter().for_each(|ack| acknowledge(ack, Err(error.clone()))),
    }
}

fn acknowledge<T>(ack: Ack<T>, outcome: Result<T, StoreError>) {
    // The caller may have gone; what was written stays.
    ack.send(outcome).ok();
}
