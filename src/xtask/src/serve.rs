//! Showing the page on this machine.
//!
//! Owns: a small file server on the loopback address. May use: `std`. Deliberately absent: everything a real host does
//! (compression, ranges, encryption).

use crate::{build, run};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Builds, then serves until it is stopped.
pub fn serve(port: Option<u16>, release: bool, open: bool) -> Result<()> {
    let folder = if release {
        build::build(true, None)?
    } else {
        let folder = run::workshop().join("site");
        build::build_into(&folder, false, None)?;
        folder
    };
    let listener = listen(port.unwrap_or(8080))?;
    let address = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
    println!("\n邻谱 {address}\n(Ctrl-C ends it; after a change run the command again)");
    if open {
        show(&address);
    }
    for stream in listener.incoming().flatten() {
        let folder = folder.clone();
        std::thread::spawn(move || {
            // A visitor who hangs up is no news.
            let _ = answer(stream, &folder);
        });
    }
    Ok(())
}

fn listen(first: u16) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let free = (first..first.saturating_add(100)).find_map(|port| bind(port).ok());
    free.map_or_else(|| bind(0), Ok).context("no port to listen on")
}

fn show(address: &str) {
    let (program, before): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start"]),
        _ => ("xdg-open", &[]),
    };
    if Command::new(program).args(before).arg(address).spawn().is_err() {
        println!("(no {program} here: open the address yourself)");
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new((&stream).take(64 * 1024));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let file = resolve(folder, target);
    let (status, kind, body) = match file.and_then(|path| Some((kind(&path), std::fs::read(path).ok()?))) {
        _ if method != "GET" && method != "HEAD" => ("405 Method Not Allowed", "text/plain", b"GET only".to_vec()),
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain; charset=utf-8", "404 没有这个文件".as_bytes().to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The file a request means; nothing outside the folder.
fn resolve(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = PathBuf::from(decode(path)?);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

/// `%E9%82%BB` -> `邻`.
fn decode(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" | "webmanifest" => "application/json",
        "zip" => "application/zip",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_shown() {
        let folder = Path::new("/nowhere/site");
        assert_eq!(resolve(folder, "/a%20b/%E9%82%BB.csv?x=1"), Some(folder.join("a b/邻.csv")));
        for hostile in ["/../secret", "/a/%2e%2e/%2e%2e/secret", "//etc/passwd", "/%2Fetc/passwd", "/%zz", "/%", "etc"]
        {
            assert_eq!(resolve(folder, hostile), None, "{hostile}");
        }
    }

    #[test]
    fn a_busy_port_is_passed_over() {
        let busy = listen(18_080).unwrap();
        let next = listen(busy.local_addr().unwrap().port()).unwrap();
        assert!(next.local_addr().unwrap().port() > busy.local_addr().unwrap().port());
    }
}
