import Vocabulary

/// Addresses of the review desk. A pair's address holds the id of its record and nothing that says what it is.
enum LinksPaths {
    static let home = "\(WorkbenchPaths.home)/links"
    /// The pattern of everything about one pair.
    static let anyPair = "\(home)/{record}"

    static func pair(_ record: RecordID) -> String { "\(home)/\(record)" }
    static func judge(_ record: RecordID) -> String { "\(pair(record))/judge" }
}
