import Access
import Foundation
import HTTPTypes
import Mechanisms
import Testing
import Vocabulary

@testable import Website

extension HousePermissionTests {
    /// Steps, openings and names of other records, as programs send them. Nothing of it is written: each carries a version
    /// or a link that there is not.
    @Suite struct APIWritingPermissionTests {
        private static let body = #"{"effective": "2026-01-01", "reason": "because"}"#
        private let nobody = HousePermissionTests.nobody

        private func post(
            _ asker: Asker, _ path: String, _ body: String, _ worker: Worker, version: String? = nil
        ) async throws -> Asker.Reply {
            var headers = ["Content-Type": "application/json"]
            if let version { headers["If-Match"] = "\"v\(version)\"" } else { headers["Idempotency-Key"] = Self.key }
            return try await asker.ask(path, .post, as: worker, headers: headers, body: body)
        }

        private static let key = "a-key-of-sixteen-signs"

        @Test(arguments: Worker.all)
        func everyStepIsRefusedWhereTheMatrixSaysSo(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var absent: [String: Asker.Reply] = [:]
                var tried = 0
                for specimen in house.specimens(stride: 12, from: 1, for: worker) {
                    for step in specimen.mechanism.transitions where !step.opensRecord && !step.isByRegister {
                        let kind = "\(specimen.mechanism.name)/\(step.name)"
                        if absent[kind] == nil {
                            let path = "/api/v1/\(specimen.mechanism.name)/\(nobody)/\(step.name)"
                            absent[kind] = try await post(asker, path, Self.body, worker, version: "99")
                        }
                        let reply = try await post(
                            asker, "\(specimen.address)/\(step.name)", Self.body, worker, version: "99")
                        try await check(reply, .write, specimen, worker, house) {
                            try await house.isSame(
                                reply, as: absent[kind] ?? reply,
                                again: { record in
                                    let path = "/api/v1/\(specimen.mechanism.name)/\(record)/\(step.name)"
                                    return try await post(asker, path, Self.body, worker, version: "99")
                                }, specimen.record.description)
                        }
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "API steps")
            #expect(tried > 100)
        }

        /// Refused as the matrix says; what may be done is stopped by something else.
        ///
        /// - Parameter isLikeNothing: Asked of what nobody may know of alone: it asks again where the answers differ.
        private func check(
            _ reply: Asker.Reply, _ action: Action, _ specimen: PermissionWorld.Specimen, _ worker: Worker,
            _ house: PermissionHouse, isLikeNothing: () async throws -> Bool
        ) async throws {
            let isKnown = house.expected.ceiling(worker, .list, of: specimen) != nil
            let may = house.expected.ceiling(worker, action, of: specimen) != nil
            #expect(reply.status >= 400, "\(specimen.place) \(reply.text)")
            if may {
                #expect(!["R101", "R102", "W207"].contains(reply.code), "\(specimen.place) \(reply.text)")
            } else if isKnown {
                #expect(["R102", "W207"].contains(reply.code), "\(specimen.place) \(reply.text)")
            } else {
                let isSame = try await isLikeNothing()
                #expect(isSame, "\(specimen.place) \(reply.text)")
            }
            #expect(house.leaks(in: reply, for: worker) == [], "\(specimen.place)")
        }

        /// Who else reaches a record is said by those to whom it belongs.
        @Test(arguments: Worker.all)
        func whatGivesAccessIsChangedOnlyByThoseWhoMayShare(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for specimen in house.world.specimens {
                    let fields = specimen.mechanism.fields.filter { field in
                        field.linkedMechanism != nil && specimen.mechanism.isGoverned(by: field.name)
                    }
                    let step = specimen.mechanism.transitions.first {
                        $0.from.contains(specimen.state) && !$0.isByRegister
                    }
                    guard let field = fields.first, let step, tried < 60 || HousePermissionTests.triesAll else {
                        continue
                    }
                    let isMany = if case .links = field.kind { true } else { false }
                    let value = isMany ? "[\"\(nobody)\"]" : "\"\(nobody)\""
                    let body = #"{"effective":"2026-01-01","reason":"r","fields":{"\#(field.name)":\#(value)}}"#
                    let reply = try await post(
                        asker, "\(specimen.address)/\(step.name)", body, worker, version: "\(specimen.version)")
                    let mayShare = house.expected.ceiling(worker, .share, of: specimen) != nil
                    let mayWrite = house.expected.ceiling(worker, .write, of: specimen) != nil
                    let isRefused = ["R101", "R102", "W207"].contains(reply.code)
                    #expect(isRefused == !(mayWrite && mayShare), "\(specimen.place) \(reply.text)")
                    #expect(reply.status >= 400, "\(specimen.place) \(reply.text)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "API governing fields")
            #expect(tried > 20)
        }

        @Test(arguments: Worker.all)
        func whatLiesAboveTheCeilingIsNotFilled(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for specimen in house.world.specimens {
                    guard let ceiling = house.expected.ceiling(worker, .write, of: specimen),
                        let field = specimen.mechanism.fields.first(where: {
                            $0.sensitivity > ceiling && $0.kind == .text
                        }),
                        let step = specimen.mechanism.transitions.first(where: { !$0.opensRecord && !$0.isByRegister })
                    else { continue }
                    let body = #"{"effective": "2026", "reason": "r", "fields": {"\#(field.name)": "x"}}"#
                    let reply = try await post(
                        asker, "\(specimen.address)/\(step.name)", body, worker, version: "99")
                    #expect(reply.code == "R103", "\(specimen.place) \(reply.text)")
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "API fields above the ceiling")
        }

        @Test(arguments: Worker.all)
        func nothingAboveTheCeilingIsFilledWhenARecordIsOpened(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for mechanism in house.world.book.mechanisms {
                    guard let ceiling = house.expected.ceiling(worker, .open, mechanism.matter, .none, isClosed: false),
                        let step = mechanism.transitions.first(where: { $0.opensRecord && !$0.isByRegister })
                    else { continue }
                    for field in mechanism.fields where field.sensitivity > ceiling && field.kind == .text {
                        let body =
                            #"{"transition": "\#(step.name)", "effective": "2026", "fields": {"\#(field.name)": "x"}}"#
                        let reply = try await post(asker, "/api/v1/\(mechanism.name)", body, worker)
                        #expect(reply.code == "R103", "\(mechanism.name) \(field.name) \(reply.text)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "API fields above the ceiling")
        }

        @Test(arguments: Worker.all)
        func aRecordIsOpenedOnlyWhereTheMatrixSaysSo(worker: Worker) async throws {
            let house = try HousePermissionTests.house
            let tried = try await house.asking { asker in
                var tried = 0
                for mechanism in house.world.book.mechanisms {
                    for step in mechanism.transitions where step.opensRecord && !step.isByRegister {
                        let action: Action = mechanism.name == "break-glass" ? .breakGlass : .open
                        let may =
                            house.expected.ceiling(worker, action, mechanism.matter, .none, isClosed: false) != nil
                        // What may be opened is stopped by a field that there is not; what may not, by the policy alone.
                        let fields =
                            mechanism.fields.filter { $0.linkedMechanism != nil }.prefix(1).map { field in
                                if case .links = field.kind { return "\"\(field.name)\": [\"\(nobody)\"]" }
                                return "\"\(field.name)\": \"\(nobody)\""
                            }
                            + ["\"no-such-field\": 1"].filter { _ in
                                may && mechanism.fields.allSatisfy { $0.linkedMechanism == nil }
                            }
                        let body =
                            "{\"transition\": \"\(step.name)\", \"effective\": \"2026\", \"fields\": {\(fields.joined())}}"
                        let reply = try await post(asker, "/api/v1/\(mechanism.name)", body, worker)
                        #expect(["R112", "W207"].contains(reply.code) == !may, "\(mechanism.name) \(reply.text)")
                        #expect(reply.status >= 400, "\(mechanism.name) \(reply.text)")
                        tried += 1
                    }
                }
                return tried
            }
            Tally.add(tried, to: "API openings")
        }

        /// Naming a record in another one tells nothing of it, and gives nobody access to it who has none to give.
        @Test(arguments: [("task", "about", Action.list), ("share", "records", .share)], Worker.all)
        func aRecordIsNamedOnlyWhereTheMatrixSaysSo(
            naming: (mechanism: String, field: String, action: Action), worker: Worker
        ) async throws {
            let house = try HousePermissionTests.house
            let (mechanism, field, action) = naming
            let mayOpen = house.expected.ceiling(worker, .open, .sharing, .none, isClosed: false) != nil
            guard mayOpen else { return }
            let tried = try await house.asking { asker in
                func name(_ record: String) async throws -> Asker.Reply {
                    let fields =
                        mechanism == "task"
                        ? #""about": "\#(record)", "assigned-to": "\#(nobody)""#
                        : #""records": ["\#(record)"], "receiver": "\#(nobody)""#
                    return try await post(
                        asker, "/api/v1/\(mechanism)", "{\"effective\": \"2026\", \"fields\": {\(fields)}}", worker)
                }
                let absent = try await name(nobody)
                var tried = 0
                for specimen in house.specimens(stride: 8, from: 2, for: worker) {
                    let reply = try await name(specimen.record.description)
                    let may = house.expected.ceiling(worker, action, of: specimen) != nil
                    let named = reply.json["problems"]?.items.compactMap { $0["pointer"]?.text } ?? []
                    #expect(reply.status == 422, "\(specimen.place) \(reply.text)")
                    #expect(
                        named.contains { $0.hasPrefix("/fields/\(field)") } == !may, "\(specimen.place) \(reply.text)")
                    if !may {
                        let isSame = try await house.isSame(
                            reply, as: absent, again: name, specimen.record.description)
                        #expect(isSame, "\(specimen.place) \(reply.text)")
                    }
                    tried += 1
                }
                return tried
            }
            Tally.add(tried, to: "API links")
        }
    }
}

extension Mechanism {
    /// Whether a field says who stands how to which records.
    func isGoverned(by field: String) -> Bool { owner == field || standings.contains { $0.fields.contains(field) } }
}
