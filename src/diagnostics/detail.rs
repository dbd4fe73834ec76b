//! What a finding says beyond the words of its rule: a number, a name, a list, a guess, in both languages.
//!
//! Owns: the types that `wire` and `validate` fill in, and how each is said. May use: `std`. Deliberately absent: finding
//! anything. What a type holds is what was seen; a word in a language is written nowhere else.

/// What is filled into the words of a rule, in Chinese and in English.
pub trait Say {
    /// Whether there is anything to fill in: a rule without a place for it does not compile, nor one with a place for nothing.
    const FILLS: bool = true;
    /// In Chinese.
    fn zh(&self) -> String;
    /// In English.
    fn en(&self) -> String;
}

impl Say for () {
    const FILLS: bool = false;

    fn zh(&self) -> String {
        String::new()
    }

    fn en(&self) -> String {
        String::new()
    }
}

/// What is the same in both languages.
macro_rules! verbatim {
    ($($name:ty)+) => {
        $(impl Say for $name {
            fn zh(&self) -> String {
                self.to_string()
            }

            fn en(&self) -> String {
                self.to_string()
            }
        })+
    };
}

verbatim! { String char i16 u16 u32 usize f64 }

/// What is said in two languages, variant by variant or from its parts.
macro_rules! say {
    ($($name:ident $self:ident { $zh:expr, $en:expr })+) => {
        $(impl Say for $name {
            fn zh(&$self) -> String {
                $zh
            }

            fn en(&$self) -> String {
                $en
            }
        })+
    };
}

/// Variants that are only words.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($(#[$note:meta])* $variant:ident $zh:literal $en:literal)+ })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum $name {
                $(#[doc = $en] $(#[$note])* $variant),+
            }

            impl Say for $name {
                fn zh(&self) -> String {
                    match self { $($name::$variant => $zh),+ }.to_string()
                }

                fn en(&self) -> String {
                    match self { $($name::$variant => $en),+ }.to_string()
                }
            }
        )+
    };
}

words! {
    /// What a file is instead of a table.
    Workbook {
        Xlsx "Excel 工作簿（xlsx）" "an Excel workbook (xlsx)"
        Xls "旧版 Excel 工作簿（xls）" "an old Excel workbook (xls)"
        Zip "压缩文件" "a compressed file"
    }
    /// What parts columns instead of commas.
    Delimiter {
        Tab "制表符" "tabs"
        Semicolon "分号" "semicolons"
        WideComma "中文逗号" "Chinese commas"
        Bar "竖线" "bars"
    }
    /// How many things a ratio is divided by.
    Divisors {
        Two "分母填了两个" "It is divided by two things"
        None "没有写除以什么" "It is not said what it is divided by"
    }
    /// What a kind of check is given.
    Operands {
        OneByConstant "写了 constant 时 operands 恰写一个编号" "With a constant give exactly one operand"
        RatioOfTwo "operands 写两个编号：分子;分母" "Give two operands: what is divided; what it is divided by"
        PartOfWhole "operands 写两个编号：部分;整体" "Give two operands: the part; the whole"
        Two "operands 写两个编号" "Give two operands"
        Several "operands 写两个以上编号" "Give two or more operands"
        WholeAndPart "operands 写两个编号：整体;部分" "Give two operands: the whole; the part"
        TwoSystems "operands 写两项机制的编号" "Give the ids of two systems"
        Scaled "operands 写三个编号：部分;整体;要摊给谁" "Give three operands: the part; the whole; what is scaled"
        OnePractice "operands 写一条做法的编号" "Give the id of one practice"
        Some "operands 至少写一个编号" "Give at least one operand"
        OneSystem "operands 写一项机制的编号" "Give the id of one system"
        Unchecked "stated 写无从核对的数据编号" "State the figure that cannot be checked"
        ThisYear "stated 写“今年”的数据编号，operands 写文中其他日期" "State the figure of “this year”, and other dates as operands"
        NoConstant "只有 ratio 才写 constant" "Only a ratio takes a constant"
    }
    /// What a kind of period says of itself.
    PeriodFault {
        DatedWithoutDate "某日的存量要写 period；没有日期写 snapshot_undated" "A level on a date needs a period; without a date write snapshot_undated"
        DatedWithSpan "某日的存量没有起止；累计写 cumulative" "A level on a date has no start and end; a total over time is cumulative"
        UndatedWithDate "没有日期的，period 留空；有日期时另选 period_type" "Undated means an empty period; with a date choose another period_type"
        YearWithMore "全年的 period 只写年份，如2021" "A calendar year has a year alone as its period, e.g. 2021"
        TotalWithout "累计要写起止，如2019/2021、2019/..、/2021-06；没有日期写 undated_duration" "A total over time needs an end: 2019/2021, 2019/.. or /2021-06; without dates write undated_duration"
        EventWithSpan "一次事件没有起止；有起止的写 cumulative" "One event has no start and end; what has both is cumulative"
        PlannedButReported "规划的 status 写 planned；已报告的另选 period_type" "What is planned has status planned; for what is reported choose another period_type"
    }
    /// Why two figures do not report the same fact.
    SameFault {
        NotFirst "直接指向最先的那一条" "Name the first figure itself"
        Community "改用本社区的数据" "Name a figure of the same community"
        Indicator "两条的 indicator 要相同" "Both rows need the same indicator"
        Value "两条的 value、bound、status、unit 要相同" "Both rows need the same value, bound, status and unit"
    }
    /// What a place within a place must be.
    ParentFault {
        OfCommunity "清空 parent，或 kind 写 compound" "Empty parent, or write kind compound"
        NoCommunity "parent 写社区的编号" "Give the id of a community as parent"
    }
    /// What a collection asks of its figures.
    GradeFault {
        Cases "cases 的数据写 article" "A figure of the cases has grade article"
        Reports "reports 的数据写 excerpt" "A figure of the reports has grade excerpt"
        Undated "写查得这段摘录的日期" "Give the day on which the excerpt was found"
    }
    /// How a standard writes its codes.
    Standard {
        Sha256 "64位小写十六进制数" "64 lower-case hexadecimal digits"
        Gb2260 "六位数字，如430105" "Six digits, e.g. 430105"
        Ucum "UCUM 代码，不含空格，如 km2" "A UCUM code without spaces, e.g. km2"
        Iso4217 "ISO 4217 代码，如 CNY" "A code of ISO 4217, e.g. CNY"
    }
    /// What a result is multiplied by.
    Scales {
        Usual "1、12、100或1000" "1, 12, 100 or 1000"
        Percent "100，因为单位是 %" "100, for the unit is %"
    }
}

