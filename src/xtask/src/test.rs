//! Everything that must hold before a change lands.
//!
//! Owns: the steps, their order and the summary. May use: cargo, Node, a browser. Deliberately absent: tests.

use crate::build::{self, BROWSER, NATIVE};
use crate::{data, install, page, release, run};
use anyhow::{Result, bail, ensure};
use std::cmp::Reverse;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

/// What all first bytes of the overview may weigh together, compressed as a good host does (brotli).
const BUDGET: u32 = 180_000;

/// Runs the steps one by one; a failing one does not keep the others from telling what they know. True when all passed.
pub fn test(quick: bool) -> Result<bool> {
    let mut steps = Steps::default();
    let root = run::root();
    steps.run("tools", || {
        install::wasm_target()?;
        install::rust_components()
    });
    steps.run("data", || data::pack(&root, true));
    if !data::path()?.exists() {
        // So that what includes the data can be compiled, and tell what else is wrong.
        run::write(&data::path()?, &[])?;
    }
    steps.run("format", || run::stream(&mut run::cargo(&["fmt", "--all", "--check"])));
    steps.run("lint", || {
        let native = ["clippy", "--workspace", "--all-targets", "--features", NATIVE, "--", "-D", "warnings"];
        run::stream(&mut run::cargo(&native))
    });
    steps.run("lint for the browser", || {
        run::stream(run::cargo(&["clippy"]).args(BROWSER).args(["--", "-D", "warnings"]))
    });
    steps.run("documentation", || {
        let doc = ["doc", "--no-deps", "--lib", "--features", NATIVE];
        run::stream(run::cargo(&doc).env("RUSTDOCFLAGS", "-D warnings"))
    });
    steps.run("native tests", || run::stream(&mut run::cargo(&["test", "--features", NATIVE])));
    steps.run("tests of the build", || run::stream(&mut run::cargo(&["test", "--package", "xtask"])));
    if !quick {
        steps.run("supply chain", supply_chain);
        let built = steps.run("release build", || build::build(true, None).map(drop));
        steps.run_if(built, "size", size);
        steps.run_if(built, "the same twice", same_twice);
        steps.run_if(built, "browser tests", browser);
    }
    Ok(steps.summary())
}

/// Licences, sources and forbidden crates (deny.toml). Advisories are asked for where their database can be reached; a machine
/// that cannot reach it is no fault of the tree.
fn supply_chain() -> Result<()> {
    let deny = install::cargo_deny()?;
    let check = |what: &[&str]| {
        let mut command = Command::new(&deny);
        command.args(["--all-features", "check"]).args(what).current_dir(run::root());
        command
    };
    run::stream(&mut check(&["bans", "licenses", "sources"]))?;
    let database = Command::new(&deny).args(["fetch", "db"]).current_dir(run::root()).output()?;
    if !database.status.success() {
        println!("  advisories: their database cannot be reached from here");
        return Ok(());
    }
    run::stream(check(&["advisories"]).arg("--disable-fetch"))
}

/// Builds once more into another folder: first paint, pages, archive and lists must not depend on where and when. Whether the program
/// does, two trees in two folders tell (ARCHITECTURE.md, “Tests”): here it is compiled once.
fn same_twice() -> Result<()> {
    let (first, second) = (run::root().join("dist"), run::workshop().join("twice"));
    build::build_into(&second, true, None)?;
    let sums = |folder: &Path| run::read_text(&folder.join("SHA256SUMS"));
    let (first, second) = (sums(&first)?, sums(&second)?);
    let differ: Vec<_> = second.lines().filter(|line| !first.lines().any(|other| other == *line)).collect();
    ensure!(differ.is_empty() && first == second, "two builds of one tree differ:\n{}", differ.join("\n"));
    Ok(())
}

