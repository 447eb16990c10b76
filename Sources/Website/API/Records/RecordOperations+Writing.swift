import Access
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

extension RecordOperations {
    /// Opening records and taking their steps, as far as people do and not the register itself.
    var writing: [Operation] {
        let openings = mechanism.transitions.filter { $0.opensRecord && !RegisterSteps.take($0, of: mechanism) }
        let steps = mechanism.transitions.filter { !$0.opensRecord && !RegisterSteps.take($0, of: mechanism) }
        return [open(openings)].compactMap(\.self) + steps.compactMap(step)
    }

    private func open(_ openings: [Transition]) -> Operation? {
        guard !openings.isEmpty, let rule = rule(mechanism.opensWith) else { return nil }
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
            let written = try await submit(command, exchange)
            return answer(written, status: 201)
                .with(.location, "\(APIRoutes.root)\(root)/\(written.record)")
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
            let version = try exchange.namedVersion()
            let record = try exchange.namedRecord()
            let body = try body(of: exchange, among: [transition])
            let command = Command(
                mechanism: mechanism.name, record: record, transition: transition.name, expectedVersion: version,
                changes: body.changes, effective: body.effective, reason: body.reason)
            return answer(try await submit(command, exchange), status: 200)
        }
    }

    private struct Written: Sendable {
        let record: RecordID
        let version: Int
    }

    private func answer(_ written: Written, status: Int) -> Answer {
        Answer.json(
            .members([
                "mechanism": .text(mechanism.name), "record": .text(written.record.description),
                "version": .number(written.version),
            ]), status: status
        ).tagged(RecordVersion(written.version).tag)
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

    private func submit(_ command: Command, _ exchange: Exchange) async throws -> Written {
        let asking = exchange.asking
        let key = exchange.idempotencyKey
        let outcome = try await Waiting.run { try registry.submit([command], asking, key: key) }
        switch outcome {
        case .written(let versions):
            // The first outcome of a key that came before names the record that it opened then.
            guard let record = versions[command.record] == nil ? versions.keys.first : command.record else {
                throw RegistryRefusal.lostRace(groups: 1)
            }
            return Written(record: record, version: versions[record] ?? 1)
        case .refused(let refusal): throw exchange.problem(of: refusal)
        case .conflict(let present, let wanted):
            throw exchange.problem(
                .conflict,
                members: [
                    JSON.Member(name: "present", value: RecordJSON.json(present)),
                    JSON.Member(name: "wanted", value: RecordJSON.json(wanted)),
                ])
        }
    }
}

extension Mechanism {
    /// What the policy is asked for before a record of it is opened.
    fileprivate var opensWith: Action {
        standings.contains { $0.rests == .on(.emergency) } ? .breakGlass : .open
    }
}
