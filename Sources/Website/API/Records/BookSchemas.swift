import Mechanisms

/// Schemas of the book's own addresses.
extension BookOperations {
    private var text: JSON { .members(["type": "string"]) }
    private var answer: JSON { .members(["type": "boolean"]) }
    private var texts: JSON { APISchemas.list(text) }
    private var textOrNone: JSON { APISchemas.orNull(["type": "string"]) }

    var mechanismsSchema: JSON {
        APISchemas.object([
            (
                "mechanisms",
                APISchemas.list(APISchemas.object([("name", text), ("title", text), ("chapter", text)]))
            )
        ])
    }

    var mechanismSchema: JSON {
        APISchemas.object([
            ("name", text), ("title", text), ("chapter", text),
            (
                "fields",
                APISchemas.list(
                    APISchemas.object([
                        ("name", text), ("label", text), ("kind", text), ("codeList", textOrNone),
                        ("links", textOrNone), ("sensitivity", text), ("isRequired", answer), ("isFilter", answer),
                    ]))
            ),
            (
                "states",
                APISchemas.list(APISchemas.object([("name", text), ("label", text), ("isClosed", answer)]))
            ),
            (
                "steps",
                APISchemas.list(
                    APISchemas.object([
                        ("name", text), ("label", text), ("from", texts), ("to", text), ("by", texts),
                        ("isTakenByRegister", answer), ("needs", texts), ("required", texts),
                    ]))
            ),
        ])
    }

    var listsSchema: JSON {
        APISchemas.object([
            (
                "codelists",
                APISchemas.list(APISchemas.object([("name", text), ("version", text), ("source", text)]))
            )
        ])
    }

    var listSchema: JSON {
        APISchemas.object([
            ("name", text), ("version", text), ("source", text),
            (
                "codes",
                APISchemas.list(
                    APISchemas.object([
                        ("code", text), ("label", text), ("parent", textOrNone), ("isNational", answer),
                        ("isRetired", answer),
                    ]))
            ),
        ])
    }
}
