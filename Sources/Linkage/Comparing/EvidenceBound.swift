/// The most that a pair can still reach, while its fields are compared one by one: most pairs are given up before their
/// longest texts are looked at, and many before anything but numbers of values was.
final class EvidenceBound {
    /// `most[16 * field + level]`: at most so many bits for one person, with what frequencies may add.
    private let most: UnsafeMutableBufferPointer<Float>
    /// At most so many bits of a field with equal values.
    private let equal: UnsafeMutableBufferPointer<Float>
    /// At most so many bits of a field with two values.
    private let unequal: UnsafeMutableBufferPointer<Float>
    /// At most so many bits of given and family name, of which neither is equal: they may turn out to be exchanged.
    private let unequalNames: Float
    /// Fields that are compared before given and family name: dates, and what has so few values that they lie near.
    let cheap: UnsafeMutableBufferPointer<Int>
    /// Fields that are compared after them.
    let costly: UnsafeMutableBufferPointer<Int>
    private let names: (first: Int, second: Int)?
    private let fieldCount: Int
    private let start: Float
    /// Log-odds below which a pair is given up.
    let least: Float

    /// - Parameters:
    ///   - table: The records that are compared.
    ///   - names: The fields of given and family name, which are compared together.
    init(_ model: MatchModel, _ table: RecordTable, names: (first: Int, second: Int)?, least: Float) {
        let fields = table.fields
        self.least = least
        self.names = names
        start = model.priorBits
        fieldCount = fields.count
        let rest = fields.indices.filter { $0 != names?.first && $0 != names?.second }
        let costs = table.tables.map(EvidenceBound.cost)
        let sorted = rest.sorted { (costs[$0], $0) < (costs[$1], $1) }
        let (near, far) = (sorted.filter { costs[$0] < 2 }, sorted.filter { costs[$0] >= 2 })
        most = .allocate(capacity: 16 * fields.count)
        equal = .allocate(capacity: fields.count)
        unequal = .allocate(capacity: fields.count)
        (cheap, costly) = (.allocate(capacity: near.count), .allocate(capacity: far.count))
        for (place, field) in near.enumerated() { cheap[place] = field }
        for (place, field) in far.enumerated() { costly[place] = field }
        most.initialize(repeating: 0)
        func weight(_ field: Int, _ level: Int) -> Float {
            let level = UInt8(level)
            return max(model.weight(field, level), model.weight(field, level, amongCompatriots: true))
        }
        // Exchanged names have no frequencies.
        var exchanged = model.swapWeight
        for (place, field) in fields.enumerated() {
            let isName = place == names?.first || place == names?.second
            var (same, other, across) = (-Float.infinity, -Float.infinity, -Float.infinity)
            for level in 1..<Levels.count(field.kind) {
                let bits = weight(place, level)
                let rare: Float = level == 1 ? 8 : level == 2 ? 4 : field.kind == .name ? 3 : 0
                most[16 * place + level] = bits + rare
                across = max(across, bits)
                // Two equal dates whose day is not known agree in their year.
                if level == 1 || field.kind == .date && level == Int(Levels.Days.knownYear) {
                    same = max(same, bits + rare)
                }
                if level > 1 { other = max(other, bits + rare) }
            }
            (equal[place], unequal[place]) = (same, other)
            if isName { exchanged += across }
        }
        unequalNames = names.map { [unequal] in max(unequal[$0.first] + unequal[$0.second], exchanged) } ?? 0
    }

    deinit {
        most.deallocate()
        equal.deallocate()
        unequal.deallocate()
        cheap.deallocate()
        costly.deallocate()
    }

    /// What a comparison costs: little where values are few, or numbers.
    private static func cost(_ values: ValueTable) -> Int {
        switch values.kind {
        case .date, .category: 0
        case .code: 1
        case .name, .text, .address: values.count <= 4096 ? 0 : values.kind == .name ? 2 : 3
        }
    }

    /// What two rows of value numbers can reach, before their values are looked at.
    @inline(__always)
    func hope(_ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>) -> Float {
        var hope = start
        for field in 0..<fieldCount where one[field] != 0 && other[field] != 0 {
            hope += one[field] == other[field] ? equal[field] : unequal[field]
        }
        if let names, areBothUnequal(names, one, other) {
            hope += unequalNames - unequal[names.first] - unequal[names.second]
        }
        return hope
    }

    /// What the levels of given and family name take from the hope, in bits.
    @inline(__always)
    func lossOfNames(
        _ pattern: Pattern, _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>
    ) -> Float {
        guard let names else { return 0 }
        if areBothUnequal(names, one, other) {
            return bits(names.first, pattern) + bits(names.second, pattern) - unequalNames
        }
        return loss(names.first, pattern, one, other) + loss(names.second, pattern, one, other)
    }

    /// What the level of a field takes from the hope, in bits; 0 where it is missing.
    @inline(__always)
    func loss(
        _ field: Int, _ pattern: Pattern, _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>
    ) -> Float {
        if one[field] == 0 || other[field] == 0 { return 0 }
        return bits(field, pattern) - (one[field] == other[field] ? equal[field] : unequal[field])
    }

    @inline(__always)
    private func bits(_ field: Int, _ pattern: Pattern) -> Float { most[16 * field + Int(pattern.level(field))] }

    @inline(__always)
    private func areBothUnequal(
        _ names: (first: Int, second: Int), _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>
    ) -> Bool {
        let (first, second) = (names.first, names.second)
        return one[first] != other[first] && one[second] != other[second] && one[first] != 0 && other[first] != 0
            && one[second] != 0 && other[second] != 0
    }
}
