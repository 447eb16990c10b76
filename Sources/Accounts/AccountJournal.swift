package import Ledger

/// Where it is written down what happened at the door: the ledger.
///
/// Every change hands its entries over before it is committed: what cannot be written down does not happen.
package protocol AccountJournal: Sendable {
    func recordAccess(_ entries: [AccessEntry]) throws
}

extension Ledger: AccountJournal {}
