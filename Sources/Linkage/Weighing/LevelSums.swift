/// Sums of weights by class, field and level, side by side in memory.
struct LevelSums {
    private let levels: [Int]
    private var sums: [Double]

    init(fields: [Field], classes: Int) {
        levels = fields.map { Levels.count($0.kind) }
        sums = [Double](repeating: 0, count: classes * fields.count * 16)
    }

    @inline(__always)
    mutating func add(_ weight: Double, _ pattern: Pattern, to pairClass: Int) {
        var rest = pattern.bits
        var place = pairClass * levels.count * 16
        sums.withUnsafeMutableBufferPointer { sums in
            for _ in levels.indices {
                sums[place + Int(rest & 0xF)] += weight
                rest >>= 4
                place += 16
            }
        }
    }

    /// Of every field, the sums of its levels.
    func counts(_ pairClass: Int) -> [[Double]] {
        levels.enumerated().map { field, count in
            let start = (pairClass * levels.count + field) * 16
            return Array(sums[start..<start + count])
        }
    }
}
