/// The values of all fields side by side in plain memory, as the comparison of millions of pairs wants them: no
/// reference is counted on the way from two numbers to their letters.
///
/// Not shared between threads. Each field has one spare value, numbered after the last, for a value that nobody has.
final class FlatValues {
    /// One word of a value: where it lies in its sounds, and at most how many bits its agreement is worth.
    struct Word {
        let start: UInt8
        let count: UInt8
        /// A word that many values have (“street”, “al”) says little, however many letters it has.
        let mostBits: Float
        /// Its letters, as in ``FlatValues/masks``.
        let mask: LetterMask
    }

    /// Where the values of each field begin.
    let bases: UnsafeMutableBufferPointer<Int>
    let kinds: UnsafeMutableBufferPointer<FieldKind>
    let masks: UnsafeMutableBufferPointer<LetterMask>
    let dates: UnsafeMutableBufferPointer<UInt32>
    /// Marks of the consonants of words; of codes, marks of their first and last six letters.
    let skeletons: UnsafeMutableBufferPointer<UInt32>
    /// Of words, which pairs of neighbouring letters a long value has, hashed to 128 bits; nothing for short ones. Of
    /// codes, how often each letter occurs (``LetterCounts``).
    let neighbours: UnsafeMutableBufferPointer<SIMD2<UInt64>>
    private let sounds: UnsafeMutableBufferPointer<UInt8>
    private let soundStarts: UnsafeMutableBufferPointer<UInt32>
    private let soundEnds: UnsafeMutableBufferPointer<UInt32>
    private let letters: UnsafeMutableBufferPointer<UInt8>
    private let letterStarts: UnsafeMutableBufferPointer<UInt32>
    private let letterEnds: UnsafeMutableBufferPointer<UInt32>
    private let words: UnsafeMutableBufferPointer<Word>
    private let wordStarts: UnsafeMutableBufferPointer<UInt32>
    private let wordEnds: UnsafeMutableBufferPointer<UInt32>
    private let weights: [WordWeights]
    private let postcodes: [Bool]
    private static let mostWords = 8

    init(_ table: RecordTable) {
        bases = .allocate(capacity: table.fields.count)
        kinds = .allocate(capacity: table.fields.count)
        var total = 0
        for (field, values) in table.tables.enumerated() {
            bases[field] = total
            kinds[field] = values.kind
            total += values.count + 1
        }
        masks = .allocate(capacity: total)
        dates = .allocate(capacity: total)
        skeletons = .allocate(capacity: total)
        neighbours = .allocate(capacity: total)
        (soundStarts, soundEnds) = (.allocate(capacity: total), .allocate(capacity: total))
        (letterStarts, letterEnds) = (.allocate(capacity: total), .allocate(capacity: total))
        (wordStarts, wordEnds) = (.allocate(capacity: total), .allocate(capacity: total))
        let spare = Spelling.longest * 2
        sounds = .allocate(capacity: table.tables.reduce(1) { $0 + $1.sounds.count + spare })
        letters = .allocate(capacity: table.tables.reduce(1) { $0 + $1.letters.count + spare })
        words = .allocate(
            capacity: table.tables.reduce(1) { $0 + FlatValues.wordCount($1) + FlatValues.mostWords })
        weights = table.tables.map(WordWeights.init)
        postcodes = table.fields.map { $0.role == .postcode }
        var next = Next()
        for (field, values) in table.tables.enumerated() {
            for number in 0..<UInt32(values.count) { put(number, of: values, field, at: &next) }
            // Room for the spare value.
            begin(bases[field] + values.count, next)
            next.sound += spare
            next.letter += spare
            next.word += FlatValues.mostWords
        }
    }

    /// Where the next value's bytes go.
    private struct Next {
        var sound = 0
        var letter = 0
        var word = 0
    }

    private func begin(_ place: Int, _ next: Next) {
        (soundStarts[place], letterStarts[place]) = (UInt32(next.sound), UInt32(next.letter))
        (soundEnds[place], letterEnds[place]) = (UInt32(next.sound), UInt32(next.letter))
        (wordStarts[place], wordEnds[place]) = (UInt32(next.word), UInt32(next.word))
        (masks[place], dates[place], skeletons[place]) = (LetterMask(0), 0, 0)
        neighbours[place] = .zero
    }

    private func put(_ number: UInt32, of values: ValueTable, _ field: Int, at next: inout Next) {
        let place = bases[field] + Int(number)
        begin(place, next)
        fill(place, number, of: values, field)
        next.sound = Int(soundEnds[place])
        next.letter = Int(letterEnds[place])
        next.word = Int(wordEnds[place])
    }

    /// Puts a value of another table into the spare place of a field.
    ///
    /// - Returns: The number by which it is compared.
    func putSpare(_ number: UInt32, of values: ValueTable, _ field: Int) -> UInt32 {
        let place = spareNumber(field) + bases[field]
        fill(place, number, of: values, field)
        return UInt32(place - bases[field])
    }

