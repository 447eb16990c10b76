import Access
import ArgumentParser
import Publication
import Registry
import Vocabulary

struct NoticeList: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what was proposed for publication, and what became of it, as CSV.")
    static let rule = CommandRule.post(.coordinator, [.read, .list])
    static let output = CommandOutput.markedRows

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let notices = try OpenNotices.with(register, for: Self.self) { notices in
            try notices.open.registry.notices(notices.open.asking)
        }
        print(
            CSVText.line(["notice", "state", "number", "kind", "title", "as-of", "source-stands", "hash", "marking"]))
        for notice in notices {
            print(
                CSVText.line([
                    notice.record.description, notice.state, notice.number.map(String.init) ?? "", notice.kind,
                    notice.title, notice.asOf?.description ?? "", notice.stands ? "yes" : "no", notice.frozen ?? "",
                    Access.Marking.professionals.rawValue,
                ]))
        }
    }
}
