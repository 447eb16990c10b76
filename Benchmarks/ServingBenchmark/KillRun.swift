import Foundation
import NumericMethods
import TestKit

/// `kill -9` of the house under load, again and again: what it acknowledged must be there, once, when it stands again.
struct KillRun {
    let plan: LoadPlan
    let signIns: [SignIn]
    let house: HouseProcess
    let kills: Int

    /// What clients were told, beside what there is afterwards.
    struct Outcome {
        let counts: LoadTally.Counts
        /// Corrected records whose version is not what was acknowledged makes it.
        let wrong: Int

        var isSound: Bool {
            wrong == 0 && counts.missing.isEmpty && counts.errors.isEmpty && !counts.changes.isEmpty
                && !counts.opened.isEmpty
        }

        var text: String {
            let lines = [
                "acknowledged corrections \(counts.changes.values.reduce(0, +)) of \(counts.changes.count) records, "
                    + "conflicts told \(counts.conflicts), records with another version \(wrong)",
                "acknowledged new tasks \(counts.opened.count), lost \(counts.missing.count)",
                "requests answered \(counts.times.values.reduce(0) { $0 + $1.count }), "
                    + "errors \(counts.errors.values.reduce(0, +))",
            ]
            return (lines + counts.errors.map { "  \($0.value) x \($0.key)" }).joined(separator: "\n")
        }
    }

    func run() throws -> Outcome {
        try house.open()
        defer { house.end(by: SIGTERM) }
        let scouts = try Scouts(signIns, plan)
        let before = try scouts.versions()
        let tally = LoadTally()
        try work(on: scouts.contested, tally)
        let after = try scouts.versions()
        let wrong = after.count { record, version in
            version != (before[record] ?? 0) + (tally.counts.changes[record] ?? 0)
        }
        return Outcome(counts: tally.counts, wrong: wrong)
    }

    /// Everybody works until the house is gone, and begins again when it stands: first with what nobody answered. Their
    /// sessions outlive the house.
    private func work(on contested: [String: [String]], _ tally: LoadTally) throws {
        let (plan, signIns, kills) = (plan, signIns, kills)
        let stands = DispatchSemaphore(value: 0)
        let begins = DispatchSemaphore(value: 0)
        try Workers.run(plan.workers) { place in
            let signIn = signIns[place % signIns.count]
            guard var worker = try? LoadWorker(place + 1, plan, as: signIn) else {
                tally.add(LoadTally.Counts(errors: ["sign-in": 1]))
                for _ in 0...kills {
                    stands.signal()
                    begins.wait()
                }
                return
            }
            worker.rest()
            worker.expectsEnd = true
            for _ in 0..<kills {
                stands.signal()
                begins.wait()
                worker.askAgain()
                while !worker.isCutOff { worker.work(on: contested[signIn.body] ?? []) }
            }
            stands.signal()
            begins.wait()
            worker.expectsEnd = false
            worker.askAgain()
            worker.counts.missing = worker.missing()
            tally.add(worker.counts)
        } meanwhile: {
            // Where the house does not open again, nobody waits for it.
            defer { for _ in 0..<plan.workers * (kills + 1) { begins.signal() } }
            var random = SeededGenerator(seed: 9)
            for round in 1...kills {
                for _ in 0..<plan.workers { stands.wait() }
                for _ in 0..<plan.workers { begins.signal() }
                Thread.sleep(forTimeInterval: Double.random(in: 2..<6, using: &random))
                house.end(by: SIGKILL)
                let begin = ContinuousClock.now
                try house.open()
                let seconds = String(format: "%.1f", (ContinuousClock.now - begin) / .seconds(1))
                FileHandle.standardError.write(
                    Data("kill \(round) of \(kills): open again after \(seconds) s\n".utf8))
            }
            for _ in 0..<plan.workers { stands.wait() }
        }
    }
}
