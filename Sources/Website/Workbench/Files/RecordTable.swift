import Mechanisms
import Registry
import Vocabulary

/// The rows of a list as texts, with the marking of each: what a file of it holds.
struct RecordTable: Sendable {
    let title: String
    /// The highest marking among the rows, in words, and how many rows had to stay behind.
    let notice: String
    let columns: [String]
    let rows: [[String]]

    init(_ exported: ExportedRecords, of mechanism: Mechanism, _ names: Names, _ visit: Visit) {
        let wording = visit.wording
        let listed = ListColumns(mechanism)
        title = wording.many(mechanism)
        let marking = wording.filled("marking", ["level": wording.marking(exported.marking)])
        notice =
            exported.leftOut == 0 ? marking : "\(marking) \(wording.counted("file.left-out", exported.leftOut))"
        columns =
            [wording["list.name"]] + listed.titles(wording)
            + [wording["list.state"], wording["file.marking"], wording["record.id"]]
        rows = exported.rows.map { view in
            [names.name(of: view)] + listed.values(of: view, names, wording).map(\.text)
                + [wording.state(mechanism, view.state), wording.marking(view.marking), view.record.description]
        }
    }
}
