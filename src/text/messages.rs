//! The message catalogue: every sentence of the interface, in simplified Chinese and English side by side.
//!
//! A message that lacks one of the two does not compile. Traditional Chinese is made from the simplified text by the
//! [`Lexicon`](super::Lexicon). `{0}`, `{1}` … are filled in by [`Words::fill`](super::Words::fill); English alone may choose between a
//! word for one and a word for many: `{0|community|communities}`.

use super::script::English;
use std::sync::OnceLock;

/// What a voice can say.
pub trait Message: Copy {
    /// Simplified Chinese.
    fn zh(self) -> &'static str;
    /// English, as far as it has arrived.
    fn english(self, arrived: English) -> &'static str;
}

impl Message for Msg {
    fn zh(self) -> &'static str {
        Msg::zh(self)
    }
    fn english(self, arrived: English) -> &'static str {
        arrived.message(self)
    }
}

impl Message for FarMsg {
    fn zh(self) -> &'static str {
        FarMsg::zh(self)
    }
    fn english(self, _: English) -> &'static str {
        self.en()
    }
}

macro_rules! messages {
    ($(#[$about:meta])* $catalogue:ident: $($name:ident: $zh:literal / $en:literal;)+) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $catalogue { $($name),+ }
        impl $catalogue {
            /// Every message.
            pub const ALL: &'static [$catalogue] = &[$($catalogue::$name),+];
            /// Simplified Chinese.
            pub fn zh(self) -> &'static str {
                static PLACES: OnceLock<Vec<&str>> = OnceLock::new();
                nth(&PLACES, concat!($($zh, "\0"),+), self as usize)
            }
            /// English.
            pub fn en(self) -> &'static str {
                static PLACES: OnceLock<Vec<&str>> = OnceLock::new();
                nth(&PLACES, concat!($($en, "\0"),+), self as usize)
            }
            /// Simplified Chinese and English.
            pub fn pair(self) -> (&'static str, &'static str) { (self.zh(), self.en()) }
        }
    };
}

