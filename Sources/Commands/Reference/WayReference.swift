import Access
import Intake
import Mechanisms
import Registry
import Website

/// docs/reference/ways.md: every command, importer and export with its row of the policy and its marking.
struct WayReference {
    let commands: [CommandTable.Entry]
    let routes: [Route]
    let sources: [ImportSource]
    let book: Book
    private let policy = Policy()

    init(commands: CommandTable, routes: RouteTable, sources: [ImportSource], book: Book) {
        self.commands = commands.entries
        self.routes = routes.routes
        self.sources = sources
        self.book = book
    }

    func markdown() -> String {
        """
        # Ways in and out

        Made from what commands, source descriptions and routes declare, by `make reference`; do not edit. What declares \
        no row of the policy does not start: a command (K113, K114), a source description (K115), a route (W103), an \
        export (W110). What the rows say stands in [who may do what](permissions.md); every address is listed in \
        [routes](routes.md).

        ## Commands

        A command acts within what it declares, as a token acts within its scope: the policy refuses the rest. Rows \
        of a command with `--as` are those of the post that is named.

        | command | acts as | rows | gives out |
        |---|---|---|---|
        \(commands.filter { $0.command.rule != .noun }.map(line).joined(separator: "\n"))

        ## Importers

        Rows come in by `rapporteur import` and by the import desk (`POST /work/import`), through one sink that asks \
        the policy: `import` once, then for each row what opening its records by hand would need. Without `--as` the \
        keeper of the machine loads, before anybody has an account.

        | source description | opens | may be imported by | may be loaded |
        |---|---|---|---|
        \(sources.map(line).joined(separator: "\n"))

        | function | row that lets it import |
        |---|---|
        \(importRows.joined(separator: "\n"))

        ## Exports

        A file that its route did not announce is not sent (W111). The API gives the marking of each record as its \
        member `marking`.

        | export | address | row | its marking stands in |
        |---|---|---|---|
        \(Export.allCases.flatMap(lines).joined(separator: "\n"))
        \(commands.filter { $0.command.output.isExport }.map(exportLine).joined(separator: "\n"))

        """
    }

    private func line(_ entry: CommandTable.Entry) -> String {
        let rule = entry.command.rule
        let rows: String =
            switch rule {
            case .post: rule.rows(of: policy).map(\.name).joined(separator: ", ")
            case .named: "of the post"
            case .noun, .files: ""
            }
        return "| `\(entry.name)` | \(rule) | \(rows) | \(entry.command.output.rawValue) |"
    }

    private func line(_ source: ImportSource) -> String {
        let rule = ImporterRule(source.description, book)
        let importers = rule.importers.map { importer in
            importer.function.rawValue
                + (importer.closed.isEmpty ? "" : " (no new \(importer.closed.joined(separator: ", ")))")
        }
        return "| \(source.description.name) | \(rule.opened.joined(separator: ", ")) "
            + "| \(importers.joined(separator: ", ")) | \(rule.mayBeLoaded ? "yes" : "no") |"
    }

    private var importRows: [String] {
        policy.rows.filter { !$0.actions.isDisjoint(with: [.importRecords, .load]) }.map {
            "| \($0.function.rawValue) | \($0.name) |"
        }
    }

    private func lines(_ export: Export) -> [String] {
        routes.filter { $0.export == export }.map { route in
            "| \(export.rawValue) | `\(route.pattern)` | \(route.rule) | \(export.place.rawValue) |"
        }
    }

    private func exportLine(_ entry: CommandTable.Entry) -> String {
        "| by command | `\(entry.name)` | \(entry.command.rule) | each row |"
    }
}
