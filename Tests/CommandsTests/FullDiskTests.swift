import Foundation
import TestKit
import Testing

/// A disk without room: a clear message, exit code 1, nothing acknowledged lost, and everything goes on with more room.
@Suite(.serialized, .enabled(if: SmallDisk.isPermitted)) struct FullDiskTests {
    private static let file = Repository.root.appending(path: "demo/nrm-uk-referrals-2022Q2-2023Q3.csv").path
    private static let source = Repository.root.appending(path: "sources/uk-nrm.yaml").path

    private func importing(into register: String) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run("import", Self.file, "--source", Self.source, "--data", register)
    }

    private func isSound(_ register: String) throws -> Bool {
        try BuiltProgram.run("ledger", "verify", "--data", register).status == 0
    }

    @Test(arguments: [64, 256])
    func aRegisterThatCouldNotBeMadeIsMadeWithMoreRoom(kibibytes: Int) throws {
        let folder = try TemporaryFolder()
        let disk = try SmallDisk(kibibytes: kibibytes, in: folder)
        let refused = try BuiltProgram.run("init", "--data", "\(disk.path)/r")
        #expect(refused.status == 1)
        #expect(refused.talk.contains("no room"), "\(refused.talk)")
        try disk.grow(toKibibytes: 4096)
        #expect(try BuiltProgram.run("init", "--data", "\(disk.path)/r").status == 0)
        #expect(try isSound("\(disk.path)/r"))
    }

    @Test func anImportKeepsWhatWasAcknowledgedAndGoesOn() throws {
        let folder = try TemporaryFolder()
        let disk = try SmallDisk(kibibytes: 12 * 1024, in: folder)
        let register = "\(disk.path)/r"
        try #require(BuiltProgram.run("init", "--data", register).status == 0)
        let refused = try importing(into: register)
        #expect(refused.status == 1)
        #expect(refused.talk.contains("no room") && refused.talk.contains("go on"), "\(refused.talk)")
        #expect(try isSound(register))
        try disk.grow(toKibibytes: 200 * 1024)
        let resumed = try importing(into: register)
        #expect(resumed.status == 0, "\(resumed.talk)")
        let count = try BuiltProgram.run("count", "referrals", "--data", register, "--format", "csv")
        #expect(count.lines == ["count", "26056"])
        #expect(try isSound(register))
    }

    @Test func aBackupOrReleaseThatFindsNoRoomLeavesNothingBehind() throws {
        let folder = try TemporaryFolder()
        let disk = try SmallDisk(kibibytes: 4096, in: folder)
        let register = "\(disk.path)/r"
        try #require(BuiltProgram.run("init", "--data", register).status == 0)
        try #require(BuiltProgram.run("release", "create", "--table", "index", "--data", register).status == 0)
        let filler = "\(disk.path)/filler"
        try SmallDisk.fill(filler)
        let copy = "\(disk.path)/copy"
        let backup = try BuiltProgram.run("ledger", "backup", copy, "--data", register)
        #expect(backup.status == 1)
        #expect(!FileManager.default.fileExists(atPath: copy))
        let release = try BuiltProgram.run("release", "create", "--table", "index", "--data", register)
        #expect(release.status == 1)
        #expect(!release.talk.contains("K999"), "\(release.talk)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(register)/releases") == ["0001"])
        try FileManager.default.removeItem(atPath: filler)
        #expect(try isSound(register))
        #expect(try BuiltProgram.run("release", "create", "--table", "index", "--data", register).status == 0)
        #expect(try BuiltProgram.run("ledger", "backup", copy, "--data", register).status == 0)
    }
}
