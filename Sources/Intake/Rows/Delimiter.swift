/// What stands between two cells.
package enum Delimiter: String, Sendable, CaseIterable {
    case comma, semicolon, tab, pipe

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .pipe: UInt8(ascii: "|")
        }
    }

    /// The delimiter under which a text looks most like a table.
    ///
    /// Headers that the reader expects decide; without any of them, the delimiter under which most rows have as many
    /// cells as the first, and among equals the one with more cells. A text of one column is read with commas.
    static func detect(in head: ArraySlice<UInt8>, encoding: TextEncoding, expecting headers: Set<String>) -> Delimiter
    {
        var best = (delimiter: Delimiter.comma, score: 0)
        for delimiter in allCases {
            let score = score(delimiter, in: head, encoding: encoding, expecting: headers)
            if score > best.score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    private static func score(
        _ delimiter: Delimiter, in head: ArraySlice<UInt8>, encoding: TextEncoding, expecting headers: Set<String>
    ) -> Int {
        let text = TextStream(EmptyStream(), encoding: encoding, head: head, markBytes: 0)
        var reader = CSVReader(text, delimiter: delimiter, encoding: encoding)
        var row = Row()
        var counts: [Int] = []
        var known = 0
        while counts.count < 40, (try? reader.next(into: &row)) == true {
            if row.isBlank { continue }
            counts.append(row.count)
            if known == 0 { known = (0..<row.count).count { headers.contains(folded(header: row.trimmed($0))) } }
        }
        guard let first = counts.first, counts.contains(where: { $0 > 1 }) else { return known * 1_000_000 }
        let consistent = first > 1 ? counts.count { $0 == first } * 1000 / counts.count : 0
        return known * 1_000_000 + consistent * 200 + min(counts.max() ?? 0, 199)
    }
}

private final class EmptyStream: ByteStream {
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeFailure) -> Int { 0 }
}

/// A header as it is compared: letters and digits only, lower case, so that `prs_First_Name` is `prs_FirstName`.
func folded(header: String) -> String {
    String(
        String.UnicodeScalarView(
            header.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) }))
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }
