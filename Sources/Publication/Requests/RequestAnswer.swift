import Disclosure
import Tables

/// What a release says to one cell of a form.
package enum RequestAnswer: Hashable, Sendable {
    /// The published count.
    case figure(Int)
    /// There is a figure, and telling it would tell of somebody.
    case withheld
    /// Nobody reported on it: not zero.
    case notReported
    /// The form asks for something that no table is named for.
    case notHeld
    /// The release has no table of that name.
    case noTable
    /// The table has no such dimension or code: the first that it lacks.
    case noPlace(String)
    /// Over this dimension persons cannot be added: one of its codes must be named.
    case noTotal(String)

    /// As it stands in files.
    package var status: String {
        switch self {
        case .figure: "figure"
        case .withheld: "withheld"
        case .notReported: "not-reported"
        case .notHeld: "not-held"
        case .noTable: "no-table"
        case .noPlace: "no-place"
        case .noTotal: "no-total"
        }
    }

    package var figure: Int? { if case .figure(let count) = self { count } else { nil } }

    /// Whether the form can be handed in with this answer as it is: a count, or that one is withheld.
    package var isFilled: Bool { figure != nil || self == .withheld }

    init(_ cell: DataRequest.Cell, in release: Release) {
        guard let name = cell.table else { self = .notHeld; return }
        guard let table = release[table: name] else { self = .noTable; return }
        let reader = TableReader(table)
        guard let outcome = reader.outcome(where: cell.codes) else {
            let lacking = cell.codes.sorted { $0.key < $1.key }.first {
                reader.coordinates(where: [$0.key: $0.value]) == nil
            }
            self = .noPlace(lacking.map { "\($0.key)=\($0.value)" } ?? cell.selection)
            return
        }
        if let open = table.dimensions.first(where: { !$0.addsUp && cell.codes[$0.name] == nil }) {
            self = .noTotal(open.name)
            return
        }
        switch outcome {
        case .published(let count): self = .figure(count)
        case .withheldPrimary, .withheldComplementary: self = .withheld
        case .notReported: self = .notReported
        }
    }
}
