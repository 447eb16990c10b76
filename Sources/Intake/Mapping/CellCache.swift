/// What the cells of one column came to, so that equal cells are read once.
///
/// Open addressing over the bytes themselves: looking up a cell makes no text. It stops growing at 16,384 different
/// cells, and stops being asked where cells hardly repeat (names, numbers of cases).
struct CellCache: Sendable {
    private struct Entry {
        var hash: UInt64 = 0
        var start: Int32 = 0
        /// -1 where the place is free.
        var length: Int32 = -1
        var reading: Int32 = 0
    }

    private static let places = 1 << 15
    private static let longestProbe = 32

    private var entries = [Entry](repeating: Entry(), count: 256)
    private var mask: UInt64 = 255
    private var stored: [UInt8] = []
    private(set) var readings: [CellReading] = []
    private var asked = 0
    private var answered = 0
    private var isOff = false

    /// The reading of these bytes, made by `make` where they are new.
    mutating func reading(of bytes: UnsafeBufferPointer<UInt8>, make: (String) -> CellReading) -> CellReading {
        if isOff { return make(String(decoding: bytes, as: UTF8.self)) }
        asked += 1
        let hash = Self.hash(bytes)
        var place = hash & mask
        for _ in 0..<Self.longestProbe {
            let entry = entries[Int(place)]
            if entry.length < 0 { return insert(bytes, hash, at: Int(place), make) }
            if entry.hash == hash, Int(entry.length) == bytes.count, holds(bytes, at: Int(entry.start)) {
                answered += 1
                return readings[Int(entry.reading)]
            }
            place = (place + 1) & mask
        }
        return make(String(decoding: bytes, as: UTF8.self))
    }

    private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for place in 0..<bytes.count where stored[start + place] != bytes[place] { return false }
        return true
    }

    private mutating func insert(
        _ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, at place: Int, _ make: (String) -> CellReading
    ) -> CellReading {
        let reading = make(String(decoding: bytes, as: UTF8.self))
        if asked & 0x3FFF == 0, answered * 4 < asked { switchOff() }
        guard !isOff, readings.count < Self.places / 2, bytes.count <= 1024 else { return reading }
        entries[place] = Entry(
            hash: hash, start: Int32(stored.count), length: Int32(bytes.count), reading: Int32(readings.count))
        stored.append(contentsOf: bytes)
        readings.append(reading)
        if readings.count * 2 > entries.count { grow() }
        return reading
    }

    private mutating func switchOff() {
        isOff = true
        entries = []
        stored = []
        readings = []
    }

    private mutating func grow() {
        let old = entries
        entries = [Entry](repeating: Entry(), count: old.count * 2)
        mask = UInt64(entries.count - 1)
        for entry in old where entry.length >= 0 {
            var place = entry.hash & mask
            while entries[Int(place)].length >= 0 { place = (place + 1) & mask }
            entries[Int(place)] = entry
        }
    }

    /// Eight bytes at a time, multiplied and folded; good enough for a table that checks the bytes anyway.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        var rest: UInt64 = 0
        while place < raw.count {
            rest = rest << 8 | UInt64(raw[place])
            place += 1
        }
        return mix(hash ^ rest)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
