// Goals, in order: (1) a likeness that is evidence: bits for “one name, written twice” against “two names”; (2) learnt
// from the file itself, without labels, towards a shipped prior; (3) a reader can see what was learnt.
// Source: Ristad, Yianilos (1998), Learning string-edit distance; the prior classes are those of ordinary clerks' slips.

import Foundation

/// What two letters in the same place of two spellings say: bits for one name, by pairs of ``Symbols``.
struct EditModel: Hashable {
    /// Symbols and the gap.
    static let side = Symbols.count + 1
    static let gap = Symbols.count
    /// `scores[a * side + b]` in bits; `gap` for a letter that one spelling lacks.
    private(set) var scores: [Float]
    /// Two neighbours swapped cost this much, in bits, against both in their places.
    static let swapCost: Float = 7

    /// - Parameters:
    ///   - frequencies: How often each symbol occurs in the values; any scale.
    ///   - learnt: Weighted counts of aligned pairs of letters from pairs that are one person, `side` squared; nil for
    ///     the prior alone.
    ///   - strength: How many aligned letters the prior counts for.
    init(frequencies: [Double], learnt: [Double]? = nil, strength: Double = 3000) {
        let total = frequencies.reduce(0, +) + 0.5 * Double(Symbols.count)
        let share = frequencies.map { ($0 + 0.5) / total }
        var joint = EditModel.prior(share)
        if let learnt {
            let seen = learnt.reduce(0, +)
            for index in joint.indices { joint[index] = (joint[index] * strength + learnt[index]) / (strength + seen) }
        }
        scores = [Float](repeating: 0, count: EditModel.side * EditModel.side)
        for first in 0..<EditModel.side {
            for second in 0..<EditModel.side where first != EditModel.gap || second != EditModel.gap {
                let chance = (first < EditModel.gap ? share[first] : 1) * (second < EditModel.gap ? share[second] : 1)
                let bits = log2(max(joint[first * EditModel.side + second], 1e-12) / chance)
                scores[first * EditModel.side + second] = Float(max(-9, min(9, bits)))
            }
        }
    }

    /// Of each letter, the most that any place in an alignment gives for it; more than any alignment where a letter that
    /// comes in by itself could speak for one name.
    var mostOfLetters: [Float] {
        let side = EditModel.side
        let gaps = scores[EditModel.gap * side..<(EditModel.gap + 1) * side].max() ?? 0
        if gaps > 0 { return [Float](repeating: 1000, count: side) }
        return (0..<side).map { scores[$0 * side..<($0 + 1) * side].max() ?? 0 }
    }

    /// Joint shares of aligned pairs before anything is learnt: of 100 letters 90 stay, 4 change, 6 come or go.
    private static func prior(_ share: [Double]) -> [Double] {
        var joint = [Double](repeating: 0, count: side * side)
        for first in 0..<Symbols.count {
            joint[first * side + first] += 0.90 * share[first]
            let alike = likeness[first]
            for second in 0..<Symbols.count where second != first {
                let anywhere = 0.5 * share[second]
                let likely = alike.contains(UInt8(second)) ? 0.5 / Double(alike.count) : 0
                let one = 0.02 * share[first] * (anywhere + likely)
                joint[first * side + second] += one
                joint[second * side + first] += one
            }
            let ease = first == 0 ? 8.0 : Symbols.isVowel(UInt8(first)) || first == 8 ? 1.4 : 0.8
            joint[first * side + gap] = 0.03 * share[first] * ease
            joint[gap * side + first] = 0.03 * share[first] * ease
        }
        return joint
    }

    /// Letters that clerks, keyboards and readers of handwriting put for one another.
    private static let likeness: [[UInt8]] = {
        var sets = [Set<UInt8>](repeating: [], count: Symbols.count)
        for group in likeGroups.split(separator: " ") {
            let codes = group.unicodeScalars.map { scalar -> UInt8 in
                switch scalar {
                case "ŝ": Symbols.sh
                case "ĉ": Symbols.ch
                case "ĵ": Symbols.zh
                case "ĥ": Symbols.kh
                default: Symbols.code(ofASCII: UInt8(truncatingIfNeeded: scalar.value))
                }
            }
            for code in codes { sets[Int(code)].formUnion(codes.filter { $0 != code }) }
        }
        return sets.map { $0.sorted() }
    }()

    private static let likeGroups = """
        ae ei ou ao iy ij jy bp dt gk gh hĥ kĥ kc cs sz sŝ ŝĉ ĉĥ ĉk ĵz ĵŝ jĵ jh jĥ vf vu vb mn lr uv gj xk q9 \
        0o 1l 1i 5s 8b 6b 2z 7t 4a 3e 9g il ft rn nh
        """

    func score(_ first: UInt8, _ second: UInt8) -> Float { scores[Int(first) * EditModel.side + Int(second)] }

    /// Pairs of letters that speak for one name although they differ: what was learnt, for a reader. `g/h`; `-` stands
    /// for a letter left out.
    func commonConfusions() -> [String] {
        var pairs: [(score: Float, text: String)] = []
        for first in 1..<Symbols.count {
            for second in (first + 1)..<EditModel.side {
                let score = scores[first * EditModel.side + second]
                guard score > (second == EditModel.gap ? -3 : 0) else { continue }
                let other = second == EditModel.gap ? "-" : String(Symbols.character(of: UInt8(second)))
                pairs.append((score, "\(Symbols.character(of: UInt8(first)))/\(other)"))
            }
        }
        return pairs.sorted { $0.score != $1.score ? $0.score > $1.score : $0.text < $1.text }.prefix(12).map(\.text)
    }
}
