/// A text in which nobody may be named does not look as if somebody were, or whoever wrote it looked again and says so.
///
/// It knows marks, not names: a title before a word, two capitalised words in a row, the words for *son of* and *daughter of*,
/// a mail address, a long number. A name in small letters goes through, a country of two words is asked about; it is a warning
/// to the one who writes, and no proof. It is not compared with persons of the register, since its answer would tell that
/// somebody is in it (decision 0256).
package struct NamesNobody: Guard {
    package static let key = "names-nobody"

    package let field: String
    /// The yes-or-no field by which the writer says that they looked.
    package let excuse: String

    package init(_ field: String, unless excuse: String) { (self.field, self.excuse) = (field, excuse) }

    package var fields: [String] { [field, excuse] }
    package var saidEachTime: [String] { [excuse] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard case .text(let text)? = step.after[field], step.before?.fields[field] != .text(text),
            // That nobody was named in the text before says nothing of this one.
            step.command.changes[excuse] != .boolean(true), NamesNobody.seemsToName(text)
        else { return nil }
        return step.problem(
            .seemsToName, field: field,
            "looks as if it named a person; leave the name out, or say in “\(excuse)” that nobody is named.")
    }

    /// Whether a text has the marks of a name, a mail address, a telephone number or the number of a paper.
    package static func seemsToName(_ text: String) -> Bool {
        if text.contains(/[^\s@]@[^\s@]/) { return true }
        // Seven digits and more, with spaces or hyphens between them: no day, and no number of a paper.
        let withoutDays = text.replacing(/\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/, with: " ")
        if withoutDays.contains(/[0-9](?:[ -]?[0-9]){6}/) { return true }
        var wasCapitalised = false
        for word in text.split(whereSeparator: { $0.isWhitespace }) {
            let bare = word.drop { !$0.isLetter }
            let core = bare.prefix { $0.isLetter || "'’-.".contains($0) }
            let plain = core.filter { $0 != "." }.lowercased()
            if titles.contains(plain) || kinship.contains(plain) { return true }
            // EUROPOL is no name of a person; a letter alone is an initial after or before one.
            let isCapitalised = core.first?.isUppercase == true && core.dropFirst().contains { $0.isLowercase }
            if isCapitalised && wasCapitalised { return true }
            // A full stop, a comma, a colon between two words: two names do not stand so.
            wasCapitalised = isCapitalised && word.last?.isLetter == true
        }
        return false
    }

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mme", "mlle", "sr", "sra", "srta", "dona", "señor", "señora", "herr", "frau",
        "السيد", "السيدة", "الآنسة", "اسمه", "اسمها",
    ]
    private static let kinship: Set<String> = ["بن", "بنت", "ابن", "ابنة"]
}
