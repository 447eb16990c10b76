import Access
import Foundation
import Ledger
import Mechanisms
import TestKit
import Vocabulary

@testable import Commands

/// A register in which every mechanism stands in every state and every ``Situation`` once, as the book declares them: a
/// mechanism is in it from the day on which it is declared.
///
/// Texts in it say how sensitive they are and of which record they are (`planted-confidential-…-q12q`), so that a leak is
/// seen wherever it comes out.
final class PermissionWorld: Sendable {
    /// One record and how the posts of `home` stand to it.
    struct Specimen: Sendable {
        let record: RecordID
        let mechanism: Mechanism
        let state: String
        let situation: Situation
        /// In the texts that were planted in it.
        let serial: Int
        /// Names of the fields that have a value.
        let filled: Set<String>

        var isClosed: Bool { mechanism.closedStates.contains(state) }
        var mark: String { "q\(serial)q" }
        /// Where there is a text, it was written a second time.
        var version: Int {
            mechanism.fields.contains { $0.kind == .text && filled.contains($0.name) } ? 2 : 1
        }

        func relation(for function: FunctionKind) -> Relation { situation.relation(for: function) }

        /// Whether others said it apart from whoever asks, and it is not decided: nobody is shown it, whatever they may see
        /// (decision 0183).
        func isApart(_ field: Field) -> Bool {
            mechanism.blind.map { $0.fields.contains(field.name) && $0.whileIn.contains(state) } ?? false
        }

        /// What stands in the file of a document: as sensitive as a file is taken to be.
        static func file(marked mark: String) -> String { "planted-confidential-document-file-\(mark)" }
    }

    let folder: TemporaryFolder
    let book: Book
    let specimens: [Specimen]
    /// The specimens by the mark in their texts.
    let byMark: [String: Specimen]
    let byRecord: [String: Specimen]
    let home: RecordID
    let posts: [FunctionKind: RecordID]
    let mandates: [FunctionKind: RecordID]
    /// The one who holds every post of `home`, and who broke the glass.
    let account: String
    /// The moment at which it was finished.
    let now: Timestamp
    /// A person and a case of `home` which specimens name where they must name one.
    let hubs: [String: RecordID]

    var path: String { folder.url.appending(path: "register").path }

    /// Functions that somebody signs in for.
    static let functions = FunctionKind.allCases.filter { $0 != .public }

    init(account: String) throws {
        folder = try TemporaryFolder()
        book = try BookLoader(resources: Resources(root: Repository.root)).book()
        self.account = account
        now = OpenRegister.clock()
        let clock = SetClock(at: Timestamp(milliseconds: now.milliseconds - 4 * 3_600_000))
        let open = try WorldWriter.make(
            at: folder.url.appending(path: "register").path, of: book, clock: { clock.now })
        var writer = WorldWriter(open: open, book: book, account: account, clock: clock, now: now)
        let houses = try writer.houses()
        home = houses.home
        specimens = try writer.specimens(houses)
        byRecord = Dictionary(uniqueKeysWithValues: specimens.map { ($0.record.description, $0) })
        byMark = Dictionary(specimens.map { ($0.mark, $0) }, uniquingKeysWith: { first, _ in first })
        (posts, mandates, hubs) = (writer.posts, writer.mandates, writer.hubs)
        try open.close()
    }

}