    /// Overwrites a value that no record has any more.
    func wipe(_ number: UInt32, _ field: Int) {
        let place = bases[field] + Int(number)
        for sound in Int(soundStarts[place])..<Int(soundEnds[place]) { sounds[sound] = 0 }
        for letter in Int(letterStarts[place])..<Int(letterEnds[place]) { letters[letter] = 0 }
        (soundEnds[place], letterEnds[place], wordEnds[place]) = (
            soundStarts[place], letterStarts[place], wordStarts[place]
        )
        (masks[place], dates[place], skeletons[place], neighbours[place]) = (LetterMask(0), 0, 0, .zero)
    }

    /// The number of a field's spare value.
    @inline(__always)
    func spareNumber(_ field: Int) -> Int {
        (field + 1 < bases.count ? bases[field + 1] : masks.count) - bases[field] - 1
    }

    private func fill(_ place: Int, _ number: UInt32, of values: ValueTable, _ field: Int) {
        masks[place] = LetterMask(values.masks[Int(number)])
        dates[place] = values.kind == .date ? values.dates[Int(number)] : 0
        let (newSounds, newLetters) = (values.soundsOf(number), values.lettersOf(number))
        skeletons[place] = mark(newSounds, newLetters, values.kind, isPostcode: postcodes[field])
        neighbours[place] =
            values.kind.isWords ? FlatValues.neighbourMark(newSounds) : LetterCounts(newLetters).nibbles
        var end = Int(soundStarts[place])
        for code in newSounds { (sounds[end], end) = (code, end + 1) }
        soundEnds[place] = UInt32(end)
        end = Int(letterStarts[place])
        for code in newLetters { (letters[end], end) = (code, end + 1) }
        letterEnds[place] = UInt32(end)
        end = Int(wordStarts[place])
        if values.kind.isWords, values.masks[Int(number)] & 1 == 1 {
            for new in weights[field].words(of: newSounds, most: FlatValues.mostWords) {
                (words[end], end) = (new, end + 1)
            }
        }
        wordEnds[place] = UInt32(end)
    }

    deinit {
        bases.deallocate()
        kinds.deallocate()
        masks.deallocate()
        dates.deallocate()
        skeletons.deallocate()
        neighbours.deallocate()
        sounds.deallocate()
        soundStarts.deallocate()
        soundEnds.deallocate()
        letters.deallocate()
        letterStarts.deallocate()
        letterEnds.deallocate()
        words.deallocate()
        wordStarts.deallocate()
        wordEnds.deallocate()
    }

    /// - Parameter place: The base of a field plus the number of one of its values.
    @inline(__always)
    func soundsAt(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(sounds)[Int(soundStarts[place])..<Int(soundEnds[place])])
    }

    @inline(__always)
    func lettersAt(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(letters)[Int(letterStarts[place])..<Int(letterEnds[place])])
    }

    /// The words of a value of several; empty for a value of one word.
    @inline(__always)
    func wordsAt(_ place: Int) -> UnsafeBufferPointer<Word> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(words)[Int(wordStarts[place])..<Int(wordEnds[place])])
    }

    /// Long values share letters by chance; pairs of neighbours they share where they are alike.
    private static func neighbourMark(_ sounds: ArraySlice<UInt8>) -> SIMD2<UInt64> {
        guard sounds.count >= 14 else { return .zero }
        var mark = SIMD2<UInt64>.zero
        for (one, other) in zip(sounds, sounds.dropFirst()) {
            let bit = Int(truncatingIfNeeded: mixed(UInt64(one) << 8 | UInt64(other)) & 127)
            mark[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        return mark
    }

    /// Whether two long values share fewer than two in five of the neighbours that the shorter one has.
    @inline(__always)
    func haveOtherNeighbours(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (neighbours[one], neighbours[other])
        // Short ones have no mark.
        if first[0] | first[1] == 0 || second[0] | second[1] == 0 { return false }
        let shared = first & second
        let count = shared[0].nonzeroBitCount + shared[1].nonzeroBitCount
        let least = min(
            first[0].nonzeroBitCount + first[1].nonzeroBitCount, second[0].nonzeroBitCount + second[1].nonzeroBitCount)
        return 5 * count < 2 * least
    }

    /// Whether so many letters of two codes differ that no slip explains it, and neither end is the same.
    @inline(__always)
    func areUnlikeCodes(_ one: Int, _ other: Int) -> Bool {
        let ends = skeletons[one] ^ skeletons[other]
        return ends & 0xFFFF != 0 && ends >> 16 != 0
            && LetterCounts.differ(neighbours[one], neighbours[other], byMoreThan: 2)
    }

    private func mark(
        _ sounds: ArraySlice<UInt8>, _ letters: ArraySlice<UInt8>, _ kind: FieldKind, isPostcode: Bool
    ) -> UInt32 {
        switch kind {
        case .date: return 0
        case .code:
            // What is in common of a postcode depends on its length: they are all compared.
            if isPostcode { return 0 }
            let (first, last) = (KeySlot.hash(letters.prefix(6)), KeySlot.hash(letters.suffix(6)))
            return UInt32(truncatingIfNeeded: mixed(first) & 0xFFFF | mixed(last) << 16)
        default: return FlatValues.skeletonMark(sounds)
        }
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

extension FieldKind {
    /// Whether values are compared as words: by sounds and alignment.
    var isWords: Bool { self == .name || self == .text || self == .address }
}
