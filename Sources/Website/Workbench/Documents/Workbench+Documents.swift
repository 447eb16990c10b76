import Access
import HTTPTypes
import Ledger
import Mechanisms
import Registry
import Vocabulary

extension Workbench {
    var intake: FileIntake { FileIntake(registry: registry, scanner: scanner) }

    /// Giving a file for a record, having it, and having it scanned once more.
    var documentRoutes: [Route] {
        guard registry.book.mechanism("document") != nil else { return [] }
        let record = WorkbenchPaths.anyRecord
        return [
            route(.get, "\(record)/document", to: .open, documentForm),
            Route(.post, "\(record)/document", rule: rule(.open), body: FileIntake.body) { exchange in
                try await attach(Visit(self, exchange))
            },
            route(.get, "\(record)/file", to: .read, giving: .document, file),
            Route(.post, "\(record)/scan", rule: rule(.write), body: .form()) { exchange in
                try await scan(Visit(self, exchange))
            },
        ]
    }

    private func documentForm(_ visit: Visit) throws -> Answer {
        var input = StepInput(Fields())
        var random = SystemRandomNumberGenerator()
        input.set("key", [RecordID(at: visit.exchange.moment, using: &random).description])
        input.set("effective", [visit.today.description])
        return try page(input, [], visit)
    }

    private func page(
        _ input: StepInput, _ problems: [StepReading.Problem], _ visit: Visit, status: Int = 200
    ) throws -> Answer {
        let view = try visit.registry.read(try visit.namedRecord(), visit.asking)
        guard DocumentSection.mayAttach(to: view, visit), let mechanism = visit.book.mechanism(view.mechanism) else {
            throw RegistryRefusal.notForYou(action: .open, rule: view.rule)
        }
        let names = try Names(in: [view], visit)
        return visit.page(
            visit.wording["document.title"], "document", DocumentForm(for: view.record, input, problems, visit),
            breadcrumb: visit.waySteps(mechanism) + [
                .init(text: names.name(of: view), href: WorkbenchPaths.record(view.record))
            ], marking: [view.marking, names.marking].compactMap(\.self).max(), width: .narrow, status: status)
    }

    private func attach(_ visit: Visit) async throws -> Answer {
        let record = try visit.namedRecord()
        let input = StepInput(visit.exchange.form)
        var problems: [StepReading.Problem] = []
        let file = try await givenFile(visit, &problems)
        let effective = Period(input["effective"] ?? "")
        if effective == nil { problems.append(.init(field: "effective", text: visit.wording["problem.period"])) }
        if problems.isEmpty, let file, let effective {
            let outcome = try await intake.attach(
                .init(file: file, about: record, effective: effective, key: input.key?.description), visit.asking)
            switch outcome {
            case .written, .conflict: return .redirect(to: WorkbenchPaths.record(record))
            case .refused(let refusal):
                // A record out of reach is told like one that is not there.
                if refusal.problems.contains(where: { $0.kind == .brokenLink }) { throw RegistryRefusal.notFound }
                problems = visit.wording.problems(refusal, try visit.registry.mechanism("document"))
            }
        }
        return try await Waiting.run { [problems] in try page(input, problems, visit, status: 422) }
    }

    /// The file with the kind that its bytes have, whatever the browser calls it.
    private func givenFile(_ visit: Visit, _ problems: inout [StepReading.Problem]) async throws -> GivenFile? {
        func wrong(_ key: String) { problems.append(.init(field: "file", text: visit.wording[key])) }
        let files = visit.exchange.files.filter { $0.field == "file" }
        guard let file = files.first, file.size > 0 else {
            wrong("document.no-file")
            return nil
        }
        guard file.size <= FileIntake.largest else { throw RequestRefusal.bodyTooLarge(limit: FileIntake.largest) }
        let bytes = try await file.bytes()
        guard let type = MediaType(of: bytes) else {
            wrong("document.refused")
            return nil
        }
        return GivenFile(
            name: file.name, mediaType: type.rawValue, bytes: bytes,
            disclosure: StepInput(visit.exchange.form).values(of: "disclosure").first)
    }

    private func file(_ visit: Visit) throws -> Answer {
        let record = try visit.namedRecord()
        do {
            return .document(try visit.registry.file(of: record, visit.asking))
        } catch LedgerFailure.notClean { throw visit.exchange.problem(.notClean) }
    }

    private func scan(_ visit: Visit) async throws -> Answer {
        let record = try visit.namedRecord()
        do {
            // Where it waits no more, somebody else was faster: the page says what was found.
            _ = try await intake.scan(record, version: nil, on: visit.today, visit.asking)
        } catch let refusal as InterfaceRefusal { throw visit.exchange.problem(refusal) }
        return .redirect(to: WorkbenchPaths.record(record))
    }
}
