import Access
import HTTPTypes
import Ledger
import Mechanisms
import Registry
import Vocabulary

/// Files that belong to records: taken by kind and size, scanned, sealed, and given out only when clean.
struct DocumentOperations: Sendable {
    let intake: FileIntake

    private var registry: Registry { intake.registry }

    var all: [Operation] {
        guard registry.book.mechanism("document") != nil else { return [] }
        return [attach, file, scan].compactMap(\.self)
    }

    private func rule(_ action: Action) -> RouteRule? { APIRoutes.rule(action, on: .sharing, registry.policy) }

    private var attach: Operation? {
        rule(.open).map { rule in
            Operation(
                "documents.attach", tag: "documents", of: "document", "/documents", .post, rule: rule,
                body: FileIntake.body, summary: "Give a file for a record",
                parameters: [APIRoutes.key(isRequired: true), APIRoutes.purpose],
                requestSchemas: [("multipart/form-data", requestSchema)],
                outcomes: [
                    APIRoutes.tagged(
                        201, "Kept; whether it may be read is for the scanner to say.", APISchemas.written,
                        headers: [("Location", "The address of the document's record.")])
                ], problems: [409, 422]
            ) { exchange in
                let outcome = try await intake.attach(given(exchange), exchange.asking)
                let (record, version) = try exchange.written(outcome, wanting: nil)
                return APIRoutes.written("document", record, version, status: 201)
                    .with(.location, "\(APIRoutes.root)/document/\(record)")
            }
        }
    }

    private var file: Operation? {
        rule(.read).map { rule in
            Operation(
                "documents.file", tag: "documents", of: "document", "/documents/{record}/file", rule: rule,
                summary: "The bytes of a file that was found clean", parameters: [APIRoutes.record, APIRoutes.purpose],
                outcomes: MediaType.allCases.prefix(1).map { _ in
                    .init(200, "To keep, never to show in a page.", .members([:]), type: "*/*")
                }, problems: [404, 409], giving: .document
            ) { exchange in
                let record = try exchange.namedRecord()
                let asking = exchange.asking
                do {
                    let file = try await Waiting.run { try registry.file(of: record, asking) }
                    return .document(file)
                } catch LedgerFailure.notClean { throw exchange.problem(.notClean) }
            }
        }
    }

    private var scan: Operation? {
        rule(.write).map { rule in
            Operation(
                "documents.scan", tag: "documents", of: "document", "/documents/{record}/scan", .post, rule: rule,
                summary: "Look again at a file that waits for the scanner",
                parameters: [APIRoutes.record, APIRoutes.version, APIRoutes.purpose],
                outcomes: [APIRoutes.tagged(200, "What was found is in its state.", APISchemas.written)],
                problems: [404, 409, 412, 422, 428]
            ) { exchange in
                let version = try exchange.namedVersion()
                let record = try exchange.namedRecord()
                let found: SubmissionOutcome?
                do {
                    found = try await intake.scan(record, version: version, on: exchange.moment.day, exchange.asking)
                } catch let refusal as InterfaceRefusal { throw exchange.problem(refusal) }
                guard let outcome = found else { throw exchange.problem(.notWaiting) }
                let (written, now) = try exchange.written(outcome, wanting: record)
                return APIRoutes.written("document", written, now, status: 200)
            }
        }
    }

    private func given(_ exchange: Exchange) async throws -> FileIntake.Wish {
        var findings: [RequestFinding] = []
        func wrong(_ kind: RequestFinding.Kind, _ name: String, _ detail: String) {
            findings.append(RequestFinding(kind: kind, place: .body("/\(name)"), detail: detail))
        }
        let form = exchange.form
        if form.all.contains(where: { !["about", "effective", "disclosure"].contains($0.name) }) {
            wrong(.unknownMember, "", "There are: about, effective, disclosure, file.")
        }
        let about = form["about"].flatMap { RecordID($0) }
        if about == nil { wrong(.missing, "about", "It must be \(ValueKind.record.expected).") }
        let effective = form["effective"].flatMap { Period($0) }
        if effective == nil { wrong(.missing, "effective", "It must be \(ValueKind.period.expected).") }
        let files = exchange.files.filter { $0.field == "file" }
        if files.count != 1 || exchange.files.count != 1 { wrong(.missing, "file", "It must be one file.") }
        if let problem = exchange.problem(of: findings) { throw problem }
        guard let about, let effective, let file = files.first else { throw exchange.problem(.noFiles) }
        guard file.size <= FileIntake.largest else { throw RequestRefusal.bodyTooLarge(limit: FileIntake.largest) }
        let bytes = try await file.bytes()
        guard MediaType(file.type, of: bytes) != nil else {
            throw exchange.problem(.mediaTypeRefused(known: MediaType.known))
        }
        let given = GivenFile(
            name: file.name, mediaType: file.type, bytes: bytes, disclosure: form["disclosure"])
        return FileIntake.Wish(file: given, about: about, effective: effective, key: exchange.idempotencyKey)
    }

    private var requestSchema: JSON {
        .members([
            "type": "object", "required": .array(["about", "effective", "file"]),
            "properties": .members([
                "about": APISchemas.reference("RecordID"), "effective": APISchemas.reference("Period"),
                "disclosure": APISchemas.words(registry.book.codeLists["disclosures"]?.codes.map(\.id) ?? []),
                "file": .members(["type": "string", "format": "binary"]),
            ]), "additionalProperties": .boolean(false),
        ])
    }
}
