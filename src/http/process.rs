//! What does this process use? Memory, open files and processor time, as Linux tells; elsewhere nothing is told.

use std::fmt::Write;
use std::fs;

/// The size of a page where nordvis runs; Linux counts memory in pages.
const PAGE_BYTES: u64 = 4096;
/// How many ticks a second has in `/proc`, on every Linux.
const TICKS: f64 = 100.0;

/// The metrics that every Prometheus client has of its process.
#[must_use]
pub fn text() -> String {
    let mut text = String::new();
    let mut tell = |name: &str, kind: &str, help: &str, value: Option<f64>| {
        if let Some(value) = value {
            let suffix = if kind == "counter" { "_total" } else { "" };
            let _ = write!(text, "# HELP {name} {help}.\n# TYPE {name} {kind}\n{name}{suffix} {value}\n");
        }
    };
    tell("process_resident_memory_bytes", "gauge", "Memory in use", resident_bytes());
    tell("process_open_fds", "gauge", "Open files and connections", open_files());
    tell("process_cpu_seconds", "counter", "Time spent on processors", cpu_seconds());
    text
}

fn resident_bytes() -> Option<f64> {
    let pages: u64 = fs::read_to_string("/proc/self/statm").ok()?.split(' ').nth(1)?.parse().ok()?;
    #[expect(clippy::cast_precision_loss, reason = "no memory is that large")]
    Some((pages * PAGE_BYTES) as f64)
}

fn open_files() -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "no process has that many")]
    fs::read_dir("/proc/self/fd").ok().map(|files| files.count() as f64)
}

fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold spaces.
    let mut rest = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let mut ticks = || rest.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS)
}

#[cfg(test)]
mod tests {
    use super::{cpu_seconds, open_files, resident_bytes};

    #[test]
    #[cfg(target_os = "linux")]
    fn this_process_uses_something() {
        assert!(resident_bytes().unwrap() > 1e6);
        assert!(open_files().unwrap() >= 3.0);
        assert!(cpu_seconds().unwrap() >= 0.0);
    }
}
