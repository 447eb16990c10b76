package import Access

/// Who may come to a route at all. It opens the door of the house, not a record: what is read or written behind it is
/// decided again, record by record and field by field, by the same policy.
package enum RouteRule: Hashable, Sendable {
    /// Nobody asks who it is: health, style sheets, the quick exit.
    case anybody
    /// The way in and its steps: the visitor is looked up where they bring a session, and may be nobody yet.
    case arriving
    /// Whoever acts through a post, whatever it is: their own sessions, their own password.
    case signedIn
    /// Those whose function a row of the policy lets do this with something of these matters, for at least one of these
    /// purposes. A row for the public lets in whoever is not signed in.
    case granted(Action, on: Set<Matter> = Set(Matter.allCases), for: Set<Purpose>)
}

extension RouteRule {
    /// Whether it rests on rows of the policy.
    var isGranted: Bool { if case .granted = self { true } else { false } }
}

extension RouteRule: CustomStringConvertible {
    /// As docs/reference/routes.md says it.
    package var description: String {
        switch self {
        case .anybody: "anybody"
        case .arriving: "whoever arrives"
        case .signedIn: "signed in"
        case .granted(let action, let matters, let purposes):
            "\(action.rawValue)\(RouteRule.words(matters)) for "
                + purposes.map(\.rawValue).sorted().joined(separator: " or ")
        }
    }

    private static func words(_ matters: Set<Matter>) -> String {
        matters.count == Matter.allCases.count
            ? "" : " on \(matters.map(\.rawValue).sorted().joined(separator: ", "))"
    }
}