/// All bytes that the overview needs before it works.
fn size() -> Result<()> {
    let mut files = page::files(&run::root().join("dist"))?;
    files.retain(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // `rest-*` is loaded after the overview works, `style-*` where the style in the page is refused, `wasm2js-*` where there is
        // no WebAssembly, and the package when somebody wants it.
        name == "index.html" || name.starts_with("linpu-") && !name.ends_with(".zip") && !name.ends_with(".html")
    });
    ensure!(files.len() == 3, "expected page, script and program, found {files:?}");
    let script = ["--input-type=module", "--eval", include_str!("../npm/sizes.mjs"), "--"];
    run::stream(Command::new("node").args(script).arg(BUDGET.to_string()).args(files))
}

/// Both artefacts in a real browser: a file of tests a core, the longest first. On a busy machine a browser may keep a test waiting
/// for longer than it waits: a file in which something failed is run once more, alone, and what it says then counts.
fn browser() -> Result<()> {
    install::node()?;
    let chromium = install::chromium()?;
    let folder = run::root().join("tests/browser");
    release::npm_ci_in(&folder)?;
    let mut tests = page::entries(&folder)?;
    tests.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    if tests.is_empty() {
        bail!("no browser tests found in {}", folder.display());
    }
    tests.sort_by_cached_key(|path| Reverse(path.metadata().map_or(0, |file| file.len())));
    let node = |file: &Path| {
        let mut command = Command::new("node");
        command.arg("--test").arg(file).current_dir(&folder).env("CHROMIUM", &chromium);
        command
    };
    let failed = at_once(&tests, |file| run::print_whole(&mut node(file)).is_ok());
    if !failed.is_empty() {
        println!("\n━ once more, one after the other: {}", names(&failed));
    }
    let mut still = failed;
    still.retain(|file| run::stream(&mut node(file)).is_err());
    ensure!(still.is_empty(), "failed twice: {}", names(&still));
    Ok(())
}

/// Does something with each file, as many at once as there are cores; the files with which it failed.
fn at_once(files: &[PathBuf], works: impl Fn(&Path) -> bool + Sync) -> Vec<PathBuf> {
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if !works(file) {
                        failed.lock().unwrap_or_else(PoisonError::into_inner).push(file.clone());
                    }
                }
            });
        }
    });
    failed.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn names(files: &[PathBuf]) -> String {
    let names: Vec<_> = files.iter().filter_map(|file| file.file_name()).map(|name| name.to_string_lossy()).collect();
    names.join(", ")
}

enum Outcome {
    Passed,
    Failed(String),
    Skipped,
}

/// What was run, and how it went.
#[derive(Default)]
struct Steps(Vec<(&'static str, f32, Outcome)>);

impl Steps {
    fn run(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("\n━━ {name}");
        let start = Instant::now();
        let outcome = match work() {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                eprintln!("xtask: {error:#}");
                Outcome::Failed(format!("{error:#}"))
            }
        };
        let passed = matches!(outcome, Outcome::Passed);
        self.0.push((name, start.elapsed().as_secs_f32(), outcome));
        passed
    }

    fn run_if(&mut self, possible: bool, name: &'static str, work: impl FnOnce() -> Result<()>) {
        if possible {
            self.run(name, work);
        } else {
            self.0.push((name, 0.0, Outcome::Skipped));
        }
    }

    fn summary(&self) -> bool {
        println!("\n━━ summary");
        let (mut passed, mut failed, mut skipped) = (0, 0, 0);
        for (name, seconds, outcome) in &self.0 {
            let word = match outcome {
                Outcome::Passed => {
                    passed += 1;
                    "ok".to_owned()
                }
                Outcome::Failed(why) => {
                    failed += 1;
                    format!("FAILED  {}", why.lines().next().unwrap_or_default())
                }
                Outcome::Skipped => {
                    skipped += 1;
                    "skipped, for want of the release build".to_owned()
                }
            };
            println!("{name:<22}{seconds:>8.1} s  {word}");
        }
        print!("\n{passed} passed, {failed} failed");
        if skipped > 0 {
            print!(", {skipped} skipped");
        }
        println!();
        failed == 0
    }
}
