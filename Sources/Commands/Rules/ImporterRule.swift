import Access
import Intake
import Mechanisms
import Registry
import Vocabulary

/// Who may bring in what a source description opens: an importer is a description, and one that no row of the policy
/// lets anybody use is refused when it is read.
struct ImporterRule {
    private let mechanisms: [Mechanism]
    private let policy: Policy

    init(_ source: SourceDescription, _ book: Book, _ policy: Policy = Policy()) {
        let names = Set(source.records.map(\.mechanism))
        mechanisms = book.mechanisms.filter { names.contains($0.name) }
        self.policy = policy
    }

    /// What its rows open, in the order of the book.
    var opened: [String] { mechanisms.map(\.name) }

    /// A function that may import, and the mechanisms that it may not open: rows that need a new record of these wait
    /// until there is one.
    struct Importer {
        let function: FunctionKind
        let closed: [String]
    }

    /// Those that may open some of it.
    var importers: [Importer] {
        FunctionKind.allCases.filter { decides($0, .importRecords, .register) }.map { function in
            Importer(
                function: function,
                closed: mechanisms.filter { !decides(function, $0.openingAction, Target($0)) }.map(\.name))
        }.filter { $0.closed.count < mechanisms.count }
    }

    /// Whether the keeper of the machine may load it before anybody has an account.
    var mayBeLoaded: Bool {
        decides(.systemOperator, .importRecords, .register)
            && mechanisms.allSatisfy { decides(.systemOperator, .load, Target($0)) }
    }

    private func decides(_ function: FunctionKind, _ action: Action, _ target: Target) -> Bool {
        let actor = Actor(account: Shell.account, function: function, organisation: nil)
        if case .success = policy.decide(actor, action, on: target, for: function.purpose) { return true }
        return false
    }
}
