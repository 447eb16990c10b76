import Access
import Publication
import Registry
import Vocabulary

/// The same trail as a file: every line, in the words of the ledger, with the marking in each.
struct AccessesTable: Sendable {
    let bytes: [UInt8]

    init(of person: RecordID, _ visit: Visit) throws {
        let lines = try visit.registry.accessTrail(of: person, visit.asking)
        let marking = visit.wording.marking(.restricted)
        var writer = CSVWriter()
        writer.write(AccessLine.columns + ["marking"])
        for line in lines { writer.write(line.cells + [marking]) }
        bytes = writer.bytes
    }
}
