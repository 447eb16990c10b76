import Access
import Mechanisms
import Vocabulary

/// Schemas of the interface that the book's own fragments do not hold.
enum APISchemas {
    static func reference(_ name: String) -> JSON { .members(["$ref": .text("#/components/schemas/\(name)")]) }

    static func page(of mechanism: String) -> JSON {
        object([
            ("mechanism", .members(["const": .text(mechanism)])), ("total", reference("Total")),
            ("records", list(reference(mechanism))), ("next", orNull(["type": "string"])),
        ])
    }

    static func opening(of mechanism: String, _ openings: [String]) -> JSON {
        let schemas = openings.map { name in
            JSON.members([
                "allOf": .array([reference("\(mechanism).\(name)")])
            ])
        }
        return schemas.count == 1 ? schemas[0] : .members(["oneOf": .array(schemas)])
    }

    static let written = reference("Written")
    static let links = object([("names", list(reference("Link"))), ("namedBy", list(reference("Link")))])

    static func offers(of mechanism: Mechanism) -> JSON {
        let steps = mechanism.transitions.filter { !$0.opensRecord }
        let states = words(mechanism.states)
        let obstacle = JSON.members([
            "type": "object", "required": .array(["code"]),
            "properties": .members(["code": words(["policy", "function", "state"]), "states": list(states)]),
            "additionalProperties": .boolean(false),
        ])
        return object([
            (
                "steps",
                list(
                    object([
                        ("transition", words(steps.map(\.name))), ("to", states),
                        ("isOpen", .members(["type": "boolean"])), ("obstacles", list(obstacle)),
                    ]))
            )
        ])
    }

    static func history(of mechanism: Mechanism) -> JSON {
        let common: [(String, JSON)] = [
            ("sequence", whole), ("recordedAt", reference("Timestamp")), ("function", .members(["type": "string"])),
            ("organisation", orNull(["type": "string"])), ("account", orNull(["type": "string"])),
        ]
        let names = list(.members(["type": "string"]))
        let change = object(
            common + [
                ("transition", .members(["type": "string"])), ("state", words(mechanism.states)), ("version", whole),
                ("reason", orNull(["type": "string"])), ("fields", .members(["type": "object"])), ("withheld", names),
                ("erased", names),
            ])
        let access = object(common + [("access", .members(["type": "string"]))])
        return object([("entries", list(.members(["oneOf": .array([change, access])])))])
    }

    /// Shared by all operations, by name.
    static let common: [JSON.Member] = [
        named("RecordID", .members(["type": "string", "pattern": .text(SpellingPattern.record)])),
        named(
            "Period",
            .members([
                "type": "string", "description": "A day, month, quarter or year, as precisely as is known.",
                "pattern": .text(SpellingPattern.period),
            ])),
        named("Timestamp", .members(["type": "string", "format": "date-time"])),
        named(
            "Total",
            .members([
                "type": "object",
                "description": "Counting stops at 1 000: then the count is not exact, but less than there are.",
                "required": .array(["count", "isExact"]),
                "properties": .members([
                    "count": .members(["type": "integer", "minimum": .number(0)]),
                    "isExact": .members(["type": "boolean"]),
                ]), "additionalProperties": .boolean(false),
            ])),
        named(
            "Written",
            object([
                ("mechanism", .members(["type": "string"])), ("record", reference("RecordID")), ("version", whole),
            ])),
        named(
            "Link",
            object([
                ("field", .members(["type": "string"])), ("mechanism", .members(["type": "string"])),
                ("record", reference("RecordID")), ("state", .members(["type": "string"])),
            ])),
        named("Problem", ProblemSchema.problem), named("Conflict", ProblemSchema.conflict),
    ]

    static let whole = JSON.members(["type": "integer", "minimum": .number(1)])

    static func named(_ name: String, _ schema: JSON) -> JSON.Member { JSON.Member(name: name, value: schema) }

    /// An object in which every member must be there and no other may.
    static func object(_ members: [(String, JSON)]) -> JSON {
        .members([
            "type": "object", "required": .array(members.map { .text($0.0) }),
            "properties": .object(members.map { named($0.0, $0.1) }), "additionalProperties": .boolean(false),
        ])
    }

    static func list(_ item: JSON) -> JSON { .members(["type": "array", "items": item]) }
    static func words(_ words: [String]) -> JSON {
        .members(["type": "string", "enum": .array(words.map(JSON.text))])
    }

    static func orNull(_ schema: KeyValuePairs<String, JSON>) -> JSON {
        .members(["oneOf": .array([.members(schema), .members(["type": "null"])])])
    }
}
