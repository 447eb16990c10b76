import Mechanisms
import Registry
import Vocabulary

/// The columns of a mechanism's list after the name: what it is listed by, then what is due.
struct ListColumns: Sendable {
    let mechanism: Mechanism
    let fields: [Field]

    init(_ mechanism: Mechanism) {
        self.mechanism = mechanism
        let names = mechanism.listedBy + mechanism.dueFields.filter { !mechanism.listedBy.contains($0) }
        fields = names.filter { !mechanism.titledBy.contains($0) }.compactMap { mechanism.field($0) }
    }

    func titles(_ wording: Wording) -> [String] { fields.map { wording.field(mechanism, $0.name) } }

    func values(of view: RecordView, _ names: Names, _ wording: Wording) -> [ShownValue] {
        fields.map { ShownValue(view.content($0.name), of: $0, names, wording) }
    }
}

extension RecordView {
    /// The earliest day by which somebody must have acted; nil where nothing is due, or work has ended.
    func due(_ mechanism: Mechanism) -> CalendarDate? {
        if isClosed { return nil }
        return mechanism.dueFields.compactMap { name in
            if case .period(let period)? = value(name) { period.end } else { nil }
        }.min()
    }
}
