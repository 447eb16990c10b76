import Foundation

/// What came out, as a table.
struct LoadReport {
    let counts: LoadTally.Counts
    let bare: [Int]
    let seconds: Double
    let before: [String: Int]
    let after: [String: Int]
    let workers: Int

    /// Records whose version is not what was acknowledged makes it.
    var lostUpdates: Int {
        after.count { record, version in version != (before[record] ?? 0) + (counts.changes[record] ?? 0) }
    }

    var isSound: Bool {
        counts.errors.isEmpty && lostUpdates == 0 && counts.missing.isEmpty && !counts.changes.isEmpty
            && !counts.opened.isEmpty
    }

    var text: String {
        let all = counts.times.values.flatMap(\.self)
        let bareLast = max(1, bare.percentile(99))
        var lines = [row("request", "number", "p50 ms", "p99 ms", "p99 / bare")]
        lines.append(line("bare page", bare, bareLast))
        for (kind, times) in counts.times.sorted(by: { $0.key < $1.key }) { lines.append(line(kind, times, bareLast)) }
        lines.append(line("all", all, bareLast))
        lines += [
            "workers \(workers), seconds \(Int(seconds)), requests a second \(Int(Double(all.count) / seconds))",
            "acknowledged corrections \(counts.changes.values.reduce(0, +)) of \(after.count) records, "
                + "conflicts told \(counts.conflicts), lost updates \(lostUpdates)",
            "acknowledged new tasks \(counts.opened.count), lost \(counts.missing.count)",
            "errors \(counts.errors.values.reduce(0, +))",
        ]
        lines += counts.errors.sorted { $0.value > $1.value }.map { "  \($0.value) x \($0.key)" }
        return lines.joined(separator: "\n")
    }

    private func line(_ kind: String, _ times: [Int], _ bareLast: Int) -> String {
        row(
            kind, "\(times.count)", milliseconds(times.percentile(50)), milliseconds(times.percentile(99)),
            String(format: "%.1f", Double(times.percentile(99)) / Double(bareLast)))
    }

    private func milliseconds(_ microseconds: Int) -> String { String(format: "%.1f", Double(microseconds) / 1000) }

    private func row(_ cells: String...) -> String {
        let padded = cells.dropFirst().map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }
        let first = cells.first ?? ""
        return first + String(repeating: " ", count: max(0, 20 - first.count)) + padded.joined()
    }
}
