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
    /// The earliest day by which somebody must have acted; nil where nothing is due, or no more.
    ///
    /// - Parameter today: What lapses is silent after its day.
    func due(_ mechanism: Mechanism, today: CalendarDate) -> CalendarDate? {
        dues(mechanism, today: today).map(\.day).min()
    }

    /// Every day by which somebody must have acted, with its field, in the order of the book.
    func dues(_ mechanism: Mechanism, today: CalendarDate) -> [(field: String, day: CalendarDate)] {
        mechanism.dues(in: state).compactMap { due in
            guard case .period(let period)? = value(due.name), !due.lapses || period.end >= today else { return nil }
            return (due.name, period.end)
        }
    }
}
