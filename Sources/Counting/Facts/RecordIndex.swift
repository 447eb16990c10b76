import Mechanisms
import Vocabulary

/// The dense numbers that records get in the order in which the ledger first names them.
///
/// Open addressing over 32-bit places: 4,000,000 ids cost 20 bytes and one probe or two each; a `Dictionary` costs three
/// times that.
struct RecordIndex: Sendable {
    private(set) var ids: [RecordID] = []
    /// 1 where an event of the record itself was folded, 0 where it is only named by others.
    var isOpened: [UInt8] = []
    /// Place, or -1; the count is a power of two and at least twice that of the ids.
    private var slots: [Int32] = Array(repeating: -1, count: 64)

    init() {}

    /// The index as a snapshot holds it.
    init(ids: [RecordID], isOpened: [UInt8]) {
        self.ids = ids
        self.isOpened = isOpened
        var size = 64
        while size < ids.count * 2 { size *= 2 }
        fill(size)
    }

    var count: Int { ids.count }

    /// Its number; a new one where the id is met for the first time.
    mutating func place(of id: RecordID) -> (place: Int, isNew: Bool) {
        var slot = start(of: id)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if ids[place] == id { return (place, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let place = ids.count
        ids.append(id)
        isOpened.append(0)
        slots[slot] = Int32(place)
        if ids.count * 2 > slots.count { fill(slots.count * 2) }
        return (place, true)
    }

    private func start(of id: RecordID) -> Int {
        var mixed = id.high &* 0x9E37_79B9_7F4A_7C15 ^ id.low &* 0xC2B2_AE3D_27D4_EB4F
        mixed ^= mixed >> 32
        return Int(truncatingIfNeeded: mixed) & (slots.count - 1)
    }

    private mutating func fill(_ size: Int) {
        slots = Array(repeating: -1, count: size)
        for place in ids.indices {
            var slot = start(of: ids[place])
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(place)
        }
    }
}
