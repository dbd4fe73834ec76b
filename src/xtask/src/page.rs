//! The artefacts: a folder for static hosting, and one file that opens by double-click, with and without the program in
//! JavaScript for browsers that run no WebAssembly.
//!
//! Owns: `index.html` filled in, names by content, the security policies of the pages, SHA256SUMS. May use: the template,
//! `assets/boot.js`, `assets/boot-rest.js` and its parts, `public/`. Deliberately absent: compiling.

use crate::found::{self, Base};
use crate::release::Tools;
use crate::split::Halves;
use crate::{data, offline, run, sbom};
use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// What a page is made of.
pub struct Parts {
    /// The program: what the overview needs, and the rest.
    pub halves: Halves,
    /// Both as one script, for browsers that run no WebAssembly.
    pub fallback: Option<String>,
    /// The part of the data that is loaded with the rest of the program.
    pub rest: Vec<u8>,
    /// The data package as people download it: the name of the file, and the file.
    pub package: (String, Vec<u8>),
    /// wasm-bindgen's script.
    pub glue: String,
    /// The style sheets of the top of the page: what is painted while the rest of the page is still being read.
    pub top_style: String,
    /// Those of the overview and the frame.
    pub style: String,
    /// Those of everything that is loaded after it, paper included.
    pub far_style: String,
    /// What is in the page before the program runs.
    pub first_paint: String,
}

// No script-src and no style-src for the folder: engines before 97 log an error for 'wasm-unsafe-eval', and a host that wants
// them sends them (README). The single file, which no host stands behind, has its own (`Sealed`).
const POLICY: &str = "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; object-src 'none'; connect-src ";

/// The last rule of the styles that come later: by it boot-rest.js sees that all of them have come.
const LAST_RULE: &str = "html{--linpu-whole:1}";

