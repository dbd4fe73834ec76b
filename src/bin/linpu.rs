//! The command line: `linpu check`.
//!
//! Owns: arguments, files, printing, exit codes. May use: the library. Deliberately absent: rules.

use linpu::diagnostics::{Diagnostic, Severity, in_file_order};
use linpu::model::Dataset;
use linpu::{validate, wire};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
linpu check [DIR] [--sources DIR] [--format text|json] [--lang zh|en]

Checks a package of cases: datapackage.json and its tables.
检查一个案例数据包：datapackage.json 与各张表。

  DIR             folder of the package, or its datapackage.json
                  数据包文件夹，或其中的 datapackage.json (assets/data)
  --sources DIR   folder of the articles; an article's file starts with its number
                  来源文章文件夹，文件名以文章编号开头；逐条核对定位语
  --format F      text or json 文本或 JSON (text)
  --lang L        zh or en 中文或英文 (from LC_ALL, LANG)
  --help, --version

Exit: 0 no errors, 1 errors, 2 wrong use or unreadable files
退出码：0 没有错误，1 有错误，2 用法不对或读不了文件
";

#[derive(Clone, Copy, PartialEq)]
enum Lang {
    Zh,
    En,
}

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Text,
    Json,
}

struct Options {
    folder: PathBuf,
    sources: Option<PathBuf>,
    format: Format,
    lang: Lang,
}

enum Command {
    Check(Options),
    Say(&'static str),
}

fn main() -> ExitCode {
    let code = match parse(std::env::args_os().skip(1).map(PathBuf::from)) {
        Err(problem) => fail(&format!("{problem}\n\n{HELP}")),
        Ok(Command::Say(words)) => print(words, 0),
        Ok(Command::Check(options)) => match check(&options) {
            Ok((text, is_usable)) => print(&text, if is_usable { 0 } else { 1 }),
            Err(problem) => fail(&format!("linpu: {problem}\n")),
        },
    };
    ExitCode::from(code)
}

/// Prints to standard output. A reader that has gone away (`| head`) is no failure.
fn print(text: &str, code: u8) -> u8 {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => 2,
        _ => code,
    }
}

fn fail(text: &str) -> u8 {
    // Nobody is left to tell where even this cannot be written.
    let _ = io::stderr().write_all(text.as_bytes());
    2
}

fn parse(arguments: impl Iterator<Item = PathBuf>) -> Result<Command, String> {
    let mut arguments = arguments.peekable();
    let mut options = Options { folder: "assets/data".into(), sources: None, format: Format::Text, lang: usual_lang() };
    let mut folder = None;
    match arguments.next().as_ref().and_then(|word| word.to_str()) {
        Some("check") => {}
        Some("--help" | "-h" | "help") => return Ok(Command::Say(HELP)),
        Some("--version" | "-V") => return Ok(Command::Say(concat!("linpu ", env!("CARGO_PKG_VERSION"), "\n"))),
        Some(word) => return Err(format!("linpu: unknown command 没有这个命令: {word}")),
        None => return Err("linpu: no command 没有写命令".to_string()),
    }
    while let Some(argument) = arguments.next() {
        let word = argument.to_str().unwrap_or_default();
        if !word.starts_with("--") {
            match word {
                "-h" => return Ok(Command::Say(HELP)),
                _ if word.starts_with('-') => return Err(format!("linpu: unknown option 没有这个选项: {word}")),
                _ if folder.replace(argument.clone()).is_some() => {
                    return Err("linpu: one folder at a time 一次只查一个文件夹".to_string());
                }
                _ => continue,
            }
        }
        let (name, inline) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        let mut value = || {
            let value = inline.map(PathBuf::from).or_else(|| arguments.next());
            value.ok_or_else(|| format!("linpu: {name} needs a value 缺少值"))
        };
        match name {
            "--help" => return Ok(Command::Say(HELP)),
            "--sources" => options.sources = Some(value()?),
            "--format" => options.format = chosen(name, &value()?, &[("text", Format::Text), ("json", Format::Json)])?,
            "--lang" => options.lang = chosen(name, &value()?, &[("zh", Lang::Zh), ("en", Lang::En)])?,
            _ => return Err(format!("linpu: unknown option 没有这个选项: {name}")),
        }
    }
    options.folder = folder.unwrap_or(options.folder);
    Ok(Command::Check(options))
}

