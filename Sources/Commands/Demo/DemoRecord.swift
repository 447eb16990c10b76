import Mechanisms
import Registry
import Vocabulary

/// One record of the demo country, opened and taken on the way anybody does it.
enum DemoRecord {
    /// Opens a record under a new identity and answers with it.
    ///
    /// - Parameter step: Where a mechanism can be opened by several.
    /// - Throws: What the policy or the book says against it.
    static func open(
        _ mechanism: String, by step: String? = nil, _ changes: [String: FieldValue], on day: CalendarDate,
        of registry: Registry, _ asking: Asking
    ) throws -> RecordID {
        let record = newID()
        let command = Command(
            mechanism: mechanism, record: record,
            transition: step ?? DemoPeople.opening(of: mechanism, registry.book), changes: changes,
            effective: .day(day))
        _ = try written(registry.submit([command], asking))
        return record
    }

    /// Takes a record one step on, and answers with its version after it.
    ///
    /// - Throws: What the policy or the book says against it.
    @discardableResult
    static func step(
        _ name: String, _ mechanism: String, _ record: RecordID, at version: Int, _ changes: [String: FieldValue] = [:],
        because reason: String? = nil, on day: CalendarDate, of registry: Registry, _ asking: Asking
    ) throws -> Int {
        let command = Command(
            mechanism: mechanism, record: record, transition: name, expectedVersion: version, changes: changes,
            effective: .day(day), reason: reason)
        return try written(registry.submit([command], asking))[record] ?? version
    }

    static func newID() -> RecordID {
        var random = SystemRandomNumberGenerator()
        return RecordID(at: OpenRegister.clock(), using: &random)
    }

    /// - Throws: What was said against it.
    static func written(_ outcome: SubmissionOutcome) throws -> [RecordID: Int] {
        switch outcome {
        case .written(let versions): return versions
        case .refused(let refusal): throw refusal
        case .conflict: throw RegistryRefusal.lostRace(groups: 1)
        }
    }
}
