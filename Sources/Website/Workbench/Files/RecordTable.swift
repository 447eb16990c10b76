import Access
import Mechanisms
import Registry
import Vocabulary

/// The rows of a list as texts, with the marking of each: what a file of it holds. A row has the highest marking of the
/// record, of the records that it names (decision 0144) and of the handling marks in force on any of them, with the day on which
/// these end.
struct RecordTable: Sendable {
    let title: String
    /// The highest marking among the rows.
    let marking: Access.Marking
    /// The same in words, and how many rows had to stay behind.
    let notice: String
    let columns: [String]
    let rows: [[String]]

    init(_ exported: ExportedRecords, of mechanism: Mechanism, _ names: Names, _ marks: HandlingMarks, _ visit: Visit) {
        let wording = visit.wording
        let listed = ListColumns(mechanism)
        title = wording.many(mechanism)
        let levels = exported.rows.map { view in
            names.marking(of: view, showing: listed.fields.map(\.name), under: marks)
        }
        marking = levels.map(\.level).max() ?? exported.marking
        let told = wording.filled("marking", ["level": wording.marking(marking)])
        notice =
            exported.leftOut == 0 ? told : "\(told) \(wording.counted("file.left-out", exported.leftOut))"
        columns =
            [wording["list.name"]] + listed.titles(wording)
            + [wording["list.state"], wording["file.marking"], wording["record.id"]]
        rows = zip(exported.rows, levels).map { view, level in
            [names.name(of: view)] + listed.values(of: view, names, wording).map(\.text)
                + [wording.state(mechanism, view.state), wording.marking(level), view.record.description]
        }
    }
}
