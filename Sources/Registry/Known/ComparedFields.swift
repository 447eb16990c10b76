package import Linkage
package import Mechanisms

/// What of a person is compared with other persons, and as what: for proposals and for “is this person already known?”.
package enum ComparedFields {
    /// One field of a person.
    package struct Compared: Sendable {
        package let field: String
        package let role: Role
        /// How it is compared where the records at hand are too few to show how it is written.
        let kind: FieldKind

        init(_ field: String, _ role: Role, _ kind: FieldKind) {
            (self.field, self.role, self.kind) = (field, role, kind)
        }
    }

    /// In a fixed order.
    package static let all: [Compared] = [
        Compared("given-name", .given, .name), Compared("family-name", .family, .name),
        Compared("other-names", .other, .text), Compared("birth-date", .birth, .date),
        Compared("identity-number", .document, .code), Compared("phone", .phone, .code),
        Compared("email", .other, .address), Compared("address", .address, .text),
        Compared("sex", .sex, .category), Compared("citizenships", .nationality, .category),
    ]

    /// Of a person whose date of birth is not known.
    private static let year = "birth-year"

    /// The fields that have to be read.
    static let names = Set(all.map(\.field) + [year])

    /// The texts of a person's fields in the order of ``all``; empty where nothing is said.
    package static func texts(_ value: (String) -> FieldValue?) -> [String] {
        all.map { compared in
            switch value(compared.field) ?? (compared.role == .birth ? value(year) : nil) {
            case .text(let text)?: text
            case .integer(let year)?: String(year)
            case .code(let code)?: said(code)
            // One citizenship is compared; several persons share no order of them.
            case .codes(let codes)?: said(codes.sorted().first ?? "")
            default: ""
            }
        }
    }

    /// Whether texts in the order of ``all`` name anybody: a sex, a citizenship and a date of birth alone do not.
    package static func nameSomebody(_ texts: [String]) -> Bool {
        zip(all, texts).contains { ![.sex, .nationality, .birth].contains($0.role) && !$1.allSatisfy(\.isWhitespace) }
    }

    /// A table of all fields, whether anybody has them or not: what comes later may.
    ///
    /// - Parameter samples: Some rows, which show how dates are written.
    static func builder(samples: [[String]]) throws(LinkageFailure) -> TableBuilder {
        let header = all.map(\.field)
        let comparisons = Dictionary(
            all.map { ($0.field, FieldComparison(kind: $0.kind)) }, uniquingKeysWith: { first, _ in first })
        var builder = try TableBuilder(
            ColumnRoles(all.map { ($0.role, $0.field) }), header: header, samples: samples,
            comparisons: comparisons)
        try builder.beginSource(header: header)
        return builder
    }

    /// What nobody knows is no likeness.
    private static func said(_ code: String) -> String { ["unknown", "not-reported"].contains(code) ? "" : code }
}
