package import Disclosure
package import Vocabulary

/// All releases, the first one first, each checked to follow the one before.
package struct ReleaseHistory: Sendable {
    package let releases: [Release]

    /// - Throws: ``PublicationFailure/chainBroken(number:)`` for a number out of order or a predecessor's hash that
    ///   is not that of the release before.
    package init(_ releases: [Release]) throws(PublicationFailure) {
        let sorted = releases.sorted { $0.number < $1.number }
        var before: Release?
        for release in sorted {
            guard release.number == (before?.number ?? 0) + 1, release.predecessor == before?.hash else {
                throw .chainBroken(number: release.number)
            }
            before = release
        }
        self.releases = sorted
    }

    package subscript(number: Int) -> Release? {
        releases.indices.contains(number - 1) ? releases[number - 1] : nil
    }

    package var latest: Release? { releases.last }

    /// Names of all tables ever released, sorted.
    package var tableNames: [String] { Array(Set(releases.flatMap { $0.tables.map(\.name) })).sorted() }

    /// The releases that hold a table, the latest first; of one period only, where one is given.
    package func releases(of table: String, period: Period? = nil) -> [(release: Release, table: ReleasedTable)] {
        releases.reversed().compactMap { release in
            guard let found = release[table: table], period == nil || found.period == period else { return nil }
            return (release, found)
        }
    }

    /// What each later release changed of an earlier one's figures for the same table and period, the latest first.
    package func revisions(of table: String, period: Period?) -> [Revision] {
        let versions = releases.compactMap { release in
            release[table: table].flatMap { $0.period == period ? (release, $0) : nil }
        }
        return zip(versions, versions.dropFirst()).map { earlier, later in
            Revision(
                from: earlier.0.number, to: later.0.number, on: later.0.date,
                changes: Revision.changes(from: earlier.1, to: later.1))
        }.reversed()
    }
}
