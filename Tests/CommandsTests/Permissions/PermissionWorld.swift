import Access
import ArgumentParser
import Foundation
import Ledger
import Mechanisms
import Registry
import TestKit
import Vocabulary

@testable import Commands

/// A register in which every relation to every mechanism in every state exists once, for the posts of one organisation.
///
/// Texts in it say how sensitive they are (`planted-confidential-…`), so that a leak is seen wherever it comes out.
final class PermissionWorld: Sendable {
    /// One record and how the posts of `home` stand to it.
    struct Specimen: Sendable {
        let record: RecordID
        let mechanism: Mechanism
        let state: String
        let relation: Relation
        /// The only function that stands so to it; nil for all posts of the house.
        let onlyFor: FunctionKind?

        var isClosed: Bool { mechanism.closedStates.contains(state) }

        func relation(for function: FunctionKind) -> Relation {
            onlyFor == nil || onlyFor == function ? relation : .none
        }
    }

    let folder: TemporaryFolder
    let book: Book
    let specimens: [Specimen]
    let home: RecordID
    let posts: [FunctionKind: RecordID]

    var path: String { folder.url.appending(path: "register").path }

    /// Functions that somebody signs in for.
    static let functions = FunctionKind.allCases.filter { $0 != .public }
    /// - Parameter account: The one that broke the glass: whoever asks under it stands so to those records.
    init(account: String) throws {
        folder = try TemporaryFolder()
        let place = try RegisterFolder.parse(["--data", folder.url.appending(path: "register").path])
        book = try BookLoader(resources: Resources(root: Repository.root)).book()
        let open = try WorldWriter.make(place, book)
        var writer = WorldWriter(open: open, book: book, account: account)
        let houses = try writer.houses()
        home = houses.home
        posts = writer.posts
        specimens = try writer.specimens(houses)
        try open.close()
    }
}
