package import Access

/// One permitted step of a record from state to state.
package struct Transition: Sendable {
    package let name: String
    /// States that it may be taken from; empty where it opens a record.
    package let from: [String]
    package let to: String
    /// Where it leads instead, by what several persons said in it; the first that is met decides.
    package let turns: [Turn]
    /// Who may take it. The policy must let them write as well: both must say yes.
    package let by: Set<FunctionKind>
    package let needs: [any Guard]
    /// Fields computed from others when it is taken.
    package let computes: [CountedDate]
    /// The words of a deadline that are read when it is taken; nil where there are none.
    package let reads: DeadlineFields?
    /// Records of other mechanisms that it opens.
    package let opens: [FollowUp]
    /// Whether the register takes it itself, so that nobody can say by hand what only a look at the bytes can say.
    package let isByRegister: Bool

    package var opensRecord: Bool { from.isEmpty }

    /// Every state that it may lead to, the usual one first.
    package var destinations: [String] { [to] + turns.map(\.to).filter { $0 != to } }

    /// Fields that must be filled whatever else holds.
    package var demanded: Set<String> {
        Set(
            needs.compactMap { need in
                switch need {
                case let filled as Filled: filled.condition == nil ? filled.field : nil
                case let said as SaidAnew: said.field
                default: nil
                }
            })
    }

    /// A step that opens a record in state `to`.
    package static func opening(
        _ name: String = "open", to: String, by: Set<FunctionKind>, needs: [any Guard] = [],
        computes: [CountedDate] = [],
        reads: DeadlineFields? = nil, isByRegister: Bool = false
    ) -> Transition {
        Transition(
            name: name, from: [], to: to, turns: [], by: by, needs: needs, computes: computes, reads: reads, opens: [],
            isByRegister: isByRegister)
    }

    /// A step between states of a record that exists.
    package static func step(
        _ name: String, from: [String], to: String, turns: [Turn] = [], by: Set<FunctionKind>, needs: [any Guard] = [],
        computes: [CountedDate] = [], opens: [FollowUp] = [], isByRegister: Bool = false
    ) -> Transition {
        precondition(!from.isEmpty, "a step comes from somewhere")
        return Transition(
            name: name, from: from, to: to, turns: turns, by: by, needs: needs, computes: computes, reads: nil,
            opens: opens,
            isByRegister: isByRegister)
    }
}

/// A date that the law or the country counts from another: the end of a recovery period, the last day to appeal.
package struct CountedDate: Sendable, Hashable {
    /// The field that it fills, where the command leaves it empty and the start is known to the day.
    package let field: String
    /// The field that it counts from; nil counts from the effective day of the event.
    package let after: String?
    /// The country's clock that says how many days.
    package let clock: String

    package init(_ field: String, after: String? = nil, clock: String) {
        self.field = field
        self.after = after
        self.clock = clock
    }
}

/// Records that a step opens for each record named in a field, unless they are open already.
package struct FollowUp: Sendable, Hashable {
    /// Only when this field changes from one of `from` (absent counts as the empty text) to one of `to`.
    package struct Condition: Sendable, Hashable {
        package let field: String
        package let from: Set<String>
        package let to: Set<String>

        package init(_ field: String, from: Set<String>, to: Set<String>) {
            self.field = field
            self.from = from
            self.to = to
        }
    }

    package let condition: Condition
    /// The links field whose records each get one.
    package let forEach: String
    package let mechanism: String
    package let transition: String
    /// Field of the new record that names the record from `forEach`.
    package let linkingEach: String
    /// Field of the new record that names the record that was stepped.
    package let linkingThis: String

    package init(
        when condition: Condition, forEach: String, open mechanism: String, by transition: String,
        linkingEach: String, linkingThis: String
    ) {
        self.condition = condition
        self.forEach = forEach
        self.mechanism = mechanism
        self.transition = transition
        self.linkingEach = linkingEach
        self.linkingThis = linkingThis
    }
}
