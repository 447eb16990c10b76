import Foundation

/// Which record a file of labels means, by the text that names it and, of several files, by its file.
struct LabelledRecords {
    private let rows: [[String: Int]]
    /// Texts that name several rows of a file.
    private let repeated: [Set<String>]
    private let files: [String]

    /// A record as one number: its file above this many bits, its row below.
    static let fileShift = 32

    enum Found {
        case record(Int)
        case problem(String)
    }

    /// - Parameters:
    ///   - ids: Of each file, what names every row, by the row's number.
    ///   - files: What the files are called.
    init(ids: [[Int: String]], files: [String]) {
        self.files = files
        var rows: [[String: Int]] = []
        var repeated: [Set<String>] = []
        for ids in ids {
            var (known, twice): ([String: Int], Set<String>) = ([:], [])
            for (row, id) in ids where !id.isEmpty && known.updateValue(row, forKey: id) != nil { twice.insert(id) }
            rows.append(known)
            repeated.append(twice)
        }
        (self.rows, self.repeated) = (rows, repeated)
    }

    static func number(file: Int, row: Int) -> Int { file << fileShift | row }

    /// - Parameter file: Its place from 1, or its name with or without ending; nil where there is one file only.
    func place(of id: String, in file: String?) -> Found {
        guard let place = file.map(place(ofFile:)) ?? 0 else {
            let known = files.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
            return .problem("no such file; there are \(known)")
        }
        if repeated[place].contains(id) {
            return .problem(
                "its id names several rows of “\(files[place])”; name with --id a column that tells them apart")
        }
        guard let row = rows[place][id] else { return .problem("“\(files[place])” has no such id") }
        return .record(LabelledRecords.number(file: place, row: row))
    }

    private func place(ofFile text: String) -> Int? {
        if let number = Int(text), files.indices.contains(number - 1) { return number - 1 }
        return files.firstIndex(of: text)
            ?? files.firstIndex { URL(filePath: $0).deletingPathExtension().lastPathComponent == text }
    }
}
