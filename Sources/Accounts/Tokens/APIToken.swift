package import Access
package import Vocabulary

extension Scope {
    /// Tells a token that is too narrow by its own refusal; the policy would refuse it in any case.
    ///
    /// - Throws: ``AccountRefusal/outsideScope``.
    package func require(_ action: Action, on mechanism: String?) throws(AccountRefusal) {
        guard admits(action, on: mechanism) else { throw .outsideScope }
    }

    /// `read,search|person,status-episode`; `*` for all.
    var stored: String {
        func list(_ names: [String]?) -> String { names?.sorted().joined(separator: ",") ?? "*" }
        return "\(list(actions?.map(\.rawValue)))|\(list(mechanisms.map(Array.init)))"
    }

    /// Nil for a scope that is not ours, or names an action that this program does not know.
    init?(stored: String) {
        let parts = stored.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        func list(_ part: Substring) -> [String]? { part == "*" ? nil : part.split(separator: ",").map(String.init) }
        let names = list(parts[0])
        let known = names?.compactMap { Action(rawValue: $0) }
        guard names?.count == known?.count else { return nil }
        self.init(actions: known.map(Set.init), mechanisms: list(parts[1]).map(Set.init))
    }
}

/// What a program shows instead of a person: acts through one mandate, within a scope, until a day.
package struct APIToken: Hashable, Sendable, Identifiable {
    /// Part of the token, shown in lists: lets nobody in.
    package let id: String
    package let account: Account.ID
    /// What the person called it.
    package let label: String
    /// Id of the mandate's record that it acts through.
    package let mandate: String?
    package let scope: Scope
    package let madeAt: Timestamp
    package let endsAt: Timestamp
    /// To the minute; nil where it was never used.
    package let usedAt: Timestamp?
    package let revokedAt: Timestamp?

    /// The whole of a token as it is shown once: `rap_`, the id, `_`, the secret. The prefix lets programs that look
    /// for leaked secrets recognise it.
    static func text(id: String, secret: Secret) -> String { "rap_\(id)_\(secret.text)" }

    static func parts(of text: String) -> (id: String, secret: Secret)? {
        guard text.utf8.count == 4 + 16 + 1 + 43, text.hasPrefix("rap_") else { return nil }
        let rest = text.dropFirst(4)
        guard rest.dropFirst(16).first == "_", let secret = Secret(String(rest.dropFirst(17))) else { return nil }
        return (String(rest.prefix(16)), secret)
    }
}
