/// What a workbook says beside its sheets: which there are, its texts, and which styles mean dates.
struct WorkbookParts {
    let sheetPath: String
    let sharedTexts: SharedTexts
    /// By style number: what a number in that style is.
    let styles: [NumberFormat]
    let has1904Dates: Bool

    /// Parts that are held in memory may not unpack to more than this; sheets are streamed and may be larger.
    static let heldBytes = 512 << 20
    static let sheetBytes = 8 << 30

    /// - Parameter sheet: Its name; nil for the first that is not hidden.
    init(_ location: ArchiveLocation, file: String, sheet: String?) throws(IntakeFailure) {
        func scan(_ part: String, _ listener: any XMLListener) throws(IntakeFailure) -> Bool {
            guard let entry = try ArchiveEntry(location, file: file, part: part, limitBytes: Self.heldBytes),
                let scanner = XMLScanner(listener, file: file)
            else { return false }
            while try scanner.scan(entry) {}
            return true
        }
        let root = RelationListener()
        _ = try scan("_rels/.rels", root)
        let workbookPath = root.target(ofType: "/officeDocument").map { resolved($0, in: "") } ?? "xl/workbook.xml"
        let workbook = WorkbookListener()
        guard try scan(workbookPath, workbook) else {
            throw .damagedWorkbook(file: file, detail: "it is a packed file, but none of a spreadsheet in XLSX")
        }
        let (folder, name) = split(workbookPath)
        let relations = RelationListener()
        _ = try scan("\(folder)_rels/\(name).rels", relations)
        let chosen =
            sheet.map { wanted in workbook.sheets.first { $0.name == wanted } }
            ?? workbook.sheets.first { !$0.isHidden } ?? workbook.sheets.first
        guard let chosen, let target = relations.targets[chosen.relation] else {
            throw .sheetMissing(name: sheet ?? "", present: workbook.sheets.map(\.name))
        }
        sheetPath = resolved(target, in: folder)
        has1904Dates = workbook.has1904Dates
        let texts = SharedTextListener()
        if let target = relations.target(ofType: "/sharedStrings") { _ = try scan(resolved(target, in: folder), texts) }
        sharedTexts = texts.texts
        let styles = StyleListener()
        if let target = relations.target(ofType: "/styles") { _ = try scan(resolved(target, in: folder), styles) }
        self.styles = styles.formats
    }
}

/// A path as one part names another: from the root with a slash, else from its own folder.
private func resolved(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
}

private func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
}

/// Which part stands for which id and purpose.
private final class RelationListener: XMLListener {
    private(set) var targets: [String: String] = [:]
    private var types: [(type: String, target: String)] = []

    func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        guard name.is("Relationship"), let id = attributes["Id"], let target = attributes["Target"] else { return }
        targets[id] = target
        types.append((attributes["Type"] ?? "", target))
    }

    func end(_ name: UnsafePointer<CChar>) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// Types are addresses whose beginning differs between the two editions of the standard.
    func target(ofType ending: String) -> String? { types.first { $0.type.hasSuffix(ending) }?.target }
}

/// The sheets in their order, and the calendar.
private final class WorkbookListener: XMLListener {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var has1904Dates = false

    func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        if name.is("workbookPr") {
            has1904Dates = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
        } else if name.is("sheet"), let title = attributes["name"], let id = attributes["id"] {
            sheets.append((title, id, (attributes["state"] ?? "visible") != "visible"))
        }
    }

    func end(_ name: UnsafePointer<CChar>) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
