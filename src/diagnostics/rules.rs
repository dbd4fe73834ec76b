//! Every rule a package is held to, in words people can act on.
//!
//! Owns: codes, severities and wording. May use: [`Rule`], the types of `detail`. Deliberately absent: the checking itself (`wire`, `validate`).

use super::detail::*;
use super::{Kind, Rule, Severity};

macro_rules! parameter {
    () => {
        ()
    };
    ($parameter:ty) => {
        $parameter
    };
}

macro_rules! rules {
    ($($name:ident $(($parameter:ty))? $severity:ident $code:literal
        { $zh:literal, $en:literal; $hint_zh:literal, $hint_en:literal })+) => {
        $(
            #[doc = $en]
            pub static $name: Rule<parameter!($($parameter)?)> = const {
                Rule::new(Kind {
                    code: $code,
                    severity: Severity::$severity,
                    message: [$zh, $en],
                    hint: [$hint_zh, $hint_en],
                })
            };
        )+
        /// Every rule.
        pub static ALL: &[&Kind] = &[$($name.kind()),+];
    };
}

// The file as text and as CSV.
rules! {
    BAD_UTF8(Encoding) Error "bad-utf8" {
        "文件不是 UTF-8编码（第{}）", "The file is not UTF-8 (from byte {})";
        "在 Excel 或 WPS 中另存为“CSV UTF-8”", "Save it again as “CSV UTF-8” in Excel or WPS"
    }
    NUL Error "nul" {
        "单元格里有空字符（NUL）", "The cell contains a NUL character";
        "删除这个字符；文件可能是另一种编码，请另存为“CSV UTF-8”",
        "Delete the character; the file may be in another encoding, save it again as “CSV UTF-8”"
    }
    STRAY_QUOTE Error "stray-quote" {
        "引号出现在不该出现的位置", "A quotation mark stands where it may not";
        "含引号的单元格要整体加双引号，里面的引号写两次：\"他说\"\"好\"\"\"；中文引号“”不受影响",
        "Put the whole cell in quotes and double each quote inside: \"he said \"\"yes\"\"\"; Chinese quotes “” need nothing"
    }
    UNCLOSED_QUOTE Error "unclosed-quote" {
        "引号没有关闭", "A quotation mark is never closed";
        "在这个单元格末尾补上双引号", "Add the closing quotation mark at the end of this cell"
    }
    CELL_COUNT(OutOf) Error "cell-count" {
        "这一行的单元格数与表头不同（{}）", "The row has another number of cells than the header ({})";
        "检查漏写或多写的逗号；含逗号的单元格要加双引号", "Look for a missing or extra comma; a cell with a comma inside needs quotes"
    }
    BLANK_ROW Error "blank-row" {
        "空行", "The row is blank"; "删除这一行", "Delete the row"
    }
    MISSING_FILE(String) Error "missing-file" {
        "缺少文件 {}", "The file {} is missing";
        "把它放进数据文件夹；没有内容时也要有表头行", "Put it in the package folder; a table without rows still needs its header"
    }
    MISSING_HEADER(String) Error "missing-header" {
        "第一行不是表头", "The first row is not the header";
        "第一行写列名：{}", "Make the first row the column names: {}"
    }
    NOT_CSV(Workbook) Error "not-csv" {
        "这不是 CSV 文件，而是 {}", "This is no CSV file but {}";
        "打开它，另存为“CSV UTF-8（逗号分隔）”；只改文件名不行", "Open it and save it as “CSV UTF-8 (comma separated)”; a new file name alone will not do"
    }
    WRONG_DELIMITER(Delimiter) Error "wrong-delimiter" {
        "列与列之间是{}，不是英文逗号", "The columns are parted by {}, not by commas";
        "另存为“CSV UTF-8（逗号分隔）”", "Save it again as “CSV UTF-8 (comma separated)”"
    }
    LINE_ENDS Error "line-ends" {
        "换行符是旧 Mac 格式（只有 CR），整个文件成了一行", "The lines end as on old Macs (CR alone), so the file is one line";
        "另存为“CSV UTF-8（逗号分隔）”，不选“Macintosh”", "Save it again as “CSV UTF-8 (comma separated)”, not “Macintosh”"
    }
    NO_HEADER_ROW(String) Error "no-header-row" {
        "没有表头：第一行已经是数据", "The header is missing: the first row is data already";
        "在最上面加一行列名：{}", "Put a row of column names on top: {}"
    }
    LATE_HEADER(u32) Error "late-header" {
        "表头在第{}行，上面多了别的内容", "The header is on row {}, below something else"; "删除表头上面的行", "Delete the rows above it"
    }
    REPEATED_HEADER Error "repeated-header" {
        "表头又出现了一次", "The header is repeated"; "删除这一行", "Delete this row"
    }
    EMPTY_TABLE Error "empty-table" {
        "这张表没有一行数据，别的表却用到它", "The table has no rows, yet other tables refer to it";
        "补上数据行；可能是保存时丢了内容", "Add its rows; they may have been lost in saving"
    }
    EMPTY_HEADER(usize) Error "empty-header" {
        "第{}列没有列名", "Column {} has no name"; "写上列名，或删除这一列", "Name the column, or delete it"
    }
    DUPLICATE_HEADER Error "duplicate-header" {
        "列名出现两次", "The column name occurs twice"; "只保留一列；读取的是第一列", "Keep one of them; the first one is read"
    }
    MISSING_COLUMN(String) Error "missing-column" {
        "缺少这一列", "The column is missing"; "加上列 {}", "Add the column {}"
    }
    UNKNOWN_COLUMN(Near) Error "unknown-column" {
        "没有这个列名", "There is no such column"; "删除这一列，或改正列名{}", "Delete the column, or mend its name{}"
    }
    MISORDERED_COLUMN(String) Warning "misordered-column" {
        "列的顺序不对", "The columns are out of order"; "按此顺序排列：{}", "Put them in this order: {}"
    }
    BAD_JSON(JsonFault) Error "bad-json" {
        "{}", "{}";
        "改正这一行的 JSON（常见：多余的逗号、中文引号）", "Mend the JSON near this line (often an extra comma or curly quotes)"
    }
    MERGE_CONFLICT Error "merge-conflict" {
        "这里是 git 合并冲突的标记", "Git left the mark of a merge conflict here";
        "在两个版本中选一个，删除 <<<<<<<、=======、>>>>>>> 各行", "Choose one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>"
    }
    NAME_TWICE Error "name-twice" {
        "同一个属性写了两次，只有后一个算数", "The property is given twice, and only the second counts"; "只留一个", "Keep one of them"
    }
    PROPERTY_DIFFERS(String) Error "property-differs" {
        "这个属性与数据文件不符", "The property is not true of the file"; "写 {}，或删除这个属性", "Write {}, or delete the property"
    }
    PACKAGE_NAME Error "package-name" {
        "数据包的 name 只能用小写字母、数字和 - _ . /", "The name of a package may use only small letters, digits and - _ . /";
        "例如 linpu-cases；标题写进 title_zh", "For example linpu-cases; the title belongs in title_en"
    }
    VERSION Error "version" {
        "版本号不是三个数", "A version is three numbers"; "例如1.0.0", "For example 1.0.0"
    }
    RESOURCE_TWICE Error "resource-twice" {
        "这张表列了两次，只读第一项", "The table is listed twice, and only the first entry is read"; "删除一项", "Delete one entry"
    }
    LISTED_FILE_MISSING(String) Error "listed-file-missing" {
        "没有这里写的文件 {}", "There is no file {} as named here"; "放入这个文件，或改正路径", "Put the file there, or mend the path"
    }
    SEVERAL_PATHS(String) Error "several-paths" {
        "一张表写了几个文件，这里只读一个", "The table is spread over several files, and only one is read";
        "把各文件并成 {}，path 只写它", "Join them into {} and write that alone as path"
    }
    REMOTE(String) Error "remote-reference" {
        "指向网址或文件夹以外，这里不读", "This leads to a web address or out of the folder, which is not read";
        "把文件放进数据文件夹，写相对路径，例如 {}", "Put the file in the package folder and give its path there, e.g. {}"
    }
    INLINE_DATA(String) Error "inline-data" {
        "数据写在 datapackage.json 里面，这里只读 CSV 文件", "The rows stand inside datapackage.json, and only CSV files are read";
        "另存为 {}，path 写它", "Save them as {} and give that as path"
    }
    NO_OBJECT Error "no-object" {
        "这里应是一个对象 {…} 或本地 JSON 文件的路径", "An object {…} is wanted here, or the path of a JSON file beside"; "改正它的写法", "Write it as one of the two"
    }
    BYTES(usize) Warning "bytes" {
        "文件大小与所写的不同", "The file has another size than stated";
        "写 {}，或删除 bytes；`cargo xtask check --write-results` 会重写", "Write {}, or delete bytes; `cargo xtask check --write-results` writes it"
    }
    MISSING_VALUES Error "missing-values" {
        "missingValues 会把写了的值当作缺失", "missingValues makes what is written count as missing";
        "写 [\"\"]：只有空格子是缺失，0是数值", "Write [\"\"]: only an empty cell is missing, and 0 is a value"
    }
    FIELD_TYPE(String) Error "field-type" {
        "字段类型与内容不符", "The type is not that of the column"; "type 写 {}", "Write {} as its type"
    }
    NUMBER_FORM Error "number-form" {
        "数字的写法与表中不同", "Numbers are not written like this in the table"; "删除这个属性：小数点是英文句点，没有千位分隔符", "Delete the property: the point is a full stop, and thousands are not parted"
    }
    CONSTRAINT(u32) Error "constraint" {
        "第{}行的内容不合这个约束", "Row {} does not keep to this constraint"; "改正约束，或改正那一行", "Mend the constraint, or the row"
    }
    REQUIRED(String) Error "required" {
        "没有写明这一列必填", "It is not said that the column must be filled"; "{} 的 constraints 中写 \"required\": true", "Write \"required\": true in the constraints of {}"
    }
    ENUM_WORDS(Listing) Error "enum-words" {
        "constraints.enum 缺少或与可用的词不同", "constraints.enum is missing, or has other words than are allowed"; "写这些词：{}", "List these words: {}"
    }
    FOREIGN_KEY(String) Error "foreign-key" {
        "缺少外键 {}", "The foreign key {} is missing"; "在 foreignKeys 中写上它", "Add it to foreignKeys"
    }
    DANGLING_KEY Error "dangling-key" {
        "外键的列或它指向的表、列不存在", "A column of the foreign key, or the table or column it leads to, does not exist"; "改正或删除这一项", "Mend or delete the entry"
    }
    UNDESCRIBED(Listing) Warning "undescribed" {
        "这些字段没有中英文说明", "These fields are not described in both languages";
        "补上 description_zh 和 description_en：{}", "Add description_zh and description_en: {}"
    }
    MISSING_PROPERTY(String) Error "missing-property" {
        "缺少这个属性", "The property is missing"; "在 datapackage.json 中写上 {}", "Give {} in datapackage.json"
    }
    MISSING_RESOURCE(String) Error "missing-resource" {
        "datapackage.json 没有列出这张表", "datapackage.json does not list this table";
        "在 resources 中加入 name 为 {} 的一项", "Add a resource with the name {}"
    }
    RESOURCE_PATH(String) Error "resource-path" {
        "这张表的 path 不对或缺失", "The path of this table is wrong or missing"; "path 写 {}", "Write {} as its path"
    }
    UNKNOWN_RESOURCE(Near) Warning "unknown-resource" {
        "这一项不会被读取", "This resource is not read"; "删除它，或改正 name{}", "Delete it, or mend its name{}"
    }
    SCHEMA_COLUMNS(String) Error "schema-columns" {
        "schema.fields 与表的列不一致", "schema.fields and the columns of the table disagree";
        "字段按此顺序写：{}", "List the fields in this order: {}"
    }
    SCHEMA_KEY(String) Error "schema-key" {
        "primaryKey 不对或缺失", "The primaryKey is wrong or missing"; "写 {}", "Write {}"
    }
    SUM_DIFFERS(String) Warning "sum-differs" {
        "文件改过，datapackage.json 中的校验和是旧的", "The file has changed since datapackage.json gave its sum";
        "写 {}；`cargo xtask check --write-results` 会重写", "Write {}; `cargo xtask check --write-results` writes it"
    }
    STRAY_FILE(Near) Warning "stray-file" {
        "这个文件不属于数据包，不会被读取", "The file is no part of the package and is not read";
        "移走它，或改正文件名{}", "Move it elsewhere, or mend its name{}"
    }
}