/// A character by its code point, which cannot be mistaken: `U+2F08`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodePoint(pub char);

say! { CodePoint self { format!("U+{:04X}", self.0 as u32), self.zh() } }

/// A character that looks like another: which it is, and which to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookAlike {
    /// What stands there.
    pub seen: char,
    /// What is meant; `None` where nothing ordinary looks like it.
    pub meant: Option<char>,
}

say! { LookAlike self {
    match self.meant {
        Some(meant) => format!("“{}”（{}）换成“{meant}”（{}）", self.seen, CodePoint(self.seen).zh(), CodePoint(meant).zh()),
        None => format!("“{}”（{}）换成普通的字", self.seen, CodePoint(self.seen).zh()),
    },
    match self.meant {
        Some(meant) => {
            format!("{meant} ({}) for {} ({})", CodePoint(meant).en(), self.seen, CodePoint(self.seen).en())
        }
        None => format!("an ordinary character for {} ({})", self.seen, CodePoint(self.seen).en()),
    }
} }

/// What the program computes for a cell; empty where there is nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed(pub String);

say! { Computed self {
    if self.0.is_empty() { "留空".to_string() } else { ["写 ", &self.0].concat() },
    if self.0.is_empty() { "leave it empty".to_string() } else { ["write ", &self.0].concat() }
} }

/// How many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOf(pub usize, pub usize);

say! { OutOf self { format!("{}/{}", self.0, self.1), self.zh() } }

/// The row another thing stands on, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnRow(pub Option<u32>);

say! { OnRow self { self.0.map_or_else(|| "?".to_string(), |row| row.to_string()), self.zh() } }

/// A word that was perhaps meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Near(pub Option<String>);

impl From<Option<&str>> for Near {
    fn from(near: Option<&str>) -> Near {
        Near(near.map(str::to_string))
    }
}

say! { Near self {
    self.0.as_ref().map_or_else(String::new, |near| ["（是不是 ", near, "？）"].concat()),
    self.0.as_ref().map_or_else(String::new, |near| [" (did you mean ", near, "?)"].concat())
} }

/// The keys that there are: the nearest one, or the first of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// What was perhaps meant.
    pub near: Near,
    /// The first of those that there are.
    pub some: Vec<String>,
    /// How many there are.
    pub all: usize,
}

say! { Known self {
    match (&self.near, self.all - self.some.len()) {
        (Near(Some(_)), _) => self.near.zh(),
        _ if self.some.is_empty() => String::new(),
        (_, 0) => format!("（现有：{}）", self.some.join(", ")),
        (_, _) => format!("（现有：{} 等，共{}个）", self.some.join(", "), self.all),
    },
    match (&self.near, self.all - self.some.len()) {
        (Near(Some(_)), _) => self.near.en(),
        _ if self.some.is_empty() => String::new(),
        (_, 0) => format!(" (there are: {})", self.some.join(", ")),
        (_, more) => format!(" (there are: {} and {more} more)", self.some.join(", ")),
    }
} }

/// The words of a closed vocabulary, each with its Chinese name (empty where it has none), and the nearest one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Words with their names.
    pub words: Vec<(&'static str, &'static str)>,
    /// What was perhaps meant.
    pub near: Near,
}

impl Vocabulary {
    fn listed(&self, name: impl Fn(&(&str, &str)) -> String, and: &str) -> String {
        self.words.iter().map(|word| name(&(word.0, word.1))).collect::<Vec<_>>().join(and)
    }
}

