import Foundation
import Linkage

// One record against a file of many: the CPU time of a query to an index that is kept, by Benchmarks/search.sh beside
// the peer. Files are plain CSV without quotes, as repeated_persons.py writes them.

/// CPU seconds of this process so far, all threads together.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func rows(_ path: String) throws -> [[String]] {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self).split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 4, let wanted = Int(arguments[3]) else {
    print("usage: SearchBenchmark FILE KEY-COLUMN ROLES QUERIES")
    exit(2)
}
let all = try rows(arguments[0])
guard let header = all.first, let key = header.firstIndex(of: arguments[1]) else { exit(2) }
// The last records are the queries; the others are known.
let known = Array(all[1..<(all.count - wanted)])
let queries = Array(all.suffix(wanted))
var builder = try TableBuilder(
    ColumnRoles(parsing: arguments[2]), header: header, samples: Array(known.prefix(TableBuilder.sampleRows)))
try builder.beginSource(header: header)
for row in known { builder.append { row[$0] } }
let table = try builder.finish()
if ProcessInfo.processInfo.environment["FULL"] != nil {
    let start = processorSeconds()
    let result = try LinkRun(table) { "\($0)" }.finish { step, done in
        if done == 0 { FileHandle.standardError.write(Data("\(step) \(processorSeconds() - start)\n".utf8)) }
    }
    print(
        "full \(processorSeconds() - start) CPU s, \(result.pairs.count) pairs, \(result.scored.count) scored, candidates \(result.summary.candidates)"
    )
    var sum: UInt64 = 0
    for p in result.scored {
        sum = sum &* 31 &+ UInt64(p.first) &* 7 &+ UInt64(p.second) &+ UInt64(p.logOdds.bitPattern)
    }
    print("check \(sum)")
    exit(0)
}
let start = processorSeconds()
var index = try PersonIndex(table)
let made = processorSeconds() - start
let persons = Dictionary(grouping: known.indices) { known[$0][key] }
var (milliseconds, right, named, findable) = ([Double](), 0, 0, 0)
for query in queries {
    let before = processorSeconds()
    let found = index.matches(query)
    milliseconds.append(1000 * (processorSeconds() - before))
    named += found.count
    right += found.count { known[$0.record][key] == query[key] }
    findable += min(10, persons[query[key]]?.count ?? 0)
}
milliseconds.sort()
func rounded(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
let mean = milliseconds.reduce(0, +) / Double(max(1, milliseconds.count))
print(
    "{\"records\":\(known.count),\"queries\":\(queries.count),\"indexCpuSeconds\":\(rounded(made, 2)),"
        + "\"meanCpuMilliseconds\":\(rounded(mean, 3)),"
        + "\"medianCpuMilliseconds\":\(rounded(milliseconds[milliseconds.count / 2], 3)),"
        + "\"p99CpuMilliseconds\":\(rounded(milliseconds[milliseconds.count * 99 / 100], 3)),"
        + "\"precision\":\(rounded(Double(right) / Double(max(1, named)), 4)),"
        + "\"recall\":\(rounded(Double(right) / Double(max(1, findable)), 4))}")
