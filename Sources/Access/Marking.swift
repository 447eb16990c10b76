/// To whom a paper may go; printed on every page that leaves the system (B104).
package enum Marking: String, Sendable, CaseIterable, Hashable, Comparable {
    case `public`
    /// Those who work in the network.
    case professionals
    /// Those named on the paper.
    case named
    /// Those who work on the case.
    case restricted

    /// The least marking of a paper that shows fields up to a level.
    package init(showing level: Sensitivity) {
        self =
            switch level {
            case .open: .professionals
            case .restricted: .named
            case .confidential, .identity: .restricted
            }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Marking.allCases.firstIndex(of: self) ?? 0 }
}
