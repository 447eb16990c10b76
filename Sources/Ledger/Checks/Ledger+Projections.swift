import Mechanisms

extension Ledger {
    func checkProjections(_ result: inout Verification, _ progress: (Int64) -> Bool) throws {}
}
