/// A block of the first page: what waits, the most urgent first, and the list that it is from.
struct HomeBlock: Sendable {
    struct Item: Sendable {
        let href: String
        let name: String
        /// What it is, and what it is about.
        let kind: String
        let due: String
        let hasDue: Bool
        let tone: String
        let state: StateBadge
    }

    let id: String
    let title: String
    let tone: String
    let items: [Item]
    let count: String
    /// The whole lists, one for each kind of record in it; none where everything is shown.
    let more: [ListPage.Link]
}
