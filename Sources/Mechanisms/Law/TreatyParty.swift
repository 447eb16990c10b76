/// A state or a regional organisation that may be bound by a treaty.
package enum TreatyParty: Hashable, Sendable {
    /// ISO 3166-1 alpha-2, from the list `countries`.
    case state(String)
    /// From the list `regional-organisations`.
    case organisation(String)

    package var code: String {
        switch self {
        case .state(let code), .organisation(let code): code
        }
    }

    /// The code list that names it.
    package var list: String {
        switch self {
        case .state: "countries"
        case .organisation: "regional-organisations"
        }
    }

    /// The fields of an act that say who did it; exactly one of them is filled.
    package static let fields = ["country", "organisation"]

    /// Who did an act; nil where it says nobody, or two.
    package init?(_ fields: [String: FieldValue]) {
        switch (fields["country"], fields["organisation"]) {
        case (.code(let code)?, nil): self = .state(code)
        case (nil, .code(let code)?): self = .organisation(code)
        default: return nil
        }
    }

    /// The same as a field of an act.
    package var change: (field: String, value: FieldValue) {
        switch self {
        case .state(let code): ("country", .code(code))
        case .organisation(let code): ("organisation", .code(code))
        }
    }
}
