//! Rebuilds the program when a file that is embedded in it comes or goes.

fn main() {
    for folder in ["corpus", "locales", "migrations"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
