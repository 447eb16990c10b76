import Disclosure
import Tables

/// The figures as an HTML table: caption, headings, rows.
struct TableGrid: Sendable {
    struct Row: Sendable {
        let heading: String
        let isTotal: Bool
        /// `level-1` for a part of a broader category, `level-0` for others.
        let level: String
        let figures: [Figure]
    }

    let heading: String
    let caption: String
    /// What a screen reader says of the box that scrolls.
    let scroll: String
    let corner: String
    let columns: [String]
    let rows: [Row]

    /// - Parameter crosstab: Nil for a table without dimensions, which is one figure.
    init(_ reader: TableReader, _ crosstab: Crosstab?, caption: String, _ texts: Texts) {
        heading = texts["site.table.table-title"]
        self.caption = caption
        scroll = texts.filled("site.table.scroll", ["caption": caption])
        let total = texts["site.table.total"]
        guard let crosstab else {
            corner = ""
            columns = [texts.name(of: reader.table.unit)]
            rows = [
                Row(
                    heading: total, isTotal: true, level: "level-0",
                    figures: [Figure(reader.table.outcome(at: []), texts)])
            ]
            return
        }
        corner = texts.name(of: crosstab.rowDimension)
        let across =
            crosstab.columnDimension.map { texts.order(of: crosstab.columns, in: $0) }
            ?? Array(crosstab.columns.indices)
        columns = across.map { column in
            guard let place = crosstab.columns[column].place, let dimension = crosstab.columnDimension else {
                return total
            }
            return texts.name(of: dimension.categories[place], in: dimension)
        }
        rows = texts.order(of: crosstab.rows, in: crosstab.rowDimension).map { row in
            let line = crosstab.rows[row]
            return Row(
                heading: line.place.map {
                    texts.name(of: crosstab.rowDimension.categories[$0], in: crosstab.rowDimension)
                }
                    ?? total,
                isTotal: line.place == nil, level: "level-\(min(line.depth, 3))",
                figures: across.map { Figure(crosstab.outcomes[row][$0], texts) })
        }
    }
}

/// What the signs of a table mean, by which rule, and what the attack found.
struct SignsBlock: Sendable {
    let heading: String
    let signs: [Particular]
    let audit: String

    init(_ table: ReleasedTable, _ texts: Texts) {
        let rule = table.rule
        heading = texts["site.table.rule-title"]
        signs = [
            Particular(
                name: "c",
                text: texts.filled(
                    rule.protectsZeros ? "site.table.rule-c-zeros" : "site.table.rule-c",
                    ["last": texts.number(rule.threshold - 1)])),
            Particular(name: ":", text: texts["site.table.rule-colon"]),
            Particular(name: "0", text: texts["site.table.rule-zero"]),
            Particular(name: "–", text: texts["site.table.rule-dash"]),
        ]
        audit = texts.filled(
            "site.table.audit",
            [
                "cells": texts.counted("site.count.cells", table.audit.cells),
                "withheld": texts.number(table.audit.withheld),
                "exact": texts.number(table.audit.exactlyRecoverable), "narrow": texts.number(table.audit.narrow),
                "width": texts.number(rule.minimumWidth),
            ])
    }
}
