import Access
import ArgumentParser
import Ledger

struct LedgerRebuild: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Drop the derived tables and make them again from the events.")
    static let rule = CommandRule.post(.systemOperator, [.rebuild])
    static let output = CommandOutput.talk

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let grant = try Self.grant(.rebuild)
        let open = try OpenRegister.open(register, for: .rebuilding)
        let end = try open.ledger.position()
        let bar = ProgressBar(label: "Rebuilding")
        _ = try open.ledger.rebuild(under: grant) { events in
            bar.show(Int(events), of: Int(end.sequence), detail: "events")
            return true
        }
        bar.end()
        try open.close()
        print("The derived tables were made again from \(end.sequence) events.")
    }
}
