import Access
import ArgumentParser
import Foundation
import Publication
import Registry
import Vocabulary

struct NoticeShow: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print what the public reads, or would read, word by word, as JSON.")
    static let rule = CommandRule.post(.coordinator, [.read, .list])
    static let output = CommandOutput.markedRows

    @Argument(help: "The record id of the notice, or the number under which it is published.")
    var notice: String

    @OptionGroup var register: RegisterFolder

    /// What is printed: the content, and how it stands.
    private struct Shown: Encodable {
        let content: NoticeContent
        let marking: String
        let notice: String
        let sha256: String
        let state: String
    }

    func run() throws {
        let (head, content) = try OpenNotices.with(register, for: Self.self) { notices in
            let head = try notices.named(notice)
            return (head, try notices.work.content(of: head.record, notices.open.asking))
        }
        let marking: Access.Marking = head.state == "published" ? .public : .professionals
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let shown = try encoder.encode(
            Shown(
                content: content, marking: marking.rawValue, notice: head.record.description,
                sha256: digest(of: content.bytes()), state: head.state))
        print(String(decoding: shown, as: UTF8.self))
    }
}
