//! What each kind of check computes with, said to whoever gave it something else: Chinese, English.

/// One figure and a number.
pub const ONE_WITH_CONSTANT: [&str; 2] =
    ["写了 constant 时 operands 恰写一个编号", "With a constant give exactly one operand"];
/// A quotient.
pub const QUOTIENT: [&str; 2] =
    ["operands 写两个编号：分子;分母", "Give two operands: what is divided; what it is divided by"];
/// A share.
pub const SHARE: [&str; 2] = ["operands 写两个编号：部分;整体", "Give two operands: the part; the whole"];
/// A whole without a part.
pub const REST: [&str; 2] = ["operands 写两个编号：整体;部分", "Give two operands: the whole; the part"];
/// Two figures.
pub const TWO: [&str; 2] = ["operands 写两个编号", "Give two operands"];
/// Two systems.
pub const TWO_SYSTEMS: [&str; 2] = ["operands 写两项机制的编号", "Give the ids of two systems"];
/// A share carried over.
pub const SCALED: [&str; 2] =
    ["operands 写三个编号：部分;整体;要摊给谁", "Give three operands: the part; the whole; what is scaled"];
/// A practice.
pub const PRACTICE: [&str; 2] = ["operands 写一条做法的编号", "Give the id of one practice"];
/// One figure or more.
pub const SOME: [&str; 2] = ["operands 至少写一个编号", "Give at least one operand"];
/// Two figures or more.
pub const SEVERAL: [&str; 2] = ["operands 写两个以上编号", "Give two or more operands"];
/// A system.
pub const SYSTEM: [&str; 2] = ["operands 写一项机制的编号", "Give the id of one system"];
/// A figure that cannot be checked.
pub const UNCHECKED: [&str; 2] = ["stated 写无从核对的数据编号", "State the figure that cannot be checked"];
/// What dates “this year”.
pub const YEAR: [&str; 2] = [
    "stated 写“今年”的数据编号，operands 写文中其他日期",
    "State the figure of “this year”, and other dates as operands",
];
/// No number is wanted.
pub const NO_CONSTANT: [&str; 2] = ["只有 ratio 才写 constant", "Only a ratio takes a constant"];
