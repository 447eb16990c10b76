import Access
import ArgumentParser
import Publication
import Registry
import Vocabulary

struct NoticeWithdraw: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a notice back: its content is shown to nobody any more.")
    static let rule = CommandRule.post(.coordinator, [.read, .list, .write])
    static let output = CommandOutput.talk

    @Argument(help: "The record id of the notice, or its number.")
    var notice: String

    @Option(help: "Why, for the public.")
    var reason: String

    @Flag(help: "Do it.")
    var yes = false

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("Say why: --reason \"…\".") }
    }

    func run() throws {
        guard yes else { throw CommandFailure.unconfirmed(action: "withdraw notice \(notice)") }
        try OpenNotices.with(register, for: Self.self) { notices in
            try notices.work.withdraw(notices.named(notice).record, because: reason, notices.open.asking)
        }
        print("Notice \(notice) is withdrawn.")
    }
}
