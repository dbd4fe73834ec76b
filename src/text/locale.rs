//! The languages of the page.
//!
//! Owns: their codes and their own names. May use: nothing. Deliberately absent: which one a reader prefers (the browser
//! knows), the message catalogue.

/// A language and script of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// Chinese in simplified characters.
    #[default]
    ZhHans,
    /// Chinese in traditional characters.
    ZhHant,
    /// English.
    En,
}

impl Locale {
    /// Every locale, in the order of the switch.
    pub const ALL: &'static [Locale] = &[Locale::ZhHans, Locale::ZhHant, Locale::En];

    /// The word for it in addresses and files.
    pub const fn code(self) -> &'static str {
        match self {
            Locale::ZhHans => "zh-Hans",
            Locale::ZhHant => "zh-Hant",
            Locale::En => "en",
        }
    }

    /// The locale for a code, or `None` where there is no such code.
    pub fn from_code(code: &str) -> Option<Locale> {
        Locale::ALL.iter().copied().find(|locale| locale.code() == code)
    }

    /// What stands in the `lang` attribute. Simplified Chinese names its region because old engines choose fonts by it.
    pub const fn html_lang(self) -> &'static str {
        match self {
            Locale::ZhHans => "zh-CN",
            Locale::ZhHant => "zh-Hant",
            Locale::En => "en",
        }
    }

    /// Its name in itself, which is how a language switch must show it.
    pub const fn native_name(self) -> &'static str {
        match self {
            Locale::ZhHans => "简体中文",
            Locale::ZhHant => "繁體中文",
            Locale::En => "English",
        }
    }

    /// Whether it is Chinese, in either script.
    pub const fn is_chinese(self) -> bool {
        !matches!(self, Locale::En)
    }

    /// The one of three that is in this locale.
    pub const fn choose(self, hans: &'static str, hant: &'static str, en: &'static str) -> &'static str {
        match self {
            Locale::ZhHans => hans,
            Locale::ZhHant => hant,
            Locale::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_back_to_its_locale() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_code(locale.code()), Some(*locale));
        }
        assert_eq!(Locale::from_code("zh"), None);
        assert_eq!(Locale::ZhHant.choose("余", "餘", "or more"), "餘");
    }
}
