import Access
import ArgumentParser
import Ledger
import Mechanisms

struct LedgerVerify: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every event, checkpoint and derived table; name the first bad event.",
        discussion: "Ends with 0 when the ledger is sound, with 3 when it is not.")
    static let rule = CommandRule.post(.systemOperator, [.verify])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    @Flag(inversion: .prefixedNo, help: "Compare the derived tables with a rebuild as well; takes longer.")
    var projections = true

    @Option(help: "How the result is written.")
    var format: OutputFormat = .text

    func run() throws {
        _ = try Self.grant(.verify)
        let open: OpenRegister
        do {
            open = try OpenRegister.open(register, for: .reading)
        } catch let failure as StoreFailure where failure.code == "S105" {
            // A file too damaged to be opened is what this command is asked to find.
            Talk.say("\(failure.code) \(failure.message)")
            throw ExitCode(Ending.foundDifferences)
        }
        let end = try open.ledger.position()
        let bar = ProgressBar(label: "Verifying")
        let found = try open.ledger.verify(projections: projections) { events in
            bar.show(Int(events), of: Int(end.sequence), detail: "events")
            return true
        }
        bar.end()
        try open.close()
        print(report(found))
        if !found.isSound { throw ExitCode(Ending.foundDifferences) }
    }

    private func report(_ found: Verification) -> String {
        switch format {
        case .json: json(found).text(indent: 2)
        case .csv: csv(found)
        case .text: text(found)
        }
    }

    private func json(_ found: Verification) -> JSON {
        let faults = found.faults.map { fault in
            JSON.members([
                "check": .text(fault.check.rawValue),
                "event": number(fault.sequence),
                "message": .text(fault.message),
            ])
        }
        return .members([
            "sound": .boolean(found.isSound),
            "events": number(found.events),
            "soundThrough": number(found.soundThrough),
            "firstBadEvent": number(found.firstBadEvent),
            "checkpoints": .number(found.checkpoints),
            "faults": .array(faults),
        ])
    }

    private func number(_ number: Int64?) -> JSON { number.map { .number(Int($0)) } ?? .null }

    private func csv(_ found: Verification) -> String {
        let lines = found.faults.map { fault in
            CSVText.line([fault.check.rawValue, fault.sequence.map { String($0) } ?? "", fault.message])
        }
        return (["check,event,message"] + lines).joined(separator: "\n")
    }

    private func text(_ found: Verification) -> String {
        if found.isSound {
            return "The ledger is sound: \(found.events) events, \(found.checkpoints) checkpoints."
        }
        let first = found.firstBadEvent.map { "The first bad event is \($0). " } ?? ""
        let lines = found.faults.map { fault in
            let place = fault.sequence.map { ", event \($0)" } ?? ""
            return "  \(fault.check.rawValue)\(place): \(fault.message)"
        }
        return """
            The ledger is NOT sound. \(first)Sound up to event \(found.soundThrough).
            \(lines.joined(separator: "\n"))
            Stop writing to it, keep a copy, and restore the newest backup that verifies.
            """
    }
}
