import Mechanisms
import Vocabulary

/// The columns of one kind of record; row n of every column is the record whose number is n.
protocol FactTable: Sendable {
    var index: RecordIndex { get set }

    /// Gives every column its entry for a record of which nothing is known yet.
    mutating func appendRow()

    /// Shows every column to `visitor`, always in the same order: the one list that snapshots are written and read by.
    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure)
}

/// What writes columns into a snapshot, or fills them from one.
protocol ColumnVisitor {
    mutating func visit<Number: FixedWidthInteger>(_ column: inout [Number]) throws(CountingFailure)
    mutating func visit(_ texts: inout [String]) throws(CountingFailure)
    mutating func visit(_ sets: inout CodeSets) throws(CountingFailure)
    mutating func visit(_ index: inout RecordIndex) throws(CountingFailure)
}

extension FactTable {
    /// The number of the record, a new row where it is named for the first time.
    mutating func place(of id: RecordID) -> Int {
        let (place, isNew) = index.place(of: id)
        if isNew { appendRow() }
        return place
    }

    /// The number of a record of which an event is being folded.
    mutating func open(_ id: RecordID) -> Int {
        let row = place(of: id)
        index.isOpened[row] = 1
        return row
    }

    func isOpened(_ row: Int) -> Bool { index.isOpened[row] == 1 }
}
