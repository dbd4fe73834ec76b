//! Closed vocabularies. Each value has one code, the word that stands in the CSV tables, in URLs and in exports.

/// Declares an enum whose every variant has a code, with `ALL`, `code` and `from_code`.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }
        impl $name {
            /// Every value, in the order in which it is listed to people.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The word for this value in tables, URLs and exports.
            pub const fn code(self) -> &'static str { match self { $($name::$variant => $code),+ } }
            /// The value for a code, or `None` where there is no such code.
            pub fn from_code(code: &str) -> Option<$name> { match code { $($code => Some($name::$variant),)+ _ => None } }
        }
    };
}

codes! {
    /// How exactly the source words a number (约, 余/多/超, 近, 不到).
    Bound {
        /// Stated as is.
        Exact = "exact",
        /// 约: near the number, on either side, by an unstated width.
        About = "about",
        /// 余, 多, 超: the number or more.
        AtLeast = "at_least",
        /// 近: somewhat below the number.
        Nearly = "nearly",
        /// 不到: below the number.
        LessThan = "less_than",
    }
}

codes! {
    /// What kind of statement an observation is (compare SDMX `OBS_STATUS`).
    ObsStatus {
        /// Stated by the source as a fact (SDMX A).
        Reported = "reported",
        /// Stated as a plan or a capacity foreseen, never observed (SDMX F).
        Planned = "planned",
        /// The source is silent (SDMX O). Never zero.
        NotReported = "not_reported",
        /// The question does not apply (SDMX M).
        NotApplicable = "not_applicable",
    }
}

codes! {
    /// What a figure is about: 社区 is not 小区, and neither is a team or a hall.
    Scope {
        /// The whole community 社区.
        Community = "community",
        /// One housing compound 小区.
        Compound = "compound",
        /// One organisation, team or branch.
        Organisation = "organisation",
        /// One facility or site.
        Facility = "facility",
        /// One programme or campaign.
        Programme = "programme",
        /// One mechanism (a rule, a cadence, a workflow).
        Mechanism = "mechanism",
        /// A name that contains a number.
        Label = "label",
    }
}

codes! {
    /// How much a figure carries: charts draw core and secondary ones, labels and dates have their own views.
    Salience {
        /// A headline figure.
        Core = "core",
        /// A supporting figure.
        Secondary = "secondary",
        /// A number inside a name; no quantity to compute with.
        Label = "label",
        /// A date.
        Date = "date",
    }
}

codes! {
    /// What sort of quantity an indicator measures; decides which arithmetic is honest.
    ValueKind {
        /// A level at a moment.
        Stock = "stock",
        /// Something counted over a period.
        Flow = "flow",
        /// A part of a whole, in percent.
        Share = "share",
        /// Room or floor that exists.
        Capacity = "capacity",
        /// Money per use.
        Price = "price",
        /// How often a rule says something happens.
        Cadence = "cadence",
        /// Something foreseen.
        Plan = "plan",
        /// A number inside a name.
        Label = "label",
        /// A date.
        Date = "date",
    }
}

codes! {
    /// Whether more is better. Most figures of these sources are neither.
    Polarity {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
        /// Neither.
        Neutral = "neutral",
    }
}

codes! {
    /// The shape of the time a figure speaks of.
    PeriodType {
        /// A level on a stated date.
        SnapshotDated = "snapshot_dated",
        /// A level, with no date in the text.
        SnapshotUndated = "snapshot_undated",
        /// A whole calendar year.
        CalendarYear = "calendar_year",
        /// 今年以来: from January to publication.
        YearToDate = "year_to_date",
        /// From a start to a cut-off, added up.
        Cumulative = "cumulative",
        /// A rule in force (every year, every month).
        Rule = "rule",
        /// Foreseen.
        Planned = "planned",
        /// A single event.
        Milestone = "milestone",
        /// A length of time with no dates.
        UndatedDuration = "undated_duration",
    }
}

codes! {
    /// Where an end of a period comes from.
    PeriodBasis {
        /// The text states it.
        Stated = "stated",
        /// Taken from the publication date.
        FromPublication = "from_publication",
        /// Concluded from other statements of the same text.
        Inferred = "inferred",
        /// The text allows two years.
        AmbiguousYear = "ambiguous_year",
        /// Day and month are known, the year is not.
        YearMissing = "year_missing",
        /// Not stated at all.
        Unstated = "unstated",
    }
}

codes! {
    /// How the number was read from the words.
    Reading {
        /// Arabic digits, taken over.
        Digits = "digits",
        /// Chinese numerals (三支, 六大).
        HanNumeral = "han_numeral",
        /// Digits with a multiplier written out (100余万).
        Multiplied = "multiplied",
        /// Named members counted by us; the text gives no number.
        Counted = "counted",
        /// A date or a name; nothing was converted.
        Verbatim = "verbatim",
    }
}

codes! {
    /// Whether the text itself says a thing or a gazetteer does.
    Basis {
        /// The text says so.
        Stated = "stated",
        /// Concluded, from a gazetteer or a masthead.
        Inferred = "inferred",
    }
}

codes! {
    /// Levels of places, from the largest.
    PlaceLevel {
        /// 省
        Province = "province",
        /// 市
        City = "city",
        /// 区、县
        District = "district",
        /// 街道
        Subdistrict = "subdistrict",
        /// 镇、乡
        Town = "town",
    }
}

