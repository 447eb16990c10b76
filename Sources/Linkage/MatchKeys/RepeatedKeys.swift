/// Finds the keys that more than one record has.
struct RepeatedKeys {
    /// Every key with its place, sorted by hash.
    private var entries: [Entry] = []
    private let slots: Int
    private let persons: [Int]
    private let places: Int

    private struct Entry {
        let hash: UInt64
        let place: UInt32
    }

    /// - Parameter hashes: Record after record, the hash of every slot's key; 0 for none.
    init(_ hashes: [UInt64], slots: Int, persons: [Int]) {
        self.slots = slots
        self.persons = persons
        places = hashes.count
        entries.reserveCapacity(hashes.count)
        for (place, hash) in hashes.enumerated() where hash != 0 {
            entries.append(Entry(hash: hash, place: UInt32(truncatingIfNeeded: place)))
        }
        entries.sort { ($0.hash, $0.place) < ($1.hash, $1.place) }
    }

    /// Of each place, whether its key is of no other person and of no earlier place.
    var single: [Bool] {
        var single = [Bool](repeating: false, count: places)
        forEachGroup { group in
            if Set(group.map(person)).count == 1, let first = group.first { single[Int(first.place)] = true }
        }
        return single
    }

    /// What two persons of this file agree in where exactly they share a key.
    ///
    /// In two halves of the file, drawn at random, these are the keys that occur once in each and are not of one person.
    func chance(_ plan: KeyPlan) -> ChanceAgreement {
        var patterns: [UInt64: AgreementPattern] = [:]
        forEachGroup { group in
            let found = Set(group.map(person))
            guard found.count == 2, let low = found.min(), let high = found.max(),
                let one = group.first(where: { person($0) == low }),
                let other = group.first(where: { person($0) == high })
            else { return }
            patterns[UInt64(low) << 32 | UInt64(high), default: AgreementPattern(fields: plan.fields.count)]
                .add(plan.agreement(Int(one.place) % slots, Int(other.place) % slots))
        }
        let count = Set(persons).count
        return ChanceAgreement(
            counts: patterns.values.reduce(into: [:]) { $0[$1.text, default: 0] += 1 },
            pairs: Double(count) * Double(count - 1) / 2)
    }

    private func person(_ entry: Entry) -> Int { persons[Int(entry.place) / slots] }

    /// Calls for every set of equal keys, of one too.
    private func forEachGroup(_ body: (ArraySlice<Entry>) -> Void) {
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
            body(entries[start..<end])
            start = end
        }
    }
}
