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

        ## How to read it

        Find the mechanism in the table below and the function above it; then the rules of that function, further down, say \
        through which relation to a record each thing may be done, for which purpose, and up to which sensitivity of a \
        field ([mechanisms](mechanisms.md) gives that of each field). A line of `permissions.csv` is one question with its \
        answer: who (`function`), why (`purpose`), about what (`matter`, below), whether work on the record has ended \
        (`state`), how they stand to it (`relation`) and on what that rests (`basis`: the person's consent, a law, an \
        emergency), what they want (`action`), up to which sensitivity (`up-to`), and which rule says yes (`rule`).

        | sign | may | | sign | may |
        |---|---|---|---|---|
        | l | list, count and filter | | o | open a record |
        | r | read one | | w | take its steps |
        | s | search by identity | | h | share it, hand it over |
        | x | take it out: file, paper | | e | reach it in an emergency, for a reason |

        Capital letters stand for the highest level that is shown in the best relation: **O**pen, **R**estricted, \
        **C**onfidential, **I**dentity. An empty cell is a no, in every relation and for every purpose.

        | mechanism | \(kinds.map(\.rawValue).joined(separator: " | ")) |
        |---|\(kinds.map { _ in "---|" }.joined())
        \(book.mechanisms.map(glance).joined(separator: "\n"))

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

    /// Those that sign in.
    private let kinds = FunctionKind.allCases.filter { $0 != .public }

    private static let signs: [(sign: String, action: Action)] = [
        ("l", .list), ("r", .read), ("s", .search), ("o", .open), ("w", .write), ("h", .share), ("x", .export),
        ("e", .breakGlass),
    ]

    /// What each function may do with records of a mechanism in the best case.
    private func glance(_ mechanism: Mechanism) -> String {
        let cells = kinds.map { function in
            let rows = Policy().rows.filter { $0.function == function && $0.matters.contains(mechanism.matter) }
            let actions = Set(rows.flatMap(\.actions))
            let other: Action = mechanism.givesEmergency ? .open : .breakGlass
            let signs = PermissionReference.signs.filter { actions.contains($0.action) && $0.action != other }
            let seen = rows.filter { !$0.actions.isDisjoint(with: [.read, .list]) }.map(\.ceiling).max()
            return signs.map(\.sign).joined() + (seen.map { " \($0)".uppercased().prefix(2) } ?? "")
        }
        return "| \(mechanism.name) | \(cells.joined(separator: " | ")) |"
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
