import Mechanisms

/// What a run over the register did, in figures: it names nobody.
struct LinkingOutcome: Sendable {
    /// Persons whose names were read and compared.
    var persons = 0
    /// Persons in sight whose names the post may not read.
    var passedOver = 0
    /// Proposals written, by how clear they are.
    var clear = 0
    var uncertain = 0
    /// Pairs on which the register had a statement already.
    var known = 0
    /// Whether somebody stopped it; what was written stays.
    var isStopped = false

    func text(as format: OutputFormat) -> String {
        let figures = [
            ("persons", persons), ("passedOver", passedOver), ("clear", clear), ("uncertain", uncertain),
            ("known", known),
        ]
        switch format {
        case .json:
            let members = figures.map { JSON.Member(name: $0.0, value: .number($0.1)) }
            return JSON.object(members + [JSON.Member(name: "stopped", value: .boolean(isStopped))]).text(indent: 2)
        case .csv:
            return CSVText.line(figures.map(\.0) + ["stopped"]) + "\n"
                + CSVText.line(figures.map { String($0.1) } + [String(isStopped)])
        case .text:
            return """
                \(persons) persons compared, \(passedOver) passed over: their names are not for this post.
                \(clear + uncertain) pairs proposed: \(clear) clear, \(uncertain) uncertain; \(known) were known.\
                \(isStopped ? " It was stopped; run it again to go on." : "")
                """
        }
    }
}
