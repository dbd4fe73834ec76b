//! What one cell may hold: numbers, dates and clean text.
//!
//! Owns: reading a cell and, where it cannot be read, guessing what was meant. May use: `model`, the rules. Deliberately
//! absent: where the cell stands.

use super::numbers::numbers;
use crate::diagnostics::detail::{CodePoint, LookAlike};
use crate::diagnostics::{Said, rules::cells as rules};
use crate::model::{PartialDate, Period, PeriodError};
use crate::text::fold;

/// A rule that a cell breaks, with what the cell should perhaps say.
type Fault = Said;

/// Longest text a cell should hold, in characters.
const LONG_TEXT: usize = 600;

/// Reads a plain number: digits, perhaps a minus sign and a decimal point.
pub(super) fn number(cell: &str) -> Result<f64, Fault> {
    if let Some(value) = plain(cell) {
        return Ok(value);
    }
    let narrow = narrow(cell);
    if plain(&narrow).is_some() {
        return Err(rules::FULL_WIDTH.says(narrow));
    }
    if let Some(joined) = ungrouped(&narrow) {
        return Err(rules::THOUSANDS.says(joined));
    }
    if let Some(point) = narrow.find([',', '。', '·']) {
        let pointed = narrow.replace([',', '。', '·'], ".");
        if plain(&pointed).is_some() && narrow.len() < 40 && matches!(pointed.len() - point, 2 | 3) {
            return Err(rules::DECIMAL_POINT.says(pointed));
        }
    }
    // 1.8E+03 is what a spreadsheet makes of 1800.
    if let Ok(value) = cell.parse::<f64>()
        && cell.contains(['e', 'E'])
        && value.is_finite()
    {
        return Err(rules::NOT_A_NUMBER.says(value.to_string()));
    }
    // Only a phrase of one number says what was meant.
    let meant = match numbers(cell.get(..90).unwrap_or(cell)).as_slice() {
        [only] => only.value.to_string(),
        _ => String::new(),
    };
    let or = |example: &str| if meant.is_empty() { example.to_string() } else { meant.clone() };
    if cell.contains([
        '万', '亿', '萬', '億', '千', '百', '十', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '〇',
    ]) {
        return Err(rules::HAN_NUMBER.says(or("1000000")));
    }
    Err(rules::NOT_A_NUMBER.says(or("1800")))
}

/// `1,800,000` as `1800000`: separators only between groups of three.
fn ungrouped(cell: &str) -> Option<String> {
    let (whole, fraction) = cell.split_once('.').map_or((cell, None), |(whole, fraction)| (whole, Some(fraction)));
    let groups: Vec<&str> = whole.trim_start_matches('-').split([',', ' ', '\u{a0}', '\'']).collect();
    let is_grouped = groups.len() > 1 && groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let mut joined = groups.concat();
    if cell.starts_with('-') {
        joined.insert(0, '-');
    }
    if let Some(fraction) = fraction {
        joined.push('.');
        joined.push_str(fraction);
    }
    plain(&joined).filter(|_| is_grouped).map(|_| joined)
}

fn plain(cell: &str) -> Option<f64> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // 007 is a text that was meant as one.
    let is_padded = whole.len() > 1 && whole.starts_with('0');
    if !all_digits(whole) || !all_digits(fraction) || is_padded {
        return None;
    }
    cell.parse().ok().filter(|value: &f64| value.is_finite())
}

/// Full-width letters, digits and marks as their ordinary forms.
fn narrow(cell: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    cell.chars().map(narrow).collect()
}

const DATE_FORMS: &str = "2021, 2021-06, 2021-06-01, XXXX-03-26";
const PERIOD_FORMS: &str = "2021, 2021-06, 2019-06-01/2021-06, /2021-06, 2019/.., [2021,2022], XXXX-03-26";

/// Reads one date.
pub(super) fn date(cell: &str) -> Result<PartialDate, Fault> {
    let date = PartialDate::parse(cell).map_err(|error| date_fault(cell, error, DATE_FORMS))?;
    check_years(&Period::At(date))?;
    Ok(date)
}

/// Reads a period.
pub(super) fn period(cell: &str) -> Result<Period, Fault> {
    let period = Period::parse(cell).map_err(|error| date_fault(cell, error, PERIOD_FORMS))?;
    check_years(&period)?;
    if let Period::OneOf(years) = &period
        && !years.is_sorted_by(|one, next| one < next)
    {
        let mut years = years.clone();
        years.sort_unstable();
        years.dedup();
        let years: Vec<String> = years.iter().map(i16::to_string).collect();
        let meant = if years.len() == 1 { years.concat() } else { ["[", &years.join(","), "]"].concat() };
        return Err(rules::YEAR_CHOICE.says(meant));
    }
    Ok(period)
}

