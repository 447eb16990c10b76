package import Vocabulary

/// A plan as a table of actions: who does what by when, how it is judged, and where it stands.
package struct PlanTable: Hashable, Sendable {
    /// The columns, in their order.
    package enum Column: String, Sendable, CaseIterable {
        case objective = "Objective"
        case action = "Action"
        case timetable = "Timetable"
        case responsible = "Responsible Party"
        case assessment = "Assessment Tool / Indicator"
        case stateOfPlay = "State of Play"
    }

    package struct Chapter: Hashable, Sendable {
        package let number: Int
        package let title: String
        package internal(set) var objectives: [Objective]

        package init(number: Int, title: String, objectives: [Objective]) {
            (self.number, self.title, self.objectives) = (number, title, objectives)
        }
    }

    package struct Objective: Hashable, Sendable {
        /// As it is printed: `1.` or `1)`.
        package let label: String
        package let number: Int
        package let text: MarkedText
        package internal(set) var actions: [Action]

        package init(label: String, number: Int, text: MarkedText, actions: [Action]) {
            (self.label, self.number, self.text, self.actions) = (label, number, text, actions)
        }
    }

    package struct Action: Hashable, Sendable {
        /// Chapter, objective and letter: `3.2.a`.
        package let code: String
        /// As it is printed: `a)`.
        package let label: String
        package let text: MarkedText
        package let timetable: MarkedText
        package let responsible: MarkedText
        package let assessment: MarkedText
        package let stateOfPlay: MarkedText
        /// The line of the file, from 1.
        package let line: Int

        package init(
            code: String, label: String, text: MarkedText, timetable: MarkedText, responsible: MarkedText,
            assessment: MarkedText, stateOfPlay: MarkedText, line: Int
        ) {
            self.code = code
            self.label = label
            self.text = text
            self.timetable = timetable
            self.responsible = responsible
            self.assessment = assessment
            self.stateOfPlay = stateOfPlay
            self.line = line
        }

        /// What stands in a column; nothing for the objective, which is not its own.
        package subscript(_ column: Column) -> MarkedText {
            switch column {
            case .objective: .empty
            case .action: text
            case .timetable: timetable
            case .responsible: responsible
            case .assessment: assessment
            case .stateOfPlay: stateOfPlay
            }
        }
    }

    /// The number of the document, such as `9999/99`; nil where the file says none.
    package internal(set) var reference: String?
    /// The day as of which it says where things stand.
    package internal(set) var date: CalendarDate?
    package internal(set) var title: String
    /// Documents that it takes the place of.
    package internal(set) var predecessors: [String] = []
    package internal(set) var chapters: [Chapter]

    package init(
        reference: String? = nil, date: CalendarDate? = nil, title: String, predecessors: [String] = [],
        chapters: [Chapter] = []
    ) {
        (self.reference, self.date, self.title) = (reference, date, title)
        (self.predecessors, self.chapters) = (predecessors, chapters)
    }

    /// All actions, in the order of the table.
    package var actions: [Action] { chapters.flatMap(\.objectives).flatMap(\.actions) }

    /// With what somebody says who knows better than the file.
    package func saying(title: String?, reference: String?, date: CalendarDate?) -> PlanTable {
        var table = self
        table.title = title ?? table.title
        table.reference = reference ?? table.reference
        table.date = date ?? table.date
        return table
    }
}
