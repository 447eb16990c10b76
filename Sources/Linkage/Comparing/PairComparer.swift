/// Compares records pair by pair: from two rows of value numbers to one ``Pattern``.
///
/// Not shared between threads: it remembers levels.
struct PairComparer {
    let table: RecordTable
    let values: FlatValues
    private let fieldCount: Int
    private let postcodes: UInt64
    /// Fields whose words are compared by Jaro–Winkler similarity.
    private let bySimilarity: UInt64
    /// `foldings[16 * field + level]`: the level that counts; nil where all are told apart.
    private let foldings: [UInt8]?
    private let scores: FlatScores
    private let caches: LevelCaches
    /// The fields of given and family name, whose values may have changed places.
    let swappable: (first: Int, second: Int)?

    /// - Parameters:
    ///   - values: Of the same table.
    ///   - models: An edit model for every field of words; nil for others.
    init(_ table: RecordTable, _ values: FlatValues, models: [EditModel?], cacheBits: Int = 17) {
        self.table = table
        self.values = values
        fieldCount = table.fields.count
        postcodes = table.fields.enumerated().reduce(0) { $1.element.role == .postcode ? $0 | 1 << $1.offset : $0 }
        bySimilarity = table.fields.enumerated().reduce(0) {
            $1.element.measure == .jaroWinkler ? $0 | 1 << $1.offset : $0
        }
        foldings = PairComparer.foldings(table.fields)
        scores = FlatScores(models)
        caches = LevelCaches(fields: table.fields.count, bits: cacheBits)
        let given = table.fields.firstIndex { $0.role == .given }
        let family = table.fields.firstIndex { $0.role == .family }
        swappable = given.flatMap { given in family.map { (given, $0) } }
    }

    /// The levels of two records of the table.
    func pattern(_ first: Int, _ second: Int) -> Pattern {
        table.cells.withUnsafeBufferPointer { cells in
            guard let start = cells.baseAddress else { return Pattern() }
            return pattern(start + first * fieldCount, start + second * fieldCount)
        }
    }

    /// The levels of two rows of value numbers.
    func pattern(_ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>) -> Pattern {
        var pattern = Pattern()
        for field in 0..<fieldCount {
            set(field, one, other, &pattern)
        }
        if let swappable { trySwap(swappable, one, other, &pattern) }
        return pattern
    }

    /// The levels of two rows of value numbers; nil where they cannot reach the bound.
    @inline(__always)
    func pattern(
        _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>, within bound: EvidenceBound
    ) -> Pattern? {
        var hope = bound.hope(one, other)
        if hope < bound.least { return nil }
        var pattern = Pattern()
        for field in bound.cheap where one[field] != 0 && other[field] != 0 {
            set(field, one, other, &pattern)
            hope += bound.loss(field, pattern, one, other)
            if hope < bound.least { return nil }
        }
        if let swappable {
            set(swappable.first, one, other, &pattern)
            set(swappable.second, one, other, &pattern)
            trySwap(swappable, one, other, &pattern)
            hope += bound.lossOfNames(pattern, one, other)
            if hope < bound.least { return nil }
        }
        for field in bound.costly where one[field] != 0 && other[field] != 0 {
            set(field, one, other, &pattern)
            hope += bound.loss(field, pattern, one, other)
            if hope < bound.least { return nil }
        }
        return pattern
    }

    @inline(__always)
    private func set(
        _ field: Int, _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>, _ pattern: inout Pattern
    ) {
        let (first, second) = (one[field], other[field])
        if first == 0 || second == 0 { return }
        let level = first == second ? sameLevel(field, first) : level(field, first, second)
        pattern.set(field, folded(level, field))
    }

    @inline(__always)
    private func folded(_ level: UInt8, _ field: Int) -> UInt8 {
        guard let foldings else { return level }
        return foldings[16 * field + Int(level)]
    }

    private static func foldings(_ fields: [Field]) -> [UInt8]? {
        guard fields.contains(where: { $0.folding != LevelFolding($0.kind) }) else { return nil }
        return fields.flatMap { $0.folding.levels + [UInt8](repeating: 0, count: 16 - $0.folding.levels.count) }
    }

    /// The patterns of many pairs.
    func patterns(_ pairs: [(UInt32, UInt32)]) -> [Pattern] {
        pairs.map { pattern(Int($0.0), Int($0.1)) }
    }

    /// Equal numbers are equal values, but a date whose day is not known is equal in its year only.
    @inline(__always)
    private func sameLevel(_ field: Int, _ value: UInt32) -> UInt8 {
        guard values.kinds[field] == .date else { return 1 }
        return values.dates[values.bases[field] + Int(value)] & 0xFFFF == 0xFFFF
            ? Levels.Days.knownYear : Levels.Days.exact
    }

