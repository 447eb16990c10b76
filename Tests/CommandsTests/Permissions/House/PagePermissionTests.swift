import Access
import Foundation
import Mechanisms
import Testing
import Vocabulary

@testable import Website

extension HousePermissionTests {
    /// The pages on which people work.
    @Suite struct PagePermissionTests {
        /// A page of a record, what must be allowed for it, and every how many specimens it is tried with.
        struct Page: Sendable, CustomTestStringConvertible {
            let end: String
            let action: Action
            let stride: Int

            var testDescription: String { end.isEmpty ? "record" : end }

            static let all = [
                Page(end: "", action: .read, stride: 10), Page(end: "/print", action: .export, stride: 10),
            ]
        }

        @Test(arguments: Page.all, Worker.all)
        func aPageShowsWhatTheMatrixSaysAndElseWhatThereIsForNothing(page: Page, worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                let absent = try await asker.visit(
                    "/work/record/\(HousePermissionTests.nobody)\(page.end)", as: worker)
                var tried = 0
                for specimen in house.specimens(stride: page.stride, from: page.end.isEmpty ? 3 : 0, for: worker) {
                    let reply = try await asker.visit("/work/record/\(specimen.record)\(page.end)", as: worker)
                    let expected = house.expected
                    let ceiling = expected.ceiling(worker, page.action, of: specimen)
                    let isKnown = expected.ceiling(worker, .list, of: specimen) != nil
                    if let ceiling, let reading = expected.ceiling(worker, .read, of: specimen) {
                        #expect(reply.status == 200, "\(specimen.place)")
                        let shown = specimen.texts { $0 <= min(ceiling, reading) }
                        #expect(shown.allSatisfy(reply.text.contains), "\(specimen.place)")
                        let withheld = specimen.texts { $0 > min(ceiling, reading) }
                        #expect(!withheld.contains(where: reply.text.contains), "\(specimen.place)")
                    } else if isKnown, page.action != .read {
                        #expect(reply.status == 403, "\(specimen.place)")
                    } else {
                        let isSame = try await house.isSame(
                            reply, as: absent,
                            again: { try await asker.visit("/work/record/\($0)\(page.end)", as: worker) },
                            specimen.record.description)
                        #expect(isSame, "\(specimen.place): \(reply) beside \(absent)")
                    }
                    #expect(house.leaks(in: reply, for: worker) == [], "\(specimen.place)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "pages \(page.testDescription)")
            #expect(tried > 50)
        }

        @Test(arguments: Worker.all)
        func aFormOfAStepShowsNoMoreThanMayBeWritten(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var absent: [String: Asker.Reply] = [:]
                var tried = 0
                let sample = house.specimens(stride: 24, from: 5, for: worker)
                for specimen in sample + house.withFieldsOutOfReach(of: worker, besides: sample) {
                    let steps = specimen.mechanism.transitions.filter { !$0.opensRecord }
                    let own = steps.filter { $0.by.contains(worker.function) && !$0.isByRegister }
                    for step in (own.isEmpty ? steps : own).prefix(2) {
                        if absent[step.name] == nil {
                            let path = "/work/record/\(HousePermissionTests.nobody)/step/\(step.name)"
                            absent[step.name] = try await asker.visit(path, as: worker)
                        }
                        let reply = try await asker.visit(
                            "/work/record/\(specimen.record)/step/\(step.name)", as: worker)
                        let reading = house.expected.ceiling(worker, .read, of: specimen)
                        let writing = house.expected.ceiling(worker, .write, of: specimen)
                        if reading == nil, house.expected.ceiling(worker, .list, of: specimen) == nil {
                            let isSame = try await house.isSame(
                                reply, as: absent[step.name] ?? reply,
                                again: { try await asker.visit("/work/record/\($0)/step/\(step.name)", as: worker) },
                                specimen.record.description)
                            #expect(isSame, "\(specimen.place)")
                        } else if writing == nil || !step.by.contains(worker.function) || step.isByRegister {
                            #expect([403, 404].contains(reply.status), "\(specimen.place) \(step.name)")
                        } else if let writing, let reading {
                            #expect(reply.status == 200, "\(specimen.place) \(step.name)")
                            let withheld = specimen.texts { $0 > min(writing, reading) }
                            let isNamed = withheld.contains { reply.text.contains("value=\"\($0)") }
                            #expect(!isNamed, "\(specimen.place) \(step.name)")
                            let asked = specimen.mechanism.fields.filter {
                                $0.sensitivity > min(writing, reading) && reply.text.contains("name=\"f.\($0.name)\"")
                            }
                            #expect(asked.map(\.name) == [], "\(specimen.place) \(step.name)")
                        }
                        #expect(house.leaks(in: reply, for: worker) == [], "\(specimen.place)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "pages step forms")
        }

        /// An empty form, too, asks for nothing that may not be filled.
        @Test(arguments: Worker.all)
        func aFormThatOpensARecordAsksForNothingAboveTheCeiling(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for mechanism in house.world.book.mechanisms {
                    let action: Action = mechanism.name == "break-glass" ? .breakGlass : .open
                    let ceiling = house.expected.ceiling(worker, action, mechanism.matter, .none, isClosed: false)
                    for step in mechanism.transitions where step.opensRecord && !step.isByRegister {
                        let reply = try await asker.visit("/work/new/\(mechanism.name)/\(step.name)", as: worker)
                        let may = ceiling != nil && step.by.contains(worker.function)
                        #expect((reply.status == 200) == may, "\(mechanism.name) \(step.name) \(reply.status)")
                        let asked = mechanism.fields.filter { reply.text.contains("name=\"f.\($0.name)\"") }
                        let above = asked.filter { field in ceiling.map { field.sensitivity > $0 } ?? true }
                        #expect(above.map(\.name) == [], "\(mechanism.name) \(step.name)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "pages opening forms")
        }

        /// The list on a page, and the files of it.
        @Test(arguments: ["", "/rows.csv", "/rows.xlsx"], Worker.all)
        func aListOnAPageAndInAFileHoldsWhatTheMatrixSays(end: String, worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for mechanism in house.world.book.mechanisms {
                    let here = house.world.specimens.filter { $0.mechanism.name == mechanism.name }
                    let reply = try await asker.visit("/work/list/\(mechanism.name)\(end)?limit=200", as: worker)
                    #expect(house.leaks(in: reply, for: worker) == [], "\(mechanism.name)")
                    // Without leave to export anything at all, nobody comes to the address of a file.
                    let mayFile =
                        end.isEmpty || house.expected.mayCome(worker, to: .export, Matter.allCases)
                    let mayList = house.expected.mayEver(worker, .list, mechanism.matter)
                    #expect((reply.status == 200) == (mayList && mayFile), "\(mechanism.name)\(end) \(reply.status)")
                    guard reply.status == 200 else { continue }
                    let wanted = here.filter { specimen in
                        let actions: [Action] = end.isEmpty ? [.list] : [.list, .export]
                        return actions.allSatisfy { house.expected.ceiling(worker, $0, of: specimen) != nil }
                    }
                    let found = here.filter { reply.text.contains($0.record.description) }
                    #expect(Set(found.map(\.serial)) == Set(wanted.map(\.serial)), "\(mechanism.name)\(end)")
                    tried += here.count
                }
                return tried
            }
            Tally.add(tried, to: "pages list\(end)")
        }

        /// The first page of the day, the overview of lists with its counts, and whoever else the frame names.
        @Test(arguments: ["/work", "/work/lists", "/work/search"], Worker.all)
        func pagesAboutManyRecordsNameNobodyOutOfReach(path: String, worker: Worker) async throws {
            let house = try HousePermissionTests.house
            try await house.asking { asker in
                let reply = try await asker.visit(path, as: worker)
                #expect(house.leaks(in: reply, for: worker) == [])
                let named = house.specimens(namedIn: reply)
                #expect(named.allSatisfy { house.expected.ceiling(worker, .list, of: $0) != nil })
                Tally.add(house.world.specimens.count, to: "pages \(path)")
                guard path == "/work/lists" else { return }
                for mechanism in house.world.book.mechanisms {
                    let isListed = reply.text.contains("href=\"/work/list/\(mechanism.name)\"")
                    #expect(isListed == house.expected.mayEver(worker, .list, mechanism.matter), "\(mechanism.name)")
                }
            }
        }

        @Test(arguments: Worker.all)
        func theSearchPageFindsWhomTheMatrixLetsSearch(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for specimen in house.world.specimens where specimen.mechanism.name == "person" {
                    let reply = try await asker.visit(
                        "/work/search", as: worker,
                        form: [("name", "planted-identity-person-family-name-\(specimen.mark)")])
                    let may = house.expected.ceiling(worker, .search, of: specimen) == .identity
                    #expect(reply.text.contains(specimen.record.description) == may, "\(specimen.place)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "pages search")
        }

        /// Choosing a record for a link while the form waits as a draft.
        @Test(arguments: ["person", "case"], Worker.all)
        func aListToChooseFromHoldsWhatTheMatrixSays(kind: String, worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                let mayOpen = house.expected.ceiling(worker, .open, .victims, .none, isClosed: false) != nil
                let draft = try await asker.visit(
                    "/work/new/case-person/open", as: worker, form: [("act", "pick:\(kind)"), ("effective", "2026")])
                guard let path = draft.headers["location"] else {
                    #expect(!mayOpen || worker.function == .liaisonOfficer, "\(draft.status)")
                    return 0
                }
                let here = house.world.specimens.filter { $0.mechanism.name == kind }
                var found: Set<String> = []
                var page: String? = path
                while let next = page {
                    let reply = try await asker.visit(next, as: worker)
                    #expect(house.leaks(in: reply, for: worker) == [])
                    found.formUnion(here.map(\.record.description).filter(reply.text.contains))
                    let marker = "href=\"\(path)?kind=\(kind)&amp;cursor="
                    page = reply.text.components(separatedBy: marker).dropFirst().first.map {
                        "\(path)?kind=\(kind)&cursor=\($0.prefix { $0.isNumber })"
                    }
                }
                let wanted = here.filter { house.expected.ceiling(worker, .list, of: $0) != nil }
                #expect(found == Set(wanted.map(\.record.description)))
                return here.count
            }
            Tally.add(tried, to: "pages pick lists")
        }

        /// One step with many records at once: those that may not be known of are not among those looked at.
        @Test(arguments: Worker.all)
        func manyRecordsAtOnceAreNoWayAround(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for mechanism in house.world.book.mechanisms {
                    let here = house.world.specimens.filter { $0.mechanism.name == mechanism.name }.prefix(200)
                    let steps = mechanism.transitions.filter { !$0.opensRecord && !$0.isCorrection && !$0.isByRegister }
                    guard let step = steps.first(where: { $0.by.contains(worker.function) }) else { continue }
                    let reply = try await asker.visit(
                        "/work/list/\(mechanism.name)/together", as: worker,
                        form: [("step", step.name)] + here.map { ("record", $0.record.description) })
                    #expect(house.leaks(in: reply, for: worker) == [], "\(mechanism.name)")
                    let named = here.filter { reply.text.contains($0.record.description) }
                    let known = here.filter { house.expected.ceiling(worker, .read, of: $0) != nil }
                    #expect(Set(named.map(\.serial)).isSubset(of: known.map(\.serial)), "\(mechanism.name)")
                    tried += here.count
                }
                return tried
            }
            Tally.add(tried, to: "pages bulk")
        }
    }
}
