import Foundation
import NumericMethods

/// The counts of a table laid out for fitting, with what every fit to them needs.
struct CellCounts {
    let lists: Int
    /// By bits of the history; the first is 0.
    private(set) var counts: [Double]
    /// By bits of a set of lists: persons on all of them.
    private(set) var overlaps: [Double]
    /// Natural logarithm of each count; 0 where the count is 0.
    private(set) var logarithms: [Double]
    /// Histories that somebody has.
    private(set) var seen: [Int] = []

    init(_ table: CaptureTable) {
        self.init(lists: table.lists.count, cells: table.counts)
    }

    init(lists: Int, cells: [Int]) {
        self.init(lists: lists, values: cells.map(Double.init))
    }

    /// Counts that need not be whole, such as expected ones.
    init(lists: Int, values: [Double]) {
        self.lists = lists
        counts = values
        overlaps = values
        logarithms = values.map { $0 > 0 ? log($0) : 0 }
        seen = values.indices.filter { values[$0] > 0 }
        overlaps.withUnsafeMutableBufferPointer { addSupersets($0, lists: lists) }
    }

    var persons: Double { overlaps[0] }

    /// Σ log n!, the part of the likelihood that no model changes.
    var logFactorials: Double { seen.reduce(0) { $0 + logGamma(counts[$1] + 1) } }
}

/// Adds to the value of every set those of all sets that contain it.
func addSupersets(_ values: UnsafeMutableBufferPointer<Double>, lists: Int) {
    for list in 0..<lists {
        let step = 1 << list
        var block = 0
        while block < values.count {
            for place in block..<(block + step) { values[place] += values[place + step] }
            block += 2 * step
        }
    }
}

/// Adds to the value of every set those of all sets within it.
func addSubsets(_ values: UnsafeMutableBufferPointer<Double>, lists: Int) {
    for list in 0..<lists {
        let step = 1 << list
        var block = 0
        while block < values.count {
            for place in block..<(block + step) { values[place + step] += values[place] }
            block += 2 * step
        }
    }
}
