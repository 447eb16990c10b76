import Mechanisms
import Registry
import Vocabulary

extension Exchange {
    /// The record and its version after a submission that was carried out.
    ///
    /// - Parameter record: The one that was meant; the first outcome of a key that came before names another one.
    /// - Throws: A ``Problem`` where it was refused, or where somebody was faster.
    func written(_ outcome: SubmissionOutcome, wanting record: RecordID?) throws -> (RecordID, Int) {
        switch outcome {
        case .written(let versions):
            if let record, let version = versions[record] { return (record, version) }
            guard let first = versions.first else { throw RegistryRefusal.lostRace(groups: 1) }
            return (first.key, first.value)
        case .refused(let refusal): throw problem(of: refusal)
        case .conflict(let present, let wanted):
            throw problem(
                .conflict,
                members: [
                    JSON.Member(name: "present", value: RecordJSON.json(present)),
                    JSON.Member(name: "wanted", value: RecordJSON.json(wanted)),
                ])
        }
    }
}

extension APIRoutes {
    static func written(_ mechanism: String, _ record: RecordID, _ version: Int, status: Int) -> Answer {
        Answer.json(
            .members([
                "mechanism": .text(mechanism), "record": .text(record.description), "version": .number(version),
            ]), status: status
        ).tagged(RecordVersion(version).tag)
    }
}