say! { Vocabulary self {
    self.listed(|(code, name)| if name.is_empty() { code.to_string() } else { [code, "（", name, "）"].concat() }, "、")
        + &self.near.zh(),
    self.listed(|(code, _)| code.to_string(), ", ") + &self.near.en()
} }

/// Some names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing(pub Vec<String>);

say! { Listing self { self.0.join("、"), self.0.join(", ") } }

/// From which byte on a file is not UTF-8, and what it looks like instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    /// The first byte that is none, from 0.
    pub offset: usize,
    /// What it looks like.
    pub looks: Option<Charset>,
}

/// Other encodings of Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// What Chinese Windows calls ANSI.
    Gbk,
    /// Two bytes a character.
    Utf16,
}

impl Encoding {
    fn name(self) -> Option<&'static str> {
        self.looks.map(|looks| match looks {
            Charset::Gbk => "GBK",
            Charset::Utf16 => "UTF-16",
        })
    }
}

say! { Encoding self {
    format!("{}个字节起", self.offset) + &self.name().map_or_else(String::new, |name| ["，看起来是 ", name].concat()),
    format!("{} on", self.offset) + &self.name().map_or_else(String::new, |name| ["; it looks like ", name].concat())
} }

/// What a reader of JSON says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonFault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character of the line.
    pub column: usize,
    /// In its own, English words.
    pub said: String,
}

say! { JsonFault self {
    format!("{} 读不出来：第{}行第{}列，{}", self.file, self.line, self.column, what_is_wrong(&self.said)),
    format!("{} cannot be read: {}", self.file, self.said)
} }

/// What `serde_json` says, in Chinese.
fn what_is_wrong(english: &str) -> &'static str {
    let known = [
        ("EOF while parsing", "文件没有写完，可能缺少括号或引号"),
        ("trailing comma", "多了一个逗号"),
        ("trailing characters", "末尾多了内容"),
        ("expected `,`", "缺少逗号或括号"),
        ("expected `:`", "缺少冒号"),
        ("key must be a string", "属性名要加英文双引号，也可能多了一个逗号"),
        ("expected value", "这里应当是一个值；引号要用英文双引号"),
        ("control character", "引号里有换行或控制字符"),
        ("escape", "反斜杠后的写法不对"),
        ("surrogate", "\\u 转义不完整"),
        ("recursion limit", "嵌套太深"),
        ("number out of range", "数字太大"),
        ("invalid unicode", "不是 UTF-8 编码"),
    ];
    known.iter().find(|(start, _)| english.contains(start)).map_or("不是有效的 JSON", |(_, zh)| zh)
}

/// The numbers of a locator.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stated(pub Vec<f64>);

impl Stated {
    fn joined(&self, before: &str, and: &str) -> String {
        let numbers: Vec<String> = self.0.iter().map(f64::to_string).collect();
        if numbers.is_empty() { String::new() } else { [before, &numbers.join(and)].concat() }
    }
}

say! { Stated self { self.joined("：", "、"), self.joined(": ", ", ") } }

/// What a locator says about how exact its number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedge {
    /// A word that asks for a bound: the word, the bound's code.
    Asks(&'static str, &'static str),
    /// No such word.
    Silent,
}

say! { Hedge self {
    match self {
        Hedge::Asks(word, bound) => ["写了“", word, "”，bound 写 ", bound].concat(),
        Hedge::Silent => "没有约、余、多、超、近、不到这样的词，bound 写 exact".to_string(),
    },
    match self {
        Hedge::Asks(word, bound) => ["“", word, "” there asks for ", bound].concat(),
        Hedge::Silent => "no such word there asks for exact".to_string(),
    }
} }

/// Where to copy a locator from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The number of the article.
    pub article: String,
    /// How the article goes on where the locator's start stands.
    pub goes_on: Option<String>,
}

say! { Passage self {
    ["文章", &self.article, "（文件名以它开头）中原样复制"].concat()
        + &self.goes_on.as_ref().map_or_else(String::new, |text| ["；文章里是：", text].concat()),
    ["article ", &self.article, " (its file starts with that) as it stands"].concat()
        + &self.goes_on.as_ref().map_or_else(String::new, |text| ["; the article has: ", text].concat())
} }

/// Longer phrases of an article that occur once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Longer {
    /// The number of the article.
    pub article: String,
    /// The phrases.
    pub phrases: Vec<String>,
}

impl Longer {
    fn listed(&self, before: &str) -> String {
        if self.phrases.is_empty() { String::new() } else { [before, &self.phrases.join(" | ")].concat() }
    }
}

say! { Longer self {
    ["文章", &self.article, "（文件名以它开头）中只出现一次"].concat() + &self.listed("："),
    ["article ", &self.article, " (its file starts with that)"].concat() + &self.listed(": ")
} }

/// The number of a step; `None` where there must be none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step(pub Option<u16>);

say! { Step self {
    self.0.map_or_else(|| "空".to_string(), |step| step.to_string()),
    self.0.map_or_else(|| "empty".to_string(), |step| step.to_string())
} }
