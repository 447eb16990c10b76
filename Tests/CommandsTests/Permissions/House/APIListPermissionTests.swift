import Access
import Foundation
import HTTPTypes
import Mechanisms
import Testing
import Vocabulary

@testable import Website

extension HousePermissionTests {
    /// Lists, counts, filters and searches, as programs ask for them.
    @Suite struct APIListPermissionTests {
        /// Every row of a list, page by page, and what its count says.
        private func rows(
            _ asker: Asker, _ path: String, _ worker: Worker
        ) async throws -> (rows: [JSON], count: Int?, refusal: Asker.Reply?) {
            var rows: [JSON] = []
            var count: Int?
            var next: String? = "limit=200"
            while let query = next {
                let reply = try await asker.ask(
                    path + (path.contains("?") ? "&" : "?") + query, as: worker)
                if reply.status != 200 { return (rows, nil, reply) }
                let page = reply.json
                rows += page["records"]?.items ?? []
                count = page["total"]?["count"]?.number
                next = page["next"]?.text.map { "limit=200&cursor=\($0)" }
            }
            return (rows, count, nil)
        }

        @Test(arguments: Worker.all)
        func aListAndItsCountHoldWhatTheMatrixSaysAndNothingElse(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for mechanism in house.world.book.mechanisms {
                    let here = house.world.specimens.filter { $0.mechanism.name == mechanism.name }
                    let (rows, count, refusal) = try await rows(asker, "/api/v1/\(mechanism.name)", worker)
                    let listed = Set(rows.compactMap { $0["record"]?.text })
                    let visible = here.filter { house.expected.ceiling(worker, .list, of: $0) != nil }
                    #expect(
                        listed.intersection(here.map(\.record.description)) == Set(visible.map(\.record.description)),
                        "\(mechanism.name)")
                    #expect(count == (refusal == nil ? rows.count : nil), "\(mechanism.name)")
                    let mayEver = house.expected.mayEver(worker, .list, mechanism.matter)
                    let mayCome = house.expected.mayCome(worker, to: .list, [mechanism.matter])
                    #expect(refusal?.code == (mayEver ? nil : mayCome ? "R112" : "W207"), "\(mechanism.name)")
                    check(rows, here, worker, house)
                    tried += here.count
                }
                return tried
            }
            Tally.add(tried, to: "API lists")
        }

        private func check(
            _ rows: [JSON], _ here: [PermissionWorld.Specimen], _ worker: Worker, _ house: PermissionHouse
        ) {
            let byRecord = Dictionary(here.map { ($0.record.description, $0) }, uniquingKeysWith: { first, _ in first })
            for row in rows {
                guard let specimen = row["record"]?.text.flatMap({ byRecord[$0] }),
                    let ceiling = house.expected.ceiling(worker, .list, of: specimen)
                else { continue }
                let mechanism = specimen.mechanism
                let listed = Set(mechanism.titledBy + mechanism.listedBy + mechanism.dueFields)
                let shown = specimen.fields(upTo: ceiling).intersection(listed)
                #expect(row["fields"]?.names == shown, "\(specimen.place)")
                #expect(
                    row["withheld"]?.texts == specimen.filled.intersection(listed).subtracting(shown),
                    "\(specimen.place)")
            }
        }

        /// A filter betrays what it filters: who may not see the field finds nothing by it.
        @Test(arguments: Worker.all)
        func aFilterFindsOnlyWhereItsFieldMayBeSeen(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for mechanism in house.world.book.mechanisms {
                    guard house.expected.mayEver(worker, .list, mechanism.matter) else { continue }
                    let here = house.world.specimens.filter { $0.mechanism.name == mechanism.name }
                    for (query, level, filtered) in filters(of: mechanism, here) {
                        let (rows, count, refusal) = try await rows(
                            asker, "/api/v1/\(mechanism.name)?\(query)", worker)
                        let found = Set(rows.compactMap { $0["record"]?.text })
                        let visible = filtered.filter {
                            house.expected.ceiling(worker, .list, of: $0).map { $0 >= level } ?? false
                        }
                        let wanted = Set(visible.map(\.record.description))
                        let all = Set(here.map(\.record.description))
                        #expect(found.isDisjoint(with: all.subtracting(wanted)), "\(mechanism.name) \(query)")
                        // A list of due dates has one page, in the order of the days.
                        if query.hasPrefix("due-by"), rows.count >= 90 { continue }
                        #expect(wanted.isSubset(of: found), "\(mechanism.name) \(query) \(refusal?.text ?? "")")
                        if refusal == nil { #expect(count == rows.count, "\(mechanism.name) \(query)") }
                        tried += here.count
                    }
                }
                return tried
            }
            Tally.add(tried, to: "API filters")
        }

        /// Queries with the level of the field that they speak of, and the specimens that have what they ask for.
        private func filters(
            of mechanism: Mechanism, _ here: [PermissionWorld.Specimen]
        ) -> [(query: String, level: Sensitivity, having: [PermissionWorld.Specimen])] {
            let house = try? HousePermissionTests.house
            let day = house.map { PlantedValues(book: $0.world.book, day: $0.world.now.day.adding(days: -30)) }
            var found: [(String, Sensitivity, [PermissionWorld.Specimen])] = []
            for name in mechanism.listedBy {
                guard let field = mechanism.field(name), let day,
                    let value = day.value(of: field, in: mechanism.name, mark: "", linking: nil)
                else { continue }
                let text: String? =
                    switch value {
                    case .text: "planted-\(field.sensitivity)"
                    case .code(let code): code
                    case .codes(let codes): codes.first
                    case .period(let period): period.description
                    case .integer(let number): String(number)
                    case .boolean(let answer): String(answer)
                    default: nil
                    }
                guard let text else { continue }
                found.append(("filter.\(name)=\(text)", field.sensitivity, here.filter { $0.filled.contains(name) }))
            }
            for state in mechanism.states { found.append(("state=\(state)", .open, here.filter { $0.state == state })) }
            // What was planted lies a month back: a day that lapses is silent by now, and one that other records may have met
            // says nothing of the record alone.
            func counts(_ due: DueField) -> Bool { !due.lapses && due.met == nil }
            let due = mechanism.dues.filter(counts)
            if let level = due.compactMap({ mechanism.field($0.name)?.sensitivity }).max() {
                let waiting = here.filter { specimen in
                    mechanism.dues(in: specimen.state).contains { counts($0) && specimen.filled.contains($0.name) }
                }
                found.append(("due-by=2199-12-31", level, waiting))
            }
            return found
        }

        @Test(arguments: Worker.all)
        func aSearchFindsWhomTheMatrixLetsSearch(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for specimen in house.world.specimens where !specimen.mechanism.identityFields.isEmpty {
                    for field in specimen.mechanism.identityFields.sorted().prefix(1) {
                        let text = "planted-identity-\(specimen.mechanism.name)-\(field)-\(specimen.mark)"
                        let reply = try await asker.ask(
                            "/api/v1/search", .post, as: worker,
                            headers: ["Content-Type": "application/json"],
                            body: #"{"mechanism": "\#(specimen.mechanism.name)", "values": {"\#(field)": "\#(text)"}}"#)
                        let found = reply.json["records"]?.items.compactMap { $0["record"]?.text } ?? []
                        let may = house.expected.ceiling(worker, .search, of: specimen) == .identity
                        #expect(found == (may ? [specimen.record.description] : []), "\(specimen.place)")
                        let mayEver = house.expected.mayEver(worker, .search, specimen.mechanism.matter)
                        #expect(reply.status == (mayEver ? 200 : 403), "\(specimen.place) \(reply.text)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "API search")
            #expect(tried > 10)
        }

        /// What one function is let do for one purpose gives nothing for another.
        @Test(arguments: PermissionWorld.functions)
        func anotherPurposeGivesOnlyWhatTheMatrixSaysOfIt(function: FunctionKind) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for purpose in Purpose.allCases where purpose != function.purpose {
                    let worker = Worker(function, for: purpose)
                    for specimen in house.specimens(
                        stride: 24, from: Purpose.allCases.firstIndex(of: purpose) ?? 0, for: worker)
                    {
                        let reply = try await asker.ask(specimen.address, as: worker)
                        let ceiling = house.expected.ceiling(worker, .read, of: specimen)
                        #expect((reply.status == 200) == (ceiling != nil), "\(specimen.place) \(purpose) \(reply.text)")
                        if let ceiling {
                            #expect(reply.json["fields"]?.names == specimen.fields(upTo: ceiling), "\(specimen.place)")
                        }
                        #expect(house.leaks(in: reply, for: worker) == [], "\(specimen.place)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "API purposes")
        }
    }
}
