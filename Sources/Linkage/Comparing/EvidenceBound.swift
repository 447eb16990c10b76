/// The most that a pair can still reach, while its fields are compared one by one: most pairs are given up before their
/// longest texts are looked at.
final class EvidenceBound {
    /// `most[16 * field + level]`: at most so many bits for one person, with what frequencies may add.
    private let most: UnsafeMutableBufferPointer<Float>
    /// At most so many bits of any level of a field.
    private let best: UnsafeMutableBufferPointer<Float>
    /// Fields in the order in which they are compared: names, which tell most, then what costs little, then texts.
    let order: UnsafeMutableBufferPointer<Int>
    let start: Float
    /// Log-odds below which a pair is given up.
    let least: Float

    init(_ model: MatchModel, _ fields: [Field], least: Float) {
        self.least = least
        start = model.priorBits
        most = .allocate(capacity: 16 * fields.count)
        best = .allocate(capacity: fields.count)
        order = .allocate(capacity: fields.count)
        most.initialize(repeating: 0)
        for (place, field) in fields.enumerated() {
            for level in 1..<UInt8(Levels.count(field.kind)) {
                let bits = max(model.weight(place, level), model.weight(place, level, amongCompatriots: true))
                most[16 * place + Int(level)] = bits + (level == 1 ? 8 : level == 2 ? 4 : field.kind == .name ? 3 : 0)
            }
            best[place] = (1..<16).map { most[16 * place + $0] }.max() ?? 0
        }
        func cost(_ kind: FieldKind) -> Int { kind == .name ? 0 : kind.isWords ? 2 : 1 }
        let sorted = fields.indices.sorted { (cost(fields[$0].kind), $0) < (cost(fields[$1].kind), $1) }
        for (place, field) in sorted.enumerated() { order[place] = field }
    }

    deinit {
        most.deallocate()
        best.deallocate()
        order.deallocate()
    }

    @inline(__always)
    func most(_ field: Int, _ level: UInt8) -> Float { most[16 * field + Int(level)] }

    @inline(__always)
    func best(_ field: Int) -> Float { best[field] }
}
