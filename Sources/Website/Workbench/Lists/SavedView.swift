import Access
import Mechanisms
import Registry
import Vocabulary

/// A list with its filters under a name of one's own.
struct SavedView: Sendable {
    let name: String
    /// Of a list of the workbench.
    let href: String

    static let longestName = 80

    init(name: String, href: String) {
        let plain = name.filter { !$0.isNewline }.prefix(SavedView.longestName)
        self.name = plain.allSatisfy(\.isWhitespace) ? href : String(plain)
        self.href = href
    }

    init?(_ bytes: [UInt8]) {
        guard case .object(let members)? = try? JSONReader.read(bytes) else { return nil }
        var texts: [String: String] = [:]
        for member in members { if case .text(let text) = member.value { texts[member.name] = text } }
        guard let name = texts["name"], let href = texts["href"], let local = LocalPath(href) else { return nil }
        self.init(name: name, href: local.text)
    }

    func keep(on shelf: SealedShelf, _ visit: Visit) throws(WorkbenchRefusal) {
        var random = SystemRandomNumberGenerator()
        let id = RecordID(at: visit.exchange.moment, using: &random)
        let bytes = Array(JSON.members(["name": .text(name), "href": .text(href)]).text().utf8)
        let query = href.split(separator: "?", maxSplits: 1).dropFirst().first
        let named = (query.flatMap { Fields(encoded: $0) } ?? Fields()).all.compactMap { RecordID($0.value) }
        try shelf.put(
            bytes, as: .view, id.description, of: visit.asking.actor.account,
            about: visit.persons(namedBy: Set(named)))
    }
}
