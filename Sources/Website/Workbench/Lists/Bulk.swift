import Access
import Mechanisms
import Registry
import Vocabulary

/// One step taken with many records: first looked at (which may, which may not and why), then done one by one, each with
/// a key of its own, so that sending twice does nothing twice.
struct Bulk: Sendable {
    /// A record of the choice with what stands in the way; nil where it may not even be known of.
    struct Candidate: Sendable {
        let view: RecordView
        let offer: OfferLine
        /// Fields that the step needs and that neither the record nor the form fills.
        let missing: [String]

        var mayBeDone: Bool { offer.isOpen && missing.isEmpty }
    }

    static let most = 200

    let mechanism: Mechanism
    let transition: Transition
    let input: StepInput
    let changes: [String: FieldValue]
    let effective: Period?
    let problems: [StepReading.Problem]
    let candidates: [Candidate]

    static func answer(_ visit: Visit) throws -> Answer {
        let bulk = try Bulk(visit)
        let isDoing = visit.exchange.form["act"] == "do" && bulk.problems.isEmpty
        let outcomes = isDoing ? try bulk.carryOut(visit) : []
        let title = visit.wording.step(bulk.mechanism, bulk.transition)
        let breadcrumb = visit.waySteps(bulk.mechanism)
        if isDoing {
            let page = try BulkResultPage(outcomes, bulk, visit)
            return visit.page(title, "together-done", page, breadcrumb: breadcrumb, marking: page.marking)
        }
        let page = try BulkPage(bulk, visit)
        return visit.page(
            title, "together", page, breadcrumb: breadcrumb, marking: page.marking,
            status: bulk.problems.isEmpty || visit.exchange.form["act"] != "do" ? 200 : 422)
    }

    /// - Throws: ``WorkbenchRefusal/wrongSelection(most:)``.
    init(_ visit: Visit) throws {
        let form = visit.exchange.form
        let mechanism = try visit.namedMechanism()
        let records = form.values(of: "record").compactMap { RecordID($0) }
        let step = visit.bulkSteps(of: mechanism).first { $0.name == form["step"] }
        guard let step, !records.isEmpty, records.count <= Bulk.most else {
            throw WorkbenchRefusal.wrongSelection(most: Bulk.most)
        }
        self.mechanism = mechanism
        transition = step
        var input = StepInput(form)
        if input["key"] == nil {
            var random = SystemRandomNumberGenerator()
            input.set("key", [RecordID(at: visit.exchange.moment, using: &random).description])
        }
        if input["effective"] == nil { input.set("effective", [visit.today.description]) }
        self.input = input
        let demanded = mechanism.fields.filter { step.demanded.contains($0.name) }
        var changes: [String: FieldValue] = [:]
        var problems: [StepReading.Problem] = []
        for field in demanded {
            switch FieldText.value(input.values(of: field.name), of: field) {
            case .success(let value): changes[field.name] = value
            case .failure: problems.append(.init(field: field.name, text: visit.wording["problem.M106"]))
            }
        }
        effective = Period(input["effective"] ?? "")
        if effective == nil { problems.append(.init(field: "effective", text: visit.wording["problem.period"])) }
        if step.needsReason, (input["reason"] ?? "").allSatisfy(\.isWhitespace) {
            problems.append(.init(field: "reason", text: visit.wording["problem.M111"]))
        }
        self.changes = changes
        self.problems = problems
        candidates = try Bulk.candidates(records, mechanism, step, changes, visit)
    }

    private static func candidates(
        _ records: [RecordID], _ mechanism: Mechanism, _ step: Transition, _ changes: [String: FieldValue],
        _ visit: Visit
    ) throws -> [Candidate] {
        try records.compactMap { record in
            guard let view = try? visit.registry.read(record, visit.asking), view.mechanism == mechanism.name,
                let offer = try visit.registry.offers(on: record, visit.asking).first(where: {
                    $0.transition.name == step.name
                })
            else { return nil }
            let missing = step.demanded.filter { changes[$0] == nil && view.content($0) == .absent }
            return Candidate(
                view: view, offer: OfferLine(offer, on: view, of: mechanism, visit.wording),
                missing: missing.map { visit.wording.field(mechanism, $0) }.sorted())
        }
    }

    /// What became of one record.
    struct Outcome: Sendable {
        let view: RecordView
        let isDone: Bool
        let reasons: [String]
    }

    private func carryOut(_ visit: Visit) throws -> [Outcome] {
        try candidates.map { candidate in
            let view = candidate.view
            // The version that was looked at: what changed since is not done over.
            let seen = visit.exchange.form["v.\(view.record)"].flatMap { Int($0) } ?? view.version
            guard let effective else { return Outcome(view: view, isDone: false, reasons: []) }
            let command = Command(
                mechanism: mechanism.name, record: view.record, transition: transition.name, expectedVersion: seen,
                changes: changes, effective: effective, reason: input["reason"])
            do {
                let key = "\(input["key"] ?? "")-\(view.record)"
                // Sent twice: what the first one did stands in the way of the second, and is what was wanted.
                let isKnown = try visit.registry.hasAnswered(key, visit.asking)
                guard candidate.mayBeDone || isKnown else {
                    return Outcome(view: view, isDone: false, reasons: reasons(candidate, visit))
                }
                switch try visit.registry.submit([command], visit.asking, key: key) {
                case .written: return Outcome(view: view, isDone: true, reasons: [])
                case .refused(let refusal):
                    return Outcome(
                        view: view, isDone: false, reasons: visit.wording.problems(refusal, mechanism).map(\.text))
                case .conflict:
                    return Outcome(view: view, isDone: false, reasons: [visit.wording["problem.M115"]])
                }
            } catch let refusal as RegistryRefusal {
                let words = visit.exchange.pages.words(for: refusal, status: 422, in: visit.exchange.language)
                return Outcome(view: view, isDone: false, reasons: [words.detail])
            }
        }
    }

    func reasons(_ candidate: Candidate, _ visit: Visit) -> [String] {
        candidate.offer.reasons
            + candidate.missing.map { visit.wording.filled("bulk.missing", ["field": $0]) }
    }
}
