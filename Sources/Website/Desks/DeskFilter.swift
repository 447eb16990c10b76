import Publication

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

    /// Nil where there is nothing to choose: what would leave nothing is offered only where it is chosen.
    ///
    /// - Parameters:
    ///   - chosen: The value that is.
    ///   - options: What may be chosen, how it is called and how much it leaves.
    ///   - href: The address with a value chosen, or with none.
    init?(
        _ label: String, chosen: String?, _ options: [(value: String, text: String, count: Int)], remove: String,
        _ texts: Texts, href: (String?) -> String
    ) {
        choices = options.filter { $0.count > 0 || $0.value == chosen }.map { option in
            let isCurrent = option.value == chosen
            return Choice(
                href: href(isCurrent ? nil : option.value), text: option.text, count: texts.number(option.count),
                isCurrent: isCurrent, remove: remove)
        }
        guard !choices.isEmpty else { return nil }
        (self.label, isOpen) = (label, chosen != nil)
    }
}
