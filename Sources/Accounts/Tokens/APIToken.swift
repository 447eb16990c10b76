package import Access
package import Vocabulary

/// How far a token reaches: never further than its mandate, and mostly less.
package struct TokenScope: Hashable, Sendable {
    /// Nil for whatever the mandate may do.
    package let actions: Set<Action>?
    /// Names of mechanisms; nil for all of them.
    package let mechanisms: Set<String>?

    package init(actions: Set<Action>?, mechanisms: Set<String>?) {
        self.actions = actions
        self.mechanisms = mechanisms
    }

    /// Reads and lists, and changes nothing.
    package static func readOnly(mechanisms: Set<String>? = nil) -> TokenScope {
        TokenScope(actions: [.read, .list, .search, .count, .readRelease], mechanisms: mechanisms)
    }

    /// Asked before the policy is; what is about no mechanism passes only where no mechanisms are named.
    ///
    /// - Throws: ``AccountRefusal/outsideScope``.
    package func require(_ action: Action, on mechanism: String?) throws(AccountRefusal) {
        guard actions?.contains(action) ?? true else { throw .outsideScope }
        guard let mechanisms else { return }
        guard let mechanism, mechanisms.contains(mechanism) else { throw .outsideScope }
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
        actions = known.map(Set.init)
        mechanisms = list(parts[1]).map(Set.init)
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
    package let scope: TokenScope
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
