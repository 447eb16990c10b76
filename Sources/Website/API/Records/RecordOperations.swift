import Access
import Accounts
import Mechanisms
import Registry
import Vocabulary

/// The operations on the records of one mechanism, made from the book.
struct RecordOperations: Sendable {
    let registry: Registry
    let mechanism: Mechanism

    var root: String { "/\(mechanism.name)" }
    var one: String { "\(root)/{record}" }
    var schema: JSON { APISchemas.reference(mechanism.name) }
    var title: String { registry.book.labels.text(TextKey.title(mechanism.name), in: "en") }

    var all: [Operation] { [list, read, steps, history, links].compactMap(\.self) + writing }

    /// Who may come: whoever some row lets do this with such records for some purpose; nil where nobody may.
    func rule(_ action: Action) -> RouteRule? {
        APIRoutes.rule(action, on: mechanism.matter, registry.policy)
    }

    private var list: Operation? {
        rule(.list).map { rule in
            Operation(
                "\(mechanism.name).list", tag: mechanism.name, of: mechanism.name, root, rule: rule,
                summary: "\(title): list",
                parameters: ListQuery.parameters(of: mechanism) + [APIRoutes.purpose],
                outcomes: [
                    .init(
                        200, "A page, the newest records first.", APISchemas.page(of: mechanism.name),
                        headers: [("Link", "The next page, rel=next; missing on the last one.")])
                ], problems: [422]
            ) { exchange in
                if ListQuery.mixesDueDates(exchange.query) { throw exchange.problem(.dueAlone) }
                let request = try ListQuery.request(exchange.query, of: mechanism)
                let asking = exchange.asking
                let (page, marks) = try await Waiting.run {
                    (try registry.list(request, asking), try HandlingMarks(of: registry, on: registry.today, asking))
                }
                return answer(page, under: marks, exchange)
            }
        }
    }

    private func answer(_ page: RecordPage, under marks: HandlingMarks, _ exchange: Exchange) -> Answer {
        let cursor = page.next.map { ListQuery.cursor(after: $0, in: mechanism, exchange.query) }
        let answer = Answer.json(
            .members([
                "mechanism": .text(mechanism.name), "total": RecordJSON.json(page.total),
                "records": .array(page.rows.map { RecordJSON.json($0, under: marks) }),
                "next": cursor.map(JSON.text) ?? .null,
            ]))
        guard let cursor else { return answer }
        return answer.linked("\(exchange.path)?\(ListQuery.next(exchange.query, cursor: cursor))", as: "next")
    }

    private var read: Operation? {
        rule(.read).map { rule in
            Operation(
                "\(mechanism.name).read", tag: mechanism.name, of: mechanism.name, one, rule: rule,
                summary: "\(title): read",
                parameters: [
                    APIRoutes.record, .query("asOf", .position, "The record as it was then."), APIRoutes.purpose,
                ],
                outcomes: [APIRoutes.tagged(200, "The record as one may see it; the reading is written down.", schema)],
                problems: [404]
            ) { exchange in
                let record = try exchange.namedRecord()
                let place = exchange.query["asOf"].flatMap { LedgerPlace($0) }
                let asking = exchange.asking
                let (view, marks) = try await Waiting.run {
                    let position = try place?.position(in: registry.ledger)
                    return (
                        try registry.read(record, asking, asOf: position),
                        try HandlingMarks(of: registry, on: registry.today, asking)
                    )
                }
                guard view.mechanism == mechanism.name else { throw RegistryRefusal.notFound }
                return Answer.json(RecordJSON.json(view, under: marks)).tagged(RecordVersion(view.version).tag)
            }
        }
    }

    private var steps: Operation? {
        rule(.list).map { rule in
            Operation(
                "\(mechanism.name).steps", tag: mechanism.name, of: mechanism.name, "\(one)/steps", rule: rule,
                summary: "\(title): what may be done with a record now, and why the rest may not",
                parameters: [APIRoutes.record, APIRoutes.purpose],
                outcomes: [.init(200, "Every step of the mechanism.", APISchemas.offers(of: mechanism))],
                problems: [404]
            ) { exchange in
                let record = try exchange.namedRecord()
                let asking = exchange.asking
                let offers = try await Waiting.run {
                    let offers = try registry.offers(on: record, asking)
                    try checkKind(of: record)
                    return offers
                }
                return .json(.members(["steps": .array(offers.map(RecordJSON.json))]))
            }
        }
    }

    private var history: Operation? {
        rule(.read).map { rule in
            Operation(
                "\(mechanism.name).history", tag: mechanism.name, of: mechanism.name, "\(one)/history", rule: rule,
                summary: "\(title): every change of a record and every reading of it",
                parameters: [APIRoutes.record, APIRoutes.purpose],
                outcomes: [.init(200, "The first one first.", APISchemas.history(of: mechanism))], problems: [404]
            ) { exchange in
                let record = try exchange.namedRecord()
                let asking = exchange.asking
                let entries = try await Waiting.run {
                    let entries = try registry.timeline(of: record, asking)
                    try checkKind(of: record)
                    return entries
                }
                return .json(.members(["entries": .array(entries.map(RecordJSON.json))]))
            }
        }
    }

    private var links: Operation? {
        rule(.read).map { rule in
            Operation(
                "\(mechanism.name).links", tag: mechanism.name, of: mechanism.name, "\(one)/links", rule: rule,
                summary:
                    "\(title): the records that a record names, and those that name it, as far as one may see them",
                parameters: [APIRoutes.record, APIRoutes.purpose],
                outcomes: [.init(200, "Each with the field that links.", APISchemas.links)], problems: [404]
            ) { exchange in
                let record = try exchange.namedRecord()
                let asking = exchange.asking
                let links = try await Waiting.run {
                    let links = try registry.neighbours(of: registry.read(record, asking), asking)
                    try checkKind(of: record)
                    return links
                }
                return .json(
                    .members([
                        "names": .array(links.filter(\.isFromHere).map(RecordJSON.json)),
                        "namedBy": .array(links.filter { !$0.isFromHere }.map(RecordJSON.json)),
                    ]))
            }
        }
    }

    /// An address under another mechanism's name is not the record's. Asked after the registry only: what the asker may
    /// not know of must not answer faster for it.
    private func checkKind(of record: RecordID) throws {
        guard try LedgerRegister(ledger: registry.ledger).mechanism(of: record) == mechanism.name else {
            throw RegistryRefusal.notFound
        }
    }
}
