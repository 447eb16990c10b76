import Mechanisms
import Vocabulary

/// Reading the values of one event. Fields are asked for by name and in a fixed order: a dictionary is walked in
/// another order in every run, and numbers given to links would differ.
extension Facts {
    /// The place of the code in its list; a code that is not on it is noted.
    mutating func code(_ value: FieldValue, in list: CodeList, _ mechanism: String, _ field: String) -> UInt8 {
        if case .code(let id) = value, let place = list.place(of: id) { return UInt8(truncatingIfNeeded: place) }
        note(mechanism, field)
        return CodePlace.unlisted
    }

    /// Places of the codes in their list, in the order given.
    mutating func codes(_ value: FieldValue, in list: CodeList, _ mechanism: String, _ field: String) -> [UInt16] {
        let ids: [String]
        switch value {
        case .codes(let several): ids = several
        case .code(let one): ids = [one]
        default:
            note(mechanism, field)
            return [CodeSets.unlisted]
        }
        return ids.map { id in
            if let place = list.place(of: id) { return UInt16(truncatingIfNeeded: place) }
            note(mechanism, field)
            return CodeSets.unlisted
        }
    }

    mutating func packed(_ value: FieldValue, _ mechanism: String, _ field: String) -> Int32 {
        if case .period(let period) = value { return PackedPeriod(period).bits }
        note(mechanism, field)
        return PackedPeriod.absent.bits
    }

    /// The record that a field points to; nil where it points nowhere.
    mutating func link(_ value: FieldValue, _ mechanism: String, _ field: String) -> RecordID? {
        if case .link(let id) = value { return id }
        note(mechanism, field)
        return nil
    }

    mutating func note(_ mechanism: String, _ field: String) {
        misfits += 1
        if diagnostics.count < 100 {
            diagnostics.append(FoldDiagnostic(sequence: position, mechanism: mechanism, field: field))
        }
    }
}
