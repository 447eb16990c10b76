/// Status, phenomenon and one mark in seven bits: all that decides whether a row belongs to a population.
struct Qualification: Hashable, Sendable {
    /// So many different ones.
    static let count = 128
    /// For rows that have no status.
    static let noStatus: UInt8 = 7
    static let phenomenonUnlisted: UInt8 = 6
    static let phenomenonAbsent: UInt8 = 7

    let bits: UInt8

    init(bits: UInt8) { self.bits = bits }

    /// - Parameters:
    ///   - status: ``StatusCode`` or anything above for none.
    ///   - phenomenon: As facts hold it.
    ///   - isMarked: Re-trafficked, for an episode; in a case, for an involvement.
    init(status: UInt8, phenomenon: UInt8, isMarked: Bool) {
        let folded =
            switch phenomenon {
            case CodePlace.absent: Qualification.phenomenonAbsent
            case CodePlace.unlisted: Qualification.phenomenonUnlisted
            default: phenomenon
            }
        bits = min(status, Qualification.noStatus) | folded << 3 | (isMarked ? 1 << 6 : 0)
    }

    var status: StatusCode? { StatusCode(rawValue: bits & 7) }
    /// Place in the list of phenomena, or one of the two above.
    var phenomenon: UInt8 { bits >> 3 & 7 }
    var isMarked: Bool { bits >> 6 == 1 }

    /// Whether somebody decided on it.
    var isDecided: Bool {
        switch status {
        case .presumed, .identified, .notIdentified, .declined: true
        case .signalled, .potential, .withdrawn, nil: false
        }
    }
}
