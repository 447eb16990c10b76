import Synchronization

/// The places of a list's codes in the alphabet of one language, worked out when first asked for: comparing 250 names by
/// ICU takes milliseconds, more than the rest of a page.
final class NameOrder: Sendable {
    private let ranks = Mutex<[String: [String: Int]]>([:])

    /// Ranks by code; what has no name in the list has none.
    func ranks(of list: String, _ work: () -> [String: Int]) -> [String: Int] {
        ranks.withLock { known in
            if let found = known[list] { return found }
            let made = work()
            known[list] = made
            return made
        }
    }
}
