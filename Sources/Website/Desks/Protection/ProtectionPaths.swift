import Vocabulary

/// Addresses of the desk of data protection.
enum ProtectionPaths {
    static let home = "\(WorkbenchPaths.home)/protection"
    static let search = "\(home)/search"
    static let retention = "\(home)/retention"
    static let emergencies = "\(home)/emergencies"
    static let verification = "\(home)/verification"
    static let verificationStop = "\(verification)/stop"

    /// The pattern of everything about one person.
    static let anyPerson = "\(home)/person/{record}"
    static func accesses(_ person: RecordID) -> String { "\(home)/person/\(person)" }
    static func accessesFile(_ person: RecordID) -> String { "\(accesses(person))/accesses.csv" }
    static func file(_ person: RecordID) -> String { "\(accesses(person))/file" }
    static func fileJSON(_ person: RecordID) -> String { "\(accesses(person))/file.json" }
    static func erase(_ person: RecordID) -> String { "\(accesses(person))/erase" }
    static func clock(_ clock: String) -> String { "\(retention)?clock=\(clock)" }
}
