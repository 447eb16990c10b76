import Testing

@testable import NumericMethods

@Suite struct LinearAlgebraTests {
    /// The third row is the sum of the others over the rationals; over two elements all are independent of none.
    @Test func findsRankAndKernel() {
        let reduction = RowReduction([[1, 1, 0], [0, 1, 1], [1, 2, 1]], columns: 3)
        #expect(reduction.rank == 2)
        #expect(reduction.kernel() == [[1, -1, 1]])
    }

    @Test func knowsARankFromBits() {
        var binary = BinaryRank()
        for row in [0b011, 0b110, 0b101] as [UInt64] { binary.add(.init(low: row)) }
        #expect(binary.rank == 2)
        binary.add(.init(low: 0b111))
        #expect(binary.rank == 3)
        binary.add(.init(low: 0b1, high: 0b1))
        #expect(binary.rank == 4)
        binary.removeAll()
        #expect(binary.rank == 0)
    }

    @Test(
        arguments: [
            ([[1.0], [2.0]], false), ([[1.0], [-3.0]], true), ([[0.0]], true), ([], true),
            ([[1, 0], [0, 1], [-1, -1]], true), ([[1, 0], [0, 1], [-1, 0]], false), ([[1, 1], [-1, -1]], true),
            ([[1, 0], [-1, 0], [0, 1]], false), ([[2, -1], [-1, 2], [-1, -1]], true),
        ] as [([[Double]], Bool)])
    func knowsWhetherVectorsCancel(vectors: [[Double]], expected: Bool) {
        #expect(PositiveCombination.exists(of: vectors) == expected)
    }

    @Test func addsLogarithms() {
        #expect(abs(logSum([-1000, -1000]) - (-1000 + 0.6931471805599453)) < 1e-12)
        #expect(logSum([]) == -.infinity)
    }
}
