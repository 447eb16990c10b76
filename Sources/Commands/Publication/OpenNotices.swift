import Registry
import Vocabulary
import Website

/// A register opened to look at its notices, or to do something with them, for the post of the command.
struct OpenNotices {
    let open: OpenRegistry
    let work: NoticeWork

    init(_ register: RegisterFolder, for command: any RuledCommand.Type) throws {
        open = try OpenRegistry(register, for: command)
        work = NoticeWork(
            register, open.registry, languages: try BookLoader(resources: Resources.find()).languages())
    }

    /// The notice of a record id or of a number.
    func named(_ name: String) throws -> NoticeHead {
        if let record = RecordID(name) { return try open.registry.notice(record, open.asking) }
        let notices = try open.registry.notices(open.asking)
        if let number = Int(name), let found = notices.first(where: { $0.number == number }) { return found }
        throw CommandFailure.unknownName(
            kind: "notice", name: name, known: notices.compactMap(\.number).sorted().map(String.init))
    }

    /// Does something and closes the register, whatever came of it.
    static func with<Result>(
        _ register: RegisterFolder, for command: any RuledCommand.Type, _ body: (OpenNotices) throws -> Result
    ) throws -> Result {
        let notices = try OpenNotices(register, for: command)
        let result: Result
        do { result = try body(notices) } catch {
            try? notices.open.close()
            throw error
        }
        try notices.open.close()
        return result
    }
}