/// Rules of which one broken makes many others follow: they are told first.
pub static CAUSES: &[&Kind] = &[
    MISSING_FILE.kind(),
    NOT_CSV.kind(),
    BAD_UTF8.kind(),
    LINE_ENDS.kind(),
    WRONG_DELIMITER.kind(),
    MISSING_HEADER.kind(),
    NO_HEADER_ROW.kind(),
    LATE_HEADER.kind(),
    EMPTY_TABLE.kind(),
    EMPTY_HEADER.kind(),
    DUPLICATE_HEADER.kind(),
    MISSING_COLUMN.kind(),
    UNKNOWN_COLUMN.kind(),
    MISORDERED_COLUMN.kind(),
    UNCLOSED_QUOTE.kind(),
];

/// Rules about single cells.
pub mod cells {
    use super::*;
    rules! {
        EMPTY_CELL(String) Error "empty-cell" {
            "必填的单元格是空的", "A required cell is empty"; "填写 {}", "Fill in {}"
        }
        MISSING_TRANSLATION(String) Error "missing-translation" {
            "中英文只写了一种", "Only one of the two languages is given"; "补上 {}", "Add {}"
        }
        SPACES_AROUND Error "spaces-around" {
            "首尾有空格", "There is space at an end of the cell"; "删除首尾的空格（包括全角空格）", "Delete it (also full-width spaces)"
        }
        CONTROL_CHARACTER(CodePoint) Error "control-character" {
            "含有不可见的控制字符（{}）", "The cell contains an invisible control character {}";
            "删除它；一格只写一行", "Delete it; a cell holds one line"
        }
        LOOK_ALIKE(LookAlike) Error "look-alike" {
            "看起来一样，却不是同一个字符：{}", "A character only looks right: write {}";
            "重新输入这个字，不要从 PDF 复制；定位语照抄文章", "Type it anew instead of copying it from a PDF; a locator is copied from the article"
        }
        ODD_SPACE(CodePoint) Error "odd-space" {
            "含有特殊空格（{}）", "The cell contains a special space ({})"; "中文里删除它，英文里换成普通空格", "Delete it in Chinese; in English write an ordinary space"
        }
        ASCII_MARK(char) Warning "ascii-punctuation" {
            "汉字后面是英文标点“{}”", "The mark “{}” after Chinese is an English one"; "写中文标点：，；：？！", "Write the Chinese one: ，；：？！"
        }
        DOUBLE_SPACE Warning "double-space" {
            "连着两个空格", "There are two spaces in a row"; "只留一个", "Keep one of them"
        }
        COMBINING_MARK(CodePoint) Error "combining-mark" {
            "字上另叠了一个符号（{}）", "A mark is laid over a letter ({})"; "写一个现成的字符，例如 ā（U+0101）", "Write one ready-made character, e.g. ā (U+0101)"
        }
        SPREADSHEET_ERROR Error "spreadsheet-error" {
            "这是电子表格的错误值", "This is an error value of a spreadsheet"; "恢复原来的内容；公式要先粘贴为值", "Put back what stood here; paste formulas as values first"
        }
        FORMULA Error "formula" {
            "这是电子表格的公式", "This is a formula of a spreadsheet"; "写公式算出的值", "Write the value it gives"
        }
        PLACEHOLDER Error "placeholder" {
            "用字代替了空白", "A word stands for nothing"; "没有内容就留空", "Leave the cell empty where there is nothing to say"
        }
        KEY_CASE(u32) Error "key-case" {
            "与第{}行的编号只差大小写", "The key differs from row {} only in capitals"; "换一个编号，或改成同一个", "Choose another key, or write the same one"
        }
        BROKEN_CHARACTER(CodePoint) Error "broken-character" {
            "含有乱码或别的电脑显示不出的字符 {}", "The cell contains a broken or private character {}";
            "从来源重新复制这段文字，或换成标准汉字", "Copy the text from the source again, or write a standard character"
        }
        CHINESE_IN_ENGLISH(char) Error "chinese-in-english" {
            "英文列里有汉字“{}”", "An English column has the Chinese character “{}”";
            "写英文；专名写拼音，中文写进 _zh 列", "Write English; names in pinyin, and the Chinese in the _zh column"
        }
        NO_CHINESE Error "no-chinese" {
            "中文列里没有汉字", "A Chinese column has no Chinese in it"; "写中文；英文写进 _en 列", "Write Chinese here; English belongs in the _en column"
        }
        TRADITIONAL(char) Error "traditional-character" {
            "中文列里有繁体字“{}”", "A Chinese column has the traditional character “{}”";
            "写简体字；繁体由程序从简体生成", "Write simplified characters; the program makes the traditional ones"
        }
        HTML_LIKE Warning "html-like" {
            "看起来像 HTML 标签", "This looks like an HTML tag"; "只写文字；标签会原样显示", "Write plain text; a tag is shown as it stands"
        }
        LONG_TEXT(usize) Warning "long-text" {
            "文字过长（{}字）", "The text is very long ({} characters)"; "缩短到600字以内", "Shorten it to 600 characters"
        }
        BAD_KEY(String) Error "bad-key" {
            "编号只能用字母、数字、- 和 _", "A key may use only Latin letters, digits, - and _"; "例如 {}", "For example {}"
        }
        DUPLICATE_KEY(u32) Error "duplicate-key" {
            "这个编号已经用过（第{}行）", "The key is already used (row {})"; "换一个编号，或删除重复的行", "Choose another key, or delete the repeated row"
        }
        ARTICLE_NUMBER(String) Error "article-number" {
            "文章序号不是三位数字", "The number of an article has three digits"; "写 {}，与文章文件名的开头一致；整列设为“文本”，Excel 才不会删掉前面的0", "Write {}, as the name of its file starts; make the column text, or Excel drops leading zeros"
        }
        UNKNOWN_WORD(Vocabulary) Error "unknown-word" {
            "不是可用的词", "Not one of the allowed words"; "可用：{}", "Allowed: {}"
        }
        BAD_LIST Error "bad-list" {
            "多个值没有写对", "The list of values is not well written";
            "用英文分号 ; 隔开，不留空项，不重复", "Separate values with ; and leave none empty or repeated"
        }
        ROLE_OF_GROUP Error "role-of-group" {
            "只有指标组才有用途", "Only groups of indicators have roles"; "清空这一格", "Leave the cell empty"
        }
        BAD_URL Error "bad-url" {
            "不是网址", "Not a web address"; "以 https:// 或 http:// 开头", "Start it with https:// or http://"
        }
        NOT_A_NUMBER(String) Error "not-a-number" {
            "不是数字", "Not a number";
            "只写阿拉伯数字，如 {}；约、余、近、不到写进 bound，单位写进 unit", "Write digits only, e.g. {}; “about”, “over”, “nearly” belong in bound, the unit in unit"
        }
        DECIMAL_POINT(String) Error "decimal-point" {
            "小数点不是英文句点", "The decimal point is no full stop"; "小数写 {}；整数里不写分隔符", "Write a fraction as {}, and a whole number without separators"
        }
        THOUSANDS(String) Error "thousands-separator" {
            "数字里有千位分隔符", "The number has thousands separators"; "写 {}", "Write {}"
        }
        FULL_WIDTH(String) Error "full-width-digits" {
            "数字是全角字符", "The digits are full-width characters"; "写 {}", "Write {}"
        }
        HAN_NUMBER(String) Error "han-number" {
            "数字里有汉字（万、亿、十等）", "The number has Chinese numerals or 万, 亿 in it"; "写成完整的阿拉伯数字，例如 {}", "Write it out in digits, e.g. {}"
        }
        NOT_WHOLE Error "not-whole" {
            "不是1到65535的整数", "Not a whole number from 1 to 65535"; "写整数，例如3", "Write a whole number, e.g. 3"
        }
        BAD_DATE(String) Error "bad-date" {
            "不是可读的日期或时期", "Not a date or period that can be read";
            "写 {}", "Write {}"
        }
        YEAR_CHOICE(String) Error "year-choice" {
            "两可的年份要从小到大、不重复", "A choice of years must be ascending and distinct"; "写 {}", "Write {}"
        }
        NO_SUCH_DAY Error "no-such-day" {
            "没有这一天或这个月", "There is no such day or month"; "对照来源改正月和日", "Mend the month and day after the source"
        }
        PERIOD_BACKWARDS Error "period-backwards" {
            "结束早于开始", "The end lies before the start"; "对调两端：开始/结束", "Swap the two ends: start/end"
        }
        ODD_YEAR Error "odd-year" {
            "年份不在1949到2100之间", "The year is outside 1949 to 2100"; "对照来源改正年份", "Mend the year after the source"
        }
        UNKNOWN_SOURCE(Known) Error "unknown-source" {
            "没有这个来源", "There is no such source"; "用 sources.csv 中的编号{}", "Use an id of sources.csv{}"
        }
        UNKNOWN_PLACE(Known) Error "unknown-place" {
            "没有这个地点", "There is no such place"; "用 places.csv 中的编号{}", "Use an id of places.csv{}"
        }
        UNKNOWN_COMMUNITY(Known) Error "unknown-community" {
            "没有这个社区", "There is no such community"; "用 communities.csv 中的编号{}", "Use an id of communities.csv{}"
        }
        UNKNOWN_UNIT(Known) Error "unknown-unit" {
            "没有这个单位", "There is no such unit"; "用 units.csv 中的编号{}", "Use an id of units.csv{}"
        }
        UNKNOWN_CODE(Known) Error "unknown-code" {
            "词表里没有这个词", "The vocabulary has no such word"; "用 codes.csv 中同一词表的 code{}", "Use a code of that list in codes.csv{}"
        }
        UNKNOWN_INDICATOR(Known) Error "unknown-indicator" {
            "没有这个指标", "There is no such indicator"; "用 indicators.csv 中的编号{}", "Use an id of indicators.csv{}"
        }
        UNKNOWN_SYSTEM(Known) Error "unknown-system" {
            "没有这个机制", "There is no such governance system"; "用 systems.csv 中的编号{}", "Use an id of systems.csv{}"
        }
        UNKNOWN_PRACTICE(Known) Error "unknown-practice" {
            "没有这条做法", "There is no such practice"; "用 practices.csv 中的编号{}", "Use an id of practices.csv{}"
        }
        UNKNOWN_OBSERVATION(Known) Error "unknown-observation" {
            "没有这条数据", "There is no such figure"; "用 observations.csv 中的编号{}", "Use an id of observations.csv{}"
        }
        ONE_DIVISOR(Divisors) Error "one-divisor" {
            "{}", "{}";
            "denominator（分母指标）与 divisor（除数）恰填一个", "Fill in exactly one: denominator (an indicator) or divisor (a number)"
        }
        OPERANDS(Operands) Error "operands" {
            "这种核对的依据没有写对", "A check of this kind is not written this way"; "{}", "{}"
        }
        UNKNOWN_DERIVED(Known) Error "unknown-derived" {
            "没有这个推算指标", "There is no such derived indicator"; "用 derived.csv 中的编号{}", "Use an id of derived.csv{}"
        }
        BAD_CODE(Standard) Error "bad-code" {
            "代码的写法不对", "The code is not written as its standard writes it"; "写：{}", "Write: {}"
        }
        CYCLIC_COMMUNITY Error "cyclic-community" {
            "小区绕回到自己", "The compound lies inside itself"; "parent 写它所在的社区，或留空", "Give the community it lies in as parent, or leave it empty"
        }
        CYCLIC_SAME Error "cyclic-same-as" {
            "same_as 绕回到自己", "The figure is the same as itself"; "只在后一条写 same_as，指向先报告的那一条", "Give same_as only in the later row, naming the one reported first"
        }
        CYCLIC_PLACE Error "cyclic-place" {
            "地点绕回到自己", "The place lies inside itself"; "改正 parent，使它通向上一级", "Mend parent so that it leads upwards"
        }
        CYCLIC_SYSTEM Error "cyclic-system" {
            "机制绕回到自己", "The system is part of itself"; "改正这一格，使归属不成环", "Mend the cell so that belonging makes no circle"
        }
        CYCLIC_UNIT Error "cyclic-unit" {
            "单位换算绕回到自己", "The unit converts to itself"; "base 写不再换算的单位，或留空", "Give a unit that converts no further, or leave base empty"
        }
        PART_POSITION(u32) Error "part-position" {
            "position 不连续", "The positions of this system's parts are not 1, 2, 3 …"; "这里应为 {}", "Write {} here"
        }
    }
}

