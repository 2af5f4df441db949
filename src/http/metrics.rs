//! How is the service doing? Counted as it goes, and told to Prometheus when it asks. Labels are words of ours: routes,
//! methods, statuses; never anything that was asked.

use std::time::Duration;

use poem::http::{Method, StatusCode};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use super::process;
use crate::PROGRAM;
use crate::answer::Status;

/// From half a millisecond, which an answer takes, to the ten seconds that nothing may take.
const SECONDS: [f64; 14] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// What Prometheus is told in.
pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    status: &'static str,
}

/// What is counted.
#[derive(Debug)]
pub struct Metrics {
    requests: Family<Request, Counter>,
    durations: Family<Route, Histogram>,
    answers: Family<Answered, Counter>,
    shed: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            requests: Family::default(),
            durations: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            answers: Family::default(),
            shed: Counter::default(),
        }
    }
}

/// What is true at the moment of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// The fingerprint of the corpus that answers.
    pub corpus: String,
    /// Whether another one was chosen and cannot answer.
    pub refused: bool,
    /// Whether answers can be kept and read.
    pub ready: bool,
    /// How many writes wait for the database.
    pub waiting: usize,
    /// When all that was older than it might be had last been deleted, in seconds since 1970; 0 for not yet.
    pub purged_at: i64,
}

impl Metrics {
    /// A request was answered.
    pub fn request(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let route = || route.to_owned();
        self.requests.get_or_create(&Request { method: word(method), route: route(), status: status.as_u16() }).inc();
        self.durations.get_or_create(&Route { route: route() }).observe(took.as_secs_f64());
    }

    /// A question was answered.
    pub fn answer(&self, status: Status) {
        self.answers.get_or_create(&Answered { status: status.id() }).inc();
    }

    /// A request was turned away because too many were being answered.
    pub fn shed(&self) {
        self.shed.inc();
    }

    /// Everything in the format of OpenMetrics.
    #[must_use]
    pub fn text(&self, now: &Now) -> String {
        let mut registry = Registry::with_prefix("nordvis");
        registry.register("http_requests", "Requests that were answered", self.requests.clone());
        let seconds = Unit::Seconds;
        registry.register_with_unit("http_request_duration", "How long they took", seconds, self.durations.clone());
        registry.register("answers", "Questions that were answered and kept", self.answers.clone());
        registry.register("requests_shed", "Requests that were turned away in overload", self.shed.clone());
        let corpus = Info::new([("corpus", now.corpus.clone()), ("version", PROGRAM.to_owned())]);
        registry.register("serving", "The corpus that answers, and the version of the program", corpus);
        let flag = |value: bool| gauge(i64::from(value));
        registry.register("corpus_refused", "Whether the chosen corpus cannot answer", flag(now.refused));
        registry.register("ready", "Whether answers can be given and kept", flag(now.ready));
        let waiting = gauge(i64::try_from(now.waiting).unwrap_or(i64::MAX));
        registry.register("store_queue_depth", "Writes that wait for the database", waiting);
        let purged = gauge(now.purged_at);
        let seconds = Unit::Seconds;
        registry.register_with_unit("retention_last_whole_timestamp", "When a purge was last whole", seconds, purged);
        let mut text = String::new();
        // Writing to memory fails only when there is none.
        let _ = encode(&mut text, &registry);
        // What the process uses has the names that every Prometheus client gives it.
        match text.strip_suffix("# EOF\n") {
            Some(own) => format!("{own}{}# EOF\n", process::text()),
            None => text,
        }
    }
}

fn gauge(value: i64) -> Gauge {
    let gauge = Gauge::default();
    gauge.set(value);
    gauge
}

/// The methods that there are; whoever makes up another cannot make up a label.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_as_prometheus_reads_it_and_closed_to_words_of_others() {
        let metrics = Metrics::default();
        let method = Method::from_bytes(b"ANNA").unwrap();
        metrics.request(&Method::POST, "/api/v1/answers", StatusCode::OK, Duration::from_millis(3));
        metrics.request(&method, "", StatusCode::NOT_FOUND, Duration::from_millis(1));
        metrics.answer(Status::NeedsFacts);
        metrics.shed();
        let now = Now { corpus: "sha256:0".into(), refused: true, ready: false, waiting: 7, purged_at: 1_795_000_000 };
        let text = metrics.text(&now);
        let serving = format!(r#"nordvis_serving_info{{corpus="sha256:0",version="{PROGRAM}"}} 1"#);
        for line in [
            r#"nordvis_http_requests_total{method="POST",route="/api/v1/answers",status="200"} 1"#,
            r#"nordvis_http_requests_total{method="other",route="",status="404"} 1"#,
            r#"nordvis_http_request_duration_seconds_bucket{le="0.005",route="/api/v1/answers"} 1"#,
            r#"nordvis_answers_total{status="needs_facts"} 1"#,
            "nordvis_requests_shed_total 1",
            serving.as_str(),
            "nordvis_corpus_refused 1",
            "nordvis_ready 0",
            "nordvis_store_queue_depth 7",
            "nordvis_retention_last_whole_timestamp_seconds 1795000000",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
        }
        assert!(text.ends_with("# EOF\n") && !text.contains("ANNA"));
    }
}