/// A message of a catalogue, in which each ends with a zero. Where each begins is found once, in the program that runs: a table
/// of four hundred places inside it would be loaded, and looking through 12 kB for every word took microseconds.
#[inline(never)]
fn nth(places: &'static OnceLock<Vec<&'static str>>, catalogue: &'static str, at: usize) -> &'static str {
    places.get_or_init(|| catalogue.split('\0').collect()).get(at).copied().unwrap_or_default()
}

messages! {
    /// A message of the overview and the frame, and whatever both halves say.
    Msg:

    AppName: "邻谱" / "Linpu";
    AppTagline: "社区治理案例的数字与出处" / "Figures from community governance, each with its source";
    SkipToMain: "跳到正文" / "Skip to content";
    NavMain: "主导航" / "Main";
    NavMenu: "菜单" / "Menu";
    NavOverview: "概览" / "Overview";
    NavTable: "数据表" / "Data table";
    NavAbout: "数据与引用" / "Data and citation";
    Language: "语言" / "Language";
    Theme: "外观" / "Appearance";
    ThemeSystem: "跟随系统" / "Auto";
    ThemeLight: "浅色" / "Light";
    ThemeDark: "深色" / "Dark";

    Question: "别的社区有多大、怎么治理？{0}个案例，每个数字都有出处"
        / "How big are other communities, and how are they run: {0} cases, every figure with its source";
    Lead: "邻谱从公开报道里摘出社区治理的数字与做法，{0}例都精读了全文。它们是好做法报道，不是抽样，未经核实；口径不同的数字不比大小。"
        / "Figures and practices from published reports; all {0} were read in full. Good-practice stories, not a sample, unverified; unlike definitions are not ranked.";
    LeadBoth: "邻谱从公开报道里摘出社区治理的数字与做法：{0}例精读全文，{1}例摘录数字。它们是好做法报道，不是抽样，未经核实；口径不同的数字不比大小。"
        / "Figures and practices from published reports: {0} read in full, {1} for their figures. Good-practice stories, not a sample, unverified; unlike definitions are not ranked.";
    Cases: "精读{0}例" / "Read in full: {0} cases";
    CasesHow: "全文逐字读过，每条数据都能看到原话" / "every figure shows the words it came from";
    CaseCounts: "{0}条数据 · {1}项机制 · {2}条做法" / "{0} {0|figure|figures} · {1} {1|system|systems} · {2} {2|practice|practices}";
    Doors: "从这里开始" / "Start here";
    DoorFigures: "看数字" / "See the figures";
    DoorFiguresHow: "{0}条数据，按口径排开" / "{0} {0|figure|figures}, by definition";
    DoorPractices: "找做法" / "Find a practice";
    DoorPracticesHow: "{0}条做法，按问题找" / "{0} {0|practice|practices}, by problem";
    DoorCompare: "比我的社区" / "Compare mine";
    DoorCompareHow: "填几个数，看它落在哪里；只在本机计算" / "Enter a few numbers; nothing leaves this machine";
    Key: "读图" / "How to read";
    Map: "在哪里：{0}个省份有案例" / "Where: cases in {0} {0|province|provinces}";
    MapHow: "点一格只看那里，可以多选" / "Select one or more to see only those";
    MapScale: "社区数" / "Communities";
    MapNote: "位置示意，不是地图边界" / "Positions only, no borders";
    MapTile: "{0}，{1}个社区" / "{0}: {1}";
    MapUnits: "11北京|12天津|13河北|14山西|15内蒙古|21辽宁|22吉林|23黑龙江|31上海|32江苏|33浙江|34安徽|35福建|36江西|37山东|41河南|42湖北|43湖南|44广东|45广西|46海南|50重庆|51四川|52贵州|53云南|54西藏|61陕西|62甘肃|63青海|64宁夏|65新疆|71台湾|81香港|82澳门"
        / "11BJ Beijing|12TJ Tianjin|13HE Hebei|14SX Shanxi|15NM Inner Mongolia|21LN Liaoning|22JL Jilin|23HL Heilongjiang|31SH Shanghai|32JS Jiangsu|33ZJ Zhejiang|34AH Anhui|35FJ Fujian|36JX Jiangxi|37SD Shandong|41HA Henan|42HB Hubei|43HN Hunan|44GD Guangdong|45GX Guangxi|46HI Hainan|50CQ Chongqing|51SC Sichuan|52GZ Guizhou|53YN Yunnan|54XZ Tibet|61SN Shaanxi|62GS Gansu|63QH Qinghai|64NX Ningxia|65XJ Xinjiang|71TW Taiwan|81HK Hong Kong|82MO Macao";

    Filters: "筛选" / "Filters";
    FiltersChosen: "{0}已选" / "{0} chosen";
    FilterAll: "全部" / "All";
    SwitchCases: "精读" / "In full";
    SwitchReports: "报道" / "Reports";
    MenuPlace: "地区" / "Place";
    MenuSystems: "机制" / "Systems";
    MenuTime: "时间" / "Time";
    MenuEvidence: "对象与证据" / "Kind and evidence";
    FiltersActive: "已选筛选" / "Active filters";
    FilterRemove: "移除筛选{0}" / "Remove filter {0}";
    ClearAll: "清除全部" / "Clear all";
    Reset: "恢复初始视图" / "Reset the view";
    OptionEmptyCommunities: "没有社区属于此项" / "No community falls under this";
    OptionEmptyFigures: "没有数据属于此项" / "No figure falls under this";
    OptionFilteredOut: "与其他已选条件没有交集" / "Nothing left together with the other filters";
    CountCommunities: "{0}个社区" / "{0} {0|community|communities}";
    CountCompounds: "{0}个小区" / "{0} {0|compound|compounds}";
    CountPlaces: "{0}个社区和小区" / "{0} communities and compounds";
    FindingCoverage: "{0}里，{2}个报告了{1}，没有一个报告{3}" / "Of {0}, {2} {2|reports|report} {1}; none reports {3}";
    FindingCoverageAll: "{0}里，{2}个报告了{1}" / "Of {0}, {2} {2|reports|report} {1}";
    ChartStripNote: "位置就是大小；一行是一种口径，行与行之间不排名、不相加。" / "Position is magnitude; a row is one definition, and rows are neither ranked against each other nor added up.";
    CountFigures: "{0}条数据" / "{0} {0|figure|figures}";
    Announce: "{0} / {1}个社区 · {2}条数据" / "{0} of {1} {1|community|communities} · {2} {2|figure|figures}";
    NothingTitle: "没有社区同时满足这些条件" / "No community meets all of these filters";
    NothingHow: "去掉一项筛选即可继续。" / "Remove a filter to go on.";

    ChartTimeline: "有日期的事实与机制的起始" / "Dated facts and founding dates";
    ChartTimelineNote: "日期知道多少画多少：只知年份的占满一年，两可的画两处；年份不详的列在轴外。" / "Dates are drawn as far as they are known: a bare year fills the year, one of two years stands in both, an unknown year stands beside the axis.";
    StillLoading: "其余数据还没有收到。" / "The rest of the data is not here yet.";
    NavCompare: "比较" / "Compare";
    NavAtlas: "机制" / "Systems";
    NavPractices: "做法" / "Practices";
    NavChecks: "核对" / "Checks";

    AtlasTitle: "精读案例各有哪些治理机制？" / "Which governance systems does each case have?";

    PracticesTitle: "遇到这类问题，别的社区怎么做？" / "What did others do about a problem like this?";

    ChecksTitle: "原文自己的数字对得上吗？" / "Do the sources' own figures agree?";

    CompareTitle: "哪些数字能放在一起比？" / "Which figures can be compared?";

    OwnDefaultName: "我的社区" / "My community";
    OwnMark: "（自填）" / " (my own entry)";
    OwnNote: "数字由使用者在本浏览器中自行填写，没有报道出处。" / "Figures entered by the user in this browser; no report stands behind them.";
    OwnPlace: "所在地未填" / "place not given";
    OwnSource: "自行填写" / "my own entry";
    OwnKept: "只存在本浏览器里，没有上传，也没有核实。" / "Kept in this browser only; neither sent anywhere nor verified.";
    OwnEmptied: "本浏览器里保存的内容已被清空；这里的内容还在，再改一处就会重新保存。" / "What this browser kept was emptied. Your figures are still here; the next change keeps them again.";
    OwnUnread: "本浏览器里原先保存的内容读不出，已原样另存为linpu.own.unread；之后的内容照常保存。" / "What this browser kept before cannot be read; it was put aside as linpu.own.unread. What you enter now is kept as usual.";
    OwnNotKept: "这个浏览器不允许保存：关闭页面后内容会丢失，请先导出。" / "This browser does not allow keeping anything: export your figures before you close the page.";

    DimProvince: "省份" / "Province";
    DimCity: "城市" / "City";
    DimDistrict: "区县" / "District";
    DimCommunityType: "社区类型" / "Community type";
    DimSettlement: "居住区类型" / "Settlement";
    DimCollection: "收录" / "Collection";
    DimKind: "社区或小区" / "Community or compound";
    DimReported: "报道年份" / "Year of the report";
    DimGrade: "证据等级" / "Grade of evidence";
    DimTopic: "机制主题" / "System topic";
    DimForm: "机制形态" / "System form";
    DimTarget: "服务对象" / "Target group";
    DimGroup: "指标组" / "Indicator group";
    DimYear: "数据时间" / "Period";
    YearUnknown: "年份不详" / "Year unknown";
    Undated: "时间未注明" / "No date given";

    SearchLabel: "搜索" / "Search";
    SearchHint: "汉字、拼音、首字母均可；社区加指标直达数字；Ctrl+K" / "Chinese, pinyin or initials; community and indicator for a figure; Ctrl+K";
    SearchNone: "没有找到“{0}”" / "Nothing found for “{0}”";
    SearchFound: "{0}个结果" / "{0} {0|result|results}";

    DownloadFailed: "下载未能开始：{0}" / "The download did not start: {0}";
    SavePicture: "存图片" / "Save picture";
    PictureNotDrawn: "图片没有画成" / "the picture could not be drawn";
    BrowserLacks: "此浏览器缺少所需的功能" / "this browser lacks what it takes";
    ChartHow: "方向键逐点浏览，回车看出处，Tab 离开" / "Arrow keys move between points, Enter opens the receipt, Tab leaves";
    ChartRole: "图表" / "chart";
    KeyExact: "照原文" / "as stated";
    KeyAbout: "约数" / "about";
    KeyAtLeast: "至少（余、多、超）" / "at least";
    KeyBelow: "接近或不到" / "nearly, under";
    KeyPlanned: "规划，非实有" / "planned";
    KeyDerived: "推算" / "derived";
    KeyContext: "仅供参照" / "for context";
    KeyZero: "零" / "zero";
    KeyRange: "计数的时段" / "counted over this time";
    KeySoftEnd: "起止为推断或未止" / "start or end inferred or open";
    KeyInstant: "当时" / "at this time";
    KeySomewhere: "其间某时" / "some time within";
    KeyEither: "年份两可" / "one of two years";
    KeyReported: "有数据" / "reported";
    KeyPartial: "只有局部或规划" / "a part or a plan only";
    KeyNotReported: "未报告" / "not reported";
    KeyRefused: "不宜画在一起" / "not honest to draw";
    KeyHidden: "被筛选隐去" / "left out by the filters";
    KeyCase: "精读案例" / "read in full";
    KeyOther: "其他社区" / "others";
    KeyOwn: "自己填写" / "my own entry";

    SourcesReports: "公开报道文库：{0}篇（逐条见各数字的出处）" / "library of public reports: {0} (each figure’s receipt names its own)";
    Sources: "来源{0}篇" / "{0} {0|source|sources}";
    ShareMenu: "分享与下载" / "Share and download";
    LinkCopied: "链接已复制" / "Link copied";
    LinkNotCopied: "浏览器不允许写入剪贴板，请从地址栏复制" / "This browser does not allow writing to the clipboard; copy it from the address bar";
    Unfold: "展开图" / "Show the chart";
    NotReportedLine: "未报告：{0}" / "Not reported: {0}";
    AllReportLine: "所列社区均有报告。" / "Every community listed reports it.";
    FiltersInPicture: "筛选条件：{0}" / "Filters: {0}";
    NoFilters: "无（全部数据）" / "none (all data)";
    MoreCharts: "其他指标组" / "Other indicator groups";

    ChartCoverage: "谁报告了什么" / "Who reports what";
    ChartCoverageNote: "格中是数据条数。“未报告”不等于零，也不等于没有。" / "Cells count figures. “Not reported” is not zero and does not mean that there is none.";
    HeadDefinition: "口径" / "Definition";
    HeadReported: "报告" / "Report";
    HeadSilent: "未报告" / "Not reported";
    HeadUnseen: "摘录未见" / "Not in the excerpt";
    HeadSilentUnseen: "未报告＋未见" / "Silent + unseen";
    StripFlows: "期间各不相同：位置只说多少，不说快慢" / "Periods differ: position tells how much, not how fast";
    StripLone: "另有{0}个单位各只有一个数字：{1}" / "{0} more {0|unit has one figure|units have one figure each}: {1}";
    ScaleTitle: "坐标" / "Scale";
    ScaleLog: "对数" / "Log";
    ScaleLinear: "线性" / "Linear";
    ChartAlone: "单独看这张图" / "This chart by itself";
    StripFoldedOne: "另有1种口径，只有1个社区：{1}" / "1 more definition, one community: {1}";
    StripFolded: "另有{0}种口径，各1个社区：{1}" / "{0} more definitions, one community each: {1}";
    FindingNone: "{0}：所选范围内没有一个数字" / "{0}: no figure in the current selection";
    FindingOne: "只有{0}报告了{1}：{2}" / "Only {0} reports {1}: {2}";
    FindingRange: "{0}报告了{1}，从{2}到{3}" / "{0} report {1}: from {2} to {3}";
    FindingAlike: "{0}报告了{1}，都是{2}" / "{0} report {1}: {2} each";
    FindingMany: "{0}报告了{1}，{2}种口径；“{3}”有{4}个，从{5}到{6}" / "{0} report {1} under {2} definitions; “{3}”: {4}, from {5} to {6}";
    FindingEach: "{0}报告了{1}，{2}种口径各不相同" / "{0} report {1} under {2} definitions, none shared";
    FindingSole: "{0}报告了{1}，{2}种口径" / "{0} reports {1} under {2} {2|definition|definitions}";
    MetricUnit: "单位：{0}" / "Unit: {0}";
    MetricOf: "报告{0}/{1}" / "{0} of {1} {0|reports|report}";
    ChartSummaryNone: "所选范围内没有数据。" / "There is nothing in the current selection.";
    OnlyPart: "仅报告{0}" / "only {0}";
    OnlyPlanned: "仅有规划数" / "planned only";
    NotInExcerpt: "摘录未见" / "not in the excerpt";
    NotInSelection: "所选条件内无数据" / "nothing in the selection";
    YearsSpan: "{0}—{1}年" / "{0}–{1}";
    YearsOne: "{0}年" / "{0}";
    YearsSome: "{0}个数字注明时间：{1}" / "dated for {0}: {1}";
    YearsNone: "时间未注明" / "no dates given";

    CoverageWhole: "{0}条" / "{0}";
    CoverageSpoken: "{0}，{1}：{2}条数据" / "{0}, {1}: {2} {2|figure|figures}";
    CoverageMissing: "{0}，{1}：未报告" / "{0}, {1}: not reported";

    TableTitle: "全部数据" / "All figures";
    ColCommunity: "社区" / "Community";
    ColValue: "数值" / "Value";

    ReceiptOpen: "查看出处：{0}" / "Open the receipt: {0}";
    Close: "关闭" / "Close";
    NoTitle: "无标题" / "no title";
    DateUnknown: "日期未载明" / "no date given";
    YearUnknownMark: "年份不详" / "year unknown";

    FullForced: "坚持要算、要画的最多{0}处，这一处没有加上：请先取消一处。"
        / "At most {0} refusals can be overridden; this one was not. Take one back first.";
    FullPicked: "自己选用的数字最多{0}个，这一个没有换上。“恢复初始视图”可以全部清除。"
        / "At most {0} figures can be preferred; this one was not. Resetting the view clears them.";
    FullAsked: "自己定义的算式最多{0}个，这一个没有加上：请先去掉一个。"
        / "At most {0} indicators can be defined; this one was not. Drop one first.";
    FullNeed: "需要只用前{0}个字。" / "Only the first {0} characters are used.";
    FullLink: "选得太多，链接（最多{0}个字符）放不下，这一步没有做：请先去掉几项。"
        / "This was not done: a link of at most {0} characters could not carry all that is chosen. Remove something first.";
    LinkIgnored: "链接中有{0}处未能识别，已忽略：{1}" / "{0} {0|part|parts} of the link {0|was|were} not understood and ignored: {1}";
    LinkVersion: "版本{0}" / "version {0}";
    LinkTooLong: "过长（{0}字符）" / "too long ({0} characters)";
    Dismiss: "知道了" / "Dismiss";
    Footer: "邻谱程序{0}版 · 数据{1}版，更新于{2}" / "Linpu program {0} · data {1}, updated {2}";
    Licences: "数据 CC BY 4.0，程序 MIT" / "Data CC BY 4.0, program MIT";
    PrintedFrom: "打印自{0}（{1}）" / "Printed from {0} ({1})";
}

messages! {
    /// A message that only the later half says: its words are loaded with it.
    FarMsg:
    TileReport: "{0} / {1} 报告" / "{0} of {1} {0|reports|report}";
    MissingUnseen: "摘录未见：{0}" / "Not in the excerpt: {0}";
    SourceLine: "数据来源：" / "Sources: ";
    ChartSummary: "{1}个社区中{0}个报告了{2}个数字，分属{3}种口径。" / "{0} of {1} {1|community|communities} {0|reports|report} {2} {2|figure|figures} under {3} {3|definition|definitions}.";
    BesideTitle: "不能放上时间轴" / "Not on the time axis";
    ColKey: "编号" / "ID";
    ColGroup: "指标组" / "Group";
    ColIndicator: "指标" / "Indicator";
    ColScope: "范围" / "Scope";
    ColStatus: "状态" / "Status";
    ColPeriod: "时间" / "Period";
    ColSource: "来源" / "Source";
    ColSalience: "层级" / "Salience";
    FiltersSee: "看{0}" / "See {0}";
    FiltersHow: "同一组内任选其一即可，不同组须同时满足。" / "Within a group any choice will do; across groups all must hold.";
    FiltersClear: "清除" / "Clear";
    FiltersFind: "找选项" / "Find an option";
    RankedApart: "不排名次：只有约数、上限或下限" / "Without a rank: approximate, or a bound";
    RankedHow: "只有确切的数字排名次，并列的同名次。" / "Only exact figures have a rank; equal ones share it.";
    RankedNot: "按大小排列，不排名次：{0}" / "In order of size, without ranks: {0}";
    RankedFew: "按大小排列；确切的数字不到两个，不排名次。" / "In order of size; with fewer than two exact figures there are no ranks.";
    RankedPlace: "第{0}" / "place {0}";
    ChartDefinitions: "每种口径单独看" / "Each definition by itself";
    ChartAllDefinitions: "全部口径" / "All definitions";
    ChartPageLead: "筛选照旧有效；这一页的地址可以直接转发。" / "Filters stay in force; the address of this page can be passed on.";

    AtlasLead: "先看几个社区共有的做法，再按主题看全部{0}个机制。格里的数是文中写到几个机制，不比多少；点一行看是哪些，点名称看它怎样运行。" / "First what several communities share, then all {0} systems by topic. A cell says how many systems the text describes, which is no score; open a row for their names, and a name for how it works.";
    AtlasMotifs: "做法见于哪些社区" / "Who has which motif";
    AtlasByTopic: "按主题" / "By topic";
    AtlasSystems: "{0}个机制" / "{0} {0|system|systems}";
    AtlasSpreadOne: "只见于{0}个社区" / "in {0} community only";
    AtlasSpread: "见于{0}个社区" / "in {0} {0|community|communities}";
    AtlasSilent: "全文没有写到机制：{0}。" / "No systems in the whole text: {0}.";
    AtlasExcerpts: "{0}个社区只读了摘录，没有收录机制。" / "Of {0} {0|community|communities} only excerpts were read, and no systems are recorded.";
    AtlasNone: "未见" / "none";
    AtlasCount: "符合筛选的机制{0}个" / "{0} {0|system matches|systems match} the filters";
    SystemOpen: "看这一机制" / "Open this system";
    SystemPath: "所属" / "Part of";
    SystemInside: "其中的机制" / "Systems inside it";
    SystemSteps: "步骤" / "Steps";
    SystemPartsTitle: "组成" / "Parts";
    SystemNoParts: "原文没有列出组成部分。" / "The source lists no parts.";
    SystemFigures: "报告的数字" / "Figures reported";
    SystemRelated: "其他社区的同类机制" / "Related systems elsewhere";
    SystemAlike: "形态都记作{0}" / "both recorded as: {0}";
    SystemUnlike: "形态不同：{0}" / "a different form: {0}";
    SystemParts: "{0}个部分" / "{0} {0|part|parts}";
    SystemOthersFor: "对象：{0}" / "for {0}";
    StepUnstated: "文中没写由谁做" / "the text does not say who";
    FlowsStart: "{0}个有先后的流程里，{1}个从{2}开始；{3}" / "Of {0} ordered {0|flow|flows}, {1} {1|begins|begin} with: {2}; {3}";
    FlowsTitle: "{0}个有先后的流程；{1}" / "{0} ordered {0|flow|flows}; {1}";
    FlowsAllSaid: "每一步都写明由谁做" / "each step says who takes it";
    FlowsOpenOne: "1个有步骤没写由谁做" / "1 leaves open who takes a step";
    FlowsOpen: "{0}个有步骤没写由谁做" / "{0} leave open who takes a step";
    FlowsMetric: "谁走哪一步 · 横着看一个流程，竖着看一方" / "Who takes which step · read a flow across, an actor down";
    FlowsMetricRing: "谁走哪一步 · 横着看一个流程，竖着看一方；虚圈是文中没写由谁做" / "Who takes which step · read a flow across, an actor down; a dashed ring: the text does not say who";
    FlowsMetricWords: "谁走哪一步，照原文" / "Who takes which step, as the text has it";
    FlowsTable: "表格" / "Table";
    FlowsUnstated: "文中未写" / "not stated";
    FlowsOtherwise: "{0}：原文作{1}" / "{0}: the text has {1}";
    FlowsUnsaid: "另有{0}个流程，多数步骤没写由谁做：" / "{0} more {0|does not say who takes most of its|do not say who takes most of their} steps:";
    FlowsMore: "另有{0}个流程：" / "{0} more:";
    FlowsFlow: "流程" / "Flow";
    FlowsStep: "步骤" / "Step";
    FlowsWho: "由谁（照原文）" / "Who, as the text has it";
    FlowsLanes: "归入" / "Lanes";
    StepActor: "由{0}" / "by {0}";

    PracticesLead: "每条做法都来自报道，附原文短语；报道没有写的结果不补写。" / "Each practice is from the reports, with the phrase it stands on. What they do not say is not filled in.";
    PracticesSearch: "说说问题，如“老人 用电”“飞线”" / "Describe the problem, e.g. “old people wiring”";
    PracticesTopics: "主题" / "Topics";
    PracticesBest: "最相符的在前" / "Best match first";
    PracticesBeside: "已打开，但不在筛选和查找的结果里" / "Open, though not among what the filters and the search leave";
    PracticesMore: "再看{0}条" / "{0} more";
    PracticesFewer: "收起" / "Fewer";
    PracticesAlso: "别的主题下还有{0}条也涉及{1}" / "{0} more under other topics also {0|concerns|concern} {1}";
    PracticesOutside: "筛选之外有{0}条" / "{0} outside the filters";
    PracticesNear: "是不是要找" / "Did you mean";
    PracticesCount: "{0}条做法" / "{0} {0|practice|practices}";
    PracticesNone: "没有匹配“{0}”的做法" / "No practice matches “{0}”";
    PracticesNoneLeft: "所选条件下没有做法" / "No practice under these filters";
    PracticesInstead: "可以试试" / "Try";
    PracticesAll: "看全部做法" / "All practices";
    PracticesPartly: "其中{0}条只匹配一部分" / "{0} of them {0|matches|match} in part";
    PracticePartly: "部分匹配" / "matches in part";
    PracticeInferred: "这个问题由编者据做法推断，原文没有这样写。" / "The editors conclude this problem from what was done; the text does not state it.";
    PracticeActors: "谁来做" / "By whom";
    PracticeFor: "为谁" / "For whom";
    PracticeOutcome: "报告的结果" / "What was reported";
    PracticeNoOutcome: "报道没有写结果" / "the report says nothing of a result";
    PracticeSystems: "所属机制" / "Systems";
    PracticeFigures: "相关数字" / "Figures";
    PracticeTerms: "相关的词" / "Related words";
    PracticeAlike: "相近的做法" / "Similar practices";
    PracticeWhere: "社区" / "Community";

    ChecksLead: "能核对的都核对，算法写在旁边；不该算的说明为什么。推算值不是原文报告的数。" / "What can be checked is checked, with its arithmetic. What must not be computed says why. Derived values are not reported ones.";
    ChecksDerived: "推算指标" / "Derived indicators";
    ChecksStated: "原文：{0}" / "stated: {0}";
    ChecksWhich: "只看" / "Show only";
    ReceiptAllChecks: "看全部核对" / "All checks";
    ChecksYears: "发布：{0}；{1}" / "published {0}; {1}";
    ChecksNoneListed: "原文没有列出" / "the source lists none";
    ChecksOnlyListed: "列出{0}" / "{0} listed";
    ChecksListed: "名称说{0}，列出{1}" / "{0} announced, {1} listed";
    ChecksOpen: "列出{0}，列举未完" / "{0} listed, and the list is open";
    ChecksNamed: "说{0}，列出其中{1}" / "{0} announced, {1} of them named";
    ChecksMonths: "{0}个月" / "{0} {0|month|months}";
    ChecksDigits: "{0}个数字，文中写明{1}个" / "{0} {0|digit|digits}, {1} put into words";
    ChecksSeveral: "多个社区" / "Several communities";
    ChecksAll: "核对{0}项" / "{0} {0|check|checks}";

    CompareChoose: "比较这些社区" / "Compare these communities";
    CompareTooFew: "至少选两个社区。" / "Choose at least two communities.";
    ComparePair: "{0}与{1}" / "{0} and {1}";
    CompareAllowed: "可比" / "comparable";
    CompareRefused: "不可比" / "not comparable";
    ComparePairs: "两两相比{0}对，{1}对可比" / "{0} {0|pair|pairs}, {1} comparable";
    CompareAspects: "5项中{0}项一致" / "{0} of 5 {0|agrees|agree}";
    AspectDefinition: "口径不同" / "definition differs";
    AspectSameDefinition: "口径相同" / "same definition";
    AspectUnit: "单位不同" / "unit differs";
    AspectSameUnit: "单位相同" / "same unit";
    AspectScope: "范围不同" / "scope differs";
    AspectSameScope: "范围相同" / "same scope";
    AspectStatus: "一为规划，一为实有" / "planned against observed";
    AspectSameStatus: "状态相同" / "same status";
    AspectTime: "时间不同" / "time differs";
    AspectNoTime: "至少一方没有注明时间" / "at least one has no date";
    AspectSameTime: "时间相同" / "same time";
    CompareSays: "这{0}个社区共报告{1}个数字（不计名称里的数字和日期），{2}种口径；其中{3}种口径有两个以上社区报告。" / "{0|This|These} {0} {0|community reports|communities report} {1} {1|figure|figures}, numbers in names and dates left out, under {2} {2|definition|definitions}, {3} of which two or more share.";
    CompareSaysNone: "这{0}个社区共报告{1}个数字（不计名称里的数字和日期），{2}种口径，没有一种口径有两个社区同时报告：谁多谁少，从这些数字里看不出来。" / "{0|This|These} {0} {0|community reports|communities report} {1} {1|figure|figures}, numbers in names and dates left out, under {2} {2|definition|definitions}, and no two share one: who has more cannot be read from these figures.";
    CompareSaysEach: "{0}：{1}。" / "{0}: {1}.";
    CompareSaysNearest: "最接近可比的是{0}的{1}（{2}），差在：{3}。" / "The nearest to comparable: {0}, {1} ({2}); what differs: {3}.";
    CompareSilent: "都没有报告：{0}。" / "None of them reports: {0}.";
    CompareConflicts: "同一事有两个数字" / "Two figures for one fact";
    CompareConflictsNote: "两个都保留。先用写得最确切的；也可以自己选，选择记在地址里。" / "Both are kept. The most exactly worded stands first; choose the other if you like, and the address keeps it.";
    CompareUse: "采用" / "use this one";
    RankAt: "第{0}" / "no. {0}";
    RankTied: "并列" / "tied";
    RankCount: "{0}个参加排序" / "{0} ranked";
    RankMissing: "未报告，不排：{0}" / "not ranked for want of a figure: {0}";
    RankRefused: "不排序：{0}" / "not ranked: {0}";
    RankForce: "仍按所写的数字排序（附警告）" / "Rank the figures as they stand (with a warning)";
    RankUnforce: "不排序了" / "Do not rank them";
    AxisMixedUnits: "单位不一：{0}" / "mixed units: {0}";
    AxisFreeNone: "没有共用的口径" / "no definition in common";
    CompareAllowedBut: "口径可比" / "same definition";
    CommunitySettlements: "其中的居住区" / "Housing in it";
    PerOnlyPlanned: "只有规划人口，不能作基数" / "only a planned population, which is no base";
    DefineTitle: "自己定义一个算式" / "Define an indicator";
    DefineLead: "选两项指标相除。不该相除的不算，并说明为什么；坚持要算，警告会跟着图、文件和链接走。" / "Divide one indicator by another. What must not be divided is not, and says why; if you insist, the warning goes with chart, file and link.";
    DefineAbove: "被除的" / "Divide";
    DefineBelow: "除以" / "by";
    DefineScale: "乘以" / "times";
    DefineAdd: "算" / "Compute";
    DefineDrop: "去掉这个算式" / "Drop this one";
    DefineForce: "仍要算（附警告）" / "Compute all the same (with a warning)";
    DefineUnforce: "不算了" / "Do not compute it";
    CompareWarning: "注意：{0}" / "Caution: {0}";
    CompareAxes: "坐标轴" / "Axes";
    AxisStrip: "位置图，一行一种口径" / "Positions, a row per definition";
    AxisShared: "分图，同一口径同一比例" / "Panels, one scale per definition";
    AxisFree: "分图，各自比例" / "Panels, free axis";
    AxisOne: "画在一根轴上" / "All on one axis";
    AxisStripNote: "位置就是大小；一行一种口径，行与行之间不排名。有名字的是所选社区，灰点是其他社区。" / "Position is magnitude; a row is one definition, and rows are not ranked against each other. Those compared are named; grey dots are others.";
    AxisSharedNote: "同一行口径相同、比例相同，长短可以相比；行与行之间不可比。" / "Across a row the definition and the scale are the same, so lengths compare; rows do not compare with each other.";
    AxisApartNote: "没有两个社区用同一种口径，只列数字，不比长短。" / "No two communities share a definition: figures are listed, lengths are not compared.";
    AxisFreeNote: "每幅图的比例各自不同，长短不可跨图相比。" / "Every panel has a scale of its own; lengths do not compare across panels.";
    AxisOneNote: "只有口径、单位、范围和状态都相同，才画在一根轴上。" / "Figures share one axis only if definition, unit, scope and status agree.";
    AxisForcedNote: "这些数字不可比，是按使用者要求画在一起的：长短不表示谁多谁少。" / "These figures are not comparable; they share an axis at the user's request. Lengths do not say who has more.";
    AxisRefused: "不画在一根轴上：{0}" / "Not drawn on one axis: {0}";
    AxisForce: "仍要画在一根轴上（附警告）" / "Draw on one axis all the same (with a warning)";
    AxisUnforce: "改回分开画" / "Draw apart again";
    ComparePer: "数值" / "Values";
    PerCount: "照报告" / "As reported";
    PerThousand: "每千人" / "Per 1,000 people";
    PerThousandValue: "每千人{0}（{1}）" / "{0} per 1,000 ({1})";
    PerHouseholdValue: "每户{0}（{1}）" / "{0} per household ({1})";
    PerBase: "基数" / "Counted per:";
    PerNoPeople: "没有可用的人口数，算不出" / "no population to divide by";
    PerNoHouseholds: "没有可用的户数，算不出" / "no households to divide by";
    PerHousehold: "每户" / "Per household";
    HighlightTitle: "突出显示" / "Highlight";
    HighlightNone: "不突出" / "None";
    DerivedHow: "各项的算式与出处" / "Formulas and receipts";
    DerivedAbsent: "没有报告所需的数字：{0}" / "Report none of what it takes: {0}";
    DerivedTitle: "推算指标" / "Derived indicators";
    DerivedNone: "所选社区的数字算不出任何推算指标。" / "The figures of these communities give no derived indicator.";
    DerivedSummary: "由报告的数字算出{0}个值；都不是原文报告的数。" / "{0} {0|value|values} derived from reported figures; none is a reported one.";
    DerivedNote: "每个值旁边是算式；时间和口径的出入写在说明里。" / "The formula stands beside each value; what differs in time or definition is said with it.";
    AskedCaveat: "使用者自己定义的算式，原文没有把两者联系起来。" / "Defined by the user; no source relates the two.";
    StripsTitle: "各社区所处的位置" / "Where each community stands";
    StripsNote: "每条只放同一口径的数字，从零起；没有报告的不画。" / "A strip holds figures under one definition, from zero. What is not reported has no place on it.";
    StripsNone: "没有一种口径被两个以上所选社区报告，所以没有位置可比。填入自己社区的数字后再看。" / "No definition is reported by two of these communities, so nothing has a place among others. Enter figures of your own to see one.";
    StripsSummary: "{0}种口径有两个以上社区报告。" / "{0} {0|definition is|definitions are} reported by two or more communities.";
    OverTimeTitle: "{0}按时间看：{1}个数字说得出在什么时候，{2}个没写" / "{0} over time: of {1} {1|figure|figures} the time is known, of {2} it is not stated";
    OverTimeMetric: "条是时间，旁边的数是整段时间里的总数，长短不比；起止都写明的，另给每月数" / "A bar is a time, the number beside it all that was counted in it; lengths compare nothing. Per month only where both ends are stated";
    OverTimeNote: "每月数由本站按起止推算；起止不明、推断或还没结束的，不推算。" / "Numbers per month are computed here from both ends; not where an end is unknown, inferred or open.";
    OverTimeMonth: "每月{0}（推算）" / "{0} a month (computed)";
    ScatterTitle: "两项指标对照" / "Two indicators against each other";
    ScatterNote: "一个点是一个社区；点少，不画趋势，也不说明因果。" / "A point is a community. There are few, so no trend is drawn and nothing is said of causes.";
    ScatterSummary: "{1}个社区中{0}个两项都有报告。" / "{0} of {1} {1|community|communities} {0|reports|report} both.";
    ScatterBeside: "不在图上：至少缺一项" / "Not on the plot: at least one is missing";
    ScatterInstead: "各社区这两项报告了什么" / "What each community reports of the two";
    ScatterFew: "{1}个社区中{0}个两项都有报告；至少3个才画成图，少了看不出什么。" / "{0} of {1} {1|community|communities} {0|reports|report} both; with fewer than three there is no plot, for it would show nothing.";
    ScatterHas: "{0}：{1}" / "{0}: {1}";
    ScatterX: "横轴" / "To the right";
    ScatterY: "纵轴" / "Upwards";
    MatrixTitle: "这{0}个社区，哪些数能放在一起比？" / "Which figures of {0|this|these} {0} {0|community|communities} can be compared?";
    MatrixCaption: "指标组与社区对照：{0}。每格是该社区在这一组里最能与别人比的数字和它的口径；最后一列说两两能否相比。" / "Groups of indicators by community: {0}. A cell holds the figure that compares best, with its definition; the last column says which pairs compare.";
    MatrixComparable: "同口径可比：{0}。" / "Comparable under one definition: {0}.";
    MatrixCount: "{0}{1}对" / "{0} ({1})";
    MatrixGroups: "指标组" / "Group";
    MatrixVerdict: "两两可比" / "Pairs that compare";
    MatrixVerdictHow: "{0}对，一点一对" / "{0} {0|pair, a dot|pairs, a dot each}";
    MatrixAllowed: "{1}对中{0}对可比" / "{0} of {1} {1|pair|pairs} {0|compares|compare}";
    MatrixAllowedBut: "{1}对中{0}对可比，{2}对有条件" / "{0} of {1} {1|pair|pairs} {0|compares|compare}, {0||{2} of them }with a caveat";
    MatrixNone: "{0}对都不可比" / "{0|the pair does not compare|none of {0} pairs compare}";
    MatrixAlone: "只有一个社区报告" / "only one reports";
    MatrixBounds: "有约数或上下限" / "approximate or a bound";
    MatrixAllSilent: "有一方未报告" / "one of the two is silent";
    MatrixKeySame: "同口径，可比" / "same definition: comparable";
    MatrixKeyBut: "同口径，但约数、上下限或时间不一" / "same definition, but approximate, bounded or of another time";
    MatrixKeyDiffers: "口径不同，不比" / "definitions differ: not compared";
    MatrixKeyAxis: "小轴：点是这个数字，竖线是同一口径的其他社区，两端见行首" / "small axis: the dot is this figure, ticks are others under the same definition, its ends stand at the row’s head";
    MatrixPairsAmong: "{0}，{1}对" / "{0}: {1} {1|pair|pairs}";
    MatrixReasons: "为什么能比、不能比" / "Why they compare, or do not";
    MatrixFigures: "这一组的全部数字" / "Every figure of this group";
    MatrixAlso: "另有{0}个数字" / "{0} more";
    MatrixOpened: "已展开：{0}，{1}" / "Opened: {0}, {1}";
    MatrixClosed: "已收起：{0}" / "Closed: {0}";
    MatrixLog: "对数" / "log";
    MatrixEnter: "＋ 填写" / "+ enter";
    MatrixMixed: "单位各不相同" / "units differ";
    MatrixSort: "按数值排列" / "Sort by value";
    MatrixUnsort: "按社区排列" / "In the order of the columns";
    NotReportedBy: "未报告：{0}" / "Not reported by {0}";
    StripOthers: "另有{0}种口径，所选社区都没有报告" / "{0} more {0|definition|definitions}, which none of these communities reports";
    PickAdd: "＋ 加社区" / "+ Add a community";
    PickTitle: "选要比的社区" / "Choose communities to compare";
    PickSearch: "按名称或地方找，汉字、拼音均可" / "Find by name or place";
    PickNone: "没有找到“{0}”" / "Nothing found for “{0}”";
    PickFound: "{0}个社区" / "{0} {0|community|communities}";
    PickMost: "连同我的，最多{0}个" / "{0} at most, mine included";
    PickFull: "已有{0}个，先移出一个，再加{1}。" / "{0} are shown already: take one out before you add {1}.";
    PickLeftOut: "链接里还有{0}个社区，一次最多比{1}个：{2}。" / "The link names {0} more; {1} at most are compared at once: {2}.";
    PickRemove: "移出{0}" / "Take out {0}";
    PickOwn: "我的社区" / "My own";
    PickCases: "案例" / "Cases";
    PickReports: "公开报道" / "Public reports";
    PeersTitle: "与{0}相近的：" / "Peers of {0}:";
    PeerType: "同为{0}" / "also: {0}";
    PeerSize: "{0}相近，{1}" / "similar size, {0}: {1}";
    PeerCity: "同在{0}" / "also in {0}";
    PeersNote: "规模相近：同一口径，相差不超过50%" / "similar size: same definition, within ±50%";
    MoreTools: "更多工具" / "More tools";
    MoreToolsNote: "坐标轴、每千人、突出显示、位置带、散点、推算与自定算式" / "axes, per 1,000, highlight, strips, scatter, derived and own quotients";
    CompareInstead: "可以改看：每个社区各自的数字，点开看出处。" / "Look instead at each community's own figures, and open their receipts.";

    OwnTitle: "填我的社区" / "Enter my own community";
    OwnLead: "填入自己社区的数字，就能和案例放在一起比。只存在本浏览器里，不上传；每处都标明“自填”。" / "Enter your own community's figures to see them beside the cases. They stay in this browser, are sent nowhere, and are marked as yours everywhere.";
    OwnName: "社区名称" / "Name of the community";
    OwnRow: "第{0}行" / "Row {0}";
    OwnValue: "数值，如 约300、1.2万余" / "Value, e.g. about 300, 12,000+";
    OwnPeriod: "时间，如2023、2023-06" / "Time, e.g. 2023 or 2023-06";
    OwnChoose: "选择指标" / "Choose an indicator";
    OwnAdd: "加一行" / "Add a row";
    OwnRemove: "删去第{0}行" / "Remove row {0}";
    OwnExport: "导出我的数字 CSV" / "Export my figures (CSV)";
    OwnUsed: "已用{0}个数字" / "{0} {0|figure|figures} in use";
    OwnNoIndicator: "这一行还没有选指标。从列表里选一个，定义会写在下面。" / "This row has no indicator yet. Choose one; its definition then stands below.";
    OwnNotANumber: "看不懂“{0}”。请写一个数，前后可加约、近、不到、至少、余、以上，如 约300、1.2万余、八百余。" / "“{0}” is not understood. Use digits, with about, nearly, under, over or + where needed, e.g. about 300, 100+.";
    OwnShareOver100: "占比不能超过100%。“{0}”是人数的话，请换一个以人计的指标。" / "A share cannot exceed 100%. If “{0}” counts people, choose an indicator that counts people.";
    OwnPeriodFault: "看不懂时间“{0}”。可写2023、2023-06、2023-06-30或2022-01/2023-06，不知道就留空。" / "The time “{0}” is not understood. Write 2023, 2023-06, 2023-06-30 or 2022-01/2023-06, or leave it empty.";

    SearchCommunities: "社区" / "Communities";
    SearchFigures: "数字" / "Figures";
    SearchIndicators: "指标" / "Indicators";
    SearchSystems: "机制" / "Systems";
    SearchPractices: "做法" / "Practices";

    LicenceLine: "数据 CC BY 4.0 · 邻谱数据{0}版" / "Data CC BY 4.0 · Linpu data {0}";

    LaneNotReported: "整个社区的{0}" / "{0} of the whole community";

    TableLead: "一行一条，数值照原文保留约、余、近等限定。" / "One row per figure; qualifiers such as about or over are kept as reported.";
    TableSortUnits: "按数值排序时先按单位分组：不同单位不混排。" / "Sorting by value groups by unit first: different units are never ranked together.";
    TableColumns: "选择列" / "Columns";
    TableMissing: "列出未报告项" / "List what is not reported";
    TableWindowed: "行数较多，只画出看得见的几行：页内查找与全选够不到其余的行，请用筛选或下载CSV。" / "The table is long, so only rows in view are drawn: find-in-page and select-all do not reach the others; filter, or download the CSV.";
    TableRows: "共{0}行，其中未报告{1}行。" / "{0} {0|row|rows}, {1} of them not reported.";
    SortBy: "按{0}排序" / "Sort by {0}";

    MarkPlace: "第{0}个，共{1}个" / "{0} of {1}";
    Elder: "长者模式" / "Easy view";
    TextSize: "字号" / "Text size";
    ReadAloud: "朗读数字与原文" / "Read figure and quotation aloud";
    GoTo: "跳到本页第几节，或节名" / "Go to a part of this page, by number or name";
    GoToHow: "输入序号或名称，按回车" / "Type a number or a name, then Enter";
    TwinMark: "图中标记" / "Mark in the chart";
    TwinCaption: "{0}（图中每个标记一行，共{1}行）" / "{0} (a row for each mark of the chart, {1} in all)";
    ChecksShown: "显示{0}项核对" / "{0} {0|check|checks} shown";

    TipReceipt: "点一下或回车，看出处" / "Select or press Enter for its receipt";
    TipDefinition: "点一下或回车，看这一口径的全部数字" / "Select or press Enter for all figures of this definition";
    TipSilent: "点一下或回车，看全部名单" / "Select or press Enter for all of their names";
    TipPage: "点一下或回车，打开这一页" / "Select or press Enter to open its page";
    TipTable: "点一下或回车，看这些数据" / "Select or press Enter for these figures";
    TipMore: "{0}等{1}个" / "{0} and others, {1} in all";
    SilentTitle: "谁没有报告这一口径" / "Who does not report this definition";
    SilentNot: "未报告（全文读过，没有提到）" / "Not reported (the whole text was read and does not say)";
    SilentUnseen: "摘录未见（只读过摘录，全文未必没有）" / "Not in the excerpt (only that was read; the whole text may say it)";
    SilentNone: "都报告了。" / "Everybody reports it.";

    ReceiptTitle: "数据出处" / "Receipt";
    ReceiptHow: "怎么读" / "How to read it";
    ReceiptComputed: "拿它算过什么" / "What was computed from it";
    ReceiptCite: "引用格式" / "Citations";
    ReceiptCopy: "复制引用" / "Copy the citation";
    AmongTitle: "在同一口径里" / "Among its definition";
    AmongAlone: "这一口径只有这一个数字，没有别的可以放在一起看。" / "This is the only figure under this definition; there is none to set beside it.";
    AmongOwn: "这一口径只有在这里填写的数字。" / "This definition has only figures that were entered here.";
    AmongOne: "这一口径有{0}报告：{1}。" / "This definition is reported by {0}: {1}.";
    AmongSole: "这一口径有{0}个数字，出自同一个社区，从{1}到{2}。" / "This definition has {0} {0|figure|figures}, all of one community, from {1} to {2}.";
    AmongAlike: "这一口径有{0}报告，都是{1}。" / "This definition is reported by {0}: {1} each.";
    AmongRange: "这一口径有{0}报告，从{1}到{2}。" / "This definition is reported by {0}, from {1} to {2}.";
    AmongRank: "从大到小排第{0}（{1}个确切数字里）。" / "From the greatest down, place {0} of {1} exact {1|figure|figures}.";
    AmongTied: "从大到小并列第{0}（{1}个确切数字里）。" / "From the greatest down, tied at place {0} of {1} exact {1|figure|figures}.";
    AmongMore: "看这一口径的全部数字" / "See all figures of this definition";
    SilentCount: "未报告{0}个" / "{0} not reported";
    UnseenCount: "摘录未见{0}个" / "{0} not in the excerpt";
    ReceiptQualifier: "限定" / "Qualifier";
    ReceiptIndicator: "指标" / "Indicator";
    ReceiptDefinition: "定义" / "Definition";
    ReceiptKind: "量的类型" / "Kind of quantity";
    ReceiptScope: "范围" / "Scope";
    ReceiptPeriod: "时间" / "Period";
    ReceiptBasis: "时间依据" / "Basis of the period";
    ReceiptBasisStart: "起点{0}" / "start {0}";
    ReceiptBasisEnd: "终点{0}" / "end {0}";
    ReceiptGrade: "证据等级" / "Grade of evidence";
    ReceiptRetrieved: "{0}查得" / "found on {0}";
    ReceiptSameAs: "同一事实另见" / "The same fact is also";
    ReceiptNoPeriod: "原文未注明" / "not stated in the text";
    ReceiptStatus: "状态" / "Status";
    ReceiptGloss: "指：{0}" / "What the phrase reports: {0}";
    ReceiptQuoteReading: "简体转写（编者所加）" / "In simplified characters (ours)";
    ReceiptReading: "录入方式" / "How it was entered";
    ReceiptNote: "使用须知" / "Before using it";
    ReceiptSystem: "所属机制" / "Governance system";
    ReceiptPublisher: "发布机构" / "Publisher";
    ReceiptSourceTitle: "标题" / "Title";
    ReceiptAuthor: "作者" / "Author";
    ReceiptDate: "日期" / "Date";
    ReceiptSourceNote: "来源说明" / "About the source";
    ReceiptLink: "打开原文并定位字句" / "Open the original at this phrase";
    ReceiptNoLink: "现有文本未载原文网址" / "The text at hand gives no address of the original";
    ReceiptCopyGbt: "复制 GB/T 7714" / "Copy as GB/T 7714";
    ReceiptCopyBibtex: "复制 BibTeX" / "Copy as BibTeX";
    Copied: "已复制" / "Copied";
    CopyFailed: "浏览器不允许写入剪贴板，请手动选取下面的文字复制。" / "This browser does not allow writing to the clipboard; select the text below and copy it.";
    TitleUnknown: "现有文本未载标题" / "the text at hand carries no title";
    TitleTruncated: "（原文标题被截断）" / "(title cut off in the text at hand)";
    DateStated: "{0}（文内标明）" / "{0}, stated in the text";
    DateFromUrl: "{0}（据网址，文内未标明）" / "{0} by its address (not stated in the text)";
    DateRepost: "转载于{0}，{1}" / "reposted by {0}, {1}";
    DateRepostUndated: "转载于{0}，日期未载" / "reposted by {0}, undated";
    Unknown: "未载明" / "not stated";
    AuthorUnknown: "未署名或佚名" / "not named";
    SelfReported: "数字为发布方自述，未经独立核实。" / "Self-reported by the publisher; not independently verified.";

    CommunityFigures: "全部数字" / "All figures";
    CommunitySystems: "治理机制" / "Governance systems";
    CommunitySources: "资料来源" / "Sources";
    PaperSources: "来源见文末：{0}" / "Sources, numbered at the end: {0}";
    CommunityLabels: "名称里的数字（不是统计数）" / "Numbers in names (not statistics)";
    CommunitySummary: "概要" / "Summary";
    CommunitySummaryMade: "本段由数据自动生成。" / "Generated from the data.";
    CommunityType: "社区类型" / "Type";
    PlaceInferredMark: "（推断）" / " (inferred)";
    CommunityMissing: "未报告：{0}。" / "Not reported: {0}.";
    CommunityNotInExcerpt: "摘录未见：{0}。" / "Not in the excerpt: {0}.";
    SummaryOpening: "{0}位于{1}。这里收录它的{2}条数据和{3}项治理机制。" / "{0}, {1}: {2} {2|figure|figures} and {3} governance {3|system|systems} are recorded here.";
    SummaryFacts: "报道所载：{0}。" / "As reported: {0}.";
    SummaryFactsIn: "报道所载（都属于{1}）：{0}。" / "As reported (all of {1}): {0}.";
    CommunityAll: "其他社区和小区（{0}）" / "Other places ({0})";
    PartsNotNamed: "名称中的数字指什么，原文没有列出，这里不补写。" / "The source does not list what the numbers in the name stand for; nothing is supplied here.";
    PartsOpen: "原文没有列完（以“等”或省略号收尾）。" / "The source leaves this list open: there are more.";
    PartsNotListed: "名称或正文提到{0}项，原文没有逐一列出。" / "The name or text speaks of {0}, which the source does not list.";
    PartsSteps: "步骤" / "Steps";
    PartsParts: "组成" / "Parts";
    PartActor: "由{0}" / "by {0}";
    SystemSource: "出处" / "Source";
    SystemCount: "{0}项" / "{0}";

    AboutLead: "{0}个社区和小区的{1}条数字、{2}项治理机制，出自{3}篇公开报道；每条都有定义、范围、时间、限定词和原文短语。"
        / "{1} {1|figure|figures} and {2} governance {2|system|systems} of {0} communities and compounds, from {3} published {3|report|reports}; each has its definition, scope, period, qualifier and phrase.";
    AboutVersion: "数据{0}版 · 更新于{1} · 许可{2}" / "Data {0} · updated {1} · licence {2}";
    AboutParts: "本页内容" / "On this page";
    AboutCite: "引用" / "Citation";
    AboutCiteHow: "用了这份数据，请引用整个数据集。引用单个数字，用“数据出处”里的引文，并保留限定词。" / "If you use these data, cite the data set. To cite one figure use the citation in its receipt, and keep its qualifier.";
    AboutCopyApa: "复制英文引文（APA）" / "Copy in English (APA)";
    AboutFiles: "下载" / "Downloads";
    AboutFilesHow: "都在本页里生成或随本页带来，不向别处取。" / "Made in this page or brought with it; nothing comes from elsewhere.";
    AboutPackageHow: "表格数据包：全部{0}张表、字段说明和许可，与项目里的文件逐字节相同，可用 linpu check 或 frictionless 检查。"
        / "Tabular Data Package: all {0} tables, the description of every column, the licence; byte for byte the files of the project, ready for linpu check or frictionless.";
    AboutTidyHow: "一行一条，列名和代码固定，给程序读。" / "One row per figure, fixed column names and codes, for programs.";
    AboutReadableHow: "列名和词用当前语言，原文说法、数、限定各占一列；Excel 可直接打开。" / "Columns and words in your language; the words reported, number and qualifier each in a column of their own; opens in Excel.";
    AboutWorkbookHow: "同一张可读的表，数字就是数；另一张表写定义与引用。" / "The readable table with numbers as numbers, and a sheet of definitions and citation.";
    AboutMethod: "怎样得来" / "How it was made";
    AboutChosen: "选取" / "Chosen";
    AboutRead: "读取" / "Read";
    AboutReadHow: "{0}条由人读全文录入（证据等级：{1}），{2}条由程序从约一千字的摘录读出、没有打开原页（证据等级：{3}）。推算的数随操作数里最低的等级。"
        / "{0} {0|figure was|figures were} read by a person from whole articles (grade: {1}), {2} by a program from excerpts of about 1,000 characters, the pages themselves not opened (grade: {3}). A derived number has the lowest grade of its operands.";
    AboutChecked: "核对" / "Checked";
    AboutCheckedHow: "程序核对每个案例数字的原文短语在全文恰好出现一次，数值与限定词和短语一致；原文自己的数字另作{0}项核对。摘录没有全文可对，只核对短语的形式。"
        / "A program checks that each case figure’s phrase stands in its article exactly once and agrees with value and qualifier; {0} further checks hold the articles’ own figures against each other. For excerpts there is no full text: only the form of the phrase is checked.";
    AboutLimits: "它不能说明什么" / "What it cannot tell";
    AboutIsNot: "都是发布方挑选的好做法，数字为自述：不能推及其他社区，不能求平均，也不能说明某项机制带来某项结果。" / "These are good practices chosen by their publishers, in their own words and figures: they say nothing of other communities, cannot be averaged, and show no effect of any system.";
    AboutMissing: "全文没有写的是“未报告”，摘录里没有见到的是“摘录未见”，都不是零；零就是零。约、余、近、不到和规划保留在图、排序、推算与导出中。" / "What a whole article does not say is “not reported”, what an excerpt does not show is “not in the excerpt”; neither is zero, and zero is zero. About, over, nearly, under and planned survive in charts, sorting, arithmetic and export.";
    AboutCompare: "口径不同的数字可以看位置，不排名、不合计、不平均；存量与新增、人次与件、不同时段的数也一样。" / "Figures under different definitions may be seen side by side, but are not ranked, summed or averaged; nor are stocks with new recruits, person-times with items, or different spans of time.";
    AboutPrivacy: "本页只载入自己的文件，不收集任何信息；语言、外观和自填的数字只记在本机浏览器里。" / "This page loads nothing but its own files and collects nothing; language, appearance and figures of your own stay in this browser.";
    AboutSourcesTitle: "来源" / "Sources";
    AboutDefinitions: "指标定义" / "Codebook";
    AboutDefinitionsNote: "只有同一定义、同一范围、同一状态的数字才能相比。" / "Only figures of one definition, scope and status compare.";
    AboutFind: "找指标，汉字、拼音均可" / "Find an indicator";
    AboutFound: "{0}个指标" / "{0} {0|indicator|indicators}";
    AboutFoundNone: "没有找到“{0}”" / "Nothing found for “{0}”";
    AboutUnfold: "全部展开" / "Open all";
    AboutFold: "全部收起" / "Close all";
    AboutChanges: "数据的变更" / "Changes of the data";
    ColUnit: "单位" / "Unit";
    ColComparable: "能与什么比" / "Compares with";
    ComparableNone: "不是统计数，不比较" / "no statistic; not compared";
    ComparableSelf: "只与同一指标比" / "the same indicator only";
    ComparableWith: "同一指标，以及{0}" / "the same indicator, and {0}";
    ChartTable: "换成表格" / "Show table";
    ChartPicture: "换成图" / "Show chart";
    CopyLink: "复制链接" / "Copy the link";
    Share: "分享链接…" / "Share the link…";
    DownloadPackage: "数据包 ZIP" / "Data package (ZIP)";
    DownloadTidy: "CSV（整洁）" / "CSV (tidy)";
    DownloadReadable: "CSV（可读）" / "CSV (readable)";
    DownloadWorkbook: "Excel 工作簿 XLSX" / "Excel workbook (XLSX)";
    DownloadSvg: "图片 SVG" / "Picture (SVG)";
    DownloadPng: "图片 PNG" / "Picture (PNG)";
    ColSaid: "数值（照原文）" / "Value as reported";
    ColNumber: "数" / "Number";
    ColPhrase: "原文短语" / "Phrase in the text";
    ColAddress: "网址" / "Address";
    ColView: "图或表" / "Chart or table";
    ColWarning: "注意" / "Caution";
    SheetFigures: "数字" / "Figures";
    SheetAbout: "定义与引用" / "Definitions and citation";
    FigurePage: "一个数字和它的出处" / "One figure and its receipt";
    GuestData: "数据 {0}" / "data {0}";
    GuestOpen: "打开完整页面" / "Open the full page";
    GuestBack: "回到嵌入的内容" / "Back to what is embedded";
    GuestNoWindow: "此处不允许打开新窗口，完整页面的地址是：" / "No new window may be opened here. The address of the full page:";
    GuestNoFile: "若没有出现下载，是所在的网页不允许从框架里下载。可以复制下面的内容：" / "If no download appeared, the page around this frame does not allow it. You can copy the content:";
    GuestNoPicture: "若没有出现下载，是所在的网页不允许从框架里下载。可以在下面的图上点右键（或长按）另存：" / "If no download appeared, the page around this frame does not allow it. You can save the picture below by a right click or a long press:";
    GuestNoBinary: "若没有出现下载，是所在的网页不允许从框架里下载。请打开完整页面再下载。" / "If no download appeared, the page around this frame does not allow it. Open the full page to download.";
    Embed: "嵌入到网页" / "Embed";
    EmbedLead: "选好内容与样式，把代码粘贴到您的网页里。不需要服务器程序。" / "Choose what to show and how, then paste the code into your page. No server program is needed.";
    EmbedWhat: "内容" / "What";
    EmbedPage: "页面或图" / "Page or chart";
    EmbedWhole: "整个页面" / "The whole page";
    EmbedAddress: "页面放在哪里（网址）" / "Where the page is hosted (address)";
    EmbedAddressHint: "先把 linpu.html 或整个文件夹放到您的网站上，再把这里换成它的网址。" / "Put linpu.html or the whole folder on your site first, then write its address here.";
    EmbedAddressBad: "网址要以 https:// 或 http:// 开头。" / "The address must begin with https:// or http://.";
    EmbedLook: "样式" / "Look";
    EmbedTitle: "显示标题" / "Title";
    EmbedFilters: "显示筛选" / "Filters";
    EmbedBorder: "显示边框" / "Border";
    EmbedTwin: "图下附表格" / "Table below the chart";
    EmbedAccent: "强调色（六位十六进制，可不填）" / "Accent colour (six hexadecimal digits, may be empty)";
    EmbedAccentUnread: "请写六位十六进制数字，如 1f5c8b。" / "Write six hexadecimal digits, such as 1f5c8b.";
    EmbedAccentFaint: "这个颜色与底色的对比度只有 {0}，读不清（至少 4.5），所以没有采用。若外观选“随系统”，浅色与深色都要够。" / "This colour stands out from the paper by only {0}; words in it cannot be read (4.5 at least), so it is not used. Where the system chooses the theme, it has to hold in light and dark.";
    EmbedWidth: "预览宽度" / "Width of the preview";
    EmbedPreview: "预览" / "Preview";
    EmbedHeight: "按此宽度量得高 {0} 像素。" / "{0} pixels high at this width.";
    EmbedMeasuring: "正在量高度…" / "Measuring…";
    EmbedCode: "代码" / "Code";
    EmbedPlain: "固定高度的框架" / "A frame of one height";
    EmbedPlainHint: "任何内容管理系统都能用。高度是按预览宽度量的。" / "Works in any content management system. The height is the one measured in the preview.";
    EmbedResized: "自动调整高度的框架" / "A frame that fits its content";
    EmbedResizedHint: "embed.js 与页面放在同一文件夹，不到 1 KB，只做一件事：把框架调到内容的高度。" / "embed.js lies in the folder of the page, is smaller than 1 kB and does one thing: it makes the frame as high as its content.";
    EmbedPicture: "静态图片" / "A picture";
    EmbedPictureHint: "系统不许用框架时，用图片加链接。先存下图片，和页面放在同一文件夹。" / "Where frames are stripped, use a picture with a link. Save the picture first and put it into the folder of the page.";
    EmbedCopy: "复制代码" / "Copy the code";
    CopyContent: "复制内容" / "Copy the content";
    EmbedCopied: "已复制。" / "Copied.";
    EmbedNotCopied: "浏览器不允许复制，请在框里全选后复制。" / "The browser does not allow copying; select all in the field and copy.";
    EmbedHost: "给网站管理员" / "For the administrator of the site";
    EmbedHostFrame: "您的网页若有内容安全策略（CSP），frame-src 要包含本页所在的网站；用图片时是 img-src。" / "If your page has a content security policy, its frame-src must contain the site of this page; for the picture, img-src.";
    EmbedHostOwn: "本页所在的网站：.wasm 以 application/wasm 发送；不要发送 X-Frame-Options；若要限制谁能嵌入，用 frame-ancestors。" / "The site of this page: send .wasm as application/wasm and no X-Frame-Options; to limit who may embed it, use frame-ancestors.";
    EmbedHostSandbox: "框架只有 sandbox=\"allow-scripts\" 时，请嵌入单文件 linpu.html：那里不能读取旁边的文件。" / "In a frame with sandbox=\"allow-scripts\" alone, embed the single file linpu.html: files beside it cannot be read there.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hint::black_box;
    use std::time::{Duration, Instant};

    #[test]
    fn every_message_is_the_one_of_its_name() {
        assert_eq!(Msg::AppName.pair(), ("邻谱", "Linpu"));
        assert_eq!(Msg::PrintedFrom.pair(), ("打印自{0}（{1}）", "Printed from {0} ({1})"));
        assert_eq!(FarMsg::SheetAbout.pair(), ("定义与引用", "Definitions and citation"));
        let (near, far) = (Msg::ALL.iter().map(|msg| msg.pair()), FarMsg::ALL.iter().map(|msg| msg.pair()));
        for (zh, en) in near.chain(far) {
            assert!(!zh.is_empty() && !en.is_empty(), "{zh} / {en}");
            assert!(!zh.contains('\0') && !en.contains('\0'), "{zh} / {en}");
        }
    }

    /// Two contestants in one run, so that a busy machine slows both: the last message costs what the first costs. When every
    /// lookup went through the whole catalogue, it cost some hundred times as much.
    #[test]
    fn the_last_message_costs_what_the_first_costs() {
        let round = |msg: Msg| {
            let start = Instant::now();
            let length: usize = (0..2_000).map(|_| black_box(black_box(msg).zh()).len()).sum();
            black_box(length);
            start.elapsed()
        };
        let best = |msg: Msg| (0..15).map(|_| round(msg)).min().unwrap_or(Duration::MAX);
        let (first, last) = (best(Msg::ALL[0]), best(Msg::ALL[Msg::ALL.len() - 1]));
        assert!(last < first * 10 + Duration::from_micros(20), "first {first:?}, last {last:?}");
    }
}
