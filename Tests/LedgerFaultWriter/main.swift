// Writes to the ledger of a folder until it is killed: the victim of the fault test.
//
// Takes the folder and the version to go on from; prints each acknowledged place of the ledger on a line of its own,
// always before the next write is begun. What it printed must be there after the kill.

import Access
import Glibc
import Ledger
import Mechanisms
import SQLiteStore
import Vocabulary

/// One line to whoever listens, at once: not through a buffer that dies with the process.
func acknowledge(_ sequence: Int64) {
    let line = Array("\(sequence)\n".utf8)
    _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}

func draft(_ place: UInt64, of record: RecordID, person: RecordID, version: Int) -> EventDraft {
    EventDraft(
        mechanism: "person", record: record, version: version,
        kind: version == 1 ? "opened" : "amended", state: "registered",
        changes: ["family-name": .text("Name \(place)"), "sex": .code("female"), "knows": .link(person)],
        identityFields: ["family-name"], person: record, effective: .day(CalendarDate(daysSinceEpoch: 20_000)))
}

let folder = try DataFolder.open(at: CommandLine.arguments[1])
let ledger = try Ledger.open(folder.premises(), for: .writing, rules: .none) {
    Timestamp(milliseconds: 1_790_000_000_000)
}
let actor = Actor(account: "victim", function: .caseworker, organisation: nil)
let grant = try Policy().decide(actor, .write, on: Target(.victims, relations: [.own]), for: .protection).get()
var random = SystemRandomNumberGenerator()
var place = UInt64(try ledger.position().sequence)
var known = ledger.register
while true {
    place += 1
    if place % 7 == 0 {
        let bulk = try ledger.bulkAppend(under: grant, eventsPerBatch: 20)
        for _ in 0..<30 {
            let record = RecordID(at: Timestamp(milliseconds: 1_790_000_000_000), using: &random)
            try bulk.add([draft(place, of: record, person: known, version: 1)])
        }
        acknowledge(try bulk.finish().through)
    } else {
        let record = RecordID(at: Timestamp(milliseconds: 1_790_000_000_000), using: &random)
        let group = [
            draft(place, of: record, person: known, version: 1), draft(place, of: record, person: known, version: 2),
        ]
        guard case .written(let sequence) = try ledger.append(group, under: grant) else { exit(1) }
        known = record
        acknowledge(sequence)
    }
}
