/// What a check of the ledger found.
package struct Verification: Sendable {
    /// Which of the checks speaks.
    package enum Check: String, Sendable, CaseIterable {
        /// The engine's own check of its file.
        case storage
        /// Places without gaps.
        case sequence
        /// Each event's hash follows from its bytes and the event before.
        case chain
        /// Every signed checkpoint is met by the chain.
        case checkpoints
        /// Derived tables equal what the events make.
        case projections
    }

    /// One thing that is not as it should be.
    package struct Fault: Hashable, Sendable {
        /// The check that found it.
        package let check: Check
        /// The first bad event, where an event is to blame.
        package let sequence: Int64?
        /// What was found, without any value of a record.
        package let message: String
    }

    /// The events that were read.
    package internal(set) var events: Int64 = 0
    /// The last event whose hash follows from all before it.
    package internal(set) var soundThrough: Int64 = 0
    /// Checkpoints with a sound signature.
    package internal(set) var checkpoints = 0
    /// In the order in which they were found; the chain is followed to its first fault only.
    package internal(set) var faults: [Fault] = []
    /// False where the caller stopped it.
    package internal(set) var isComplete = true

    /// Nothing found, and all of it looked at.
    package var isSound: Bool { faults.isEmpty && isComplete }

    /// The first event that any check blames.
    package var firstBadEvent: Int64? { faults.compactMap(\.sequence).min() }

    mutating func add(_ check: Check, _ sequence: Int64? = nil, _ message: String) {
        faults.append(Fault(check: check, sequence: sequence, message: message))
    }
}
