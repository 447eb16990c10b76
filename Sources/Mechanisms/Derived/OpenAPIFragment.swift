import Access
import Vocabulary

/// The part of the API description that one mechanism gives: schemas of the record and of each step (OpenAPI 3.1).
///
/// The fragment is made from the book, so that it cannot drift from it.
extension Book {
    /// `components.schemas` members by name, in the order of the book; nil for an unknown mechanism.
    package func openAPIFragment(for name: String) -> JSON? {
        mechanism(name).map { mechanism in
            let record = JSON.Member(name: mechanism.name, value: recordSchema(mechanism))
            let steps = mechanism.transitions.map { step in
                JSON.Member(name: "\(mechanism.name).\(step.name)", value: stepSchema(mechanism, step))
            }
            return .members(["components": .members(["schemas": .object([record] + steps)])])
        }
    }

    private func recordSchema(_ mechanism: Mechanism) -> JSON {
        let names = JSON.members([
            "type": "array",
            "items": .members(["type": "string", "enum": .array(mechanism.fields.map { .text($0.name) })]),
        ])
        let members: [(String, JSON)] = [
            ("mechanism", .members(["const": .text(mechanism.name)])), ("record", Book.recordSchema),
            ("version", .members(["type": "integer", "minimum": .number(1)])),
            ("state", .members(["type": "string", "enum": .array(mechanism.states.map(JSON.text))])),
            ("effective", Book.periodSchema), ("isClosed", .members(["type": "boolean"])),
            ("owner", .members(["oneOf": .array([Book.recordSchema, .members(["type": "null"])])])),
            ("relations", words(Relation.allCases.map(\.rawValue))), ("rule", .members(["type": "string"])),
            ("marking", .members(["type": "string", "enum": .array(Marking.allCases.map { .text($0.rawValue) })])),
            ("markedUntil", .members(["oneOf": .array([Book.periodSchema, .members(["type": "null"])])])),
            ("fields", fieldsSchema(mechanism.fields, required: [], isWritten: false)), ("withheld", names),
            ("erased", names),
        ]
        return .members([
            "type": "object", "title": .text(labels.text(TextKey.title(mechanism.name), in: "en")),
            "required": .array(members.map { .text($0.0) }),
            "properties": .object(members.map { JSON.Member(name: $0.0, value: $0.1) }),
            "additionalProperties": .boolean(false),
        ])
    }

    private func stepSchema(_ mechanism: Mechanism, _ step: Transition) -> JSON {
        let required = step.opensRecord ? mechanism.fields.filter(\.isRequired).map(\.name) : []
        let openings = mechanism.transitions.filter(\.opensRecord)
        var members = [
            JSON.Member(name: "effective", value: Book.periodSchema),
            JSON.Member(name: "reason", value: Book.textSchema),
            JSON.Member(
                name: "fields",
                value: fieldsSchema(mechanism.fields(changedBy: step), required: required, isWritten: true)),
        ]
        var demanded = ["effective"] + (required.isEmpty ? [] : ["fields"])
        if step.opensRecord {
            members.insert(JSON.Member(name: "transition", value: .members(["const": .text(step.name)])), at: 0)
            if openings.count > 1 { demanded.insert("transition", at: 0) }
        }
        return .members([
            "type": "object", "title": .text(labels.text(TextKey.transition(mechanism.name, step.name), in: "en")),
            "required": .array(demanded.map(JSON.text)), "properties": .object(members),
            "additionalProperties": .boolean(false),
        ])
    }

    private func fieldsSchema(_ fields: [Field], required: [String], isWritten: Bool) -> JSON {
        .members([
            "type": "object", "required": .array(required.map(JSON.text)),
            "properties": .object(
                fields.map { JSON.Member(name: $0.name, value: schema(of: $0, isWritten: isWritten)) }),
            "additionalProperties": .boolean(false),
        ])
    }

    private static let periodSchema = JSON.members(["type": "string", "pattern": .text(SpellingPattern.period)])
    private static let recordSchema = JSON.members(["type": "string", "pattern": .text(SpellingPattern.record)])
    private static let textSchema = JSON.members([
        "type": "string", "minLength": .number(1), "maxLength": .number(20_000),
        "pattern": .text(SpellingPattern.text),
    ])

    private func words(_ words: [String]) -> JSON {
        .members([
            "type": "array", "items": .members(["type": "string", "enum": .array(words.map(JSON.text))]),
        ])
    }

    /// - Parameter isWritten: Whether a new value is described: retired codes are for old records only, and what old
    ///   records hold was checked by the rules of its day.
    private func schema(of field: Field, isWritten: Bool) -> JSON {
        func codes(_ list: String) -> JSON {
            let known = codeLists[list]?.codes.filter { !isWritten || !$0.isRetired } ?? []
            return .members(["type": "string", "enum": .array(known.map { .text($0.id) })])
        }
        func several(_ item: JSON) -> JSON {
            .members(["type": "array", "items": item, "uniqueItems": .boolean(true)])
        }
        return switch field.kind {
        case .text: isWritten ? Book.textSchema : .members(["type": "string"])
        case .code(let list): codes(list)
        case .codes(let list): several(codes(list))
        case .period: Book.periodSchema
        case .integer(let range):
            .members([
                "type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
            ])
        case .boolean: .members(["type": "boolean"])
        case .link: Book.recordSchema
        case .links: several(Book.recordSchema)
        }
    }
}