fn check_years(period: &Period) -> Result<(), Fault> {
    let odd = |year: i16| !(1949..=2100).contains(&year);
    let odd_date = |date: &Option<PartialDate>| date.and_then(|date| date.year).is_some_and(odd);
    let is_odd = match period {
        Period::Unstated => false,
        Period::At(date) => odd_date(&Some(*date)),
        Period::Span(start, end) => odd_date(&start.date()) || odd_date(&end.date()),
        Period::OneOf(years) => years.iter().copied().any(odd),
    };
    if is_odd { Err(rules::ODD_YEAR.says(())) } else { Ok(()) }
}

fn date_fault(cell: &str, error: PeriodError, forms: &str) -> Fault {
    match error {
        PeriodError::Form => rules::BAD_DATE.says(guess_date(cell).unwrap_or_else(|| forms.to_string())),
        PeriodError::NoSuchDay => rules::NO_SUCH_DAY.says(()),
        PeriodError::Backwards => rules::PERIOD_BACKWARDS.says(()),
    }
}

/// `2021年6月1日`, `2021/6/1`, `2021.6` and `2019-2021` as the tables write them.
fn guess_date(cell: &str) -> Option<String> {
    let narrow = narrow(cell);
    // [2021，2022], and --03-26 as former packages wrote it.
    let tidy = narrow.replace(['、', ';'], ",").replace(' ', "");
    let dates = tidy.split('/').map(|date| match date.strip_prefix("--") {
        Some(day) => ["XXXX-", day].concat(),
        None => date.replace("xxxx", "XXXX"),
    });
    let tidy = dates.collect::<Vec<_>>().join("/");
    if Period::parse(&tidy).is_ok() {
        return Some(tidy);
    }
    if let Some(date) = spreadsheet_date(&tidy) {
        return Some(date);
    }
    let runs: Vec<&str> = narrow.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let text = match runs[..] {
        [start, end] if start.len() == 4 && end.len() == 4 => [start, "/", end].concat(),
        [year, ..] if year.len() == 4 && runs.len() <= 3 => {
            let mut text = year.to_string();
            for run in &runs[1..] {
                text.push_str(if run.len() == 1 { "-0" } else { "-" });
                text.push_str(run);
            }
            text
        }
        _ => return None,
    };
    Period::parse(&text).is_ok().then_some(text)
}

/// What a spreadsheet makes of a date: `44260` of 2021-03-05, `Mar-21` of 2021-03.
fn spreadsheet_date(cell: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if let Some((month, year)) = cell.split_once('-')
        && let Some(month) = MONTHS.iter().position(|name| month.eq_ignore_ascii_case(name))
        && year.len() == 2
    {
        return Some(format!("20{year}-{:02}", month + 1)).filter(|text| Period::parse(text).is_ok());
    }
    let days: i64 = cell.parse().ok().filter(|days| cell.len() == 5 && (20_000..80_000).contains(days))?;
    // Days since 1899-12-30 as days since 0000-03-01, then as a date of the Gregorian calendar.
    let days = days + 693_899;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Some(format!("{:04}-{month:02}-{day:02}", year_of_era + era * 400 + next))
}

/// Columns that repeat a text character by character, whatever characters it has.
fn is_verbatim(column: &str) -> bool {
    matches!(column, "locator" | "locator_hans" | "title")
}

/// What is wrong with a cell whatever it is for: characters no keyboard gives, tags, formulas, too much text.
pub(super) fn text_fault(column: &str, cell: &str) -> Option<Fault> {
    if let Some(said) = cell.chars().find_map(|c| character_fault(column, c)) {
        return Some(said);
    }
    // What UTF-8 read as GBK leaves of 的, “，” and 。, and what is left of U+FFFD.
    if let Some(c) = cell.chars().find(|c| matches!(c, '锛' | '銆' | '鐨' | '锟')) {
        return Some(rules::BROKEN_CHARACTER.says(CodePoint(c)));
    }
    let is_error = cell.starts_with('#') && (cell.ends_with(['!', '?']) || cell.starts_with("##") || cell == "#N/A");
    if is_error {
        return Some(rules::SPREADSHEET_ERROR.says(()));
    }
    if !is_verbatim(column) && cell.contains("  ") {
        return Some(rules::DOUBLE_SPACE.says(()));
    }
    if cell.starts_with('=') && cell.len() > 1 {
        return Some(rules::FORMULA.says(()));
    }
    if cell.char_indices().any(|(at, c)| {
        c == '<' && cell[at + 1..].starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!'))
    }) {
        return Some(rules::HTML_LIKE.says(()));
    }
    if cell.len() > LONG_TEXT {
        let characters = cell.chars().count();
        return (characters > LONG_TEXT).then(|| rules::LONG_TEXT.says(characters));
    }
    None
}

