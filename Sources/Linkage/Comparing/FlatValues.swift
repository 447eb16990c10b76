import Foundation

/// The values of all fields side by side in plain memory, as the comparison of millions of pairs wants them: no
/// reference is counted on the way from two numbers to their letters.
///
/// Not shared between threads.
final class FlatValues {
    /// One word of a value: where it lies in its sounds, and at most how many bits its agreement is worth.
    struct Word {
        let start: UInt8
        let count: UInt8
        /// A word that many values have (“street”, “al”) says little, however many letters it has.
        let mostBits: Float
        /// Its letters, as in ``FlatValues/masks``.
        let mask: UInt64
    }

    /// Where the values of each field begin.
    let bases: UnsafeMutableBufferPointer<Int>
    let kinds: UnsafeMutableBufferPointer<FieldKind>
    let masks: UnsafeMutableBufferPointer<UInt64>
    let dates: UnsafeMutableBufferPointer<UInt32>
    let skeletons: UnsafeMutableBufferPointer<UInt32>
    private let sounds: UnsafeMutableBufferPointer<UInt8>
    private let soundEnds: UnsafeMutableBufferPointer<UInt32>
    private let letters: UnsafeMutableBufferPointer<UInt8>
    private let letterEnds: UnsafeMutableBufferPointer<UInt32>
    private let words: UnsafeMutableBufferPointer<Word>
    private let wordEnds: UnsafeMutableBufferPointer<UInt32>

    init(_ table: RecordTable) {
        bases = .allocate(capacity: table.fields.count)
        kinds = .allocate(capacity: table.fields.count)
        var total = 0
        for (field, values) in table.tables.enumerated() {
            bases[field] = total
            kinds[field] = values.kind
            total += values.count
        }
        masks = .allocate(capacity: total)
        dates = .allocate(capacity: total)
        skeletons = .allocate(capacity: total)
        soundEnds = .allocate(capacity: total + 1)
        letterEnds = .allocate(capacity: total + 1)
        wordEnds = .allocate(capacity: total + 1)
        sounds = .allocate(capacity: table.tables.reduce(1) { $0 + $1.sounds.count })
        letters = .allocate(capacity: table.tables.reduce(1) { $0 + $1.letters.count })
        words = .allocate(capacity: table.tables.reduce(1) { $0 + FlatValues.wordCount($1) })
        var (place, sound, letter, word) = (0, 0, 0, 0)
        (soundEnds[0], letterEnds[0], wordEnds[0]) = (0, 0, 0)
        for values in table.tables {
            let weights = WordWeights(values)
            for number in 0..<UInt32(values.count) {
                masks[place] = values.masks[Int(number)]
                dates[place] = values.kind == .date ? values.dates[Int(number)] : 0
                let (newSounds, newLetters) = (values.soundsOf(number), values.lettersOf(number))
                skeletons[place] = values.kind == .date ? 0 : FlatValues.skeletonMark(newSounds)
                for code in newSounds { (sounds[sound], sound) = (code, sound + 1) }
                for code in newLetters { (letters[letter], letter) = (code, letter + 1) }
                if values.kind.isWords, values.masks[Int(number)] & 1 == 1 {
                    for new in weights.words(of: newSounds) { (words[word], word) = (new, word + 1) }
                }
                place += 1
                (soundEnds[place], letterEnds[place], wordEnds[place]) = (UInt32(sound), UInt32(letter), UInt32(word))
            }
        }
    }

    deinit {
        bases.deallocate()
        kinds.deallocate()
        masks.deallocate()
        dates.deallocate()
        skeletons.deallocate()
        sounds.deallocate()
        soundEnds.deallocate()
        letters.deallocate()
        letterEnds.deallocate()
        words.deallocate()
        wordEnds.deallocate()
    }

    /// - Parameter place: The base of a field plus the number of one of its values.
    @inline(__always)
    func soundsAt(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(sounds)[Int(soundEnds[place])..<Int(soundEnds[place + 1])])
    }

    @inline(__always)
    func lettersAt(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(letters)[Int(letterEnds[place])..<Int(letterEnds[place + 1])])
    }

    /// The words of a value of several; empty for a value of one word.
    @inline(__always)
    func wordsAt(_ place: Int) -> UnsafeBufferPointer<Word> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(words)[Int(wordEnds[place])..<Int(wordEnds[place + 1])])
    }

    private static func wordCount(_ values: ValueTable) -> Int {
        values.kind.isWords ? values.sounds.count { $0 == Symbols.blank } + values.count : 0
    }

    /// A mark of a skeleton of three consonants or more; 0 for shorter ones, which too many names share.
    private static func skeletonMark(_ sounds: ArraySlice<UInt8>) -> UInt32 {
        let skeleton = Spelling.skeleton(of: Array(sounds))
        return skeleton.count < 3 ? 0 : UInt32(truncatingIfNeeded: KeySlot.hash(skeleton)) | 1
    }
}

/// How much the words of a field say, by how many records have them.
private struct WordWeights {
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

    func words(of sounds: ArraySlice<UInt8>) -> [FlatValues.Word] {
        sounds.split(separator: Symbols.blank).prefix(8).map { word in
            FlatValues.Word(
                start: UInt8(word.startIndex - sounds.startIndex), count: UInt8(word.count),
                mostBits: Float(log2((total + 2) / ((counts[word] ?? 0) + 1))),
                mask: word.reduce(0) { $0 | 1 << UInt64($1) })
        }
    }
}

extension FieldKind {
    /// Whether values are compared as words: by sounds and alignment.
    var isWords: Bool { self == .name || self == .text || self == .address }
}
