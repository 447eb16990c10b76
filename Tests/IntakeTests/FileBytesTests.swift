import Foundation
import Intake
import TestKit
import Testing
import Vocabulary

struct FileBytesTests {
    @Test func aFileThatIsNotThereIsNamedWithoutItsFolders() {
        let failure = #expect(throws: IntakeFailure.self) {
            _ = try FileBytes(path: "/nowhere/at/all/records.csv").open()
        }
        #expect(failure?.code == "I101")
        #expect(failure?.message.contains("“records.csv”") == true)
        #expect(failure?.message.contains("nowhere") == false)
    }

    @Test func aFolderIsNoFile() {
        #expect(throws: IntakeFailure.cannotOpen(file: "Tests", reason: "it is a folder")) {
            _ = try FileBytes(path: Repository.root.appending(path: "Tests").path).open()
        }
    }

    @Test func aFileKnowsItsSizeAndBytes() throws {
        let path = Repository.root.appending(path: "sources/uk-nrm.yaml").path
        let whole = try #require(FileManager.default.contents(atPath: path))
        #expect(FileBytes(path: path).byteCount == whole.count)
        var buffer = [UInt8](repeating: 0, count: 64)
        let stream = try FileBytes(path: path).open()
        #expect(try buffer.withUnsafeMutableBytes { try stream.read(into: $0) } == 64)
        #expect(buffer == Array(whole.prefix(64)))
    }
}
