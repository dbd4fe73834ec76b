//! What the closed codes of the model are called.
//!
//! Owns: one Chinese and one English name per code. May use: `model` codes. Deliberately absent: the open vocabularies,
//! whose words stand in the package; words inside a sentence (see [`super::value`]).

use super::{Lexicon, Locale};
use crate::measure::{Refusal, Verdict};
use crate::model::*;
use std::borrow::Cow;

/// A code with a name.
pub trait Named: Copy {
    /// Its names in simplified Chinese and English.
    fn words(self) -> (&'static str, &'static str);

    /// Its name in one locale.
    fn name(self, locale: Locale, lexicon: &Lexicon) -> Cow<'static, str> {
        let (zh, en) = self.words();
        lexicon.pick(locale, zh, en)
    }
}

/// Names every value of some code enums, and lists all Chinese names for the lexicon.
macro_rules! names {
    ($($code:ident { $($variant:ident = $zh:literal, $en:literal);+ $(;)? })+) => {
        $(impl Named for $code {
            fn words(self) -> (&'static str, &'static str) {
                match self { $($code::$variant => ($zh, $en)),+ }
            }
        })+
        /// Every Chinese name, for the corpus of the lexicon.
        pub const CORPUS: &[&str] = &[$($($zh),+),+];
    };
}

