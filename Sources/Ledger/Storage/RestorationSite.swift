/// A place where a backup is put together again beside what is there, and takes its place only when it was proved.
package protocol RestorationSite: Sendable {
    /// The manifest that lies beside the backup; nil where there is none.
    func manifest() throws -> [UInt8]?

    /// Copies the backup to the site; `hear` is handed its bytes.
    ///
    /// - Returns: What a ledger stands on there: the copy, with the key vault and master key that it is to have.
    func stage(hear: (UnsafeRawBufferPointer) -> Void) throws -> LedgerPremises

    /// Puts the restored ledger in its place; what was there is kept under another name.
    func accept() throws

    /// Takes the staged copy away again.
    func discard()
}
