import Access
import Mechanisms

/// How the fields of a mechanism are grouped on a page: by what they are, so that every mechanism reads alike.
enum FieldSection: String, Sendable, CaseIterable {
    /// What names the person.
    case identity
    /// What happened and how it was decided.
    case facts
    case dates
    /// Records that it belongs with.
    case links
    /// What a country added.
    case national

    init(_ field: Field) {
        if field.isNational {
            self = .national
        } else if field.sensitivity == .identity {
            self = .identity
        } else {
            switch field.kind {
            case .period: self = .dates
            case .link, .links: self = .links
            case .text, .code, .codes, .integer, .boolean: self = .facts
            }
        }
    }
}
