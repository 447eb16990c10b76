import HTTPTypes
import Mechanisms

/// The description of the interface, OpenAPI 3.1: made from the operations that answer and from the book.
struct APIDescription {
    let operations: [Operation]
    let book: Book

    var json: JSON {
        .members([
            "openapi": "3.1.0",
            "info": .members([
                "title": "Rapporteur", "version": "1",
                "license": .members(["name": "Apache-2.0", "identifier": "Apache-2.0"]),
                "description": """
                Records of a register, as far as the function of the one who asks may see and change them. Everything is \
                written down, readings too. Sign in with a token: Authorization: Bearer. Failures are told as RFC 9457 \
                has it; their codes never change.
                """,
            ]),
            "servers": .array([.members(["url": .text(APIRoutes.root)])]),
            "security": .array([.members(["token": .array([])])]),
            "tags": .array(tags), "paths": .object(paths),
            "components": .members([
                "securitySchemes": .members(["token": .members(["type": "http", "scheme": "bearer"])]),
                "schemas": .object(APISchemas.common + fragments),
                "responses": .members(["Problem": problem]),
            ]),
        ])
    }

    private var tags: [JSON] {
        var seen: Set<String> = []
        return operations.map(\.tag).filter { seen.insert($0).inserted }.map { name in
            let title = book.mechanism(name).map { book.labels.text(TextKey.title($0.name), in: "en") }
            return .members(["name": .text(name), "description": .text(title ?? name)])
        }
    }

    private var fragments: [JSON.Member] {
        book.mechanisms.flatMap { mechanism -> [JSON.Member] in
            guard case .object(let schemas)? = book.openAPIFragment(for: mechanism.name)?["components"]?["schemas"]
            else { return [] }
            return schemas
        }
    }

    private var paths: [JSON.Member] {
        var order: [String] = []
        var methods: [String: [JSON.Member]] = [:]
        for operation in operations {
            if methods[operation.path] == nil { order.append(operation.path) }
            methods[operation.path, default: []].append(
                JSON.Member(name: operation.method.rawValue.lowercased(), value: describe(operation)))
        }
        return order.map { JSON.Member(name: $0, value: .object(methods[$0] ?? [])) }
    }

    private func describe(_ operation: Operation) -> JSON {
        var members: [JSON.Member] = [
            named("operationId", .text(operation.name)), named("tags", .array([.text(operation.tag)])),
            named("summary", .text(operation.summary)),
            named("description", .text("For: \(operation.rule.description).")),
        ]
        if operation.rule == .anybody { members.append(named("security", .array([]))) }
        if !operation.parameters.isEmpty {
            members.append(named("parameters", .array(operation.parameters.map(\.json))))
        }
        if !operation.requestSchemas.isEmpty {
            let content = operation.requestSchemas.map { named($0.type, .members(["schema": $0.schema])) }
            members.append(
                named("requestBody", .members(["required": .boolean(true), "content": .object(content)])))
        }
        members.append(named("responses", .object(responses(of: operation))))
        return .object(members)
    }

    private func responses(of operation: Operation) -> [JSON.Member] {
        let told = operation.outcomes.map { outcome -> JSON.Member in
            var members = [named("description", .text(outcome.description))]
            if !outcome.headers.isEmpty {
                let headers = outcome.headers.map { header in
                    named(
                        header.name,
                        .members([
                            "description": .text(header.description), "schema": .members(["type": "string"]),
                        ]))
                }
                members.append(named("headers", .object(headers)))
            }
            if let schema = outcome.schema {
                members.append(
                    named("content", .object([named(outcome.type, .members(["schema": schema]))])))
            }
            return named(String(outcome.status), .object(members))
        }
        let problems = problems(of: operation).map { status -> JSON.Member in
            named(String(status), status == 412 ? conflict : .members(["$ref": "#/components/responses/Problem"]))
        }
        return told + problems
    }

    /// Statuses that every such operation may answer, with its own.
    private func problems(of operation: Operation) -> [Int] {
        var statuses: Set<Int> = [400, 404, 414, 429, 500, 503]
        statuses.formUnion(operation.problems)
        if operation.rule != .anybody { statuses.formUnion([401, 403]) }
        if operation.body != .none { statuses.formUnion([408, 413, 415, 507]) }
        return statuses.sorted()
    }

    private var problem: JSON {
        .members([
            "description": "Not done; the code says why, and problems names every place.",
            "content": .object([
                named("application/problem+json", .members(["schema": APISchemas.reference("Problem")]))
            ]),
        ])
    }

    private var conflict: JSON {
        .members([
            "description": "Somebody changed the record in between; both versions are told and nothing was written.",
            "content": .object([
                named("application/problem+json", .members(["schema": APISchemas.reference("Conflict")]))
            ]),
        ])
    }

    private func named(_ name: String, _ value: JSON) -> JSON.Member { JSON.Member(name: name, value: value) }
}
