package import Mechanisms

/// What a source description may speak of: the book of mechanisms, as far as this room needs to know it.
package protocol KnownMechanisms: Sendable {
    var mechanismNames: [String] { get }
    /// Names of the transitions that open a record; empty for a mechanism that it does not know.
    func openings(of mechanism: String) -> [String]
    /// Fields of a mechanism; empty for one that it does not know.
    func fields(of mechanism: String) -> [KnownField]
    /// Codes of a list; nil for a list that it does not know.
    func codes(of list: String) -> [String]?
    /// The pairs of the mapping `from--to` between two code lists; nil for one that it does not know.
    func mapping(_ name: String) -> [String: String]?
}

/// A field, as far as this room needs to know it.
package struct KnownField: Sendable, Equatable {
    package typealias Kind = Field.Kind

    package let name: String
    package let kind: Kind
    /// Whether it names the person: its values never stand in a message.
    package let isIdentity: Bool
    /// Whether the record cannot be opened without it.
    package let isRequired: Bool

    package init(_ name: String, _ kind: Kind, isIdentity: Bool = false, isRequired: Bool = false) {
        self.name = name
        self.kind = kind
        self.isIdentity = isIdentity
        self.isRequired = isRequired
    }
}
