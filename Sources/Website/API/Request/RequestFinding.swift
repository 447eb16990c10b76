import Mechanisms

/// One thing in a request that is not as the description of the interface has it. All of them are told; what was sent is
/// never quoted, since it may be a name.
struct RequestFinding: Hashable, Sendable {
    enum Kind: String, Sendable, CaseIterable {
        /// W301: a query parameter that the address does not have, or one that comes twice and may come once.
        case unknownParameter = "W301"
        /// W302: a parameter or header field whose value is not spelled as the description says.
        case unreadableParameter = "W302"
        /// W303: a parameter, header field or member that must be there.
        case missing = "W303"
        /// W304: a member that the body does not have.
        case unknownMember = "W304"
        /// W305: a value of another kind than the member's.
        case wrongKind = "W305"
        /// W306: a text that is empty, too long, or holds control characters.
        case unreadableText = "W306"
    }

    enum Place: Hashable, Sendable {
        case query(String)
        case header(String)
        /// A JSON Pointer, RFC 6901.
        case body(String)
    }

    let kind: Kind
    let place: Place
    /// What to do; no value in it.
    let detail: String

    var json: JSON {
        let placed: [JSON.Member] =
            switch place {
            case .query(let name): [member("in", "query"), member("name", name)]
            case .header(let name): [member("in", "header"), member("name", name)]
            case .body(let pointer): [member("in", "body"), member("pointer", pointer)]
            }
        return .object([member("code", kind.rawValue)] + placed + [member("detail", detail)])
    }

    private func member(_ name: String, _ text: String) -> JSON.Member { JSON.Member(name: name, value: .text(text)) }
}

extension String {
    /// As a part of a JSON Pointer.
    var asPointerPart: String {
        split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
}

extension RequestFinding {
    /// A finding as the failure of a `Result`.
    struct Failure: Error {
        let finding: RequestFinding
    }
}
