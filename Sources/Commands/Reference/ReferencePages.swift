import Access
import Accounts
import Foundation
import Ledger
import Mechanisms
import Registry
import Website

/// The pages of docs/reference that the program makes of itself; `failures.md` is made of the sources instead.
struct ReferencePages {
    let loader: BookLoader

    /// Texts under their file names; the same for the same program and files.
    func all() throws -> [String: String] {
        let book = try loader.book()
        let table = try table()
        return [
            "commands.md": CommandReference().markdown(),
            "mechanisms.md": MechanismReference(book: book).markdown(),
            "indicators.md": IndicatorReference(texts: try loader.english()).markdown(),
            "codelists.md": CodeListReference(book: book).markdown(),
            "accounts-schema.md": AccountsSchemaReference.markdown(),
            "schema.md": SchemaReference.markdown(),
            "permissions.md": PermissionReference(book: book).markdown(),
            "permissions.csv": PermissionReference(book: book).csv(),
            "routes.md": RouteReference(table: table).markdown(),
            "ways.md": WayReference(
                commands: try CommandTable(of: Rapporteur.self), routes: table, sources: try sources(of: book),
                book: book
            ).markdown(),
        ]
    }

    /// The descriptions that are shipped.
    private func sources(of book: Book) throws -> [ImportSource] {
        try loader.resources.files(in: "../sources", ending: "yaml").map {
            try SourceFile(path: loader.resources.root.appending(path: "sources/\($0)").path).source(in: book)
        }
    }

    /// The house as it is opened, with a public site that has no release yet and a register that is thrown away.
    private func table() throws -> RouteTable {
        let house = HouseLoader(resources: loader.resources)
        let stand = SiteStand(try SiteLoader(resources: loader.resources).site(releases: []))
        return try OpenHouse.throwaway(under: WriteReference.grant(.initialise)) { open in
            try house.table(stand, house.pages(), exit: ServingSettings().exit, open)
        }
    }
}
