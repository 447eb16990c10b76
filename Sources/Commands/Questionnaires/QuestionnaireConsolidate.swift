import Access
import ArgumentParser
import Intake
import Mechanisms
import Registry
import Vocabulary

struct QuestionnaireConsolidate: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "consolidate", abstract: "Put the answers of a round together, with those named who sent none.",
        discussion: "Each response that is read is written down as read.")
    static let rule = CommandRule.post(.coordinator, [.read, .list])
    static let output = CommandOutput.markedRows

    @Option(help: "The round by its record id or title; not needed where there is only one.")
    var round: String?

    @Option(help: "The language of the questions, ISO 639-3; that of the questionnaire where it is not translated.")
    var language = "eng"

    @Option(help: "How the annex is written.")
    var format: AnnexFormat = .csv

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let stand = try QuestionnaireChoice(open).round(round)
        let sheets = try open.registry.sheets(of: stand, open.asking)
        try open.close()
        let annex = Consolidation(stand, sheets, in: language)
        switch format {
        case .csv:
            print(CSVText.line(Consolidation.columns))
            for row in annex.rows(marked: Marking.named.rawValue) { print(CSVText.line(row)) }
        case .text: print(AnnexPaper(annex).text)
        case .html: print(AnnexPaper(annex).html)
        }
    }
}

/// `--format` of an annex.
enum AnnexFormat: String, CaseIterable, ExpressibleByArgument {
    case text, csv, html
}
