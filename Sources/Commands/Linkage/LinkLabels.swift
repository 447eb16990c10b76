import Foundation
import Intake
import Linkage

/// What clerks said of pairs of records: a file with two ids and a judgement in each row.
///
/// Columns as `rapporteur link --out` writes them (`id_1`, `id_2`, of several files `file_1`, `file_2`) with one more,
/// `judgement` or `score`; or as Splink names them.
struct LinkLabels {
    /// Pairs that are said to be one person, and two.
    private(set) var same = 0
    private(set) var different = 0
    /// Rows that say neither, or are of two records of one file where several were linked.
    private(set) var leftOut = 0
    private var judgements: [JudgedPairs.Pair: (isSame: Bool, row: Int)] = [:]
    private var problems: [String] = []
    /// Whether only pairs across files were compared.
    private let isAcrossFiles: Bool

    private enum Judgement { case same, different, unsure }

    private static let mostProblems = 5

    /// - Parameters:
    ///   - ids: Of each file, what names every row, by the row's number.
    ///   - files: What the files are called.
    /// - Throws: ``LinkageFailure/unknownColumn(name:known:)``, and ``CommandFailure/malformed(file:detail:)`` for rows that
    ///   name no record, contradict one another or say nothing that is understood.
    init(_ path: String, ids: [[Int: String]], files: [String]) throws {
        isAcrossFiles = files.count > 1
        let records = LabelledRecords(ids: ids, files: files)
        var rows = try TableRows(FileBytes(path: path))
        let idPlaces = try Self.places([["id_1", "id_2"], ["unique_id_l", "unique_id_r"]], rows.header)
        let filePlaces =
            isAcrossFiles
            ? try Self.places([["file_1", "file_2"], ["source_dataset_l", "source_dataset_r"]], rows.header) : []
        let said = try Self.places([["judgement"], ["score"], ["clerical_match_score"]], rows.header)[0]
        var row = Row()
        while try rows.next(into: &row) {
            let pair = (0..<2).map { side in
                records.place(
                    of: row.trimmed(idPlaces[side]), in: filePlaces.isEmpty ? nil : row.trimmed(filePlaces[side]))
            }
            take(pair, Self.judgement(row.trimmed(said)), row.number)
        }
        if problems.isEmpty, same + different == 0 { problems.append("no row says “same” or “different”") }
        guard problems.isEmpty else {
            let more = problems.count - Self.mostProblems
            throw CommandFailure.malformed(
                file: URL(filePath: path).lastPathComponent,
                detail: problems.prefix(Self.mostProblems).joined(separator: "; ")
                    + (more > 0 ? "; and \(more) more" : ""))
        }
    }

    /// Whether a pair is said to be one person; nil where nobody said it.
    func isSame(_ pair: JudgedPairs.Pair) -> Bool? { judgements[pair]?.isSame }

    private mutating func take(_ found: [LabelledRecords.Found], _ judgement: Judgement?, _ row: Int) {
        var places: [Int] = []
        for (side, record) in found.enumerated() {
            switch record {
            case .record(let place): places.append(place)
            case .problem(let words): problems.append("row \(row), record \(side + 1): \(words)")
            }
        }
        guard let judgement else {
            problems.append("row \(row) is neither same, different nor unsure, nor a number from 0 to 1")
            return
        }
        guard places.count == 2 else { return }
        guard places[0] != places[1] else {
            problems.append("row \(row) names one record twice")
            return
        }
        let isWithinFile = places[0] >> LabelledRecords.fileShift == places[1] >> LabelledRecords.fileShift
        guard judgement != .unsure, !(isAcrossFiles && isWithinFile) else {
            leftOut += 1
            return
        }
        let (pair, isSame) = (JudgedPairs.Pair(places[0], places[1]), judgement == .same)
        if let known = judgements[pair] {
            if known.isSame != isSame { problems.append("row \(row) contradicts row \(known.row) on the same pair") }
            return
        }
        judgements[pair] = (isSame, row)
        if isSame { same += 1 } else { different += 1 }
    }

    /// A word of the review desk, or a score: above a half one person, below it two, a half itself neither.
    private static func judgement(_ text: String) -> Judgement? {
        switch text.lowercased() {
        case "same": return .same
        case "different": return .different
        case "unsure": return .unsure
        default: break
        }
        guard let score = Double(text), (0...1).contains(score) else { return nil }
        return score == 0.5 ? .unsure : score > 0.5 ? .same : .different
    }

    /// The places of the first set of columns that is there as a whole.
    private static func places(_ sets: [[String]], _ header: [String]) throws(LinkageFailure) -> [Int] {
        for names in sets {
            let places = names.compactMap { header.firstIndex(of: $0) }
            if places.count == names.count { return places }
        }
        let wanted = sets.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
        throw .unknownColumn(name: wanted, known: header)
    }
}
