import Foundation
import TestKit
import Testing
import Vocabulary

@testable import Commands

/// What machines do to a house that is serving: a full disk, another program at the database, a folder that is moved
/// away. Whoever asks is told in words what to do, whoever keeps the machine reads it in the log, nothing is damaged,
/// and the house goes on when the cause is gone.
@Suite(.serialized) struct MachineFaultTests {
    private let folder: TemporaryFolder
    private let written = "Words that took an hour to write"

    init() throws { folder = try TemporaryFolder() }

    private func isSound(_ register: String) throws -> Bool {
        try BuiltProgram.run("ledger", "verify", "--data", register).status == 0
    }

    /// The fields of a form that opens a task.
    private func task(_ number: Int) -> [(String, String)] {
        [
            ("shown", "1"), ("key", "019d0000-0000-7000-8000-00000000000\(number)"), ("f.title", written),
            ("effective", "2026-09"), ("act", "send"),
        ]
    }

    /// Sends it by the page and by the interface, and expects the same refusal from both; then what was written there
    /// is on the page, and the log has the code.
    private func expectRefusal(
        _ status: Int, _ code: String, of house: ServedHouse, by person: ServedPerson,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let client = house.client()
        let page = try client.send("POST", "/work/new/task/set", person.browser, body: person.form(task(1)))
        #expect(page.status == status, "\(page.text.suffix(600))", sourceLocation: sourceLocation)
        #expect(page.text.contains("<code>\(code)</code>"), sourceLocation: sourceLocation)
        #expect(page.text.contains(written), "what was written is lost", sourceLocation: sourceLocation)
        #expect(page.headers["retry-after"] == "10", sourceLocation: sourceLocation)
        let call = try client.send(
            "POST", "/api/v1/task", person.program(key: "a-key-of-sixteen-letters"),
            body: Array(#"{"effective":"2026-09","fields":{"title":"Through the interface"}}"#.utf8))
        #expect(
            call.status == status && call.text.contains("\"\(code)\""), "\(call.text)", sourceLocation: sourceLocation)
        #expect(!call.text.contains(folder.url.path), "an answer names a folder", sourceLocation: sourceLocation)
        #expect(house.said.contains("\(code) /"), "the log does not say it", sourceLocation: sourceLocation)
    }

    /// The very requests that were refused are carried out, once.
    private func expectRecovery(
        of house: ServedHouse, by person: ServedPerson, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let client = house.client()
        for _ in 1...2 {
            let page = try client.send("POST", "/work/new/task/set", person.browser, body: person.form(task(1)))
            #expect(page.status == 303, "\(page.text.suffix(600))", sourceLocation: sourceLocation)
        }
        let list = try client.send("GET", "/api/v1/task", person.program())
        #expect(list.text.components(separatedBy: written).count == 2, "\(list.text)", sourceLocation: sourceLocation)
    }

    @Test(.enabled(if: SmallDisk.isPermitted)) func aFullDiskIsSaidAndNothingIsLost() throws {
        let disk = try SmallDisk(kibibytes: 12 * 1024, in: folder)
        let country = try ServedCountry.copy(to: "\(disk.path)/r")
        let house = try ServedHouse("\(disk.path)/r")
        // The side files of the database exist before the disk is full.
        #expect(try house.client().send("GET", "/work", country.caseworker.browser).status == 200)
        let filler = "\(disk.path)/filler"
        try SmallDisk.fill(filler)
        var status = 0
        for _ in 0..<200 where status != 507 {
            status = try house.client().send("GET", "/work/list/task", country.caseworker.browser).status
            if status == 200 {
                status = try house.client().send(
                    "POST", "/api/v1/person", country.caseworker.program(key: UUID().uuidString),
                    body: Array(#"{"effective":"2026","fields":{"given-name":"Filling"}}"#.utf8)
                ).status
            }
        }
        try expectRefusal(507, "S104", of: house, by: country.caseworker)
        try FileManager.default.removeItem(atPath: filler)
        try expectRecovery(of: house, by: country.caseworker)
        #expect(house.end() == 0)
        #expect(try isSound("\(disk.path)/r"))
    }

    @Test(.enabled(if: SmallDisk.isPermitted)) func aLogThatCannotBeWrittenStopsNobody() throws {
        let disk = try SmallDisk(kibibytes: 64, in: folder)
        let country = try ServedCountry.copy(to: folder.path("r"))
        let house = try ServedHouse(folder.path("r"))
        #expect(house.end() == 0)
        try SmallDisk.fill("\(disk.path)/filler")
        // The same program with its log on a disk without room: a shell puts it there.
        let port = Int.random(in: 20_000..<30_000)
        let outcome = try BuiltProgram.run(
            URL(filePath: "/bin/sh"),
            [
                "-c",
                """
                "$0" serve --data "$1" --port "$2" 2>"$3/log" & server=$!
                n=0; while [ $n -lt 100 ]; do
                    curl -s -o /dev/null -b "session=$4" "http://127.0.0.1:$2/work" && break; n=$((n+1)); sleep 0.2
                done
                curl -s -o /dev/null -w '%{http_code} ' -b "session=$4" "http://127.0.0.1:$2/work"
                kill -TERM $server; wait $server; echo $?
                """, #require(BuiltProgram.executable).path, folder.path("r"), "\(port)", disk.path,
                country.caseworker.session,
            ])
        #expect(outcome.output == "200 0\n", "\(outcome.talk)")
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")))
    func aDatabaseThatAnotherProgramHoldsIsWaitedForAndSaid() throws {
        let country = try ServedCountry.copy(to: folder.path("r"))
        let house = try ServedHouse(folder.path("r"))
        let holder = try Holder(of: folder.path("r/ledger.sqlite"))
        try expectRefusal(503, "S111", of: house, by: country.caseworker)
        try holder.letGo()
        try expectRecovery(of: house, by: country.caseworker)
        #expect(house.end() == 0)
        #expect(try isSound(folder.path("r")))
    }

    @Test func aFolderThatIsMovedAwayTakesNoWriteWithIt() throws {
        let country = try ServedCountry.copy(to: folder.path("r"))
        let house = try ServedHouse(folder.path("r"))
        try FileManager.default.moveItem(atPath: folder.path("r"), toPath: folder.path("elsewhere"))
        try expectRefusal(503, "S108", of: house, by: country.caseworker)
        try FileManager.default.moveItem(atPath: folder.path("elsewhere"), toPath: folder.path("r"))
        try expectRecovery(of: house, by: country.caseworker)
        #expect(house.end() == 0)
        #expect(try isSound(folder.path("r")))
    }

    /// As though the clock had been set back by a day: the last events are of tomorrow.
    @Test func aClockThatWasSetBackIsSaidAndTheOrderHolds() throws {
        let country = try ServedCountry.copy(to: folder.path("r"))
        let tomorrow = Timestamp(milliseconds: OpenRegister.clock().milliseconds + 86_400_000)
        try country.write(in: folder.path("r"), at: tomorrow)
        let house = try ServedHouse(folder.path("r"))
        #expect(house.said.contains("Set the clock."), "\(house.said)")
        try expectRecovery(of: house, by: country.caseworker)
        #expect(house.end() == 0)
        #expect(try isSound(folder.path("r")))
        let last = try BuiltProgram.run(
            URL(filePath: "/usr/bin/sqlite3"),
            ["\(folder.path("r"))/ledger.sqlite", "SELECT min(recorded_at) FROM event WHERE mechanism = 'task'"])
        #expect(last.output == "\(tomorrow)\n")
    }

    @Test func aSecondHouseOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws {
        let country = try ServedCountry.copy(to: folder.path("r"))
        let house = try ServedHouse(folder.path("r"))
        let refused = #expect(throws: ServedHouse.NotServed.self) { try ServedHouse(folder.path("r")) }
        #expect(refused?.status == 1)
        #expect(refused?.talk.contains("S103 Another process is writing") == true, "\(refused?.talk ?? "")")
        try expectRecovery(of: house, by: country.caseworker)
        #expect(house.end() == 0)
    }

    @Test(
        arguments: [
            ("chmod 644 \"$0/master.key\"", "S110", "0600"), ("rm \"$0/master.key\"", "S108", "master.key"),
            ("echo nothing > \"$0/master.key\"", "L109", "copy of the right one"),
            ("rm \"$0/master.key\" && mkdir -m 700 \"$0/master.key\"", "S106", "master.key"),
        ])
    func aKeyThatCannotBeUsedIsNamedBeforeAnybodyIsServed(damage: String, code: String, named: String) throws {
        _ = try ServedCountry.copy(to: folder.path("r"))
        try #require(BuiltProgram.run(URL(filePath: "/bin/sh"), ["-c", damage, folder.path("r")]).status == 0)
        let refused = #expect(throws: ServedHouse.NotServed.self) { try ServedHouse(folder.path("r")) }
        #expect(refused?.status == 1)
        #expect(refused?.talk.contains(code) == true && refused?.talk.contains(named) == true, "\(refused?.talk ?? "")")
    }
}

/// Another program that keeps a database for itself, until it is told to let go.
private final class Holder {
    private let process = Process()
    private let input = Pipe()

    init(of file: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/sqlite3")
        process.arguments = [file]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE;\nSELECT 'held';\n".utf8))
        _ = output.fileHandleForReading.availableData
    }

    func letGo() throws {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
}
