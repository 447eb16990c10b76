import Mechanisms

/// A part of an address, a query parameter or a header field that an operation reads: described and checked by the
/// same value.
struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query, header }

    let name: String
    let place: Place
    let kind: ValueKind
    let isRequired: Bool
    /// Whether it may come several times; any of its values is meant.
    let isRepeated: Bool
    let description: String

    /// A part of the path.
    static func path(_ name: String, _ kind: ValueKind, _ description: String) -> Parameter {
        Parameter(
            name: name, place: .path, kind: kind, isRequired: true, isRepeated: false, description: description)
    }

    static func query(
        _ name: String, _ kind: ValueKind, isRepeated: Bool = false, _ description: String
    ) -> Parameter {
        Parameter(
            name: name, place: .query, kind: kind, isRequired: false, isRepeated: isRepeated, description: description)
    }

    static func header(
        _ name: String, _ kind: ValueKind, isRequired: Bool = false, _ description: String
    ) -> Parameter {
        Parameter(
            name: name, place: .header, kind: kind, isRequired: isRequired, isRepeated: false,
            description: description)
    }

    /// As OpenAPI 3.1 has it.
    var json: JSON {
        let schema: JSON =
            isRepeated
            ? .members(["type": "array", "items": kind.schema, "minItems": .number(1), "maxItems": .number(50)])
            : kind.schema
        return .members([
            "name": .text(name), "in": .text(place.rawValue), "required": .boolean(isRequired),
            "description": .text(description), "schema": schema,
        ])
    }

    /// What is wrong with what came in its place. Parts of a path have none: a record id that is none is not found.
    func findings(in exchange: Exchange) -> [RequestFinding] {
        switch place {
        case .path: return []
        case .query:
            let values = exchange.query.values(of: name)
            var findings = values.filter { !kind.reads($0) }.map { _ in unreadable(.query(name)) }
            if !isRepeated, values.count > 1 {
                findings.append(.init(kind: .unknownParameter, place: .query(name), detail: "It may come once only."))
            }
            if values.count > 50 {
                findings.append(.init(kind: .unknownParameter, place: .query(name), detail: "It may come 50 times."))
            }
            return findings
        case .header:
            guard let value = exchange.header(name) else {
                return isRequired && name != "If-Match"
                    ? [.init(kind: .missing, place: .header(name), detail: "It must be \(kind.expected).")] : []
            }
            return kind.reads(value) ? [] : [unreadable(.header(name))]
        }
    }

    private func unreadable(_ place: RequestFinding.Place) -> RequestFinding {
        .init(kind: .unreadableParameter, place: place, detail: "It must be \(kind.expected).")
    }
}
