//! What makes the folder installable and lets it open without a network: the manifest, and the worker that keeps the build.
//!
//! Owns: which files are kept, and by which version they are known. May use: `assets/sw.js`. Deliberately absent: when the worker is
//! registered (`assets/boot-offline.js`).

use crate::page::{self, quick_sum};
use crate::run;
use anyhow::{Context, Result};
use std::path::Path;

/// The name of the worker, which never changes: by its content browsers see that there is a new build.
pub const WORKER: &str = "sw.js";
/// The name of the manifest.
pub const MANIFEST: &str = "linpu.webmanifest";

const MANIFEST_TEXT: &str = r#"{
  "name": "邻谱：社区治理的数字、做法与出处",
  "short_name": "邻谱",
  "lang": "zh-CN",
  "id": "./",
  "start_url": "./",
  "scope": "./",
  "display": "minimal-ui",
  "icons": [
    { "src": "./icon.svg", "type": "image/svg+xml", "sizes": "any" },
    { "src": "./apple-touch-icon.png", "type": "image/png", "sizes": "180x180" }
  ]
}
"#;

/// Writes the manifest into a folder.
pub fn write_manifest(folder: &Path) -> Result<()> {
    run::write(&folder.join(MANIFEST), MANIFEST_TEXT.as_bytes())
}

/// The worker for what is in a folder, from its template.
pub fn worker(template: &str, folder: &Path) -> Result<String> {
    let mut listed = Vec::new();
    for path in page::files(folder)? {
        let name = path.strip_prefix(folder)?.to_str().context("a name that is no text")?.to_string();
        if let Some(need) = need(&name) {
            let bytes = run::read(&path)?;
            let kept = u8::from(need == Need::Always);
            listed.push(format!("\"{name}\":[{},{},{kept}]", bytes.len(), quick_sum(&bytes)));
        }
    }
    let listed = format!("{{{}}}", listed.join(","));
    let version = page::hash(listed.as_bytes())[..12].to_string();
    page::replace(&page::replace(template, "{{files}}", &listed)?, "{{version}}", &version)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Always,
    /// By those who have loaded it once.
    Sometimes,
}

/// Who needs a file to open the page without a network; nobody where it says nothing.
fn need(name: &str) -> Option<Need> {
    match name {
        "index.html" | "favicon.ico" | "icon.svg" | MANIFEST => Some(Need::Always),
        _ if name.starts_with("rest-") => Some(Need::Always),
        _ if name.starts_with("linpu-") && (name.ends_with(".js") || name.ends_with(".wasm")) => Some(Need::Always),
        _ if name.starts_with("style-") || name.starts_with("wasm2js-") => Some(Need::Sometimes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_needs_is_kept_and_nothing_else() {
        for name in ["index.html", "linpu-0.js", "linpu-0.wasm", "rest-0.js", "rest-0.bin", "rest-0.css", "rest-0.wasm"]
        {
            assert_eq!(need(name), Some(Need::Always), "{name}");
        }
        assert_eq!(need("wasm2js-0.js"), Some(Need::Sometimes));
        for name in ["linpu.html", "linpu-js.html", "linpu-cases-2.2.0.zip", "SHA256SUMS", "headers.txt", "sw.js"] {
            assert_eq!(need(name), None, "{name}");
        }
    }
}