names! {
    Refusal {
        NoDenominator = "原文没有报告其中一个数", "one of the figures is not reported";
        Unbounded = "两个数都只知下限，商无界", "both are only lower bounds, so the quotient has no bound";
        DifferentScope = "范围不同（社区不是小区）", "different scope (a community is not a compound)";
        PlannedWithObserved = "规划数不与实有数相比", "planned is not compared with observed";
        DifferentDefinition = "口径不同", "different definitions";
        DifferentUnit = "单位不同", "different units";
        SubsetNotStated = "原文没有说前者属于后者", "nothing says the one is part of the other";
        OverlappingGroups = "人群可能重叠", "the groups may overlap";
        AcrossCommunities = "案例不是抽样，不跨社区相加或平均", "cases are no sample: no sum or average across communities";
        DifferentPeriod = "时间不同", "different periods";
        UnknownPeriod = "至少一方没有注明时间", "at least one has no date";
        DifferentKind = "数的种类不同（存量、流量、容量）", "different kinds of quantity";
        NotExact = "至少一个不是确数（约、余、不到）", "at least one is not an exact number";
        YearsApart = "时间相差三年以上", "more than three years apart";
    }
    Verdict {
        Confirmed = "相符", "consistent";
        Conflicting = "不符", "conflicting";
        Partial = "部分相符", "consistent in part";
        Derived = "可推算", "derived";
        Bounded = "只知界限", "bounded only";
        Invalid = "不能这样算", "not computed";
        Unverifiable = "无从核对", "cannot be checked";
    }
    Bound {
        Exact = "确数", "as stated";
        About = "约数", "about";
        AtLeast = "至少（余、多、超）", "over, or at least";
        Nearly = "接近（近）", "nearly";
        LessThan = "低于（不到）", "less than";
    }
    ObsStatus {
        Reported = "已报告", "reported";
        Planned = "规划", "planned";
        NotReported = "未报告", "not reported";
        NotApplicable = "不适用", "not applicable";
    }
    Scope {
        Community = "全社区", "whole community";
        Compound = "小区", "housing compound";
        Organisation = "组织", "organisation";
        Facility = "设施", "facility";
        Programme = "项目", "programme";
        Mechanism = "机制", "governance system";
        Label = "名称中的数字", "number in a name";
    }
    Salience {
        Core = "核心数据", "core";
        Secondary = "次要数据", "secondary";
        Label = "名称", "name";
        Date = "日期", "date";
    }
    ValueKind {
        Stock = "存量", "level at a moment";
        Flow = "流量", "count over a period";
        Share = "比例", "share";
        Capacity = "容量", "capacity";
        Price = "价格", "price";
        Cadence = "频次", "cadence";
        Plan = "规划数", "plan";
        Label = "名称中的数字", "number in a name";
        Date = "日期", "date";
    }
    Polarity {
        Higher = "越高越好", "more is better";
        Lower = "越低越好", "less is better";
        Neutral = "无好坏之分", "neither better nor worse";
    }
    PeriodType {
        SnapshotDated = "某日的情况", "as of a date";
        SnapshotUndated = "情况（未注明日期）", "at an unstated date";
        CalendarYear = "全年", "calendar year";
        YearToDate = "年初到报道时", "from January to the report";
        Cumulative = "一段时间的累计数", "total over a time";
        Rule = "制度的规定", "what a rule prescribes";
        Planned = "规划", "planned";
        Milestone = "事情发生的时间", "when something happened";
        UndatedDuration = "只知长短，没有起止日期", "length of time without dates";
    }
    PeriodBasis {
        Stated = "原文写明", "stated in the text";
        FromPublication = "按发布日期推定", "taken from the publication date";
        Inferred = "由上下文推断", "inferred from the text";
        AmbiguousYear = "原文没有写明是哪一年", "the text does not say which year";
        YearMissing = "只有月日，年份不详", "day and month only, year unknown";
        Unstated = "原文未注明", "not stated";
    }
    Reading {
        Digits = "原文就是阿拉伯数字", "as digits, like the text";
        HanNumeral = "原文是汉字数字，换成阿拉伯数字", "as digits, from Chinese numerals";
        Multiplied = "原文带“万”“亿”，已换算", "multiplied out from ten thousands";
        Counted = "原文没有写数，由编者逐项清点", "counted by us; the text gives no number";
        Verbatim = "照录原文，不换成数字", "word for word";
    }
    Grade {
        Article = "读过全文", "whole article read";
        Register = "官方名录", "official register";
        Excerpt = "只读过摘录", "excerpt read only";
        Own = "自己填写", "entered by hand";
    }
    ReadBy {
        Person = "由人录入", "read by a person";
        Program = "由程序录入", "read by a program";
    }
    Collection {
        Cases = "案例（读过全文）", "cases, read whole";
        Reports = "报道库（读过摘录）", "library, read from excerpts";
        Register = "官方名录中的单位", "units of the official register";
        Own = "使用者带来的", "brought by the user";
    }
    CommunityKind {
        Community = "社区", "community";
        Compound = "小区（院、宿舍）", "compound or dormitory";
    }
    Basis {
        Stated = "原文写明", "stated in the text";
        Inferred = "推断", "inferred";
    }
    PlaceLevel {
        Province = "省", "province";
        City = "市", "city";
        District = "区县", "district";
        Subdistrict = "街道", "sub-district";
        Town = "镇、乡", "town or township";
    }
    Form {
        Brand = "品牌", "brand";
        Institution = "制度", "institution";
        Workflow = "流程", "workflow";
        Platform = "平台", "platform";
        ServiceModel = "服务模式", "service model";
        Organisation = "组织", "organisation";
        Incentive = "激励", "incentive";
        Facility = "设施", "facility";
        Programme = "项目", "programme";
    }
    PartsKind {
        Ordered = "有先后的步骤", "steps in order";
        Unordered = "并列的部分", "parts in no order";
        NotListed = "有数目而未列出", "counted but not listed";
        None = "无组成部分", "no parts";
    }
    PartsList {
        Closed = "列举完整", "all are listed";
        Open = "列举未完（等）", "more than are listed";
        None = "没有列举", "none listed";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_all<C: Named + PartialEq + std::fmt::Debug>(all: &[C]) {
        for code in all {
            let (zh, en) = code.words();
            assert!(!zh.is_empty() && !zh.is_ascii() && !en.is_empty() && en.is_ascii(), "{code:?}");
            for other in all.iter().filter(|other| *other != code) {
                assert!(other.words().0 != zh && other.words().1 != en, "{code:?} reads like {other:?}");
            }
        }
    }

    #[test]
    fn every_code_has_a_name_of_its_own_in_both_languages() {
        check_all(Bound::ALL);
        check_all(ObsStatus::ALL);
        check_all(Scope::ALL);
        check_all(Salience::ALL);
        check_all(ValueKind::ALL);
        check_all(Polarity::ALL);
        check_all(PeriodType::ALL);
        check_all(PeriodBasis::ALL);
        check_all(Reading::ALL);
        check_all(Basis::ALL);
        check_all(Grade::ALL);
        check_all(ReadBy::ALL);
        check_all(Collection::ALL);
        check_all(CommunityKind::ALL);
        check_all(PlaceLevel::ALL);
        check_all(Form::ALL);
        check_all(PartsKind::ALL);
        check_all(PartsList::ALL);
    }

    #[test]
    fn a_name_follows_the_locale() {
        let lexicon = Lexicon { hant: vec![('务', '務')], ..Lexicon::default() };
        assert_eq!(Form::ServiceModel.name(Locale::ZhHant, &lexicon), "服務模式");
        assert_eq!(Form::ServiceModel.name(Locale::ZhHans, &lexicon), "服务模式");
        assert_eq!(Form::ServiceModel.name(Locale::En, &lexicon), "service model");
    }
}
