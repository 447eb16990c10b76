/// The table of a plan or the figures of an estimate, for people and spreadsheets: codes and labels, a row a line.
///
/// Every row says what kind of notice it is of, which day it shows and who may have it, and an objective stands in each of
/// its rows: rows are cut out and passed on.
struct NoticeCSV {
    private let content: NoticeContent
    private let texts: [Texts]

    /// Nil where there is no table.
    init?(_ content: NoticeContent, texts: [Texts]) {
        guard !content.chapters.isEmpty || content.estimate?.methods.isEmpty == false else { return nil }
        (self.content, self.texts) = (content, texts)
    }

    func bytes() -> [UInt8] {
        var writer = CSVWriter()
        writer.write(["kind"] + labelled("kind") + ["as-of"] + header + ["marking"])
        let opening =
            [content.kind.rawValue] + texts.map { $0["site.notices.kinds.\(content.kind.rawValue)"] }
            + [content.asOf ?? ""]
        for row in rows { writer.write(opening + row + [Marking.public.rawValue]) }
        return writer.bytes
    }

    private var header: [String] {
        content.estimate == nil
            ? ["chapter"] + NoticeContent.columns
            : ["period", "method"] + labelled("method") + ["persons", "lower", "upper", "level", "unit"]
    }

    private var rows: [[String]] {
        guard let estimate = content.estimate else { return content.chapters.flatMap(NoticeCSV.rows) }
        return estimate.methods.map { method in
            [estimate.period ?? "", method.method]
                + texts.map { $0["estimates.methods.name.\(method.method)"] }
                + [method.persons, method.lower, method.upper, estimate.level, method.unit].map { String($0) }
        }
    }

    /// `kind_en`, `kind_fr`
    private func labelled(_ name: String) -> [String] { texts.map { "\(name)_\($0.language)" } }

    private static func rows(of chapter: NoticeContent.Chapter) -> [[String]] {
        var objective = ""
        return chapter.rows.map { row in
            var cells = row.map { $0.map(\.text).joined() }
            if cells.first?.isEmpty == false { objective = cells.first ?? "" }
            if !cells.isEmpty { cells[0] = objective }
            return [chapter.title] + cells
        }
    }
}
