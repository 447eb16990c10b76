import Access
import ArgumentParser
import Publication
import Registry
import Vocabulary

struct NoticePublish: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Let out what somebody else proposed; prints its number.",
        discussion: "Look at every word first: rapporteur notice show.")
    static let rule = CommandRule.post(.coordinator, [.read, .list, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The record id of the notice.")
    var notice: String

    @Option(help: "What you looked at: whether anybody can be known again by it, and that it is right.")
    var check: String

    @Flag(help: "Do it.")
    var yes = false

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        _ = try RecordArgument.read(notice)
        guard check.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("Say what you looked at: --check \"…\".")
        }
    }

    func run() throws {
        guard yes else { throw CommandFailure.unconfirmed(action: "publish the notice") }
        let published = try OpenNotices.with(register, for: Self.self) { notices in
            try notices.work.publish(RecordArgument.read(notice), check: check, notices.open.asking)
        }
        print(published.number)
    }
}
