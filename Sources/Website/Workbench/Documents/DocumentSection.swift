import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The files of a record on its page, or the file of the document that the page is about; part of
/// `workbench-record.mustache`.
struct DocumentSection: Sendable {
    struct Row: Sendable {
        let href: String
        let name: String
        let received: String
        let state: StateBadge
        let isOpen: Bool
        let fileHref: String
        let download: String
        let downloadNamed: String
        let isWaiting: Bool
        let scanAction: String
        let scan: String
        let scanNamed: String
        let note: String
        let hasNote: Bool
        let tokenField: String
        let token: String
    }

    let title: String
    let rows: [Row]
    let hasRows: Bool
    let none: String
    let attachHref: String
    let attach: String
    let mayAttach: Bool
    /// Whether there is anything to show at all.
    let isThere: Bool

    init(of view: RecordView, beside neighbours: [Neighbour], _ names: Names, _ visit: Visit) {
        let wording = visit.wording
        let own = view.mechanism == "document"
        let documents =
            own ? [view] : neighbours.filter { DocumentSection.isFile($0) }.map(\.view)
        rows = documents.compactMap { DocumentSection.row($0, names, visit) }
        hasRows = !rows.isEmpty
        title = wording[own ? "document.file" : "document.files"]
        none = wording["document.none"]
        attachHref = WorkbenchPaths.attach(view.record)
        attach = wording["document.title"]
        mayAttach = DocumentSection.mayAttach(to: view, visit)
        isThere = hasRows || mayAttach
    }

    /// Whether it is a file given for the record, shown here and not among what else names it.
    static func isFile(_ neighbour: Neighbour) -> Bool {
        neighbour.view.mechanism == "document" && neighbour.field == "about" && !neighbour.isFromHere
    }

    /// Files belong to what happened to persons, not to the network or to other files.
    static func mayAttach(to view: RecordView, _ visit: Visit) -> Bool {
        guard let mechanism = visit.book.mechanism(view.mechanism), mechanism.name != "document",
            [.victims, .sharing].contains(mechanism.matter)
        else { return false }
        return visit.registry.mayAttach(to: view, visit.asking)
    }

    private static func row(_ view: RecordView, _ names: Names, _ visit: Visit) -> Row? {
        guard let mechanism = visit.book.mechanism(view.mechanism) else { return nil }
        let wording = visit.wording
        let name = names.name(of: view)
        let note = wording.texts.text("workbench.document.\(view.state)") ?? ""
        return Row(
            href: WorkbenchPaths.record(view.record), name: name,
            received: wording.filled("document.received", ["period": wording.texts.period(view.effective)]),
            state: StateBadge(view.state, of: mechanism, wording),
            isOpen: visit.registry.mayHaveFile(of: view, visit.asking),
            fileHref: WorkbenchPaths.file(view.record), download: wording["document.download"],
            downloadNamed: wording.filled("document.download-named", ["name": name]),
            isWaiting: view.state == "quarantined" && visit.registry.grant(visit.asking, .write, on: view) != nil,
            scanAction: WorkbenchPaths.scan(view.record), scan: wording["document.scan"],
            scanNamed: wording.filled("document.scan-named", ["name": name]), note: note, hasNote: !note.isEmpty,
            tokenField: FormToken.field, token: visit.exchange.formToken)
    }
}
