import HTTPTypes
import Mechanisms

/// One operation of the interface: the route that answers it and the description of it are made from this one value, so
/// that neither can say what the other does not.
struct Operation: Sendable {
    /// Something that an operation may answer besides problems.
    struct Outcome: Sendable {
        let status: Int
        let description: String
        /// Nil for an answer without a body.
        let schema: JSON?
        let type: String
        /// Header fields by name, with what they say.
        let headers: [(name: String, description: String)]

        init(
            _ status: Int, _ description: String, _ schema: JSON? = nil, type: String = "application/json",
            headers: [(name: String, description: String)] = []
        ) {
            self.status = status
            self.description = description
            self.schema = schema
            self.type = type
            self.headers = headers
        }
    }

    /// Unique; `person.read`.
    let name: String
    /// Under which heading of the description it stands.
    let tag: String
    /// Of which mechanism it is; nil where it is of none.
    let mechanism: String?
    let method: HTTPRequest.Method
    /// As a route has it, without ``APIRoutes/root``.
    let path: String
    let rule: RouteRule
    let body: BodyRule
    let summary: String
    let parameters: [Parameter]
    /// Of the body, by media type; empty where it has none.
    let requestSchemas: [(type: String, schema: JSON)]
    let outcomes: [Outcome]
    /// Statuses of problems that it may answer, besides those of every operation.
    let problems: [Int]
    let export: Export?
    let handler: Route.Handler

    init(
        _ name: String, tag: String, of mechanism: String? = nil, _ path: String, _ method: HTTPRequest.Method = .get,
        rule: RouteRule, body: BodyRule = .none, summary: String, parameters: [Parameter] = [],
        requestSchemas: [(type: String, schema: JSON)] = [], outcomes: [Outcome], problems: [Int] = [],
        giving export: Export? = nil, handler: @escaping Route.Handler
    ) {
        self.name = name
        self.tag = tag
        self.mechanism = mechanism
        self.method = method
        self.path = path
        self.rule = rule
        self.body = body
        self.summary = summary
        self.parameters = parameters
        self.requestSchemas = requestSchemas
        self.outcomes = outcomes
        self.problems = problems
        self.export = export
        self.handler = handler
    }

    /// The route: what the description says of parameters is checked before the handler is asked.
    var route: Route {
        Route(method, APIRoutes.root + path, rule: rule, body: body, voice: .interface, giving: export) { exchange in
            try exchange.checkScope(rule, mechanism)
            try check(exchange)
            return try await handler(exchange)
        }
    }

    private func check(_ exchange: Exchange) throws {
        let known = Set(parameters.lazy.filter { $0.place == .query }.map(\.name))
        let unknown = Set(exchange.query.all.map(\.name)).subtracting(known).sorted().map { name in
            // The name is the writer's own text: only one that could be a parameter's is named.
            RequestFinding(
                kind: .unknownParameter, place: .query(name.isParameterName ? name : "?"),
                detail: known.isEmpty
                    ? "This address takes none." : "There are: \(known.sorted().joined(separator: ", ")).")
        }
        let findings = unknown + parameters.flatMap { $0.findings(in: exchange) }
        if let problem = exchange.problem(of: findings) { throw problem }
    }
}

extension String {
    /// Small letters, digits, full stops and hyphens only, at most 60.
    fileprivate var isParameterName: Bool {
        utf8.count <= 60
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