fn character_fault(column: &str, c: char) -> Option<Fault> {
    // Nothing below is told of them.
    if matches!(c, ' '..='~' | '\u{4e00}'..='\u{9fff}') {
        return None;
    }
    if is_invisible(c) {
        return Some(rules::CONTROL_CHARACTER.says(CodePoint(c)));
    }
    if is_nobodys(c) {
        return Some(rules::BROKEN_CHARACTER.says(CodePoint(c)));
    }
    // With the article at hand `validate` knows whether a locator has it from there.
    if column != "locator"
        && let Some(look_alike) = look_alike(column, c)
    {
        return Some(rules::LOOK_ALIKE.says(look_alike));
    }
    if is_verbatim(column) {
        return None;
    }
    if is_combining(c) {
        return Some(rules::COMBINING_MARK.says(CodePoint(c)));
    }
    (fold::narrow(c) == ' ').then(|| rules::ODD_SPACE.says(CodePoint(c)))
}

/// A character that only looks like another, and which is meant. Full-width marks are ordinary in Chinese alone; what repeats
/// a text may have all that its text has, but for radicals and compatibility ideographs, which are slips of copying.
pub fn look_alike(column: &str, seen: char) -> Option<LookAlike> {
    let found = |meant| Some(LookAlike { seen, meant });
    if let Some(meant) = fold::ideograph(seen).or_else(|| fold::rare_ideograph(seen)) {
        return found(Some(meant));
    }
    match seen {
        '\u{2e80}'..='\u{2fd5}' | '\u{31c0}'..='\u{31ef}' => found(None),
        // Numbers, dates and keys have rules of their own.
        _ if !(column.ends_with("_zh") || column.ends_with("_en") || column == "author") => None,
        // Letters of other scripts that look Latin.
        'А'..='я' | 'Α'..='ω' | 'і' => {
            let at = "АВЕКМНОРСТХаеорсухіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".chars().position(|c| c == seen)?;
            found("ABEKMHOPCTXaeopcyxiABEZHIKMNOPTYXo".chars().nth(at))
        }
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => found(Some(fold::narrow(seen))),
        '\u{ff61}'..='\u{ff64}' => found(Some(fold::narrow(seen))),
        '\u{ff65}'..='\u{ffdc}' | '\u{ffe8}'..='\u{ffee}' => found(None),
        '\u{ff01}'..='\u{ff5e}' if column.ends_with("_en") => found(Some(fold::narrow(seen))),
        _ => None,
    }
}

/// Control characters, zero-width spaces, direction marks, variation selectors; NUL has its own rule.
fn is_invisible(c: char) -> bool {
    fold::is_unseen(c) || matches!(c, '\u{1}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}')
}

/// The mark of a failed decoding, and characters that look different in every font (private use) or are none.
fn is_nobodys(c: char) -> bool {
    let is_no_character = c as u32 & 0xfffe == 0xfffe;
    is_no_character
        || matches!(c, '\u{fff0}'..='\u{fffd}' | '\u{fdd0}'..='\u{fdef}' | '\u{e000}'..='\u{f8ff}'
            | '\u{2e9a}' | '\u{2ef4}'..='\u{2eff}' | '\u{2fd6}'..='\u{2fef}' | '\u{40000}'..)
}

/// Marks that are laid over the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether a cell of words that may be empty holds a word for nothing.
pub(super) fn is_placeholder(column: &str, cell: &str) -> bool {
    const NOTHING: [&str; 18] = [
        "-", "--", "—", "——", "/", "n/a", "na", "nan", "null", "none", "nil", "tbd", "todo", "无", "暂无", "不详",
        "待补", "空",
    ];
    let is_words = column.ends_with("_zh") || column.ends_with("_en") || matches!(column, "title" | "author");
    is_words && NOTHING.contains(&cell.to_lowercase().as_str())
}

