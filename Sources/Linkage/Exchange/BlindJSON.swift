import Foundation

/// JSON of the exchange's own files: members in one order, so that the same values are the same bytes.
enum BlindJSON {
    static func bytes(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // These values hold texts and numbers only, which JSON can always write.
        return (try? encoder.encode(value)).map(Array.init) ?? []
    }
}
