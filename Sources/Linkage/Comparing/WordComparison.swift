/// The level of two names or texts: sounds, skeletons, and the bits of their best alignment.
struct WordComparison {
    /// The scores of an ``EditModel``, which outlive the comparison.
    let scores: UnsafeBufferPointer<Float>
    /// Of each letter, the most that any place in an alignment gives for it.
    let most: UnsafeBufferPointer<Float>

    /// - Parameters:
    ///   - one: The place of a value in `values`; of another value than `other`.
    /// - Returns: A level of ``Levels/Words``.
    func level(_ one: Int, _ other: Int, in values: FlatValues) -> UInt8 {
        let (first, second) = (values.soundsAt(one), values.soundsAt(other))
        if WordComparison.areEqual(first, second) { return Levels.Words.sound }
        let bits = bits(one, other, in: values)
        if bits > 6, values.skeletons[one] != 0, values.skeletons[one] == values.skeletons[other] {
            return Levels.Words.skeleton
        }
        if bits >= 0 { return WordComparison.degree(bits) }
        return WordComparison.isAbbreviation(first, second) ? Levels.Words.abbreviation : Levels.Words.different
    }

    /// The level of two names or texts by Jaro–Winkler similarity of their letters.
    ///
    /// - Parameter one: The place of a value in `values`; of another value than `other`.
    static func likeness(_ one: Int, _ other: Int, in values: FlatValues) -> UInt8 {
        if areEqual(values.soundsAt(one), values.soundsAt(other)) { return Levels.Words.sound }
        let similarity = JaroWinkler.similarity(
            Array(values.lettersAt(one))[...], Array(values.lettersAt(other))[...])
        if let place = Levels.Words.similarities.firstIndex(where: { similarity >= $0 }) {
            return Levels.Words.firstDegree + UInt8(place)
        }
        return isAbbreviation(values.soundsAt(one), values.soundsAt(other))
            ? Levels.Words.abbreviation : Levels.Words.different
    }

    /// The level of so many bits; different below zero.
    static func degree(_ bits: Float) -> UInt8 {
        for place in Levels.Words.degrees.indices where bits >= Levels.Words.degrees[place] {
            return Levels.Words.firstDegree + UInt8(place)
        }
        return Levels.Words.different
    }

    /// Whether two values share so few letters that they reach no degree.
    @inline(__always)
    static func areUnlike(_ masks: (LetterMask, LetterMask)) -> Bool {
        let shared = masks.0.letters & masks.1.letters & ~1
        if shared == 0 { return true }
        if masks.0.hasBlank || masks.1.hasBlank { return false }
        let count = shared.nonzeroBitCount
        return 2 * count < max(masks.0.count, masks.1.count) && count < min(masks.0.count, masks.1.count)
    }

    /// Bits for one name of two values: as wholes, or word by word in any order, whichever is more.
    func bits(_ one: Int, _ other: Int, in values: FlatValues) -> Float {
        let (first, second) = (values.soundsAt(one), values.soundsAt(other))
        let (left, right) = (values.wordsAt(one), values.wordsAt(other))
        guard left.count > 1 || right.count > 1 else { return Alignment.score(first, second, scores, most: most) }
        let masks = (values.masks[one], values.masks[other])
        let byWords = wordByWord((first, left, masks.0), (second, right, masks.1))
        // As wholes only where a blank may have come or gone: otherwise words in common count too much.
        guard left.count != right.count, !WordComparison.areUnlike((masks.0.withoutBlank, masks.1.withoutBlank))
        else { return byWords }
        let whole = Alignment.score(first, second, scores, most: most)
        return max(byWords, min(whole, min(worth(first, left), worth(second, right))))
    }

    private typealias Sounds = UnsafeBufferPointer<UInt8>
    private typealias Words = UnsafeBufferPointer<FlatValues.Word>

    /// What agreement in all words of a value is worth at most.
    private func worth(_ sounds: Sounds, _ words: Words) -> Float {
        if words.isEmpty { return identity(sounds) }
        return words.reduce(0) { $0 + min($1.mostBits, identity(part(sounds, $1))) }
    }

    /// Greedy assignment of words, best pair first; each word without partner costs a little.
    private func wordByWord(
        _ one: (sounds: Sounds, words: Words, mask: LetterMask),
        _ other: (sounds: Sounds, words: Words, mask: LetterMask)
    ) -> Float {
        let (height, width) = (max(1, one.words.count), max(1, other.words.count))
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: height * width) { grid in
            for row in 0..<height {
                let word = one.words.isEmpty ? whole(one.sounds, one.mask) : one.words[row]
                for column in 0..<width {
                    let partner = other.words.isEmpty ? whole(other.sounds, other.mask) : other.words[column]
                    grid[row * width + column] =
                        WordComparison.areUnlike((word.mask, partner.mask))
                        ? -1
                        : capped(
                            part(one.sounds, word), part(other.sounds, partner), min(word.mostBits, partner.mostBits))
                }
            }
            return assigned(grid, height, width)
        }
    }

    /// A value of one word as that word.
    private func whole(_ sounds: Sounds, _ mask: LetterMask) -> FlatValues.Word {
        FlatValues.Word(start: 0, count: UInt8(truncatingIfNeeded: sounds.count), mostBits: 99, mask: mask)
    }

    private func assigned(_ grid: UnsafeMutableBufferPointer<Float>, _ height: Int, _ width: Int) -> Float {
        var total: Float = -1
        var matched = 0
        while matched < min(height, width) {
            var best = 0
            for place in 1..<max(1, height * width) where grid[place] > grid[best] { best = place }
            if grid[best] <= 0 { break }
            total += grid[best]
            matched += 1
            let (row, column) = best.quotientAndRemainder(dividingBy: width)
            for other in 0..<width { grid[row * width + other] = -.infinity }
            for other in 0..<height { grid[other * width + column] = -.infinity }
        }
        // A word more in one of them costs less than a word that is another in each.
        return total - 4 * Float(min(height, width) - matched) - Float(abs(height - width))
    }

    /// Bits of two words, not more than the commoner one is worth.
    private func capped(_ word: Sounds, _ partner: Sounds, _ most: Float) -> Float {
        if WordComparison.areEqual(word, partner) { return min(most, identity(word)) }
        let bits = Alignment.score(word, partner, scores, most: self.most)
        guard bits > 0 else { return bits }
        let whole = min(identity(word), identity(partner))
        return most < whole ? bits * most / whole : bits
    }

    private func part(_ sounds: Sounds, _ word: FlatValues.Word) -> Sounds {
        Sounds(rebasing: sounds[Int(word.start)..<Int(word.start) + Int(word.count)])
    }

    private func identity(_ word: Sounds) -> Float {
        var sum: Float = 0
        for code in word { sum += scores[Int(code) * (EditModel.side + 1)] }
        return sum
    }

    @inline(__always)
    static func areEqual(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard one.count == other.count else { return false }
        for place in 0..<one.count where one[place] != other[place] { return false }
        return true
    }

    /// `J` for `John`, `Rob` for `Robert`.
    private static func isAbbreviation(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return !short.isEmpty && short.count < long.count && long.starts(with: short)
    }
}
