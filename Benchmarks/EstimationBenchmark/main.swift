import Foundation
import Statistics

// CPU seconds of the estimates of multiple systems, on tables given as files: run by Benchmarks/estimation.sh.

/// CPU seconds of this process so far, all threads together.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Median of five runs.
func measure(_ name: String, runs: Int = 5, _ body: () throws -> Void) rethrows {
    let seconds = try (0..<runs).map { _ in
        let start = processorSeconds()
        try body()
        return processorSeconds() - start
    }
    print("\(name),\(String(format: "%.4f", seconds.sorted()[runs / 2]))")
}

func table(_ path: String) throws -> ReportedTable {
    let rows = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        .split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
    return try CaptureTableReader().read(header: rows.first ?? [], rows: Array(rows.dropFirst()))
}

print("what,cpuSeconds")
for path in CommandLine.arguments.dropFirst() {
    let reported = try table(path)
    let table = try reported.table()
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    try measure("\(name) stepwise and BCa of 1000") {
        _ = try StepwiseBootstrap(table, threshold: 0.02, replicates: 1000, seed: 1)
    }
    try measure("\(name) whole report", runs: 1) {
        let verdict = Verdict(try EstimateReport(reported))
        print("# \(verdict.light) \(verdict.reasons.map { "\($0.light) \($0.code)" })")
    }
    guard table.lists.count <= 6 else { continue }
    try measure("\(name) every two-list model") { _ = try ModelSurvey(table, order: 2) }
    try measure("\(name) decomposable graphs") { _ = try DecomposableAverage(table) }
    let survey = try ModelSurvey(table, order: 2)
    try measure("\(name) 100 best models on 1000 resamples", runs: 1) {
        _ = try TopModelsBootstrap(survey, models: 100, replicates: 1000, seed: 1)
    }
    try measure("\(name) coverage of 100 simulations of 500", runs: 1) {
        let coverage = try CoverageSimulation(table, threshold: 0.02, simulations: 100, replicates: 500, seed: 1)
        print("# \(coverage)")
    }
}
