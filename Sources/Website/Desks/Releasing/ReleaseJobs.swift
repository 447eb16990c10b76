import Access
import Publication
import Synchronization
import Vocabulary

/// Drafts of releases while the house is open: each made away from the threads that answer requests, one at a time.
///
/// They are kept in memory only. What is lost with the house is made again from the same ledger position.
final class ReleaseJobs: Sendable {
    /// A draft, from the wish to what became of it.
    struct Job: Sendable, Identifiable {
        enum State: Sendable {
            case waiting
            case running(ReleaseStage)
            case ready(ReleaseDraft)
            case failed(any CodedFailure)
            /// Somebody is publishing it at this moment.
            case publishing(ReleaseDraft)
            case published(number: Int)
            case refused(reason: String)
        }

        let id: String
        let plan: ReleasePlan
        let madeAt: Timestamp
        var state: State
        var isStopping = false

        var isUnderWay: Bool {
            switch state {
            case .waiting, .running: true
            default: false
            }
        }

        var draft: ReleaseDraft? {
            switch state {
            case .ready(let draft), .publishing(let draft): draft
            default: nil
            }
        }
    }

    /// Older ones are forgotten: a draft holds every cell of its tables.
    private static let mostKept = 6
    private let kept = Mutex<[Job]>([])

    /// The latest first.
    var all: [Job] { kept.withLock { $0.reversed() } }

    subscript(id: String) -> Job? { kept.withLock { $0.first { $0.id == id } } }

    /// Begins a draft, unless one of this id is there: the same form sent twice.
    func begin(_ id: String, _ plan: ReleasePlan, at now: Timestamp, under grant: Grant, at press: any ReleasePress) {
        let isNew = kept.withLock { jobs in
            guard !jobs.contains(where: { $0.id == id }) else { return false }
            if jobs.count >= Self.mostKept, let old = jobs.firstIndex(where: { !$0.isUnderWay }) {
                jobs.remove(at: old)
            }
            jobs.append(Job(id: id, plan: plan, madeAt: now, state: .waiting))
            return true
        }
        guard isNew else { return }
        Waiting.countLater { [self] isClosing in
            do {
                if isClosing { throw ReleasingRefusal.stopped }
                let draft = try press.draft(plan, under: grant) { try hear($0, of: id) }
                try hear(nil, of: id)
                set(.ready(draft), of: id)
            } catch {
                set(.failed((error as? any CodedFailure) ?? RequestRefusal.unforeseen(reference: "draft")), of: id)
            }
        }
    }

    func stop(_ id: String) { change(id) { $0.isStopping = $0.isUnderWay } }

    /// Publishes a draft that is ready. Of two at once, one does.
    ///
    /// - Returns: The number of the release; nil where the draft was not ready.
    func publish(_ id: String, under grant: Grant, at press: any ReleasePress) throws -> Int? {
        let draft = kept.withLock { jobs -> ReleaseDraft? in
            guard let place = jobs.firstIndex(where: { $0.id == id }), case .ready(let draft) = jobs[place].state else {
                return nil
            }
            jobs[place].state = .publishing(draft)
            return draft
        }
        guard let draft else { return nil }
        do {
            let number = try press.publish(draft, under: grant).number
            set(.published(number: number), of: id)
            return number
        } catch let refusal as ReleasingRefusal {
            set(.failed(refusal), of: id)
            throw refusal
        } catch {
            set(.ready(draft), of: id)
            throw error
        }
    }

    /// Sets a draft aside for good; one that is not ready stays as it is.
    func refuse(_ id: String, because reason: String) {
        change(id) { job in
            if case .ready = job.state { job.state = .refused(reason: reason) }
        }
    }

    private func hear(_ stage: ReleaseStage?, of id: String) throws {
        let isStopping = kept.withLock { jobs in
            guard let place = jobs.firstIndex(where: { $0.id == id }) else { return true }
            if let stage { jobs[place].state = .running(stage) }
            return jobs[place].isStopping
        }
        if isStopping { throw ReleasingRefusal.stopped }
    }

    private func set(_ state: Job.State, of id: String) { change(id) { $0.state = state } }

    private func change(_ id: String, _ body: (inout Job) -> Void) {
        kept.withLock { jobs in
            if let place = jobs.firstIndex(where: { $0.id == id }) { body(&jobs[place]) }
        }
    }
}