/// What is wrong with a cell as text of the language its column is for.
pub(super) fn language_fault(column: &str, cell: &str) -> Option<Fault> {
    if column.ends_with("_en") {
        // Search terms may be typed in any language.
        let han = cell.chars().find(|c| is_han(*c) && column != "terms_en")?;
        return Some(rules::CHINESE_IN_ENGLISH.says(han));
    }
    if !column.ends_with("_zh") {
        return None;
    }
    if let Some(hant) = cell.chars().find(|c| is_traditional(*c)) {
        return Some(rules::TRADITIONAL.says(hant));
    }
    if cell.chars().any(is_han) {
        let marks = [',', ';', ':', '?', '!'];
        let mark = cell
            .char_indices()
            .find(|(at, c)| marks.contains(c) && cell[..*at].chars().next_back().is_some_and(is_han));
        // Search terms are parted by ;.
        return mark
            .filter(|(_, mark)| column != "terms_zh" || *mark != ';')
            .map(|(_, mark)| rules::ASCII_MARK.says(mark));
    }
    // %, m², 1+6+N: signs are the same in every language.
    let words = cell.split(|c: char| !c.is_alphabetic());
    let is_sign =
        !cell.contains("??") && !cell.contains("？？") && words.into_iter().all(|word| word.chars().count() < 3);
    let is_latin = |c: char| matches!(c, '\u{c0}'..='\u{24f}');
    (!is_sign || cell.contains(is_latin)).then(|| rules::NO_CHINESE.says(()))
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Common characters that stand in traditional texts only, in code point order.
const HANT: &str = "\
    並亂佔來倉個們偉備傳傾僅價儀優兌兒內兩冊別刪則剛創劍動務勞勢勵匯區協卻參吳員問啓啟喫單嗎嚴國圍園圓圖團執堅堯報場塊壇壓壘\
    壯夠夢夾奮娛婦媽嬰孫學實寫寬寶將專尋對導層屬峯島崗嵐嶺嶽師帶幗幟幫幹幾庫廈廣廳張強後徑從復悅愛態慮慶憂懇應懸戶掃掛採揚換\
    揮撐擁擇擊擔據擰擴擾攜攬敍敎數斷時晩暢曉書會東條棟楊楓業極構樂樓標樣樹橋機橫檔檢欄權歡歷歸殘氣決沒況淸減測湧準溝溫滯滿潑\
    潔潤澤濃濟濫瀝為烏無煉煩熱營爭爲牽狀獎獨獲獻現瑣環產畝異當疊發盡監盤眞眾確碼磚礎禮種稱積穩窯競節築簡簾籃籌籤糾紀約紅納紐\
    紗紙級紛細紹終組結絡給統經綜綠維網綻綿緊緒緖緣編緩縣總績織繕繞繡繩繪繫繼續羣義習聞聯聲職聽脈腦腳與興舉舊華萬葉蓋藍藝蘇處\
    虛號虧蛻衆術衛衝衞裏補裝裡襯見規親覺覽觀訂計訊討訓記訪設許訴診註評詞詢試詩話該詳認語誠誤說誰課調談請論諧謀講謝證識譜譯議\
    護讀變讓豐負貧貫責貴費貼貿資賞賣賦質賽贏趕趨踐車軸較載輝輻轄轉辦農這連進遊運過達違遞遠遷選遼還邊邏郵鄉鄒鄕鄰醫釋針銀鋒錄\
    錢錦錫錯鍛鍵鎖鎮鏈鏟鐘鐵鑰長門閃閑間閥閱關闢陣陳陽隊階際隨隱隸雙雜離難雲電靑靚靜響頁頂項順須預領頭頻題類顧顯風飛飪飯養餚\
    館馬駐騰驗驛驟髒體鬥魚鮮鴻麗黃點黨齡龍\
    ";

/// Whether a character is written in traditional texts only: the common ones, which no sentence of some length does without.
pub fn is_traditional(c: char) -> bool {
    let mut bytes = [0; 4];
    let sought = c.encode_utf8(&mut bytes).as_bytes();
    // Every one of them takes three bytes, and bytes sort as code points do.
    let (known, _) = HANT.as_bytes().as_chunks::<3>();
    sought.len() == 3 && known.binary_search_by(|one| one.as_slice().cmp(sought)).is_ok()
}

/// Whether a key is safe in URLs and file names.
pub(super) fn is_key(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule, and its hint.
    fn fault<T: std::fmt::Debug>(read: Result<T, Fault>) -> (&'static str, String) {
        let said = read.unwrap_err();
        (said.code(), said.hint.en)
    }

    #[test]
    fn reads_numbers_and_guesses_what_was_meant() {
        assert_eq!(number("-2.50").unwrap(), -2.5);
        for (cell, code, meant) in [
            ("1,800", "thousands-separator", "1800"),
            ("1，800", "thousands-separator", "1800"),
            ("1 800", "thousands-separator", "1800"),
            ("３０", "full-width-digits", "30"),
            ("100万", "han-number", "1000000"),
            ("1.25万", "han-number", "12500"),
            ("0.5亿", "han-number", "50000000"),
            ("三十", "han-number", "30"),
            ("100余万", "han-number", "1000000"),
            ("一千八百", "han-number", "1800"),
            ("5千", "han-number", "5000"),
            ("两", "han-number", "2"),
            ("12,3456", "not-a-number", "1800"),
            ("2,5", "decimal-point", "2.5"),
            ("2。5", "decimal-point", "2.5"),
            ("1,234,567.5", "thousands-separator", "1234567.5"),
            ("30人", "not-a-number", "30"),
            ("约1800", "not-a-number", "1800"),
            ("inf", "not-a-number", "1800"),
            ("1.8E+03", "not-a-number", "1800"),
            ("01800", "not-a-number", "1800"),
        ] {
            let (found, hint) = fault(number(cell));
            assert_eq!(found, code, "{cell}");
            let meant = format!(" {meant}");
            assert!(
                [",", ";", " "].iter().any(|end| [hint.as_str(), " "].concat().contains(&[&meant, *end].concat())),
                "{cell}: {hint}"
            );
        }
    }

    #[test]
    fn reads_periods_and_guesses_what_was_meant() {
        for text in ["2019/..", "2019/", "/2021-06", "../2021-06", "XXXX-03-26"] {
            assert_eq!(period(text).unwrap().to_text(), text);
        }
        for (cell, code, meant) in [
            ("2021年6月1日", "bad-date", "2021-06-01"),
            ("2021/6/1", "bad-date", "2021-06-01"),
            ("2021.6", "bad-date", "2021-06"),
            ("2019-2021", "bad-date", "2019/2021"),
            ("[2021，2022]", "bad-date", "[2021,2022]"),
            ("--03-26", "bad-date", "XXXX-03-26"),
            ("--01-01/--03-26", "bad-date", "XXXX-01-01/XXXX-03-26"),
            ("44260", "bad-date", "2021-03-05"),
            ("36526", "bad-date", "2000-01-01"),
            ("45351", "bad-date", "2024-02-29"),
            ("Mar-21", "bad-date", "2021-03"),
            ("1948", "odd-year", ""),
            ("2101", "odd-year", ""),
            ("2021-02-30", "no-such-day", ""),
            ("2021/2019", "period-backwards", ""),
            ("1021", "odd-year", ""),
            ("[2021,2122]", "odd-year", ""),
            ("[2022,2021]", "year-choice", "[2021,2022]"),
            ("[2021,2021]", "year-choice", "2021"),
        ] {
            let (found, hint) = fault(period(cell));
            assert!(found == code && hint.ends_with(meant), "{cell}: {found} {hint}");
        }
        assert_eq!(fault(date("[2021,2022]")).0, "bad-date");
    }

    #[test]
    fn each_language_has_its_columns() {
        let code = |column, cell| language_fault(column, cell).map_or("", |said| said.code());
        assert_eq!(code("name_en", "Approximate 约数"), "chinese-in-english");
        assert_eq!(code("terms_en", "water;水"), "");
        for cell in ["A team of volunteers", "????", "？？？", "ç¤¾åŒº"] {
            assert_eq!(code("name_zh", cell), "no-chinese", "{cell}");
        }
        for cell in ["%", "m²", "1+6+N", "360度", "邻"] {
            assert_eq!(code("name_zh", cell), "", "{cell}");
        }
        assert_eq!(code("note_zh", "社區的"), "traditional-character");
    }

    #[test]
    fn tells_traditional_characters() {
        assert!("說門棟龍並".chars().all(is_traditional) && HANT.chars().all(is_traditional));
        assert!(!"说门栋龙并a，".chars().any(is_traditional));
    }

    #[test]
    fn tags_are_not_comparisons() {
        assert!(text_fault("note_zh", "面积<2000，a < b").is_none());
        assert_eq!(text_fault("note_zh", "<b>粗</b>").unwrap().code(), "html-like");
        let said = text_fault("note_zh", "零宽\u{200b}").unwrap();
        assert!(said.code() == "control-character" && said.message.en.contains("U+200B"));
    }
}
