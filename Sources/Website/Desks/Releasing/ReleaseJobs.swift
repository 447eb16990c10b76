import Access
import Publication
import Synchronization
import Vocabulary

/// Drafts of releases while the house is open: each made away from the threads that answer requests, one at a time.
///
/// Their figures are kept in memory only. What was wanted, from which place of the ledger, and what was decided lies on
/// the shelf: after a restart the same draft is made again when somebody says so.
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
            /// The house was closed before anybody decided.
            case interrupted
        }

        let id: String
        let plan: ReleasePlan
        let madeAt: Timestamp
        var state: State
        /// The last event that its figures rest on; nil where it was not ready yet.
        var position: Int64?
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
    private let shelf = Mutex<ReleasePapers?>(nil)
    private var papers: ReleasePapers? { shelf.withLock { $0 } }

    /// Takes up what an earlier house left on the shelf, and keeps it there from now on.
    func keep(on papers: ReleasePapers) {
        let earlier = papers.all.suffix(ReleaseJobs.mostKept)
        kept.withLock { jobs in jobs = earlier.filter { job in !jobs.contains { $0.id == job.id } } + jobs }
        shelf.withLock { $0 = papers }
    }

    /// The latest first.
    var all: [Job] { kept.withLock { $0.reversed() } }

    subscript(id: String) -> Job? { kept.withLock { $0.first { $0.id == id } } }

    /// Begins a draft, unless one of this id is there: the same form sent twice.
    func begin(_ id: String, _ plan: ReleasePlan, at now: Timestamp, under grant: Grant, at press: any ReleasePress) {
        let isNew = kept.withLock { jobs in
            guard !jobs.contains(where: { $0.id == id }) else { return false }
            if jobs.count >= Self.mostKept, let old = jobs.firstIndex(where: { !$0.isUnderWay }) {
                papers?.remove(jobs.remove(at: old).id)
            }
            let job = Job(id: id, plan: plan, madeAt: now, state: .waiting)
            papers?.keep(job)
            jobs.append(job)
            return true
        }
        if isNew { make(id, plan, through: nil, under: grant, at: press) }
    }

    /// Makes a draft again that the end of a house interrupted: with the figures of the same place of the ledger.
    func resume(_ id: String, under grant: Grant, at press: any ReleasePress) {
        let job = kept.withLock { jobs -> Job? in
            guard let place = jobs.firstIndex(where: { $0.id == id }), case .interrupted = jobs[place].state else {
                return nil
            }
            jobs[place].state = .waiting
            return jobs[place]
        }
        if let job { make(id, job.plan, through: job.position, under: grant, at: press) }
    }

    private func make(
        _ id: String, _ plan: ReleasePlan, through position: Int64?, under grant: Grant, at press: any ReleasePress
    ) {
        Waiting.countLater { [self] isClosing in
            do {
                if isClosing { throw ReleasingRefusal.stopped }
                let draft = try press.draft(plan, through: position, under: grant) { try hear($0, of: id) }
                try hear(nil, of: id)
                change(id) { ($0.state, $0.position) = (.ready(draft), draft.position) }
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
            guard let place = jobs.firstIndex(where: { $0.id == id }) else { return }
            body(&jobs[place])
            papers?.keep(jobs[place])
        }
    }
}
