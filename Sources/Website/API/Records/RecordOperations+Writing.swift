import Access
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

extension RecordOperations {
    /// Opening records and taking their steps, as far as people do and not the register itself.
    var writing: [Operation] {
        let openings = mechanism.transitions.filter { $0.opensRecord && !$0.isByRegister }
        let steps = mechanism.transitions.filter { !$0.opensRecord && !$0.isByRegister }
        return [open(openings)].compactMap(\.self) + steps.compactMap(step)
    }

    private func open(_ openings: [Transition]) -> Operation? {
        guard !openings.isEmpty, let rule = rule(mechanism.openingAction) else { return nil }
        return Operation(
            "\(mechanism.name).open", tag: mechanism.name, of: mechanism.name, root, .post, rule: rule, body: .json(),
            summary: "\(title): open a record", parameters: [APIRoutes.key(isRequired: true), APIRoutes.purpose],
            requestSchemas: [("application/json", APISchemas.opening(of: mechanism.name, openings.map(\.name)))],
            outcomes: [
                APIRoutes.tagged(
                    201, "Opened; the same again for the same key.", APISchemas.written,
                    headers: [("Location", "The address of the record.")])
            ], problems: [409, 422]
        ) { exchange in
            let body = try body(of: exchange, among: openings)
            var random = SystemRandomNumberGenerator()
            let command = Command(
                mechanism: mechanism.name, record: RecordID(at: exchange.moment, using: &random),
                transition: body.transition.name, changes: body.changes, effective: body.effective, reason: body.reason)
            let (record, version) = try await submit(command, exchange)
            return APIRoutes.written(mechanism.name, record, version, status: 201)
                .with(.location, "\(APIRoutes.root)\(root)/\(record)")
        }
    }

    private func step(_ transition: Transition) -> Operation? {
        guard let rule = rule(.write) else { return nil }
        let label = registry.book.labels.text(TextKey.transition(mechanism.name, transition.name), in: "en")
        return Operation(
            "\(mechanism.name).\(transition.name)", tag: mechanism.name, of: mechanism.name,
            "\(one)/\(transition.name)", .post,
            rule: rule, body: .json(), summary: "\(title): \(label)",
            parameters: [
                APIRoutes.record, APIRoutes.version, APIRoutes.key(isRequired: false), APIRoutes.purpose,
            ],
            requestSchemas: [
                ("application/json", APISchemas.reference("\(mechanism.name).\(transition.name)"))
            ],
            outcomes: [APIRoutes.tagged(200, "Taken.", APISchemas.written)], problems: [404, 409, 412, 422, 428]
        ) { exchange in
            let seen = try exchange.namedVersion()
            let record = try exchange.namedRecord()
            let body = try body(of: exchange, among: [transition])
            let command = Command(
                mechanism: mechanism.name, record: record, transition: transition.name, expectedVersion: seen,
                changes: body.changes, effective: body.effective, reason: body.reason)
            let (written, version) = try await submit(command, exchange)
            return APIRoutes.written(mechanism.name, written, version, status: 200)
        }
    }

    private func body(of exchange: Exchange, among steps: [Transition]) throws -> SubmissionBody {
        guard case .json(let json) = exchange.body else {
            throw RequestRefusal.bodyTypeUnknown(expected: "application/json")
        }
        switch SubmissionBody.read(json, of: mechanism, among: steps) {
        case .success(let body): return body
        case .failure(let findings): throw exchange.problem(of: findings.all) ?? exchange.problem(.conflict)
        }
    }

    private func submit(_ command: Command, _ exchange: Exchange) async throws -> (RecordID, Int) {
        let asking = exchange.asking
        let key = exchange.idempotencyKey
        let outcome = try await Waiting.run { try registry.submit([command], asking, key: key) }
        return try exchange.written(outcome, wanting: command.record)
    }
}
