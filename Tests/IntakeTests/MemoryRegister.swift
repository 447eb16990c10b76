import Intake
import Mechanisms
import Vocabulary

/// A register that keeps what it is given, and refuses what it is told to refuse.
actor MemoryRegister: CommandSink {
    private(set) var commands: [Command] = []
    private var records: [Origin: RecordID] = [:]
    private let refuses: @Sendable (Command) -> Bool

    init(refusing refuses: @escaping @Sendable (Command) -> Bool = { _ in false }) { self.refuses = refuses }

    func known(_ origins: [Origin]) -> [Origin: RecordID] {
        var known: [Origin: RecordID] = [:]
        for origin in origins { known[origin] = records[origin] }
        return known
    }

    func submit(_ groups: [RowCommands]) -> [RowOutcome] {
        groups.map { group in
            if group.commands.contains(where: refuses) {
                return .refused([RefusalReason(code: "M109", message: "must be filled")])
            }
            for command in group.commands {
                commands.append(command)
                if let origin = command.origin { records[origin] = command.record }
            }
            return .accepted
        }
    }

    func commands(of mechanism: String) -> [Command] { commands.filter { $0.mechanism == mechanism } }
}

/// What an import told while it ran.
final class Told {
    var findings: [Finding] = []
    var heldBack: [UInt8] = []
    var progress: [ImportProgress] = []

    var listener: ImportListener {
        ImportListener(
            progress: { self.progress.append($0) }, finding: { self.findings.append($0) },
            heldBack: { self.heldBack += $0 })
    }

    var codes: [String] { findings.map(\.code) }
    /// The file of held-back rows, line by line.
    var heldBackLines: [String] {
        String(decoding: heldBack.dropFirst(3), as: UTF8.self).split(separator: "\r\n").map(String.init)
    }
}

/// A fingerprint without a key, for tests: FNV-1a over everything (Fowler, Noll, Vo), twice.
let plainFingerprint: Fingerprint = { source, key, ordinal in
    let bytes = Array("\(source)\u{0}\(ordinal)\u{0}".utf8) + key
    func hash(_ start: UInt64) -> UInt64 {
        bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    return Origin(high: hash(0xCBF2_9CE4_8422_2325), low: hash(0x9E37_79B9_7F4A_7C15))
}

/// Imports into a register.
func imported(
    _ source: any ByteSource, as description: SourceDescription, into register: MemoryRegister = MemoryRegister(),
    telling told: Told = Told()
) async throws -> ImportSummary {
    let run = ImportRun(
        source, as: description, into: register, fingerprint: plainFingerprint,
        clock: { Timestamp(milliseconds: 1_700_000_000_000) }, seed: 1)
    return try await run.run(told.listener)
}
