import Access
import Mechanisms

/// docs/reference/permissions.md and .csv: who may do what, made from the policy and the book.
struct PermissionReference {
    let book: Book
    private let matrix = PermissionMatrix(of: Policy())

    init(book: Book) { self.book = book }

    /// One line for each question that is answered with yes; whatever is not there is refused.
    func csv() -> String {
        let header = "function,purpose,matter,state,relation,basis,action,up-to,rule"
        let lines = matrix.granted.map { cell in
            [
                cell.function.rawValue, cell.purpose.rawValue, cell.matter.rawValue, cell.isClosed ? "closed" : "open",
                cell.relation.rawValue, cell.relation.basis.rawValue, cell.action.rawValue,
                cell.ceiling.map { "\($0)" } ?? "", cell.rule ?? "",
            ].joined(separator: ",")
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    func markdown() -> String {
        """
        # Who may do what

        Made from the policy and the book by `make reference`; do not edit. The whole matrix is `permissions.csv`: \
        \(matrix.cells.count) questions, of which \(matrix.granted.count) are answered with yes; what is not there is \
        refused. It is compared with what was decided, question by question; how many cells are tried through the \
        API, the pages, the command line and the importer is said in [the method](../methods/permission-matrix.md).

        A step of a record needs two answers: the policy's (`write`, or `open` for a new record) and the book's, which \
        says for each step which functions may take it ([mechanisms](mechanisms.md)). A field above *up to* is shown as \
        withheld and cannot be written.

        \(FunctionKind.allCases.map(section).joined(separator: "\n"))
        ## What each mechanism is about

        | mechanism | matter | states in which work has ended |
        |---|---|---|
        \(book.mechanisms.map(line).joined(separator: "\n"))

        """
    }

    private func section(_ function: FunctionKind) -> String {
        let rows = Policy().rows.filter { $0.function == function }
        return """
            ## \(function.rawValue)

            | rule | purpose | about | through | may | up to | once closed |
            |---|---|---|---|---|---|---|
            \(rows.map(line).joined(separator: "\n"))

            """
    }

    private func line(_ row: PolicyRow) -> String {
        let matters = Matter.allCases.filter(row.matters.contains).map(\.rawValue).joined(separator: ", ")
        let actions = Action.allCases.filter(row.actions.contains).map(\.rawValue).joined(separator: ", ")
        return "| \(row.name) | \(row.purpose.rawValue) | \(matters) | "
            + "\(row.relations.map(\.rawValue).joined(separator: ", ")) | \(actions) | \(row.ceiling) | "
            + "\(row.reachesClosed ? "yes" : "no") |"
    }

    private func line(_ mechanism: Mechanism) -> String {
        "| \(mechanism.name) | \(mechanism.matter.rawValue) | \(mechanism.closedStates.sorted().joined(separator: ", ")) |"
    }
}