/// Rules about what rows say together.
pub mod sense {
    use super::*;
    rules! {
        UNIT_DIFFERS(String) Error "unit-differs" {
            "单位与指标的单位不同", "The unit differs from the indicator's"; "写 {}，或换一个指标", "Write {}, or choose another indicator"
        }
        SHARE_RANGE Error "share-range" {
            "占比不在0到100之间", "A share outside 0 to 100"; "按百分数写，28% 写28", "Write percent: 28 for 28%"
        }
        NEGATIVE Error "negative-value" {
            "数量不能为负", "A count cannot be negative"; "改正数值；未报告时留空并写 not_reported", "Mend the value; where nothing is reported leave it empty and write not_reported"
        }
        PLANNED_KIND Error "planned-kind" {
            "规划与指标类型不一致", "Planned status and the indicator's kind disagree";
            "规划值用 kind 为 plan（或 capacity）的指标；plan 指标的 status 写 planned",
            "A planned figure needs an indicator of kind plan (or capacity); figures of kind plan have status planned"
        }
        VALUE_MISSING Error "value-missing" {
            "没有数值", "There is no value";
            "填写数值；来源没有说时 status 写 not_reported（不适用写 not_applicable）",
            "Give the value; where the source is silent write status not_reported (or not_applicable)"
        }
        VALUE_UNEXPECTED Error "value-unexpected" {
            "这一行不该有数值", "This row cannot carry a value";
            "未报告、不适用和日期类指标的 value 留空；0是数值，要写 reported",
            "Leave value empty for not_reported, not_applicable and dates; a zero is a value and is reported"
        }
        VALUE_NOT_QUOTED(Stated) Error "value-not-in-locator" {
            "定位语里没有这个数", "The value does not stand in the locator";
            "对照定位语改正 value（那里的数{}），或换一段写有这个数的定位语；数字由我们数出时 reading 写 counted",
            "Mend the value after the locator (numbers there{}), or quote a phrase that has it; where we counted ourselves write reading counted"
        }
        READING_DIFFERS(String) Error "reading-differs" {
            "读法与定位语里的写法不同", "The reading is not how the locator writes the number"; "reading 写 {}", "Write reading {}"
        }
        READING_VERBATIM Error "reading-verbatim" {
            "有数值的行不能照录", "A row with a value cannot be read verbatim";
            "reading 写 digits、han_numeral、multiplied 或 counted；日期和名称的 value 留空",
            "Write reading digits, han_numeral, multiplied or counted; dates and names have no value"
        }
        BOUND_DIFFERS(Hedge) Error "bound-differs" {
            "限定与定位语里的说法不同", "The bound is not what the locator says"; "定位语里{}", "Of the locator: {}"
        }
        BOUND_WITHOUT_VALUE Error "bound-without-value" {
            "没有数值却有限定", "A bound without a value"; "bound 写 exact，或补上数值", "Write exact, or give the value"
        }
        LABEL_MISMATCH Error "label-mismatch" {
            "名称里的数字：kind、salience、scope 不一致", "A number inside a name: kind, salience and scope disagree";
            "kind 为 label 的指标配 salience label；scope label 只用于这样的指标", "Kind label goes with salience label; scope label only with such indicators"
        }
        DATE_MISMATCH Error "date-mismatch" {
            "日期：kind、salience、period 不一致", "A date: kind, salience and period disagree";
            "kind 为 date 的指标配 salience date，并写明 period", "Kind date goes with salience date and a period"
        }
        SCOPE_NAME_MISSING Error "scope-name-missing" {
            "没有写明说的是哪一个", "It is not said which one the figure is about"; "填写 scope_name_zh 和 scope_name_en，或 scope 写 community", "Fill in scope_name_zh and scope_name_en, or write scope community"
        }
        SCOPE_NAME_UNEXPECTED Error "scope-name-unexpected" {
            "scope 为 community 时不写名称", "A figure of the whole community has no scope name"; "清空 scope_name_zh 和 scope_name_en，或改正 scope", "Empty scope_name_zh and scope_name_en, or mend scope"
        }
        PERIOD_TYPE(PeriodFault) Error "period-type" {
            "时期与时期类型不一致", "The period and its type disagree"; "{}", "{}"
        }
        YEAR_TO_DATE(String) Error "year-to-date" {
            "今年以来的时期要从年初写到所说（或发布）之日", "A year to date runs from 1 January to the stated day, or that of publication";
            "写 {}；年份两可的写 [2021,2022]", "Write {}; where the year is open write [2021,2022]"
        }
        PERIOD_BASIS Error "period-basis" {
            "时期与其依据不一致", "The period and its basis disagree";
            "period 为空或这一端不详时写 unstated；[2021,2022] 写 ambiguous_year；没有年份的月日写 year_missing；只有一个日期时两格相同",
            "Nothing and an unknown end are unstated, [2021,2022] is ambiguous_year, a day without its year year_missing; one date has the same twice"
        }
        RESULT_DIFFERS(Computed) Error "result-differs" {
            "写着的结果与程序算出的不同", "The result is not what the program computes";
            "这一格{}；`cargo xtask check --write-results` 会重写所有结果",
            "This cell: {}; `cargo xtask check --write-results` rewrites all results"
        }
        RESULT_MISSING(String) Error "result-missing" {
            "缺少一行结果", "A row of results is missing";
            "加上这一行：{}；`cargo xtask check --write-results` 会重写所有结果",
            "Add this row: {}; `cargo xtask check --write-results` rewrites all results"
        }
        RESULT_UNEXPECTED Error "result-unexpected" {
            "这个社区没有报告其中任何一个数，不该有结果", "The community reports none of the figures, so there is no result";
            "删除这一行", "Delete the row"
        }
        SOURCE_SUM(String) Error "source-sum" {
            "文章文件与 sha256 所记的不是同一份", "The article's file is not the one of this sha256";
            "文章没有换过，就写 {}；换过就重新核对这个来源的每一行，再改 accessed",
            "If it is the same article, write {}; if not, compare every row of this source again and give the day as accessed"
        }
        SAME_AS(SameFault) Error "same-as" {
            "same_as 与它指向的数据不是同一事实", "same_as names a figure that does not report the same fact"; "{}", "{}"
        }
        COMPOUND_PARENT(ParentFault) Error "compound-parent" {
            "只有小区才有所在的社区，而且要在一个社区里", "Only a compound has a parent, and it is a community"; "{}", "{}"
        }
        GRADE(GradeFault) Error "grade" {
            "证据等级与来源的收录范围不一致", "The grade does not fit the collection"; "{}", "{}"
        }
        FOREIGN_SOURCE(String) Error "source-of-other-community" {
            "社区没有列出这个来源", "The community does not list this source"; "改正 source，或加进社区的 sources（现有 {}）", "Mend source, or add it to the community's sources (now {})"
        }
        FOREIGN_SYSTEM(String) Error "system-of-other-community" {
            "机制属于另一个社区（{}）", "The system belongs to another community ({})"; "改用本社区的机制", "Use a system of the same community"
        }
        FOREIGN_OBSERVATION(String) Error "figure-of-other-community" {
            "数据属于另一个社区（{}）", "The figure belongs to another community ({})"; "改用本社区的数据", "Use a figure of the same community"
        }
        REPOST_EARLY Error "repost-early" {
            "转载早于首发", "The repost is earlier than the publication"; "核对 repost_date 与首发日期", "Check repost_date and the date of publication"
        }
        AFTER_ARTICLE(String) Error "after-article" {
            "日期晚于写它的文章（{}）", "The date is later than the article that states it ({})";
            "改正日期；是规划的，status 写 planned", "Mend the date; what is planned has status planned"
        }
        AFTER_UPDATE(String) Error "after-update" {
            "日期晚于数据包的更新日（{}）", "The date is later than the package's last update ({})";
            "改正日期，或更新 datapackage.json 的 updated", "Mend the date, or updated in datapackage.json"
        }
        FAR_FUTURE(i16) Error "far-future" {
            "规划的年份太远", "The plan is too far off"; "核对年份；写{}或更早", "Check the year; write {} or earlier"
        }
        URL_DATE Error "url-date" {
            "网址里没有这个日期", "The address does not contain this date"; "照网址改正 published_from_url；文中写的日期填 published_stated", "Mend published_from_url after the address; a date in the text belongs in published_stated"
        }
        TITLE_CUT Error "title-truncated" {
            "标题与 title_truncated 不一致", "The title and title_truncated disagree"; "标题被截断（以省略号结尾）才写 true", "Write true only where the title is cut off and ends in dots"
        }
        DUPLICATE_NAME(OnRow) Error "duplicate-name" {
            "与第{}行同名", "The same name as row {}"; "改名以便区分，或删除重复的行", "Name them apart, or delete the repeated row"
        }
        KEY_OF_OTHER(String) Error "key-of-other-community" {
            "编号是另一个社区（{}）的", "The key is that of another community ({})"; "改正 community，或换编号", "Mend community, or choose another key"
        }
        LANE_UNITS(String) Error "lane-units" {
            "comparable 相同，单位却不能换算（另一个是 {}）", "The same comparable word, yet a unit that does not convert (the other is {})"; "改用自己的 comparable，或改正 unit", "Give it a comparable word of its own, or mend unit"
        }
        UNIT_CHAIN(String) Error "unit-chain" {
            "基本单位自己还要换算", "The base unit converts further"; "base 写 {}，并相应改 factor", "Write {} as base, and its factor"
        }
        SHARE_EXCEEDS Error "share-exceeds" {
            "部分大于整体", "The part is larger than the whole"; "operands 先写部分，后写整体：对调两个编号", "Write the part first, then the whole: swap the two ids"
        }
        SHARE_UNITS Error "share-units" {
            "部分与整体的单位不同", "The part and the whole have different units"; "换成同一单位的两个数字，或 op 写 ratio", "Choose two figures of one unit, or write op ratio"
        }
        SUM_UNITS Error "sum-units" {
            "相加的数字单位不同", "What is added has different units"; "只加同一单位的数字，或 op 写 total", "Add figures of one unit only, or write op total"
        }
        RATIO_REVERSED(String) Error "ratio-reversed" {
            "与 derived.csv 的 {} 正好相反", "The reverse of {} in derived.csv"; "operands 先写分子，后写分母：对调两个编号", "Write what is divided first: swap the two ids"
        }
        STATED_IN_OPERANDS Error "stated-in-operands" {
            "拿一个数字核对它自己", "A figure is checked against itself"; "从 operands 中去掉 stated 的编号", "Take the stated figure out of operands"
        }
        SOURCE_ADDRESS Error "source-without-address" {
            "这个来源既没有文章，也没有网址", "This source has neither an article nor an address"; "写网址 url；手头有全文的写文章序号 article", "Give its url; where the whole text is at hand, its article"
        }
        DUPLICATE_ARTICLE(OnRow) Error "duplicate-article" {
            "这篇文章已是另一个来源（第{}行）", "The article is another source already (row {})"; "改正 article，或删除重复的行", "Mend article, or delete the repeated row"
        }
        DUPLICATE_OBSERVATION(OnRow) Warning "duplicate-observation" {
            "与第{}行说的是同一件事", "The same statement as row {}"; "删除一行，或写明两者的区别（范围、名称、时期）", "Delete one, or tell them apart by scope, name or period"
        }
        LOCATOR_LONG(usize) Error "locator-long" {
            "定位语超过25字（{}字）", "The locator is longer than 25 characters ({})"; "截短，仍须在文章中只出现一次", "Shorten it so that it still occurs exactly once"
        }
        LOCATOR_ABSENT(Passage) Error "locator-absent" {
            "文章里没有这段定位语", "The article does not contain the locator"; "从{}", "Copy it from {}"
        }
        LOCATOR_TWICE(Longer) Error "locator-twice" {
            "定位语在文章中不止出现一次", "The locator occurs more than once in the article"; "加长到在{}", "Lengthen it until it occurs once in {}"
        }
        HANS_DIGITS(String) Error "locator-hans-digits" {
            "简体读法的数字与定位语不同", "The simplified reading has other digits than the locator"; "逐字对照定位语“{}”，数字照抄", "Read the locator “{}” character by character and keep its digits"
        }
        HANS_TRADITIONAL(char) Error "locator-hans-traditional" {
            "简体读法里有繁体字“{}”", "The simplified reading has the traditional character “{}”"; "改写成简体字", "Write it in simplified characters"
        }
        HANS_MISSING Error "locator-hans-missing" {
            "繁体来源缺少简体读法", "The simplified reading of a traditional text is missing"; "填写 locator_hans（去掉插入的拼音）", "Fill in locator_hans, without inserted pinyin"
        }
        HANS_UNEXPECTED Error "locator-hans-unexpected" {
            "简体来源不需要简体读法", "A simplified text needs no simplified reading"; "清空 locator_hans", "Empty locator_hans"
        }
        SOURCE_FILE_MISSING(String) Error "source-file-missing" {
            "来源文件夹里没有这篇文章", "The folder of sources has no file for this article"; "放入文件名以 {} 开头的文件", "Put a file there whose name starts with {}"
        }
        SCALE(Scales) Error "scale" {
            "倍数不对", "The scale is wrong"; "写 {}", "Write {}"
        }
        DIVISOR Error "divisor" {
            "除数不大于0", "What it is divided by is not above 0"; "写大于0的数，例如月数25", "Write a number above 0, e.g. 25 for months"
        }
        SAME_INDICATOR Error "same-indicator" {
            "分子与分母是同一个指标", "Numerator and denominator are the same indicator"; "改正其中一格", "Mend one of the two"
        }
        NO_QUANTITY Error "no-quantity" {
            "日期和名称里的数字不能相除", "A date or a number in a name cannot be divided"; "换成数量", "Choose a quantity"
        }
        DIVIDED_BY_ZERO Error "divided-by-zero" {
            "除数是零", "It is divided by zero"; "换一个分母", "Choose another denominator"
        }
        STATED_NO_SHARE Error "stated-no-share" {
            "占比的核对要对照一个占比", "A share is checked against something that is no share"; "stated 写 kind 为 share 的数字，或 op 写 ratio", "State a figure of kind share, or write op ratio"
        }
        FOREIGN_OPERAND(String) Error "operand-of-other-community" {
            "不是这个社区（{}）的", "It is not of this check's community ({})"; "换成本社区的，跨社区的核对 community 留空", "Use one of the same community, or leave community empty for a check across communities"
        }
        SOURCE_FILE_TWICE(Listing) Error "source-file-twice" {
            "一篇文章有几个文件", "One article has several files"; "只留一个：{}", "Keep one of them: {}"
        }
        SOURCE_FILE_ENCODING(String) Error "source-file-encoding" {
            "文章 {} 的文件不是 UTF-8编码", "The file of article {} is not UTF-8";
            "另存为 UTF-8文本", "Save it again as UTF-8 text"
        }
        SOURCE_MISMATCH(OutOf) Error "source-mismatch" {
            "文章里几乎没有这个来源的定位语（{}）", "The article has next to none of this source's locators ({})";
            "核对 article：文件多半是另一篇文章，或是空的", "Check article: the file probably is another text, or empty"
        }
        UNUSED_ROW Warning "unused-row" {
            "没有任何行用到它", "Nothing refers to this row"; "用上它，或删除这一行", "Use it, or delete the row"
        }
        PLACE_LEVEL(String) Error "place-level" {
            "级别不低于上级（上级是 {}）", "The level is not below its parent's ({})"; "省 > 市 > 区 > 街道；改正 level 或 parent", "province > city > district > subdistrict; mend level or parent"
        }
        PARENT_MISSING Error "place-parent-missing" {
            "没有写上级地点", "The place above is missing"; "parent 写上一级地点的编号；只有省级没有上级", "Give the id of the place above as parent; only provinces have none"
        }
        PARENT_OF_PROVINCE Error "place-parent-unexpected" {
            "省级没有上级地点", "A province has no place above"; "清空 parent，或改正 level", "Empty parent, or mend level"
        }
        BASE_FACTOR(String) Error "base-factor" {
            "换算要同时有基本单位和大于0的系数", "A conversion needs both a base unit and a factor above 0"; "填写 {}，或两格都清空", "Fill in {}, or empty both cells"
        }
        PART_ORDER(Step) Error "part-order" {
            "步骤序号不对", "The step number is wrong"; "parts_kind 为 ordered 时依次写1到 n，其他留空；这里应为{}", "Ordered systems count 1 to n, others leave it empty; here: {}"
        }
        SHARE_OF_NOTHING Error "share-of-nothing" {
            "占比没有写占什么", "A share does not say of what"; "在 base_zh 和 base_en 写占什么，原文没写就照实写", "Say of what in base_zh and base_en, or that the text does not say"
        }
        ACTORS_UNNAMED Error "actors-unnamed" {
            "归了一栏，却没写原文怎么称呼", "A lane is given, but not what the source calls the actor"; "填写 actor_zh 和 actor_en，原文没写由谁做就清空 actors", "Fill in actor_zh and actor_en, or empty actors where the source does not say who acts"
        }
        PARTS_UNEXPECTED Error "parts-unexpected" {
            "列出了组成部分，parts_kind 却说没有", "Parts are listed, but parts_kind says there are none"; "parts_kind 写 ordered 或 unordered，或删除 parts.csv 中的行", "Write ordered or unordered, or delete the rows in parts.csv"
        }
        PARTS_MISSING Error "parts-missing" {
            "没有列出组成部分", "No parts are listed"; "在 parts.csv 中列出，或 parts_kind 写 not_listed 或 none", "List them in parts.csv, or write not_listed or none"
        }
        PARTS_LIST Error "parts-list" {
            "parts_list 与列出的部分不符", "parts_list does not fit the parts that are listed"; "列出了部分写 closed（列全了）或 open（以“等”收尾）；没有列出写 none", "Write closed (all are listed) or open (it ends in “and others”) where parts are listed, none where not"
        }
        PARTS_COUNT(usize) Warning "parts-count" {
            "列出的部分与所说的数目不同（列出{}）", "The parts listed are not as many as stated (listed: {})"; "补全 parts.csv，或改正 parts_stated", "Complete parts.csv, or mend parts_stated"
        }
    }
}
