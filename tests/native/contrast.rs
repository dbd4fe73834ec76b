//! Colours can be told apart: computed from the tokens of the style sheets, for each way in which the page can be shown.

use std::collections::BTreeMap;

const BASE: &str = include_str!("../../assets/styles/10-tokens.css");
const MORE: &str = include_str!("../../assets/styles/far/10-contrast.css");

type Tokens = BTreeMap<String, f64>;

/// The relative luminance of `#rrggbb` or `#rgb`, as WCAG 2 defines it.
fn luminance(hex: &str) -> f64 {
    let hex = hex.trim_start_matches('#');
    let wide: String = if hex.len() == 3 { hex.chars().flat_map(|digit| [digit, digit]).collect() } else { hex.into() };
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

/// The tokens that the rules of a style sheet give whose selector is one of some, in order.
fn read(css: &str, selector: &str, into: &mut Tokens) {
    let from = css.find(&[selector, " {"].concat()).unwrap_or_else(|| panic!("{selector}"));
    let body = css[from..].split_once('{').unwrap().1.split('}').next().unwrap();
    for declaration in body.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let (name, value) = (name.trim(), value.trim());
        if let (Some(name), true) = (name.strip_prefix("--"), value.starts_with('#')) {
            into.insert(name.into(), luminance(value));
        }
    }
}

/// Every way in which the page can be shown.
fn presentations() -> Vec<(&'static str, Tokens)> {
    let of = |rules: &[(&str, &str)]| {
        let mut tokens = Tokens::new();
        rules.iter().for_each(|(css, selector)| read(css, selector, &mut tokens));
        tokens
    };
    let dark = ":root[data-theme=\"dark\"]";
    vec![
        ("light", of(&[(BASE, ":root")])),
        ("dark", of(&[(BASE, ":root"), (BASE, dark)])),
        ("dark by the system", of(&[(BASE, ":root"), (BASE, ":root:not([data-theme=\"light\"])")])),
        ("paper", of(&[(BASE, ":root"), (BASE, ":root:root:root")])),
        ("more contrast", of(&[(BASE, ":root"), (MORE, ":root:root")])),
        ("more contrast, dark", of(&[(BASE, ":root"), (BASE, dark), (MORE, ":root:root[data-theme=\"dark\"]")])),
        ("elder", of(&[(BASE, ":root"), (MORE, ":root[data-ui=\"elder\"]")])),
        ("elder, dark", of(&[(BASE, ":root"), (BASE, dark), (MORE, ":root[data-ui=\"elder\"][data-theme=\"dark\"]")])),
    ]
}

fn ratio(tokens: &Tokens, one: &str, other: &str) -> f64 {
    let (one, other) = (tokens[one], tokens[other]);
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2, 1.4.3: what is read has 4.5 to 1, placeholders in fields (muted on ground) too.
#[test]
fn words_stand_out_from_what_they_stand_on() {
    for (name, tokens) in presentations() {
        let least = if name.contains("more") || name.contains("elder") { 7.0 } else { 4.5 };
        for (words, grounds) in [
            ("ink", &["paper", "ground", "notice", "accent-soft", "mine-soft"][..]),
            ("muted", &["paper", "ground"]),
            ("not-reported", &["paper", "ground"]),
            ("accent", &["paper", "ground"]),
            ("dot-label", &["paper"]),
            ("reported", &["paper"]),
            ("mine", &["paper"]),
            ("on-accent", &["accent"]),
            ("m1-t", &["m1"]),
            ("m2-t", &["m2"]),
            ("m3-t", &["m3"]),
            ("m4-t", &["m4"]),
        ] {
            for ground in grounds {
                // The steps of the map do not change with contrast; 4.5 is what words on them need.
                let least = if words.starts_with('m') && words.ends_with("-t") { 4.5 } else { least };
                let found = ratio(&tokens, words, ground);
                assert!(found >= least, "{name}: {words} on {ground} {found:.2}");
            }
        }
    }
}

/// WCAG 2.2, 1.4.11: borders of controls and marks of charts have 3 to 1.
#[test]
fn controls_and_marks_stand_out_from_what_they_stand_on() {
    for (name, tokens) in presentations() {
        for mark in ["axis", "accent", "reported", "derived", "context", "not-reported", "time", "case", "dot", "mine"]
        {
            let found = ratio(&tokens, mark, "paper");
            assert!(found >= 3.0, "{name}: {mark} on paper {found:.2}");
        }
        for control in ["axis", "accent"] {
            let found = ratio(&tokens, control, "ground");
            assert!(found >= 3.0, "{name}: {control} on ground {found:.2}");
        }
    }
}

/// Fields and buttons that have a border have it in a colour that can be seen.
#[test]
fn borders_of_controls_are_not_the_lines_between_things() {
    let sheets = [
        include_str!("../../assets/styles/20-base.css"),
        include_str!("../../assets/styles/30-top.css"),
        include_str!("../../assets/styles/near/30-page.css"),
        include_str!("../../assets/styles/far/30-pages.css"),
        include_str!("../../assets/styles/far/40-compare.css"),
        include_str!("../../assets/styles/far/60-practices.css"),
        include_str!("../../assets/styles/far/70-data.css"),
        include_str!("../../assets/styles/far/80-reading.css"),
    ];
    const CONTROLS: [&str; 13] = [
        "input",
        "select",
        "button",
        ".plain",
        ".seg",
        ".scales",
        ".close",
        ".need",
        ".try",
        ".data-find",
        ".find-option",
        ".chip",
        ".peer",
    ];
    for rule in sheets.iter().flat_map(|css| css.split('}')) {
        let Some((selector, body)) = rule.rsplit_once('{') else { continue };
        let is_control = |selector: &str| {
            let last = selector.trim().rsplit([' ', '>']).next().unwrap_or_default();
            let plain = last.split([':', '[']).next().unwrap_or_default();
            CONTROLS.contains(&plain)
        };
        let draws = body.split(';').any(|one| {
            one.split_once(':').is_some_and(|(name, value)| {
                matches!(name.trim(), "border" | "border-color") && value.contains("var(--line)")
            })
        });
        let hovered = selector.contains(":hover");
        assert!(hovered || !draws || !selector.split(',').any(is_control), "{}", selector.trim());
    }
}
