import Mechanisms
import Registry
import Vocabulary

/// Treaties as somebody looks at them: on a day, which stands in the address.
struct TreatyView: Sendable {
    let status: TreatyStatus
    /// Nil where it is today.
    let asked: CalendarDate?

    /// The address for the same day.
    func href(_ path: String) -> String { asked.map { "\(path)?as-of=\($0)" } ?? path }
}

extension TreatyView {
    /// - Throws: ``RegistryRefusal/unreadableFilter(name:)`` for a day that is none.
    init(_ visit: Visit) throws {
        let written = visit.exchange.query["as-of"].flatMap { $0.isEmpty ? nil : $0 }
        let asked = written.flatMap { CalendarDate($0) }
        if written != nil, asked == nil { throw RegistryRefusal.unreadableFilter(name: "as-of") }
        let law = try visit.registry.treatyLaw(visit.asking)
        self.init(status: TreatyStatus(law, on: asked ?? visit.today), asked: asked)
    }
}
