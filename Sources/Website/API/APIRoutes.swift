import Access
import HTTPTypes
import Mechanisms
package import Registry
import Vocabulary

// Goals, in order: (1) nothing here decides who may what: the registry does, and a route's rule is read off the policy;
// (2) the description, the checks and the routes are one list of operations; (3) what is wrong with a request is told
// wholly and quotes nothing; (4) a client that repeats itself, or comes late, does no harm.

/// The interface for programs: JSON under `/api/v1`, made from the book.
package struct APIRoutes: Sendable {
    /// Where every address of the interface begins.
    package static let root = "/api/v1"

    let operations: [Operation]
    private let description: KeptContent

    /// - Parameters:
    ///   - registry: The one way to records.
    ///   - scanner: Looks into files before anybody may read them.
    ///   - webhooks: Who tells other systems of steps; nil where nobody does.
    package init(_ registry: Registry, scanner: any VirusScanner = NoScanner(), webhooks: WebhookDispatcher? = nil) {
        let records = registry.book.mechanisms.flatMap { RecordOperations(registry: registry, mechanism: $0).all }
        let others =
            BookOperations(book: registry.book).all + SearchOperation(registry: registry).all + ProblemOperations.all
            + DocumentOperations(intake: FileIntake(registry: registry, scanner: scanner)).all
            + (webhooks.map { WebhookOperations(dispatcher: $0, registry: registry).all } ?? [])
        let described = others + records
        let text = APIDescription(operations: described, book: registry.book).json.text()
        let description = KeptContent(Array(text.utf8), type: "application/vnd.oai.openapi+json;version=3.1")
        operations = described
        self.description = description
    }

    /// The routes, each with its rule.
    package var routes: [Route] {
        let description = description
        return [
            Route(.get, APIRoutes.root + "/openapi.json", rule: .anybody, voice: .interface) { _ in
                Answer(status: 200, content: .kept(description))
            }
        ] + operations.map(\.route)
    }

    /// Whoever some row lets do this with records of a matter, for whatever purposes; nil where that is nobody.
    static func rule(_ action: Action, on matter: Matter, _ policy: Policy) -> RouteRule? {
        let purposes = policy.purposes(of: action, on: [matter])
        return purposes.isEmpty ? nil : .granted(action, on: [matter], for: purposes)
    }
}

/// Parameters and outcomes that many operations share.
extension APIRoutes {
    /// For what purpose a request is made; without it, for what the function is for.
    static let purposeField = "For-Purpose"

    static let purpose = Parameter.header(
        purposeField, .choice(Purpose.allCases.map(\.rawValue)),
        "For what this is done, where it is not what one's function is for.")
    static let record = Parameter.path("record", .record, "The record's id.")
    static let version = Parameter.header(
        "If-Match", .version, isRequired: true, "The ETag of the version that this change rests on.")

    static func key(isRequired: Bool) -> Parameter {
        .header(
            "Idempotency-Key", .key, isRequired: isRequired,
            "Made by the writer, one for each thing wanted: sent again with the same request, it gives the first "
                + "outcome again.")
    }

    static func tagged(
        _ status: Int, _ description: String, _ schema: JSON,
        headers: [(name: String, description: String)] = []
    ) -> Operation.Outcome {
        .init(
            status, description, schema,
            headers: headers + [("ETag", "The version, in quotation marks: what If-Match must name.")])
    }
}

extension Answer {
    /// The same with a link to another page of it, RFC 8288.
    func linked(_ target: String, as relation: String) -> Answer {
        HTTPField.Name("Link").map { with($0, "<\(target)>; rel=\"\(relation)\"") } ?? self
    }
}
