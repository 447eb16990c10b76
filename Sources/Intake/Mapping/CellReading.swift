import Mechanisms
import Vocabulary

/// What a cell comes to as the value of one field.
enum CellReading: Sendable {
    case value(FieldValue)
    /// The source does not say.
    case notReported
    case problem(CellProblem)
}

/// Why a cell cannot be the value of its field. Without its place, since one reading serves all equal cells.
struct CellProblem: Sendable {
    let kind: FindingKind
    let message: String
    let remedy: String
    /// The value, as ``Finding/about`` has it.
    let about: [String]

    init(_ kind: FindingKind, _ message: String, remedy: String, about: [String] = []) {
        self.kind = kind
        self.message = message
        self.remedy = remedy
        self.about = about
    }

    func finding(row: Int, column: String) -> Finding {
        kind.finding(row: row, column: column, message, remedy: remedy, about: about)
    }
}
