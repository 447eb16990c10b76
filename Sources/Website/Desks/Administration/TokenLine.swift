import Access
import Accounts
import Publication
import Vocabulary

/// A token in a list: what it is for and how far it reaches; never what opens.
struct TokenLine {
    let token: APIToken
    private let texts: Texts
    private let now: Timestamp

    init(_ token: APIToken, _ visit: Visit) { self.init(token, visit.exchange) }

    init(_ token: APIToken, _ exchange: Exchange) {
        (self.token, texts, now) = (token, exchange.texts, exchange.moment)
    }

    private var works: Bool { token.revokedAt == nil && now < token.endsAt }

    /// With a button where it still works.
    func item(revoking path: String) -> DeskSection.Item {
        func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
            texts.filled("administration.tokens.\(key)", values)
        }
        let state = works ? "works" : token.revokedAt != nil ? "revoked" : "over"
        return DeskSection.Item(
            "\(token.label) (\(token.id))",
            small: [
                reach, text("until", ["moment": token.endsAt.inWords(texts)]),
                token.usedAt.map { text("used", ["moment": $0.inWords(texts)]) } ?? text("unused"),
            ], state: .init(text(state), works ? .running : .closed),
            buttons: works ? [DeskButton(text("revoke"), to: path, about: token.label)] : [])
    }

    /// `read, list · person, case`
    private var reach: String {
        if token.scope == .calendar { return texts["calendar.feed.reach"] }
        let all = texts["administration.tokens.all"]
        let actions = token.scope.actions?.map(\.rawValue).sorted()
        let mechanisms = token.scope.mechanisms?.sorted().map { texts.text("mechanisms.\($0).title") ?? $0 }
        return [
            actions.map { texts.list($0.map { texts.text("administration.actions.\($0)") ?? $0 }) } ?? all,
            mechanisms.map { texts.list($0) } ?? all,
        ].joined(separator: " · ")
    }
}
