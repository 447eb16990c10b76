import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The words of a page: those of the workbench from the language files, those of the book from its labels.
struct Wording: Sendable {
    let texts: Texts
    let book: Book

    /// A text of the workbench: `workbench.list.empty` for `list.empty`.
    subscript(key: String) -> String { texts["workbench.\(key)"] }

    func filled(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        texts.filled("workbench.\(key)", values)
    }

    func counted(_ key: String, _ count: Int) -> String { texts.counted("workbench.\(key)", count) }

    func title(_ mechanism: Mechanism) -> String { label(TextKey.title(mechanism.name)) }
    /// Many records of a kind: what lists are called. A country's own kinds go by their title.
    func many(_ mechanism: Mechanism) -> String {
        texts.text("workbench.many.\(mechanism.name)") ?? title(mechanism)
    }
    func field(_ mechanism: Mechanism, _ field: String) -> String { label(TextKey.field(mechanism.name, field)) }
    func state(_ mechanism: Mechanism, _ state: String) -> String { label(TextKey.state(mechanism.name, state)) }
    func code(_ list: String, _ code: String) -> String { label(TextKey.code(list, code)) }
    func chapter(_ chapter: Mechanism.Chapter) -> String { label("mechanisms.chapters.\(chapter.rawValue)") }
    func marking(_ marking: Access.Marking) -> String { code("markings", marking.rawValue) }
    /// With the day until which it is so high, or until which it was higher and who ended that.
    func marking(_ printed: PrintedMarking) -> String {
        var text = marking(printed.level)
        if let until = printed.until {
            text = filled("marking-until", ["level": text, "day": texts.day(until)])
        }
        guard let lifted = printed.lifted else { return text }
        let who = [function(lifted.function), lifted.organisation].compactMap(\.self).joined(separator: ", ")
        return filled(
            "marking-lifted",
            ["level": text, "earlier": marking(lifted.level), "day": texts.day(lifted.until), "who": who])
    }
    func function(_ name: String) -> String { code("function-kinds", name) }
    func need(_ need: any Guard) -> String { label(TextKey.guardWord(type(of: need).key)) }

    /// One label for corrections in whatever state: the book tells them apart, people need not.
    func step(_ mechanism: Mechanism, _ transition: Transition) -> String {
        transition.isCorrection ? self["step.correct"] : label(TextKey.transition(mechanism.name, transition.name))
    }

    /// The moment to the minute, in universal time: `22 November 2026, 08:30`.
    func moment(_ moment: Timestamp) -> String { moment.inWords(texts) }

    /// A value in words, one text each; links are not among them.
    func plain(_ value: FieldValue, of field: Field?) -> [String] {
        let list = field?.codeList ?? ""
        switch value {
        case .text(let text): return [text]
        case .code(let code): return [self.code(list, code)]
        case .codes(let codes): return codes.map { self.code(list, $0) }
        case .period(let period): return [texts.period(period)]
        // A number that names (a year, a place in an order) has no groups.
        case .integer(let number): return [texts.digits(number)]
        case .boolean(let answer): return [self[answer ? "yes" : "no"]]
        case .link, .links, .sealed: return []
        }
    }

    private func label(_ key: String) -> String { book.labels.text(key, in: texts.language) }
}

extension Transition {
    /// Whether it sets right what was entered wrongly and leaves the state as it is.
    var isCorrection: Bool { name == "correct" || name.hasPrefix("correct-") }

    /// Whether a person must say why.
    var needsReason: Bool { needs.contains { $0 is ReasonGiven } }
}

extension Timestamp {
    /// To the minute, in universal time, the same on every page: `22 November 2026, 08:30 UTC`.
    func inWords(_ texts: Texts) -> String {
        let clock = String(description.dropFirst(11).prefix(5))
        return texts.filled("workbench.moment", ["day": texts.day(day), "clock": clock])
    }
}
