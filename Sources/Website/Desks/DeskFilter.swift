/// Links to what a filter leaves, for `workbench-filters.mustache`.
struct DeskFilter: Sendable {
    struct Choice: Sendable {
        let href: String
        let text: String
        let count: String
        let isCurrent: Bool
        /// For those who hear the page: that choosing it again takes it away.
        let remove: String
    }

    let label: String
    let isOpen: Bool
    let choices: [Choice]
}
