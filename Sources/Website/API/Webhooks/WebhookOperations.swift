import Access
import Foundation
import HTTPTypes
import Ledger
import Mechanisms
import Registry
import Vocabulary

/// Setting up who is told of which steps, and following the link of a notice.
struct WebhookOperations: Sendable {
    let dispatcher: WebhookDispatcher
    let registry: Registry

    private var rule: RouteRule { .granted(.administer, for: [.administration]) }

    var all: [Operation] { [list, subscribe, unsubscribe, follow] }

    private var list: Operation {
        Operation(
            "webhooks.list", tag: "webhooks", "/webhooks", rule: rule, summary: "Who is told of which steps",
            outcomes: [
                .init(200, "In the order of their ids.", APISchemas.object([("webhooks", APISchemas.list(schema))]))
            ]
        ) { _ in
            .json(.members(["webhooks": .array(await dispatcher.all.map { describe($0) })]))
        }
    }

    private var subscribe: Operation {
        Operation(
            "webhooks.subscribe", tag: "webhooks", "/webhooks", .post, rule: rule, body: .json(limit: 64 << 10),
            summary: "Tell an address of steps from now on",
            requestSchemas: [("application/json", requestSchema)],
            outcomes: [
                .init(
                    201, "With the secret of its signatures, which is told this once only.",
                    APISchemas.object([
                        ("webhook", schema), ("secret", .members(["type": "string"])),
                    ]))
            ], problems: [422]
        ) { exchange in
            let (address, steps) = try wish(exchange)
            do {
                let id = hexadecimal((0..<8).map { _ in UInt8.random(in: .min ... .max) })
                let (made, secret) = try await dispatcher.subscribe(address, to: steps, named: id)
                return .json(.members(["webhook": describe(made), "secret": .text(secret)]), status: 201)
            } catch let refusal as InterfaceRefusal { throw exchange.problem(refusal) }
        }
    }

    private var unsubscribe: Operation {
        Operation(
            "webhooks.unsubscribe", tag: "webhooks", "/webhooks/{webhook}", .delete, rule: rule,
            summary: "Tell an address no more",
            parameters: [.path("webhook", .text(longest: 16), "Its id.")],
            outcomes: [.init(204, "Done.")], problems: [404]
        ) { exchange in
            guard try await dispatcher.unsubscribe(exchange.parameter("webhook")) else {
                throw RequestRefusal.notFound
            }
            return .done
        }
    }

    /// Where the link of a notice leads: to the record, for those who may know of it.
    private var follow: Operation {
        Operation(
            "notice", tag: "webhooks", "/notices/{notice}", rule: .signedIn,
            summary: "The record of a notice, for those who may know of it",
            parameters: [.path("notice", .text(longest: 72), "The notice's name."), APIRoutes.purpose],
            outcomes: [
                .init(
                    200, "Where the record is.",
                    APISchemas.object([
                        ("mechanism", .members(["type": "string"])), ("record", APISchemas.reference("RecordID")),
                        ("address", .members(["type": "string"])),
                    ]))
            ], problems: [404]
        ) { exchange in
            guard let sequence = dispatcher.sequence(named: exchange.parameter("notice")) else {
                throw RegistryRefusal.notFound
            }
            let asking = exchange.asking
            return try await Waiting.run {
                var found: (mechanism: String, record: RecordID)?
                try registry.ledger.events(from: sequence, through: sequence) { event in
                    found = (event.draft.mechanism, event.draft.record)
                    return false
                }
                guard let found else { throw RegistryRefusal.notFound }
                _ = try registry.offers(on: found.record, asking)
                return .json(
                    .members([
                        "mechanism": .text(found.mechanism), "record": .text(found.record.description),
                        "address": .text("\(APIRoutes.root)/\(found.mechanism)/\(found.record)"),
                    ]))
            }
        }
    }

    private func describe(_ subscription: WebhookSubscription) -> JSON {
        let steps = subscription.steps.sorted { ($0.mechanism, $0.transition) < ($1.mechanism, $1.transition) }
        return .members([
            "id": .text(subscription.id), "address": .text(subscription.address),
            "steps": .array(
                steps.map { .members(["mechanism": .text($0.mechanism), "transition": .text($0.transition)]) }),
            "failures": .number(subscription.failures), "rests": .boolean(subscription.rests),
        ])
    }

    private func wish(_ exchange: Exchange) throws -> (String, Set<WebhookSubscription.Step>) {
        var findings: [RequestFinding] = []
        func wrong(_ kind: RequestFinding.Kind, _ pointer: String, _ detail: String) {
            findings.append(RequestFinding(kind: kind, place: .body(pointer), detail: detail))
        }
        var address = ""
        var steps: Set<WebhookSubscription.Step> = []
        if case .json(.object(let members)) = exchange.body {
            for member in members where !["address", "steps"].contains(member.name) {
                wrong(.unknownMember, "", "There are: address, steps.")
            }
        }
        let body: JSON = if case .json(let json) = exchange.body { json } else { .null }
        if case .text(let text)? = body["address"] { address = text } else { wrong(.missing, "/address", "A text.") }
        if case .array(let items)? = body["steps"], !items.isEmpty, items.count <= 200 {
            for (place, item) in items.enumerated() {
                if let step = step(item) {
                    steps.insert(step)
                } else {
                    wrong(.wrongKind, "/steps/\(place)", "It must name a mechanism and one of its transitions.")
                }
            }
        } else {
            wrong(.missing, "/steps", "A list of 1 to 200 steps.")
        }
        if let problem = exchange.problem(of: findings) { throw problem }
        return (address, steps)
    }

    private func step(_ json: JSON) -> WebhookSubscription.Step? {
        guard case .object(let members) = json, members.count == 2, case .text(let mechanism)? = json["mechanism"],
            case .text(let transition)? = json["transition"],
            registry.book.mechanism(mechanism)?.transition(transition) != nil
        else { return nil }
        return .init(mechanism: mechanism, transition: transition)
    }

    private var stepSchema: JSON {
        let steps = registry.book.mechanisms.map { mechanism in
            APISchemas.object([
                ("mechanism", .members(["const": .text(mechanism.name)])),
                ("transition", APISchemas.words(mechanism.transitions.map(\.name))),
            ])
        }
        return .members(["oneOf": .array(steps)])
    }

    private var requestSchema: JSON {
        APISchemas.object([
            ("address", .members(["type": "string"])),
            (
                "steps",
                .members([
                    "type": "array", "items": stepSchema, "minItems": .number(1), "maxItems": .number(200),
                ])
            ),
        ])
    }

    private var schema: JSON {
        APISchemas.object([
            ("id", .members(["type": "string"])), ("address", .members(["type": "string"])),
            ("steps", APISchemas.list(stepSchema)), ("failures", .members(["type": "integer"])),
            ("rests", .members(["type": "boolean"])),
        ])
    }
}