fn chosen<T: Copy>(name: &str, value: &Path, choices: &[(&str, T)]) -> Result<T, String> {
    let choice = choices.iter().find(|(word, _)| Path::new(word) == value).map(|(_, choice)| *choice);
    choice.ok_or_else(|| {
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        format!("linpu: {name}: {} ({})", value.display(), words.join("|"))
    })
}

fn usual_lang() -> Lang {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let value = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if value.starts_with("zh") { Lang::Zh } else { Lang::En }
}

/// The report, and whether the package has no error.
fn check(options: &Options) -> Result<(String, bool), String> {
    // A path to the descriptor says as much as its folder.
    let is_descriptor = options.folder.file_name().is_some_and(|name| name == wire::package::FILE);
    let folder = match options.folder.parent() {
        Some(parent) if is_descriptor && options.folder.is_file() => {
            if parent.as_os_str().is_empty() {
                PathBuf::from(".")
            } else {
                parent.to_path_buf()
            }
        }
        _ => options.folder.clone(),
    };
    let names = file_names(&folder, options.lang)?;
    // A schema may stand in a folder beside the tables.
    let descriptor = folder.join(wire::package::FILE);
    let listed = std::fs::read(&descriptor).map_or_else(|_| Vec::new(), |bytes| wire::package::listed_files(&bytes));
    let problem = RefCell::new(None);
    let read = |path: PathBuf| match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            problem.replace(Some(unreadable(&path, &error, options.lang)));
            None
        }
    };
    let is_there = |name: &str| {
        names.iter().any(|file| file == name) || (listed.iter().any(|file| file == name) && folder.join(name).is_file())
    };
    let files = |name: &str| is_there(name).then(|| read(folder.join(name))).flatten();
    let mut report = match &options.sources {
        None => validate::package(&files, None),
        Some(folder) => {
            let texts = file_names(folder, options.lang)?;
            let article = |article: &str| {
                let name = texts.iter().find(|name| !article.is_empty() && name.starts_with(article))?;
                // What is not UTF-8 shows as U+FFFD, and is a finding.
                Some(String::from_utf8_lossy(&read(folder.join(name))?).into_owned())
            };
            let mut report = validate::package(&files, Some(&article));
            report.findings.extend(validate::repeated_files(&report.value, &texts));
            report
        }
    };
    if let Some(problem) = problem.take() {
        return Err(problem);
    }
    report.findings.extend(wire::package::stray_files(&names, &listed));
    in_file_order(&mut report.findings);
    let text = match options.format {
        Format::Text => as_text(&report.findings, &report.value, options.lang),
        Format::Json => as_json(&report.findings, report.is_usable()),
    };
    Ok((text, report.is_usable()))
}

/// Why a file or folder cannot be read.
fn unreadable(path: &Path, error: &io::Error, lang: Lang) -> String {
    if lang == Lang::En {
        return format!("{}: {error}", path.display());
    }
    let why = match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或文件夹".to_string(),
        io::ErrorKind::PermissionDenied => "没有读取权限".to_string(),
        io::ErrorKind::NotADirectory => "不是文件夹".to_string(),
        io::ErrorKind::IsADirectory => "是文件夹，不是文件".to_string(),
        _ => format!("读不了（{error}）"),
    };
    format!("{}：{why}", path.display())
}

/// How many equal findings of a file are told one by one before the rest is only counted.
const EQUAL: usize = 20;
/// How many are told where there are more.
const SHOWN: usize = 5;

