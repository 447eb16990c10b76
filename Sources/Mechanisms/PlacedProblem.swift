import Vocabulary

/// Something wrong at a mechanism or one of its fields; never quotes a value, since a value may be a name.
package struct PlacedProblem<Kind>: CodedFailure, Hashable
where Kind: RawRepresentable & Hashable & Sendable, Kind.RawValue == String {
    package let kind: Kind
    package let mechanism: String
    package let field: String?
    package let detail: String

    package init(_ kind: Kind, mechanism: String, field: String? = nil, _ detail: String) {
        self.kind = kind
        self.mechanism = mechanism
        self.field = field
        self.detail = detail
    }

    package var code: String { kind.rawValue }

    package var message: String {
        let place = field.map { "“\(mechanism)”, field “\($0)”" } ?? "“\(mechanism)”"
        return "\(place): \(detail)\(detail.hasSuffix(".") ? "" : ".")"
    }
}
