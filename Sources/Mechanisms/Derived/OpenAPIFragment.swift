import Vocabulary

/// The part of the API description that one mechanism gives: schemas of the record and of each step (OpenAPI 3.1).
///
/// The API itself is not served yet; the fragment is made and checked so that it cannot drift from the book.
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
        .members([
            "type": .text("object"),
            "title": .text(labels.text(TextKey.title(mechanism.name), in: "en")),
            "required": .array(["record", "version", "state", "fields"].map(JSON.text)),
            "properties": .members([
                "record": .members(["type": .text("string"), "format": .text("uuid")]),
                "version": .members(["type": .text("integer"), "minimum": .number(1)]),
                "state": .members(["type": .text("string"), "enum": .array(mechanism.states.map(JSON.text))]),
                "fields": fieldsSchema(mechanism, required: []),
            ]),
        ])
    }

    private func stepSchema(_ mechanism: Mechanism, _ step: Transition) -> JSON {
        let required = step.opensRecord ? mechanism.fields.filter(\.isRequired).map(\.name) : []
        return .members([
            "type": .text("object"),
            "title": .text(labels.text(TextKey.transition(mechanism.name, step.name), in: "en")),
            "required": .array((step.opensRecord ? ["effective", "fields"] : ["effective"]).map(JSON.text)),
            "properties": .members([
                "effective": Book.periodSchema,
                "reason": .members(["type": .text("string")]),
                "fields": fieldsSchema(mechanism, required: required),
            ]),
            "additionalProperties": .boolean(false),
        ])
    }

    private func fieldsSchema(_ mechanism: Mechanism, required: [String]) -> JSON {
        .members([
            "type": .text("object"),
            "required": .array(required.map(JSON.text)),
            "properties": .object(
                mechanism.fields.map { JSON.Member(name: $0.name, value: schema(of: $0)) }),
            "additionalProperties": .boolean(false),
        ])
    }

    private static let periodSchema = JSON.members([
        "type": .text("string"),
        "pattern": .text("^[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$"),
    ])

    private func schema(of field: Field) -> JSON {
        let identifier = JSON.members(["type": .text("string"), "format": .text("uuid")])
        func codes(_ list: String) -> JSON {
            .members([
                "type": .text("string"),
                "enum": .array(codeLists[list]?.codes.map { .text($0.id) } ?? []),
            ])
        }
        func several(_ item: JSON) -> JSON {
            .members(["type": .text("array"), "items": item, "uniqueItems": .boolean(true)])
        }
        return switch field.kind {
        case .text: .members(["type": .text("string"), "minLength": .number(1)])
        case .code(let list): codes(list)
        case .codes(let list): several(codes(list))
        case .period: Book.periodSchema
        case .integer(let range):
            .members([
                "type": .text("integer"), "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
            ])
        case .boolean: .members(["type": .text("boolean")])
        case .link: identifier
        case .links: several(identifier)
        }
    }
}
