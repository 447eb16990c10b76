import Foundation
import Ledger
import Testing

@testable import SQLiteStore

@Suite final class DataFolderTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("folder-\(UUID().uuidString)").path

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @Test func aSecondWriterIsRefusedUntilTheFirstLetsGo() throws {
        let first = try DataFolder.make(at: path)
        #expect(throws: StoreFailure.inUse(folder: path)) { try DataFolder.open(at: path) }
        _ = try DataFolder.open(at: path, isReadOnly: true)
        first.release()
        _ = try DataFolder.open(at: path)
    }

    @Test func aFolderThatHoldsALedgerIsNotMadeAgain() throws {
        try DataFolder.make(at: path).release()
        #expect(throws: StoreFailure.occupied(folder: path)) { try DataFolder.make(at: path) }
    }

    @Test func aFolderThatIsNotThereIsMissing() {
        #expect(throws: StoreFailure.missing(path: path)) { try DataFolder.open(at: path) }
    }

    @Test func aPaperIsReplacedWholeAndPrivate() throws {
        let folder = try DataFolder.make(at: path)
        #expect(try folder.read(.masterKey) == nil)
        try folder.write([1, 2, 3], as: .masterKey)
        try folder.write([4], as: .masterKey)
        #expect(try folder.read(.masterKey) == [4])
        try folder.append([5], to: .checkpoints)
        try folder.append([6], to: .checkpoints)
        #expect(try folder.read(.checkpoints) == [5, 6])
    }
}
