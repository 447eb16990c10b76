import Access
import ArgumentParser
import Foundation

struct WriteReference: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Write the reference pages: commands, mechanisms, indicators, code lists, tables of the database.",
        discussion:
            "The pages come from the program itself, so they say what it does. Pages that are there are replaced."
    )
    static let rule = CommandRule.post(.systemOperator, [.initialise])
    static let output = CommandOutput.talk

    @Option(name: .customLong("out"), help: "The folder to write to.")
    var out: String

    func run() throws {
        let folder = URL(filePath: out, directoryHint: .isDirectory)
        let pages = try ReferencePages(loader: BookLoader(resources: Resources.find())).all()
        for (name, text) in pages.sorted(by: { $0.key < $1.key }) {
            let file = folder.appending(path: name)
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file, options: .atomic)
            } catch {
                throw CommandFailure.unwritable(file: file.path, reason: "the disk or its rights do not let it")
            }
        }
        print("\(pages.count) pages were written to \(out).")
    }
}
