import Yams

/// Who publishes the figures of a register, and whose data they rest on: `site.yaml` in the register's folder.
package struct Imprint: Hashable, Sendable {
    /// A line of attribution, as the licence of the data asks for it.
    package struct Attribution: Hashable, Sendable {
        /// By language.
        let texts: [String: String]
        /// Where the licence or the source is found: an `https:` or `http:` address; nil for none.
        let link: String?
    }

    /// By language; empty for none.
    let publisher: [String: String]
    /// By language: an address, a telephone number, whatever helps; empty for none.
    let contact: [String: String]
    let attributions: [Attribution]

    /// Reads `publisher`, `contact` (texts by language, or one text for all) and `attribution` (a list of texts by language
    /// with a `link`). All may be left out.
    ///
    /// - Throws: ``PublicationFailure/imprintUnreadable(reason:)``, also for a field that it does not know.
    package init(yaml: String) throws(PublicationFailure) {
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch { throw .imprintUnreadable(reason: "\(error)") }
        guard let mapping = root?.mapping else { throw .imprintUnreadable(reason: "it is not a map of fields") }
        for (key, _) in mapping {
            let name = key.scalar?.string ?? "?"
            guard ["publisher", "contact", "attribution"].contains(name) else {
                throw .imprintUnreadable(reason: "it has the unknown field \(name)")
            }
        }
        publisher = try Imprint.texts(mapping["publisher"], of: "publisher")
        contact = try Imprint.texts(mapping["contact"], of: "contact")
        var attributions: [Attribution] = []
        if let node = mapping["attribution"] {
            guard let lines = node.sequence else { throw .imprintUnreadable(reason: "attribution is not a list") }
            for line in lines { attributions.append(try Imprint.attribution(line)) }
        }
        self.attributions = attributions
    }

    private static func attribution(_ node: Node) throws(PublicationFailure) -> Attribution {
        var texts = try texts(node, of: "attribution")
        let link = texts.removeValue(forKey: "link")
        if let link, !link.hasPrefix("https://"), !link.hasPrefix("http://") {
            throw .imprintUnreadable(reason: "the link \(link) begins with neither https:// nor http://")
        }
        guard !texts.isEmpty else { throw .imprintUnreadable(reason: "a line of attribution has no text") }
        return Attribution(texts: texts, link: link)
    }

    /// Texts by language; one text alone is for every language.
    private static func texts(_ node: Node?, of field: String) throws(PublicationFailure) -> [String: String] {
        guard let node else { return [:] }
        if let text = node.scalar?.string { return ["": text] }
        guard let mapping = node.mapping else { throw .imprintUnreadable(reason: "\(field) is no text") }
        var texts: [String: String] = [:]
        for (key, value) in mapping {
            guard let language = key.scalar?.string, let text = value.scalar?.string, !text.isEmpty else {
                throw .imprintUnreadable(reason: "\(field) has something that is no text of a language")
            }
            texts[language] = text
        }
        return texts
    }

    /// The text in the language, else the one for all, else the English one, else any: an attribution is owed in any case.
    static func text(_ texts: [String: String], in language: String) -> (text: String, language: String)? {
        for tag in [language, "", "en"] + texts.keys.sorted() {
            if let text = texts[tag] { return (text, tag.isEmpty ? language : tag) }
        }
        return nil
    }
}
