import Mechanisms
import Vocabulary

/// Makes the ids of imported records: UUIDs of version 7 that grow from one to the next.
///
/// The twelve bits that `Identifier(at:using:)` fills at random count here (RFC 9562, 6.2, method 1), so that five
/// million records are appended to the ledger's indexes instead of being scattered over them. When a millisecond is
/// used up the next one is taken; an import makes fewer than 4,096 records in a millisecond, so the clock catches up.
struct IdentifierMint {
    private var milliseconds: UInt64
    private var counter: UInt64 = 0
    /// SplitMix64: ids need not be secret, only different.
    private var state: UInt64

    init(at moment: Timestamp, seed: UInt64) {
        milliseconds = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        state = seed
    }

    mutating func next() -> RecordID {
        if counter == 0x1000 {
            counter = 0
            milliseconds += 1
        }
        let high = milliseconds << 16 | 0x7000 | counter
        counter += 1
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return RecordID(high: high, low: 0x8000_0000_0000_0000 | (mixed ^ (mixed >> 31)) >> 2)
    }

    /// Goes on from a later moment; an earlier one is passed over, since ids grow.
    mutating func advance(to moment: Timestamp) {
        let now = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        if now > milliseconds { (milliseconds, counter) = (now, 0) }
    }
}
