package import Disclosure
package import Vocabulary

/// All releases, the first one first, each checked to follow the one before.
package struct ReleaseHistory: Sendable {
    package let releases: [Release]
    /// By number: those that were taken back. They stay among the releases, since readers have read them.
    package let withdrawn: [Int: Withdrawal]

    /// - Parameter withdrawn: Those of no release are passed over.
    /// - Throws: ``PublicationFailure/chainBroken(number:)`` for a number out of order or a predecessor's hash that
    ///   is not that of the release before.
    package init(_ releases: [Release], withdrawn: [Withdrawal] = []) throws(PublicationFailure) {
        let sorted = releases.sorted { $0.number < $1.number }
        var before: Release?
        for release in sorted {
            guard release.number == (before?.number ?? 0) + 1, release.predecessor == before?.hash else {
                throw .chainBroken(number: release.number)
            }
            before = release
        }
        self.releases = sorted
        self.withdrawn = Withdrawal.byNumber(withdrawn, of: sorted.map(\.number))
    }

    package subscript(number: Int) -> Release? {
        releases.indices.contains(number - 1) ? releases[number - 1] : nil
    }

    package var latest: Release? { releases.last }

    /// Those on which pages of figures rest: all but the withdrawn.
    package var standing: [Release] { releases.filter { withdrawn[$0.number] == nil } }

    /// Names of all tables that stand in a release, sorted.
    package var tableNames: [String] { Array(Set(standing.flatMap { $0.tables.map(\.name) })).sorted() }

    /// The standing releases that hold a table, the latest first; of one period only, where one is given.
    package func releases(of table: String, period: Period? = nil) -> [(release: Release, table: ReleasedTable)] {
        standing.reversed().compactMap { release in
            guard let found = release[table: table], period == nil || found.period == period else { return nil }
            return (release, found)
        }
    }

    /// By indicator, the names of the organisations on which its figures in the newest standing release of it rest.
    package var reporting: [String: Set<String>] {
        standing.reduce(into: [:]) { newest, release in
            let tables = Dictionary(grouping: release.tables, by: \.indicator)
            newest.merge(tables.mapValues { Set($0.flatMap(\.coverage.reporting)) }) { $1 }
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
