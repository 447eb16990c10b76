import Access
import Ledger
import HTTPTypes
import Mechanisms
import Registry

/// Looking for a person by name, number or address. What is looked for stands in the body: addresses are logged and
/// remembered by browsers and proxies, bodies are not.
struct SearchOperation: Sendable {
    let registry: Registry

    /// In characters; no name is longer.
    private static let longest = 200

    private var mechanisms: [Mechanism] { registry.book.mechanisms.filter { !$0.identityFields.isEmpty } }

    var all: [Operation] {
        guard let rule = APIRoutes.rule(.search, on: .victims, registry.policy) else { return [] }
        return [
            Operation(
                "search", tag: "search", "/search", .post, rule: rule, body: .json(limit: 16 << 10),
                summary: "Look for records by what identifies a person", parameters: [APIRoutes.purpose],
                requestSchemas: [("application/json", requestSchema)],
                outcomes: [.init(200, "Those that match every value and that one may see.", answerSchema)],
                problems: [422]
            ) { exchange in
                let wish = try wish(exchange)
                let asking = exchange.asking
                let found = try await Waiting.run {
                    let found = try registry.search(wish.mechanism, for: wish.values, wish.closeness, asking)
                    let marks = try HandlingMarks(of: registry, on: registry.today, asking)
                    return Found(
                        rows: found.rows.map { RecordJSON.json($0, under: marks) }, isWhole: found.isWhole)
                }
                return .json(
                    .members([
                        "mechanism": .text(wish.mechanism), "records": .array(found.rows),
                        "isWhole": .boolean(found.isWhole),
                    ]))
            }
        ]
    }

    private struct Found: Sendable {
        let rows: [JSON]
        let isWhole: Bool
    }

    private struct Wish: Sendable {
        var mechanism = ""
        var values: [String: String] = [:]
        var closeness = Closeness.folded
    }

    private func wish(_ exchange: Exchange) throws -> Wish {
        var wish = Wish()
        var findings: [RequestFinding] = []
        func wrong(_ kind: RequestFinding.Kind, _ pointer: String, _ detail: String) {
            findings.append(RequestFinding(kind: kind, place: .body(pointer), detail: detail))
        }
        guard case .json(.object(let members)) = exchange.body else {
            wrong(.wrongKind, "", "It must be an object.")
            throw exchange.problem(of: findings) ?? exchange.problem(.conflict)
        }
        for member in members {
            switch (member.name, member.value) {
            case ("mechanism", .text(let name)) where mechanisms.contains { $0.name == name }: wish.mechanism = name
            case ("mechanism", _):
                wrong(.wrongKind, "/mechanism", "It must be one of \(mechanisms.map(\.name).joined(separator: ", ")).")
            case ("closeness", .text(let word)):
                if let closeness = Closeness(rawValue: word) {
                    wish.closeness = closeness
                } else {
                    wrong(.wrongKind, "/closeness", "It must be one of \(words.joined(separator: ", ")).")
                }
            case ("closeness", _): wrong(.wrongKind, "/closeness", "It must be a text.")
            case ("values", .object(let values)): wish.values = read(values, &findings)
            case ("values", _): wrong(.wrongKind, "/values", "It must be an object.")
            default: wrong(.unknownMember, "", "There are: mechanism, values, closeness.")
            }
        }
        for name in ["mechanism", "values"] where !members.contains(where: { $0.name == name }) {
            wrong(.missing, "/\(name)", "It must be there.")
        }
        if let problem = exchange.problem(of: findings) { throw problem }
        return wish
    }

    private func read(_ values: [JSON.Member], _ findings: inout [RequestFinding]) -> [String: String] {
        var read: [String: String] = [:]
        let known = Set(mechanisms.flatMap(\.identityFields))
        for member in values {
            let isKnown = known.contains(member.name)
            if isKnown, case .text(let text) = member.value, ValueKind.text(longest: Self.longest).reads(text) {
                read[member.name] = text
                continue
            }
            findings.append(
                RequestFinding(
                    kind: isKnown ? .unreadableText : .unknownMember,
                    place: .body(isKnown ? "/values/\(member.name)" : "/values"),
                    detail: isKnown
                        ? "It must be a text of 1 to \(Self.longest) characters on one line."
                        : "There are: \(known.sorted().joined(separator: ", "))."))
        }
        if values.isEmpty {
            findings.append(
                RequestFinding(kind: .missing, place: .body("/values"), detail: "It must name at least one field."))
        }
        return read
    }

    private var words: [String] { Closeness.allCases.map(\.rawValue) }

    private var requestSchema: JSON {
        let text = ValueKind.text(longest: Self.longest).schema
        let wishes = mechanisms.map { mechanism in
            let names = mechanism.fields.map(\.name).filter(mechanism.identityFields.contains)
            return JSON.members([
                "type": "object", "required": .array(["mechanism", "values"]),
                "properties": .members([
                    "mechanism": .members(["const": .text(mechanism.name)]), "closeness": APISchemas.words(words),
                    "values": .members([
                        "type": "object", "minProperties": .number(1),
                        "properties": .object(names.map { APISchemas.named($0, text) }),
                        "additionalProperties": .boolean(false),
                    ]),
                ]), "additionalProperties": .boolean(false),
            ])
        }
        return wishes.count == 1 ? wishes[0] : .members(["oneOf": .array(wishes)])
    }

    private var answerSchema: JSON {
        let rows = mechanisms.map { APISchemas.reference($0.name) }
        return APISchemas.object([
            ("mechanism", APISchemas.words(mechanisms.map(\.name))),
            ("records", APISchemas.list(rows.count == 1 ? rows[0] : .members(["oneOf": .array(rows)]))),
            ("isWhole", .members(["type": "boolean"])),
        ])
    }
}
