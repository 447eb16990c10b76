import Access
import ArgumentParser
import Intake
import Registry
import Vocabulary

struct QuestionnaireList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The questionnaires of the register and their rounds, with how many answered.")
    static let rule = CommandRule.post(.coordinator, [.read])
    static let output = CommandOutput.markedRows

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let open = try OpenRegistry(register, for: Self.self)
        let sheets = try open.registry.questionnaires(open.asking)
        let rounds = Dictionary(grouping: try open.registry.rounds(open.asking), by: \.questionnaire.record)
        try open.close()
        print("questionnaire,title,version,state,round,round-title,deadline,asked,answered,overdue,marking")
        for sheet in sheets {
            let head = [sheet.record.description, sheet.title, String(sheet.edition), sheet.state]
            let mark = Marking.professionals.rawValue
            let own = rounds[sheet.record] ?? []
            if own.isEmpty { print(CSVText.line(head + ["", "", "", "", "", "", mark])) }
            for stand in own {
                print(
                    CSVText.line(
                        head + [
                            stand.record.description, stand.title, stand.deadline.description,
                            String(stand.lines.count), String(stand.lines.count(where: \.hasAnswered)),
                            String(stand.lines.count(where: \.isOverdue)), mark,
                        ]))
            }
        }
    }
}
