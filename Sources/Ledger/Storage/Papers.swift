/// The small files that lie beside the databases.
package enum Paper: String, Sendable, CaseIterable {
    case masterKey = "master.key"
    /// The next master key while the keys are being wrapped anew.
    case nextMasterKey = "master.key.next"
    /// Signed checkpoints, one a line.
    case checkpoints = "checkpoints.jsonl"
}

/// Where the papers are kept. All failures are ``StoreFailure``.
package protocol Papers: Sendable {
    /// Nil where there is no such paper.
    ///
    /// - Throws: ``StoreFailure/exposedKey(path:mode:)`` for a key that others than its owner may read.
    func read(_ paper: Paper) throws -> [UInt8]?

    /// Replaces a paper whole or not at all, readable by its owner only; kept when this returns.
    func write(_ bytes: [UInt8], as paper: Paper) throws

    /// Adds to the end of a paper; kept when this returns.
    func append(_ bytes: [UInt8], to paper: Paper) throws

    /// Puts `paper` in the place of `other` in one step.
    func rename(_ paper: Paper, to other: Paper) throws

    /// Writes the manifest of a backup beside it: `<path>.manifest`.
    func writeManifest(_ bytes: [UInt8], besides path: String) throws

    /// Lets another process write from here on.
    func release()
}

/// What a ledger stands on: its databases and papers, as a door brings them.
package struct LedgerPremises: Sendable {
    /// Where the events and what is derived from them lie.
    package let events: any Store
    /// Where the keys lie: another database, so that a copy of the first holds none.
    package let vault: any Store
    /// Key file and checkpoints.
    package let papers: any Papers

    /// Takes stores that are open; whether they belong together is checked when a ledger opens on them.
    package init(events: any Store, vault: any Store, papers: any Papers) {
        self.events = events
        self.vault = vault
        self.papers = papers
    }
}
