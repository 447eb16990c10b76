import Foundation
import Intake
import Linkage

/// Who is who in the files that were linked: by a column that says it of every record, or by labels that say it of some
/// pairs.
struct LinkTruth {
    /// Of each file, the key of every row by the row's number, or what names the row in the labels.
    private let texts: [[Int: String]]
    /// nil where a column says it.
    let labels: LinkLabels?
    /// Pairs of one key: in one file all, of several those across files. Or the pairs that labels say are one person.
    let pairs: Int

    /// - Parameter key: The column whose equal texts are one person, of each file; who has none is nobody else.
    /// - Throws: ``LinkageFailure/unknownColumn(name:known:)``.
    init(files: [String], key: OptionByFile) throws {
        texts = try LinkTruth.texts(files, key)
        labels = nil
        pairs = LinkTruth.pairs(texts)
    }

    /// - Parameters:
    ///   - labels: A file of ``LinkLabels``.
    ///   - id: The column by which it names records, of each file; without one it names rows by their numbers.
    /// - Throws: What the labels have wrong.
    init(files: [String], labels: String, id: OptionByFile) throws {
        texts = try LinkTruth.texts(files, id)
        let read = try LinkLabels(labels, ids: texts, files: files.map { URL(filePath: $0).lastPathComponent })
        self.labels = read
        pairs = read.same
    }

    private static func texts(_ files: [String], _ column: OptionByFile) throws -> [[Int: String]] {
        try files.enumerated().map { number, file in
            var rows = try TableRows(FileBytes(path: file))
            let place = try column[number].map { column throws(LinkageFailure) in
                guard let place = rows.header.firstIndex(of: column) else {
                    throw .unknownColumn(name: column, known: rows.header)
                }
                return place
            }
            var texts: [Int: String] = [:]
            var row = Row()
            while try rows.next(into: &row) { texts[row.number] = place.map { row.trimmed($0) } ?? String(row.number) }
            return texts
        }
    }

    /// Holds a file of pairs against the truth. Pairs that are linked only through others of their group count as found; their
    /// probability is of the two records alone and is not what linked them, so it is left out of the calibration. Pairs that
    /// nobody labelled are counted, and left out of all else.
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
        var seen: Set<JudgedPairs.Pair> = []
        var row = Row()
        while try rows.next(into: &row) {
            func refused(_ detail: String) -> CommandFailure {
                .malformed(file: URL(filePath: file).lastPathComponent, detail: "row \(row.number) \(detail)")
            }
            let numbers = places.map { Int(row.trimmed($0)) ?? 0 }
            guard let one = text(numbers[0], numbers[1]), let other = text(numbers[2], numbers[3]) else {
                throw refused("names a record that the files of the truth lack")
            }
            let pair = JudgedPairs.Pair(
                LabelledRecords.number(file: numbers[0] - 1, row: numbers[1]),
                LabelledRecords.number(file: numbers[2] - 1, row: numbers[3]))
            if isEachOnce, !seen.insert(pair).inserted { continue }
            guard let isRight = labels == nil ? !one.isEmpty && one == other : labels?.isSame(pair) else {
                judged.unlabelled += 1
                continue
            }
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
        /// Pairs of which the labels say nothing.
        var unlabelled = 0
        var calibration = Calibration()
    }

    private func text(_ file: Int, _ row: Int) -> String? {
        texts.indices.contains(file - 1) ? texts[file - 1][row] : nil
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
