import Disclosure
import Tables

/// The form above a table: which dimension runs down and across, and where the others are held. A plain GET form.
struct TableControls: Sendable {
    struct Option: Sendable {
        let value: String
        let text: String
        let isSelected: Bool
    }

    struct Control: Sendable {
        let id: String
        let name: String
        let label: String
        let options: [Option]
    }

    let heading: String
    let action: String
    let show: String
    /// Number of the release shown, where it is not the latest; the form keeps it.
    let release: [String]
    let controls: [Control]
    /// A table of one dimension has nothing to choose.
    let isOffered: Bool

    init(_ table: ReleasedTable, _ crosstab: Crosstab?, _ request: TableRequest, _ texts: Texts) {
        heading = texts["site.table.choose"]
        action = PageAddress.table(table.name, TableRequest()).path(in: texts.language)
        show = texts["site.table.show"]
        release = request.release.map { [String($0)] } ?? []
        isOffered = table.dimensions.count > 1
        guard let crosstab else {
            controls = []
            return
        }
        let names = table.dimensions.map { (value: $0.name, text: texts.name(of: $0)) }
        let rows = TableControls.control("rows", texts["site.table.rows"], names, selected: crosstab.choice.rows)
        let columns = TableControls.control(
            "columns", texts["site.table.columns"], [("none", texts["site.table.none"])] + names,
            selected: crosstab.choice.columns)
        let held = table.dimensions.filter {
            $0.name != crosstab.choice.rows && $0.name != crosstab.choice.columns
        }.map { dimension in
            TableControls.control(
                "in-\(dimension.name)", texts.name(of: dimension),
                (dimension.addsUp ? [("", texts["site.table.all"])] : [])
                    + texts.places(of: dimension).map { dimension.categories[$0] }.map {
                        ($0.code, texts.name(of: $0, in: dimension))
                    },
                selected: crosstab.choice.held[dimension.name] ?? "")
        }
        controls = [rows, columns] + held
    }

    private static func control(
        _ name: String, _ label: String, _ options: [(value: String, text: String)], selected: String?
    ) -> Control {
        Control(
            id: "choose-\(name)", name: name, label: label,
            options: options.map { Option(value: $0.value, text: $0.text, isSelected: $0.value == selected) })
    }
}