/// Writes the artefacts and their checksums into an empty folder.
pub fn assemble(root: &Path, folder: &Path, parts: &Parts, tools: Option<&Tools>, base: Option<&Base>) -> Result<()> {
    let small_script = |script: &str| tools.map_or(Ok(script.to_string()), |tools| tools.script(script));
    let small_style = |style: &str| tools.map_or_else(|| Ok(style.to_string()), |tools| tools.style(style));
    let [top_style, style, far_style] =
        [small_style(&parts.top_style)?, small_style(&parts.style)?, small_style(&parts.far_style)?];
    let all_styles = [&top_style, &style, &far_style];
    ensure!(
        !all_styles.iter().any(|style| style.to_ascii_lowercase().contains("</style")),
        "a style sheet contains `</style`"
    );
    let template = run::read_text(&root.join("index.html"))?;
    let about = data::about(root);
    let found = found::head(&template, base)?;
    let dataset = found::dataset(&template, &about, base)?;
    let script_of = |name: &str| run::read_text(&root.join("assets").join(name));
    let boot = script_of("boot.js")?;
    let boot_rest = replace(&script_of("boot-rest.js")?, "/* {{replay}} */", &script_of("boot-replay.js")?)?;
    let boot_rest = replace(&boot_rest, "/* {{offline}} */", &script_of("boot-offline.js")?)?;
    let crash = small_script(&script_of("crash.js")?)?;

    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    copy(&root.join("public"), folder)?;

    let wasm = named(folder, "linpu-", "wasm", &parts.halves.first)?;
    let far = named(folder, "rest-", "wasm", &parts.halves.rest)?;
    let rest = named(folder, "rest-", "bin", &parts.rest)?;
    let far_sheet = named(folder, "rest-", "css", (far_style.clone() + LAST_RULE).as_bytes())?;
    let (package, archive) = &parts.package;
    run::write(&folder.join(package), archive)?;
    let fallback =
        parts.fallback.as_ref().map(|script| named(folder, "wasm2js-", "js", script.as_bytes())).transpose()?;
    let names = Names {
        wasm: &wasm,
        far: &far,
        rest: &rest,
        far_sheet: &far_sheet,
        package,
        offline: tools.is_some(),
        fallback: fallback.as_deref(),
    };
    let rest_script = small_script(&replace(&boot_rest, "{{files}}", &files_as_json(parts, &names))?)?;
    let rest_script = named(folder, "rest-", "js", rest_script.as_bytes())?;
    // In the page, so that what has arrived of it is shown at once; as a file for hosts whose policy refuses styles in pages.
    let sheet = named(folder, "style-", "css", [&*top_style, &style].concat().as_bytes())?;
    let crash_script = named(folder, "crash-", "js", crash.as_bytes())?;
    run::write(&folder.join(sbom::NAME), sbom::write(root, (package, &hash(archive)))?.as_bytes())?;
    if let Some(base) = base {
        found::files(&about, base)
            .iter()
            .try_for_each(|(name, text)| run::write(&folder.join(name), text.as_bytes()))?;
        run::write(&folder.join(found::PICTURE), &run::read(&root.join("assets/screenshot.png"))?)?;
    }
    let script = small_script(&boot_script(&boot, [&wasm, &rest_script, &sheet, &crash_script], &parts.glue)?)?;
    let script = named(folder, "linpu-", "js", script.as_bytes())?;
    let head = format!(
        "{}\n<link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <link rel=\"preload\" href=\"./{script}\" as=\"script\">\n\
         <link rel=\"icon\" href=\"./favicon.ico\" sizes=\"32x32\">\n\
         <link rel=\"apple-touch-icon\" href=\"./apple-touch-icon.png\">\n{found}\n<style>{top_style}</style>",
        policy("'self'")
    );
    let scripts =
        format!("{dataset}\n<script src=\"./{script}\"></script>\n<script nomodule src=\"./old-engine.js\"></script>");
    let hosted = fill(&template, &head, &styled(&parts.first_paint, &style)?, &scripts)?;
    run::write(&folder.join("index.html"), hosted.as_bytes())?;
    run::write(&folder.join("headers.txt"), headers(&[&top_style, &style]).as_bytes())?;
    // Builds for oneself change too often to be kept by a browser.
    if tools.is_some() {
        offline::write_manifest(folder)?;
        let worker = offline::worker(&script_of("sw.js")?, folder)?;
        run::write(&folder.join(offline::WORKER), small_script(&worker)?.as_bytes())?;
    }

    let style = style + &far_style;
    let icon = BASE64.encode(run::read(&root.join("public/icon.svg"))?);
    let old_engine = inline(&run::read_text(&root.join("public/old-engine.js"))?);
    let rest_script = small_script(&replace(&boot_rest, "{{files}}", &files_as_json(parts, &Names::default()))?)?;
    let script = inline(&(rest_script + &crash + &small_script(&boot_script(&boot, [""; 4], &parts.glue)?)?));
    let guard = script_of("guard.js")?;
    let single = |fallback: Option<&String>| -> Result<String> {
        let fallback = fallback.map(|script| inline(script));
        let mut all = vec![&*script, &*old_engine];
        all.extend(fallback.as_deref());
        let sealed =
            sealed(&all, &[&top_style, &style], |policy| small_script(&replace(&guard, "{{policy}}", policy)?))?;
        let head = format!(
            "{}\n<script>{}</script>\n<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n<style>{top_style}</style>",
            policy(&["'none'; ", &sealed.policy].concat()),
            sealed.guard,
        );
        let carried = format!(
            "<script type=\"text/plain\" id=\"linpu-wasm\">{}</script>\n\
             <script type=\"text/plain\" id=\"linpu-rest-wasm\">{}</script>\n\
             <script type=\"text/plain\" id=\"linpu-rest\">{}</script>\n\
             <script type=\"text/plain\" id=\"linpu-package\">{}</script>\n{}<script>{script}</script>\n\
             <script nomodule>{old_engine}</script>",
            BASE64.encode(&parts.halves.first),
            BASE64.encode(&parts.halves.rest),
            BASE64.encode(&parts.rest),
            BASE64.encode(archive),
            fallback.map(|script| format!("<script>{script}</script>\n")).unwrap_or_default(),
        );
        fill(&template, &head, &styled(&parts.first_paint, &style)?, &carried)
    };
    run::write(&folder.join("linpu.html"), single(None)?.as_bytes())?;
    if let Some(fallback) = &parts.fallback {
        run::write(&folder.join("linpu-js.html"), single(Some(fallback))?.as_bytes())?;
    }

    let mut sums = String::new();
    for path in files(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        sums.push_str(&format!("{}  {name}\n", hash(&run::read(&path)?)));
    }
    run::write(&folder.join("SHA256SUMS"), sums.as_bytes())
}

