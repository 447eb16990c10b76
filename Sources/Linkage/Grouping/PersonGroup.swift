import Crypto
import Foundation

/// Records that are held for one person, with what the evidence inside is worth.
package struct PersonGroup: Hashable, Sendable {
    /// Stays the same from run to run as long as the group keeps its records, and is carried on where it grows.
    package var id: String
    /// Numbers of records across all sources, ascending.
    package let records: [Int]
    /// The smallest probability of a pair inside.
    package let weakest: Double
    /// The mean probability of the pairs inside.
    package let mean: Double
    /// The share of pairs inside that reach the threshold by themselves.
    package let density: Double
    /// Pairs on which the connection of two parts rests alone, though they are not sure: look at these first.
    package let weakBridges: [WeakBridge]

    /// A pair that alone holds a group together.
    package struct WeakBridge: Hashable, Sendable {
        package let first: Int
        package let second: Int
        package let probability: Double
    }

    /// - Parameters:
    ///   - names: What identifies each record outside of this run: its source and its id.
    ///   - probability: Of any two records.
    init(_ records: [Int], names: (Int) -> String, threshold: Double, probability: (Int, Int) -> Double) {
        self.records = records
        var (sum, least, strong, count) = (0.0, 1.0, 0, 0)
        var edges: [(Int, Int, Double)] = []
        for (place, first) in records.enumerated() where records.count <= PersonGroup.mostCompared {
            for second in records[..<place] {
                let value = probability(first, second)
                count += 1
                sum += value
                least = min(least, value)
                if value >= threshold {
                    strong += 1
                    edges.append((first, second, value))
                }
            }
        }
        weakest = least
        mean = count > 0 ? sum / Double(count) : 1
        density = count > 0 ? Double(strong) / Double(count) : 1
        weakBridges = Bridges(records, edges).found.filter { $0.2 < 0.95 && records.count > 2 }
            .map { WeakBridge(first: $0.0, second: $0.1, probability: $0.2) }
        id = PersonGroup.mintedID(records.map(names).min() ?? "")
    }

    /// Larger groups are not looked at pair by pair: they are wrong as a whole.
    static let mostCompared = 1000

    /// An id that says nothing of the person: part of a hash of the first record's name.
    static func mintedID(_ name: String) -> String {
        "p-"
            + SHA256.hash(data: Data(name.utf8)).prefix(8).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
    }
}
