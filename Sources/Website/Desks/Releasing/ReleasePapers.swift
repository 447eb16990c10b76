import Mechanisms
import Vocabulary

/// Drafts of releases as the shelf has them: what was wanted, from which place of the ledger, and what was decided. No
/// figure is among it: those are made again.
struct ReleasePapers: Sendable {
    let shelf: SealedShelf

    /// Those who release have them together: as if that were an account of the shelf.
    private static let place = "releases of the register"

    /// The latest last.
    var all: [ReleaseJobs.Job] {
        shelf.all(.releasing, of: ReleasePapers.place).compactMap { ReleaseJobs.Job($0) }
            .sorted { ($0.madeAt, $0.id) < ($1.madeAt, $1.id) }
    }

    /// A draft that failed is none; a shelf that takes nothing stops no draft.
    func keep(_ job: ReleaseJobs.Job) {
        switch job.state {
        case .failed: remove(job.id)
        case .running: break
        default:
            try? shelf.put(
                Array(job.json.text().utf8), as: .releasing, job.id, of: ReleasePapers.place, about: [])
        }
    }

    func remove(_ id: String) { shelf.remove(.releasing, id, of: ReleasePapers.place) }
}

extension ReleaseJobs.Job {
    fileprivate var json: JSON {
        var members: [String: JSON] = [
            "tables": .array(plan.tables.map { .text($0) }), "threshold": .number(plan.threshold),
            "zeros": .boolean(plan.protectsZeros), "made-at": .text(madeAt.description),
        ]
        if let period = plan.period { members["period"] = .text(period.description) }
        if let position { members["position"] = .number(Int(position)) }
        switch state {
        case .published(let number): members["published"] = .number(number)
        case .refused(let reason): members["refused"] = .text(reason)
        default: break
        }
        return .object(members.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: $0.value) })
    }

    /// Nil for what is none.
    fileprivate init?(_ paper: SealedShelf.Paper) {
        guard let json = try? JSONReader.read(paper.bytes), case .array(let tables)? = json["tables"],
            let threshold = json["threshold"]?.whole, let madeAt = json["made-at"]?.word.flatMap({ Timestamp($0) })
        else { return nil }
        let state: State =
            if let number = json["published"]?.whole {
                .published(number: number)
            } else if let reason = json["refused"]?.word {
                .refused(reason: reason)
            } else {
                .interrupted
            }
        self.init(
            id: paper.id,
            plan: ReleasePlan(
                tables: tables.compactMap(\.word), period: json["period"]?.word.flatMap { Period($0) },
                threshold: threshold, protectsZeros: json["zeros"] == .boolean(true)),
            madeAt: madeAt, state: state, position: json["position"]?.whole.map { Int64($0) })
    }
}

extension JSON {
    fileprivate var word: String? { if case .text(let text) = self { text } else { nil } }
    fileprivate var whole: Int? { if case .number(let number) = self { number } else { nil } }
}
