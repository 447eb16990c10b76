import Access

/// For whom a command acts, and what it may ask of the policy: every command of the program declares one.
///
/// It narrows the actor as the scope of a token does, so that the policy itself refuses what a command did not declare.
enum CommandRule: Hashable, Sendable {
    /// Holds commands and does nothing itself.
    case noun
    /// Works on files that it is given, with the rights of whoever runs it, and opens no register.
    case files
    /// For one post of the register itself, whoever is at the keyboard (decision 0013).
    case post(FunctionKind, Set<Action>)
    /// For the post that `--as` names; for another one where it names none, if there is one.
    case named(Set<Action>, otherwise: FunctionKind? = nil)

    /// What it may ask for.
    var actions: Set<Action> {
        switch self {
        case .noun, .files: []
        case .post(_, let actions), .named(let actions, _): actions
        }
    }

    var scope: Scope { Scope(actions: actions, mechanisms: nil) }

    /// The rows of the policy that it rests on.
    func rows(of policy: Policy) -> [PolicyRow] {
        policy.rows.filter { row in
            guard !row.actions.isDisjoint(with: actions) else { return false }
            guard case .post(let function, _) = self else { return true }
            return row.function == function && row.purpose == function.purpose
        }
    }

    /// Whether some row grants each of its actions: a rule that the policy never says yes to is a mistake.
    func isGranted(by policy: Policy) -> Bool {
        let rows = rows(of: policy)
        switch self {
        case .noun, .files: return true
        case .post, .named:
            return !actions.isEmpty && actions.allSatisfy { action in rows.contains { $0.actions.contains(action) } }
        }
    }
}

extension CommandRule: CustomStringConvertible {
    var description: String {
        let asked = Action.allCases.filter(actions.contains).map(\.rawValue).joined(separator: ", ")
        return switch self {
        case .noun: "none: it holds commands"
        case .files: "none: it opens no register"
        case .post(let function, _): "\(function.rawValue) may \(asked)"
        case .named(_, let other): "the post of --as\(other.map { ", or \($0.rawValue)," } ?? "") may \(asked)"
        }
    }
}
