//! How long may a client take to receive what it asked for? A connection that ends when a response that it began to write
//! is not taken in time, however slowly the client reads on.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// A connection whose responses have to be received in time.
pub struct Outgoing<S> {
    stream: S,
    within: Duration,
    /// When what is being written has to be gone; nothing while nothing is held up.
    due: Option<Pin<Box<Sleep>>>,
}

impl<S> Outgoing<S> {
    /// A connection whose client has so long for each response.
    pub const fn new(stream: S, within: Duration) -> Self {
        Self { stream, within, due: None }
    }

    /// What came of writing: the time runs from the first time that the client takes no more, not from the last.
    fn in_time<T>(&mut self, written: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            return written;
        }
        let within = self.within;
        let due = self.due.get_or_insert_with(|| Box::pin(sleep(within)));
        ready!(due.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Outgoing<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Outgoing<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.in_time(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.in_time(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// Asked for when all of a response is written: then nothing is held up any more.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        if flushed.is_ready() {
            self.due = None;
        }
        self.in_time(flushed, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.stream).poll_shutdown(context);
        self.in_time(shut, context)
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::time::Duration;

    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
    use tokio::time::sleep;

    use super::Outgoing;

    /// As long as its client reads at all, a connection without a limit for the whole would go on.
    #[tokio::test]
    async fn a_client_that_reads_a_byte_now_and_then_does_not_hold_a_response_for_ever() {
        let (server, mut client) = duplex(16);
        let mut server = Outgoing::new(server, Duration::from_millis(200));
        let reading = tokio::spawn(async move {
            let mut taken = 0;
            while client.read_u8().await.is_ok() {
                taken += 1;
                sleep(Duration::from_millis(20)).await;
            }
            taken
        });
        let refused = server.write_all(&[0; 1000]).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::TimedOut);
        drop(server);
        assert!((1..1000).contains(&reading.await.unwrap()));
    }

    #[tokio::test]
    async fn each_response_has_its_own_time() {
        let (server, mut client) = duplex(16);
        let mut server = Outgoing::new(server, Duration::from_millis(400));
        for _ in 0..3 {
            let taking = async {
                sleep(Duration::from_millis(200)).await;
                client.read_exact(&mut [0; 100]).await
            };
            let writing = async {
                server.write_all(&[0; 100]).await?;
                server.flush().await
            };
            let (taken, written) = tokio::join!(taking, writing);
            assert!(taken.is_ok() && written.is_ok(), "{taken:?} {written:?}");
        }
    }
}
