import Mechanisms
import Publication
import Registry
import Vocabulary

/// The words of the desk of data protection: `protection.…` of the language files.
struct ProtectionWords: Sendable {
    let wording: Wording

    init(_ visit: Visit) { wording = visit.wording }

    subscript(key: String) -> String { wording.texts["protection.\(key)"] }

    func filled(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        wording.texts.filled("protection.\(key)", values)
    }

    func counted(_ key: String, _ count: Int) -> String { wording.texts.counted("protection.\(key)", count) }

    /// A number of records that was counted to a limit.
    func total(_ total: RecordPage.Total) -> String {
        switch total {
        case .exactly(let records): counted("records", records)
        case .moreThan(let records):
            wording.filled("list.more-than", ["count": wording.texts.number(records)])
        }
    }

    /// What was done, in words; the ledger's own name where there are none.
    func what(_ line: AccessLine) -> String {
        switch line.what {
        case .changed(let name, let state, _):
            let mechanism = wording.book.mechanism(line.mechanism)
            let step = mechanism.flatMap { mechanism in
                mechanism.transition(name).map { wording.step(mechanism, $0) }
            }
            return filled(
                "changed",
                ["step": step ?? name, "state": mechanism.map { wording.state($0, state) } ?? state])
        case .accessed(let kind): return wording.access(kind)
        case .refused(let action, let code):
            return filled(
                "refused", ["action": wording.texts.text("protection.actions.\(action)") ?? action, "code": code])
        }
    }

    func purpose(_ name: String) -> String { wording.texts.text("protection.purposes.\(name)") ?? name }

    /// The post and, where it is known, its organisation.
    func post(_ function: String, _ organisation: String?) -> String {
        let post = wording.texts.text("codes.function-kinds.\(function)") ?? function
        return organisation.map { wording.filled("timeline.of", ["post": post, "organisation": $0]) } ?? post
    }

    func ending(_ ending: Retention.Ending) -> String { self["endings.\(ending.rawValue)"] }

    /// How long a clock runs: in years where it is whole years, else in days.
    func length(_ days: Int) -> String {
        let years = (Double(days) / 365.25).rounded()
        let isWhole = years >= 1 && abs(Double(days) - years * 365.25) <= 1
        return isWhole ? counted("years", Int(years)) : counted("days", days)
    }

    /// From when on a clause counts, in words.
    func start(_ clause: Retention, _ mechanism: Mechanism) -> String {
        switch clause.start {
        case .closing: self["starts.closing"]
        case .lastChange: self["starts.last-change"]
        case .field(let field): filled("starts.field", ["field": wording.field(mechanism, field)])
        }
    }
}
