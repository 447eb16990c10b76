/// Regular expressions (ECMA-262, as JSON Schema has them) of what values are spelled like: a text that matches is read.
package enum SpellingPattern {
    private static let year = "[1-9][0-9]{3}"
    /// Years that have a 29th of February.
    private static let leapYear = "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)"

    /// A day of the calendar, without anchors.
    private static let dayBody =
        "(\(year)-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
        + "|\(leapYear)-02-29)"

    /// `2026-11-22`.
    package static let day = "^\(dayBody)$"

    /// A day, month, quarter or year.
    package static let period = "^(\(dayBody)|\(year)(-Q[1-4]|-(0[1-9]|1[0-2]))?)$"

    /// A moment to the second or the thousandth, a day, or a place of the ledger.
    package static let ledgerPlace =
        "^([1-9][0-9]{0,17}|\(dayBody)(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{3})?Z)?)$"

    /// The id of a record: a UUID in small letters.
    package static let record = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

    /// A text of any length without control characters, line ends and tabs apart.
    package static let text = "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]+$"

    /// One line without control characters.
    package static let line = "^[^\\u0000-\\u001f\\u007f]+$"
}