    /// The level of two present values that are not the same.
    @inline(__always)
    func level(_ field: Int, _ one: UInt32, _ other: UInt32) -> UInt8 {
        let base = values.bases[field]
        let kind = values.kinds[field]
        if kind == .date {
            return DayComparison.level(values.dates[base + Int(one)], values.dates[base + Int(other)])
        }
        let (low, high) = one < other ? (one, other) : (other, one)
        if kind == .code, values.areUnlikeCodes(base + Int(low), base + Int(high)) { return Levels.Codes.different }
        let masks = (values.masks[base + Int(low)], values.masks[base + Int(high)])
        // Most pairs are of two persons, and most of those share too few letters for any level: no memory is spent on
        // them.
        let areUnlike =
            kind.isWords ? WordComparison.areUnlike(masks) : CodeComparison.areUnlike(masks, kind)
        if areUnlike { return Levels.different(kind) }
        if kind.isWords, values.haveOtherNeighbours(base + Int(low), base + Int(high)) { return Levels.different(kind) }
        // The spare value is another one for each query.
        if Int(high) == values.spareNumber(field) { return computed(field, base + Int(low), base + Int(high)) }
        if let known = caches.remembered(field, low, high) { return known }
        let level = computed(field, base + Int(low), base + Int(high))
        caches.remember(field, low, high, level)
        return level
    }

    private func computed(_ field: Int, _ low: Int, _ high: Int) -> UInt8 {
        if values.kinds[field].isWords {
            return bySimilarity >> UInt64(field) & 1 == 1
                ? WordComparison.likeness(low, high, in: values)
                : scores.comparison(field).level(low, high, in: values)
        }
        let letters = (values.lettersAt(low), values.lettersAt(high))
        return values.kinds[field] == .category
            ? CodeComparison.category(letters.0, letters.1)
            : CodeComparison.level(
                letters.0, letters.1, counts: (values.neighbours[low], values.neighbours[high]),
                isPostcode: postcodes >> UInt64(field) & 1 == 1)
    }

    /// Takes the exchanged reading where both names agree well in it and do not as they stand.
    private func trySwap(
        _ pair: (first: Int, second: Int), _ first: UnsafePointer<UInt32>, _ second: UnsafePointer<UInt32>,
        _ pattern: inout Pattern
    ) {
        let straight = (pattern.level(pair.first), pattern.level(pair.second))
        guard min(straight.0, straight.1) >= Levels.Words.abbreviation else { return }
        let one = (first[pair.first], first[pair.second])
        let other = (second[pair.first], second[pair.second])
        let given = across((pair.first, one.0), (pair.second, other.1))
        guard given > 0, given < Levels.Words.abbreviation - 2 else { return }
        let family = across((pair.first, other.0), (pair.second, one.1))
        guard family > 0, family < Levels.Words.abbreviation - 2 else { return }
        pattern.bits &= ~(0xF << UInt64(4 * pair.first) | 0xF << UInt64(4 * pair.second))
        pattern.set(pair.first, folded(given, pair.first))
        pattern.set(pair.second, folded(family, pair.second))
        pattern.bits |= Pattern.swapFlag
    }

    /// The level of values of two fields: identical letters, sounds, or an alignment; 0 where one is missing.
    private func across(_ one: (field: Int, value: UInt32), _ other: (field: Int, value: UInt32)) -> UInt8 {
        guard one.value != 0, other.value != 0 else { return Levels.missing }
        let (left, right) = (values.bases[one.field] + Int(one.value), values.bases[other.field] + Int(other.value))
        let masks = (values.masks[left], values.masks[right])
        // Most pairs share few letters: this keeps the second reading from costing a second comparison.
        let shared = (masks.0.letters & masks.1.letters).nonzeroBitCount
        if 4 * shared < 3 * max(masks.0.count, masks.1.count) { return Levels.Words.different }
        if WordComparison.areEqual(values.soundsAt(left), values.soundsAt(right)) {
            return WordComparison.areEqual(values.lettersAt(left), values.lettersAt(right))
                ? Levels.Words.exact : Levels.Words.sound
        }
        return WordComparison.degree(scores.comparison(one.field).bits(left, right, in: values))
    }
}

/// The scores of the edit models of all fields, in plain memory.
private final class FlatScores {
    private let scores: UnsafeMutableBufferPointer<Float>
    private let most: UnsafeMutableBufferPointer<Float>
    private static let size = EditModel.side * EditModel.side

    init(_ models: [EditModel?]) {
        scores = .allocate(capacity: models.count * FlatScores.size)
        scores.initialize(repeating: 0)
        most = .allocate(capacity: models.count * EditModel.side)
        most.initialize(repeating: 0)
        for (field, model) in models.enumerated() {
            for (place, score) in (model?.scores ?? []).enumerated() { scores[field * FlatScores.size + place] = score }
            for (letter, bits) in (model?.mostOfLetters ?? []).enumerated() {
                most[field * EditModel.side + letter] = bits
            }
        }
    }

    deinit {
        scores.deallocate()
        most.deallocate()
    }

    @inline(__always)
    func comparison(_ field: Int) -> WordComparison {
        WordComparison(
            scores: UnsafeBufferPointer(
                rebasing: UnsafeBufferPointer(scores)[field * FlatScores.size..<(field + 1) * FlatScores.size]),
            most: UnsafeBufferPointer(
                rebasing: UnsafeBufferPointer(most)[field * EditModel.side..<(field + 1) * EditModel.side]))
    }
}