/// Names of the files beside the page; empty for what is in it.
#[derive(Default)]
struct Names<'a> {
    wasm: &'a str,
    far: &'a str,
    rest: &'a str,
    far_sheet: &'a str,
    package: &'a str,
    /// Whether there are a worker and a manifest.
    offline: bool,
    fallback: Option<&'a str>,
}

/// What boot-rest.js has to know of the files: where they are, and how it sees that a server gave what was made here.
fn files_as_json(parts: &Parts, names: &Names) -> String {
    let file = |kind: &str, id: &str, name: &str, bytes: &[u8]| {
        let start = bytes.first().copied().unwrap_or_default();
        format!("{kind}:{{id:\"{id}\",name:\"{name}\",size:{},sum:{},start:{start}}}", bytes.len(), quick_sum(bytes))
    };
    let mut all = vec![
        file("program", "linpu-wasm", names.wasm, &parts.halves.first),
        file("restProgram", "linpu-rest-wasm", names.far, &parts.halves.rest),
        file("restData", "linpu-rest", names.rest, &parts.rest),
        file("style", "", names.far_sheet, &[]),
        file("package", "linpu-package", names.package, &parts.package.1),
    ];
    if names.offline {
        all.push(file("worker", "", offline::WORKER, &[]));
        all.push(file("manifest", "", offline::MANIFEST, &[]));
    }
    if let (Some(name), Some(script)) = (names.fallback, &parts.fallback) {
        all.push(file("fallback", "", name, script.as_bytes()));
    }
    format!("{{{}}}", all.join(","))
}

/// FNV-1a, 32 bits: what a script computes in a moment. It finds what went wrong on the way, not what somebody means to do.
pub fn quick_sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// SHA-256 as hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files of a folder with their sizes.
pub fn listing(folder: &Path) -> Result<String> {
    let mut lines = String::new();
    for path in files(folder)? {
        lines.push_str(&format!("{:>10}  {}\n", fs::metadata(&path)?.len(), path.display()));
    }
    Ok(lines)
}

/// All files of a folder and the folders in it, by name.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// What is directly in a folder, by name.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut found = read.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    found.sort();
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in files(from)? {
        run::write(&to.join(path.strip_prefix(from)?), &run::read(&path)?)?;
    }
    Ok(())
}

/// Writes a file named after its content, so that a host may let it be cached for ever.
fn named(folder: &Path, part: &str, extension: &str, content: &[u8]) -> Result<String> {
    let name = format!("{part}{}.{extension}", &hash(content)[..8]);
    run::write(&folder.join(&name), content)?;
    Ok(name)
}

fn policy(connect: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}{connect}\">")
}

/// What a host with a strict policy sends along with `index.html`, for engines that know the narrower word for WebAssembly, and for all.
/// The styles in the page go by their sums: a policy without them gets the same styles as a file.
fn headers(styles: &[&str]) -> String {
    let sums = sums(styles);
    let policy = |program: &str| {
        format!(
            "Content-Security-Policy: default-src 'none'; script-src 'self' {program}; style-src 'self' {sums}; \
             img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; \
             base-uri 'none'; form-action 'none'"
        )
    };
    format!(
        "# Chromium 97, Firefox 102, Safari 16 or newer\n{}; require-trusted-types-for 'script'; trusted-types linpu\n\n\
         # All engines\n{}\n",
        policy("'wasm-unsafe-eval'"),
        policy("'unsafe-eval'")
    )
}

/// What stands in the page, as a policy names it.
fn sums(texts: &[&str]) -> String {
    let named = texts.iter().map(|text| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes()))));
    named.collect::<Vec<_>>().join(" ")
}

/// What lets a page that carries everything inside run its own scripts and no others.
struct Sealed {
    /// The first script, as it stands in the page.
    guard: String,
    /// What stands in its policy.
    policy: String,
}

