import Access
import ArgumentParser
import Foundation
import Intake
import Ledger
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Commands

/// Every cell of the permission matrix that an import can reach: what it opens, names and touches, asked through the way
/// that every import takes. What is expected is read from docs/reference/permissions.csv.
@Suite(.serialized) struct ImportPermissionTests {
    private static let world = Result { try PermissionWorld(account: "shell-\(getuid())") }

    /// An importer that decides everything and writes nothing, for one function of the house.
    private struct Importer {
        let sink: RegisterSink

        /// Why a row of one command is held back; nil where it would go in.
        func reason(_ command: Command) async throws -> RefusalReason? {
            guard case .refused(let reasons)? = try await sink.submit([RowCommands(row: 2, commands: [command])]).first
            else { return nil }
            #expect(!reasons.isEmpty)
            return reasons.first
        }
    }

    private func importer(_ world: PermissionWorld, _ function: FunctionKind, in open: OpenRegister) throws -> Importer
    {
        let registry = try Registry(ledger: open.ledger, book: world.book, clock: OpenRegister.clock)
        let supervised = registry.directory.organisations.values.filter { $0.supervisor == world.home }.map(\.id)
        let actor = Actor(
            account: Shell.account, function: function, organisation: world.home, post: world.posts[function],
            supervises: .organisations(Set(supervised)))
        return Importer(sink: try RegisterSink(registry, Asking(actor), isRehearsal: true))
    }

    /// Runs `body` with an importer, where the matrix lets the function import at all.
    ///
    /// - Returns: How many cells were tried.
    private func trying(
        _ function: FunctionKind,
        _ body: (PermissionWorld, ExpectedPermissions, Importer) async throws -> Int
    ) async throws -> Int {
        let world = try Self.world.get()
        let expected = try ExpectedPermissions()
        let open = try OpenRegister.open(RegisterFolder.parse(["--data", world.path]), for: .writing)
        defer { try? open.close() }
        let mayImport = expected.ceiling(function, .importRecords, .register, .none, isClosed: false) != nil
        do {
            let importer = try importer(world, function, in: open)
            #expect(mayImport, "\(function) imports")
            return try await body(world, expected, importer)
        } catch is AccessRefusal {
            #expect(!mayImport, "\(function) is refused")
            return 1
        }
    }

    private func command(
        _ mechanism: Mechanism, _ transition: String, _ changes: [String: FieldValue] = [:], on record: RecordID? = nil
    ) -> Command {
        var random = SystemRandomNumberGenerator()
        return Command(
            mechanism: mechanism.name, record: record ?? RecordID(at: OpenRegister.clock(), using: &random),
            transition: transition, expectedVersion: record == nil ? 0 : 99, changes: changes,
            effective: .day(CalendarDate(daysSinceEpoch: 20_000)))
    }

    @Test(arguments: PermissionWorld.functions)
    func aRowOpensOnlyWhatTheMatrixSays(function: FunctionKind) async throws {
        let tried = try await trying(function) { world, expected, importer in
            var cells = 0
            for mechanism in world.book.mechanisms {
                guard let opening = mechanism.transitions.first(where: { $0.opensRecord && !$0.isByRegister }) else {
                    continue
                }
                let action: Action = mechanism.name == "break-glass" ? .breakGlass : .open
                let may = expected.ceiling(function, action, mechanism.matter, .none, isClosed: false) != nil
                let reason = try await importer.reason(command(mechanism, opening.name))
                #expect((reason?.code == "R112") == !may, "\(mechanism.name): \(reason?.message ?? "in")")
                cells += 1
            }
            return cells
        }
        Self.report("open", function, tried)
    }

    @Test(arguments: PermissionWorld.functions)
    func aRowNamesOnlyWhatTheMatrixSays(function: FunctionKind) async throws {
        let nowhere = RecordID(high: 0x019A_0000_0000_7FFF, low: 0x8FFF_FFFF_FFFF_FFFF)
        let tried = try await trying(function) { world, expected, importer in
            var cells = 0
            for mechanism in world.book.mechanisms where mechanism.name != "break-glass" {
                guard let opening = mechanism.transitions.first(where: { $0.opensRecord && !$0.isByRegister }),
                    expected.ceiling(function, .open, mechanism.matter, .none, isClosed: false) != nil
                else { continue }
                let reaching = Set(mechanism.standings.flatMap(\.toLinked))
                for field in mechanism.fields where field.name != mechanism.owner {
                    guard let target = field.linkedMechanism else { continue }
                    // A field through which somebody comes to reach records gives access to them: it is a share.
                    let action: Action = reaching.contains(field.name) ? .share : .list
                    let absent = try await importer.reason(
                        command(mechanism, opening.name, [field.name: value(nowhere, of: field)]))
                    for specimen in world.specimens
                    where target == Field.anyMechanism || specimen.mechanism.name == target {
                        let may = expected.ceiling(function, action, of: specimen) != nil
                        let reason = try await importer.reason(
                            command(mechanism, opening.name, [field.name: value(specimen.record, of: field)]))
                        let place =
                            "\(mechanism.name).\(field.name) → \(specimen.mechanism.name) \(specimen.state) \(specimen.relation)"
                        let isBroken = reason?.code == "M108" && reason?.place.last == field.name
                        #expect(isBroken == !may, "\(place): \(reason?.message ?? "in")")
                        // What is out of reach is told as what is not there, word for word.
                        if !may { #expect(reason == absent, "\(place)") }
                        cells += 1
                    }
                }
            }
            return cells
        }
        Self.report("name", function, tried)
    }

    @Test(arguments: PermissionWorld.functions)
    func aRowTouchesOnlyWhatTheMatrixSays(function: FunctionKind) async throws {
        let nowhere = RecordID(high: 0x019A_0000_0000_7FFF, low: 0x8FFF_FFFF_FFFF_FFFF)
        let tried = try await trying(function) { world, expected, importer in
            var cells = 0
            for specimen in world.specimens {
                let mechanism = specimen.mechanism
                guard
                    let step = mechanism.transitions.first(where: {
                        $0.from.contains(specimen.state) && !$0.isByRegister
                    })
                else { continue }
                let mayWrite = expected.ceiling(function, .write, of: specimen) != nil
                let mayKnow = expected.ceiling(function, .list, of: specimen) != nil
                let reason = try await importer.reason(command(mechanism, step.name, on: specimen.record))
                let place = "\(mechanism.name) \(specimen.state) \(specimen.relation)"
                let isRefused = reason?.code == "R101" || reason?.code == "R102"
                #expect(isRefused == !mayWrite, "\(place): \(reason?.message ?? "in")")
                if !mayWrite, !mayKnow {
                    let absent = try await importer.reason(command(mechanism, step.name, on: nowhere))
                    #expect(reason == absent, "\(place)")
                }
                cells += 1
            }
            return cells
        }
        Self.report("touch", function, tried)
    }

    private func value(_ record: RecordID, of field: Field) -> FieldValue {
        if case .links = field.kind { return .links([record]) }
        return .link(record)
    }

    /// Fails where nothing was tried, and says how much was.
    private static func report(_ what: String, _ function: FunctionKind, _ cells: Int) {
        #expect(cells > 0)
        print("import matrix: \(function.rawValue), \(what): \(cells) cells")
    }
}
