// Writes a million synthetic persons, about four events each, to a new ledger and says how long that took; the peer,
// the sqlite3 shell, is timed on the same rows by Benchmarks/ledger.sh.
//
// Takes a folder that does not exist, the number of persons, and `names` where persons shall have sealed identities; or
// `threads` and a number: so many threads write that many records one at a time, and eight read.
// Prints figures as `name value` lines.

import Access
import Glibc
import Ledger
import Mechanisms
import SQLiteStore
import Vocabulary

func secondsNow() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

func now() -> Timestamp {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Timestamp(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
}

let path = CommandLine.arguments[1]
let threads = CommandLine.arguments.firstIndex(of: "threads").flatMap { Int(CommandLine.arguments[$0 + 1]) }
let persons = Int(CommandLine.arguments[2]) ?? 1_000_000
let hasNames = CommandLine.arguments.dropFirst(3).contains("names")

let operatorActor = Actor(account: "bench", function: .systemOperator, organisation: nil)
let initialise = try Policy().decide(operatorActor, .initialise, for: .administration).get()
let importing = try Policy().decide(operatorActor, .importRecords, for: .administration).get()
if let threads {
    let writing = try Policy().decide(
        Actor(account: "bench", function: .caseworker, organisation: nil), .write,
        on: Target(.victims, relations: [.own]), for: .protection
    ).get()
    let writes = SmallWrites(path: path, threads: threads, writesEach: max(1, persons / threads))
    try writes.run(initialise: initialise, writing: writing)
    exit(0)
}
var country = try SyntheticCountry(hasNames: hasNames)

var drafts = 0
let generationBegan = secondsNow()
var rehearsal = country
for place in 0..<persons {
    drafts += rehearsal.group(place, at: now(), origin: Origin(high: 1, low: UInt64(place))).count
}
let generationSeconds = secondsNow() - generationBegan

let ledger = try Ledger.initialise(
    DataFolder.make(at: path).premises(isNew: true), rules: .none, under: initialise, clock: now)
let began = secondsNow()
let processorBegan = processorSeconds()
let fingerprint = try ledger.fingerprinter()
let bulk = try ledger.bulkAppend(under: importing)
for place in 0..<persons {
    let origin = fingerprint("bench", Array(String(place).utf8), 0)
    try bulk.add(country.group(place, at: now(), origin: origin))
}
let summary = try bulk.finish()
let seconds = secondsNow() - began
print("events \(summary.events)")
print("generation-seconds \(generationSeconds)")
print("append-seconds \(seconds)")
print("append-processor-seconds \(processorSeconds() - processorBegan)")
print("append-microseconds-per-event \(seconds / Double(summary.events) * 1e6)")

let foldBegan = processorSeconds()
var folded = 0
try ledger.events { _ in
    folded += 1
    return true
}
print("fold-processor-seconds \(processorSeconds() - foldBegan)")
let verifyBegan = processorSeconds()
let verification = try ledger.verify()
print("verify-processor-seconds \(processorSeconds() - verifyBegan)")
print("verified \(verification.isSound)")
var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
print("peak-memory-megabytes \(usage.ru_maxrss / 1024)")
try ledger.close()
