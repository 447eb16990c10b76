import Foundation
import Linkage

// CPU seconds of comparing two files of filters, a line of Base64 each: run by Benchmarks/blind.sh beside anonlink.

/// CPU seconds of this process so far, all threads together.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func filters(_ path: String) throws -> [BitFilter] {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self).split(separator: "\n")
        .compactMap { BitFilter(base64: String($0)) }
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 3, let threshold = Double(arguments[3]) else {
    print("usage: BlindBenchmark FIRST SECOND THRESHOLD")
    exit(2)
}
let (first, second) = (try filters(arguments[1]), try filters(arguments[2]))
for kernel in [3, 2, 1, 0] {
    let comparison = FilterComparison(threshold: threshold, kernel: kernel)
    let seconds = try (0..<(kernel == 0 ? 1 : 5)).map { _ in
        let start = processorSeconds()
        let found = try comparison.pairs(first, second).count
        return (processorSeconds() - start, found)
    }.sorted { $0.0 < $1.0 }
    let median = seconds[seconds.count / 2]
    let rate = Double(first.count) * Double(second.count) / median.0 / 1e6
    print(
        "kernel \(kernel): \(String(format: "%.3f", median.0)) CPU s, \(Int(rate)) million a second, \(median.1) pairs")
}
for (name, microseconds) in try ExchangeCost.measured(persons: 200) {
    print("\(name): \(String(format: "%.1f", microseconds)) CPU microseconds a tag")
}
