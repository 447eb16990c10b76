import Foundation
import Intake
import Linkage

/// Who is who in the files that were linked, by a column that says it.
struct LinkTruth {
    /// Of each file, the key of every row by the row's number.
    private let keys: [[Int: String]]
    /// Pairs of one key: in one file all, of several those across files.
    let pairs: Int

    /// - Parameter key: The column whose equal texts are one person; who has none is nobody else.
    /// - Throws: ``LinkageFailure/unknownColumn(name:known:)``.
    init(files: [String], key: String) throws {
        keys = try files.map { file in
            var rows = try TableRows(FileBytes(path: file))
            guard let place = rows.header.firstIndex(of: key) else {
                throw LinkageFailure.unknownColumn(name: key, known: rows.header)
            }
            var keys: [Int: String] = [:]
            var row = Row()
            while try rows.next(into: &row) { keys[row.number] = row.trimmed(place) }
            return keys
        }
        pairs = LinkTruth.pairs(keys)
    }

    /// Holds a file of pairs against the truth. Pairs that are linked only through others of their group count as found; their
    /// probability is of the two records alone and is not what linked them, so it is left out of the calibration.
    ///
    /// - Parameter isEachOnce: Whether a pair that stands there twice counts once, which takes memory for each.
    /// - Throws: ``CommandFailure/malformed(file:detail:)`` where it names records or probabilities that there are not.
    func judged(_ file: String, isEachOnce: Bool) throws -> Judged {
        var rows = try TableRows(FileBytes(path: file))
        let places = try ["file_1", "row_1", "file_2", "row_2"].map { name in
            guard let place = rows.header.firstIndex(of: name) else {
                throw LinkageFailure.unknownColumn(name: name, known: rows.header)
            }
            return place
        }
        let probabilityPlace = rows.header.firstIndex(of: "probability")
        let basis = rows.header.firstIndex(of: "basis")
        var judged = Judged()
        var seen: Set<[Int]> = []
        var row = Row()
        while try rows.next(into: &row) {
            func refused(_ detail: String) -> CommandFailure {
                .malformed(file: URL(filePath: file).lastPathComponent, detail: "row \(row.number) \(detail)")
            }
            let numbers = places.map { Int(row.trimmed($0)) ?? 0 }
            let (first, second) = (Array(numbers[..<2]), Array(numbers[2...]))
            guard keys.indices.contains(first[0] - 1), keys.indices.contains(second[0] - 1),
                let one = keys[first[0] - 1][first[1]], let other = keys[second[0] - 1][second[1]]
            else { throw refused("names a record that the files of the truth lack") }
            if isEachOnce {
                let isFirst = first.lexicographicallyPrecedes(second)
                guard seen.insert(isFirst ? first + second : second + first).inserted else { continue }
            }
            let isRight = !one.isEmpty && one == other
            judged.found += 1
            if isRight { judged.right += 1 }
            guard let probabilityPlace, basis.map({ row.trimmed($0) != "group" }) ?? true else { continue }
            guard let probability = Double(row.trimmed(probabilityPlace)), (0...1).contains(probability) else {
                throw refused("has no probability between 0 and 1")
            }
            judged.calibration.add(probability, isRight: isRight)
        }
        return judged
    }

    /// A file of pairs held against the truth.
    struct Judged {
        var found = 0
        var right = 0
        var calibration = Calibration()
    }

    private static func pairs(_ keys: [[Int: String]]) -> Int {
        func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
        let counts = keys.map { Dictionary($0.values.filter { !$0.isEmpty }.map { ($0, 1) }, uniquingKeysWith: +) }
        if counts.count == 1 { return counts[0].values.reduce(0) { $0 + pairs($1) } }
        let together = counts.reduce(into: [String: Int]()) { $0.merge($1, uniquingKeysWith: +) }
        let within = counts.reduce(0) { $0 + $1.values.reduce(0) { $0 + pairs($1) } }
        return together.values.reduce(0) { $0 + pairs($1) } - within
    }
}
