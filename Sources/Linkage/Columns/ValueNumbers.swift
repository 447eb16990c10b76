/// Finds the number of a value by its letters: an open table of numbers, whose letters stand elsewhere.
///
/// Four to eight bytes a value; a dictionary of byte arrays takes a hundred and more.
struct ValueNumbers: Sendable {
    /// Numbers by the hash of their letters, the next free place where two meet; 0 is free.
    private var places = [UInt32](repeating: 0, count: 64)
    private var count = 0

    /// The number of the value with this hash that `isIt` knows again.
    func number(hash: UInt64, where isIt: (UInt32) -> Bool) -> UInt32? {
        let mask = UInt64(places.count - 1)
        var place = hash & mask
        while true {
            let number = places[Int(place)]
            if number == 0 { return nil }
            if isIt(number) { return number }
            place = (place + 1) & mask
        }
    }

    /// Adds a number that is not there.
    ///
    /// - Parameter hashOf: The hash of a number that was added before.
    mutating func add(_ number: UInt32, hash: UInt64, hashOf: (UInt32) -> UInt64) {
        if 4 * count >= 3 * places.count {
            let known = places
            places = [UInt32](repeating: 0, count: 2 * known.count)
            for number in known where number != 0 { put(number, hash: hashOf(number)) }
        }
        put(number, hash: hash)
        count += 1
    }

    private mutating func put(_ number: UInt32, hash: UInt64) {
        let mask = UInt64(places.count - 1)
        var place = hash & mask
        while places[Int(place)] != 0 { place = (place + 1) & mask }
        places[Int(place)] = number
    }
}
