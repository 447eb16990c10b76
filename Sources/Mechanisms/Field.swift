package import Access

/// One field of a mechanism, as the book declares it.
package struct Field: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text
        /// One code of the named list.
        case code(list: String)
        /// Any number of codes of the named list, none twice.
        case codes(list: String)
        /// A day, month, quarter or year, as precisely as is known.
        case period
        case integer(ClosedRange<Int>)
        case boolean
        /// One record of the named mechanism.
        case link(to: String)
        /// Any number of records of the named mechanism, none twice.
        case links(to: String)
    }

    package let name: String
    package let kind: Kind
    package let sensitivity: Sensitivity
    /// Whether the record cannot be opened without it; conditions beyond that are guards of transitions.
    package let isRequired: Bool
    /// Whether lists and searches may filter by it.
    package let isSearchable: Bool
    /// Whether a country added it.
    package let isNational: Bool

    init(
        _ name: String, _ kind: Kind, sensitivity: Sensitivity, isRequired: Bool = false, isSearchable: Bool = false,
        isNational: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.sensitivity = sensitivity
        self.isRequired = isRequired
        self.isSearchable = isSearchable
        self.isNational = isNational
    }

    /// The linked mechanism of a field that may point to a record of whatever mechanism.
    package static let anyMechanism = "any"

    /// The code list that its values are from, where they are codes.
    package var codeList: String? {
        switch kind {
        case .code(let list), .codes(let list): list
        default: nil
        }
    }

    /// The mechanism that it links to, where it links.
    package var linkedMechanism: String? {
        switch kind {
        case .link(let mechanism), .links(let mechanism): mechanism
        default: nil
        }
    }
}

/// The words in which the Catalogue declares fields.
extension Field {
    package static func text(_ name: String, _ sensitivity: Sensitivity = .open, required: Bool = false) -> Field {
        Field(name, .text, sensitivity: sensitivity, isRequired: required)
    }

    /// Names the person: sealed under the person's key, found by exact or folded name only.
    package static func identity(_ name: String) -> Field {
        Field(name, .text, sensitivity: .identity, isSearchable: true)
    }

    package static func code(
        _ name: String, list: String, _ sensitivity: Sensitivity = .open, required: Bool = false
    ) -> Field {
        Field(name, .code(list: list), sensitivity: sensitivity, isRequired: required, isSearchable: true)
    }

    package static func codes(
        _ name: String, list: String, _ sensitivity: Sensitivity = .open, required: Bool = false
    ) -> Field {
        Field(name, .codes(list: list), sensitivity: sensitivity, isRequired: required, isSearchable: true)
    }

    package static func period(_ name: String, _ sensitivity: Sensitivity = .open, required: Bool = false) -> Field {
        Field(name, .period, sensitivity: sensitivity, isRequired: required, isSearchable: true)
    }

    package static func integer(
        _ name: String, in range: ClosedRange<Int>, _ sensitivity: Sensitivity = .open, required: Bool = false
    ) -> Field {
        Field(name, .integer(range), sensitivity: sensitivity, isRequired: required)
    }

    package static func boolean(_ name: String, required: Bool = false) -> Field {
        Field(name, .boolean, sensitivity: .open, isRequired: required)
    }

    package static func link(
        _ name: String, to mechanism: String, _ sensitivity: Sensitivity = .open, required: Bool = false
    ) -> Field {
        Field(name, .link(to: mechanism), sensitivity: sensitivity, isRequired: required, isSearchable: true)
    }

    package static func links(
        _ name: String, to mechanism: String, _ sensitivity: Sensitivity = .open, required: Bool = false
    ) -> Field {
        Field(name, .links(to: mechanism), sensitivity: sensitivity, isRequired: required, isSearchable: true)
    }
}
