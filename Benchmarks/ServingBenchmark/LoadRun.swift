import Foundation
import Synchronization
import TestKit

/// Signs everybody in, lets them work, and compares what they were told with what there is afterwards.
struct LoadRun {
    let plan: LoadPlan
    let signIns: [SignIn]

    func run() throws -> LoadReport {
        FileHandle.standardError.write(Data("signing \(plan.workers) workers in\n".utf8))
        let scouts = try signIns.enumerated().map { place, signIn in
            try LoadWorker(200 + place, plan, as: signIn)
        }
        // Workers of one body contend for the same records: each body has its own.
        var contested: [String: [String]] = [:]
        for (scout, signIn) in zip(scouts, signIns) {
            contested[signIn.body] = contested[signIn.body] ?? Array(scout.cases.prefix(plan.contested))
        }
        let before = try versions(contested, scouts)
        let bare = bareTimes()
        let tally = LoadTally()
        let seconds = work(on: contested, tally)
        let after = try versions(contested, scouts)
        return LoadReport(
            counts: tally.counts, bare: bare, seconds: seconds, before: before, after: after, workers: plan.workers)
    }

    /// Everybody signs in; when the last of them is in, all of them begin.
    ///
    /// - Returns: Seconds.
    private func work(on contested: [String: [String]], _ tally: LoadTally) -> Double {
        let (plan, signIns) = (plan, signIns)
        let isIn = DispatchSemaphore(value: 0)
        let begins = DispatchSemaphore(value: 0)
        let begin = Mutex(ContinuousClock.now)
        Workers.run(plan.workers) { place in
            let signIn = signIns[place % signIns.count]
            do {
                var worker = try LoadWorker(place + 1, plan, as: signIn)
                worker.rest()
                isIn.signal()
                begins.wait()
                let end = begin.withLock { $0 } + .seconds(plan.seconds)
                while ContinuousClock.now < end { worker.work(on: contested[signIn.body] ?? []) }
                tally.add(worker.counts)
            } catch {
                isIn.signal()
                tally.add(LoadTally.Counts(errors: ["sign-in: \(error)"]))
            }
        } meanwhile: {
            for _ in 0..<plan.workers { isIn.wait() }
            begin.withLock { $0 = .now }
            for _ in 0..<plan.workers { begins.signal() }
        }
        return (ContinuousClock.now - begin.withLock { $0 }) / .seconds(1)
    }

    private func versions(_ contested: [String: [String]], _ scouts: [LoadWorker]) throws -> [String: Int] {
        var versions: [String: Int] = [:]
        for (scout, signIn) in zip(scouts, signIns) {
            for record in contested[signIn.body] ?? [] where versions[record] == nil {
                versions[record] = try scout.version(of: record)
            }
        }
        return versions
    }

    /// The same workers at the bare page, for a quarter of the time.
    private func bareTimes() -> [Int] {
        let tally = LoadTally()
        let port = plan.barePort
        let end = ContinuousClock.now + .seconds(max(2, plan.seconds / 4))
        Workers.run(plan.workers) { _ in
            let client = LoopbackClient(port: port)
            var counts = LoadTally.Counts()
            while ContinuousClock.now < end {
                let begin = ContinuousClock.now
                guard (try? client.send("GET", "/"))?.status == 200 else { continue }
                counts.times["bare", default: []].append(Int((ContinuousClock.now - begin) / .microseconds(1)))
            }
            tally.add(counts)
        }
        return tally.counts.times["bare"] ?? []
    }
}

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

    var isSound: Bool { counts.errors.isEmpty && lostUpdates == 0 && !counts.times.isEmpty && !counts.changes.isEmpty }

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
            "errors \(counts.errors.count)\(counts.errors.first.map { ": \($0)" } ?? "")",
        ]
        return lines.joined(separator: "\n")
    }

    private func line(_ kind: String, _ times: [Int], _ bareLast: Int) -> String {
        row(
            kind, "\(times.count)", milliseconds(times.percentile(50)), milliseconds(times.percentile(99)),
            String(format: "%.1f", Double(times.percentile(99)) / Double(bareLast)))
    }

    private func milliseconds(_ microseconds: Int) -> String { String(format: "%.1f", Double(microseconds) / 1000) }

    private func row(_ cells: String...) -> String {
        let padded = cells.dropFirst().map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
        let first = cells.first ?? ""
        return first + String(repeating: " ", count: max(0, 20 - first.count)) + padded.joined()
    }
}
