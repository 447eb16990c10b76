import Mechanisms
import Vocabulary

/// Records that are opened once for a name, whatever row or file names them: organisations.
struct OnceRecords {
    struct Name: Hashable {
        let record: Int
        let text: String
    }

    private(set) var ids: [Name: RecordID] = [:]
    /// Reasons why the register refused to open one: rows that name it are held back with them.
    private(set) var refused: [Name: [RefusalReason]] = [:]

    mutating func know(_ name: Name, as id: RecordID) { ids[name] = id }
    mutating func refuse(_ name: Name, because reasons: [RefusalReason]) { refused[name] = reasons }

    func isSettled(_ name: Name) -> Bool { ids[name] != nil || refused[name] != nil }
}