/// The files of a folder that are not hidden, by name.
fn file_names(folder: &Path, lang: Lang) -> Result<Vec<String>, String> {
    let problem = |error: io::Error| unreadable(folder, &error, lang);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(problem)? {
        let entry = entry.map_err(problem)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && entry.path().is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn count(findings: &[Diagnostic], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

fn as_text(findings: &[Diagnostic], data: &Dataset, lang: Lang) -> String {
    let pick = |zh, en| if lang == Lang::Zh { zh } else { en };
    let mut text = String::new();
    // For each kind of finding in a file: how many there are, and how many have been told.
    let mut kinds: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for finding in findings {
        kinds.entry((&finding.place.file, finding.code)).or_default().0 += 1;
    }
    for finding in findings {
        if let Some((all, told)) = kinds.get_mut(&(finding.place.file.as_str(), finding.code))
            && *all > EQUAL
        {
            *told += 1;
            if *told == SHOWN + 1 {
                let more = *all - SHOWN;
                let (file, code) = (&finding.place.file, finding.code);
                text.push_str(&match lang {
                    Lang::Zh => format!("{file}  还有 {more} 处同样的问题 [{code}]，多半是同一个原因；--format json 全部列出\n\n"),
                    Lang::En => {
                        format!("{file}  and {more} more of the same [{code}], probably for one reason; --format json lists all\n\n")
                    }
                });
            }
            if *told > SHOWN {
                continue;
            }
        }
        text.push_str(&finding.place.file);
        if let Some(row) = finding.place.row {
            text.push_str(&format!(":{row}"));
        }
        if let Some(field) = &finding.place.field {
            text.push_str(&format!(" {field}"));
        }
        let severity = match finding.severity {
            Severity::Error => pick("错误", "error"),
            Severity::Warning => pick("提醒", "warning"),
        };
        let (message, hint) = match lang {
            Lang::Zh => (&finding.message.zh, &finding.hint.zh),
            Lang::En => (&finding.message.en, &finding.hint.en),
        };
        text.push_str(&format!("  [{severity} {}] {message}\n", finding.code));
        if !finding.saw.is_empty() {
            text.push_str(&format!("  {}{}\n", pick("看到：", "saw: "), visible(&finding.saw)));
        }
        text.push_str(&format!("  {}{hint}\n\n", pick("改法：", "mend: ")));
    }
    let parts: usize = data.systems.iter().map(|system| system.parts.len()).sum();
    let counts = [
        (data.sources.len(), "来源", "sources"),
        (data.places.len(), "地点", "places"),
        (data.communities.len(), "社区", "communities"),
        (data.units.len(), "单位", "units"),
        (data.codes.len(), "词", "codes"),
        (data.indicators.len(), "指标", "indicators"),
        (data.observations.len(), "数据", "observations"),
        (data.systems.len(), "机制", "systems"),
        (parts, "组成部分", "parts"),
        (count(findings, Severity::Error), "错误", "errors"),
        (count(findings, Severity::Warning), "提醒", "warnings"),
    ];
    let counts: Vec<String> = counts.iter().map(|(n, zh, en)| format!("{} {n}", pick(*zh, *en))).collect();
    text.push_str(&counts.join(pick("，", ", ")));
    text.push('\n');
    text
}

/// A cell with what nobody can see made visible: space at its ends, control characters, direction marks.
fn visible(saw: &str) -> String {
    let inner = saw.trim();
    let start = saw.len() - saw.trim_start().len();
    let mut text = String::new();
    for (at, c) in saw.char_indices() {
        let is_outside = at < start || at >= start + inner.len();
        let is_hidden = c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        match c {
            _ if is_hidden => text.push_str(&format!("<U+{:04X}>", c as u32)),
            _ if is_outside && c.is_whitespace() => text.push('␣'),
            c => text.push(c),
        }
    }
    text
}

fn as_json(findings: &[Diagnostic], is_usable: bool) -> String {
    let list: Vec<serde_json::Value> = findings
        .iter()
        .map(|finding| {
            serde_json::json!({
                "severity": match finding.severity { Severity::Error => "error", Severity::Warning => "warning" },
                "code": finding.code,
                "file": finding.place.file,
                "row": finding.place.row,
                "field": finding.place.field,
                "saw": finding.saw,
                "message_zh": finding.message.zh,
                "message_en": finding.message.en,
                "hint_zh": finding.hint.zh,
                "hint_en": finding.hint.en,
            })
        })
        .collect();
    let report = serde_json::json!({
        "ok": is_usable,
        "errors": count(findings, Severity::Error),
        "warnings": count(findings, Severity::Warning),
        "findings": list,
    });
    format!("{report:#}\n")
}
