import Ledger

/// The pages of docs/reference that the program makes of itself; `failures.md` is made of the sources instead.
struct ReferencePages {
    let loader: BookLoader

    /// Texts under their file names; the same for the same program and files.
    func all() throws -> [String: String] {
        let book = try loader.book()
        return [
            "commands.md": CommandReference().markdown(),
            "mechanisms.md": MechanismReference(book: book).markdown(),
            "indicators.md": IndicatorReference(texts: try loader.english()).markdown(),
            "codelists.md": CodeListReference(book: book).markdown(),
            "schema.md": SchemaReference.markdown(),
            "permissions.md": PermissionReference(book: book).markdown(),
            "permissions.csv": PermissionReference(book: book).csv(),
        ]
    }
}
