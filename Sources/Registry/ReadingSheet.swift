import Ledger
import Synchronization

/// What one answer shows of many lists, so that one transaction writes all of it down before the answer leaves.
package final class ReadingSheet: Sendable, Hashable {
    /// Nil once it was handed in.
    private let shown = Mutex<[Ledger.Shown]?>([])

    /// False once the sheet was handed in: then the reading must be written down by itself.
    func add(_ reading: Ledger.Shown) -> Bool {
        shown.withLock { shown in
            shown?.append(reading)
            return shown != nil
        }
    }

    fileprivate func handIn() -> [Ledger.Shown] {
        shown.withLock { shown in
            defer { shown = nil }
            return shown ?? []
        }
    }

    package static func == (left: ReadingSheet, right: ReadingSheet) -> Bool { left === right }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Registry {
    /// Makes an answer that shows several lists, and writes down together what it shows. Whatever became of the answer,
    /// it was read; where that cannot be written down, there is no answer.
    ///
    /// - Parameter make: Asks with the sheet (``Asking/init(_:for:on:)``); only lists are on it, a record that is read
    ///   is written down by itself.
    package func writingDownTogether<Answer>(_ make: (ReadingSheet) throws -> Answer) throws -> Answer {
        let sheet = ReadingSheet()
        let answer = Result { try make(sheet) }
        try ledger.note(sheet.handIn())
        return try answer.get()
    }
}
