import Access
import ArgumentParser
import Registry
import Vocabulary

struct RecordHistory: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Who changed a record and who looked at it, the first one first.")
    static let rule = CommandRule.named([.list, .read, .review])
    static let output = CommandOutput.markedRows

    @Argument(help: "The id of the record.")
    var record: String

    @OptionGroup var acting: ActingAs
    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try RecordArgument.read(record) }

    func run() throws {
        let open = try OpenRegistry(register, acting, for: Self.self)
        let entries = try open.registry.timeline(of: RecordArgument.read(record), open.asking)
        try open.close()
        print("when,what,state,version,fields,function,organisation,account,reason,marking")
        for entry in entries {
            var cells: [String]
            switch entry.what {
            case .changed(let transition, let state, let version, let fields, _):
                cells = [transition, state, String(version), fields.map(\.name).joined(separator: " ")]
            case .accessed(let kind): cells = [kind, "", "", ""]
            }
            cells += [entry.function, entry.organisation ?? "", entry.account ?? ""]
            if case .changed(_, _, _, _, let reason) = entry.what {
                cells.append(reason ?? "")
            } else {
                cells.append("")
            }
            // Reasons are free text about a person's record.
            cells.append(Marking.restricted.rawValue)
            print(CSVText.line([entry.recordedAt.description] + cells))
        }
    }
}
