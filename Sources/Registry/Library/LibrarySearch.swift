package import Access
package import Ledger
import Mechanisms
package import Vocabulary

/// What a search of the library found.
package struct LibraryFindings: Sendable {
    /// A paper with the words that were looked for where they stand first.
    package struct Found: Sendable, Hashable {
        package let record: RecordID
        package let number: String
        package let title: String
        package let marking: Marking
        package let excerpt: [Piece]
    }

    /// A piece of a text; whether it was looked for.
    package struct Piece: Sendable, Hashable {
        package let text: String
        package let isWanted: Bool
    }

    package let total: Int
    package let found: [Found]

    /// Pieces are told apart no further than this around the first word that was found.
    private static let (before, after) = (10, 25)

    init(_ hits: TextHits, _ phrases: [[String]]) {
        total = hits.total
        let wanted = phrases.flatMap { $0 }
        found = hits.texts.map { text in
            Found(
                record: text.record, number: text.number, title: text.title, marking: text.marking,
                excerpt: LibraryFindings.excerpt(text.body, wanted))
        }
    }

    private static func excerpt(_ body: String, _ wanted: [String]) -> [Piece] {
        // By bytes: to ask every letter of fifty texts whether it parts words was a fifth of a search.
        let words = body.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
        let letters = wanted.map { Array($0.utf8) }
        // Of a word in ASCII folding makes small letters and nothing else: one that does not hold what is wanted is not folded.
        func isOther(_ word: Substring) -> Bool {
            guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
            let small = word.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            return !letters.contains { wanted in
                small.count >= wanted.count
                    && (0...(small.count - wanted.count)).contains { small[$0...].starts(with: wanted) }
            }
        }
        func isWanted(_ word: Substring) -> Bool {
            !isOther(word)
                && TextFolding.words(in: String(word)).contains { folded in
                    wanted.contains { $0.count >= 3 ? folded.hasPrefix($0) : folded == $0 }
                }
        }
        let first = words.firstIndex(where: isWanted) ?? 0
        return words[max(first - before, 0)..<min(first + after, words.count)].reduce(into: []) { pieces, word in
            let piece = Piece(text: String(word), isWanted: isWanted(word))
            // What lies between two words that were looked for is one piece.
            if let last = pieces.last, !last.isWanted, !piece.isWanted {
                pieces[pieces.count - 1] = Piece(text: "\(last.text) \(piece.text)", isWanted: false)
            } else {
                pieces.append(piece)
            }
        }
    }
}

extension Registry {
    /// Papers of the library that have all the words, as far as the one who asks may read them.
    ///
    /// - Parameter limit: Papers told; the count goes beyond.
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)`` where the function reads no papers.
    package func searchLibrary(
        _ words: String, in index: any TextIndex, limit: Int = Registry.foundTold, _ asking: Asking
    ) throws -> LibraryFindings {
        let mechanism = try mechanism("library-document")
        let reach = policy.reach(of: asking.actor, .read, mechanism, for: asking.purpose)
        guard let grant = reach.grant else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .read, mechanism: mechanism.name)
        }
        let phrases = words.split(whereSeparator: \.isWhitespace).map { TextFolding.words(in: String($0)) }
            .filter { !$0.isEmpty }
        let isAll = reach.clause(for: [.none], isClosed: true) != nil
        let records =
            isAll ? nil : Set(try library(asking).documents.lazy.filter { $0.standing == .held }.map(\.record))
        let most = Marking(showing: grant.ceiling)
        let query = TextQuery(phrases, within: records, Set(Marking.allCases.filter { $0 <= most }), limit: limit)
        return LibraryFindings(try index.find(query), phrases)
    }

    /// Brings an index up to the papers that are held: texts that it lacks go in, those that are gone go out.
    ///
    /// - Parameters:
    ///   - asking: May read every paper: what they may not read goes out.
    ///   - goesOn: Asked before each text; where it says no, the index stays as far as it has come.
    /// - Returns: How many texts went in.
    package func bringUpToDate(
        _ index: any TextIndex, _ asking: Asking, while goesOn: () -> Bool = { true }
    ) throws -> Int {
        var old = try index.editions()
        var entered = 0
        for document in try library(asking).documents where document.standing == .held {
            guard goesOn() else { return entered }
            if old.removeValue(forKey: document.record) == document.edition { continue }
            if try bring(document, into: index, asking) { entered += 1 }
        }
        for gone in old.keys { try index.remove(gone) }
        return entered
    }

    /// Brings the papers that changed after a place of the ledger into an index that has the others.
    ///
    /// - Returns: The place up to which it has them.
    package func bringChanges(
        into index: any TextIndex, after place: Int64, _ asking: Asking
    ) throws -> Int64 {
        let (states, through) = try ledger.changes(of: "library-document", after: place)
        for document in states.map(LibraryDocument.init) {
            if document.standing == .held, try mayDo(asking, .read, to: document.record) {
                _ = try bring(document, into: index, asking)
            } else {
                try index.remove(document.record)
            }
        }
        return through
    }

    /// - Returns: Whether it has a text: without one nothing of it is in the index.
    private func bring(_ document: LibraryDocument, into index: any TextIndex, _ asking: Asking) throws -> Bool {
        guard let marking = document.marking.flatMap(Marking.init),
            let body = try ledger.indexed(document.record, under: leave(asking, .read, on: document.record).grant),
            let text = IndexedText(
                document.record, marking: marking, edition: document.edition, number: document.written,
                title: document.title, body: String(decoding: body, as: UTF8.self))
        else {
            try index.remove(document.record)
            return false
        }
        try index.put(text)
        return true
    }
}
