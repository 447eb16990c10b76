import Mechanisms
import Vocabulary

/// Addresses of the workbench. A record's address holds its id and nothing that says what it is.
enum WorkbenchPaths {
    static let home = HousePaths.home
    static let lists = "\(home)/lists"
    static let search = "\(home)/search"
    static let views = "\(home)/views"
    static let purpose = "\(home)/purpose"

    static func list(_ mechanism: String) -> String { "\(home)/list/\(mechanism)" }
    static func bulk(_ mechanism: String) -> String { "\(list(mechanism))/together" }
    static func file(_ mechanism: String, _ kind: TableFile.Kind) -> String {
        "\(list(mechanism))/rows.\(kind.rawValue)"
    }
    static func record(_ record: RecordID) -> String { "\(home)/record/\(record)" }
    /// The pattern of everything about one record.
    static let anyRecord = "\(home)/record/{record}"
    static func known(_ record: RecordID) -> String { "\(self.record(record))/known" }
    static func print(_ record: RecordID) -> String { "\(self.record(record))/print" }
    static func handOver(_ record: RecordID) -> String { "\(self.record(record))/hand-over" }
    static func attach(_ record: RecordID) -> String { "\(self.record(record))/document" }
    static func file(_ record: RecordID) -> String { "\(self.record(record))/file" }
    static func scan(_ record: RecordID) -> String { "\(self.record(record))/scan" }
    static func step(_ record: RecordID, _ transition: String) -> String {
        "\(self.record(record))/step/\(transition)"
    }
    static func new(_ mechanism: String) -> String { "\(home)/new/\(mechanism)" }
    static func new(_ mechanism: String, _ transition: String) -> String { "\(new(mechanism))/\(transition)" }
    static func draft(_ id: String) -> String { "\(home)/draft/\(id)" }
    static func pick(_ draft: String, _ field: String) -> String { "\(self.draft(draft))/pick/\(field)" }
    /// - Parameter day: The last one on which the marking is in force.
    static func paperStyle(_ marking: String, _ language: String, until day: CalendarDate? = nil) -> String {
        "\(home)/paper/\(language)/\(marking).css" + (day.map { "?until=\($0)" } ?? "")
    }
}
