import Mechanisms
import Vocabulary

/// Reads the cells of one column as values of one field.
///
/// A class only because it is handed on for every cell: one reference is counted instead of a dozen.
final class CellReader: Sendable {
    let kind: KnownField.Kind
    let translation: Translation
    let missing: SourceDescription.MissingWords
    let decimal: Character
    let thousands: Character?
    /// Whether the column holds identities, which no message quotes.
    let isIdentity: Bool

    init(
        kind: KnownField.Kind, translation: Translation, missing: SourceDescription.MissingWords, decimal: Character,
        thousands: Character?, isIdentity: Bool
    ) {
        self.kind = kind
        self.translation = translation
        self.missing = missing
        self.decimal = decimal
        self.thousands = thousands
        self.isIdentity = isIdentity
    }

    /// - Parameter cell: Without the blanks around it.
    func read(_ cell: String) -> CellReading {
        if missing.unknown.contains(cell) { return unknown }
        if cell.isEmpty || missing.notReported.contains(cell) { return .notReported }
        if Self.formulaErrors.contains(cell) {
            return .problem(
                CellProblem(
                    .formulaError, "A formula had come to the error “\(cell)”.",
                    remedy: "Correct the formula, or write the value.", about: [cell]))
        }
        return switch kind {
        case .text: readText(cell)
        case .code: readCode(cell)
        case .codes: readCodes(cell)
        case .period: readPeriod(cell)
        case .integer(let range): readInteger(cell, range)
        case .boolean: readBoolean(cell)
        case .link, .links: .notReported
        }
    }

    /// What spreadsheets show in place of a value, in workbooks and in the text that they save.
    private static let formulaErrors: Set<String> = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    ]

    /// Known to be unknown, where the field has a word for it; else nothing is said.
    private var unknown: CellReading {
        guard translation.codes?.contains("unknown") == true else { return .notReported }
        return switch kind {
        case .code: .value(.code("unknown"))
        case .codes: .value(.codes(["unknown"]))
        default: .notReported
        }
    }

    private func readText(_ cell: String) -> CellReading {
        if let table = translation.table {
            guard let word = table[cell]?.first else { return notInTable(cell) }
            return .value(.text(word))
        }
        guard !translation.periods.isEmpty else { return .value(.text(cell)) }
        if case .value(.period(let period)) = readPeriod(cell) { return .value(.text(period.description)) }
        return readPeriod(cell)
    }

    private func readCode(_ cell: String) -> CellReading {
        switch splitCodes(cell) {
        case .success(let codes) where codes.count > 1:
            .problem(
                CellProblem(
                    .severalCodes, "\(quoted(cell)) stands for several codes, but only one can be recorded here.",
                    remedy: "Choose the one that weighs most.", about: shown(cell)))
        case .success(let codes): codes.first.map { .value(.code($0)) } ?? .notReported
        case .failure(let unread): notInTable(unread.word)
        }
    }

    private func readCodes(_ cell: String) -> CellReading {
        switch splitCodes(cell) {
        case .success(let codes): codes.isEmpty ? .notReported : .value(.codes(codes))
        case .failure(let unread): notInTable(unread.word)
        }
    }

    private struct Unread: Error {
        let word: String
    }

    /// The codes of a cell, none twice; or the part of it that is not in the table.
    private func splitCodes(_ cell: String) -> Result<[String], Unread> {
        var found: [String] = []
        switch translation.split {
        case .longestMatch:
            guard let matches = translation.table?.longestMatches(in: cell) else { return .success([]) }
            if let unread = matches.unread { return .failure(Unread(word: unread)) }
            found = matches.codes
        case .none:
            guard let codes = codes(of: cell) else { return .failure(Unread(word: cell)) }
            found = codes
        case .separators(let separators):
            for part in parts(of: cell, at: separators) {
                guard let codes = codes(of: part) else { return .failure(Unread(word: part)) }
                for code in codes where !found.contains(code) { found.append(code) }
            }
        }
        return .success(found)
    }

    private func parts(of cell: String, at separators: [String]) -> [String] {
        var parts = [cell]
        for separator in separators { parts = parts.flatMap { $0.split(separator: separator).map(String.init) } }
        return parts.map { String($0.trimmed) }.filter { !$0.isEmpty }
    }

    /// Nil where neither the table nor the code list has the word.
    private func codes(of word: String) -> [String]? {
        if missing.unknown.contains(word) { return ["unknown"] }
        if let table = translation.table { return table[word] }
        guard let codes = translation.codes else { return [word] }
        return [word, word.lowercased(), word.uppercased()].first(where: codes.contains).map { [$0] }
    }

    private func notInTable(_ word: String) -> CellReading {
        .problem(
            CellProblem(
                .unknownCode, "\(quoted(word)) is not a value that the source description knows here.",
                remedy: "Correct the cell, or add the value to the table in the source description.",
                about: shown(word)))
    }

    private func readPeriod(_ cell: String) -> CellReading {
        var isInNoCalendar = false
        for format in translation.periods {
            switch format.read(cell) {
            case .period(let period): return .value(.period(period))
            case .notInCalendar: isInNoCalendar = true
            case .otherFormat: continue
            }
        }
        if isInNoCalendar {
            return .problem(
                CellProblem(
                    .notInCalendar, "\(quoted(cell)) is in no calendar.", remedy: "Correct the date.",
                    about: shown(cell)))
        }
        let patterns = translation.periods.map(\.pattern).joined(separator: ", ")
        return .problem(
            CellProblem(
                .notAPeriod, "\(quoted(cell)) is not written as \(patterns).",
                remedy: "Correct the cell, or state how the source writes dates with `period` in its description.",
                about: shown(cell)))
    }

    private func readInteger(_ cell: String, _ range: ClosedRange<Int>) -> CellReading {
        switch WholeNumber.read(cell, decimal: decimal, thousands: thousands) {
        case .number(let number) where range.contains(number): return .value(.integer(number))
        case .number:
            return .problem(
                CellProblem(
                    .outOfRange, "\(quoted(cell)) lies outside \(range.lowerBound) to \(range.upperBound).",
                    remedy: "Correct the number.", about: shown(cell)))
        case .withheld:
            return .problem(
                CellProblem(
                    .withheldNumber, "\(quoted(cell)) is a withheld number, which may be zero: nobody can count by it.",
                    remedy: "Ask the source for the numbers, or leave the row out.", about: shown(cell)))
        case .other:
            return .problem(
                CellProblem(
                    .notANumber, "\(quoted(cell)) is not a whole number.", remedy: "Correct the cell.",
                    about: shown(cell)))
        }
    }

    private func readBoolean(_ cell: String) -> CellReading {
        let word = translation.table == nil ? cell.lowercased() : translation.table?[cell]?.first
        switch word {
        case "true", "yes", "1": return .value(.boolean(true))
        case "false", "no", "0": return .value(.boolean(false))
        default:
            return .problem(
                CellProblem(
                    .notABoolean, "\(quoted(cell)) says neither yes nor no.",
                    remedy: "Correct the cell, or add a `table` to the source description.",
                    about: shown(cell)))
        }
    }

    /// The value for a message: never an identity, and never a whole story.
    private func quoted(_ cell: String) -> String { shown(cell).first.map { "“\($0)”" } ?? "The cell" }

    private func shown(_ cell: String) -> [String] {
        if isIdentity { return [] }
        return [cell.count > 60 ? "\(cell.prefix(60))…" : cell]
    }
}

extension String {
    /// Without the blanks around it.
    var trimmed: Substring {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
