extension Policy {
    /// Whether a post of this kind is given by two: one that reaches what names persons, or decides who holds posts.
    package func isGivenByTwo(_ function: FunctionKind) -> Bool {
        rows.contains { row in
            row.function == function
                && (row.ceiling == .identity || row.matters.contains(.network) && row.actions.contains(.write))
        }
    }
}
