// Goals, in order: (1) a key of two persons is never sent; (2) memory for a part of the keys at a time, whatever their
// number; (3) a file of two hundred thousand equal records costs no more than any other of that size.

/// Finds the keys that more than one record has.
struct RepeatedKeys {
    /// Of each place, whether its key is of no other person and of no earlier place.
    private(set) var single: [Bool]
    private let plan: KeyPlan
    private let persons: [Int]
    /// What two persons of this file agree in, where exactly they share a key: by both their numbers.
    private var patterns: [UInt64: AgreementPattern] = [:]
    /// The most keys that were held at once.
    private(set) var mostHeld = 0

    private struct Entry {
        let hash: UInt64
        let place: UInt32
    }

    /// 256 MB of keys.
    static let usualHeld = 1 << 24

    /// - Parameters:
    ///   - hashes: Record after record, the hash of every slot's key; 0 for none.
    ///   - persons: Of each record, the number of its person.
    ///   - held: So many keys, on average, are sorted at once.
    init(_ hashes: [UInt64], plan: KeyPlan, persons: [Int], held: Int = RepeatedKeys.usualHeld) {
        self.plan = plan
        self.persons = persons
        single = [Bool](repeating: false, count: hashes.count)
        let parts = UInt64(max(1, (hashes.count + held - 1) / held))
        for part in 0..<parts {
            var entries: [Entry] = []
            for (place, hash) in hashes.enumerated()
            where hash != 0 && hash.multipliedFullWidth(by: parts).high == part {
                entries.append(Entry(hash: hash, place: UInt32(truncatingIfNeeded: place)))
            }
            entries.sort { ($0.hash, $0.place) < ($1.hash, $1.place) }
            mostHeld = max(mostHeld, entries.count)
            take(entries)
        }
    }

    /// In two halves of the file, drawn at random, the keys of exactly two persons are those that occur once in each and are
    /// not of one person.
    var chance: ChanceAgreement {
        let count = Set(persons).count
        return ChanceAgreement(
            counts: patterns.values.reduce(into: [:]) { $0[$1.text, default: 0] += 1 },
            pairs: Double(count) * Double(count - 1) / 2)
    }

    private mutating func take(_ entries: [Entry]) {
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
            take(group: entries[start..<end])
            start = end
        }
    }

    /// Takes equal keys in, of one place or more: how many persons have them is known at the third.
    private mutating func take(group: ArraySlice<Entry>) {
        guard let first = group.first else { return }
        let person = self.person(first)
        var other: Entry?
        for entry in group.dropFirst() {
            let found = self.person(entry)
            if found == person { continue }
            guard let known = other else {
                other = entry
                continue
            }
            if found != self.person(known) { return }
        }
        guard let other else {
            single[Int(first.place)] = true
            return
        }
        let (low, high) = person < self.person(other) ? (first, other) : (other, first)
        let slots = plan.slots.count
        patterns[
            UInt64(self.person(low)) << 32 | UInt64(self.person(high)),
            default: AgreementPattern(fields: plan.fields.count)
        ].add(plan.agreement(Int(low.place) % slots, Int(high.place) % slots))
    }

    private func person(_ entry: Entry) -> Int { persons[Int(entry.place) / plan.slots.count] }
}
