//! Running other programs, and saying what is going on.
//!
//! Owns: where the tree is, progress lines, child processes. May use: `std`. Deliberately absent: what is run.

use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The root of the tree, wherever inside it the command was given.
pub fn root() -> PathBuf {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.ancestors().nth(2).map_or_else(|| package.clone(), Path::to_path_buf)
}

/// Where this tool keeps what it makes on the way.
pub fn workshop() -> PathBuf {
    root().join("target/linpu")
}

/// Where cargo puts what it compiles: this program was compiled to there itself.
pub fn target_dir() -> Result<PathBuf> {
    let own = std::env::current_exe().context("cannot tell where this program is")?;
    own.ancestors().nth(2).map(Path::to_path_buf).context("cannot tell where cargo compiles to")
}

/// Does one named step and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("· {name}");
    let start = Instant::now();
    let made = work().with_context(|| format!("failed: {name}"))?;
    println!("  {name}: {:.1} s", start.elapsed().as_secs_f32());
    Ok(made)
}

/// A cargo call in the tree, with the flags of `.cargo/config.toml` and no others.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // RUSTFLAGS in the environment would replace the flags that keep old engines running.
    command.args(arguments).current_dir(root()).env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// Runs a program to its end; its output goes to the screen.
pub fn stream(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot start {}", words(command)))?;
    ensure!(status.success(), "{} ended with {status}", words(command));
    Ok(())
}

/// Runs a program to its end and prints what it said in one piece: others may be running beside it.
pub fn print_whole(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {}", words(command)))?;
    let mut screen = std::io::stdout().lock();
    screen.write_all(&output.stdout)?;
    screen.write_all(&output.stderr)?;
    ensure!(output.status.success(), "{} ended with {}", words(command), output.status);
    Ok(())
}

/// Runs a program to its end and hands back what it printed; its errors go to the screen.
pub fn capture(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", words(command)))?;
    let mut stdin = child.stdin.take().context("no way to write to the program")?;
    // Written from a second thread: a program that answers while it still reads would otherwise block both sides.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || {
            let _ = stdin.write_all(input);
        });
        child.wait_with_output()
    })?;
    ensure!(output.status.success(), "{} ended with {}", words(command), output.status);
    Ok(output.stdout)
}

fn words(command: &Command) -> String {
    let mut line = format!("`{}", command.get_program().to_string_lossy());
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line + "`"
}

/// Writes a file with the folders above it, and leaves it alone when it already says so: cargo looks at times.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// Reads a file, naming it when that fails.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Reads a text file, naming it when that fails.
pub fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
