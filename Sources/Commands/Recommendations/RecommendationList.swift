import Access
import ArgumentParser
import Registry
import Vocabulary

struct RecommendationList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Recommendations with their answers and actions, those nobody answered first.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @Flag(help: "Only those that nobody answered and no action carries out.")
    var unanswered = false

    @Option(help: "Only those of this cycle, by its reference or title.")
    var cycle: String?

    @OptionGroup var register: RegisterFolder

    private static let columns = [
        "body", "cycle", "place", "number", "text", "addressee", "standing", "acceptance", "assessment", "latest",
        "actions", "related", "marking",
    ]

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let known = try open.registry.recommendations(open.asking)
        try open.close()
        let byRecord = Dictionary(known.lines.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        print(CSVText.line(Self.columns))
        for line in known.unansweredFirst where !unanswered || line.standing == .silent {
            let head = known.cycle(of: line)
            if let cycle, head?.reference != cycle, head?.title != cycle { continue }
            let related = line.relatives.map { relative in
                let other = byRecord[relative.record]
                return "\(relative.kind) \(other.flatMap(known.cycle)?.name ?? "") \(other?.number ?? "")"
            }
            print(
                CSVText.line([
                    head?.body ?? "", head?.name ?? "", "\(line.place)", line.number, line.text, line.addressee,
                    line.standing.rawValue, line.acceptance ?? "", line.assessment ?? "",
                    line.latest?.description ?? "", line.actions.map(\.code).joined(separator: " "),
                    related.joined(separator: " | "), Marking.professionals.rawValue,
                ]))
        }
    }
}
