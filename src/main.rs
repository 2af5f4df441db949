//! temporary
use nordvis::corpus::{Files, load, render};
fn walk(root: &std::path::Path, dir: &std::path::Path, files: &mut Files) {
    for e in std::fs::read_dir(dir).unwrap() {
        let p = e.unwrap().path();
        if p.is_dir() {
            walk(root, &p, files)
        } else {
            files.insert(p.strip_prefix(root).unwrap().to_str().unwrap(), std::fs::read_to_string(&p).unwrap());
        }
    }
}
fn main() {
    let root = std::env::args().nth(1).unwrap_or("corpus".into());
    let mut files = Files::default();
    walk(root.as_ref(), root.as_ref(), &mut files);
    match load(&files) {
        Err(f) => println!("{}", render(&f, &files, false)),
        Ok(c) => {
            let only = std::env::args().nth(2).unwrap_or_default();
            let f: Vec<_> = nordvis::check::check(&c).into_iter().filter(|f| f.file.contains(&only)).collect();
            println!("{}\n{} faults", render(&f, &files, false), f.len());
        }
    }
}
