//! `cargo xtask`: builds, serves and tests Linpu from any folder of the tree.
//!
//! Owns: the commands and their words. May use: cargo, rustup, Node (release builds and browser tests only), apt on
//! Debian and Ubuntu. Deliberately absent: anything the page itself does; that is in the library and in the app.

mod build;
mod data;
mod fallback;
mod found;
mod glue;
mod install;
mod offline;
mod page;
mod release;
mod run;
mod sbom;
mod serve;
mod split;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--release] [--open]   build and show the page on this machine
cargo xtask test  [--quick]                         everything CI runs; --quick leaves out release build and browser
cargo xtask build [--release] [--base ADDRESS]      dist/ (folder for static hosting) and dist/linpu.html (single file); with
                                                    the address of the folder also what search engines and messengers read
cargo xtask check [--write-results]                 only check the data under assets/data; or first write what is computed
                                                    into it: results of checks, derived values, sizes and sums
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> anyhow::Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let mut options = Options(arguments.collect());
    let code = match command.as_str() {
        "serve" => {
            let port = options.value("--port")?;
            let (release, open) = (options.flag("--release"), options.flag("--open"));
            options.finish()?;
            serve::serve(port, release, open)?;
            ExitCode::SUCCESS
        }
        "test" => {
            let quick = options.flag("--quick");
            options.finish()?;
            if test::test(quick)? { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        "build" => {
            let release = options.flag("--release");
            let base = options.text("--base")?.map(|text| found::Base::parse(&text)).transpose()?;
            options.finish()?;
            build::build(release, base.as_ref())?;
            ExitCode::SUCCESS
        }
        "check" => {
            let write = options.flag("--write-results");
            options.finish()?;
            if write {
                data::write_results(&run::root())?;
            }
            data::pack(&run::root(), true)?;
            ExitCode::SUCCESS
        }
        "" | "help" | "--help" | "-h" => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        other => anyhow::bail!("there is no command `{other}`\n\n{HELP}"),
    };
    Ok(code)
}

/// The words after the command, taken one by one.
struct Options(Vec<String>);

impl Options {
    fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    fn text(&mut self, name: &str) -> anyhow::Result<Option<String>> {
        let Some(at) = self.0.iter().position(|word| word == name) else { return Ok(None) };
        self.0.remove(at);
        anyhow::ensure!(at < self.0.len(), "{name} needs a value");
        Ok(Some(self.0.remove(at)))
    }

    fn value(&mut self, name: &str) -> anyhow::Result<Option<u16>> {
        let Some(word) = self.text(name)? else { return Ok(None) };
        word.parse().map(Some).map_err(|_| anyhow::anyhow!("{name} needs a number from 1 to 65535, not `{word}`"))
    }

    fn finish(self) -> anyhow::Result<()> {
        anyhow::ensure!(self.0.is_empty(), "not understood: {}\n\n{HELP}", self.0.join(" "));
        Ok(())
    }
}
