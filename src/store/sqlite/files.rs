//! Where does the file come from, and can it lie there? Folder and file are created for the service's own user alone.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

/// Linux's names of file systems that lie on other machines. A write-ahead log needs memory that all who use it share, so
/// that two machines would damage a file there.
const REMOTE: [&str; 12] = [
    "afs",
    "ceph",
    "cifs",
    "fuse.ceph",
    "fuse.glusterfs",
    "fuse.sshfs",
    "lustre",
    "nfs",
    "nfs4",
    "orangefs",
    "smb3",
    "smbfs",
];

/// Whether the file would lie on another machine, as far as Linux tells.
pub(super) fn is_remote(path: &Path) -> bool {
    let there = path.ancestors().find_map(|place| {
        let place = if place.as_os_str().is_empty() { Path::new(".") } else { place };
        place.canonicalize().ok()
    });
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    there.and_then(|there| file_system(&mounts, &there)).is_some_and(|kind| REMOTE.contains(&kind))
}

/// The kind of file system that a place lies on: that of the innermost mount above it, and of those the last one.
fn file_system<'a>(mounts: &'a str, place: &Path) -> Option<&'a str> {
    let mounts = mounts.lines().filter_map(|line| {
        let (mount, source) = line.split_once(" - ")?;
        Some((Path::new(mount.split(' ').nth(4)?), source.split(' ').next()?))
    });
    let above = mounts.filter(|(mount, _)| place.starts_with(mount));
    above.max_by_key(|(mount, _)| mount.components().count()).map(|(_, kind)| kind)
}

/// Which file it is, whatever its name is later: its device, and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

impl Identity {
    /// Of the file that has this name now.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let found = std::fs::metadata(path)?;
        Ok(Self(found.dev(), found.ino()))
    }
}

/// Whether beside this name lie the companion files of a database that is not there. SQLite would take them for those of a
/// new file, and remove them with all that they hold. Looked at before the file, which is there before they are.
pub(super) fn is_orphaned(path: &Path) -> bool {
    let beside = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        Path::new(&name).exists()
    };
    (beside("-wal") || beside("-shm")) && !path.exists()
}

/// Whether there is a file with something in it. An empty one is what a program leaves that ended before it made more.
pub(in crate::store) fn is_there(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| found.len() > 0)
}

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
    builder.mode(0o700);
    builder
}

fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    options.mode(0o600);
    options
}

/// What SQLite adds to a database's name for the files that it keeps beside it.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Whether a file is a database's own, whatever names lead to it, or would be if it were there. None of them is opened to
/// see: closing one gives up the locks that this process has on it through SQLite.
pub(super) fn owns(database: &Path, file: &Path) -> bool {
    let database = database.canonicalize().unwrap_or_else(|_| database.to_owned());
    BESIDE.iter().any(|suffix| {
        let mut own = database.clone().into_os_string();
        own.push(suffix);
        is_same(Path::new(&own), file)
    })
}

fn is_same(one: &Path, other: &Path) -> bool {
    // Where nothing is yet, its name alone tells.
    let place = |file: &Path| {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(folder.canonicalize().ok()?.join(file.file_name()?))
    };
    match (Identity::of(one).ok(), Identity::of(other).ok()) {
        (None, None) => place(one).is_some_and(|one| place(other) == Some(one)),
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_on_the_innermost_mount_above_it() {
        let mounts = "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n\
                      40 22 0:35 / /srv rw shared:9 master:2 - nfs4 server:/srv rw\n\
                      41 40 254:1 / /srv/disk rw - xfs /dev/vdb rw\n\
                      42 41 0:36 / /srv/disk rw - cifs //server/disk rw\n";
        for (place, kind) in
            [("/var/lib/nordvis", "ext4"), ("/srv/data", "nfs4"), ("/srvdata", "ext4"), ("/srv/disk/data", "cifs")]
        {
            assert_eq!(file_system(mounts, Path::new(place)), Some(kind), "{place}");
        }
        assert_eq!(file_system("", Path::new("/")), None);
        assert!(!is_remote(&std::env::temp_dir().join("of/nobody.db")));
    }
}
