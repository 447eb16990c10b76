import Statistics

/// Everything about one estimate for readers who are no statisticians, as one page that needs nothing beside it.
struct EstimatePage: Sendable {
    static let template = "estimate"

    struct Reservation: Sendable {
        let light: String
        let sign: String
        let text: String
    }

    struct Method: Sendable {
        let name: String
        let estimate: String
        let interval: String
        let assumption: String
        let svg: String
    }

    /// One row of a table of texts and figures.
    struct Row: Sendable {
        let name: String
        let cells: [String]
    }

    /// A table: its headings after the first, and its rows.
    struct Table: Sendable {
        let caption: String
        let first: String
        let headings: [String]
        let rows: [Row]
    }

    let language: String
    let direction: String
    let style: String
    let skip: String
    let title: String
    let kind: String
    let headline: String
    let unit: String
    let sentence: String
    let times: String
    let rate: String
    let hasRate: Bool
    let rests: String
    let verdictHeading: String
    let verdict: String
    let light: String
    let reservations: [Reservation]
    let methodsHeading: String
    let methodsLead: String
    let methodHeading: String
    let estimateHeading: String
    let intervalHeading: String
    let assumptionHeading: String
    let methods: [Method]
    let axis: String
    let sections: [Section]
    let appendixHeading: String
    let particulars: [Particular]
    let modelsHeading: String
    let modelsLead: String
    let models: [Table]

    /// A heading, sentences before and after, and the tables between them.
    struct Section: Sendable {
        let heading: String
        let before: [String]
        let tables: [Table]
        let after: [String]
    }
}
