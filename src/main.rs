//! The page. In WebAssembly it is the program people use; natively, the same components write the first paint.

mod app;

/// The first part of the package: checked, packed by `cargo xtask`, and read back by the same build.
static FIRST: &[u8] = include_bytes!(env!("LINPU_DATA"));

#[cfg(target_arch = "wasm32")]
fn main() {
    app::start(FIRST);
}

/// Writes the first paint, the static part of the page, to standard output.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match app::first_paint(FIRST) {
        Ok(html) => {
            println!("{html}");
            std::process::ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            std::process::ExitCode::FAILURE
        }
    }
}
