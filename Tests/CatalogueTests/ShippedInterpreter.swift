import Catalogue
import Foundation
import Mechanisms
import TestKit
import Vocabulary

/// The book as it is shipped, for tests that take steps in it: its mechanisms, code lists and clocks, without labels.
enum ShippedInterpreter {
    static func make() throws -> Interpreter {
        let folder = Repository.root.appending(path: "Resources/codelists")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        let lists = try files.map { file in
            try CodeList(text: String(contentsOf: folder.appending(path: file), encoding: .utf8), file: file)
        }
        return Interpreter(
            book: try Book(
                mechanisms: Catalogue.mechanisms, codeLists: lists, mappings: [], bucketRules: [],
                clocks: Catalogue.clocks, reminders: Catalogue.reminders, labels: Labels([:])))
    }
}
