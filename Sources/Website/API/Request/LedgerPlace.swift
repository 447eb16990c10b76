import Ledger
import Registry
import Vocabulary

/// What `?asOf=` names: a place of the ledger itself, or a moment whose place is looked up.
enum LedgerPlace: Equatable, Sendable {
    case sequence(Int64)
    case moment(Timestamp)

    /// A number from 1; `2026-11-22`, which means the end of the day; `2026-11-22T08:30:00Z`, with thousandths or not.
    init?(_ text: String) {
        if let number = Int64(text), number > 0, String(number) == text, text.count <= 18 {
            self = .sequence(number)
        } else if let day = CalendarDate(text) {
            self = .moment(.endOf(day))
        } else if let moment = Timestamp(text) {
            self = .moment(moment)
        } else if text.utf8.count == 20, text.hasSuffix("Z"), let moment = Timestamp("\(text.dropLast()).000Z") {
            self = .moment(moment)
        } else {
            return nil
        }
    }

    /// The place in the ledger; blocks on it.
    func position(in ledger: Ledger) throws -> Int64 {
        switch self {
        case .sequence(let number): number
        case .moment(let moment): try ledger.position(atEndOf: moment)
        }
    }
}
