import Foundation
import Synchronization
import TestKit

/// Signs everybody in, lets them work, and compares what they were told with what there is afterwards.
struct LoadRun {
    let plan: LoadPlan
    let signIns: [SignIn]

    func run() throws -> LoadReport {
        FileHandle.standardError.write(Data("signing \(plan.workers) workers in\n".utf8))
        let scouts = try Scouts(signIns, plan)
        let before = try scouts.versions()
        let bare = bareTimes()
        let tally = LoadTally()
        let seconds = work(on: scouts.contested, tally)
        let after = try scouts.versions()
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
        let ended = Mutex(ContinuousClock.now)
        Workers.run(plan.workers) { place in
            let signIn = signIns[place % signIns.count]
            do {
                var worker = try LoadWorker(place + 1, plan, as: signIn)
                worker.rest()
                isIn.signal()
                begins.wait()
                let end = begin.withLock { $0 } + .seconds(plan.seconds)
                while ContinuousClock.now < end { worker.work(on: contested[signIn.body] ?? []) }
                ended.withLock { $0 = .now }
                worker.counts.missing = worker.missing()
                tally.add(worker.counts)
            } catch {
                isIn.signal()
                tally.add(LoadTally.Counts(errors: ["sign-in: \(error)": 1]))
            }
        } meanwhile: {
            for _ in 0..<plan.workers { isIn.wait() }
            begin.withLock { $0 = .now }
            for _ in 0..<plan.workers { begins.signal() }
        }
        return (ended.withLock { $0 } - begin.withLock { $0 }) / .seconds(1)
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
