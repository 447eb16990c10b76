import NumericMethods
import Testing

@testable import Linkage

@Suite struct JoinHistoryTests {
    private func persons(_ count: Int, _ generator: inout SeededGenerator) -> [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: (0..<count).map { number in
                (
                    "p\(number)",
                    (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                        UInt8.random(in: 0...255, using: &generator)
                    }
                )
            })
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func undoingAllJoinsOfARandomGraphRestoresEveryChildByteForByte(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let children = persons(30, &generator)
        var history = JoinHistory(persons: children)
        for _ in 0..<25 {
            let standing = history.persons.keys.sorted()
            guard let kept = standing.randomElement(using: &generator),
                let absorbed = standing.randomElement(using: &generator),
                kept != absorbed, let one = history.persons[kept], let other = history.persons[absorbed]
            else { continue }
            _ = try history.join(absorbed, into: kept, contents: one + other, reason: "test")
        }
        while let join = history.joins.randomElement(using: &generator) { try history.undo(join.number) }
        #expect(history.persons == children)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func undoingOneJoinLeavesTheStateOfTheOthersAlone(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let children = persons(20, &generator)
        var history = JoinHistory(persons: children)
        for _ in 0..<12 {
            let standing = history.persons.keys.sorted()
            guard let kept = standing.first, let absorbed = standing.randomElement(using: &generator), kept != absorbed,
                let one = history.persons[kept], let other = history.persons[absorbed]
            else { continue }
            _ = try history.join(
                absorbed, into: Bool.random(using: &generator) ? kept : standing[1] == absorbed ? kept : standing[1],
                contents: one + other, reason: "test")
        }
        let chosen = try #require(history.joins.randomElement(using: &generator))
        try history.undo(chosen.number)
        // What stands is what the joins that were left make of the children.
        var replayed = JoinHistory(persons: children)
        for join in history.joins {
            _ = try replayed.join(join.absorbed, into: join.kept, contents: join.after, reason: join.reason)
        }
        #expect(history.persons == replayed.persons)
    }

    @Test func aPersonThatWasJoinedCannotBeJoinedAgain() throws {
        var history = JoinHistory(persons: ["a": [1], "b": [2], "c": []])
        _ = try history.join("b", into: "a", contents: [1, 2], reason: "same passport")
        #expect(throws: LinkageFailure.notJoinable(id: "b")) {
            try history.join("b", into: "c", contents: [], reason: "")
        }
        #expect(throws: LinkageFailure.notJoinable(id: "a")) {
            try history.join("a", into: "a", contents: [], reason: "")
        }
        #expect(throws: LinkageFailure.noSuchJoin(number: 9)) { try history.undo(9) }
    }
}
