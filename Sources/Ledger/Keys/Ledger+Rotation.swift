import Crypto
import Mechanisms

extension Ledger {
    /// Completes a change of the master key that was cut short after the keys were wrapped anew.
    static func finishRotation(
        _ premises: LedgerPremises, wrapped: [String: [UInt8]], register: RecordID
    ) throws -> Vault {
        guard let next = try premises.papers.read(.nextMasterKey) else { throw LedgerFailure.wrongMasterKey }
        let keys = try RegisterKeys(wrapped: wrapped, master: MasterKey(file: next), register: register)
        try premises.papers.rename(.nextMasterKey, to: .masterKey)
        return Vault(store: premises.vault, keys: keys)
    }
}
