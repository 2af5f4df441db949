//! Where does the file come from? Folder and file are created for the service's own user alone.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
#[cfg(unix)]
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// Creates what is missing of the file and its folders, and flushes the folders, so that a file that is written to
/// is also found after a power cut. SQLite gives its companion files the same permissions.
pub(super) fn create(path: &Path) -> io::Result<()> {
    let folders: Vec<&Path> = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()).collect();
    let missing = folders.iter().take_while(|folder| !folder.exists()).count();
    if let Some(folder) = folders.first() {
        private_folders().create(folder)?;
    }
    match private_file().open(path) {
        Ok(_) => {}
        // Not touched: closing a file also gives up the locks that this process has on it through SQLite.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
        Err(error) => return Err(error),
    }
    for folder in folders.iter().take(missing + 1) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn private_folders() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    builder.mode(0o700);
    builder
}

fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    options
}
