import Disclosure
import Publication
import Registry

/// Levels over the years, a drawing for each body and question (B78).
enum LevelDrawings {
    /// More are in the table only.
    static let most = 24

    /// - Parameter table: Body, question, year, level in the first four columns, in the order of the years.
    static func drawings(of table: OverviewTable, _ visit: Visit) -> [Drawing] {
        var courses: [(title: String, said: [String], points: [TrendChart.Point])] = []
        for row in table.rows {
            guard row.count > 3, case .number(let level) = row[3].value else { continue }
            let title = "\(row[0].plain): \(row[1].plain)"
            if courses.last?.title != title { courses.append((title, [], [])) }
            let (year, figure) = (row[2].plain, visit.wording.texts.number(level))
            courses[courses.count - 1].said.append("\(year): \(figure)")
            courses[courses.count - 1].points.append(
                TrendChart.Point(label: year, outcome: .published(level), figure: figure))
        }
        let texts = visit.wording.texts
        return courses.prefix(most).enumerated().map { place, course in
            let said = course.said.joined(separator: texts["site.format.separator"])
            let caption = Drawing.Caption(
                identifier: "levels-\(place)", title: course.title, description: said,
                direction: texts.direction == "rtl" ? .rightToLeft : .leftToRight)
            return TrendChart(caption, points: course.points, kind: .full) { texts.number($0) }.drawing()
        }
    }
}
