/// The level of two numbers or category words by their letters.
enum CodeComparison {
    /// Whether so many letters differ that no number of slips explains it. A long part in common needs letters in common.
    @inline(__always)
    static func areUnlike(_ masks: (LetterMask, LetterMask), _ kind: FieldKind) -> Bool {
        (masks.0.letters ^ masks.1.letters).nonzeroBitCount > (kind == .category ? 2 : 6)
    }

    /// - Parameter counts: The ``LetterCounts`` of both.
    static func level(
        _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>,
        counts: (SIMD2<UInt64>, SIMD2<UInt64>), isPostcode: Bool
    ) -> UInt8 {
        typealias Codes = Levels.Codes
        if !LetterCounts.differ(counts.0, counts.1, byMoreThan: 2) {
            let distance = EditDistance.distance(one, other, limit: 2)
            // A slip in a short number leaves little of it.
            if distance == 1, one.count > 2 { return Codes.oneSlip }
            if distance == 2, one.count > 5 { return Codes.twoSlips }
        }
        let part = isPostcode ? max(2, one.count / 2) : 6
        guard min(one.count, other.count) >= part else { return Codes.different }
        if one.prefix(part).elementsEqual(other.prefix(part)) { return Codes.part }
        return !isPostcode && one.suffix(part).elementsEqual(other.suffix(part)) ? Codes.part : Codes.different
    }

    static func category(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> UInt8 {
        guard min(one.count, other.count) >= 3 else { return Levels.Categories.different }
        let distance = EditDistance.distance(one, other, limit: 1)
        return distance == 1 ? Levels.Categories.oneSlip : Levels.Categories.different
    }
}
