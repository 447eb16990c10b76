import Foundation

/// How much the words of a field say, by how many records have them.
struct WordWeights {
    private var counts: [ArraySlice<UInt8>: Double] = [:]
    private var total = 0.0

    init(_ values: ValueTable) {
        guard values.kind.isWords else { return }
        for number in 1..<UInt32(max(1, values.count)) {
            let records = Double(values.counts[Int(number)])
            total += records
            guard values.masks[Int(number)] & 1 == 1 else { continue }
            for word in values.soundsOf(number).split(separator: Symbols.blank) { counts[word, default: 0] += records }
        }
    }

    func words(of sounds: ArraySlice<UInt8>, most: Int) -> [FlatValues.Word] {
        sounds.split(separator: Symbols.blank).prefix(most).map { word in
            FlatValues.Word(
                start: UInt8(word.startIndex - sounds.startIndex), count: UInt8(word.count),
                mostBits: Float(log2((total + 2) / ((counts[word] ?? 0) + 1))),
                mask: LetterMask(word.reduce(0) { $0 | 1 << UInt64($1) }))
        }
    }
}
