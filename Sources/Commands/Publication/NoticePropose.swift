import Access
import ArgumentParser
import Publication
import Registry
import Vocabulary
import Website

struct NoticePropose: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Propose a record for publication; prints the notice's id.",
        discussion: """
            A plan (as it stood on a day), a good practice that is published, a judgement of compliance made known to the \
            public, or a press release that is issued. Nothing goes out before another person let it out.
            """)
    static let rule = CommandRule.post(.coordinator, [.read, .list, .open, .export])
    static let output = CommandOutput.talk

    @Argument(help: "The record id.")
    var record: String

    @Option(help: "The body in whose name it goes out.")
    var publisher: String

    @Option(name: .customLong("as-of"), help: "Of a plan: the day whose state is shown; today where none is given.")
    var day: CalendarDate?

    @OptionGroup var register: RegisterFolder

    func validate() throws { _ = try RecordArgument.read(record) }

    func run() throws {
        let about = try RecordArgument.read(record)
        let notice = try OpenNotices.with(register, for: Self.self) { notices in
            let asking = notices.open.asking
            let content = try NoticeMaker(notices.open.registry, asking).content(
                of: about, on: day, publisher: publisher)
            return try notices.work.propose(NoticeProposal(content, about: about), asking, key: nil)
        }
        print(notice)
        Talk.say("Proposed. Another person looks at it and lets it out: /work/notices/\(notice).")
    }
}
