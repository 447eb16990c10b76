import Access
import Foundation
import Mechanisms
import Testing
import Vocabulary

/// Every cell of the permission matrix that records can show, asked through the command line. Each question starts the
/// program: in an ordinary run a function asks its share of them, and at least one about each matter.
@Suite(.serialized) struct CommandLinePermissionTests {
    private static let world = Result { try PermissionWorld(account: "shell-\(getuid())") }

    /// Field contents by record, as `record show` and `record list` print them.
    private struct Printed {
        private(set) var fields: [String: [String: String]] = [:]

        init(_ output: String) {
            for line in output.split(separator: "\n").dropFirst() {
                let cells = line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
                fields[cells[0], default: [:]][cells[3]] = cells[4]
            }
        }
    }

    private func ask(_ world: PermissionWorld, _ function: FunctionKind, _ words: [String]) throws
        -> BuiltProgram.Outcome
    {
        var arguments = words + ["--as", function.rawValue, "--for", world.home.description, "--data", world.path]
        if let post = world.posts[function] { arguments += ["--post", post.description] }
        return try BuiltProgram.run(arguments)
    }

    /// What a function asks about: all, or every fourth from a place of its own on and the first of each matter, so that the
    /// functions together ask about everything.
    private func mechanisms(_ world: PermissionWorld, for function: FunctionKind) -> [Mechanism] {
        if HousePermissionTests.triesAll { return world.book.mechanisms }
        let place = PermissionWorld.functions.firstIndex(of: function) ?? 0
        var matters: Set<Matter> = []
        return world.book.mechanisms.enumerated().filter { offset, mechanism in
            matters.insert(mechanism.matter).inserted || (offset + place) % 4 == 0
        }.map(\.element)
    }

    @Test(arguments: PermissionWorld.functions)
    func aReadingShowsWhatTheMatrixSaysAndNothingElse(function: FunctionKind) throws {
        let world = try Self.world.get()
        let expected = try ExpectedPermissions()
        let place = PermissionWorld.functions.firstIndex(of: function) ?? 0
        let specimens = world.specimens.enumerated().filter { offset, _ in
            HousePermissionTests.triesAll || (offset + place) % 2 == 0
        }.map(\.element)
        let outcome = try ask(world, function, ["record", "show"] + specimens.map(\.record.description))
        let printed = Printed(outcome.output)
        var tried = 0
        for specimen in specimens {
            let place = "\(specimen.mechanism.name) \(specimen.state) \(specimen.situation)"
            let ceiling = expected.ceiling(function, .read, of: specimen)
            let shown = printed.fields[specimen.record.description]
            #expect((shown != nil) == (ceiling != nil), "\(place)")
            for field in specimen.mechanism.fields {
                guard let content = shown?[field.name], let ceiling else { continue }
                let isShown = field.sensitivity <= ceiling && !specimen.isApart(field)
                #expect((content == "shown") == isShown, "\(place) \(field.name)")
                tried += 1
            }
        }
        for level in Sensitivity.allCases
        where !specimens.contains(where: {
            expected.ceiling(function, .read, of: $0).map { $0 >= level } ?? false
        }) {
            #expect(!(outcome.output + outcome.talk).contains("planted-\(level)"), "\(level)")
        }
        let seesLittle: Set<FunctionKind> = [.coordinator, .respondent, .systemOperator]
        #expect(specimens.count > 350 && (tried > 400 || seesLittle.contains(function)))
    }

    @Test(arguments: PermissionWorld.functions)
    func aListAndItsCountHoldWhatTheMatrixSaysAndNothingElse(function: FunctionKind) throws {
        let world = try Self.world.get()
        let expected = try ExpectedPermissions()
        for mechanism in mechanisms(world, for: function) {
            let here = world.specimens.filter { $0.mechanism.name == mechanism.name }
            let visible = Set(
                here.filter { expected.ceiling(function, .list, of: $0) != nil }.map(\.record.description))
            let outcome = try ask(world, function, ["record", "list", mechanism.name, "--limit", "200"])
            let printed = Printed(outcome.output).fields
            let listed = Set(printed.keys).intersection(here.map(\.record.description))
            #expect(listed == visible, "\(mechanism.name)")
            for specimen in here {
                guard let ceiling = expected.ceiling(function, .list, of: specimen) else { continue }
                for (name, content) in printed[specimen.record.description] ?? [:] {
                    guard let field = mechanism.field(name) else { continue }
                    #expect((content == "shown") == (field.sensitivity <= ceiling), "\(mechanism.name) \(name)")
                }
            }
            let count = try ask(world, function, ["record", "list", mechanism.name, "--count"])
            if count.status == 0 {
                #expect(count.lines.first.flatMap { Int($0) } == printed.count, "\(mechanism.name)")
            } else {
                #expect(visible.isEmpty && count.talk.contains("R112"))
            }
        }
    }

    @Test(arguments: PermissionWorld.functions)
    func aStepIsRefusedByThePolicyWhereTheMatrixSaysNo(function: FunctionKind) throws {
        let world = try Self.world.get()
        let expected = try ExpectedPermissions()
        let place = PermissionWorld.functions.firstIndex(of: function) ?? 0
        var seen: Set<[String]> = []
        for specimen in world.specimens {
            let relation = specimen.relation(for: function)
            let cell = ["\(specimen.mechanism.matter)", relation.rawValue, "\(specimen.isClosed)"]
            guard let step = specimen.mechanism.transitions.first(where: { $0.from.contains(specimen.state) }),
                seen.insert(cell).inserted
            else { continue }
            // In an ordinary run half of the cells each.
            if !HousePermissionTests.triesAll, (seen.count + place) % 2 != 0 { continue }
            let outcome = try ask(
                world, function,
                [
                    "record", "step", specimen.record.description, step.name, "--version", "99", "--effective",
                    "2026-01-01",
                ])
            let mayWrite = expected.ceiling(function, .write, of: specimen) != nil
            let mayKnow = expected.ceiling(function, .list, of: specimen) != nil
            let isRefused = outcome.talk.contains("R101") || outcome.talk.contains("R102")
            #expect(isRefused == !mayWrite, "\(cell) \(step.name): \(outcome.talk)")
            if !mayWrite { #expect(outcome.talk.contains("R101") == !mayKnow, "\(cell): \(outcome.talk)") }
        }
        #expect(seen.count > 30)
    }

    @Test(arguments: PermissionWorld.functions)
    func aRecordIsOpenedOnlyWhereTheMatrixSaysSo(function: FunctionKind) throws {
        let world = try Self.world.get()
        let expected = try ExpectedPermissions()
        for mechanism in mechanisms(world, for: function) {
            let outcome = try ask(
                world, function, ["record", "open", mechanism.name, "--effective", "2026-01-01"])
            let action: Action = mechanism.name == "break-glass" ? .breakGlass : .open
            let may = expected.ceiling(function, action, mechanism.matter, .none, isClosed: false) != nil
            #expect(outcome.talk.contains("R112") == !may, "\(mechanism.name): \(outcome.talk)")
        }
    }
}
