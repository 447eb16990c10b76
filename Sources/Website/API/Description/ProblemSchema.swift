import Mechanisms

/// Schemas of what is told when something is not done, RFC 9457.
enum ProblemSchema {
    private static let finding = JSON.members([
        "type": "object", "required": .array(["code", "in", "detail"]),
        "properties": .members([
            "code": .members(["type": "string"]), "in": APISchemas.words(["query", "header", "body"]),
            "name": .members(["type": "string"]),
            "pointer": .members(["type": "string", "description": "A JSON Pointer into the body."]),
            "detail": .members(["type": "string"]),
        ]), "additionalProperties": .boolean(false),
    ])

    private static let members: KeyValuePairs<String, JSON> = [
        "type": .members(["type": "string", "description": "A page that explains the code."]),
        "title": .members(["type": "string"]), "status": .members(["type": "integer"]),
        "detail": .members(["type": "string"]),
        "code": .members(["type": "string", "pattern": "^[A-Z][0-9]{3}$"]),
        "problems": APISchemas.list(finding),
    ]

    static let problem = JSON.members([
        "type": "object", "required": .array(["type", "title", "status", "detail", "code"]),
        "properties": .members(members),
    ])

    /// What is there beside what was wanted.
    static let conflict = JSON.members([
        "allOf": .array([APISchemas.reference("Problem")]), "required": .array(["present", "wanted"]),
        "properties": .members([
            "present": .members(["type": "object", "description": "The record as it is now, as one may see it."]),
            "wanted": .members(["type": "object", "description": "What was sent."]),
        ]),
    ])
}
