import NumericMethods
import TestKit
import Testing

@testable import Counting

/// Columns of every width, one thread and two, against a loop that adds offsets row by row.
struct CubeKernelTests {
    /// More than are worth a second thread.
    private static let many = 200_003

    @Test(arguments: [0..<many, 1..<2048, 2047..<4099, 70_001..<many, 5..<5])
    func countsAsTheLoopDoes(rows: Range<Int>) {
        var generator = SeededGenerator(seed: 11)
        func column(_ cardinality: Int) -> Column {
            Column(
                (0..<CubeKernelTests.many).map { _ in UInt32(generator.next() % UInt64(cardinality)) },
                cardinality: cardinality)
        }
        let terms = [
            CubeTerm(column: column(5), lookup: (0..<5).map { $0 * 42 }),
            CubeTerm(column: column(300), lookup: (0..<300).map { $0 % 6 * 7 }),
            CubeTerm(column: column(70_000), lookup: (0..<70_000).map { $0 % 7 }),
            CubeTerm(column: column(2), lookup: [0, CubeTerm.outside]),
        ]
        let cells = 5 * 6 * 7
        var expected = [UInt32](repeating: 0, count: cells)
        for row in rows {
            let number = terms.reduce(UInt32(0)) { $0 + $1.lookup[$1.column[row]] }
            if number < cells { expected[Int(number)] += 1 }
        }
        #expect(CubeKernel.count(terms, rows: rows, cells: cells) == expected)
        if rows.count > 1000 { #expect(expected.reduce(0, +) > rows.count / 3) }
    }

    @Test(arguments: [(1, 1), (256, 1), (257, 2), (65_536, 2), (65_537, 4)])
    func keepsColumnsNarrow(cardinality: Int, width: Int) {
        let values: [UInt32] = [0, UInt32(cardinality - 1)]
        let column = Column(values, cardinality: cardinality)
        #expect(values.indices.map { column[$0] } == values.map(Int.init))
        let found =
            switch column {
            case .bytes: 1
            case .words: 2
            case .longs: 4
            }
        #expect(found == width)
    }
}
