//! What a build or a test needs on the machine, and how it gets there.
//!
//! Owns: looking for tools, installing them where that is safe to do, the line that says how to get them elsewhere.
//! May use: rustup, apt. Deliberately absent: what the tools are used for.

use crate::run;
use anyhow::{Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The standard library for the browser.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let libraries = said(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    ensure!(
        said(Command::new("rustup").arg("--version")).is_some(),
        "Rust's {TARGET} target is missing and so is rustup (https://rustup.rs), which would add it"
    );
    run::stream(Command::new("rustup").args(["target", "add", TARGET]))
}

/// rustfmt and clippy.
pub fn rust_components() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if said(run::cargo(&[command, "--version"]).stderr(Stdio::null())).is_none() {
            run::stream(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Node and npm: for release builds and browser tests.
pub fn node() -> Result<()> {
    if node_major().is_none() || said(&mut npm()).is_none() {
        apt(&["nodejs", "npm"], "Node.js 20 or newer with npm: https://nodejs.org")?;
    }
    let major = node_major().unwrap_or_default();
    ensure!(major >= 20, "Node.js 20 or newer is needed, this machine has {major}: https://nodejs.org");
    Ok(())
}

/// The checker of licences, sources and forbidden crates, as this version of it judges them; compiled once into the workshop.
pub fn cargo_deny() -> Result<PathBuf> {
    const VERSION: &str = "0.20.2";
    let folder = run::workshop().join("cargo-deny");
    let program = folder.join("bin").join(if cfg!(windows) { "cargo-deny.exe" } else { "cargo-deny" });
    let is_there = said(Command::new(&program).arg("--version")).is_some_and(|said| said.ends_with(VERSION));
    if !is_there {
        // From a folder outside the tree: the flags of the page are not for it.
        let ask = ["install", "cargo-deny", "--locked", "--force", "--version", VERSION, "--root"];
        run::stream(run::cargo(&ask).arg(&folder).current_dir(std::env::temp_dir()))?;
    }
    Ok(program)
}

/// The npm command, with its version as the question.
fn npm() -> Command {
    let mut command = Command::new(NPM);
    command.arg("--version");
    command
}

/// npm as it is called on this system.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

fn node_major() -> Option<u32> {
    said(Command::new("node").arg("--version"))?.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The browser the tests drive, and a Chinese font for it.
pub fn chromium() -> Result<PathBuf> {
    const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let find = || {
        let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
        named.or_else(|| NAMES.iter().find_map(|name| on_path(name))).filter(|path| path.exists())
    };
    const HOW: &str = "Chromium or Chrome: install it, or name it in the variable CHROMIUM";
    if find().is_none() {
        apt(&["chromium"], HOW)?;
    }
    if cfg!(target_os = "linux")
        && said(Command::new("fc-list").arg(":lang=zh-cn")).is_none_or(|fonts| fonts.is_empty())
    {
        apt(&["fontconfig", "fonts-noto-cjk"], "a font with Chinese characters (Noto Sans CJK)")?;
    }
    match find() {
        Some(path) => Ok(path),
        None => bail!("needed: {HOW}"),
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Installs Debian packages where that can be done without asking anybody.
fn apt(packages: &[&str], how: &str) -> Result<()> {
    ensure!(on_path("apt-get").is_some(), "needed: {how}");
    let root = said(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let sudo = !root && said(Command::new("sudo").args(["-n", "true"]).stderr(Stdio::null())).is_some();
    ensure!(root || sudo, "needed: {how} (here: sudo apt-get install {})", packages.join(" "));
    let call = |arguments: &[&str]| {
        let mut command = Command::new(if sudo { "sudo" } else { "env" });
        if sudo {
            command.args(["-n", "env"]);
        }
        run::stream(command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]).args(arguments))
    };
    println!("  apt-get install {}", packages.join(" "));
    call(&["update"])?;
    call(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

/// What a program answered, or nothing when it is not there or refused.
fn said(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
