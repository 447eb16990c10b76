import Mechanisms
import Registry
import Vocabulary

/// One record of the demo country, opened the way anybody opens one.
enum DemoRecord {
    /// Opens a record under a new identity and answers with it.
    ///
    /// - Throws: What the policy or the book says against it.
    static func open(
        _ mechanism: String, _ changes: [String: FieldValue], on day: CalendarDate, of registry: Registry,
        _ asking: Asking
    ) throws -> RecordID {
        var random = SystemRandomNumberGenerator()
        let record = RecordID(at: OpenRegister.clock(), using: &random)
        let command = Command(
            mechanism: mechanism, record: record, transition: DemoPeople.opening(of: mechanism, registry.book),
            changes: changes, effective: .day(day))
        switch try registry.submit([command], asking) {
        case .written: return record
        case .refused(let refusal): throw refusal
        case .conflict: throw RegistryRefusal.lostRace(groups: 1)
        }
    }
}
