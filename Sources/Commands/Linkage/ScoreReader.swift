import Foundation
import Linkage

/// The layout of a ``ScoreFile``: words of eight bytes, the least byte first.
///
/// Head: `RAPSCOR1` and the mark. Block: how many pairs, pass, record, candidates, expected matches, then two words a pair
/// (both numbers; bits), then the checksum of the block.
struct ScoreReader {
    private let bytes: Data
    private(set) var pairs: [ScoredPair] = []
    private(set) var place: ScoringPlace?
    /// Where the last whole block ends.
    private(set) var end = 16

    private static let name: UInt64 = 0x3152_4F43_5350_4152
    private static let headWords = 5

    init(_ bytes: Data) { self.bytes = bytes }

    static func head(_ mark: UInt64) -> Data { data([name, mark]) }

    func begins(with mark: UInt64) -> Bool {
        bytes.count >= 16 && word(0) == ScoreReader.name && word(8) == mark
    }

    /// Reads the next block; false at the end, or where a block was not written whole.
    mutating func readBlock() -> Bool {
        guard end + 8 * (ScoreReader.headWords + 1) <= bytes.count else { return false }
        let left = (bytes.count - end) / 8 - ScoreReader.headWords - 1
        guard let count = Int(exactly: word(end)), count >= 0, 2 * count <= left else { return false }
        let words = (0..<ScoreReader.headWords + 2 * count).map { word(end + 8 * $0) }
        guard word(end + 8 * words.count) == ScoreReader.checksum(words) else { return false }
        for pair in 0..<count {
            let (numbers, bits) = (words[5 + 2 * pair], words[6 + 2 * pair])
            pairs.append(
                ScoredPair(
                    first: UInt32(truncatingIfNeeded: numbers >> 32), second: UInt32(truncatingIfNeeded: numbers),
                    logOdds: Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
        }
        place = ScoringPlace(
            pass: Int(truncatingIfNeeded: words[1]), record: Int(truncatingIfNeeded: words[2]),
            candidates: Int(truncatingIfNeeded: words[3]), expectedMatches: Double(bitPattern: words[4]))
        end += 8 * (words.count + 1)
        return true
    }

    static func block(_ pairs: ArraySlice<ScoredPair>, _ place: ScoringPlace) -> Data {
        var words = [
            UInt64(pairs.count), UInt64(place.pass), UInt64(place.record), UInt64(place.candidates),
            place.expectedMatches.bitPattern,
        ]
        for pair in pairs {
            words += [UInt64(pair.first) << 32 | UInt64(pair.second), UInt64(pair.logOdds.bitPattern)]
        }
        words.append(checksum(words))
        return data(words)
    }

    /// FNV-1a over words: finds out what was cut off or half written.
    private static func checksum(_ words: [UInt64]) -> UInt64 {
        words.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
    }

    private static func data(_ words: [UInt64]) -> Data {
        words.map(\.littleEndian).withUnsafeBytes { Data($0) }
    }

    private func word(_ place: Int) -> UInt64 {
        bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
    }
}