/// Names every script and the style of a page by what is in them. `'unsafe-eval'` is what engines before 97 need for WebAssembly; the
/// first script takes it back in engines that know better (assets/guard.js).
fn sealed(scripts: &[&str], styles: &[&str], guard: impl Fn(&str) -> Result<String>) -> Result<Sealed> {
    // What is inside is read with other ends of lines than it was written with.
    ensure!(!scripts.iter().chain(styles).any(|text| text.contains('\r')), "a script or style has a carriage return");
    let named = sums(scripts);
    // Quotes of the word inside a script that quotes with the other kind or the same: written as what both read.
    let narrow = format!("script-src {named} 'wasm-unsafe-eval'").replace('\'', "\\x27");
    let guard = inline(&guard(&narrow)?);
    let policy = format!(
        "script-src {} {named} 'unsafe-eval'; style-src {}; font-src 'none'; media-src 'none'; worker-src 'none'",
        sums(&[&guard]),
        sums(styles)
    );
    Ok(Sealed { guard, policy })
}

/// The first paint with the styles of all below its top. They stand behind the top, so that a browser paints that while it reads them;
/// the program takes them to the head of the page when it takes over (`platform::take_over`).
fn styled(first_paint: &str, style: &str) -> Result<String> {
    let end = "</header>";
    replace(first_paint, end, &[end, "<style>", style, "</style>"].concat())
}

/// The first script of a page: boot around glue. Empty names mean that program, other scripts and styles are in the page.
fn boot_script(boot: &str, [wasm, rest_script, style, crash]: [&str; 4], glue: &str) -> Result<String> {
    let named = replace(&replace(boot, "{{wasm}}", wasm)?, "{{rest-script}}", rest_script)?;
    let named = replace(&replace(&named, "{{style}}", style)?, "{{crash}}", crash)?;
    replace(&named, "/* {{glue}} */", glue)
}

fn fill(template: &str, head: &str, first_paint: &str, scripts: &str) -> Result<String> {
    let page = replace(template, "<!--linpu:head-->", head)?;
    let page = replace(&page, "<!--linpu:boot-->", scripts)?;
    replace(&page, "<!--linpu:static-->", first_paint.trim_end())
}

/// A text with a marker, which has to be there exactly once, filled in.
pub fn replace(text: &str, marker: &str, content: &str) -> Result<String> {
    let (before, after) = text.split_once(marker).with_context(|| format!("marker {marker} is missing"))?;
    ensure!(!after.contains(marker), "marker {marker} occurs twice");
    Ok([before, content, after].concat())
}

/// A script as it may stand inside a page: nothing in it ends the element or opens a comment.
fn inline(script: &str) -> String {
    let mut safe = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at + 1);
        safe.push_str(before);
        let ends = tail.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("/script"));
        if ends || tail.starts_with("!--") {
            safe.push('\\');
        }
        rest = tail;
    }
    safe + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inlined_script_cannot_end_its_element() {
        assert_eq!(
            inline("a='</script>'+'</SCRIPT x'+'<!--'<b</style"),
            "a='<\\/script>'+'<\\/SCRIPT x'+'<\\!--'<b</style"
        );
        assert_eq!(inline("'<汉字汉字'"), "'<汉字汉字'");
    }

    #[test]
    fn a_sealed_page_names_each_of_its_scripts() {
        let sealed = sealed(&["a()", "b()"], &["p{}"], |policy| Ok(["g('", policy, "')"].concat())).unwrap();
        let named = |text: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())));
        assert!(sealed.policy.starts_with(&format!(
            "script-src {} {} {} 'unsafe-eval'; style-src {};",
            named(&sealed.guard),
            named("a()"),
            named("b()"),
            named("p{}")
        )));
        assert!(
            sealed.guard.contains("wasm-unsafe-eval") && !sealed.guard.contains("'unsafe-eval"),
            "{}",
            sealed.guard
        );
        assert_eq!(sealed.guard.matches('\'').count(), 2, "the policy does not end the text it stands in");
        assert!(super::sealed(&["a\r\n", ""], &[""], |policy| Ok(policy.to_string())).is_err());
    }

    #[test]
    fn a_marker_must_be_there_exactly_once() {
        assert_eq!(replace("a{{x}}b", "{{x}}", "1").unwrap(), "a1b");
        assert!(replace("ab", "{{x}}", "1").is_err());
        assert!(replace("{{x}}{{x}}", "{{x}}", "1").is_err());
    }

    #[test]
    fn the_quick_sum_is_fnv_1a() {
        assert_eq!(quick_sum(b""), 0x811c_9dc5);
        assert_eq!(quick_sum(b"foobar"), 0xbf9c_f968);
    }

    #[test]
    fn content_names_the_file() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
