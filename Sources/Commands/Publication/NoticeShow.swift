import Access
import ArgumentParser
import Publication
import Registry

struct NoticeShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print what the public reads, or would read, word by word, as JSON.")
    static let rule = CommandRule.post(.coordinator, [.read, .list])
    static let output = CommandOutput.markedRows

    @Argument(help: "The record id of the notice, or the number under which it is published.")
    var notice: String

    @OptionGroup var register: RegisterFolder

    func run() throws {
        let bytes = try OpenNotices.with(register, for: Self.self) { notices in
            try notices.work.content(of: notices.named(notice).record, notices.open.asking).bytes()
        }
        print(String(decoding: bytes, as: UTF8.self), terminator: "")
    }
}
