import Access
import Foundation
import Mechanisms
import Testing
import Vocabulary

@testable import Website

extension HousePermissionTests {
    /// One record at a time, as programs ask for it.
    @Suite struct APIReadingPermissionTests {
        /// A path behind a record's address, what must be allowed for it, and every how many specimens it is tried with.
        struct Path: Sendable, CustomTestStringConvertible {
            let end: String
            let action: Action
            let stride: Int

            var testDescription: String { end.isEmpty ? "itself" : end }

            static let all = [
                Path(end: "", action: .read, stride: 1), Path(end: "/history", action: .read, stride: 8),
                Path(end: "/links", action: .read, stride: 8), Path(end: "/steps", action: .list, stride: 8),
                Path(end: "?asOf=12", action: .read, stride: 16),
                Path(end: "?asOf=2200-01-01", action: .read, stride: 16),
            ]
        }

        @Test(arguments: Path.all, Worker.all)
        func aRecordIsToldAsFarAsTheMatrixSaysAndElseLikeNothing(path: Path, worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let place = Path.all.firstIndex { $0.end == path.end } ?? 0
            let tried = try await house.asking { asker in
                var absent: [String: Asker.Reply] = [:]
                var tried = 0
                for specimen in house.specimens(stride: path.stride, from: place, for: worker) {
                    let kind = specimen.mechanism.name
                    if absent[kind] == nil {
                        absent[kind] = try await asker.ask(
                            "/api/v1/\(kind)/\(HousePermissionTests.nobody)\(path.end)", as: worker)
                    }
                    let reply = try await asker.ask(specimen.address + path.end, as: worker)
                    let ceiling = house.expected.ceiling(worker, path.action, of: specimen)
                    if let ceiling {
                        check(reply, path, specimen, ceiling)
                        if path.end == "/history" { check(accountsIn: reply.json, specimen, worker, house) }
                        if path.end == "/steps" { check(steps: reply.json, specimen, worker, house) }
                    } else if let nothing = absent[kind] {
                        let isSame = try await house.isSame(
                            reply, as: nothing,
                            again: {
                                try await asker.ask("/api/v1/\(kind)/\($0)\(path.end)", as: worker)
                            },
                            specimen.record.description)
                        #expect(isSame, "\(specimen.place): \(reply) beside \(nothing)")
                        let mayCome = house.expected.mayCome(worker, to: path.action, [specimen.mechanism.matter])
                        #expect(reply.code == (mayCome ? "R101" : "W207"), "\(specimen.place)")
                    }
                    #expect(house.leaks(in: reply, for: worker) == [], "\(specimen.place)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "API \(path.end)")
            #expect(tried > 50)
        }

        private func check(
            _ reply: Asker.Reply, _ path: Path, _ specimen: PermissionWorld.Specimen, _ ceiling: Sensitivity
        ) {
            if path.end == "?asOf=12", reply.code == "R101" { return }  // It was not there yet.
            #expect(reply.status == 200, "\(specimen.place) \(reply.text)")
            switch path.end {
            case "", "?asOf=2200-01-01": check(contents: reply.json, specimen, ceiling)
            case "/history":
                let entries = reply.json["entries"]?.items ?? []
                let changes = entries.filter { $0["transition"] != nil }
                #expect(changes.isEmpty == false)
                if let first = changes.first { check(contents: first, specimen, ceiling) }
                let reasons = changes.compactMap { $0["reason"]?.text }
                let hasReason = !specimen.texts { _ in true }.isEmpty
                #expect(reasons.isEmpty == (ceiling < .confidential || !hasReason), "\(specimen.place)")
            default: break
            }
        }

        /// Who it was, by account, is told to those who review accesses.
        private func check(
            accountsIn json: JSON, _ specimen: PermissionWorld.Specimen, _ worker: Worker, _ house: PermissionHouse
        ) {
            let mayReview = house.expected.ceiling(worker, .review, .register, .none, isClosed: false) != nil
            let named = json["entries"]?.items.filter { $0["account"]?.text != nil } ?? []
            #expect(named.isEmpty == !mayReview, "\(specimen.place)")
        }

        /// A step is offered where the policy, the book and the state of the record let it be taken.
        private func check(
            steps json: JSON, _ specimen: PermissionWorld.Specimen, _ worker: Worker, _ house: PermissionHouse
        ) {
            let mayWrite = house.expected.ceiling(worker, .write, of: specimen) != nil
            let open = specimen.mechanism.transitions.filter { step in
                mayWrite && !step.opensRecord && step.by.contains(worker.function) && step.from.contains(specimen.state)
            }
            let offered = json["steps"]?.items.filter { $0["isOpen"] == .boolean(true) } ?? []
            #expect(Set(offered.compactMap { $0["transition"]?.text }) == Set(open.map(\.name)), "\(specimen.place)")
        }

        private func check(contents json: JSON, _ specimen: PermissionWorld.Specimen, _ ceiling: Sensitivity) {
            let shown = specimen.fields(upTo: ceiling)
            #expect(json["fields"]?.names == shown, "\(specimen.place)")
            #expect(json["withheld"]?.texts == specimen.filled.subtracting(shown), "\(specimen.place)")
        }
    }
}
