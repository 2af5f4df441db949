//! Where do the files come from? From the program itself, or from a folder that the deployment names.

use std::fs;
use std::io;
use std::path::Path;

use include_dir::{Dir, DirEntry, include_dir};

use crate::corpus::Files;

static CORPUS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/corpus");
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The corpus in `folder`, or the embedded one.
///
/// # Errors
/// What the operating system says when the folder cannot be read.
pub fn corpus(folder: Option<&Path>) -> io::Result<Files> {
    files(folder, &CORPUS)
}

/// The locales in `folder`, or the embedded ones.
///
/// # Errors
/// What the operating system says when the folder cannot be read.
pub fn locales(folder: Option<&Path>) -> io::Result<Files> {
    files(folder, &LOCALES)
}

fn files(folder: Option<&Path>, embedded: &Dir<'_>) -> io::Result<Files> {
    let mut files = Files::default();
    match folder {
        Some(folder) => read_folder(folder, folder, &mut files)?,
        None => add_embedded(embedded, &mut files),
    }
    Ok(files)
}

fn add_embedded(folder: &Dir<'_>, files: &mut Files) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => add_embedded(inner, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.insert(path, file.contents_utf8().unwrap_or_default());
            }
        }
    }
}

fn read_folder(root: &Path, folder: &Path, files: &mut Files) -> io::Result<()> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", folder.display()));
    for entry in fs::read_dir(folder).map_err(named)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // What editors and version control leave behind is no part of the corpus.
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        if path.is_dir() {
            read_folder(root, &path, files)?;
        } else if let Ok(relative) = path.strip_prefix(root) {
            let text = fs::read_to_string(&path)
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
            files.insert(relative.to_string_lossy().replace('\\', "/"), text);
        }
    }
    Ok(())
}
