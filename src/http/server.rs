//! Who is connected, for how long? The accept loop: limits on connections and headers, and an end without loss.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use poem::http::uri::Scheme;
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Addr, Endpoint, Request, Response};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};
use tracing::{debug, warn};

use super::limits::Limits;
use super::outgoing::Outgoing;

/// How long accepting rests after an error that is not the client's, such as too many open files.
const REST: Duration = Duration::from_millis(100);

/// Bytes of headers that are read beyond those that are taken.
const READ_BEYOND: usize = 16 * 1024;

/// Serves connections until `shutdown` comes, then finishes the requests that are being answered.
///
/// # Errors
/// The listener has no address.
pub async fn run<E>(
    listener: TcpListener,
    endpoint: E,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()>
where
    E: Endpoint<Output = Response> + 'static,
{
    let local = LocalAddr(Addr::SocketAddr(listener.local_addr()?));
    let connections = Connections {
        endpoint: Arc::new(endpoint),
        http: http(&limits),
        received_within: limits.received_within,
        local,
        places: Arc::new(Semaphore::new(limits.connections_max)),
        stopping: watch::Sender::new(false),
    };
    tokio::select! {
        () = connections.accept(&listener) => {}
        () = shutdown => {}
    }
    // No new client waits for one that is being served no more.
    drop(listener);
    connections.drain(&limits).await;
    Ok(())
}

fn http(limits: &Limits) -> http1::Builder {
    let mut http = http1::Builder::new();
    // The timer runs from the opening of the connection and from every response on it, so that it ends half a header,
    // silence from the first byte on, and connections that nobody uses.
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.headers_within)
        // A little more than is taken is read, so that what is too much can be told in words; beyond that hyper refuses.
        .max_buf_size(limits.headers_bytes_max + limits.url_bytes_max + READ_BEYOND)
        .max_headers(2 * limits.headers_max)
        .keep_alive(true);
    http
}

struct Connections<E> {
    endpoint: Arc<E>,
    http: http1::Builder,
    received_within: Duration,
    local: LocalAddr,
    places: Arc<Semaphore>,
    stopping: watch::Sender<bool>,
}

impl<E: Endpoint<Output = Response> + 'static> Connections<E> {
    async fn accept(&self, listener: &TcpListener) {
        loop {
            let Ok(place) = Arc::clone(&self.places).acquire_owned().await else { return };
            match listener.accept().await {
                Ok((stream, address)) => self.serve(stream, RemoteAddr(Addr::SocketAddr(address)), place),
                Err(error) if belongs_to_the_client(&error) => debug!(kind = %error.kind(), "a client left"),
                Err(error) => {
                    warn!(kind = %error.kind(), "no connection can be accepted");
                    sleep(REST).await;
                }
            }
        }
    }

    fn serve(&self, stream: TcpStream, remote: RemoteAddr, place: OwnedSemaphorePermit) {
        // Responses are written whole: waiting to fill a packet only delays them. If it fails, they are only slower.
        let _ = stream.set_nodelay(true);
        let (endpoint, local) = (Arc::clone(&self.endpoint), self.local.clone());
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let endpoint = Arc::clone(&endpoint);
            let request = Request::from((request, local.clone(), remote.clone(), Scheme::HTTP));
            async move { Ok::<_, Infallible>(hyper::Response::from(endpoint.get_response(request).await)) }
        });
        let stream = TokioIo::new(Outgoing::new(stream, self.received_within));
        let connection = self.http.serve_connection(stream, service);
        let mut stopping = self.stopping.subscribe();
        tokio::spawn(async move {
            let mut connection = std::pin::pin!(connection);
            let ended = tokio::select! {
                ended = connection.as_mut() => ended,
                () = async { drop(stopping.wait_for(|stopping| *stopping).await) } => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            };
            if let Err(error) = ended {
                // Its text can hold what the client sent; what kind of end it was is all that is told.
                debug!(timeout = error.is_timeout(), incomplete = error.is_incomplete_message(), "a connection ended");
            }
            drop(place);
        });
    }

    async fn drain(&self, limits: &Limits) {
        self.stopping.send_replace(true);
        let all = u32::try_from(limits.connections_max).unwrap_or(u32::MAX);
        if timeout(limits.drain_within, self.places.acquire_many(all)).await.is_err() {
            warn!("requests that took too long were cut off");
        }
    }
}

fn belongs_to_the_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
