//! The page on what the data are and are not.

use super::Context;
use crate::text::Msg;

impl Context<'_> {
    /// Headings and paragraphs, in order.
    pub fn about(&self) -> Vec<(String, String)> {
        let words = self.words;
        let data = self.data;
        let reported = data.observations.iter().filter(|row| Some(row.community) != data.own).count();
        let sources = data.sources.iter().filter(|source| !source.article.is_empty()).count();
        let numbers = [sources, reported, data.systems.len(), data.case_ids().count()];
        let numbers = numbers.map(|number| number.to_string());
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let section = |title: Msg, text: String| (words.msg(title), text);
        vec![
            section(Msg::AboutIsTitle, words.fill(Msg::AboutIs, &numbers)),
            section(Msg::AboutIsNotTitle, words.msg(Msg::AboutIsNot)),
            section(Msg::AboutMissingTitle, words.msg(Msg::AboutMissing)),
            section(Msg::AboutCompareTitle, words.msg(Msg::AboutCompare)),
            section(Msg::AboutUseTitle, words.msg(Msg::AboutUse)),
            section(Msg::AboutPrivacyTitle, words.msg(Msg::AboutPrivacy)),
        ]
    }
}
