//! What helps others find the page: what it is, in the words search engines and messengers read, and where it stands.
//!
//! Owns: `schema.org/Dataset`, Open Graph, the canonical address, `sitemap.xml`, `robots.txt`. May use: the description of the data
//! package. Deliberately absent: an address nobody has given. Only a release made for a place (`--base`) names that place.

use anyhow::{Result, ensure};
use linpu::model::About;
use serde_json::json;

/// The address under which a release will stand: a folder, without query or fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// Reads an address: `https://example.org/linpu/`.
    pub fn parse(text: &str) -> Result<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.unwrap_or_default().split('/').next().unwrap_or_default();
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/%".contains(letter);
        ensure!(
            !host.is_empty() && text.chars().all(is_plain),
            "--base needs the address of a folder, e.g. https://example.org/linpu/, not `{text}`"
        );
        Ok(Self(if text.ends_with('/') { text.to_string() } else { [text, "/"].concat() }))
    }

    fn file(&self, name: &str) -> String {
        [&self.0, name].concat()
    }
}

/// The picture of a link that is passed on: the overview.
pub const PICTURE: &str = "share.png";

/// What stands in the head of the page: about the link.
pub fn head(template: &str, base: Option<&Base>) -> Result<String> {
    let [title, description] = said(template)?;
    let mut head = format!(
        "<meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"website\">"
    );
    if let Some(base) = base {
        head.push_str(&format!(
            "\n<meta property=\"og:url\" content=\"{0}\">\n<meta property=\"og:image\" content=\"{0}{PICTURE}\">\n\
             <link rel=\"canonical\" href=\"{0}\">",
            base.0
        ));
    }
    Ok(head)
}

/// What stands at the end of the page: about the data. A browser stops reading at any script, even one that is none.
pub fn dataset(template: &str, about: &About, base: Option<&Base>) -> Result<String> {
    let [title, description] = said(template)?;
    let archive = about.archive();
    let mut dataset = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": description,
        "version": about.version,
        "dateModified": about.updated,
        "license": format!("https://spdx.org/licenses/{}.html", about.licence),
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/zip",
            "contentUrl": base.map_or_else(|| archive.clone(), |base| base.file(&archive)),
        },
    });
    if let (Some(base), Some(fields)) = (base, dataset.as_object_mut()) {
        fields.insert("url".to_string(), base.0.clone().into());
    }
    // What ends the element, or opens a comment in it, begins so.
    let dataset = dataset.to_string().replace('<', "\\u003c");
    Ok(format!("<script type=\"application/ld+json\">{dataset}</script>"))
}

/// The title of the page, and its description.
fn said(template: &str) -> Result<[&str; 2]> {
    Ok([between(template, "<title>", "</title>")?, between(template, "name=\"description\" content=\"", "\"")?])
}

/// Files beside the page for those who walk through hosts. `robots.txt` is read at the root of a host only.
pub fn files(about: &About, base: &Base) -> [(&'static str, String); 2] {
    let sitemap = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  \
         <url><loc>{}</loc><lastmod>{}</lastmod></url>\n</urlset>\n",
        base.0, about.updated
    );
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {}\n", base.file("sitemap.xml"));
    [("sitemap.xml", sitemap), ("robots.txt", robots)]
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Result<&'a str> {
    let found = text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map(|(found, _)| found);
    let found = found.filter(|found| !found.contains(['<', '&', '\n']));
    found.ok_or_else(|| anyhow::anyhow!("index.html has no plain text between {from} and {to}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<title>邻谱：数字</title>\n<meta name=\"description\" content=\"五个案例\">";

    fn about() -> About {
        let root = crate::run::root().join("assets/data");
        linpu::validate::package(&|name| std::fs::read(root.join(name)).ok(), None).value.about
    }

    #[test]
    fn without_a_place_nothing_names_one() {
        let head = head(TEMPLATE, None).unwrap() + &dataset(TEMPLATE, &about(), None).unwrap();
        assert!(head.contains("<meta property=\"og:title\" content=\"邻谱：数字\">"), "{head}");
        let rest = head.replace("https://schema.org", "").replace("https://spdx.org/licenses/CC-BY-4.0.html", "");
        assert!(!rest.contains("://") && !rest.contains("canonical") && !rest.contains("og:image"), "{head}");
        let dataset = between_any(&head, "<script type=\"application/ld+json\">", "</script>");
        let dataset: serde_json::Value = serde_json::from_str(dataset).unwrap();
        assert_eq!(dataset["@type"], "Dataset");
        assert_eq!(dataset["distribution"]["contentUrl"], about().archive());
        assert_eq!(dataset["version"], about().version);
    }

    #[test]
    fn a_release_for_a_place_names_it_everywhere() {
        let base = Base::parse("https://example.org/linpu").unwrap();
        let head = head(TEMPLATE, Some(&base)).unwrap();
        let data = dataset(TEMPLATE, &about(), Some(&base)).unwrap();
        assert!(data.contains("\"url\":\"https://example.org/linpu/\""), "{data}");
        for line in [
            "<link rel=\"canonical\" href=\"https://example.org/linpu/\">",
            "<meta property=\"og:url\" content=\"https://example.org/linpu/\">",
            "<meta property=\"og:image\" content=\"https://example.org/linpu/share.png\">",
        ] {
            assert!(head.contains(line), "no {line} in {head}");
        }
        let [(_, sitemap), (_, robots)] = files(&about(), &base);
        assert!(sitemap.contains("<loc>https://example.org/linpu/</loc>"), "{sitemap}");
        assert!(robots.contains("Sitemap: https://example.org/linpu/sitemap.xml\n"), "{robots}");
    }

    #[test]
    fn a_place_is_an_address_and_nothing_else() {
        for wrong in [
            "",
            "linpu",
            "ftp://example.org/",
            "https://",
            "https:///x",
            "https://a/?b",
            "https://a/#b",
            "https://a/\"><b>",
            "javascript:x",
            "https://a b/",
        ] {
            assert!(Base::parse(wrong).is_err(), "{wrong}");
        }
        for right in ["https://example.org", "http://10.0.0.1:8080/a/b/", "https://xn--fiq.example/~x/%E9"] {
            assert!(Base::parse(right).is_ok(), "{right}");
        }
    }

    #[test]
    fn text_with_signs_of_its_own_is_refused() {
        assert!(head("<title>a & b</title>", None).is_err());
        assert!(head("no title", None).is_err());
    }

    fn between_any<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
        text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map(|(found, _)| found).unwrap_or_default()
    }
}