codes! {
    /// The form a governance system takes.
    Form {
        /// A brand that holds others together.
        Brand = "brand",
        /// A lasting rule or institution.
        Institution = "institution",
        /// A sequence of steps.
        Workflow = "workflow",
        /// A platform or meeting that brings parties together.
        Platform = "platform",
        /// A way of delivering a service.
        ServiceModel = "service_model",
        /// A team, branch or association.
        Organisation = "organisation",
        /// Points, rewards, commendations.
        Incentive = "incentive",
        /// A place or a building.
        Facility = "facility",
        /// A project, campaign or course.
        Programme = "programme",
    }
}

codes! {
    /// What is known of a system's parts.
    PartsKind {
        /// Steps in a fixed order.
        Ordered = "ordered",
        /// Parts in no order.
        Unordered = "unordered",
        /// The name counts parts which the source does not list.
        NotListed = "not_listed",
        /// It has no parts.
        None = "none",
    }
}

codes! {
    /// Vocabularies that a package may extend; their words stand in `codes.csv`.
    CodeList {
        /// Indicator groups, the rows of the coverage matrix.
        IndicatorGroup = "indicator_group",
        /// Community types (several per community).
        CommunityType = "community_type",
        /// Settlement types (several per community).
        Settlement = "settlement",
        /// Topics of governance systems.
        Topic = "topic",
        /// Groups of people a system is for.
        Target = "target",
        /// Motifs that recur across communities.
        Motif = "motif",
        /// Who takes steps of ordered systems, as lanes beside each other.
        Actor = "actor",
        /// Kinds of quantities inside a group that share no axis: land and floors, shares of different themes.
        Family = "family",
    }
}

codes! {
    /// What a group of indicators is for: so that no code needs to know its name.
    Role {
        /// It has a chart that the overview always shows.
        Overview = "overview",
        /// It has a tile and a column in the headline.
        Headline = "headline",
        /// Its figures are counted over a time, and drawn on an axis of time.
        OverTime = "over_time",
        /// It speaks of a whole community: a figure about a compound or a team is only a part.
        Whole = "whole",
        /// Others are counted per thousand of its people.
        PeopleBase = "people_base",
        /// Others are counted per household.
        HouseholdBase = "household_base",
    }
}

codes! {
    /// What a unit counts, where arithmetic has to know.
    UnitRole {
        /// People.
        People = "people",
        /// Times that somebody took part or was served: no part of the people.
        TimesOfPeople = "times_of_people",
    }
}

codes! {
    /// Whether a list of parts is all there is: 等 and …… leave it open.
    PartsList {
        /// Everything that the source has is listed.
        Closed = "closed",
        /// The source names some and says, or lets one see, that there are more.
        Open = "open",
        /// It lists no parts.
        None = "none",
    }
}

codes! {
    /// What a check computes or asks.
    CheckOp {
        /// A part of a whole in percent.
        Share = "share",
        /// A quotient.
        Ratio = "ratio",
        /// A total against its parts.
        Sum = "sum",
        /// The members a system lists against the number it announces.
        Members = "members",
        /// One quantity stated twice.
        Same = "same",
        /// Whether two figures may stand on one axis.
        Compare = "compare",
        /// Whether figures may be added up.
        Total = "total",
        /// Whether what dates “this year” agrees: the day of publication and other dates of the text.
        Year = "year",
        /// A figure for which the text gives nothing to check it with.
        Unsupported = "unsupported",
        /// A whole without one of its parts.
        Rest = "rest",
        /// Whether dates can stand in the order in which the text puts them.
        Dates = "dates",
        /// The months between two dates, or a stated span against them.
        Span = "span",
        /// Whether all are what the text calls all of them: the part that is, then the parts that are not.
        Whole = "whole",
        /// The digits inside a name against the figures that put them into words.
        Digits = "digits",
        /// A share of one thing carried over to another.
        Scaled = "scaled",
        /// Two names that may be one thing.
        Names = "names",
        /// Whether a change that the text claims shows in figures of two times.
        Trend = "trend",
        /// What a practice is said to have brought about, where no figure is given.
        Claim = "claim",
        /// A whole of which only parts are counted: at least the largest of them.
        Floor = "floor",
    }
}

codes! {
    /// How good the evidence for a figure is, the best first. Computing never raises it.
    Grade {
        /// A whole article was read, and the locator checked against it.
        Article = "article",
        /// An official register.
        Register = "register",
        /// An excerpt of a page was read, not the page.
        Excerpt = "excerpt",
        /// Somebody typed or brought it.
        Own = "own",
    }
}

codes! {
    /// Who read a figure out of its source.
    ReadBy {
        /// A person.
        Person = "person",
        /// A program.
        Program = "program",
    }
}

codes! {
    /// What a community was collected for.
    Collection {
        /// Cases, of which whole articles were read.
        Cases = "cases",
        /// Communities of the library, read from excerpts.
        Reports = "reports",
        /// The official list of units.
        Register = "register",
        /// What a person brought.
        Own = "own",
    }
}

codes! {
    /// Kinds of place that figures are collected of; they share no row.
    CommunityKind {
        /// A community 社区.
        Community = "community",
        /// A compound 小区, 院 or 宿舍.
        Compound = "compound",
    }
}
